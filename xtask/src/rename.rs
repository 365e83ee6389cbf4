//! Short names for what wasm and glue call each other by. wasm-bindgen's are long and end in
//! hashes, which stand in both files and do not compress.

use std::{collections::HashMap, fs, path::Path, process::Command};

use anyhow::{Context, Result, bail, ensure};
use wasm_encoder::{EntityType, ExportKind, ExportSection, ImportSection, RawSection};
use wasm_encoder::{Module, NameMap, NameSection};
use wasmparser::{ExternalKind, KnownCustom, Parser, Payload, TypeRef};

use crate::glue::is_name_letter;
use crate::imports::Imports;
use crate::{order, process, tools};

/// The module that the wasm imports from, as wasm-bindgen calls it, quoted as in the glue.
const MODULE: &str = "\"./strillone-artefact_bg.js\"";

/// The same for short.
const SHORT_MODULE: &str = "a";

/// Long name, short name.
type Exports = HashMap<String, String>;

/// Orders the functions of the file `wasm`, shortens its names, and returns `glue` with the
/// names that belong to it.
/// From then on the file holds nothing that only tools read.
pub fn shorten(wasm: &Path, features: &[&str], glue: &str) -> Result<String> {
    let imports = Imports::of(glue)?;
    let long = fs::read(wasm).with_context(|| format!("could not read {}", wasm.display()))?;
    let (short, exports) = renamed(&long, &imports)?;
    fs::write(wasm, short).with_context(|| format!("could not write {}", wasm.display()))?;
    process::run(
        Command::new(tools::wasm_opt()?)
            .args([
                "--duplicate-import-elimination",
                "--reorder-functions-by-name",
            ])
            .args(["--strip-debug", "--strip-producers"])
            .arg("--strip-target-features")
            .args(features)
            .arg(wasm)
            .arg("--output")
            .arg(wasm),
    )?;
    ensure!(
        imports.glue.contains(MODULE),
        "wasm-bindgen's glue changed: adapt `rename`, which looks in it for {MODULE}"
    );
    let glue = with_short_exports(&imports.glue, &exports);
    Ok(glue.replace(MODULE, &format!("\"{SHORT_MODULE}\"")))
}

/// The wasm file with short names for what goes in and out, and with functions whose names'
/// alphabetical order is the one they compress best in, so that Binaryen can put them in that
/// order.
fn renamed(wasm: &[u8], imports: &Imports) -> Result<(Vec<u8>, Exports)> {
    let mut short = Module::new();
    let mut exports = Exports::new();
    let mut names = Vec::new();
    let mut types: Vec<u32> = Vec::new();
    let mut bodies = Vec::new();
    for payload in Parser::new(0).parse_all(wasm) {
        let payload = payload?;
        match &payload {
            Payload::ImportSection(section) => {
                let mut shorter = ImportSection::new();
                for import in section.clone().into_imports() {
                    let import = import?;
                    let (Some(place), TypeRef::Func(index)) =
                        (imports.places.get(import.name), import.ty)
                    else {
                        bail!("the glue lacks {}, which the wasm imports", import.name);
                    };
                    let function = EntityType::Function(index);
                    shorter.import(SHORT_MODULE, &place.to_string(), function);
                    // Before all others, in the order of the glue.
                    names.push(format!("!{place:06}{:06}", names.len()));
                }
                short.section(&shorter);
                continue;
            }
            Payload::ExportSection(section) => {
                let mut shorter = ExportSection::new();
                for export in section.clone() {
                    let export = export?;
                    let name = short_name(exports.len());
                    shorter.export(&name, kind(export.kind)?, export.index);
                    exports.insert(export.name.to_owned(), name);
                }
                short.section(&shorter);
                continue;
            }
            Payload::FunctionSection(functions) => {
                types = functions.clone().into_iter().collect::<Result<_, _>>()?;
            }
            Payload::CodeSectionEntry(body) => bodies.push(body.as_bytes()),
            Payload::CustomSection(section)
                if matches!(section.as_known(), KnownCustom::Name(_)) =>
            {
                continue;
            }
            _ => {}
        }
        if let Some((id, range)) = payload.as_section() {
            let data = wasm.get(range).context("a section ends behind the file")?;
            short.section(&RawSection { id, data });
        }
    }

    let imported = names.len();
    names.resize(imported + bodies.len(), String::new());
    for (place, function) in order::by_likeness(&bodies, &types).into_iter().enumerate() {
        names[imported + function] = format!("{place:06}");
    }
    let mut map = NameMap::new();
    for (index, name) in (0..).zip(&names) {
        map.append(index, name);
    }
    let mut section = NameSection::new();
    section.functions(&map);
    short.section(&section);
    Ok((short.finish(), exports))
}

fn kind(kind: ExternalKind) -> Result<ExportKind> {
    Ok(match kind {
        ExternalKind::Func => ExportKind::Func,
        ExternalKind::Table => ExportKind::Table,
        ExternalKind::Memory => ExportKind::Memory,
        ExternalKind::Global => ExportKind::Global,
        other => bail!("the wasm exports a {other:?}, for which `rename` knows no name"),
    })
}

/// `a` to `z`, then `aa`, `ab`, …
fn short_name(index: usize) -> String {
    let letter = char::from(b'a' + (index % 26) as u8);
    match index / 26 {
        0 => letter.to_string(),
        before => format!("{}{letter}", short_name(before - 1)),
    }
}

/// An export is a property of `wasm` in the glue.
fn with_short_exports(glue: &str, exports: &Exports) -> String {
    let mut parts = glue.split("wasm.");
    let mut renamed = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let end = part.find(|letter| !is_name_letter(letter));
        let (name, rest) = part.split_at(end.unwrap_or(part.len()));
        renamed.push_str("wasm.");
        renamed.push_str(exports.get(name).map_or(name, String::as_str));
        renamed.push_str(rest);
    }
    renamed
}

#[cfg(test)]
mod tests {
    use super::{Exports, short_name, with_short_exports};

    #[test]
    fn exports_are_called_by_their_short_names() {
        let exports = Exports::from([("mount".to_owned(), "a".to_owned())]);
        let glue = "export function mount(host) { return wasm.mount(host); }";
        assert_eq!(
            with_short_exports(glue, &exports),
            "export function mount(host) { return wasm.a(host); }"
        );
    }

    #[test]
    fn a_short_name_is_never_given_twice() {
        let names = [0, 25, 26, 51, 52, 701, 702].map(short_name);
        assert_eq!(names, ["a", "z", "aa", "az", "ba", "zz", "aaa"]);
    }
}
