//! The attributes of a start tag, read one by one and only when asked for.

use super::{Attributes, is_space};
use crate::feed::{limits, work};

impl<'a> Attributes<'a> {
    /// The value of the first attribute of this name, whatever its case, references and all.
    pub fn get(self, name: &str) -> Option<&'a str> {
        self.take(limits::ATTRIBUTES)
            .find(|(found, _)| found.eq_ignore_ascii_case(name))
            .map(|(_, value)| value)
    }
}

/// As much of a value as is looked at.
fn cut(value: &str) -> &str {
    let end = value.floor_char_boundary(limits::ATTRIBUTE_BYTES);
    value.get(..end).unwrap_or(value)
}

impl<'a> Iterator for Attributes<'a> {
    type Item = (&'a str, &'a str);

    fn next(&mut self) -> Option<(&'a str, &'a str)> {
        let rest = self
            .0
            .trim_start_matches(|character| is_space(character) || character == '/');
        if rest.is_empty() {
            self.0 = rest;
            return None;
        }
        let name_end = rest
            .char_indices()
            .skip(1)
            .find(|(_, character)| is_space(*character) || matches!(character, '=' | '/'))
            .map_or(rest.len(), |(at, _)| at);
        let (name, rest) = rest.split_at_checked(name_end)?;
        let Some(value) = rest.trim_start_matches(is_space).strip_prefix('=') else {
            self.0 = rest;
            return Some((name, ""));
        };
        let value = value.trim_start_matches(is_space);
        let quote = value
            .chars()
            .next()
            .filter(|first| matches!(first, '"' | '\''));
        let quoted = quote.and_then(|quote| value.get(1..)?.split_once(quote));
        let (value, rest) = quoted.unwrap_or_else(|| {
            let end = value.find(is_space).unwrap_or(value.len());
            value.split_at_checked(end).unwrap_or_default()
        });
        work::count(self.0.len() - rest.len());
        self.0 = rest;
        Some((name, cut(value)))
    }
}
