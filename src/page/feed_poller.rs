//! The polling of one feed, for all the widgets of a page that show it.

use std::sync::Arc;

use super::Command;
use super::subscriber::{Subscriber, Subscribers};
use crate::feed::ProblemKind;
use crate::page::schedule::Polling;
use crate::page::streams::{Spread, Streams};
use crate::source::{Answer, FeedError, FeedState, Route, Snapshot, WidgetId};
use crate::time::{SECOND, Tick, Timestamp};

/// One feed, and the widgets that follow it.
pub struct FeedPoller {
    route: Route,
    /// The widgets that show it.
    pub subscribers: Subscribers,
    polling: Polling,
    snapshot: Option<Arc<Snapshot>>,
    last_error: Option<FeedError>,
    /// How often the most eager subscriber wants it asked, in seconds.
    refresh: u32,
    /// How often it is asked after the last answer, in seconds.
    pace: u32,
    /// When the request on its way was sent: what was published since may not be in its answer.
    asked: Option<Timestamp>,
    /// Until when the last answer knows of everything.
    as_of: Timestamp,
    /// The news that there was while a request was on its way, which may have been too early.
    overtaken_by: Option<Spread>,
    /// The news that the next answer is to bring.
    awaited: Option<Spread>,
    /// When somebody asked for an answer newer than any there is.
    force_poll: Option<Timestamp>,
}

impl FeedPoller {
    /// A feed that was never asked.
    pub fn new(route: Route, now: Timestamp) -> FeedPoller {
        FeedPoller {
            route,
            subscribers: Subscribers::default(),
            polling: Polling::after_recall(now),
            snapshot: None,
            last_error: None,
            refresh: u32::MAX,
            pace: u32::MAX,
            asked: None,
            as_of: now,
            overtaken_by: None,
            awaited: None,
            force_poll: None,
        }
    }

    /// Whether an answer with this fingerprint is what was read last.
    pub fn knows(&self, fingerprint: u64) -> bool {
        let known = self.snapshot.as_ref().and_then(|known| known.fingerprint);
        known == Some(fingerprint)
    }

    /// What the requests are for.
    pub fn route(&self) -> &Route {
        &self.route
    }

    /// Takes a subscriber in, or what it wants now.
    pub fn subscribe(&mut self, new: Subscriber, tick: Tick, commands: &mut Vec<Command>) {
        let widget = new.widget;
        let returns = new.is_active && !self.subscribers.are_active();
        let is_new = self.subscribers.insert(new);
        if returns && self.snapshot.is_some() {
            self.polling = self.polling.returned(tick.now);
            self.tell(commands);
        } else if is_new && (self.snapshot.is_some() || self.last_error.is_some()) {
            commands.push(self.news_for(widget));
        }
    }

    /// Somebody wants the feed asked now.
    pub fn force_poll(&mut self, now: Timestamp) {
        self.force_poll = Some(now);
        self.polling = self.polling.force_poll(now);
    }

    /// The network may be back: what failed can be tried again.
    pub fn retry(&mut self, now: Timestamp) {
        if self.last_error.is_some() {
            self.polling = self.polling.force_poll(now);
        }
    }

    /// How often the feed is asked depends on its subscribers and on how their streams are doing.
    /// Another pace counts from the last answer on.
    pub fn adopt_pace(&mut self, streams: &Streams, tick: Tick) {
        self.subscribers.note_health(streams);
        self.refresh = self.subscribers.refresh();
        let pace = self.subscribers.pace_after(self.as_of);
        if pace == self.pace {
            return;
        }
        // All readers may lose their stream in one moment.
        let is_faster = pace < self.pace;
        self.pace = pace;
        if let Some(good) = &self.snapshot
            && self.last_error.is_none()
            && !self.polling.in_flight
        {
            let answered = Tick {
                now: good.at,
                ..tick
            };
            let polling = Polling::succeeded(answered, pace, good.max_age, &good.feed.hints);
            let pushes = self.subscribers.pushes();
            let spread = pushes.map(|push| streams.spread(&push.address).milliseconds());
            let spread = spread.max().unwrap_or(0);
            self.polling = if is_faster {
                polling.spread(spread, tick)
            } else {
                polling
            };
        }
    }

    /// There is news. Where the last request failed, the server is left alone for good reason.
    pub fn poll_soon(&mut self, spread: Spread, tick: Tick) {
        self.overtaken_by = self.polling.in_flight.then_some(spread);
        if self.polling.failures == 0 && !self.polling.in_flight {
            self.force_poll = Some(tick.now);
            self.awaited = Some(spread);
            let answered = self.snapshot.as_ref().map(|good| good.at);
            let spread = spread.milliseconds();
            self.polling = self.polling.poll_soon(answered, spread, tick);
        }
    }

    /// A copy is worth something only to those who have nothing yet.
    pub fn recalled(&mut self, copy: Option<Box<Answer>>, tick: Tick, commands: &mut Vec<Command>) {
        if self.snapshot.is_some() {
            return;
        }
        match copy.filter(|copy| copy.at <= tick.now && !copy.reading.feed.items.is_empty()) {
            Some(copy) if !self.polling.in_flight => self.answered(*copy, tick, commands),
            Some(copy) => {
                self.snapshot = Some(Arc::new(Snapshot::new(*copy, None)));
                self.tell(commands);
            }
            None => self.polling = self.polling.force_poll(tick.now),
        }
    }

    /// A stream brought the feed: what is on its way is older.
    pub fn carried(&mut self, answer: Answer, tick: Tick, commands: &mut Vec<Command>) {
        self.cancel(commands);
        self.overtaken_by = None;
        self.asked = None;
        self.answered(answer, tick, commands);
    }

    /// An answer came.
    pub fn answered(&mut self, answer: Answer, tick: Tick, commands: &mut Vec<Command>) {
        let incomplete = self.polling.incomplete;
        let mut problems = answer.reading.problems.iter();
        let is_cut = problems.any(|problem| problem.kind == ProblemKind::TooManyBytes);
        if answer.reading.feed.format.is_none() {
            let error = if is_cut {
                FeedError::TooLarge
            } else {
                FeedError::NotAFeed
            };
            return self.failed(error, None, tick, commands);
        }
        let is_complete = answer.reading.complete;
        let snapshot = Snapshot::new(answer, self.snapshot.as_deref());
        self.take_in(snapshot, tick);
        if is_cut {
            // Asking again would not bring more.
            self.last_error = Some(FeedError::TooLarge);
        } else if !is_complete {
            self.polling = self.polling.cut_short(incomplete, tick);
        }
        self.look_again(tick);
        self.tell(commands);
    }

    /// An answer came that is the same as the last.
    pub fn confirmed(
        &mut self,
        at: Timestamp,
        max_age: Option<u32>,
        tick: Tick,
        commands: &mut Vec<Command>,
    ) {
        if let Some(known) = &self.snapshot {
            self.take_in(known.confirmed(at, max_age), tick);
            self.look_again(tick);
            self.tell(commands);
        }
    }

    fn take_in(&mut self, new: Snapshot, tick: Tick) {
        let answered = Tick {
            now: new.at.min(tick.now),
            ..tick
        };
        self.as_of = answered.now.min(self.asked.take().unwrap_or(tick.now));
        self.pace = self.subscribers.pace_after(self.as_of);
        self.polling = Polling::succeeded(answered, self.pace, new.max_age, &new.feed.hints);
        self.force_poll = None;
        self.last_error = None;
        let before = self.snapshot.as_ref();
        if before.is_none_or(|before| !Arc::ptr_eq(&before.entries, &new.entries)) {
            self.awaited = None;
        }
        self.snapshot = Some(Arc::new(new));
    }

    /// News that this answer may have been too early for, or did not have, is asked for again.
    fn look_again(&mut self, tick: Tick) {
        if let Some(spread) = self.overtaken_by.take() {
            self.poll_soon(spread, tick);
        } else if let Some(spread) = self.awaited.take() {
            let behind = match spread {
                // A cache keeps an answer for as long as the answer itself allows.
                Spread::Default => self.snapshot.as_ref().and_then(|known| known.max_age),
                Spread::Seconds(seconds) => Some(seconds),
            };
            if let Some(seconds @ 1..) = behind {
                let behind = i64::from(seconds) * SECOND;
                self.polling = self.polling.poll_again(behind, tick);
            }
        }
    }

    /// A request came to nothing.
    pub fn failed(
        &mut self,
        error: FeedError,
        retry_after: Option<u32>,
        tick: Tick,
        commands: &mut Vec<Command>,
    ) {
        self.polling = self.polling.failed(tick, self.refresh, retry_after);
        self.last_error = Some(error);
        self.overtaken_by = None;
        self.awaited = None;
        self.tell(commands);
    }

    /// Drops the request on its way, if there is one.
    pub fn cancel(&self, commands: &mut Vec<Command>) {
        if self.polling.in_flight {
            commands.push(Command::Cancel(self.route.clone()));
        }
    }

    /// Asks if it is time to, and returns when to look again.
    pub fn ask_if_due(&mut self, tick: Tick, commands: &mut Vec<Command>) -> Timestamp {
        if self.polling.is_overdue(tick.now) {
            self.cancel(commands);
            self.failed(FeedError::TimedOut, None, tick, commands);
        }
        if self.polling.is_due(tick.now) {
            self.polling = self.polling.started(tick.now);
            self.asked = Some(tick.now);
            commands.push(Command::Fetch {
                route: self.route.clone(),
                since: self.wanted_since(tick.now),
            });
        }
        self.polling.due
    }

    /// From when on another tab's copy is as good as an answer.
    fn wanted_since(&self, now: Timestamp) -> Timestamp {
        let known = self.snapshot.as_ref().map(|good| good.at);
        let wait = i64::from(self.refresh) * 1_000;
        let since = Timestamp(now.0.saturating_sub(wait));
        since
            .max(known.unwrap_or(since))
            .max(self.force_poll.unwrap_or(since))
    }

    fn tell(&self, commands: &mut Vec<Command>) {
        let widgets = self.subscribers.widgets();
        commands.extend(widgets.map(|widget| self.news_for(widget)));
    }

    fn news_for(&self, widget: WidgetId) -> Command {
        let feed_state = FeedState {
            snapshot: self.snapshot.clone(),
            last_error: self.last_error.clone(),
            stale_at: self.polling.stale_at,
        };
        Command::Tell(widget, self.route.feed.clone(), feed_state)
    }
}
