//! The README's pictures of layouts and options, taken of the gallery by the browser tests.

use std::process::Command;

use anyhow::Result;

use crate::{build, process, project, tools};

/// Builds the gallery and takes the pictures in Chromium.
pub fn run() -> Result<()> {
    tools::for_testing()?;
    build::run()?;
    let root = project::root()?;
    process::run(
        Command::new("cargo")
            .args(["test", "--quiet", "--test", "browser", "--"])
            .arg("pictures_are_taken_of_the_gallery")
            .current_dir(&root)
            .env("STRILLONE_DIST", project::dist()?)
            .env("STRILLONE_PICTURES", root.join("docs/pictures")),
    )
}
