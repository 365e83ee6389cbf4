//! `dist/` → `release/`:
//!
//! * `site/`: copied to a static host as it is, with headers for Netlify and Apache inside;
//!   [`servers`]
//! * `servers/`: the same headers for nginx and Caddy
//! * `npm/`: the package, with declarations for editors and compilers; [`package`]
//! * [`archives`] of them, for whoever downloads one file: the site with its servers, the
//!   package as npm installs it, and the plugin for WordPress; and their checksums
//!
//! The same `dist` always gives the same bytes.

mod archives;
mod editors;
mod oembed;
mod package;
mod servers;

use std::{
    fs,
    path::{Path, PathBuf},
};

use anyhow::{Context, Result, ensure};
use sha2::{Digest, Sha256};
use walkdir::WalkDir;

use crate::{assemble, build, builder, compress, project};

pub use oembed::Offer;

/// Builds, then writes the release, and returns its folder.
pub fn run(offer: Option<&Offer>) -> Result<PathBuf> {
    build::run()?;
    let release = folder()?;
    write(&project::dist()?, &release, offer)?;
    println!("\nThe release: {}", release.display());
    Ok(release)
}

/// Where the release is written.
pub fn folder() -> Result<PathBuf> {
    Ok(project::root()?.join("release"))
}

/// Writes the release of what `dist` holds, in the place of an older one.
pub fn write(dist: &Path, release: &Path, offer: Option<&Offer>) -> Result<()> {
    if release.exists() {
        fs::remove_dir_all(release)?;
    }
    let site = release.join("site");
    let fixed = site.join(project::VERSION);
    fs::create_dir_all(&fixed)?;
    for name in assemble::SHIPPED {
        for copy in compress::names(name) {
            copy_file(&dist.join(&copy), &site.join(&copy))?;
            copy_file(&dist.join(&copy), &fixed.join(&copy))?;
        }
    }
    copy_file(&dist.join("manifest.json"), &site.join("manifest.json"))?;
    if let Some(offer) = offer {
        put(&site.join("oembed.json"), &offer.document()?)?;
    }
    builder::copy(dist, &site)?;
    package::write(dist, &release.join("npm"))?;
    // The site offers them as well: the builder's snippets name the package.
    for name in [archives::package(release)?, archives::plugin(release)?] {
        copy_file(&release.join(&name), &site.join(&name))?;
    }
    servers::write(&site, &release.join("servers"))?;
    put(&site.join("SHA256SUMS"), &checksums(&site)?)?;
    archives::site(release)?;
    put(&release.join("SHA256SUMS"), &archives::checksums(release)?)
}

/// Fails when two folders do not hold the same files with the same bytes.
pub fn same(one: &Path, other: &Path) -> Result<()> {
    let names = files_below(one)?;
    ensure!(
        names == files_below(other)?,
        "{} and {} hold other files",
        one.display(),
        other.display()
    );
    for name in names {
        ensure!(
            fs::read(one.join(&name))? == fs::read(other.join(&name))?,
            "{name} has other bytes in {} than in {}",
            one.display(),
            other.display()
        );
    }
    Ok(())
}

/// What `sha256sum --check` reads.
fn checksums(folder: &Path) -> Result<String> {
    let mut lines = String::new();
    for name in files_below(folder)? {
        let hash = hex::encode(Sha256::digest(fs::read(folder.join(&name))?));
        lines.push_str(&format!("{hash}  {name}\n"));
    }
    Ok(lines)
}

/// The names of all files in and below `folder`, in an order that does not depend on the disk.
fn files_below(folder: &Path) -> Result<Vec<String>> {
    let mut names = Vec::new();
    for entry in WalkDir::new(folder).sort_by_file_name() {
        let entry = entry?;
        if entry.file_type().is_file() {
            let name = entry.path().strip_prefix(folder)?;
            names.push(name.to_string_lossy().into_owned());
        }
    }
    Ok(names)
}

fn copy_file(from: &Path, to: &Path) -> Result<()> {
    fs::copy(from, to).with_context(|| format!("could not copy {}", from.display()))?;
    Ok(())
}

fn put(file: &Path, text: &str) -> Result<()> {
    if let Some(folder) = file.parent() {
        fs::create_dir_all(folder)?;
    }
    fs::write(file, text).with_context(|| format!("could not write {}", file.display()))
}

#[cfg(test)]
mod tests {
    use std::fs;

    use anyhow::Result;

    use super::same;

    #[test]
    fn folders_are_the_same_when_all_files_and_bytes_are() -> Result<()> {
        let folders = tempfile::tempdir()?;
        let [one, other] = ["one", "other"].map(|name| folders.path().join(name));
        for folder in [&one, &other] {
            fs::create_dir_all(folder.join("below"))?;
            fs::write(folder.join("below/file"), "text")?;
        }
        assert!(same(&one, &other).is_ok());
        fs::write(other.join("below/file"), "test")?;
        assert!(same(&one, &other).is_err());
        fs::write(other.join("below/file"), "text")?;
        fs::write(other.join("more"), "")?;
        assert!(same(&one, &other).is_err());
        Ok(())
    }
}
