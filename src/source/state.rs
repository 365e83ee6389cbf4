//! How a feed comes in: what was read last, how its items changed since, and what is wrong.

use std::sync::Arc;

use super::FeedError;
use crate::feed::{Feed, Item, RichText};
use crate::source::Answer;
use crate::time::Timestamp;

/// How a feed is doing.
#[derive(Clone, Debug, PartialEq)]
pub struct FeedState {
    /// What was read last.
    pub snapshot: Option<Arc<Snapshot>>,
    /// Why the last request came to nothing, if it did.
    pub last_error: Option<FeedError>,
    /// What was read is older than it should be from here on.
    pub stale_at: Timestamp,
}

/// The last reading that had something to show.
#[derive(Clone, Debug, PartialEq)]
pub struct Snapshot {
    /// What was read, but for its items.
    pub feed: Feed,
    /// The items, in document order.
    pub entries: Vec<Entry>,
    /// When it came.
    pub at: Timestamp,
    /// For how many seconds the server vouches for it.
    pub max_age: Option<u32>,
}

/// An item, and when it was corrected since it was first seen.
#[derive(Clone, Debug, PartialEq)]
pub struct Entry {
    /// The item. One that did not change stays the very same piece of memory.
    pub item: Arc<Item>,
    /// When its words changed.
    pub corrected: Option<Timestamp>,
}

impl Snapshot {
    /// What an answer holds, after what was known before. An empty one leaves the items that
    /// there were: what is shown stays shown, and a feed that is suddenly empty is being
    /// rebuilt.
    pub fn new(answer: Answer, before: Option<&Snapshot>) -> Snapshot {
        let mut feed = answer.reading.feed;
        let known = before.map(|before| &*before.entries).unwrap_or_default();
        let items = std::mem::take(&mut feed.items);
        let entries = if items.is_empty() {
            known.to_vec()
        } else {
            let after = |item| entry(item, known, answer.at);
            items.into_iter().map(after).collect()
        };
        Snapshot {
            feed,
            entries,
            at: answer.at,
            max_age: answer.max_age,
        }
    }

    /// Whether the publisher took an item back: by saying so ([RFC 6721]), or by leaving it out
    /// of a feed that still has older ones.
    ///
    /// [RFC 6721]: https://www.rfc-editor.org/rfc/rfc6721
    pub fn withdraws(&self, item: &Item) -> bool {
        let is_older =
            |entry: &Entry| entry.item.time().is_some() && entry.item.time() < item.time();
        let is_missing = self.entries.iter().all(|entry| entry.item.id != item.id);
        let is_covered = self.entries.iter().any(is_older);
        self.deletes(item) || (is_missing && is_covered)
    }

    /// Whether the feed says that an item is deleted, and was not published again since.
    pub fn deletes(&self, item: &Item) -> bool {
        self.feed
            .deleted
            .iter()
            .any(|entry| entry.id == item.id && entry.when >= item.updated.or(item.published))
    }
}

fn entry(item: Item, known: &[Entry], now: Timestamp) -> Entry {
    let before = known.iter().find(|before| before.item.id == item.id);
    let Some(before) = before else {
        return Entry {
            item: Arc::new(item),
            corrected: None,
        };
    };
    if *before.item == item {
        return before.clone();
    }
    let corrected = if reads_the_same(&before.item, &item) {
        before.corrected
    } else {
        let stated = item
            .updated
            .filter(|time| item.updated != before.item.updated && *time <= now);
        Some(stated.unwrap_or(now))
    };
    Entry {
        item: Arc::new(item),
        corrected,
    }
}

/// Whether a reader would read the same. Counts of comments, addresses that carry a new number
/// with every request, and pictures may differ.
fn reads_the_same(one: &Item, other: &Item) -> bool {
    let words = |text: &Option<RichText>| text.as_ref().map(RichText::plain_text);
    one.title == other.title
        && words(&one.summary) == words(&other.summary)
        && words(&one.content) == words(&other.content)
}
