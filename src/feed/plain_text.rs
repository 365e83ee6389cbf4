//! Plain text → rich text: lines, paragraphs and addresses, and nothing else.

use super::RichText;
use super::context::Context;
use super::limits;
use super::rich_text_builder::{RichTextBuilder, TagRole};
use super::scan;

/// Reads a plain text: a line end is a line break, an empty line parts paragraphs, and an
/// address is a link.
pub fn read(text: &str, context: &mut Context<'_>) -> RichText {
    let is_folded = is_folded(text);
    let mut builder = RichTextBuilder::default();
    let mut is_first = true;
    for line in lines(text) {
        if line.trim_ascii().is_empty() {
            builder.start(TagRole::Paragraph);
            is_first = true;
            continue;
        }
        if is_first || is_folded {
            builder.text(" ");
        } else {
            builder.start(TagRole::Break);
        }
        is_first = false;
        write_line(line, &mut builder, context);
    }
    builder.finish()
}

/// The lines of a text, whether its writer's system ends them by LF, CRLF or CR.
fn lines(text: &str) -> impl Iterator<Item = &str> {
    text.split('\n').flat_map(|line| {
        let line = line.strip_suffix('\r').unwrap_or(line);
        line.split('\r')
    })
}

/// Whether the line ends of a text mean nothing: a program indents all lines but the first to
/// the depth of the element they stand in.
fn is_folded(text: &str) -> bool {
    let mut lines = text.trim_ascii().split('\n').skip(1).peekable();
    let is_indented = |line: &str| line.starts_with("  ") || line.starts_with('\t');
    lines.peek().is_some() && lines.all(|line| line.trim_ascii().is_empty() || is_indented(line))
}

/// Writes a line, its addresses as links.
fn write_line(line: &str, builder: &mut RichTextBuilder, context: &mut Context<'_>) {
    let mut rest = line;
    while let Some((before, address, after)) = next_address(rest) {
        builder.text(before);
        let full = match scan::find(address, "://") {
            Some(_) => address.to_owned(),
            None => ["https://", address].concat(),
        };
        builder.open_link(context.link_address(&full, None));
        builder.text(address);
        builder.end(TagRole::Link);
        rest = after;
    }
    builder.text(rest);
}

/// The first address of a text, with what stands before and behind it.
fn next_address(text: &str) -> Option<(&str, &str, &str)> {
    let mut is_within_word = false;
    for (at, letter) in text.char_indices() {
        let was_within_word = is_within_word;
        is_within_word = letter.is_ascii_alphanumeric();
        if was_within_word || !matches!(letter, 'h' | 'w') {
            continue;
        }
        let (before, rest) = text.split_at_checked(at)?;
        let host = ["https://", "http://", "www."]
            .iter()
            .find_map(|mark| rest.strip_prefix(mark));
        let Some(host) = host else { continue };
        let length = address_length(rest);
        if (length + host.len()).saturating_sub(rest.len()) > 2 {
            let (address, behind) = rest.split_at_checked(length)?;
            return Some((before, address, behind));
        }
    }
    None
}

/// How long the address at the start of a text is, without the punctuation of the sentence it
/// stands in. A closing bracket belongs to it where it holds the opening one.
fn address_length(text: &str) -> usize {
    let ends = |letter: char| {
        letter <= ' '
            || matches!(letter,
                '<' | '>' | '"' | '«' | '»' | '\u{a0}' | '\u{2000}'..='\u{206f}' | '\u{2e80}'..)
    };
    let text = text
        .get(..text.floor_char_boundary(limits::ADDRESS_BYTES))
        .unwrap_or_default();
    let mut address = text.split(ends).next().unwrap_or_default();
    let count = |wanted: u8| address.bytes().filter(|byte| *byte == wanted).count();
    // How many brackets close more than there are to close.
    let mut round = count(b')').saturating_sub(count(b'('));
    let mut square = count(b']').saturating_sub(count(b'['));
    while let Some(last) = address.bytes().last() {
        match last {
            b')' if round > 0 => round -= 1,
            b']' if square > 0 => square -= 1,
            b'.' | b',' | b';' | b':' | b'!' | b'?' | b'\'' | b'*' | b'|' | b'(' => {}
            _ => break,
        }
        address = address.get(..address.len() - 1).unwrap_or_default();
    }
    address.len()
}
