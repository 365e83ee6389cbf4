//! The loader's JavaScript on its own: its types, its style, and the tests of its modules.

use std::{
    fs,
    path::{Path, PathBuf},
    process::Command,
};

use anyhow::Result;

use crate::{process, project, tools};

/// Checks all of it.
pub fn check() -> Result<()> {
    let root = project::root()?;
    let loader = root.join("src/loader");
    let tests = root.join("tests/loader");
    process::run(Command::new(tools::tsc()?).arg("--project").arg(&loader))?;
    process::run(
        Command::new(tools::oxlint()?)
            .args(["--deny-warnings", "--quiet"])
            .args([&loader, &tests]),
    )?;
    process::run(
        Command::new("node")
            .args(["--test", "--test-reporter=dot", "--import"])
            .arg(tests.join("setup.mjs"))
            .args(test_files(&tests)?),
    )
}

fn test_files(folder: &Path) -> Result<Vec<PathBuf>> {
    let mut files = Vec::new();
    for entry in fs::read_dir(folder)? {
        let file = entry?.path();
        if file.to_string_lossy().ends_with(".test.mjs") {
            files.push(file);
        }
    }
    files.sort();
    Ok(files)
}
