//! The package's declarations and descriptions, read by the programs that they are for.
//! `cargo xtask test` fetches these and names their folder in `STRILLONE_PACKAGES`.

use std::{
    env, fs,
    path::{Path, PathBuf},
    process::Command,
};

use anyhow::{Context, Result, ensure};

use crate::{artefact::Test, shipped::release};

/// The checks. They need no engine.
pub const TESTS: &[Test] = &[
    (
        "compiler_takes_what_is_right_and_refuses_what_is_wrong",
        compiler_takes_what_is_right_and_refuses_what_is_wrong,
    ),
    (
        "descriptions_follow_their_schemas_and_help_in_an_editor",
        descriptions_follow_their_schemas_and_help_in_an_editor,
    ),
];

/// Names the folder where npm packages are installed, where `cargo xtask test` could do it.
pub const PACKAGES: &str = "STRILLONE_PACKAGES";

const FOLDER: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/declarations");

/// A partner's folder with the package installed. What must be refused is marked in the
/// programs as an expected error.
fn compiler_takes_what_is_right_and_refuses_what_is_wrong() -> Result<()> {
    let partner = tempfile::tempdir()?;
    let modules = partner.path().join("node_modules");
    copy(Path::new(FOLDER), partner.path())?;
    copy(&release().join("npm"), &modules.join("strillone"))?;
    let packages = packages()?.join("node_modules");
    for name in ["@types", "csstype"] {
        std::os::unix::fs::symlink(packages.join(name), modules.join(name))?;
    }
    run(Command::new(packages.join(".bin/tsc")).current_dir(partner.path()))
}

fn descriptions_follow_their_schemas_and_help_in_an_editor() -> Result<()> {
    run(Command::new("node")
        .arg(Path::new(FOLDER).join("descriptions.mjs"))
        .arg(packages()?)
        .arg(release().join("npm")))
}

fn packages() -> Result<PathBuf> {
    Ok(env::var_os(PACKAGES).context(PACKAGES)?.into())
}

/// Copies a folder's files.
fn copy(from: &Path, to: &Path) -> Result<()> {
    fs::create_dir_all(to)?;
    for entry in fs::read_dir(from).with_context(|| from.display().to_string())? {
        let entry = entry?;
        fs::copy(entry.path(), to.join(entry.file_name()))?;
    }
    Ok(())
}

fn run(command: &mut Command) -> Result<()> {
    let output = command.output().with_context(|| format!("{command:?}"))?;
    let text = |bytes| String::from_utf8_lossy(bytes).into_owned();
    ensure!(
        output.status.success(),
        "{}{}",
        text(&output.stdout),
        text(&output.stderr)
    );
    Ok(())
}
