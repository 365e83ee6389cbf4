//! What a widget knows, and what follows from it. Only [`crate::update`] writes it.

mod selection;

use std::sync::Arc;

use crate::config::{Config, Open, Preview};
use crate::feed::{Feed, Item, Timestamp};
use crate::hover::Hover;
use crate::link::WebAddress;
use crate::motion::Motion;
use crate::platform::Platform;
use crate::schedule::Polling;

pub use selection::select;

/// Everything one widget knows.
pub struct Model {
    /// Compares words.
    pub platform: &'static dyn Platform,
    /// The options.
    pub config: Arc<Config>,
    /// The feeds, in the order of the `feed` attribute.
    pub sources: Vec<Source>,
    /// The headlines that are shown.
    pub shown: Headlines,
    /// The headlines that came while the reader was busy with those that are shown.
    pub waiting: Option<Headlines>,
    /// The headline whose preview is open.
    pub open: Opening,
    /// Whether anybody can see the widget.
    pub presence: Presence,
    /// Whether the reader points at, focuses or reads something in the widget.
    pub busy: bool,
    /// What moves by itself.
    pub motion: Motion,
    /// What the pointer or the focus is at.
    pub hover: Hover,
    /// Whether `strillone:ready` was sent.
    pub announced_ready: bool,
    /// What was said on the console, so that nothing is said twice.
    pub reported: Vec<String>,
}

/// Which preview is open, and by whose will.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Opening {
    /// The reader has not chosen yet: as the option `open` says.
    ByOption(Open),
    /// The reader opened this one.
    ByReader(Key),
    /// The reader points at this one or has the focus on it.
    ByHover(Key),
    /// The reader closed what was open.
    Closed,
}

/// One feed and how it is doing.
#[derive(Clone, Debug)]
pub struct Source {
    /// The feed's address as the attribute has it.
    pub address: WebAddress,
    /// What was read last, and when.
    pub last_good: Option<LastGood>,
    /// Why the last request came to nothing, if it did.
    pub trouble: Option<FetchError>,
    /// When it is asked again.
    pub polling: Polling,
}

/// The last reading that had something to show.
#[derive(Clone, Debug)]
pub struct LastGood {
    /// What was read, but for its items.
    pub feed: Feed,
    /// The items.
    pub items: Vec<Arc<Item>>,
    /// When it came.
    pub at: Timestamp,
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
    /// The language it is written in, where the feed says so.
    pub language: Option<Arc<str>>,
    /// The names of the publications that carry it, where there is more than one feed.
    pub sources: Vec<Arc<str>>,
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

/// What the widget has to tell of itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Condition {
    /// Nothing has come yet.
    Loading,
    /// All is well.
    Ready,
    /// The device is offline; what is shown came at this time.
    Offline(Timestamp),
    /// The feed cannot be reached; what is shown came at this time.
    Stale(Timestamp),
    /// The feed holds nothing to show.
    Empty,
    /// Nothing was ever shown, and nothing came.
    Failed,
}

/// Why a request came to nothing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FetchError {
    /// The browser gave no answer and does not say why: the server is down, its name is
    /// unknown, or it does not let other sites read the feed (CORS).
    Unreachable,
    /// A content security policy of the page forbids the request, by this directive.
    Blocked(String),
    /// No answer came in time.
    TimedOut,
    /// The server answered with an HTTP status that is no success.
    Status(u16),
    /// An answer came that is not a feed.
    NotAFeed,
}

impl FetchError {
    /// A stable name, for `strillone:error`.
    pub fn name(&self) -> &'static str {
        match self {
            FetchError::Unreachable => "unreachable",
            FetchError::Blocked(_) => "blocked",
            FetchError::TimedOut => "timed-out",
            FetchError::Status(_) => "status",
            FetchError::NotAFeed => "not-a-feed",
        }
    }

    /// What is wrong and how to mend it, for the person who put the widget there.
    pub fn message(&self, address: &WebAddress) -> String {
        let mut text = String::from("the feed ");
        text.push_str(address.as_str());
        text.push_str(match self {
            FetchError::Unreachable => {
                " cannot be read: the server does not answer, or does not allow other sites to \
                 read it (it must send Access-Control-Allow-Origin); the proxy attribute can \
                 help"
            }
            FetchError::Blocked(_) => {
                " is blocked by this page's Content-Security-Policy: add its origin to "
            }
            FetchError::TimedOut => " did not answer in time",
            FetchError::Status(_) => " is refused by its server with status ",
            FetchError::NotAFeed => " is not a feed: neither RSS, Atom nor JSON Feed was found",
        });
        match self {
            FetchError::Status(status) => text.push_str(&status.to_string()),
            FetchError::Blocked(directive) => text.push_str(directive),
            FetchError::Unreachable | FetchError::TimedOut | FetchError::NotAFeed => {}
        }
        text
    }
}

impl Presence {
    /// Whether requests are worth making.
    pub fn is_active(self) -> bool {
        self.visible && self.on_screen && self.online
    }
}

impl Model {
    /// A widget that knows its options and nothing else.
    pub fn new(config: Arc<Config>, presence: Presence, platform: &'static dyn Platform) -> Model {
        Model {
            platform,
            open: Opening::ByOption(config.open),
            config,
            sources: Vec::new(),
            shown: Arc::default(),
            waiting: None,
            presence,
            busy: false,
            motion: Motion::default(),
            hover: Hover::default(),
            announced_ready: false,
            reported: Vec::new(),
        }
    }

    /// The title of the first feed that has one.
    pub fn title(&self) -> Option<String> {
        self.sources
            .iter()
            .find_map(|source| source.last_good.as_ref()?.feed.title.clone())
    }

    /// The headline of that identity, if it is shown.
    pub fn headline(&self, key: &Key) -> Option<&Arc<Headline>> {
        self.shown.iter().find(|headline| headline.key == *key)
    }

    /// The place of the headline of that identity among those shown.
    pub fn place(&self, key: &Key) -> Option<usize> {
        self.shown.iter().position(|headline| headline.key == *key)
    }

    /// The place of the headline that a rotator shows.
    pub fn current_place(&self) -> usize {
        let current = self.motion.current.as_ref();
        current.and_then(|key| self.place(key)).unwrap_or(0)
    }

    /// The headline that a rotator shows.
    pub fn current(&self) -> Option<&Arc<Headline>> {
        self.shown.get(self.current_place())
    }

    /// The headline whose preview is open.
    pub fn opened(&self) -> Option<&Arc<Headline>> {
        match &self.open {
            // Nothing lies over a page before its reader asks for it.
            Opening::ByOption(Open::First) if self.config.preview != Preview::Popover => {
                self.shown.first()
            }
            Opening::ByOption(_) | Opening::Closed => None,
            Opening::ByReader(key) | Opening::ByHover(key) => self.headline(key),
        }
    }

    /// How many headlines wait to be shown.
    pub fn count_waiting(&self) -> u32 {
        let waiting = self.waiting.iter().flat_map(|headlines| headlines.iter());
        let is_new =
            |headline: &&Arc<Headline>| self.shown.iter().all(|old| old.key != headline.key);
        u32::try_from(waiting.filter(is_new).count()).unwrap_or(u32::MAX)
    }

    /// What the widget has to tell of itself at `now`.
    pub fn condition(&self, now: Timestamp) -> Condition {
        let oldest = self
            .sources
            .iter()
            .filter_map(|source| Some((source, source.last_good.as_ref()?)))
            .min_by_key(|(_, good)| good.at);
        let Some((_, good)) = oldest else {
            let failed = |source: &Source| source.trouble.is_some();
            return match self.sources.iter().all(failed) {
                true => Condition::Failed,
                false => Condition::Loading,
            };
        };
        let is_late = |source: &Source| {
            source.trouble.is_some() && source.last_good.is_some() && source.polling.is_late(now)
        };
        if self.shown.is_empty() {
            Condition::Empty
        } else if !self.presence.online {
            Condition::Offline(good.at)
        } else if self.sources.iter().any(is_late) {
            Condition::Stale(good.at)
        } else {
            Condition::Ready
        }
    }
}
