//! `style/widget/*.css` → one sheet, and `style/printed.css`, without the characters that only
//! people read.

use std::{fs, io, path::Path};

/// The files, in the order of their rules.
const FILES: &[&str] = &[
    "base", "headline", "list", "columns", "timeline", "ticker", "rotator", "cards", "pictures",
    "density", "preview", "popover", "follow", "wide", "skeleton", "media",
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
    write(&text, folder, target)
}

/// Writes one file minified.
pub fn minify(file: &Path, target: &Path) -> io::Result<()> {
    write(&fs::read_to_string(file)?, file, target)
}

fn write(text: &str, source: &Path, target: &Path) -> io::Result<()> {
    let small = minifier::css::minify(text)
        .map_err(|error| io::Error::other(format!("{}: {error}", source.display())))?;
    fs::write(target, small.to_string())
}
