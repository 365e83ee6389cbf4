//! What is known of one feed from outside: how it is asked for, what came, and how it is doing.

mod address_fingerprint;
mod error;
mod fingerprint;
mod identity;
mod state;

use crate::address::WebAddress;
use crate::feed::Reading;
use crate::time::Timestamp;

pub use address_fingerprint::is_same_site;
#[cfg(not(target_arch = "wasm32"))]
pub use error::{ErrorEntry, errors};
pub use error::{FeedError, WidgetError};
pub use fingerprint::{Fingerprint, Lookup};
pub use identity::{Identity, identities, recognise};
pub use state::{Entry, FeedState, Snapshot};

/// A feed, and the way to it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Route {
    /// The feed's own address, as the attribute has it.
    pub feed: WebAddress,
    /// Where it is asked for: the feed's own address, or a proxy's that answers in its place.
    pub address: WebAddress,
}

/// What a widget wants of a feed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Subscription {
    /// The feed.
    pub route: Route,
    /// How often it is to be asked, in seconds.
    pub refresh: u32,
    /// The stream that tells of its news.
    pub push: Option<WebAddress>,
    /// Whether anybody can see the widget and the network can be reached.
    pub is_active: bool,
}

/// The number of a widget.
pub type WidgetId = u32;

/// An answer of a server, or a copy of one.
#[derive(Clone, Debug)]
pub struct Answer {
    /// What was read.
    pub reading: Reading,
    /// When the server gave it: a copy is older than the moment it is found.
    pub at: Timestamp,
    /// For how many seconds the server vouches for it.
    pub max_age: Option<u32>,
    /// The fingerprint of all that the reading follows from: an equal one needs no reading.
    pub fingerprint: u64,
}
