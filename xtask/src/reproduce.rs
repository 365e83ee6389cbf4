//! The release once more, from a copy of the sources in another folder and with nothing
//! compiled in common: whoever has the sources can prove what the offered files were made of.

use std::{env, fs, path::Path, process::Command};

use anyhow::{Result, ensure};

use crate::{dist, process, project};

/// Builds twice and compares.
pub fn run() -> Result<()> {
    let first = dist::run(None)?;
    let elsewhere = env::temp_dir().join(format!("strillone-{}", std::process::id()));
    let outcome =
        build_in(&elsewhere).and_then(|()| dist::same(&first, &elsewhere.join("release")));
    if elsewhere.exists() {
        fs::remove_dir_all(&elsewhere)?;
    }
    outcome?;
    println!("\nBoth releases are the same, byte for byte.");
    Ok(())
}

fn build_in(folder: &Path) -> Result<()> {
    copy_sources(folder)?;
    process::run(
        Command::new("cargo")
            .args(["xtask", "dist"])
            .current_dir(folder)
            .env("CARGO_TARGET_DIR", folder.join("target")),
    )
}

/// What is, or could be, committed.
fn copy_sources(to: &Path) -> Result<()> {
    let from = project::root()?;
    let listed = process::output(
        Command::new("git")
            .args([
                "ls-files",
                "-z",
                "--cached",
                "--others",
                "--exclude-standard",
            ])
            .current_dir(&from),
    )?;
    let names: Vec<&str> = listed.split_terminator('\0').collect();
    ensure!(!names.is_empty(), "git names no files here");
    // A file that was deleted and not yet committed is listed as well.
    for name in names.into_iter().filter(|name| from.join(name).is_file()) {
        let copy = to.join(name);
        if let Some(folder) = copy.parent() {
            fs::create_dir_all(folder)?;
        }
        fs::copy(from.join(name), copy)?;
    }
    Ok(())
}
