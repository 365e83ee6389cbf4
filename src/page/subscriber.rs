//! A widget that follows a feed.

use crate::address::WebAddress;
use crate::source::{Subscription, WidgetId};
use crate::time::Timestamp;

/// A widget that shows the feed, and what it wants.
pub struct Subscriber {
    /// Which widget.
    pub widget: WidgetId,
    /// How often it wants the feed asked, in seconds.
    pub refresh: u32,
    /// The stream that tells it of news.
    pub push: Option<Push>,
    /// Whether anybody is there to see what comes.
    pub is_active: bool,
}

/// The stream that tells a subscriber of news.
pub struct Push {
    /// Where it comes from.
    pub address: WebAddress,
    /// Whether the feed is what the stream carries.
    pub is_carrier: bool,
    /// Since when all its news has reached us.
    pub healthy_since: Option<Timestamp>,
}

impl Subscriber {
    /// A widget that wants this of the feed, which is the one that its stream carries or is not.
    pub fn new(widget: WidgetId, wanted: Subscription, is_carrier: bool) -> Subscriber {
        Subscriber {
            widget,
            refresh: wanted.refresh,
            push: wanted.push.map(|address| Push {
                address,
                is_carrier,
                healthy_since: None,
            }),
            is_active: wanted.is_active,
        }
    }
}
