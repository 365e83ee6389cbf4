//! Short names for what wasm and glue call each other by. wasm-bindgen's are long and end in
//! hashes, which stand in both files and do not compress.

use std::{collections::HashMap, path::Path, process::Command};

use anyhow::{Context, Result, bail};
use serde::Deserialize;

use crate::glue::is_name_letter;
use crate::{order, process, tools};

/// The module that the wasm imports from, as wasm-bindgen calls it, quoted as in the glue.
const MODULE: &str = "\"./strillone-artefact_bg.js\"";
/// The same after Binaryen has renamed it.
const SHORT_MODULE: &str = "a";

/// What Binaryen prints when it has shortened the names of a wasm file.
#[derive(Deserialize)]
struct Renames {
    /// Module, name, short name.
    imports: Vec<(String, String, String)>,
    /// Name, short name.
    exports: Vec<(String, String)>,
}

/// Orders the functions of the file `wasm`, shortens its names, and returns `glue` with the
/// names that belong to it.
/// From then on the file holds nothing that only tools read.
pub fn shorten(wasm: &Path, features: &[&str], glue: &str) -> Result<String> {
    order::name_functions(wasm)?;
    let printed = process::output(
        Command::new(tools::wasm_opt()?)
            .arg("--reorder-functions-by-name")
            .args(["--strip-debug", "--strip-producers"])
            .arg("--strip-target-features")
            .arg("--minify-imports-and-exports-and-modules")
            .args(features)
            .arg(wasm)
            .arg("--output")
            .arg(wasm),
    )?;
    let renames = serde_json::from_str(&printed)
        .context("wasm-opt printed something else than the names it shortened")?;
    apply(&renames, glue)
}

/// An import is a key of the glue's one object of imports; an export is a property of `wasm`.
fn apply(renames: &Renames, glue: &str) -> Result<String> {
    let imports: HashMap<&str, &str> = renames
        .imports
        .iter()
        .map(|(_, name, short)| (name.as_str(), short.as_str()))
        .collect();
    let exports: HashMap<&str, &str> = renames
        .exports
        .iter()
        .map(|(name, short)| (name.as_str(), short.as_str()))
        .collect();

    let mut renamed = String::with_capacity(glue.len());
    let mut found_imports = 0;
    let mut rest = glue;
    while let Some(start) = rest.find(is_name_letter) {
        let (before, from_name) = rest.split_at(start);
        let end = from_name
            .find(|letter| !is_name_letter(letter))
            .unwrap_or(from_name.len());
        let (name, after) = from_name.split_at(end);
        renamed.push_str(before);
        let short = if renamed.ends_with("wasm.") {
            exports.get(name)
        } else if after.starts_with(": ") {
            let short = imports.get(name);
            found_imports += usize::from(short.is_some());
            short
        } else {
            None
        };
        renamed.push_str(short.unwrap_or(&name));
        rest = after;
    }
    renamed.push_str(rest);

    if found_imports != imports.len() || !renamed.contains(MODULE) {
        bail!(
            "the wasm imports {} names, but the glue has {found_imports} of them: \
             wasm-bindgen's glue changed, adapt `rename`",
            imports.len()
        );
    }
    Ok(renamed.replace(MODULE, &format!("\"{SHORT_MODULE}\"")))
}

#[cfg(test)]
mod tests {
    use super::{Renames, apply};

    const GLUE: &str = r#"
export function mount(host) { return wasm.mount(host); }
const import0 = {
    __wbg_new_12ab: function(arg0) { return new Array(wasm.memory.buffer); },
};
return { "./strillone-artefact_bg.js": import0 };
"#;

    fn renames(import: &str) -> Renames {
        let owned = str::to_owned;
        Renames {
            imports: vec![(
                owned("./strillone-artefact_bg.js"),
                owned(import),
                owned("a"),
            )],
            exports: vec![(owned("mount"), owned("b")), (owned("memory"), owned("c"))],
        }
    }

    #[test]
    fn the_names_between_wasm_and_glue_are_shortened_and_no_others() {
        let renamed = apply(&renames("__wbg_new_12ab"), GLUE).expect("the glue has the names");
        let expected = r#"
export function mount(host) { return wasm.b(host); }
const import0 = {
    a: function(arg0) { return new Array(wasm.c.buffer); },
};
return { "a": import0 };
"#;
        assert_eq!(renamed, expected);
    }

    #[test]
    fn an_import_that_the_glue_lacks_stops_the_build() {
        assert!(apply(&renames("__wbg_new_34cd"), GLUE).is_err());
    }
}
