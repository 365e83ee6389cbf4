//! What the README says of the element beyond its options. It is written there for people and
//! held against the code by tests, so the declarations take it from there.

use std::fs;

use anyhow::{Context, Result, ensure};

use crate::project;

/// A name and what it means.
pub struct Entry {
    /// The name as one writes it.
    pub name: String,
    /// One phrase.
    pub description: String,
}

/// An event of the element.
pub struct Event {
    /// The name and when it is sent.
    pub entry: Entry,
    /// The type of its `detail`, in TypeScript.
    pub detail: &'static str,
}

/// Everything but the options.
pub struct Reference {
    pub events: Vec<Event>,
    pub parts: Vec<String>,
    pub custom_properties: Vec<Entry>,
}

/// The element's methods. None takes or returns anything.
pub const METHODS: &[(&str, &str)] = &[
    ("refresh", "Asks for the feeds now."),
    ("pause", "Stops all motion."),
    ("play", "Lets motion go on."),
];

/// What `state` can be.
pub const STATES: &[&str] = &[
    "idle", "loading", "ready", "stale", "offline", "empty", "failed",
];

/// Reads the README.
pub fn read() -> Result<Reference> {
    let path = project::root()?.join("README.md");
    let text = fs::read_to_string(&path).context("README.md")?;
    let parts = text
        .lines()
        .find_map(|line| line.strip_prefix("Parts for `::part()`: "))
        .context("the README names the parts")?;
    let reference = Reference {
        events: rows(&text, "| event | when | `detail` |")
            .map(event)
            .collect::<Result<_>>()?,
        parts: parts
            .split('`')
            .skip(1)
            .step_by(2)
            .map(str::to_owned)
            .collect(),
        custom_properties: rows(&text, "| custom property | what it is | without it |")
            .map(|cells| entry(&cells))
            .collect::<Result<_>>()?,
    };
    ensure!(
        !reference.events.is_empty() && !reference.custom_properties.is_empty(),
        "the README's tables have other heads"
    );
    Ok(reference)
}

fn event(cells: Vec<String>) -> Result<Event> {
    let detail = match cells.get(2).map(String::as_str) {
        Some("`{ items }`") => "{ items: StrilloneItem[] }",
        Some("the item") => "StrilloneItem",
        Some("`{ url }`") => "{ url: string }",
        Some("`{ kind, message }`") => "{ kind: string; message: string }",
        other => anyhow::bail!("no type is known for the detail {other:?}"),
    };
    Ok(Event {
        entry: entry(&cells)?,
        detail,
    })
}

fn entry(cells: &[String]) -> Result<Entry> {
    let name = cells.first().context("a row has a name")?;
    let description = cells.get(1).context("a row says what it means")?;
    Ok(Entry {
        name: name.trim_matches('`').to_owned(),
        description: description.replace('`', ""),
    })
}

/// The rows of the table with that head, cell by cell.
fn rows<'a>(text: &'a str, head: &str) -> impl Iterator<Item = Vec<String>> + use<'a> {
    let table = text.split_once(head).map_or("", |(_, rest)| rest);
    table
        .lines()
        .skip(2)
        .take_while(|line| line.starts_with('|'))
        .map(|line| {
            let cells = line.trim_matches('|').split('|');
            cells.map(|cell| cell.trim().to_owned()).collect()
        })
}
