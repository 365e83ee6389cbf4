//! What every part of the reader does to characters: white space, control characters, names.

use std::borrow::Cow;

use super::entity;

/// How many characters may hold on to a letter: marks on it, and letters that are joined to it.
/// The longest in use are a kiss of two people with the colours of their skins, and conjuncts of
/// five consonants. A tower of marks would cover what is written above it, and what is joined is
/// never parted, so that a line of it would be wider than its box.
const HELD: usize = 10;

/// A word without control characters. Those above ASCII are what windows-1252 has there, put
/// into a feed by a program that took one for the other.
pub fn printable(word: &str) -> Cow<'_, str> {
    let suspect = |byte: u8| byte.is_ascii_control() || byte == 0xC2;
    if !word.bytes().any(suspect) && !may_be_tower(word) {
        return Cow::Borrowed(word);
    }
    let mut held = 0;
    let mut before = '\0';
    let characters = word
        .chars()
        .filter(|character| !character.is_ascii_control());
    Cow::Owned(
        characters
            .map(|character| entity::character_of(u32::from(character)))
            .filter(|character| {
                if is_mark(*character) || is_joiner(*character) || holds(before, *character) {
                    held += 1;
                } else if !is_invisible(*character) {
                    held = 0;
                }
                before = *character;
                held <= HELD
            })
            .collect(),
    )
}

/// Whether so many bytes outside ASCII stand side by side that more than [`HELD`] characters may
/// hold on to one among them.
pub fn may_be_tower(text: &str) -> bool {
    let mut run = 0;
    // Most texts are ASCII, which is seen many bytes at a time.
    !text.is_ascii()
        && text.bytes().any(|byte| {
            run = if byte.is_ascii() { 0 } else { run + 1 };
            run > 2 * HELD
        })
}

/// Whether a character is drawn upon the one before it ([Unicode], Mn and Me; scripts whose
/// marks are written in no text are not listed).
///
/// [Unicode]: https://www.unicode.org/reports/tr44/#General_Category_Values
fn is_mark(character: char) -> bool {
    matches!(character,
        '\u{300}'..='\u{36f}' | '\u{483}'..='\u{489}' | '\u{591}'..='\u{5c7}'
        | '\u{610}'..='\u{61a}' | '\u{64b}'..='\u{65f}' | '\u{670}' | '\u{6d6}'..='\u{6ed}'
        | '\u{711}' | '\u{730}'..='\u{74a}' | '\u{7a6}'..='\u{7b0}'
        | '\u{e31}' | '\u{e34}'..='\u{e3a}' | '\u{e47}'..='\u{e4e}'
        | '\u{eb1}' | '\u{eb4}'..='\u{ebc}' | '\u{ec8}'..='\u{ecd}'
        | '\u{f18}'..='\u{f19}' | '\u{f35}'..='\u{f39}' | '\u{f71}'..='\u{fbc}'
        | '\u{1ab0}'..='\u{1aff}' | '\u{1dc0}'..='\u{1dff}' | '\u{20d0}'..='\u{20ff}'
        | '\u{302a}'..='\u{302f}' | '\u{3099}'..='\u{309a}' | '\u{a66f}'..='\u{a67d}'
        | '\u{fe00}'..='\u{fe0f}' | '\u{fe20}'..='\u{fe2f}' | '\u{1f3fb}'..='\u{1f3ff}'
        | '\u{e0100}'..='\u{e01ef}')
        // The scripts of India have theirs at the same places of their blocks.
        || matches!(character, '\u{900}'..='\u{d7f}')
            && matches!(u32::from(character) & 0x7f, 0..=2 | 0x3c | 0x41..=0x48 | 0x4d..=0x57)
}

/// Whether a character joins the one after it to the one before it, or holds the one after it:
/// joiners, viramas, the signs over numbers ([UAX #29], GB9 to GB11).
///
/// [UAX #29]: https://www.unicode.org/reports/tr29/#Grapheme_Cluster_Boundary_Rules
fn is_joiner(character: char) -> bool {
    matches!(character,
        '\u{200d}' | '\u{600}'..='\u{605}' | '\u{6dd}' | '\u{70f}' | '\u{890}'..='\u{891}'
        | '\u{8e2}' | '\u{1039}' | '\u{17d2}' | '\u{1a60}' | '\u{a9c0}')
        || matches!(character, '\u{900}'..='\u{d7f}') && u32::from(character) & 0x7f == 0x4d
}

/// Whether a letter holds on to the one before it. The letters of old Korean do, whatever their
/// number.
fn holds(before: char, character: char) -> bool {
    let is_jamo = |letter| {
        matches!(letter,
            '\u{1100}'..='\u{11ff}' | '\u{a960}'..='\u{a97c}' | '\u{d7b0}'..='\u{d7fb}')
    };
    is_joiner(before) || is_jamo(before) && is_jamo(character)
}

/// Whether nothing is seen of a character, wherever it stands ([Unicode], what may be ignored
/// and what is white).
///
/// [Unicode]: https://www.unicode.org/reports/tr44/#Default_Ignorable_Code_Point
fn is_invisible(character: char) -> bool {
    matches!(character,
        '\0'..=' ' | '\u{7f}'..='\u{a0}' | '\u{ad}' | '\u{34f}' | '\u{61c}'
        | '\u{115f}'..='\u{1160}' | '\u{1680}' | '\u{17b4}'..='\u{17b5}'
        | '\u{180b}'..='\u{180f}' | '\u{2000}'..='\u{200f}' | '\u{2028}'..='\u{202f}'
        | '\u{205f}'..='\u{206f}' | '\u{2800}' | '\u{3000}' | '\u{3164}'
        | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{ffa0}' | '\u{fff0}'..='\u{fffb}'
        | '\u{e0000}'..='\u{e0fff}')
}

/// White space collapsed, control characters gone; empty where nothing would be seen.
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
    if line.chars().all(is_invisible) {
        line.clear();
    }
    close_directions(&mut line);
    line
}

/// Closes what an embedding, an override or an isolate leaves open at the end of a line, so
/// that it never turns what stands beside it ([UAX #9]).
///
/// [UAX #9]: https://www.unicode.org/reports/tr9/#Explicit_Directional_Embeddings
fn close_directions(line: &mut String) {
    // All of them are written E2 80 and E2 81.
    if !line.as_bytes().contains(&0xE2) {
        return;
    }
    let mut open = Vec::new();
    line.retain(|character| match character {
        '\u{202a}' | '\u{202b}' | '\u{202d}' | '\u{202e}' => {
            open.push('\u{202c}');
            true
        }
        '\u{2066}'..='\u{2068}' => {
            open.push('\u{2069}');
            true
        }
        '\u{202c}' | '\u{2069}' if open.last() == Some(&character) => open.pop().is_some(),
        '\u{202c}' | '\u{2069}' => false,
        _ => true,
    });
    line.extend(open.iter().rev());
}

/// A text that was encoded in UTF-8 twice, decoded once more: `ordenÃ³` → `ordenó`. Any other
/// text stays as it is: by chance no text is valid in this way.
pub fn decoded_twice(text: Cow<'_, str>) -> Cow<'_, str> {
    // The first character outside ASCII is to be the first byte of another, the lead of two to
    // four; U+0080 to U+00FF are written C2 and C3.
    if text.is_ascii() {
        return text;
    }
    let mut bytes = text.bytes().skip_while(u8::is_ascii);
    if bytes.next() != Some(0xC3) || bytes.next().is_none_or(|byte| byte > 0xB4) {
        return text;
    }
    let narrow: Option<Vec<u8>> = text
        .chars()
        .map(|character| u8::try_from(u32::from(character)).ok())
        .collect();
    match narrow.and_then(|bytes| String::from_utf8(bytes).ok()) {
        Some(decoded) => Cow::Owned(decoded),
        None => text,
    }
}

/// A text without the white space around it, if anything is left.
pub fn text_of(text: &str) -> Option<String> {
    let text = text.trim_ascii();
    (!text.is_empty()).then(|| text.to_owned())
}
