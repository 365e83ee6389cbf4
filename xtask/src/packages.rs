//! Test material that others publish, fetched by package name into a cache outside the
//! checkout.

use std::path::PathBuf;
use std::process::{Command, Stdio};

use crate::tools;

/// Where packages are kept.
fn folder() -> Option<PathBuf> {
    Some(tools::cache_folder().ok()?.join("corpus"))
}

/// Fetches a Python package's sources, unless they are there; `None` when the registry cannot
/// be reached.
pub fn python(name: &str, version: &str) -> Option<PathBuf> {
    let unpacked = folder()?.join(format!("{name}-{version}"));
    if !unpacked.exists() {
        let wanted = format!("{name}=={version}");
        let mut pip = Command::new("python3");
        pip.args(["-m", "pip", "download", "--quiet", "--no-deps"]);
        pip.args(["--no-binary", ":all:", &wanted]);
        done(&mut pip)?;
        let archive = format!("{name}-{version}.tar.gz");
        done(Command::new("tar").args(["xzf", &archive]))?;
    }
    Some(unpacked)
}

/// The same for a package of npm.
pub fn npm(name: &str, version: &str) -> Option<PathBuf> {
    let unpacked = folder()?.join(format!("{name}-{version}"));
    if !unpacked.exists() {
        let wanted = format!("{name}@{version}");
        done(Command::new("npm").args(["pack", "--silent", &wanted]))?;
        let archive = format!("{name}-{version}.tgz");
        let top = format!("--one-top-level={name}-{version}");
        done(Command::new("tar").args(["xzf", &archive, &top, "--strip-components=1"]))?;
    }
    Some(unpacked)
}

fn done(command: &mut Command) -> Option<()> {
    let folder = folder()?;
    std::fs::create_dir_all(&folder).ok()?;
    let status = command
        .current_dir(folder)
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .status();
    status.ok()?.success().then_some(())
}
