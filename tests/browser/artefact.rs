//! What is shipped, looked at as files.

use std::{env, fs};

use anyhow::{Result, ensure};
use base64::{Engine, engine::general_purpose::STANDARD};
use sha2::{Digest, Sha384};

use crate::shipped::{dist, shipped};

/// A test of files, which needs no engine, and its name.
pub type Test = (&'static str, fn() -> Result<()>);

/// The checks of the shipped files. They need no engine.
pub const TESTS: &[Test] = &[
    (
        "scripts_write_no_html_and_evaluate_no_text",
        scripts_write_no_html_and_evaluate_no_text,
    ),
    ("script_is_classic", script_is_classic),
    ("script_pins_the_wasm_file", script_pins_the_wasm_file),
    (
        "no_path_of_a_machine_is_shipped",
        no_path_of_a_machine_is_shipped,
    ),
    (
        "no_other_script_or_wasm_file_is_shipped",
        no_other_script_or_wasm_file_is_shipped,
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

fn scripts_write_no_html_and_evaluate_no_text() -> Result<()> {
    for name in ["strillone.js", "embed.js", "embed-height.js"] {
        let script = String::from_utf8(shipped(name)?)?;
        for word in FORBIDDEN {
            ensure!(!script.contains(word), "{name} contains {word}");
        }
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
        "the hash of strillone.wasm is not in strillone.js"
    );
    Ok(())
}

/// A path would tell of the machine, and make another machine's bytes differ.
fn no_path_of_a_machine_is_shipped() -> Result<()> {
    let home = env::var("HOME")?;
    for name in ["strillone.js", "strillone.wasm"] {
        let bytes = shipped(name)?;
        for path in [env!("CARGO_MANIFEST_DIR"), &format!("{home}/"), ".cargo/"] {
            let is_there = bytes.windows(path.len()).any(|it| it == path.as_bytes());
            ensure!(!is_there, "{name} contains {path}");
        }
    }
    Ok(())
}

fn no_other_script_or_wasm_file_is_shipped() -> Result<()> {
    let mut names = Vec::new();
    for entry in fs::read_dir(dist())? {
        let name = entry?.file_name().to_string_lossy().into_owned();
        if name.ends_with(".js") || name.ends_with(".wasm") {
            names.push(name);
        }
    }
    names.sort();
    ensure!(
        names
            == [
                "embed-height.js",
                "embed.js",
                "strillone.js",
                "strillone.wasm"
            ],
        "shipped: {names:?}"
    );
    Ok(())
}
