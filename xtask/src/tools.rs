//! What has to be on the machine. Each thing is installed once per machine, outside the
//! checkout, and only if it is not there yet; a program of the right version on `PATH` is used.

mod debian;
mod program;
mod rust;

use std::path::PathBuf;

use anyhow::Result;

use crate::project;
use program::{Program, Source};

pub use program::cache_folder;

/// What the build calls. Trunk's hook asks for the rest by itself.
pub struct BuildTools {
    /// Trunk.
    pub trunk: PathBuf,
    /// The command line tool of wasm-bindgen.
    pub wasm_bindgen: PathBuf,
}

/// Sets up the compiler's parts and finds, or installs, what the build calls.
pub fn for_building() -> Result<BuildTools> {
    rust::require()?;
    // Now, so that a machine without them says so before the long part.
    wasm_opt()?;
    esbuild()?;
    terser()?;
    Ok(BuildTools {
        trunk: trunk().require()?,
        wasm_bindgen: wasm_bindgen()?.require()?,
    })
}

/// Sets up everything that the tests need, and returns Firefox's driver, which Debian lacks.
pub fn for_testing() -> Result<PathBuf> {
    for_building()?;
    debian::require_for_testing()?;
    geckodriver().require()
}

/// Finds, or installs, Binaryen's optimiser.
pub fn wasm_opt() -> Result<PathBuf> {
    binaryen("wasm-opt").require()
}

/// Finds, or installs, the bundler.
pub fn esbuild() -> Result<PathBuf> {
    Program {
        name: "esbuild",
        package: "esbuild",
        version: "0.28.2".to_owned(),
        source: Source::Npm,
        purpose: "makes one script of the loader and the glue",
        duration: "a few seconds",
    }
    .require()
}

/// Finds, or installs, the minifier.
pub fn terser() -> Result<PathBuf> {
    Program {
        name: "terser",
        package: "terser",
        version: "5.51.4".to_owned(),
        source: Source::Npm,
        purpose: "makes the script small",
        duration: "a few seconds",
    }
    .require()
}

/// Finds, or installs, the compiler that checks the types in the loader's comments.
pub fn tsc() -> Result<PathBuf> {
    Program {
        name: "tsc",
        package: "typescript",
        version: "7.0.2".to_owned(),
        source: Source::Npm,
        purpose: "checks the loader's types",
        duration: "a few seconds",
    }
    .require()
}

/// Finds, or installs, the linter of the loader.
pub fn oxlint() -> Result<PathBuf> {
    Program {
        name: "oxlint",
        package: "oxlint",
        version: "1.94.0".to_owned(),
        source: Source::Npm,
        purpose: "looks for mistakes in the loader",
        duration: "a few seconds",
    }
    .require()
}

fn binaryen(name: &'static str) -> Program {
    Program {
        name,
        package: "binaryen",
        version: "132.0.0".to_owned(),
        source: Source::Npm,
        purpose: "makes the wasm small",
        duration: "a few seconds",
    }
}

fn trunk() -> Program {
    Program {
        name: "trunk",
        package: "trunk",
        version: "0.21.14".to_owned(),
        source: Source::LockedCrate,
        purpose: "drives the build",
        duration: "about three minutes",
    }
}

/// Crate and tool must be of the same version, so the lock file says it.
fn wasm_bindgen() -> Result<Program> {
    Ok(Program {
        name: "wasm-bindgen",
        package: "wasm-bindgen-cli",
        version: project::locked_version("wasm-bindgen")?,
        // Its own lock file names a crate that is not to be had.
        source: Source::Crate,
        purpose: "writes the glue between JavaScript and the wasm",
        duration: "about two minutes",
    })
}

fn geckodriver() -> Program {
    Program {
        name: "geckodriver",
        package: "geckodriver",
        version: "0.37.1".to_owned(),
        source: Source::LockedCrate,
        purpose: "drives Firefox in the tests",
        duration: "about a minute",
    }
}
