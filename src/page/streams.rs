//! Streams of server-sent events that spare a page its polling: which of them are listened to,
//! how they are doing, and what an event means.

use crate::address::WebAddress;
use crate::feed::Reading;
use crate::page::schedule;
use crate::source::{Answer, Fingerprint};
use crate::time::{HOUR, MINUTE, SECOND, Tick, Timestamp};

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
    Changed(Spread),
    /// Something was published, and this is the feed as it is now.
    Carried(Box<Answer>),
}

/// Over how long readers are to spread who all hear the same.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Spread {
    /// Nothing was said: some seconds.
    Default,
    /// So many seconds. A cache on the way may have answers as old as that.
    Seconds(u32),
}

impl Spread {
    /// The longest there is, in seconds: after an hour it is no longer news.
    const LONGEST: u32 = 3_600;

    /// What the data of an event says: `look 60`.
    fn of_event(data: &str) -> Spread {
        let seconds = data
            .trim_ascii()
            .split_once(' ')
            .filter(|(word, _)| *word == "look")
            .and_then(|(_, seconds)| seconds.parse().ok());
        seconds.map_or(Spread::Default, |seconds: u32| {
            Spread::Seconds(seconds.clamp(1, Spread::LONGEST))
        })
    }

    /// In milliseconds.
    pub fn milliseconds(self) -> i64 {
        match self {
            Spread::Default => 5 * SECOND,
            Spread::Seconds(seconds) => i64::from(seconds) * SECOND,
        }
    }
}

impl StreamEvent {
    /// What an event means: it carries the feed, as which its data was read, or says no more
    /// than that there is news.
    pub fn of_event(data: &str, reading: Reading, now: Timestamp) -> StreamEvent {
        if reading.feed.format.is_none() {
            return StreamEvent::Changed(Spread::of_event(data));
        }
        StreamEvent::Carried(Box::new(Answer {
            reading,
            at: now,
            max_age: None,
            fingerprint: Fingerprint::of(data),
        }))
    }
}

/// How often a feed is asked all the same while its stream is healthy, in seconds: what a
/// publisher forgets to say is not lost.
pub const PACE: u32 = 900;

/// Interruptions closer to each other than this are rapid, in milliseconds.
const RAPID: i64 = 10 * SECOND;

/// So many rapid interruptions in a row are too many: a server that answers and closes at once
/// would be asked hundreds of times a second, because it also says how soon (`retry`).
const MOST_RAPID: u32 = 4;

/// A stream that was healthy for so long begins with short waits again, in milliseconds.
const LONG_HEALTH: i64 = MINUTE;

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
    /// When it was interrupted last.
    interrupted_at: Option<Timestamp>,
    /// How often in a row it was interrupted rapidly.
    rapid: u32,
    /// How often in a row it was refused, or interrupted too rapidly.
    failures: u32,
    /// Whether it is left alone for a while.
    is_closed: bool,
    /// Over how long its last event asked readers to spread.
    spread: Spread,
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
                    interrupted_at: None,
                    rapid: 0,
                    failures: 0,
                    is_closed: false,
                    spread: Spread::Default,
                });
            }
        }
        changes
    }

    /// Takes in what is heard of a stream.
    pub fn heard(&mut self, address: &WebAddress, event: &StreamEvent, now: Timestamp) {
        let mut streams = self.0.iter_mut();
        if let Some(stream) = streams.find(|stream| stream.address == *address) {
            stream.heard(event, now);
        }
    }

    /// Since when a stream has been healthy; `None` when it is not.
    pub fn healthy_since(&self, address: &WebAddress) -> Option<Timestamp> {
        self.find(address)?.healthy_since
    }

    /// Over how long readers are to spread whom a stream brings to ask in the same moment.
    pub fn spread(&self, address: &WebAddress) -> Spread {
        let stream = self.find(address);
        stream.map_or(Spread::Default, |stream| stream.spread)
    }

    /// For how long a stream is to be closed before it is tried again, in milliseconds: half a
    /// minute, and twice as long with each further failure, up to an hour. 0 where the browser
    /// may go on by itself.
    pub fn wait(&self, address: &WebAddress, tick: Tick) -> i64 {
        match self.find(address) {
            Some(stream) if stream.is_closed => {
                schedule::back_off(stream.failures.saturating_sub(1), HOUR, 0, tick)
            }
            _ => 0,
        }
    }

    fn find(&self, address: &WebAddress) -> Option<&Stream> {
        self.0.iter().find(|stream| stream.address == *address)
    }
}

impl Stream {
    fn heard(&mut self, event: &StreamEvent, now: Timestamp) {
        match event {
            StreamEvent::Opened => {
                self.healthy_since = self.healthy_since.or(Some(now));
                self.is_closed = false;
            }
            StreamEvent::Interrupted => {
                self.end_health(now);
                let before = self.interrupted_at.replace(now);
                // A clock that was set back makes no interruption rapid.
                let is_rapid = before.is_some_and(|it| (0..RAPID).contains(&(now.0 - it.0)));
                self.rapid = if is_rapid { self.rapid + 1 } else { 0 };
                self.is_closed = self.rapid >= MOST_RAPID;
                if self.is_closed {
                    self.rapid = 0;
                    self.failures = self.failures.saturating_add(1);
                }
            }
            StreamEvent::Refused => {
                self.end_health(now);
                self.is_closed = true;
                self.failures = self.failures.saturating_add(1);
            }
            StreamEvent::Changed(spread) => self.spread = *spread,
            StreamEvent::Carried(_) => {}
        }
    }

    fn end_health(&mut self, now: Timestamp) {
        let healthy_since = self.healthy_since.take();
        if healthy_since.is_some_and(|since| since.after(LONG_HEALTH) <= now) {
            self.failures = 0;
        }
    }
}
