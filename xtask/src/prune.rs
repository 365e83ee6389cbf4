//! Takes out of the wasm what the script never calls. wasm-bindgen exports every class that
//! any crate marks, such as the streams of an HTTP crate, and an export keeps alive all that
//! it needs; only the bundler knows that the script has no use for it.

use std::{collections::BTreeSet, fs, path::Path, process::Command};

use anyhow::Result;
use serde_json::json;

use crate::{glue::is_name_letter, process, tools};

/// Removes from the file `wasm` the exports of `glue` that `script`, its bundled form without
/// dead code, no longer names, and whatever only they needed.
pub fn unused_exports(wasm: &Path, features: &[&str], glue: &str, script: &str) -> Result<()> {
    let used: Vec<&str> = names_after("wasm.", glue)
        .intersection(&names_after(".", script))
        .copied()
        .collect();
    let mut graph = vec![json!({ "name": "script", "root": true, "reaches": used })];
    graph.extend(
        used.iter()
            .map(|name| json!({ "name": name, "export": name })),
    );
    let graph_file = wasm.with_extension("graph.json");
    fs::write(&graph_file, serde_json::to_vec(&graph)?)?;
    // It prints the name of everything it removes: thousands.
    process::output(
        Command::new(tools::wasm_metadce()?)
            .arg("--debuginfo")
            .args(features)
            .arg("--graph-file")
            .arg(&graph_file)
            .arg(wasm)
            .arg("--output")
            .arg(wasm),
    )?;
    Ok(())
}

fn names_after<'a>(prefix: &str, script: &'a str) -> BTreeSet<&'a str> {
    script
        .split(prefix)
        .skip(1)
        .filter_map(|text| text.split(|letter| !is_name_letter(letter)).next())
        .filter(|name| !name.is_empty())
        .collect()
}

#[cfg(test)]
mod tests {
    use super::names_after;

    #[test]
    fn the_names_of_properties_are_found() {
        let names = names_after("wasm.", "wasm.mount(host);new X(wasm.memory.buffer)");
        assert_eq!(names.into_iter().collect::<Vec<_>>(), ["memory", "mount"]);
        assert!(names_after(".", "i.__a$1(2)").contains("__a$1"));
    }
}
