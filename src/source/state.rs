//! How a feed comes in: what was read last, how its items changed since, and what is wrong.

use std::sync::Arc;

use super::FeedError;
use super::fingerprint::{Fingerprint, Lookup};
use super::identity::{Identity, identities, recognise};
use crate::feed::{DeletedEntry, Feed, Item, RichText, limits};
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

impl FeedState {
    /// Whether what was read is the same, because the same answer came again.
    pub fn shows_the_same_as(&self, other: &FeedState) -> bool {
        let snapshots = self.snapshot.as_ref().zip(other.snapshot.as_ref());
        snapshots.is_some_and(|(one, other)| {
            Arc::ptr_eq(&one.entries, &other.entries) && Arc::ptr_eq(&one.feed, &other.feed)
        })
    }
}

/// The last reading that had something to show.
#[derive(Clone, Debug, PartialEq)]
pub struct Snapshot {
    /// What was read, but for its items.
    pub feed: Arc<Feed>,
    /// The items, in document order. The very same piece of memory while nothing changes.
    pub entries: Arc<Vec<Entry>>,
    /// When it came.
    pub at: Timestamp,
    /// For how many seconds the server vouches for it.
    pub max_age: Option<u32>,
    /// The fingerprint of what was read; `None` where reading it again may bring more.
    pub fingerprint: Option<u64>,
}

/// An item, and what became of it since it was first seen.
#[derive(Clone, Debug, PartialEq)]
pub struct Entry {
    /// The item. One that did not change stays the very same piece of memory.
    pub item: Arc<Item>,
    /// Its identity within the feed, which it keeps even if the publisher gives it another.
    pub key: Arc<str>,
    /// What it is recognised by.
    pub identity: Identity,
    /// When its words changed.
    pub corrected: Option<Timestamp>,
    /// Stands in for the date in a feed without dates: when the feed had last changed, by its
    /// own word, when the item was first seen; else that moment itself.
    pub arrived: Timestamp,
    /// Whether its publisher says that it is deleted (RFC 6721), and it was not published again
    /// since.
    pub is_deleted: bool,
}

impl Snapshot {
    /// What an answer holds, after what was known before. An empty one leaves the items that
    /// there were: what is shown stays shown, and a feed that is suddenly empty is being
    /// rebuilt. One that was cut short, or is still being written, may lack items that are there.
    pub fn new(answer: Answer, before: Option<&Snapshot>) -> Snapshot {
        let is_complete = answer.reading.complete;
        let mut feed = answer.reading.feed;
        let items = std::mem::take(&mut feed.items);
        let known: &[Entry] = before.map(|before| &**before.entries).unwrap_or_default();
        let arrived = feed.updated.unwrap_or(answer.at).min(answer.at);
        let keeps_others = items.is_empty() || !is_complete;
        let mut entries = follow_up(items, known, answer.at, arrived, keeps_others);
        mark_deleted(&mut entries, &feed.deleted);
        let unchanged = before.filter(|before| is_unchanged(&before.entries, &entries));
        Snapshot {
            entries: unchanged.map_or_else(|| Arc::new(entries), |it| it.entries.clone()),
            feed: Arc::new(feed),
            at: answer.at,
            max_age: answer.max_age,
            fingerprint: is_complete.then_some(answer.fingerprint),
        }
    }

    /// The same, answered again later.
    pub fn confirmed(&self, at: Timestamp, max_age: Option<u32>) -> Snapshot {
        Snapshot {
            at,
            max_age,
            ..self.clone()
        }
    }

    /// Whether the publisher took an item back: by saying so ([RFC 6721]), or by leaving it out
    /// of a feed that still has older ones. Only the item's own feed may be asked.
    ///
    /// [RFC 6721]: https://www.rfc-editor.org/rfc/rfc6721
    pub fn withdraws(&self, key: &str, item: &Item) -> bool {
        let is_older =
            |entry: &Entry| entry.item.time().is_some() && entry.item.time() < item.time();
        let is_missing = self.entries.iter().all(|entry| *entry.key != *key);
        let is_covered = self.entries.iter().any(is_older);
        let mut deleted = self.feed.deleted.iter();
        (is_missing && is_covered) || deleted.any(|it| deletes(it, item))
    }
}

/// The items of a reading as they follow on those known, and these too if they are kept.
fn follow_up(
    items: Vec<Item>,
    known: &[Entry],
    at: Timestamp,
    arrived: Timestamp,
    keeps_others: bool,
) -> Vec<Entry> {
    let new = identities(items.iter());
    let known_identities: Vec<Identity> = known.iter().map(|entry| entry.identity).collect();
    let found = recognise(&new, &known_identities);
    let mut is_found = vec![false; known.len()];
    for index in found.iter().flatten() {
        is_found
            .get_mut(*index)
            .into_iter()
            .for_each(|it| *it = true);
    }
    // A key that an item keeps although it has another id now is not free for a new item.
    let mut kept_keys = Lookup::with_room_for(known.len());
    for (index, entry) in known.iter().enumerate() {
        if *entry.key != *entry.item.id {
            kept_keys.insert(Fingerprint::of(&entry.key), index);
        }
    }
    let mut entries = Vec::with_capacity(items.len());
    for ((item, identity), found) in items.into_iter().zip(new).zip(found) {
        let before = found.and_then(|index| known.get(index));
        entries.push(match before {
            Some(before) => corrected(item, identity, before, at),
            None => Entry {
                key: match kept_keys.find(identity.id) {
                    Some(_) => [&*item.id, " ", &at.0.to_string()].concat().into(),
                    None => item.id.as_str().into(),
                },
                item: Arc::new(item),
                identity,
                corrected: None,
                arrived,
                is_deleted: false,
            },
        });
    }
    if keeps_others {
        let others = known.iter().zip(is_found).filter(|(_, it)| !it);
        let room = limits::ITEMS.saturating_sub(entries.len());
        entries.extend(others.map(|(entry, _)| entry.clone()).take(room));
    }
    entries
}

/// What an item is now that was known before.
fn corrected(item: Item, identity: Identity, before: &Entry, now: Timestamp) -> Entry {
    if *before.item == item {
        return Entry {
            identity,
            ..before.clone()
        };
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
        identity,
        corrected,
        ..before.clone()
    }
}

fn mark_deleted(entries: &mut [Entry], deleted: &[DeletedEntry]) {
    let mut lookup = Lookup::with_room_for(entries.len());
    for (index, entry) in entries.iter_mut().enumerate() {
        entry.is_deleted = false;
        lookup.insert(entry.identity.id, index);
    }
    for tombstone in deleted {
        let index = lookup.find(Fingerprint::of(&tombstone.id));
        if let Some(entry) = index.and_then(|index| entries.get_mut(index)) {
            entry.is_deleted |= deletes(tombstone, &entry.item);
        }
    }
}

/// Whether an item is deleted by this, and was not published again since.
fn deletes(tombstone: &DeletedEntry, item: &Item) -> bool {
    tombstone.id == item.id && tombstone.when >= item.updated.or(item.published)
}

/// Whether all entries are those that were there before.
fn is_unchanged(before: &[Entry], now: &[Entry]) -> bool {
    let is_same = |(before, now): (&Entry, &Entry)| {
        Arc::ptr_eq(&before.item, &now.item) && before.is_deleted == now.is_deleted
    };
    before.len() == now.len() && before.iter().zip(now).all(is_same)
}

/// Whether a reader would read the same. Counts of comments, addresses that carry a new number
/// with every request, and pictures may differ.
fn reads_the_same(one: &Item, other: &Item) -> bool {
    let words = |text: &Option<RichText>| text.as_ref().map(RichText::plain_text);
    one.title == other.title
        && words(&one.summary) == words(&other.summary)
        && words(&one.content) == words(&other.content)
}
