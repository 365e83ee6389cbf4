//! The files, and the parts of documents, that are written from the tables of the crate.
//!
//! In a document the text between `<!-- table: NAME -->` and `<!-- /table -->` is what the
//! template `NAME.md` makes of the tables.

use std::fs;

use anyhow::{Context, Result, bail, ensure};

use crate::{project, tables::Tables};

/// The documents that have such parts.
const DOCUMENTS: &[&str] = &["README.md", "docs/developers.md"];

/// The templates for them.
const PARTS: &[(&str, &str)] = &[
    ("options", include_str!("../templates/options.md")),
    ("parts", include_str!("../templates/parts.md")),
    (
        "custom-properties",
        include_str!("../templates/custom-properties.md"),
    ),
    ("events", include_str!("../templates/events.md")),
    ("states", include_str!("../templates/states.md")),
    ("errors", include_str!("../templates/errors.md")),
];

/// What is written as a whole.
const FILES: &[(&str, &str)] = &[
    (
        "src/loader/errors.js",
        include_str!("../templates/errors.js"),
    ),
    (
        "src/loader/options.js",
        include_str!("../templates/options.js"),
    ),
    (
        "integrations/wordpress/strillone/options.json",
        include_str!("../templates/wordpress-options.json"),
    ),
];

const BEGIN: &str = "<!-- table: ";
const END: &str = "<!-- /table -->";

/// Writes what is not what the tables say.
pub fn run() -> Result<()> {
    for (name, text) in differing()? {
        fs::write(project::root()?.join(name), text)?;
        println!("{name} is written");
    }
    Ok(())
}

/// Fails where a file is not what the tables say.
pub fn check() -> Result<()> {
    let names: Vec<&str> = differing()?.into_iter().map(|(name, _)| name).collect();
    if !names.is_empty() {
        bail!(
            "{} is not what the tables say: `cargo xtask write` mends it",
            names.join(", ")
        );
    }
    Ok(())
}

/// The files that are not what the tables say, and what they should be.
fn differing() -> Result<Vec<(&'static str, String)>> {
    let (root, tables) = (project::root()?, Tables::new());
    let mut differing = Vec::new();
    let mut used = Vec::new();
    for name in DOCUMENTS {
        let text = fs::read_to_string(root.join(name)).context(*name)?;
        let wanted = fill(&text, &tables, &mut used).context(*name)?;
        if wanted != text {
            differing.push((*name, wanted));
        }
    }
    for (part, _) in PARTS {
        ensure!(used.contains(part), "no document has the table {part}");
    }
    for (name, template) in FILES {
        let wanted = tables.render(template).context(*name)?;
        if fs::read_to_string(root.join(name)).ok().as_ref() != Some(&wanted) {
            differing.push((*name, wanted));
        }
    }
    Ok(differing)
}

/// A document with its parts as they should be; `used` gets their names.
fn fill(text: &str, tables: &Tables, used: &mut Vec<&'static str>) -> Result<String> {
    let mut pieces = text.split(BEGIN);
    let mut filled = pieces.next().unwrap_or_default().to_owned();
    for piece in pieces {
        let (name, rest) = piece.split_once(" -->\n").context("a table has a name")?;
        let (_, rest) = rest
            .split_once(END)
            .with_context(|| format!("the table {name} has no end"))?;
        let part = PARTS.iter().find(|(part, _)| *part == name);
        let (part, template) = part.with_context(|| format!("there is no table {name}"))?;
        used.push(part);
        let table = tables.render(template).context(name.to_owned())?;
        filled.push_str(&format!("{BEGIN}{name} -->\n{table}{END}{rest}"));
    }
    Ok(filled)
}

#[cfg(test)]
mod tests {
    use super::fill;
    use crate::tables::Tables;

    #[test]
    fn what_stands_in_a_table_is_written_and_nothing_else() {
        let tables = Tables::new();
        let text = "one\n<!-- table: states -->\noutdated\n<!-- /table -->\ntwo\n";
        let filled = fill(text, &tables, &mut Vec::new()).unwrap_or_default();
        assert!(filled.starts_with("one\n<!-- table: states -->\n| `state`"));
        assert!(filled.ends_with("|\n<!-- /table -->\ntwo\n"));
        assert!(!filled.contains("outdated"));
        assert!(
            fill(
                "<!-- table: nothing -->\n<!-- /table -->",
                &tables,
                &mut Vec::new()
            )
            .is_err()
        );
    }
}
