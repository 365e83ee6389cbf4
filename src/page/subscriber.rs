//! The widgets that follow a feed.

use super::streams::{self, Streams};
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

/// The widgets that show one feed.
#[derive(Default)]
pub struct Subscribers(Vec<Subscriber>);

impl Subscribers {
    /// Takes a subscriber in, or what it wants now. Returns whether it is a new one.
    pub fn insert(&mut self, new: Subscriber) -> bool {
        let mut subscribers = self.0.iter_mut();
        match subscribers.find(|it| it.widget == new.widget) {
            Some(known) => {
                *known = new;
                false
            }
            None => {
                self.0.push(new);
                true
            }
        }
    }

    /// The widgets.
    pub fn widgets(&self) -> impl Iterator<Item = WidgetId> {
        self.0.iter().map(|subscriber| subscriber.widget)
    }

    /// Takes over since when the news of their streams has reached us.
    pub fn note_health(&mut self, streams: &Streams) {
        for push in self.0.iter_mut().filter_map(|it| it.push.as_mut()) {
            push.healthy_since = streams.healthy_since(&push.address);
        }
    }

    /// How often the most eager of them wants the feed asked, in seconds.
    pub fn refresh(&self) -> u32 {
        let wanted = self.0.iter().map(|subscriber| subscriber.refresh);
        wanted.min().unwrap_or(u32::MAX)
    }

    /// Whether anybody is there to see what comes.
    pub fn are_active(&self) -> bool {
        self.0.iter().any(|subscriber| subscriber.is_active)
    }

    /// Whether that widget is one of them.
    pub fn contain(&self, widget: WidgetId) -> bool {
        let mut subscribers = self.0.iter();
        subscribers.any(|known| known.widget == widget)
    }

    /// Whether there are none.
    pub fn are_none(&self) -> bool {
        self.0.is_empty()
    }

    /// Lets a widget go.
    pub fn remove(&mut self, widget: WidgetId) {
        self.0.retain(|it| it.widget != widget);
    }

    /// Whether that stream tells one of them of news.
    pub fn are_told_by(&self, stream: &WebAddress) -> bool {
        let mut pushes = self.pushes();
        pushes.any(|push| push.address == *stream)
    }

    /// Whether their feed is what that stream carries.
    pub fn are_carried_by(&self, stream: &WebAddress) -> bool {
        let mut pushes = self.pushes();
        pushes.any(|push| push.is_carrier && push.address == *stream)
    }

    /// The streams of those subscribers who see what comes.
    pub fn wanted_streams(&self) -> impl Iterator<Item = &WebAddress> {
        let subscribers = self.0.iter();
        let active = subscribers.filter(|subscriber| subscriber.is_active);
        active.filter_map(|subscriber| Some(&subscriber.push.as_ref()?.address))
    }

    /// How long to wait after an answer that knows of everything until then, in seconds. One
    /// from before a stream was healthy may lack what nobody told us of.
    pub fn pace_after(&self, as_of: Timestamp) -> u32 {
        let paces = self.0.iter().map(|subscriber| {
            let push = subscriber.push.as_ref();
            let healthy_since = push.and_then(|push| push.healthy_since);
            match healthy_since {
                Some(since) if since < as_of => subscriber.refresh.max(streams::PACE),
                _ => subscriber.refresh,
            }
        });
        paces.min().unwrap_or(u32::MAX)
    }

    /// The streams that tell them of news.
    pub fn pushes(&self) -> impl Iterator<Item = &Push> {
        let subscribers = self.0.iter();
        subscribers.filter_map(|subscriber| subscriber.push.as_ref())
    }
}
