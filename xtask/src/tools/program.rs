//! Programs that a package registry has.

use std::{
    fs::{self, File},
    path::{Path, PathBuf},
    process::Command,
};

use anyhow::{Context, Result, bail};
use etcetera::base_strategy::{BaseStrategy, Xdg};

use crate::process;

/// A program, and the package that brings it.
pub struct Program {
    /// What it is called.
    pub name: &'static str,
    /// The package that brings it.
    pub package: &'static str,
    /// The one version that is used.
    pub version: String,
    /// Where the package comes from.
    pub source: Source,
    /// What it does here, for those who wait for it.
    pub purpose: &'static str,
    /// How long they wait.
    pub duration: &'static str,
}

/// Where a package comes from.
#[derive(Clone, Copy)]
pub enum Source {
    /// A crate, with the newest dependencies that fit.
    Crate,
    /// A crate, with the dependencies its own lock file names.
    LockedCrate,
    /// A package of npm.
    Npm,
}

impl Program {
    /// The program's path. Installs it when it is neither on `PATH` nor among the tools.
    pub fn require(&self) -> Result<PathBuf> {
        if let Some(path) = self.on_path() {
            return Ok(path);
        }
        let folder = tools_folder()?.join(format!("{}-{}", self.package, self.version));
        let path = match self.source {
            Source::Crate | Source::LockedCrate => folder.join("bin").join(self.name),
            Source::Npm => folder.join("node_modules/.bin").join(self.name),
        };
        if path.exists() {
            return Ok(path);
        }
        // Another checkout may be installing the same: wait, then look again.
        let _lock = lock()?;
        if !path.exists() {
            println!(
                "Installing {} {}, which {}: once per machine, {}",
                self.package, self.version, self.purpose, self.duration
            );
            self.install(&folder)?;
        }
        if !path.exists() {
            bail!(
                "{} {} was installed, but {} is missing",
                self.package,
                self.version,
                path.display()
            );
        }
        Ok(path)
    }

    fn on_path(&self) -> Option<PathBuf> {
        let path = which::which(self.name).ok()?;
        let output = Command::new(&path).arg("--version").output().ok()?;
        names_version(&String::from_utf8_lossy(&output.stdout), &self.version).then_some(path)
    }

    /// Installs beside the final folder and renames, so that an interrupted installation is
    /// never taken for a complete one.
    fn install(&self, folder: &Path) -> Result<()> {
        let partial = folder.with_extension("partial");
        if partial.exists() {
            fs::remove_dir_all(&partial)?;
        }
        fs::create_dir_all(&partial)?;
        match self.source {
            Source::Crate => self.install_crate(&partial, &[])?,
            Source::LockedCrate => self.install_crate(&partial, &["--locked"])?,
            Source::Npm => self.install_npm(&partial)?,
        }
        fs::rename(&partial, folder)
            .with_context(|| format!("could not put {} in place", folder.display()))
    }

    /// Without optimisation: these programs run for a second, but would be compiled for many
    /// minutes.
    fn install_crate(&self, folder: &Path, more: &[&str]) -> Result<()> {
        let scratch = cache_folder()?.join("build");
        process::run(
            Command::new("cargo")
                .args(["install", self.package, "--debug"])
                .args(["--version", &format!("={}", self.version)])
                .arg("--root")
                .arg(folder)
                .args(more)
                .current_dir(folder)
                .env("CARGO_TARGET_DIR", &scratch)
                .env("CARGO_PROFILE_DEV_DEBUG", "0"),
        )?;
        fs::remove_dir_all(&scratch)
            .with_context(|| format!("could not remove {}", scratch.display()))
    }

    fn install_npm(&self, folder: &Path) -> Result<()> {
        let npm = which::which("npm").with_context(|| {
            format!(
                "{} comes from npm: install Node.js 18 or newer, with npm",
                self.package
            )
        })?;
        process::run(
            Command::new(npm)
                .args(["install", "--ignore-scripts", "--no-audit", "--no-fund"])
                .args(["--loglevel", "error", "--prefix"])
                .arg(folder)
                .arg(format!("{}@{}", self.package, self.version))
                .current_dir(folder),
        )
    }
}

/// Where everything that is made once per machine is kept.
pub fn cache_folder() -> Result<PathBuf> {
    let folders = Xdg::new().context("no home folder is known: set HOME")?;
    Ok(folders.cache_dir().join("strillone"))
}

fn tools_folder() -> Result<PathBuf> {
    Ok(cache_folder()?.join("tools"))
}

/// Held while something is installed; the system lets go of it when the process ends.
fn lock() -> Result<File> {
    let folder = tools_folder()?;
    fs::create_dir_all(&folder)
        .with_context(|| format!("could not make the folder {}", folder.display()))?;
    let file = File::create(folder.join(".lock"))?;
    file.lock()?;
    Ok(file)
}

/// Whether a program that prints this is of that version. Binaryen leaves out the zeros.
fn names_version(output: &str, version: &str) -> bool {
    let short = version.strip_suffix(".0.0").unwrap_or(version);
    output
        .split_whitespace()
        .any(|word| word == version || word == short)
}

#[cfg(test)]
mod tests {
    use super::names_version;

    #[test]
    fn only_the_very_version_counts() {
        assert!(names_version("trunk 0.21.14\n", "0.21.14"));
        assert!(names_version("0.28.2\n", "0.28.2"));
        assert!(names_version(
            "wasm-opt version 132 (version_132)\n",
            "132.0.0"
        ));
        assert!(names_version(
            "geckodriver 0.37.1 (abc 2026-01-01)\n",
            "0.37.1"
        ));

        assert!(!names_version(
            "wasm-opt version 108 (version_108)\n",
            "132.0.0"
        ));
        assert!(!names_version("wasm-bindgen 0.2.13\n", "0.2.130"));
        assert!(!names_version("", "0.2.130"));
    }
}
