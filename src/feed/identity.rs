//! Which items of a feed are one article.

use super::context::Context;
use super::problem::ProblemKind;
use super::{Feed, Item, work};
use crate::time::Timestamp;

/// Keeps one item of each article. Two versions of one article share their identity. Two
/// articles do so by mistake, as where every item links to the front page: those get an
/// identity that tells them apart.
pub fn tell_apart(feed: &mut Feed, context: &mut Context<'_>) {
    let mut seen = Seen::new(feed.items.len());
    feed.items.retain_mut(|item| {
        let is_known = seen.note(fingerprint(&item.id, None) | 1);
        let is_version = seen.is_version(item);
        if !is_known {
            return true;
        }
        context
            .problems
            .report(None, ProblemKind::RepeatedIdentity, &item.id);
        if !is_version {
            item.id.push(' ');
            item.id.push_str(&hash(&item.headline(), item.published));
        }
        !is_version
    });
}

/// The fingerprints of what was seen: a table of [open addressing], so that the time to read
/// many items grows with their number, not with its square.
///
/// [open addressing]: https://en.wikipedia.org/wiki/Open_addressing
struct Seen(Vec<u64>);

impl Seen {
    /// Room for what is noted of so many items.
    fn new(items: usize) -> Seen {
        Seen(vec![0; (items * 8).next_power_of_two()])
    }

    /// Where a fingerprint is, or may be put.
    fn position(&self, print: u64) -> usize {
        let mask = self.0.len() - 1;
        // The upper half is the better mixed one.
        let mut at = (print >> 32) as usize & mask;
        while self
            .0
            .get(at)
            .is_some_and(|slot| *slot != 0 && *slot != print)
        {
            work::count(1);
            at = (at + 1) & mask;
        }
        at
    }

    /// Notes a fingerprint, and returns whether it was there.
    fn note(&mut self, print: u64) -> bool {
        let at = self.position(print);
        let before = self
            .0
            .get_mut(at)
            .map(|slot| std::mem::replace(slot, print));
        before == Some(print)
    }

    /// Whether an item of the same identity has the same title too, and at most one of link
    /// and time speaks against its being the same article; notes it for the next. A title that
    /// is absent equals none.
    fn is_version(&mut self, item: &Item) -> bool {
        let Some(title) = &item.title else {
            return false;
        };
        let title = mix(fingerprint(&item.id, None), fingerprint(title, None));
        let link = item.link.as_ref().map(|link| link.as_str());
        let time = item.published;
        let same_title = self.note(mix(title, 1));
        let same_link = self.note(mix(title, fingerprint(link.unwrap_or_default(), None)));
        let same_time = self.note(mix(title, fingerprint("", time)));
        // What is not said speaks against nothing.
        let silence = mix(title, 2);
        let silent = if link.is_none() || time.is_none() {
            self.note(silence);
            true
        } else {
            self.0.get(self.position(silence)) == Some(&silence)
        };
        same_title && (same_link || same_time || silent)
    }
}

fn mix(one: u64, other: u64) -> u64 {
    (one ^ other.rotate_left(32)).wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1
}

/// An identity for an item that has none: sixteen digits that are the same at every reading.
pub fn hash(text: &str, time: Option<Timestamp>) -> String {
    let print = fingerprint(text, time);
    (0..16)
        .rev()
        .filter_map(|place| char::from_digit(((print >> (place * 4)) & 15) as u32, 16))
        .collect()
}

/// A number by which texts that differ are told apart quickly ([FNV-1a], 64 bits).
///
/// [FNV-1a]: https://www.rfc-editor.org/rfc/rfc9923
pub fn fingerprint(text: &str, time: Option<Timestamp>) -> u64 {
    let time = time.map_or(0, |time| time.0).to_le_bytes();
    let mut print: u64 = 0xcbf2_9ce4_8422_2325;
    for byte in text.bytes().chain(time) {
        print = (print ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
    }
    print
}
