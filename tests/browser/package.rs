//! The package as those who install it find it.

use std::{fs, process::Command};

use anyhow::{Context, Result, ensure};
use serde_json::Value;
use strillone::config;

use crate::{artefact::Test, shipped::release};

/// The checks of the package. They need no engine.
pub const TESTS: &[Test] = &[
    (
        "package_can_be_imported_on_a_server",
        package_can_be_imported_on_a_server,
    ),
    (
        "package_names_only_files_it_has",
        package_names_only_files_it_has,
    ),
    (
        "declarations_know_every_option",
        declarations_know_every_option,
    ),
    (
        "every_event_and_method_has_an_example",
        every_event_and_method_has_an_example,
    ),
];

/// Where no element can be defined, the import is no error.
fn package_can_be_imported_on_a_server() -> Result<()> {
    let output = Command::new("node")
        .args(["--input-type=module", "--eval", "import './strillone.js';"])
        .current_dir(release().join("npm"))
        .output()
        .context("node")?;
    let errors = String::from_utf8_lossy(&output.stderr);
    ensure!(output.status.success(), "{errors}");
    Ok(())
}

fn package_names_only_files_it_has() -> Result<()> {
    let package = json("package.json")?;
    let mut named = Vec::new();
    texts(
        package.get("exports").context("it has exports")?,
        &mut named,
    );
    for key in ["main", "types", "customElements", "web-types"] {
        texts(package.get(key).context("an entry")?, &mut named);
    }
    ensure!(named.len() > 8, "{named:?}");
    for name in named {
        ensure!(release().join("npm").join(&name).is_file(), "{name}");
    }
    Ok(())
}

fn declarations_know_every_option() -> Result<()> {
    let types = read("strillone.d.ts")?;
    let manifest = json("custom-elements.json")?;
    let attributes = manifest.pointer("/modules/0/declarations/0/attributes");
    let editor = json("vscode.html-custom-data.json")?;
    let jetbrains = json("web-types.json")?;
    let lists = [
        attributes,
        editor.pointer("/tags/0/attributes"),
        jetbrains.pointer("/contributions/html/elements/0/attributes"),
    ];
    for option in config::options() {
        // An element without a feed is a mistake.
        let mark = if option.name == "feed" { "" } else { "?" };
        ensure!(
            types.contains(&format!("'{}'{mark}: ", option.name)),
            "{}",
            option.name
        );
        for list in lists {
            let list = list.and_then(Value::as_array).context("attributes")?;
            let named = |it: &&Value| it.get("name").and_then(Value::as_str) == Some(option.name);
            ensure!(list.iter().find(named).is_some(), "{}", option.name);
        }
    }
    Ok(())
}

fn every_event_and_method_has_an_example() -> Result<()> {
    let manifest = json("custom-elements.json")?;
    let text = fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/developers.md"))?;
    let class = manifest
        .pointer("/modules/0/declarations/0")
        .context("a class")?;
    let mut names = Vec::new();
    for event in list(class, "events")? {
        names.push(format!("addEventListener('{}'", name(event)?));
    }
    for member in list(class, "members")? {
        if member.get("kind").and_then(Value::as_str) == Some("method") {
            names.push(format!(".{}()", name(member)?));
        }
    }
    ensure!(names.len() > 8, "{names:?}");
    for name in names {
        ensure!(text.contains(&name), "{name}");
    }
    Ok(())
}

fn list<'a>(value: &'a Value, key: &str) -> Result<&'a Vec<Value>> {
    let list = value.get(key).and_then(Value::as_array);
    list.with_context(|| key.to_owned())
}

fn name(value: &Value) -> Result<&str> {
    value.get("name").and_then(Value::as_str).context("a name")
}

/// All texts in a value.
fn texts(value: &Value, found: &mut Vec<String>) {
    match value {
        Value::String(text) => found.push(text.clone()),
        Value::Object(entries) => entries.values().for_each(|value| texts(value, found)),
        _ => {}
    }
}

fn json(name: &str) -> Result<Value> {
    Ok(serde_json::from_str(&read(name)?)?)
}

fn read(name: &str) -> Result<String> {
    let file = release().join("npm").join(name);
    fs::read_to_string(&file)
        .with_context(|| format!("{} is not there: run `cargo xtask dist`", file.display()))
}
