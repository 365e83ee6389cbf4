//! The sources → `dist/`, by Trunk: the widget, then the builder. What is shipped is built here
//! and nowhere else: its flags make it a quarter smaller but need compiler features that are not
//! stable, so development and tests stay off them.

use std::{
    env,
    ffi::OsString,
    path::{Path, PathBuf},
    process::Command,
};

use anyhow::{Context, Result};

use crate::tools::{self, BuildTools};
use crate::{builder, process, project};

/// Panics stop at once, without a message, and nothing can be printed for debugging: the
/// loader reports failures, and code for words nobody reads weighs nothing.
const FLAGS: &[&str] = &[
    "-Zunstable-options",
    "-Cpanic=immediate-abort",
    "-Zlocation-detail=none",
    "-Zfmt-debug=none",
    // Small functions become part of their callers while types are still known; the optimiser
    // of the last step then inlines hardly more, which would repeat code.
    "-Zinline-mir=yes",
    // Nor does it repeat loads, keep two counters for one, or compute both sides of a condition
    // to save the branch.
    "-Cllvm-args=-inline-threshold=10 -disable-lsr -enable-load-pre=false \
     -two-entry-phi-node-folding-threshold=1",
];

/// Cargo's own settings for the same purpose: a standard library built for size, and no path
/// of this machine in the result, so that every machine builds the same bytes.
const SETTINGS: &[(&str, &str)] = &[
    ("RUSTC_BOOTSTRAP", "1"),
    ("CARGO_UNSTABLE_BUILD_STD", "std,panic_abort"),
    ("CARGO_UNSTABLE_BUILD_STD_FEATURES", "optimize_for_size"),
    ("CARGO_UNSTABLE_TRIM_PATHS", "true"),
    ("CARGO_PROFILE_RELEASE_TRIM_PATHS", "all"),
];

/// Sets up what is missing and builds.
pub fn run() -> Result<()> {
    let tools = tools::for_building()?;
    let root = project::root()?;
    ship(&tools, &root).context("Trunk could not build the widget")?;
    // After it, because Trunk replaces the whole of `dist`.
    ship(&tools, &root.join("builder")).context("Trunk could not build the builder")?;
    builder::finish(&project::dist()?)
}

/// Builds what a folder's `Trunk.toml` says, as it is shipped.
fn ship(tools: &BuildTools, folder: &Path) -> Result<()> {
    process::run(
        trunk(tools)?
            .current_dir(folder)
            .envs(SETTINGS.iter().copied())
            .env("CARGO_ENCODED_RUSTFLAGS", FLAGS.join("\u{1f}"))
            .env("CARGO_TARGET_DIR", target_folder()?),
    )
}

/// Trunk's build command, with the tools that it looks for.
pub fn trunk(tools: &BuildTools) -> Result<Command> {
    let mut trunk = Command::new(&tools.trunk);
    trunk
        .args(["build", "--skip-version-check"])
        .env("PATH", search_path(tools)?)
        // Trunk takes `NO_COLOR` for an option of its own and accepts only true and false.
        .env_remove("NO_COLOR");
    Ok(trunk)
}

/// A target folder of its own, below the usual one, because with other flags Cargo
/// compiles everything again at every change between development and this.
fn target_folder() -> Result<PathBuf> {
    Ok(own_folder()?.with_file_name("artefact"))
}

/// Trunk looks for its tools, and for the hook's `xtask`, on `PATH`.
fn search_path(tools: &BuildTools) -> Result<OsString> {
    let mut folders = vec![own_folder()?];
    for tool in [&tools.trunk, &tools.wasm_bindgen] {
        folders.extend(tool.parent().map(Path::to_path_buf));
    }
    folders.extend(env::split_paths(&env::var_os("PATH").unwrap_or_default()));
    env::join_paths(folders).context("a folder on PATH has a name that PATH can't hold")
}

/// The folder of this very program: `target/debug`.
fn own_folder() -> Result<PathBuf> {
    let program = env::current_exe().context("could not find this program's own path")?;
    program
        .parent()
        .map(Path::to_path_buf)
        .context("this program's path has no folder")
}
