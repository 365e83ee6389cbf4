//! `style/widget.css` → the same rules without the characters that only people read.

use std::{fs, io, path::Path};

/// Writes the minified sheet.
pub fn generate(sheet: &Path, target: &Path) -> io::Result<()> {
    let text = fs::read_to_string(sheet)?;
    let small = minifier::css::minify(&text)
        .map_err(|error| io::Error::other(format!("{}: {error}", sheet.display())))?;
    fs::write(target, small.to_string())
}
