//! The words of a line, and the white space between them.

use super::{RichTextBuilder, Space};
use crate::feed::Inline;
use crate::feed::characters::{may_be_tower, printable};

/// What HTML collapses to one space.
const SPACES: [char; 5] = [' ', '\n', '\t', '\r', '\u{c}'];

impl RichTextBuilder {
    /// Adds characters to the line, each run of white space as one space.
    pub fn text(&mut self, text: &str) {
        let start = text.trim_start_matches(SPACES);
        let inner = start.trim_end_matches(SPACES);
        if is_tidy(inner) && !may_be_tower(inner) {
            if start.len() < text.len() {
                self.wait_for_space();
            }
            self.give_space();
            self.append(inner);
            self.space = Space::Counts;
            if inner.len() < start.len() {
                self.wait_for_space();
            }
            return;
        }
        let mut words = text.split(SPACES);
        if let Some(word) = words.next() {
            self.word(word);
        }
        for word in words {
            self.wait_for_space();
            self.word(word);
        }
    }

    fn word(&mut self, word: &str) {
        let word = printable(word);
        if word.is_empty() {
            return;
        }
        self.give_space();
        self.append(&word);
        self.space = Space::Counts;
    }

    pub(super) fn wait_for_space(&mut self) {
        if self.space == Space::Counts {
            self.space = Space::Waits;
        }
    }

    pub(super) fn give_space(&mut self) {
        if self.space == Space::Waits {
            self.append(" ");
            self.space = Space::Nothing;
        }
    }

    pub(super) fn append(&mut self, text: &str) {
        let children = self.children();
        match children.last_mut() {
            Some(Inline::Text(last)) => last.push_str(text),
            _ => children.push(Inline::Text(text.to_owned())),
        }
    }
}

/// Whether a text needs no mending: it has neither white space but single spaces between
/// words nor control characters. Most have not, and are copied whole.
fn is_tidy(text: &str) -> bool {
    let mut after_space = true;
    for byte in text.bytes() {
        let space = byte == b' ';
        if (space && after_space) || byte < b' ' || byte == 0x7f || byte == 0xC2 {
            return false;
        }
        after_space = space;
    }
    !after_space
}
