//! What is shipped, looked at as files.

use std::{env, fs, path::Path};

use anyhow::{Context, Result, ensure};
use base64::{Engine, engine::general_purpose::STANDARD};
use sha2::{Digest, Sha384};

/// Trusted Types refuse these, and a feed's text must never reach them.
const FORBIDDEN: [&str; 9] = [
    "innerHTML",
    "outerHTML",
    "insertAdjacentHTML",
    "setHTMLUnsafe",
    "createContextualFragment",
    "document.write",
    "DOMParser",
    "eval(",
    "new Function",
];

#[test]
fn script_writes_no_html_and_evaluates_no_text() -> Result<()> {
    let script = String::from_utf8(shipped("strillone.js")?)?;
    for word in FORBIDDEN {
        ensure!(!script.contains(word), "strillone.js contains {word}");
    }
    Ok(())
}

#[test]
fn script_is_classic() -> Result<()> {
    let script = String::from_utf8(shipped("strillone.js")?)?;
    for word in ["import.meta", "import(", "export{", "export default"] {
        ensure!(!script.contains(word), "strillone.js contains {word}");
    }
    Ok(())
}

#[test]
fn script_pins_the_wasm_file() -> Result<()> {
    let script = String::from_utf8(shipped("strillone.js")?)?;
    let hash = STANDARD.encode(Sha384::digest(shipped("strillone.wasm")?));
    ensure!(
        script.contains(&format!("sha384-{hash}")),
        "the hash of the wasm file is not in strillone.js"
    );
    Ok(())
}

#[test]
fn one_script_and_one_wasm_file_are_shipped() -> Result<()> {
    let mut shipped = Vec::new();
    for entry in fs::read_dir(dist())? {
        let name = entry?.file_name().to_string_lossy().into_owned();
        if name.ends_with(".js") || name.ends_with(".wasm") {
            shipped.push(name);
        }
    }
    shipped.sort();
    ensure!(
        shipped == ["strillone.js", "strillone.wasm"],
        "shipped: {shipped:?}"
    );
    Ok(())
}

fn dist() -> std::path::PathBuf {
    match env::var_os("STRILLONE_DIST") {
        Some(folder) => folder.into(),
        None => Path::new(env!("CARGO_MANIFEST_DIR")).join("dist"),
    }
}

fn shipped(name: &str) -> Result<Vec<u8>> {
    let file = dist().join(name);
    fs::read(&file)
        .with_context(|| format!("{} is not there: run `cargo xtask build`", file.display()))
}
