//! `examples/` → `target/examples/`: the pages that need npm packages, built for the browser
//! tests; and the Leptos application → `target/leptos-example/`.

mod sites;

use std::{
    fs,
    path::{Path, PathBuf},
    process::{Command, Stdio},
};

use anyhow::Result;
use sha2::{Digest, Sha256};

use crate::{process, project, tools};

/// What the tests get.
pub struct Examples {
    /// A folder of static files for each example.
    pub pages: PathBuf,
    /// The folder where the npm packages are installed.
    pub packages: PathBuf,
}

/// Builds them with the package of the release; `None` when the registry cannot be reached.
pub fn build() -> Result<Option<Examples>> {
    let root = project::root()?;
    let sources = root.join("examples");
    let Some(packages) = install(&sources.join("package.json"))? else {
        return Ok(None);
    };
    let pages = root.join("target/examples");
    if pages.exists() {
        fs::remove_dir_all(&pages)?;
    }
    process::run(
        Command::new("node")
            .arg(sources.join("build.mjs"))
            .arg(&packages)
            .arg(root.join("release/npm"))
            .arg(&pages),
    )?;
    Ok(sites::build(&pages)?.then_some(Examples { pages, packages }))
}

/// Builds the Leptos application, as its author would: by Trunk. Beside its page lies
/// `printed.html`, the page as a server prints it.
pub fn build_leptos() -> Result<PathBuf> {
    let root = project::root()?;
    let pages = root.join("target/leptos-example");
    let application = root.join("examples/leptos");
    let mut trunk = crate::build::trunk(&tools::for_building()?)?;
    process::run(
        trunk
            .args(["--dist"])
            .arg(&pages)
            .current_dir(&application)
            .env("CARGO_TARGET_DIR", root.join("target")),
    )?;
    process::run(
        Command::new("cargo")
            .args(["run", "--quiet", "--"])
            .arg(root.join("tests/browser/feeds/rss2.xml"))
            .stdin(fs::File::open(pages.join("index.html"))?)
            .stdout(fs::File::create(pages.join("printed.html"))?)
            .current_dir(&application)
            .env("CARGO_TARGET_DIR", root.join("target")),
    )?;
    Ok(pages)
}

/// Installs what a `package.json` names, once per machine and list.
pub fn install(list: &Path) -> Result<Option<PathBuf>> {
    let text = fs::read(list)?;
    let mut key = hex::encode(Sha256::digest(&text));
    key.truncate(12);
    let folder = tools::cache_folder()?.join("frameworks").join(key);
    if folder.exists() {
        return Ok(Some(folder));
    }
    // Renamed when it is complete, so that an interrupted installation is never taken for one.
    let partial = folder.with_extension("partial");
    fs::create_dir_all(&partial)?;
    fs::write(partial.join("package.json"), text)?;
    let status = Command::new("npm")
        .args(["install", "--ignore-scripts", "--no-audit", "--no-fund"])
        .args(["--silent", "--fetch-retries=1"])
        .current_dir(&partial)
        .stdout(Stdio::null())
        .status()?;
    if !status.success() {
        return Ok(None);
    }
    fs::rename(&partial, &folder)?;
    Ok(Some(folder))
}
