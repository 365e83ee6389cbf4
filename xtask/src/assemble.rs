//! Trunk's hook: what wasm-bindgen emitted → the two shipped files.
//!
//! ```text
//! glue/…_bg.wasm ─► wasm-opt ─► rename ─► strillone.wasm ─► its hash
//!                                         │                            │
//! glue/….js ─► tidy ─────────────────────┴──┐                         ▼
//! src/loader/main.js, with its modules ──────┼────────► esbuild ─► strillone.js
//! the style sheet ───────────────────────────┘
//! ```
//!
//! The script holds the hash of the wasm, so that one `integrity` attribute covers both. Beside
//! them come the frame's page with its two scripts, the style sheet for printed pages, and
//! `module/`: the same loader as a package's ES module.

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

use crate::{compress, glue, process, project, rename, tools};

/// The files that partners' pages load.
pub const SHIPPED: &[&str] = &[
    "strillone.js",
    "strillone.wasm",
    "embed.html",
    "embed.js",
    "embed-height.js",
    "strillone.css",
];

/// The package's entry, in `dist`.
pub const MODULE: &str = "module/strillone.js";

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

/// What the bundler is told for a module.
const MODULE_FORMAT: &str = "--format=esm";

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
    /// As it travels, compressed by Brotli.
    brotli: u64,
}

/// Works in Trunk's staging folder, which becomes `dist` if this succeeds.
pub fn run() -> Result<()> {
    let staging = env::var_os("TRUNK_STAGING_DIR")
        .map(PathBuf::from)
        .context("TRUNK_STAGING_DIR is not set: `assemble` is Trunk's, use `cargo xtask build`")?;
    let wasm = staging.join("strillone.wasm");
    let script = staging.join("strillone.js");
    let glue_folder = staging.join("glue");
    let glue_wasm = glue_folder.join("strillone-artefact_bg.wasm");
    let glue_script = glue_folder.join("strillone-artefact.js");

    let loader = project::root()?.join("src/loader");
    let style = glue_folder.join("style.css");
    fs::write(&style, strillone::view::FIRST_STYLE)?;

    let glue = glue::tidy(&String::from_utf8(read(&glue_script)?)?)?;
    fs::write(&glue_script, &glue)?;
    optimise(&glue_wasm, &wasm)?;
    fs::write(&glue_script, rename::shorten(&wasm, WASM_FEATURES, &glue)?)?;
    let wasm_hash = integrity(&read(&wasm)?);
    let made = Made {
        glue: &glue_script,
        style: &style,
        wasm_hash: &wasm_hash,
    };
    bundle(&loader.join("main.js"), &script, &tag_form(&loader, &made))?;
    bundle(
        &loader.join("module/main.js"),
        &staging.join(MODULE),
        &module_form(&loader, &made),
    )?;
    fs::remove_dir_all(&glue_folder)?;

    frame(&loader.join("frame"), &staging)?;
    fs::write(staging.join("strillone.css"), printed_style())?;
    publish(&staging)
}

/// The page for frames, and its two scripts. The options it takes are those of the table.
fn frame(sources: &Path, staging: &Path) -> Result<()> {
    for name in ["embed.js", "embed-height.js"] {
        bundle(
            &sources.join(name),
            &staging.join(name),
            &[options_define()],
        )?;
    }
    fs::copy(sources.join("embed.html"), staging.join("embed.html"))?;
    Ok(())
}

/// The style sheet of what a server prints: see `strillone print`.
fn printed_style() -> String {
    [strillone::view::STYLE, strillone::view::PRINTED_STYLE].concat()
}

fn optimise(from: &Path, to: &Path) -> Result<()> {
    process::run(
        Command::new(tools::wasm_opt()?)
            // Functions that are called once stay on their own, and what stands twice in one is
            // not kept in a variable: larger, but it compresses better.
            .args(["--no-inline=*", "--skip-pass=local-cse"])
            // What each branch computes lies open to the optimiser, which folds more of it.
            .args(["--flatten", "--rereloop"])
            // Twice, because one round leaves something of what the flattening took apart.
            .args(["-Oz", "-Oz", "--converge"])
            // Below 1,024 lies the end of the stack.
            .arg("--low-memory-unused")
            .args(WASM_FEATURES)
            .arg(from)
            .arg("--output")
            .arg(to),
    )
}

/// One minified script of `entry` and what it imports: the bundler sees which parts are used, and
/// the minifier makes 3 % less of the result than the bundler does alone.
fn bundle(entry: &Path, to: &Path, more: &[String]) -> Result<()> {
    process::run(
        Command::new(tools::esbuild()?)
            .arg(entry)
            .args(["--bundle", "--minify", "--charset=utf8"])
            // A registry that nobody uses is then seen to be unused.
            .arg("--pure:FinalizationRegistry")
            .args(["--legal-comments=none", "--log-level=warning"])
            .arg(format!("--target={SYNTAX}"))
            .args(more)
            .arg(format!("--outfile={}", to.display())),
    )?;
    process::run(
        Command::new(tools::terser()?)
            .arg(to)
            .args(["--compress", "passes=3,ecma=2020,hoist_funs", "--mangle"])
            .args(
                more.iter()
                    .filter(|it| *it == MODULE_FORMAT)
                    .map(|_| "--module"),
            )
            .arg("--output")
            .arg(to),
    )
}

/// What the loader is bundled with that is no source of its own.
struct Made<'a> {
    glue: &'a Path,
    style: &'a Path,
    wasm_hash: &'a str,
}

/// The loader as the classic script that a tag loads.
fn tag_form(loader: &Path, made: &Made<'_>) -> Vec<String> {
    loader_form(loader, &loader.join("script_url.js"), made)
}

/// The loader as a module that a page's own scripts import.
fn module_form(loader: &Path, made: &Made<'_>) -> Vec<String> {
    let mut form = loader_form(loader, &loader.join("module/script_url.js"), made);
    form.push(MODULE_FORMAT.to_owned());
    form
}

fn loader_form(loader: &Path, script_url: &Path, made: &Made<'_>) -> Vec<String> {
    vec![
        format!("--alias:strillone-glue={}", made.glue.display()),
        format!("--alias:strillone-style={}", made.style.display()),
        format!("--alias:strillone-script-url={}", script_url.display()),
        "--loader:.css=text".to_owned(),
        // What it exports takes the place of `WebAssembly.instantiate` in the glue.
        format!("--inject:{}", loader.join("crash.js").display()),
        format!("--define:__WASM_INTEGRITY__=\"{}\"", made.wasm_hash),
        format!("--define:__VERSION__=\"{}\"", project::VERSION),
        options_define(),
    ]
}

/// The names of all options, from the table, as a constant of the script.
fn options_define() -> String {
    let options = strillone::config::options();
    let names: Vec<String> = options.iter().map(|it| format!("{:?}", it.name)).collect();
    format!("--define:__OPTIONS__=[{}]", names.join(","))
}

/// Adds the compressed copies, the folder that never changes, and the manifest.
fn publish(staging: &Path) -> Result<()> {
    let fixed = staging.join(project::VERSION);
    fs::create_dir(&fixed)?;
    let mut files = BTreeMap::new();
    for name in SHIPPED {
        let file = staging.join(name);
        compress::beside(&file)?;
        for copy in compress::names(name) {
            fs::copy(staging.join(&copy), fixed.join(&copy))?;
        }
        let bytes = read(&file)?;
        files.insert(
            *name,
            ManifestFile {
                integrity: integrity(&bytes),
                bytes: bytes.len(),
                brotli: fs::metadata(staging.join(format!("{name}.br")))?.len(),
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
