//! What every part of the reader does to characters: white space, control characters, names.

use std::borrow::Cow;

use super::entity;

/// A word without control characters. Those above ASCII are what windows-1252 has there, put
/// into a feed by a program that took one for the other.
pub fn printable(word: &str) -> Cow<'_, str> {
    let suspect = |byte: u8| byte.is_ascii_control() || byte == 0xC2;
    if !word.bytes().any(suspect) {
        return Cow::Borrowed(word);
    }
    let characters = word
        .chars()
        .filter(|character| !character.is_ascii_control());
    Cow::Owned(
        characters
            .map(|character| entity::character_of(u32::from(character)))
            .collect(),
    )
}

/// White space collapsed, control characters gone.
pub fn one_line(text: &str) -> String {
    let mut line = String::with_capacity(text.len());
    for word in text.split([' ', '\n', '\t', '\r', '\u{c}']) {
        let word = printable(word);
        if word.is_empty() {
            continue;
        }
        if !line.is_empty() {
            line.push(' ');
        }
        line.push_str(&word);
    }
    line
}

/// A language tag as BCP 47 writes it: many feeds write `en_US` for `en-US`.
pub fn language_tag(text: &str) -> Option<String> {
    text_of(text).map(|text| {
        text.chars()
            .map(|character| if character == '_' { '-' } else { character })
            .collect()
    })
}

/// A text without the white space around it, if anything is left.
pub fn text_of(text: &str) -> Option<String> {
    let text = text.trim_ascii();
    (!text.is_empty()).then(|| text.to_owned())
}
