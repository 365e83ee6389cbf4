//! The builder's page in `dist/builder`, and how a host's front door leads there.

use std::{
    fs,
    path::{Path, PathBuf},
};

use anyhow::Result;
use walkdir::WalkDir;

use crate::compress;

/// The folder's name below the host.
pub const FOLDER: &str = "builder";

/// The page at the host's `/`.
const FRONT_DOOR: &str = include_str!("../templates/front-door.html");

/// What a server compresses once, and not for each reader.
const COMPRESSED: [&str; 4] = ["css", "js", "wasm", "html"];

/// Puts the compressed copies beside what Trunk wrote.
pub fn finish(dist: &Path) -> Result<()> {
    for file in files(dist)? {
        let extension = file.extension().and_then(|it| it.to_str());
        if extension.is_some_and(|it| COMPRESSED.contains(&it)) {
            compress::beside(&file)?;
        }
    }
    Ok(())
}

/// The files of the page, in an order that does not depend on the disk.
pub fn files(dist: &Path) -> Result<Vec<PathBuf>> {
    let mut files = Vec::new();
    for entry in WalkDir::new(dist.join(FOLDER)).sort_by_file_name() {
        let entry = entry?;
        if entry.file_type().is_file() {
            files.push(entry.into_path());
        }
    }
    Ok(files)
}

/// Copies the page into the release's site.
pub fn copy(dist: &Path, site: &Path) -> Result<()> {
    for file in files(dist)? {
        let copy = site.join(file.strip_prefix(dist)?);
        if let Some(folder) = copy.parent() {
            fs::create_dir_all(folder)?;
        }
        fs::copy(&file, copy)?;
    }
    let front_door = site.join("index.html");
    fs::write(&front_door, FRONT_DOOR)?;
    compress::beside(&front_door)
}
