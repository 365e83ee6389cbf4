//! The release as single files. The same folders always give the same bytes: names are sorted,
//! and no time, user or machine is in them.

use std::{fs, fs::File, io, path::Path};

use anyhow::{Context, Result};
use flate2::{Compression, GzBuilder};
use sha2::{Digest, Sha256};
use zip::{ZipWriter, write::SimpleFileOptions};

use super::files_below;
use crate::project;

/// The name that WordPress takes for the plugin's folder.
const PLUGIN: &str = "strillone-wordpress.zip";

/// `strillone-VERSION.tgz`, as `npm pack` writes it: everything below `package/`.
pub fn package(release: &Path) -> Result<String> {
    let name = format!("strillone-{}.tgz", project::VERSION);
    tar(&release.join(&name), &[("package", &release.join("npm"))])?;
    Ok(name)
}

/// `strillone-VERSION-site.tar.gz`: what a host serves, and how.
pub fn site(release: &Path) -> Result<()> {
    let name = site_name();
    let folders = [
        ("strillone/site", release.join("site")),
        ("strillone/servers", release.join("servers")),
    ];
    tar(
        &release.join(name),
        &folders.each_ref().map(|(name, folder)| (*name, &**folder)),
    )
}

/// The plugin, for WordPress's “Upload Plugin”.
pub fn plugin(release: &Path) -> Result<String> {
    let folder = project::root()?.join("integrations/wordpress/strillone");
    let mut archive = ZipWriter::new(File::create(release.join(PLUGIN))?);
    for name in files_below(&folder)? {
        archive.start_file(format!("strillone/{name}"), SimpleFileOptions::default())?;
        io::copy(&mut File::open(folder.join(&name))?, &mut archive)?;
    }
    archive.finish()?;
    Ok(PLUGIN.to_owned())
}

/// What `sha256sum --check` reads, of the single files.
pub fn checksums(release: &Path) -> Result<String> {
    let package = format!("strillone-{}.tgz", project::VERSION);
    let mut lines = String::new();
    for name in [site_name(), package, PLUGIN.to_owned()] {
        let hash = hex::encode(Sha256::digest(fs::read(release.join(&name))?));
        lines.push_str(&format!("{hash}  {name}\n"));
    }
    Ok(lines)
}

fn site_name() -> String {
    format!("strillone-{}-site.tar.gz", project::VERSION)
}

fn tar(archive: &Path, folders: &[(&str, &Path)]) -> Result<()> {
    let file = File::create(archive)?;
    let packed = GzBuilder::new().write(file, Compression::best());
    let mut tar = tar::Builder::new(packed);
    for (prefix, folder) in folders {
        for name in files_below(folder)? {
            let bytes = fs::read(folder.join(&name))?;
            let mut header = tar::Header::new_gnu();
            header.set_size(u64::try_from(bytes.len())?);
            header.set_mode(0o644);
            header.set_mtime(0);
            let path = format!("{prefix}/{name}");
            tar.append_data(&mut header, &path, &bytes[..])
                .with_context(|| path.clone())?;
        }
    }
    tar.into_inner()?.finish()?;
    Ok(())
}
