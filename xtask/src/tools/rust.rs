//! The parts of the Rust toolchain beyond the compiler.

use std::{
    path::{Path, PathBuf},
    process::Command,
};

use anyhow::{Context, Result};

use crate::{process, project};

/// What rustup adds, and a file below the toolchain's folder that proves it is there.
const PARTS: &[(&str, &str, &str)] = &[
    (
        "target",
        "wasm32-unknown-unknown",
        "lib/rustlib/wasm32-unknown-unknown/lib",
    ),
    (
        "component",
        "rust-src",
        "lib/rustlib/src/rust/library/Cargo.lock",
    ),
    ("component", "rustfmt", "bin/rustfmt"),
    ("component", "clippy", "bin/cargo-clippy"),
];

/// Adds the parts that are missing. `rust-toolchain.toml` lists them too, but rustup adds
/// those by itself only while it also installs the toolchain.
pub fn require() -> Result<()> {
    let toolchain = toolchain()?;
    for (kind, part, proof) in PARTS {
        if !is_there(&toolchain, proof) {
            println!("Adding {part} to the Rust toolchain: once per machine, under a minute");
            process::run(
                Command::new("rustup")
                    .args([kind, "add", part])
                    .current_dir(project::root()?),
            )
            .with_context(|| {
                format!(
                    "the Rust toolchain in {} lacks {part}; \
                     `rustup {kind} add {part}` adds it where rustup is in charge",
                    toolchain.display()
                )
            })?;
        }
    }
    Ok(())
}

fn toolchain() -> Result<PathBuf> {
    let path = process::output(
        Command::new("rustc")
            .args(["--print", "sysroot"])
            .current_dir(project::root()?),
    )?;
    Ok(PathBuf::from(path.trim()))
}

fn is_there(toolchain: &Path, proof: &str) -> bool {
    toolchain.join(proof).exists()
}
