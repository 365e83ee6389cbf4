//! The examples that are projects of their own: Next, Astro, and a page for each bundler. The
//! package is installed into them from its tarball, as their authors do.

use std::{
    fs,
    os::unix::fs::symlink,
    path::{Path, PathBuf},
    process::Command,
};

use anyhow::Result;
use sha2::{Digest, Sha256};
use walkdir::WalkDir;

use super::install;
use crate::{process, project};

const SITES: [&str; 3] = ["next", "astro", "bundled"];

/// What a site was built from stands in this file of it.
const BUILT_FROM: &str = "built-from";

/// Builds them, and puts a link to each into `pages`; `false` when the registry cannot be reached.
pub fn build(pages: &Path) -> Result<bool> {
    for name in SITES {
        let Some(site) = build_one(name)? else {
            return Ok(false);
        };
        symlink(site, pages.join(name))?;
    }
    Ok(true)
}

/// A site lies below the folder where its packages are installed, so that they are found there.
/// It is built again when it, or the package, is another than before.
fn build_one(name: &str) -> Result<Option<PathBuf>> {
    let root = project::root()?;
    let sources = root.join("examples").join(name);
    let Some(packages) = install(&sources.join("package.json"))? else {
        return Ok(None);
    };
    let tarball = root.join(format!("release/strillone-{}.tgz", project::VERSION));
    let site = packages.join(key(root.as_os_str().as_encoded_bytes()));
    let built_from = fingerprint(&sources, &tarball)?;
    if fs::read_to_string(site.join(BUILT_FROM)).is_ok_and(|known| known == built_from) {
        return Ok(Some(site));
    }
    if site.exists() {
        fs::remove_dir_all(&site)?;
    }
    fs::create_dir_all(&site)?;
    // Without its dependencies, which are installed already.
    fs::write(site.join("package.json"), "{ \"private\": true }")?;
    let npm = || {
        let mut npm = Command::new("npm");
        npm.current_dir(&site)
            .env("NEXT_TELEMETRY_DISABLED", "1")
            .env("ASTRO_TELEMETRY_DISABLED", "1");
        npm
    };
    let options = ["--no-audit", "--no-fund", "--no-package-lock", "--silent"];
    process::run(npm().arg("install").args(options).arg(&tarball))?;
    copy(&sources, &site)?;
    process::run(npm().args(["run", "--silent", "build"]))?;
    fs::write(site.join(BUILT_FROM), built_from)?;
    Ok(Some(site))
}

fn copy(from: &Path, to: &Path) -> Result<()> {
    for entry in WalkDir::new(from).min_depth(1) {
        let entry = entry?;
        let copied = to.join(entry.path().strip_prefix(from)?);
        if entry.file_type().is_dir() {
            fs::create_dir_all(copied)?;
        } else {
            fs::copy(entry.path(), copied)?;
        }
    }
    Ok(())
}

/// Says what a site is built from: its own files, and the package.
fn fingerprint(sources: &Path, tarball: &Path) -> Result<String> {
    let mut hash = Sha256::new();
    for entry in WalkDir::new(sources).sort_by_file_name() {
        let entry = entry?;
        if entry.file_type().is_file() {
            hash.update(entry.path().as_os_str().as_encoded_bytes());
            hash.update(fs::read(entry.path())?);
        }
    }
    hash.update(fs::read(tarball)?);
    Ok(hex::encode(hash.finalize()))
}

fn key(bytes: &[u8]) -> String {
    let mut key = hex::encode(Sha256::digest(bytes));
    key.truncate(12);
    key
}
