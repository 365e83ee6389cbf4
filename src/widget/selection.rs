//! From feeds to the headlines that are shown: filtered, merged, sorted, cut to the limit.

use std::cmp::Ordering;
use std::sync::Arc;

use crate::config::{Config, Sort, Terms};
use crate::feed::{Feed, Item};
use crate::host::Host;
use crate::time::{HOUR, Timestamp};
use crate::widget::model::{Headline, Key, Mark, Source};

/// The headlines of all sources as the options want them, at `now`. Items dated up to
/// `latest` were released, even if the reader's clock was set back since.
pub fn select(
    config: &Config,
    sources: &[Source],
    now: Timestamp,
    latest: Timestamp,
    host: &dyn Host,
) -> Vec<Arc<Headline>> {
    let several = sources.len() > 1;
    let mut dated: Vec<(Option<Timestamp>, Headline)> = Vec::new();
    for (number, source) in sources.iter().enumerate() {
        let Some(good) = source.snapshot() else {
            continue;
        };
        let clock = publishers_clock(&good.feed, latest);
        let name: Option<Arc<str>> = publication(&good.feed).filter(|_| several).map(Arc::from);
        let language: Option<Arc<str>> = good.feed.language.as_deref().map(Arc::from);
        let from_others = dated.len();
        let mut previous = None;
        for entry in &good.entries {
            let item = &entry.item;
            // An item without a date keeps its place after the one before it.
            let time = item.time().or(previous);
            previous = time;
            let is_released = item.published <= Some(clock);
            if !is_released || good.deletes(item) || !is_wanted(config, item, now, host) {
                continue;
            }
            let twin = dated
                .iter_mut()
                .take(from_others)
                .find(|(_, other)| is_same(&other.item, item));
            if let Some((_, twin)) = twin {
                if !twin
                    .sources
                    .iter()
                    .any(|known| Some(known) == name.as_ref())
                {
                    twin.sources.extend(name.clone());
                }
                continue;
            }
            let own_language = item.language.as_deref().map(Arc::from);
            let headline = Headline {
                key: key(number, item),
                item: item.clone(),
                language: own_language.or_else(|| language.clone()),
                sources: name.iter().cloned().collect(),
                mark: entry.corrected.map(Mark::Updated),
            };
            dated.push((time, headline));
        }
    }
    dated.sort_by(|(one, _), (other, _)| match config.sort {
        Sort::Newest => other.cmp(one),
        Sort::Oldest => one.cmp(other),
        Sort::Feed => Ordering::Equal,
    });
    dated.truncate(config.limit.get() as usize);
    dated
        .into_iter()
        .map(|(_, headline)| Arc::new(headline))
        .collect()
}

/// Two feeds may carry the same identity for different things (RFC 4287 §8.4), so it holds
/// within its own feed only.
fn key(source: usize, item: &Item) -> Key {
    let mut key = source.to_string();
    key.push(' ');
    key.push_str(&item.id);
    Key::from(key)
}

/// The same article in two feeds has the same address, or an identity that is one for all the
/// world (RFC 4287 §4.2.6). Within one feed the identity decides: there are feeds of which
/// every item links to the front page.
fn is_same(one: &Item, other: &Item) -> bool {
    let is_worldwide = one.id.starts_with("tag:") || one.id.starts_with("urn:");
    (one.link.is_some() && one.link == other.link) || (is_worldwide && one.id == other.id)
}

fn publication(feed: &Feed) -> Option<&str> {
    feed.title.as_deref()
}

/// When the next item that is dated ahead may be shown.
pub fn next_release(sources: &[Source], latest: Timestamp) -> Option<Timestamp> {
    let ahead = |source: &Source| {
        let good = source.snapshot()?;
        let clock = publishers_clock(&good.feed, latest);
        let times = good.entries.iter().filter_map(|it| it.item.published);
        times.filter(|time| *time > clock).min()
    };
    sources.iter().filter_map(ahead).min()
}

/// An item may be dated ahead, and is not to be shown before its time. A reader's clock that is
/// slow must not hold back what is already news: the feed itself says how late it is there.
fn publishers_clock(feed: &Feed, latest: Timestamp) -> Timestamp {
    const SKEW: i64 = 60_000;
    Timestamp(latest.0.saturating_add(SKEW)).max(feed.updated.unwrap_or(latest))
}

fn is_wanted(config: &Config, item: &Item, now: Timestamp, host: &dyn Host) -> bool {
    let is_recent = match (config.max_age, item.time()) {
        (Some(hours), Some(time)) => now.0 - time.0 <= i64::from(hours.get()) * HOUR,
        _ => true,
    };
    let has_tag = |tag: &String| config.tags.name(&host.lower_case(tag));
    is_recent
        && (config.tags.is_empty() || item.tags.iter().any(has_tag))
        && (config.include.is_empty() || mentions(item, &config.include, host))
        && (config.exclude.is_empty() || !mentions(item, &config.exclude, host))
}

/// Whether one of the words stands in the title or the summary.
fn mentions(item: &Item, words: &Terms, host: &dyn Host) -> bool {
    let mentions = |text: &str| words.occur_in(&host.lower_case(text));
    item.title.as_deref().is_some_and(mentions)
        || item
            .summary
            .as_ref()
            .is_some_and(|summary| mentions(&summary.plain_text()))
}
