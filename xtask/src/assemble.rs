//! Trunk's hook: what wasm-bindgen emitted → the two shipped files.
//!
//! ```text
//! glue/strillone_bg.wasm ─► prune ─► wasm-opt ─► rename ─► strillone.wasm ─► its hash
//!                                                  │                          │
//! glue/strillone.js ─► tidy ───────────────────────┴──┐                       ▼
//! src/loader/main.js, with its modules ───────────────┴───────► esbuild ─► strillone.js
//! ```
//!
//! The script holds the hash of the wasm, so that one `integrity` attribute covers both.

use std::{
    collections::BTreeMap,
    env, fs,
    path::{Path, PathBuf},
    process::Command,
};

use anyhow::{Context, Result};
use base64::{Engine, prelude::BASE64_STANDARD};
use serde::Serialize;
use sha2::{Digest, Sha384};

use crate::{compress, glue, process, project, prune, rename, tools};

/// The files that partners' pages load.
pub const SHIPPED: &[&str] = &["strillone.js", "strillone.wasm"];

/// The wasm features that every engine we serve has. `--all-features` would let the optimiser
/// write types that engines refuse.
const WASM_FEATURES: &[&str] = &[
    "--enable-bulk-memory",
    "--enable-reference-types",
    "--enable-sign-ext",
    "--enable-nontrapping-float-to-int",
    "--enable-multivalue",
    "--enable-mutable-globals",
];

/// The oldest script syntax that the engines we serve have in common.
const SYNTAX: &str = "es2020,safari15";

/// `manifest.json`: what a publisher needs to write the tag.
#[derive(Serialize)]
struct Manifest {
    version: &'static str,
    files: BTreeMap<&'static str, ManifestFile>,
}

#[derive(Serialize)]
struct ManifestFile {
    integrity: String,
    bytes: usize,
}

/// Works in Trunk's staging folder, which becomes `dist` if this succeeds.
pub fn run() -> Result<()> {
    let staging = env::var_os("TRUNK_STAGING_DIR")
        .map(PathBuf::from)
        .context("TRUNK_STAGING_DIR is not set: `assemble` is Trunk's, use `cargo xtask build`")?;
    let wasm = staging.join("strillone.wasm");
    let script = staging.join("strillone.js");
    let glue_folder = staging.join("glue");
    let glue_wasm = glue_folder.join("strillone_bg.wasm");
    let glue_script = glue_folder.join("strillone.js");

    let glue = glue::tidy(&String::from_utf8(read(&glue_script)?)?)?;
    fs::write(&glue_script, &glue)?;
    // This first bundle only tells what the script calls in the wasm.
    bundle(&glue_script, "", &script)?;
    let calls = String::from_utf8(read(&script)?)?;
    prune::unused_exports(&glue_wasm, WASM_FEATURES, &glue, &calls)?;
    optimise(&glue_wasm, &wasm)?;
    fs::write(&glue_script, rename::shorten(&wasm, WASM_FEATURES, &glue)?)?;
    bundle(&glue_script, &integrity(&read(&wasm)?), &script)?;
    fs::remove_dir_all(&glue_folder)?;

    publish(&staging)
}

fn optimise(from: &Path, to: &Path) -> Result<()> {
    process::run(
        Command::new(tools::wasm_opt()?)
            // Functions that are called once stay on their own: larger, but they compress
            // better. Their names are needed once more.
            .args(["--no-inline=*", "-Oz", "--converge", "--debuginfo"])
            .args(WASM_FEATURES)
            .arg(from)
            .arg("--output")
            .arg(to),
    )
}

fn bundle(glue: &Path, wasm_integrity: &str, to: &Path) -> Result<()> {
    let loader = project::root()?.join("src/loader");
    process::run(
        Command::new(tools::esbuild()?)
            .arg(loader.join("main.js"))
            .args(["--bundle", "--minify", "--format=iife", "--charset=utf8"])
            // A registry that nobody uses is then seen to be unused.
            .arg("--pure:FinalizationRegistry")
            .args(["--legal-comments=none", "--log-level=warning"])
            .arg(format!("--target={SYNTAX}"))
            .arg(format!("--alias:strillone-glue={}", glue.display()))
            // What it exports takes the place of `WebAssembly.instantiate` in the glue.
            .arg(format!("--inject:{}", loader.join("guard.js").display()))
            .arg(format!("--define:__WASM_INTEGRITY__=\"{wasm_integrity}\""))
            .arg(format!("--define:__VERSION__=\"{}\"", project::VERSION))
            .arg(format!("--outfile={}", to.display())),
    )
}

/// Adds the compressed copies, the folder that never changes, and the manifest.
fn publish(staging: &Path) -> Result<()> {
    let fixed = staging.join(project::VERSION);
    fs::create_dir(&fixed)?;
    let mut files = BTreeMap::new();
    for name in SHIPPED {
        let file = staging.join(name);
        compress::beside(&file)?;
        for copy in [
            (*name).to_owned(),
            format!("{name}.br"),
            format!("{name}.gz"),
        ] {
            fs::copy(staging.join(&copy), fixed.join(&copy))?;
        }
        let bytes = read(&file)?;
        files.insert(
            *name,
            ManifestFile {
                integrity: integrity(&bytes),
                bytes: bytes.len(),
            },
        );
    }
    let manifest = Manifest {
        version: project::VERSION,
        files,
    };
    let mut text = serde_json::to_string_pretty(&manifest)?;
    text.push('\n');
    fs::write(staging.join("manifest.json"), text)?;
    Ok(())
}

/// The value of an `integrity` attribute.
fn integrity(bytes: &[u8]) -> String {
    format!("sha384-{}", BASE64_STANDARD.encode(Sha384::digest(bytes)))
}

fn read(path: &Path) -> Result<Vec<u8>> {
    fs::read(path).with_context(|| format!("could not read {}", path.display()))
}
