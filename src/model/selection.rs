//! From feeds to the headlines that are shown: filtered, merged, sorted, cut to the limit.

use std::sync::Arc;

use super::{Headline, Key, Source};
use crate::config::{Config, Sort};
use crate::feed::{Feed, Item, Timestamp};

const HOUR: i64 = 3_600_000;

/// The headlines of all sources as the options want them, at `now`.
pub fn select(config: &Config, sources: &[Source], now: Timestamp) -> Vec<Headline> {
    let several = sources.len() > 1;
    let mut dated: Vec<(Option<Timestamp>, Headline)> = Vec::new();
    for (number, source) in sources.iter().enumerate() {
        let Some(good) = &source.last_good else {
            continue;
        };
        let name: Option<Arc<str>> = publication(&good.feed).filter(|_| several).map(Arc::from);
        let language: Option<Arc<str>> = good.feed.language.as_deref().map(Arc::from);
        let mut previous = None;
        for item in &good.feed.items {
            // An item without a date keeps its place after the one before it.
            let time = item.time().or(previous);
            previous = time;
            if !is_wanted(config, item, now) || is_withdrawn(&good.feed, item) {
                continue;
            }
            if let Some((_, twin)) = dated
                .iter_mut()
                .find(|(_, other)| is_same(&other.item, item))
            {
                twin.sources.extend(name.clone());
                continue;
            }
            let own_language = item.language.as_deref().map(Arc::from);
            let headline = Headline {
                key: key(number, item),
                item: Arc::new(item.clone()),
                language: own_language.or_else(|| language.clone()),
                sources: name.iter().cloned().collect(),
            };
            dated.push((time, headline));
        }
    }
    match config.sort {
        Sort::Newest => dated.sort_by_key(|(time, _)| std::cmp::Reverse(*time)),
        Sort::Oldest => dated.sort_by_key(|(time, _)| *time),
        Sort::Feed => {}
    }
    dated.truncate(config.limit.get() as usize);
    dated.into_iter().map(|(_, headline)| headline).collect()
}

/// Two feeds may carry the same identity for different things (RFC 4287 §8.4), so it holds
/// within its own feed only.
fn key(source: usize, item: &Item) -> Key {
    let mut key = source.to_string();
    key.push(' ');
    key.push_str(&item.id);
    Key::from(key)
}

/// The same article in two feeds has the same address.
fn is_same(one: &Item, other: &Item) -> bool {
    one.link.is_some() && one.link == other.link
}

fn publication(feed: &Feed) -> Option<&str> {
    feed.title.as_deref()
}

fn is_withdrawn(feed: &Feed, item: &Item) -> bool {
    feed.deleted
        .iter()
        .any(|entry| entry.id == item.id && entry.when >= item.updated.or(item.published))
}

fn is_wanted(config: &Config, item: &Item, now: Timestamp) -> bool {
    let is_recent = || match (config.max_age, item.time()) {
        (Some(hours), Some(time)) => now.0 - time.0 <= i64::from(hours.get()) * HOUR,
        _ => true,
    };
    let is_tagged = || config.tags.is_empty() || item.tags.iter().any(|tag| config.tags.name(tag));
    let says = |words: &crate::config::Words| {
        item.title
            .as_deref()
            .is_some_and(|title| words.occur_in(title))
            || item
                .summary
                .as_ref()
                .is_some_and(|summary| words.occur_in(&summary.plain_text()))
    };
    is_recent()
        && is_tagged()
        && (config.include.is_empty() || says(&config.include))
        && (config.exclude.is_empty() || !says(&config.exclude))
}
