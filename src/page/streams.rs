//! Streams of server-sent events that spare a page its polling: which of them are listened to,
//! how they are doing, and what an event means.

use crate::address::WebAddress;
use crate::feed::Reading;
use crate::page::schedule;
use crate::source::Answer;
use crate::time::{HOUR, Tick, Timestamp};

/// What a stream says, by itself or by an event.
#[derive(Clone, Debug)]
pub enum StreamEvent {
    /// It is there: publishing will be heard of from now on.
    Opened,
    /// It is not there at the moment. The browser connects again by itself.
    Interrupted,
    /// The server refused it, or the page's policy. The browser leaves it at that.
    Refused,
    /// Something was published.
    Changed,
    /// Something was published, and this is the feed as it is now.
    Carried(Box<Answer>),
}

impl StreamEvent {
    /// What an event means: it carries the feed, or says no more than that there is news.
    pub fn of_event(reading: Reading, now: Timestamp) -> StreamEvent {
        if reading.feed.format.is_none() {
            return StreamEvent::Changed;
        }
        StreamEvent::Carried(Box::new(Answer {
            reading,
            at: now,
            max_age: None,
        }))
    }
}

/// How often a feed is asked all the same while its stream is healthy, in seconds: what a
/// publisher forgets to say is not lost.
pub const PACE: u32 = 900;

/// The streams of a page: one for each address, however many widgets name it.
#[derive(Default)]
pub struct Streams(Vec<Stream>);

/// What changes when other streams are wanted than before.
#[derive(Default)]
pub struct StreamChanges {
    /// These are not listened to any longer.
    pub leave: Vec<WebAddress>,
    /// These are listened to from now on.
    pub listen: Vec<WebAddress>,
}

struct Stream {
    address: WebAddress,
    /// Since when nothing that was published can have been missed.
    healthy_since: Option<Timestamp>,
    /// How often in a row it was refused.
    refusals: u32,
}

impl Streams {
    /// Keeps the streams that somebody wants now and no other, and returns what changes by that.
    pub fn want(&mut self, wanted: &[&WebAddress]) -> StreamChanges {
        let mut changes = StreamChanges::default();
        self.0.retain(|stream| {
            let is_wanted = wanted.contains(&&stream.address);
            if !is_wanted {
                changes.leave.push(stream.address.clone());
            }
            is_wanted
        });
        for address in wanted {
            if self.0.iter().all(|stream| stream.address != **address) {
                changes.listen.push((*address).clone());
                self.0.push(Stream {
                    address: (*address).clone(),
                    healthy_since: None,
                    refusals: 0,
                });
            }
        }
        changes
    }

    /// Takes in what is heard of a stream.
    pub fn heard(&mut self, address: &WebAddress, news: &StreamEvent, now: Timestamp) {
        let mut streams = self.0.iter_mut();
        let Some(stream) = streams.find(|stream| stream.address == *address) else {
            return;
        };
        match news {
            StreamEvent::Opened => {
                stream.healthy_since = stream.healthy_since.or(Some(now));
                stream.refusals = 0;
            }
            StreamEvent::Interrupted => stream.healthy_since = None,
            StreamEvent::Refused => {
                stream.healthy_since = None;
                stream.refusals = stream.refusals.saturating_add(1);
            }
            StreamEvent::Changed | StreamEvent::Carried(_) => {}
        }
    }

    /// Since when a stream has been healthy; `None` when it is not.
    pub fn healthy_since(&self, address: &WebAddress) -> Option<Timestamp> {
        self.find(address)?.healthy_since
    }

    /// How long to wait before a refused stream is tried again, in milliseconds: half a minute,
    /// and twice as long with each further refusal, up to an hour.
    pub fn wait(&self, address: &WebAddress, tick: Tick) -> i64 {
        let refusals = self.find(address).map_or(0, |stream| stream.refusals);
        schedule::back_off(refusals.saturating_sub(1), HOUR, 0, tick)
    }

    fn find(&self, address: &WebAddress) -> Option<&Stream> {
        self.0.iter().find(|stream| stream.address == *address)
    }
}
