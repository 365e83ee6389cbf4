//! What a widget knows, and what follows from it. Only [`crate::widget::update`] writes it.

mod interaction;

use std::sync::Arc;

use crate::address::WebAddress;
use crate::config::{Config, Switch};
use crate::feed::{Item, Picture};
use crate::host::Host;
use crate::source::{FeedError, FeedState, Snapshot, Subscription};
use crate::time::Timestamp;
use crate::widget::state::State;

pub use interaction::{Hover, Motion, Neighbor, Playback, PreviewState};

/// Everything one widget knows.
pub struct Model {
    /// Compares words.
    pub host: &'static dyn Host,
    /// The options.
    pub config: Arc<Config>,
    /// The feeds, in the order of the `feed` attribute.
    pub sources: Vec<Source>,
    /// The headlines that are shown.
    pub shown: Headlines,
    /// The headlines that came while the reader was busy with those that are shown.
    pub waiting: Option<Headlines>,
    /// How many headlines beyond the limit the reader has asked for.
    pub revealed: u32,
    /// Whether the feeds hold more than that.
    pub has_more: bool,
    /// The headline whose preview is open.
    pub open: PreviewState,
    /// Whether anybody can see the widget.
    pub presence: Presence,
    /// Whether the reader points at, focuses or reads something in the widget.
    pub busy: bool,
    /// Whether the reader has scrolled on, so that what comes first would move what is read.
    pub scrolled: bool,
    /// What moves by itself.
    pub motion: Motion,
    /// What the pointer or the focus is at.
    pub hover: Hover,
    /// Whether `strillone:ready` was sent.
    pub announced_ready: bool,
    /// The latest time there ever was: a clock may be set back.
    pub latest: Timestamp,
    /// What was last read aloud.
    pub announcement: Option<Announcement>,
    /// How many new headlines came since.
    pub unannounced: u32,
    /// What was last asked of the page's pollers.
    pub subscribed: Vec<Subscription>,
    /// What was said on the console, so that nothing is said twice.
    pub reported: Vec<String>,
}

/// One feed and how it is doing.
#[derive(Clone, Debug)]
pub struct Source {
    /// The feed's address as the attribute has it.
    pub address: WebAddress,
    /// How it comes in; `None` as long as nothing is known of it.
    pub feed_state: Option<FeedState>,
}

/// The identity of a headline within a widget.
pub type Key = Arc<str>;

/// Headlines in the order they are shown. One that did not change stays the very same piece of
/// memory, so that what shows it stays too.
pub type Headlines = Arc<Vec<Arc<Headline>>>;

/// One line of the widget.
#[derive(Clone, Debug, PartialEq)]
pub struct Headline {
    /// Its identity.
    pub key: Key,
    /// What the feed says of it.
    pub item: Arc<Item>,
    /// The feed that it is of, which alone may take it back.
    pub feed: WebAddress,
    /// Its identity within that feed.
    pub entry_key: Arc<str>,
    /// The language it is written in, where the feed says so.
    pub language: Option<Arc<str>>,
    /// The names of the publications that carry it, where there is more than one feed or the
    /// feed is of several publications.
    pub sources: Vec<Arc<str>>,
    /// What became of it since the reader could first see it.
    pub mark: Option<Mark>,
}

/// What became of a headline.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mark {
    /// It was corrected at that time.
    Updated(Timestamp),
    /// Its publisher took it back while it was being read.
    Withdrawn,
}

/// New headlines, as they are read aloud.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Announcement {
    /// How many.
    pub count: u32,
    /// When it was made: the same number may have to be said again.
    pub at: Timestamp,
}

/// Whether anybody can see the widget and the network can be reached.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Presence {
    /// The page is visible.
    pub visible: bool,
    /// The widget is near the visible part of the page.
    pub on_screen: bool,
    /// The device is online, as far as the browser knows.
    pub online: bool,
}

impl Source {
    /// What was read of it last.
    pub fn snapshot(&self) -> Option<&Snapshot> {
        self.feed_state.as_ref()?.snapshot.as_deref()
    }

    /// Why the last request came to nothing, if it did.
    pub fn last_error(&self) -> Option<&FeedError> {
        self.feed_state.as_ref()?.last_error.as_ref()
    }

    /// When what is shown of it begins to be older than it should be.
    pub fn stale_at(&self) -> Option<Timestamp> {
        let feed_state = self.feed_state.as_ref()?;
        feed_state.snapshot.as_ref().map(|_| feed_state.stale_at)
    }
}

impl Headline {
    /// Whether another headline differs in nothing but its mark.
    pub fn reads_as(&self, other: &Headline) -> bool {
        self.key == other.key
            && self.language == other.language
            && self.sources == other.sources
            && self.item == other.item
    }

    /// The picture that stands for it in a list, where there is one and the options show it.
    pub fn picture(&self, config: &Config) -> Option<&Picture> {
        let picture = self.item.image.as_ref();
        picture.filter(|picture| config.images == Switch::On && !picture.is_small())
    }
}

impl Presence {
    /// Whether anybody looks.
    pub fn is_seen(self) -> bool {
        self.visible && self.on_screen
    }

    /// Whether requests are worth making.
    pub fn is_active(self) -> bool {
        self.is_seen() && self.online
    }
}

impl Model {
    /// A widget that knows its options and nothing else.
    pub fn new(config: Arc<Config>, presence: Presence, host: &'static dyn Host) -> Model {
        Model {
            host,
            open: PreviewState::Untouched,
            config,
            sources: Vec::new(),
            shown: Arc::default(),
            waiting: None,
            revealed: 0,
            has_more: false,
            presence,
            busy: false,
            scrolled: false,
            motion: Motion::default(),
            hover: Hover::default(),
            announced_ready: false,
            latest: Timestamp(0),
            announcement: None,
            unannounced: 0,
            subscribed: Vec::new(),
            reported: Vec::new(),
        }
    }

    /// The title of the feed; of several, none speaks for the others.
    pub fn title(&self) -> Option<String> {
        match self.sources.as_slice() {
            [source] => source.snapshot()?.feed.title.clone(),
            _ => None,
        }
    }

    /// Whether every feed has answered, be it with an error: what comes from then on is news.
    pub fn has_heard_all(&self) -> bool {
        let has_answered =
            |source: &Source| source.snapshot().is_some() || source.last_error().is_some();
        self.sources.iter().all(has_answered)
    }

    /// The headline of that identity, if it is shown.
    pub fn headline(&self, key: &Key) -> Option<&Arc<Headline>> {
        self.shown.iter().find(|headline| headline.key == *key)
    }

    /// The index of the headline of that identity among those shown.
    pub fn index_of(&self, key: &Key) -> Option<usize> {
        self.shown.iter().position(|headline| headline.key == *key)
    }

    /// The index of the headline that a rotator shows.
    pub fn current_index(&self) -> usize {
        let current = self.motion.current.as_ref();
        current.and_then(|key| self.index_of(key)).unwrap_or(0)
    }

    /// The headline that a rotator shows.
    pub fn current(&self) -> Option<&Arc<Headline>> {
        self.shown.get(self.current_index())
    }

    /// The headline whose preview is open.
    pub fn opened(&self) -> Option<&Arc<Headline>> {
        match &self.open {
            PreviewState::Untouched | PreviewState::Closed => None,
            PreviewState::ByOption(key, _)
            | PreviewState::ByReader(key)
            | PreviewState::ByHover(key) => self.headline(key),
        }
    }

    /// Whether the widget has something to show at `now`. If not, the partner's own content is
    /// shown in its place; the loader puts a link to the feed's site there if there is none.
    pub fn has_something_to_show(&self, now: Timestamp) -> bool {
        let state = self.state(now);
        !matches!(state, State::Loading | State::Failed)
    }

    /// How many headlines wait to be shown.
    pub fn count_waiting(&self) -> u32 {
        let waiting = self.waiting.iter().flat_map(|headlines| headlines.iter());
        let is_new =
            |headline: &&Arc<Headline>| self.shown.iter().all(|old| old.key != headline.key);
        u32::try_from(waiting.filter(is_new).count()).unwrap_or(u32::MAX)
    }

    /// How the widget is doing at `now`.
    pub fn state(&self, now: Timestamp) -> State {
        let readings = self.sources.iter().filter_map(Source::snapshot);
        let Some(oldest) = readings.map(|good| good.at).min() else {
            let failed = |source: &Source| source.last_error().is_some();
            return match self.sources.iter().all(failed) || !self.presence.online {
                true => State::Failed,
                false => State::Loading,
            };
        };
        let is_stale = |source: &Source| source.stale_at().is_some_and(|time| time < now);
        if self.shown.is_empty() {
            State::Empty
        } else if !self.presence.online {
            State::Offline(oldest)
        } else if self.sources.iter().any(is_stale) {
            State::Stale(oldest)
        } else {
            State::Ready
        }
    }
}
