//! `style/widget/*.css` → the sheet of the first headlines and that of what only the component
//! draws; and `style/printed.css`. All without the characters that only people read.

use std::{fs, io, path::Path};

/// The files of the first headlines and of the skeleton, which has the shape of every layout, in
/// the order of their rules.
pub const FIRST: &[&str] = &[
    "base", "headline", "list", "columns", "timeline", "ticker", "rotator", "cards", "pictures",
    "density", "follow", "wide", "skeleton", "media",
];

/// Those of what only the component draws. Their rules come after the others.
pub const COMPONENT: &[&str] = &["notices", "marks", "press", "preview", "popover"];

/// Fails unless every file has its place.
pub fn check(folder: &Path) -> io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let file = entry?.path();
        let name = file.file_stem().unwrap_or_default().to_string_lossy();
        if !FIRST.contains(&&*name) && !COMPONENT.contains(&&*name) {
            let place = "name it in build/style.rs, where its rules belong";
            return Err(io::Error::other(format!("{}: {place}", file.display())));
        }
    }
    Ok(())
}

/// Writes the minified sheet of some of the files.
pub fn generate(folder: &Path, files: &[&str], target: &Path) -> io::Result<()> {
    let mut text = String::new();
    for name in files {
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
    fs::write(target, small.to_string().replace(";}", "}"))
}
