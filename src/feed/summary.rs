//! Short texts out of long ones.

use super::Item;
use crate::time::{Date, Precision, Timestamp};

impl Item {
    /// When it was published, else last changed.
    pub fn time(&self) -> Option<Timestamp> {
        self.published.or(self.updated)
    }

    /// The same, with how sure it is.
    pub fn date(&self) -> Option<Date> {
        self.dated(self.time())
    }

    /// One of the item's times, with how sure it is.
    pub fn dated(&self, time: Option<Timestamp>) -> Option<Date> {
        time.map(|at| Date {
            at,
            precision: if Some(at) == self.time() {
                self.precision
            } else {
                Precision::Time
            },
        })
    }
}

/// At most `characters` characters of a line, cut between words and ended by `…`. A word that
/// is too long alone, as in languages that write no spaces, is cut between letters that
/// never merge with those beside them.
pub fn shorten(line: &str, characters: usize) -> String {
    let Some((limit, _)) = line.char_indices().nth(characters) else {
        return line.to_owned();
    };
    // One character less leaves room for the ellipsis.
    let room = line.get(..limit).unwrap_or_default();
    let room_end = room.char_indices().next_back().map_or(0, |(at, _)| at);
    let word_end = line
        .get(..=room_end)
        .or(line.get(..room_end))
        .and_then(|room| room.bytes().rposition(|byte| byte == b' '));
    let end = word_end
        .filter(|end| *end > room_end / 2)
        .or_else(|| letter_end(line, room_end))
        .or(word_end)
        .unwrap_or(0);
    let kept = line.get(..end).unwrap_or_default();
    let kept = kept.trim_end_matches([' ', ',', ';', ':', '.', '…', '–', '—', '-']);
    let mut short = kept.to_owned();
    short.push('…');
    short
}

/// The last place up to `limit` between two letters that stand for themselves.
fn letter_end(line: &str, limit: usize) -> Option<usize> {
    let mut letters = line.char_indices().skip(1).peekable();
    let mut end = None;
    while let Some((at, letter)) = letters.next() {
        if at > limit {
            break;
        }
        if stands_alone(letter) {
            end = Some(at);
        }
        // What a joiner joins is one, whatever it is.
        if matches!(letter, '\u{200d}' | '\u{600}'..='\u{605}' | '\u{6dd}') {
            letters.next();
        }
    }
    end
}

/// Whether a letter always begins a grapheme: those of the scripts in which words may be
/// long or unparted. A full table would weigh more than it is worth: what is not here is cut
/// elsewhere ([UAX #29]).
///
/// [UAX #29]: https://unicode.org/reports/tr29/
fn stands_alone(letter: char) -> bool {
    matches!(letter,
        '0'..='9' | 'A'..='Z' | 'a'..='z'
        | '\u{c0}'..='\u{24f}'
        | '\u{391}'..='\u{481}' | '\u{48a}'..='\u{52f}'
        | '\u{5d0}'..='\u{5ea}' | '\u{620}'..='\u{64a}'
        | '\u{e01}'..='\u{e30}' | '\u{e40}'..='\u{e44}'
        | '\u{3041}'..='\u{3096}' | '\u{30a1}'..='\u{30fa}'
        | '\u{3001}'..='\u{3029}'
        | '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}'
        | '\u{ac00}'..='\u{d7a3}'
        | '\u{20000}'..='\u{3ffff}')
}
