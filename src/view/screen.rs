//! What is on the screen, as signals: only what changed is drawn again.

use std::cell::RefCell;
use std::rc::Rc;
use std::sync::Arc;

use leptos::prelude::{ArcTrigger, Notify, Track};

use crate::config::Config;
use crate::feed::Timestamp;
use crate::model::{Announcement, Condition, Headline, Headlines, Model};

const MINUTE: i64 = 60_000;

/// The parts of the model that the view depends on. Reading one within something that is
/// alive draws that again when it changes.
///
/// One plain value with a trigger for each of its parts, because every type of signal brings
/// some 3 KB of code.
#[derive(Clone)]
pub struct Screen {
    shown: Rc<RefCell<Shown>>,
    changed: Rc<Changed>,
}

struct Shown {
    config: Arc<Config>,
    title: Option<String>,
    headlines: Headlines,
    opened: Option<Arc<Headline>>,
    condition: Condition,
    waiting: u32,
    announcement: Option<Announcement>,
    is_paused: bool,
    now: Timestamp,
}

struct Changed {
    config: ArcTrigger,
    title: ArcTrigger,
    headlines: ArcTrigger,
    opened: ArcTrigger,
    condition: ArcTrigger,
    waiting: ArcTrigger,
    announcement: ArcTrigger,
    is_paused: ArcTrigger,
    now: ArcTrigger,
}

macro_rules! readers {
    ($($(#[doc = $doc:literal])+ $name:ident: $type:ty,)+) => {
        impl Screen {
            $($(#[doc = $doc])+ pub fn $name(&self) -> $type {
                self.changed.$name.track();
                self.shown.borrow().$name.clone()
            })+

            /// Brings the screen up to the model; what is the same stays silent.
            pub fn show(&self, model: &Model, now: Timestamp) {
                let new = Shown::of(model, now);
                let old = self.shown.replace(new);
                $(if !old.$name.is_same(&self.shown.borrow().$name) {
                    self.changed.$name.notify();
                })+
            }
        }
    };
}

readers! {
    /// The options.
    config: Arc<Config>,
    /// The title of the feed.
    title: Option<String>,
    /// The headlines.
    headlines: Headlines,
    /// The headline whose preview is open.
    opened: Option<Arc<Headline>>,
    /// What the widget has to tell of itself.
    condition: Condition,
    /// How many headlines wait to be shown.
    waiting: u32,
    /// The new headlines that are read aloud.
    announcement: Option<Announcement>,
    /// Whether all motion stands still.
    is_paused: bool,
    /// The time, in whole minutes.
    now: Timestamp,
}

impl Screen {
    /// The screen of a model at `now`.
    pub fn new(model: &Model, now: Timestamp) -> Screen {
        Screen {
            shown: Rc::new(RefCell::new(Shown::of(model, now))),
            changed: Rc::new(Changed {
                config: ArcTrigger::new(),
                title: ArcTrigger::new(),
                headlines: ArcTrigger::new(),
                opened: ArcTrigger::new(),
                condition: ArcTrigger::new(),
                waiting: ArcTrigger::new(),
                announcement: ArcTrigger::new(),
                is_paused: ArcTrigger::new(),
                now: ArcTrigger::new(),
            }),
        }
    }
}

impl Shown {
    fn of(model: &Model, now: Timestamp) -> Shown {
        Shown {
            config: model.config.clone(),
            title: model.title(),
            headlines: model.shown.clone(),
            opened: model.opened().cloned(),
            condition: model.condition(now),
            waiting: model.count_waiting(),
            announcement: model.announcement,
            is_paused: model.paused,
            // To the minute, or every movement of the pointer would draw the times again.
            now: Timestamp(now.0 - now.0.rem_euclid(MINUTE)),
        }
    }
}

/// Whether two values show the same. What is shared is the same when it is the same piece of
/// memory: the model keeps what did not change.
trait Same {
    fn is_same(&self, other: &Self) -> bool;
}

impl<T> Same for Arc<T> {
    fn is_same(&self, other: &Self) -> bool {
        Arc::ptr_eq(self, other)
    }
}

impl Same for Option<Arc<Headline>> {
    fn is_same(&self, other: &Self) -> bool {
        match (self, other) {
            (Some(one), Some(other)) => Arc::ptr_eq(one, other) || one.reads_as(other),
            (one, other) => one.is_none() && other.is_none(),
        }
    }
}

macro_rules! same_when_equal {
    ($($type:ty),+) => {$(
        impl Same for $type {
            fn is_same(&self, other: &Self) -> bool {
                self == other
            }
        }
    )+};
}

same_when_equal!(
    bool,
    u32,
    Timestamp,
    Condition,
    Option<String>,
    Option<Announcement>
);
