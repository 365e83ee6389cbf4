//! Which items of a feed are one article.

use super::context::Context;
use super::problem::ProblemKind;
use super::{Feed, Item};
use crate::time::Timestamp;

/// Keeps one item of each identity.
pub fn tell_apart(feed: &mut Feed, context: &mut Context<'_>) {
    // Two versions of one entry share its identity. Two articles do so by mistake, as where
    // every item links to the front page: those get an identity that tells them apart.
    let prints: Vec<u64> = feed
        .items
        .iter()
        .map(|item| fingerprint(&item.id, None))
        .collect();
    let mut verdicts = Vec::with_capacity(prints.len());
    for (item, print) in feed.items.iter().zip(&prints) {
        let mut verdict = None;
        for (first, first_print) in feed.items.iter().zip(&prints).take(verdicts.len()) {
            if first_print == print && first.id == item.id {
                verdict = Some(verdict == Some(true) || is_version(first, item));
            }
        }
        verdicts.push(verdict);
    }
    let mut verdicts = verdicts.into_iter();
    feed.items.retain_mut(|item| {
        let Some(same) = verdicts.next().flatten() else {
            return true;
        };
        context
            .problems
            .report(None, ProblemKind::RepeatedIdentity, &item.id);
        if !same {
            item.id.push(' ');
            let text = item.title.clone().unwrap_or_default();
            item.id.push_str(&hash(&text, item.published));
        }
        !same
    });
}

/// Whether two items of one identity are one article: it has the same title still, or an
/// address that is not the identity itself.
fn is_version(one: &Item, other: &Item) -> bool {
    let is_own_identity = |item: &Item| {
        let link = item.link.as_ref();
        link.is_some_and(|link| link.as_str() == item.id)
    };
    one.title == other.title || (one.link == other.link && !is_own_identity(other))
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
