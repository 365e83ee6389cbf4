//! From feeds to the headlines that are shown: filtered, merged, sorted, cut to the limit.

use std::cmp::Ordering;
use std::sync::Arc;

use crate::config::{Config, Sort, Terms, Upcoming};
use crate::feed::{Feed, Item};
use crate::host::Host;
use crate::source::{Entry, Identity, Lookup, is_same_site};
use crate::time::{HOUR, MINUTE, Timestamp};
use crate::widget::model::{Headline, Key, Mark, Model, Source};

/// A headline on its way into the list.
struct Candidate {
    headline: Headline,
    /// What it is sorted by.
    time: Option<Timestamp>,
    /// Which source it is of.
    source: usize,
    /// Whether its feed is of the site that it links to.
    is_own: bool,
}

/// What was selected.
pub struct Selection {
    /// The headlines, no more than the options allow and the reader has asked for.
    pub headlines: Vec<Arc<Headline>>,
    /// Whether there are more of them.
    pub has_more: bool,
}

/// The headlines of all sources as the options want them, at `now`. Items dated up to
/// `latest` were released, even if the reader's clock was set back since. Beyond the limit there
/// are those that the reader had `revealed`.
pub fn select(
    config: &Config,
    sources: &[Source],
    now: Timestamp,
    latest: Timestamp,
    revealed: u32,
    host: &dyn Host,
) -> Selection {
    let snapshots = || sources.iter().filter_map(Source::snapshot);
    let count = snapshots().map(|it| it.entries.len()).sum();
    let mut twins = Twins::with_room_for(count);
    let mut candidates: Vec<Candidate> = Vec::new();
    for (number, source) in sources.iter().enumerate() {
        let Some(snapshot) = source.snapshot() else {
            continue;
        };
        let clock = publishers_clock(&snapshot.feed, latest);
        let several = sources.len() > 1;
        let name: Option<Arc<str>> = publication(&snapshot.feed)
            .filter(|_| several)
            .map(Arc::from);
        let language: Option<Arc<str>> = snapshot.feed.language.as_deref().map(Arc::from);
        for (entry, time) in snapshot.entries.iter().zip(times(&snapshot.entries)) {
            let item = &entry.item;
            let is_released = config.upcoming == Upcoming::Show || item.published <= Some(clock);
            if !is_released || entry.is_deleted || !is_wanted(config, item, now, host) {
                continue;
            }
            // An aggregator names the paper that each article is of.
            let paper = item.source.as_deref();
            let paper = paper.filter(|paper| Some(*paper) != publication(&snapshot.feed));
            let paper = paper.map(Arc::from).or_else(|| name.clone());
            let own_language = item.language.as_deref().map(Arc::from);
            let link = item.link.as_ref().unwrap_or(&source.address);
            let new = Candidate {
                headline: Headline {
                    key: key(number, &entry.key),
                    item: item.clone(),
                    feed: source.address.clone(),
                    entry_key: entry.key.clone(),
                    language: own_language.or_else(|| language.clone()),
                    sources: paper.into_iter().collect(),
                    mark: entry.corrected.map(Mark::Updated),
                },
                time,
                source: number,
                is_own: is_same_site(link.host(), source.address.host()),
            };
            match twins.find(&new, &entry.identity, &candidates) {
                Some(index) => {
                    twins.insert(&entry.identity, index);
                    if let Some(known) = candidates.get_mut(index) {
                        known.merge(new);
                    }
                }
                None => {
                    twins.insert(&entry.identity, candidates.len());
                    candidates.push(new);
                }
            }
        }
    }
    candidates.sort_by(|one, other| match config.sort {
        Sort::Newest => other.time.cmp(&one.time),
        Sort::Oldest => one.time.cmp(&other.time),
        Sort::Feed => Ordering::Equal,
    });
    let most = config.limit.get().saturating_add(revealed) as usize;
    let has_more = candidates.len() > most;
    candidates.truncate(most);
    let mut headlines: Vec<Arc<Headline>> = candidates
        .into_iter()
        .map(|candidate| Arc::new(candidate.headline))
        .collect();
    if config.has_lead()
        && let Some(lead) = headlines.iter().position(|it| it.picture(config).is_some())
    {
        let lead = headlines.remove(lead);
        headlines.insert(0, lead);
    }
    Selection {
        headlines,
        has_more,
    }
}

/// What each entry is sorted by. One without a date keeps its place beside its neighbor. A feed
/// without any date takes part in the list with the times at which its items arrived, in its own
/// order.
fn times(entries: &[Entry]) -> impl Iterator<Item = Option<Timestamp>> {
    let first = entries.iter().find_map(|entry| entry.item.time());
    let mut last = first;
    entries.iter().map(move |entry| {
        last = match first {
            Some(_) => entry.item.time().or(last),
            None => Some(last.map_or(entry.arrived, |last| last.min(entry.arrived))),
        };
        last
    })
}

impl Candidate {
    /// Takes in the same article as another feed has it. That of the article's own site is the
    /// one that is shown, with its words and its date; else that of the first feed. Only a feed
    /// of that site is named beside it: nobody else gets a name into a publisher's headline.
    fn merge(&mut self, twin: Candidate) {
        if twin.is_own && !self.is_own {
            *self = twin;
        } else if twin.is_own {
            for name in twin.headline.sources {
                if !self.headline.sources.contains(&name) {
                    self.headline.sources.push(name);
                }
            }
        }
    }
}

/// The candidates by what they can be recognised by across feeds. Within one feed the identity
/// decides: there are feeds of which every item links to the front page.
struct Twins {
    by_address: Lookup,
    by_id: Lookup,
}

impl Twins {
    fn with_room_for(count: usize) -> Twins {
        Twins {
            by_address: Lookup::with_room_for(count),
            by_id: Lookup::with_room_for(count),
        }
    }

    fn insert(&mut self, identity: &Identity, index: usize) {
        if let Some(print) = identity.address {
            self.by_address.insert(print, index);
        }
        if let Some(print) = identity.worldwide {
            self.by_id.insert(print, index);
        }
    }

    /// The index of the same article in another feed.
    fn find(&self, new: &Candidate, identity: &Identity, known: &[Candidate]) -> Option<usize> {
        let is_of_other_feed = |index: &usize| {
            let other = known.get(*index);
            other.is_some_and(|other| other.source != new.source)
        };
        // Anybody can write an id of somebody else's into a feed.
        let is_of_same_site = |index: &usize| {
            let other = known.get(*index);
            other.is_some_and(|other| is_same_site(new.site(), other.site()))
        };
        let by_address = identity.address.and_then(|it| self.by_address.find(it));
        let by_id = identity.worldwide.and_then(|it| self.by_id.find(it));
        by_address
            .filter(is_of_other_feed)
            .or_else(|| by_id.filter(is_of_other_feed).filter(is_of_same_site))
    }
}

impl Candidate {
    /// The host that it leads to, else that of its feed.
    fn site(&self) -> &str {
        let link = self.headline.item.link.as_ref();
        link.unwrap_or(&self.headline.feed).host()
    }
}

/// Two feeds may carry the same identity for different things (RFC 4287 §8.4), so it holds
/// within its own feed only.
fn key(source: usize, entry_key: &str) -> Key {
    let mut key = source.to_string();
    key.push(' ');
    key.push_str(entry_key);
    Key::from(key)
}

fn publication(feed: &Feed) -> Option<&str> {
    feed.title.as_deref()
}

/// When the next item that is dated ahead may be shown, where the options hold it back.
pub fn next_release(model: &Model) -> Option<Timestamp> {
    if model.config.upcoming == Upcoming::Show {
        return None;
    }
    let ahead = |source: &Source| {
        let snapshot = source.snapshot()?;
        let clock = publishers_clock(&snapshot.feed, model.latest);
        let times = snapshot.entries.iter().filter_map(|it| it.item.published);
        let next = times.filter(|time| *time > clock).min()?;
        Some(next.after(-SKEW))
    };
    model.sources.iter().filter_map(ahead).min()
}

/// How far a reader's clock may be behind the publisher's, in milliseconds.
const SKEW: i64 = MINUTE;

/// An item may be dated ahead, and is not to be shown before its time. A reader's clock that is
/// slow must not hold back what is already news: the feed itself says how late it is there.
fn publishers_clock(feed: &Feed, latest: Timestamp) -> Timestamp {
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
