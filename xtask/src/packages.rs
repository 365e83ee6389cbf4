//! Test material that others publish, fetched by package name into a cache outside the
//! checkout.

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// Where packages are kept.
pub fn folder() -> PathBuf {
    let home = std::env::var_os("XDG_CACHE_HOME").map(PathBuf::from);
    home.or_else(|| Some(Path::new(&std::env::var_os("HOME")?).join(".cache")))
        .unwrap_or_else(std::env::temp_dir)
        .join("strillone/corpus")
}

/// Fetches a Python package's sources, unless they are there; `None` when the registry cannot
/// be reached.
pub fn python(name: &str, version: &str) -> Option<PathBuf> {
    let unpacked = folder().join(format!("{name}-{version}"));
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
    let unpacked = folder().join(format!("{name}-{version}"));
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
    std::fs::create_dir_all(folder()).ok()?;
    let status = command
        .current_dir(folder())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .status();
    status.ok()?.success().then_some(())
}
