//! Where the project's own things are.

use std::{env, path::PathBuf};

use anyhow::{Context, Result};
use cargo_metadata::MetadataCommand;

/// The version of everything in the workspace.
pub const VERSION: &str = env!("CARGO_PKG_VERSION");

/// The checkout's top folder. Asked for at run time, because a binary in a shared target
/// folder may have been compiled for another checkout.
pub fn root() -> Result<PathBuf> {
    let package = env::var_os("CARGO_MANIFEST_DIR")
        .context("CARGO_MANIFEST_DIR is not set: start this program by `cargo xtask`")?;
    PathBuf::from(package)
        .parent()
        .map(PathBuf::from)
        .context("the xtask package has no parent folder")
}

/// What partners are given.
pub fn dist() -> Result<PathBuf> {
    Ok(root()?.join("dist"))
}

/// The version of `package` that the lock file names.
pub fn locked_version(package: &str) -> Result<String> {
    let metadata = MetadataCommand::new()
        .current_dir(root()?)
        .other_options(["--filter-platform", "wasm32-unknown-unknown"].map(str::to_owned))
        .exec()?;
    let found = metadata.packages.iter().find(|it| it.name == package);
    let found = found.with_context(|| format!("nothing here depends on {package}"))?;
    Ok(found.version.to_string())
}
