//! What all widgets of a page share: the polling of their feeds, and the streams that spare it.
//! Messages in, commands out, as in [`crate::widget::update`].

mod pollers;

mod feed_poller;

mod subscriber;

pub mod streams;

pub mod schedule;

pub use pollers::Pollers;

use crate::address::WebAddress;
use crate::page::streams::StreamEvent;
use crate::source::{Answer, FeedError, FeedState, Route, Subscription, WidgetId};
use crate::time::Timestamp;

/// Something that happened.
#[derive(Clone, Debug)]
pub enum Message {
    /// All that a widget wants from now on: nothing when it is gone. What its stream carries
    /// is the first of its feeds.
    Subscribed(WidgetId, Vec<Subscription>),
    /// Somebody wants a widget's feeds asked now.
    AskNow(WidgetId),
    /// The network may be back: what failed can be tried again.
    Retry(WidgetId),
    /// The copy that is kept on the device, if there is one.
    Recalled(Route, Option<Box<Answer>>),
    /// An answer came.
    Answered(Route, Box<Answer>),
    /// An answer came that is the same as the last, see [`Pollers::knows`].
    Confirmed {
        /// What was asked for.
        route: Route,
        /// When the server gave it.
        at: Timestamp,
        /// For how many seconds the server vouches for it.
        max_age: Option<u32>,
    },
    /// A request came to nothing.
    Failed {
        /// What was asked for.
        route: Route,
        /// Why.
        error: FeedError,
        /// How many seconds the server asks us to wait.
        retry_after: Option<u32>,
    },
    /// Something was heard of a stream.
    Heard(WebAddress, StreamEvent),
    /// The time asked for with [`Command::WakeAt`] has come.
    Woke,
}

/// Something to be done by the shell.
#[derive(Clone, Debug, PartialEq)]
pub enum Command {
    /// Look for the copy that is kept on the device.
    Recall(Route),
    /// Ask for a feed.
    Fetch {
        /// What to ask for.
        route: Route,
        /// A copy that another tab got after this moment is as good as an answer.
        since: Timestamp,
    },
    /// Drop the request for a feed.
    Cancel(Route),
    /// Listen to a stream.
    Listen(WebAddress),
    /// Listen to a stream no longer.
    Leave(WebAddress),
    /// Tell a widget how a feed is doing.
    Tell(WidgetId, WebAddress, FeedState),
    /// Send [`Message::Woke`] at that time, and at no other.
    WakeAt(Timestamp),
}
