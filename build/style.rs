//! `style/widget/*.css` → one sheet, without the characters that only people read.

use std::{fs, io, path::Path};

/// The files, in the order of their rules.
const FILES: &[&str] = &[
    "base", "headline", "list", "columns", "timeline", "ticker", "rotator", "cards", "pictures",
    "density", "preview", "popover", "follow", "wide", "media",
];

/// Writes the minified sheet.
pub fn generate(folder: &Path, target: &Path) -> io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let file = entry?.path();
        let name = file.file_stem().unwrap_or_default().to_string_lossy();
        if !FILES.contains(&&*name) {
            let place = "name it in build/style.rs, where its rules belong";
            return Err(io::Error::other(format!("{}: {place}", file.display())));
        }
    }
    let mut text = String::new();
    for name in FILES {
        text.push_str(&fs::read_to_string(
            folder.join(name).with_extension("css"),
        )?);
    }
    let small = minifier::css::minify(&text)
        .map_err(|error| io::Error::other(format!("{}: {error}", folder.display())))?;
    fs::write(target, small.to_string())
}
