//! The package for npm: an ES module that defines the element when it is imported, its two
//! other files beside it, and the declarations.

use std::path::Path;

use anyhow::Result;
use serde_json::json;

use super::{copy_file, editors, put};
use crate::assemble::MODULE;
use crate::project;
use crate::tables::Tables;

const ELEMENT: &str = include_str!("../../templates/strillone.d.ts");
const REACT: &str = include_str!("../../templates/react.d.ts");
const JSX: &str = include_str!("../../templates/jsx.d.ts");

/// Writes the package.
pub fn write(dist: &Path, package: &Path) -> Result<()> {
    let tables = Tables::new();
    let texts = [
        ("package.json", description()?),
        ("strillone.d.ts", tables.render(ELEMENT)?),
        ("react.d.ts", tables.render(REACT)?),
        ("jsx.d.ts", tables.render(JSX)?),
        ("custom-elements.json", editors::manifest(&tables)?),
        ("vscode.html-custom-data.json", editors::vscode(&tables)?),
        ("web-types.json", editors::web_types(&tables)?),
    ];
    for (name, text) in texts {
        put(&package.join(name), &text)?;
    }
    copy_file(&dist.join(MODULE), &package.join("strillone.js"))?;
    let wasm = "strillone.wasm";
    copy_file(&dist.join(wasm), &package.join(wasm))?;
    let root = project::root()?;
    for name in ["README.md", "LICENSE-MIT", "LICENSE-APACHE"] {
        copy_file(&root.join(name), &package.join(name))?;
    }
    Ok(())
}

fn description() -> Result<String> {
    let package = json!({
        "name": "strillone",
        "version": project::VERSION,
        "description": "A live headline widget as a custom element.",
        "license": "MIT OR Apache-2.0",
        "type": "module",
        // Importing it defines the element: no bundler may leave it out.
        "sideEffects": true,
        "main": "./strillone.js",
        "types": "./strillone.d.ts",
        "exports": {
            // The declarations lie beside it under the same name, where compilers look.
            ".": "./strillone.js",
            "./react": { "types": "./react.d.ts" },
            "./jsx": { "types": "./jsx.d.ts" },
            "./strillone.wasm": "./strillone.wasm",
            "./custom-elements.json": "./custom-elements.json",
            "./package.json": "./package.json",
        },
        "customElements": "custom-elements.json",
        "web-types": "web-types.json",
        "keywords": ["rss", "atom", "json-feed", "news", "web-component", "wasm"],
    });
    Ok(format!("{}\n", serde_json::to_string_pretty(&package)?))
}
