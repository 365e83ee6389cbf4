//! Plain text → rich text: lines, paragraphs and addresses, and nothing else.

use super::context::Context;
use super::rich_text::RichText;
use super::rich_text_builder::{Meaning, RichTextBuilder};
use super::scan;

/// Reads a plain text: a line end is a line break, an empty line parts paragraphs, and an
/// address is a link.
pub fn read(text: &str, context: &mut Context<'_>) -> RichText {
    let is_folded = is_folded(text);
    let mut builder = RichTextBuilder::default();
    let mut is_first = true;
    for line in lines(text) {
        if line.trim_ascii().is_empty() {
            builder.start(Meaning::Paragraph);
            is_first = true;
            continue;
        }
        if is_first || is_folded {
            builder.text(" ");
        } else {
            builder.start(Meaning::Break);
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
        builder.end(Meaning::Link);
        rest = after;
    }
    builder.text(rest);
}

/// The first address of a text, with what stands before and behind it.
fn next_address(text: &str) -> Option<(&str, &str, &str)> {
    let mut from = 0;
    loop {
        let rest = text.get(from..)?;
        let at = ["https://", "http://", "www."]
            .iter()
            .filter_map(|mark| scan::find(rest, mark))
            .min()?;
        let start = from + at;
        let before = text.get(..start)?;
        let candidate = text.get(start..)?;
        let length = address_length(candidate);
        let is_within_word = before.ends_with(|last: char| last.is_ascii_alphanumeric());
        let rest_of_mark = candidate.get(..length)?;
        let has_host = rest_of_mark
            .trim_start_matches(|letter| letter != '/' && letter != '.')
            .trim_start_matches(['/', '.']);
        if !is_within_word && has_host.len() > 2 {
            return Some((before, rest_of_mark, candidate.get(length..)?));
        }
        from = start + 4;
    }
}

/// How long the address at the start of a text is, without the punctuation of the sentence it
/// stands in. A closing bracket belongs to it where it holds the opening one.
fn address_length(text: &str) -> usize {
    let ends = |letter: char| {
        letter <= ' '
            || matches!(letter,
                '<' | '>' | '"' | '«' | '»' | '\u{a0}' | '\u{2000}'..='\u{206f}' | '\u{2e80}'..)
    };
    let mut address = text.split(ends).next().unwrap_or_default();
    loop {
        let count = |wanted: u8| address.bytes().filter(|byte| *byte == wanted).count();
        let Some(last) = address.bytes().last() else {
            return 0;
        };
        let is_sentence = match last {
            b')' => count(b'(') < count(b')'),
            b']' => count(b'[') < count(b']'),
            _ => matches!(
                last,
                b'.' | b',' | b';' | b':' | b'!' | b'?' | b'\'' | b'*' | b'|' | b'('
            ),
        };
        if !is_sentence {
            return address.len();
        }
        address = address.get(..address.len() - 1).unwrap_or_default();
    }
}
