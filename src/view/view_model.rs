//! What the view shows of the model, as signals: only what changed is drawn again.

use std::sync::{Arc, PoisonError, RwLock, RwLockReadGuard};

use leptos::prelude::{ArcTrigger, Notify, Track};

use crate::config::Config;
use crate::time::{MINUTE, Timestamp};
use crate::widget::model::{Announcement, Headline, Headlines, Model, Playback};
use crate::widget::state::State;

macro_rules! signals {
    ($($(#[doc = $doc:literal])+ $name:ident: $type:ty = $of:expr;)+) => {
        /// The parts of the model that the view depends on. Reading one within something that
        /// is alive draws that again when it changes.
        ///
        /// One plain value with a trigger for each of its parts, because every type of signal
        /// brings some 3 KB of code.
        #[derive(Clone)]
        pub struct ViewModel {
            shown: Arc<RwLock<Shown>>,
            changed: Arc<Changed>,
        }

        struct Shown {
            $($name: $type,)+
        }

        struct Changed {
            $($name: ArcTrigger,)+
        }

        impl ViewModel {
            /// What there is to show of a model at `now`.
            pub fn new(model: &Model, now: Timestamp) -> ViewModel {
                ViewModel {
                    shown: Arc::new(RwLock::new(Shown::of(model, now))),
                    changed: Arc::new(Changed {
                        $($name: ArcTrigger::new(),)+
                    }),
                }
            }

            $($(#[doc = $doc])+ pub fn $name(&self) -> $type {
                self.changed.$name.track();
                self.read().$name.clone()
            })+

            /// Nothing panics while it writes, so nothing is ever half written.
            fn read(&self) -> RwLockReadGuard<'_, Shown> {
                self.shown.read().unwrap_or_else(PoisonError::into_inner)
            }

            /// Brings the screen up to the model; what is the same stays silent.
            pub fn show(&self, model: &Model, now: Timestamp) {
                let new = Shown::of(model, now);
                let shown = self.shown.write();
                let old = std::mem::replace(&mut *shown.unwrap_or_else(PoisonError::into_inner), new);
                $(if !old.$name.is_same(&self.read().$name) {
                    self.changed.$name.notify();
                })+
            }
        }

        impl Shown {
            fn of(model: &Model, now: Timestamp) -> Shown {
                Shown {
                    $($name: ($of as fn(&Model, Timestamp) -> $type)(model, now),)+
                }
            }
        }
    };
}

signals! {
    /// The options.
    config: Arc<Config> = |model, _| model.config.clone();
    /// Whether every feed has answered.
    has_heard_all: bool = |model, _| model.has_heard_all();
    /// The title of the feed.
    title: Option<String> = |model, _| model.title();
    /// The headlines.
    headlines: Headlines = |model, _| model.shown.clone();
    /// The headline whose preview is open.
    opened: Option<Arc<Headline>> = |model, _| model.opened().cloned();
    /// The headline that a rotator shows.
    current: Option<Arc<Headline>> = |model, _| model.current().cloned();
    /// How the widget is doing.
    state: State = |model, now| model.state(now);
    /// How many headlines wait to be shown.
    waiting: u32 = |model, _| model.count_waiting();
    /// How many more than the limit the reader has asked for.
    revealed: u32 = |model, _| model.revealed;
    /// Whether the reader may ask for more of them.
    has_more: bool = |model, _| model.has_more && model.config.more.get() > 0;
    /// The new headlines that are read aloud.
    announcement: Option<Announcement> = |model, _| model.announcement;
    /// Whether all motion stands still by somebody's will.
    is_paused: bool = |model, _| model.motion.playback == Playback::Paused;
    /// Whether the reader's device asks for no motion.
    is_motion_reduced: bool = |model, _| model.motion.is_reduced;
    /// The time, in whole minutes: or every movement of the pointer would draw the times again.
    now: Timestamp = |_, now| Timestamp(now.0 - now.0.rem_euclid(MINUTE));
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
    State,
    Option<String>,
    Option<Announcement>
);
