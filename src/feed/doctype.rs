//! The document type: where it ends, and the entities it declares ([XML §2.8, §4.2]).
//!
//! An entity that stands for a few characters is expanded, within bounds; one that holds
//! another, or markup, is not: what is never expanded twice cannot explode.
//!
//! [XML §2.8, §4.2]: https://www.w3.org/TR/xml/#sec-prolog-dtd

use std::borrow::Cow;
use std::cell::Cell;

use super::{entity, limits, scan};

/// The entities that a document declares.
#[derive(Debug, Default)]
pub struct Entities<'a> {
    declared: Vec<(&'a str, Cow<'a, str>)>,
    /// Whether more are declared elsewhere, as in the document type of RSS 0.91.
    elsewhere: bool,
    /// How many bytes have been expanded.
    expanded: Cell<usize>,
}

impl<'a> Entities<'a> {
    /// Those of a document type, from `<!DOCTYPE` on.
    pub fn read(doctype: &'a str) -> Entities<'a> {
        let mut entities = Entities::default();
        let before = doctype.split('[').next().unwrap_or_default();
        let mut words = before.split_ascii_whitespace();
        entities.elsewhere = words.any(|word| matches!(word, "PUBLIC" | "SYSTEM"));
        let mut declarations = doctype;
        for _ in 0..limits::ENTITIES {
            let Some((_, rest)) = scan::split(declarations, "<!ENTITY") else {
                break;
            };
            declarations = rest;
            // A parameter entity brings declarations of its own.
            entities.elsewhere |= rest.trim_ascii_start().starts_with('%');
            entities.declared.extend(declaration(rest));
        }
        entities
    }

    /// Whether the document knows the entity that a text beginning with `&` refers to: XML
    /// itself, or its document type.
    pub fn declares(&self, reference: &str) -> bool {
        let name = reference.get(1..).and_then(|rest| rest.split(';').next());
        let name = name.unwrap_or_default();
        self.elsewhere
            || name.starts_with('#')
            || matches!(name, "lt" | "gt" | "amp" | "quot" | "apos")
            || self.value(name).is_some()
    }

    /// Replaces each reference by what it stands for; `note` hears of each, see
    /// [`entity::decode_noting`].
    pub fn decode<'t>(
        &self,
        text: &'t str,
        note: &mut dyn FnMut(usize, &'t str, bool),
    ) -> Cow<'t, str> {
        let value = |name: &str| {
            let value = self.value(name)?;
            let expanded = self.expanded.get() + value.len();
            self.expanded.set(expanded);
            (expanded <= limits::ENTITY_BYTES).then_some(value)
        };
        let declares = !self.declared.is_empty();
        entity::decode_noting(text, note, declares.then_some(&value))
    }

    fn value(&self, name: &str) -> Option<&str> {
        let mut declared = self.declared.iter();
        let (_, value) = declared.find(|(known, _)| *known == name)?;
        Some(value)
    }
}

/// The name and the value of what stands behind `<!ENTITY`.
fn declaration(text: &str) -> Option<(&str, Cow<'_, str>)> {
    let (name, rest) = text
        .trim_ascii_start()
        .split_once([' ', '\t', '\r', '\n'])?;
    let rest = rest.trim_ascii_start();
    let quote = rest
        .chars()
        .next()
        .filter(|quote| matches!(quote, '"' | '\''))?;
    let (value, _) = rest.get(1..)?.split_once(quote)?;
    let mut simple = !value.contains(['<', '%']);
    let decoded = entity::decode_noting(value, &mut |_, _, understood| simple &= understood, None);
    (simple && name.len() <= limits::REFERENCE_BYTES).then_some((name, decoded))
}

/// The length of a document type that a text begins with: its declarations stand in square
/// brackets, in which a closing bracket may be quoted or part of a comment. `None` when it
/// does not end.
pub fn length(text: &str) -> Option<usize> {
    let mut at = 0;
    let mut inside = false;
    let bytes = text.as_bytes();
    loop {
        match bytes.get(at)? {
            b'[' => inside = true,
            b']' => inside = false,
            b'>' if !inside => return Some(at + 1),
            quote @ (b'"' | b'\'') => at = scan::position(text, *quote, at + 1)?,
            b'<' if inside && bytes.get(at..)?.starts_with(b"<!--") => {
                at += 4 + scan::find(text.get(at + 4..)?, "-->")? + 2;
            }
            _ => {}
        }
        at += 1;
    }
}
