//! What is shipped, looked at as files.

use std::fs;

use anyhow::{Result, ensure};
use base64::{Engine, engine::general_purpose::STANDARD};
use sha2::{Digest, Sha384};

use crate::stage::{dist, shipped};

/// A test and its name.
type Test = (&'static str, fn() -> Result<()>);

/// The checks of the shipped files. They need no engine.
pub const TESTS: &[Test] = &[
    (
        "script_writes_no_html_and_evaluates_no_text",
        script_writes_no_html_and_evaluates_no_text,
    ),
    ("script_is_classic", script_is_classic),
    ("script_pins_the_wasm_file", script_pins_the_wasm_file),
    (
        "one_script_and_one_wasm_file_are_shipped",
        one_script_and_one_wasm_file_are_shipped,
    ),
];

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

fn script_writes_no_html_and_evaluates_no_text() -> Result<()> {
    let script = String::from_utf8(shipped("strillone.js")?)?;
    for word in FORBIDDEN {
        ensure!(!script.contains(word), "strillone.js contains {word}");
    }
    Ok(())
}

fn script_is_classic() -> Result<()> {
    let script = String::from_utf8(shipped("strillone.js")?)?;
    for word in ["import.meta", "import(", "export{", "export default"] {
        ensure!(!script.contains(word), "strillone.js contains {word}");
    }
    Ok(())
}

fn script_pins_the_wasm_file() -> Result<()> {
    let script = String::from_utf8(shipped("strillone.js")?)?;
    let hash = STANDARD.encode(Sha384::digest(shipped("strillone.wasm")?));
    ensure!(
        script.contains(&format!("sha384-{hash}")),
        "the hash of the wasm file is not in strillone.js"
    );
    Ok(())
}

fn one_script_and_one_wasm_file_are_shipped() -> Result<()> {
    let mut names = Vec::new();
    for entry in fs::read_dir(dist())? {
        let name = entry?.file_name().to_string_lossy().into_owned();
        if name.ends_with(".js") || name.ends_with(".wasm") {
            names.push(name);
        }
    }
    names.sort();
    ensure!(
        names == ["strillone.js", "strillone.wasm"],
        "shipped: {names:?}"
    );
    Ok(())
}
