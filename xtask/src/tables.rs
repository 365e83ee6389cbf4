//! The tables of the crate, as templates and descriptions see them.

use std::collections::BTreeSet;

use anyhow::Result;
use minijinja::syntax::SyntaxConfig;
use minijinja::value::Serde;
use minijinja::{Environment, UndefinedBehavior};
use serde::Serialize;
use strillone::config::{self, OptionEntry};
use strillone::source::{self, ErrorEntry};
use strillone::view::appearance::{CUSTOM_PROPERTIES, PARTS, StylingEntry};
use strillone::widget::event::{self, EventEntry};
use strillone::widget::state::{self, StateEntry};

/// Everything that the element promises to a page.
#[derive(Serialize)]
pub struct Tables {
    pub options: Vec<OptionRow>,
    pub events: Vec<EventEntry>,
    pub states: Vec<StateEntry>,
    pub methods: &'static [Method],
    pub errors: Vec<ErrorEntry>,
    /// Each kind of error once.
    pub error_kinds: Vec<&'static str>,
    /// Those that the loader tells of.
    pub loader_kinds: Vec<&'static str>,
    pub parts: &'static [StylingEntry],
    pub custom_properties: &'static [StylingEntry],
}

/// An option, with what other languages say of it.
#[derive(Serialize)]
pub struct OptionRow {
    #[serde(flatten)]
    pub entry: OptionEntry,
    /// The type of its value, in TypeScript.
    #[serde(rename = "type")]
    pub kind: String,
    /// What it does and its default, in one line.
    pub summary: String,
}

/// A method of the element. None takes or returns anything.
#[derive(Serialize)]
pub struct Method {
    pub name: &'static str,
    pub description: &'static str,
}

/// They are the loader's, in `src/loader/element.js`.
const METHODS: &[Method] = &[
    Method {
        name: "refresh",
        description: "Asks for the feeds now.",
    },
    Method {
        name: "pause",
        description: "Stops all motion.",
    },
    Method {
        name: "play",
        description: "Lets motion go on.",
    },
];

impl Tables {
    /// The tables as they are.
    pub fn new() -> Self {
        let errors = source::errors();
        Self {
            options: config::options().into_iter().map(OptionRow::new).collect(),
            events: event::events(),
            states: state::states(),
            methods: METHODS,
            error_kinds: kinds(errors.iter()),
            loader_kinds: kinds(errors.iter().filter(|error| error.function.is_some())),
            errors,
            parts: PARTS,
            custom_properties: CUSTOM_PROPERTIES,
        }
    }

    /// Fills the tables into a template.
    pub fn render(&self, template: &str) -> Result<String> {
        let mut environment = Environment::new();
        environment.set_undefined_behavior(UndefinedBehavior::Strict);
        environment.set_syntax(
            SyntaxConfig::builder()
                .trim_blocks(true)
                .lstrip_blocks(true)
                .keep_trailing_newline(true)
                .build()?,
        );
        environment.add_filter("json", json);
        environment.add_filter("union", |words: Vec<String>| union(&words));
        environment.add_filter("placeholders", placeholders);
        environment.add_filter("as_seen", as_seen);
        environment.add_filter("js_template", js_template);
        Ok(environment.render_str(template, Serde(self))?)
    }
}

fn json(value: &minijinja::Value) -> Result<String, minijinja::Error> {
    serde_json::to_string(value).map_err(|error| {
        let kind = minijinja::ErrorKind::BadSerialization;
        minijinja::Error::new(kind, "no JSON").with_source(error)
    })
}

/// The kinds of these errors, each once.
fn kinds<'a>(errors: impl Iterator<Item = &'a ErrorEntry>) -> Vec<&'static str> {
    let kinds = errors.map(|error| error.kind);
    let kinds: BTreeSet<&str> = kinds.filter(|kind| !kind.is_empty()).collect();
    kinds.into_iter().collect()
}

impl OptionRow {
    fn new(entry: OptionEntry) -> Self {
        let kind = if !entry.keywords.is_empty() {
            union(entry.keywords)
        } else if entry.bounds.is_some() {
            "number | `${number}`".to_owned()
        } else {
            "string".to_owned()
        };
        let mut summary = entry.description.to_owned();
        if !entry.default.is_empty() {
            summary.push_str(&format!(" Default: `{}`.", entry.default));
        }
        Self {
            entry,
            kind,
            summary,
        }
    }
}

/// One of these words, in TypeScript.
pub fn union(words: &[impl AsRef<str>]) -> String {
    let quoted: Vec<String> = words
        .iter()
        .map(|word| format!("'{}'", word.as_ref()))
        .collect();
    quoted.join(" | ")
}

/// The names between braces.
fn placeholders(line: &str) -> Vec<String> {
    let names = line.split(['{', '}']).skip(1).step_by(2);
    names.map(str::to_owned).collect()
}

/// A line with dots for what is filled in.
fn as_seen(line: &str) -> String {
    let fixed: Vec<&str> = line.split(['{', '}']).step_by(2).collect();
    fixed.join("…")
}

/// A line as a template of JavaScript's.
fn js_template(line: &str) -> String {
    format!("`{}`", line.replace('{', "${"))
}

#[cfg(test)]
mod tests {
    use super::{as_seen, js_template, placeholders};

    #[test]
    fn a_line_is_seen_filled_and_called() {
        let line = "{address} was answered {status}.";
        assert_eq!(placeholders(line), ["address", "status"]);
        assert_eq!(as_seen(line), "… was answered ….");
        assert_eq!(js_template(line), "`${address} was answered ${status}.`");
    }
}
