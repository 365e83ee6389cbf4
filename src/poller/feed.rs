//! The polling of one feed, for all the widgets of a page that show it.

use std::sync::Arc;

use super::follower::{Follower, Push};
use super::{Answer, Command, Route, Subscriber};
use crate::feed::{ProblemKind, Timestamp};
use crate::link::WebAddress;
use crate::model::{FetchError, LastGood, Reception};
use crate::push::{self, Streams};
use crate::schedule::{Moment, Polling};

/// One feed, and the widgets that follow it.
pub struct FeedPoller {
    route: Route,
    followers: Vec<Follower>,
    polling: Polling,
    last_good: Option<Arc<LastGood>>,
    trouble: Option<FetchError>,
    /// How often the most eager follower wants it asked, in seconds.
    refresh: u32,
    /// How often it is asked after the last answer, in seconds.
    pace: u32,
    /// When the request on its way was sent: what was published since may not be in its answer.
    asked: Option<Timestamp>,
    /// Until when the last answer knows of everything.
    as_of: Timestamp,
    /// Whether there was news while a request was on its way, which may have been too early.
    is_overtaken: bool,
    /// When somebody asked for an answer newer than any there is.
    hurried: Option<Timestamp>,
}

impl FeedPoller {
    /// A feed that was never asked.
    pub fn new(route: Route, now: Timestamp) -> FeedPoller {
        FeedPoller {
            route,
            followers: Vec::new(),
            polling: Polling::after_recall(now),
            last_good: None,
            trouble: None,
            refresh: u32::MAX,
            pace: u32::MAX,
            asked: None,
            as_of: now,
            is_overtaken: false,
            hurried: None,
        }
    }

    /// What the requests are for.
    pub fn route(&self) -> &Route {
        &self.route
    }

    /// Whether anybody is there to see what comes.
    pub fn is_active(&self) -> bool {
        self.followers.iter().any(|follower| follower.is_active)
    }

    /// Whether that widget shows the feed.
    pub fn is_followed_by(&self, subscriber: Subscriber) -> bool {
        let mut followers = self.followers.iter();
        followers.any(|follower| follower.subscriber == subscriber)
    }

    /// Whether any widget shows the feed.
    pub fn has_followers(&self) -> bool {
        !self.followers.is_empty()
    }

    /// Lets a follower go.
    pub fn lose(&mut self, subscriber: Subscriber) {
        self.followers.retain(|it| it.subscriber != subscriber);
    }

    /// Takes a follower in, or what it wants now.
    pub fn follow(&mut self, new: Follower, moment: Moment, commands: &mut Vec<Command>) {
        let subscriber = new.subscriber;
        let returns = new.is_active && !self.is_active();
        let mut followers = self.followers.iter_mut();
        let is_new = match followers.find(|it| it.subscriber == subscriber) {
            Some(known) => {
                *known = new;
                false
            }
            None => {
                self.followers.push(new);
                true
            }
        };
        if returns && self.last_good.is_some() {
            self.polling = self.polling.returned(moment.now);
            self.tell(commands);
        } else if is_new && (self.last_good.is_some() || self.trouble.is_some()) {
            commands.push(self.news_for(subscriber));
        }
    }

    /// Whether that stream tells a follower of news.
    pub fn is_told_by(&self, stream: &WebAddress) -> bool {
        let mut pushes = self.pushes();
        pushes.any(|push| push.address == *stream)
    }

    /// Whether the feed is what that stream carries.
    pub fn is_carried_by(&self, stream: &WebAddress) -> bool {
        let mut pushes = self.pushes();
        pushes.any(|push| push.is_carrier && push.address == *stream)
    }

    /// The streams of those followers who see what comes.
    pub fn wanted_streams(&self) -> impl Iterator<Item = &WebAddress> {
        let followers = self.followers.iter();
        let active = followers.filter(|follower| follower.is_active);
        active.filter_map(|follower| Some(&follower.push.as_ref()?.address))
    }

    /// Somebody wants the feed asked now.
    pub fn hurry(&mut self, now: Timestamp) {
        self.hurried = Some(now);
        self.polling = self.polling.hurried(now);
    }

    /// The network may be back: what failed can be tried again.
    pub fn retry(&mut self, now: Timestamp) {
        if self.trouble.is_some() {
            self.polling = self.polling.hurried(now);
        }
    }

    /// How often the feed is asked depends on its followers and on how their streams are doing.
    /// Another pace counts from the last answer on.
    pub fn adopt_pace(&mut self, streams: &Streams, moment: Moment) {
        for follower in &mut self.followers {
            if let Some(push) = &mut follower.push {
                push.healthy_since = streams.healthy_since(&push.address);
            }
        }
        let wanted = self.followers.iter().map(|follower| follower.refresh);
        self.refresh = wanted.min().unwrap_or(u32::MAX);
        let pace = self.pace_after(self.as_of);
        if pace == self.pace {
            return;
        }
        // All readers may lose their stream in one moment.
        let is_faster = pace < self.pace;
        self.pace = pace;
        if let Some(good) = &self.last_good
            && self.trouble.is_none()
            && !self.polling.in_flight
        {
            let answered = Moment {
                now: good.at,
                ..moment
            };
            let polling = Polling::succeeded(answered, pace, good.fresh, &good.feed.hints);
            self.polling = if is_faster {
                polling.spread(moment)
            } else {
                polling
            };
        }
    }

    /// How long to wait after an answer that knows of everything until then, in seconds. One
    /// from before a stream was healthy may lack what nobody told us of.
    fn pace_after(&self, as_of: Timestamp) -> u32 {
        let paces = self.followers.iter().map(|follower| {
            let push = follower.push.as_ref();
            let healthy_since = push.and_then(|push| push.healthy_since);
            match healthy_since {
                Some(since) if since < as_of => follower.refresh.max(push::PACE),
                _ => follower.refresh,
            }
        });
        paces.min().unwrap_or(u32::MAX)
    }

    /// There is news. Where the feed is in trouble, its server has been left alone for good
    /// reason.
    pub fn nudged(&mut self, moment: Moment) {
        self.is_overtaken = self.polling.in_flight;
        if self.polling.failures == 0 && !self.polling.in_flight {
            self.hurried = Some(moment.now);
            let answered = self.last_good.as_ref().map(|good| good.at);
            self.polling = self.polling.nudged(answered, moment);
        }
    }

    /// A copy is worth something only to those who have nothing yet.
    pub fn recalled(
        &mut self,
        copy: Option<Box<Answer>>,
        moment: Moment,
        commands: &mut Vec<Command>,
    ) {
        if self.last_good.is_some() {
            return;
        }
        match copy.filter(|copy| copy.at <= moment.now && !copy.reading.feed.items.is_empty()) {
            Some(copy) if !self.polling.in_flight => self.answered(*copy, moment, commands),
            Some(copy) => {
                self.last_good = Some(Arc::new(LastGood::new(*copy, None)));
                self.tell(commands);
            }
            None => self.polling = self.polling.hurried(moment.now),
        }
    }

    /// A stream brought the feed: what is on its way is older.
    pub fn carried(&mut self, answer: Answer, moment: Moment, commands: &mut Vec<Command>) {
        self.cancel(commands);
        self.is_overtaken = false;
        self.asked = None;
        self.answered(answer, moment, commands);
    }

    /// An answer came.
    pub fn answered(&mut self, answer: Answer, moment: Moment, commands: &mut Vec<Command>) {
        let feed = &answer.reading.feed;
        let mut problems = answer.reading.problems.iter();
        let is_cut = problems.any(|problem| problem.kind == ProblemKind::TooManyBytes);
        if feed.format.is_none() {
            let error = if is_cut {
                FetchError::TooLarge
            } else {
                FetchError::NotAFeed
            };
            return self.failed(error, None, moment, commands);
        }
        let answered = Moment {
            now: answer.at.min(moment.now),
            ..moment
        };
        self.as_of = answered.now.min(self.asked.take().unwrap_or(moment.now));
        self.pace = self.pace_after(self.as_of);
        self.polling = Polling::succeeded(answered, self.pace, answer.fresh, &feed.hints);
        self.hurried = None;
        self.trouble = is_cut.then_some(FetchError::TooLarge);
        let good = LastGood::new(answer, self.last_good.as_deref());
        self.last_good = Some(Arc::new(good));
        if std::mem::take(&mut self.is_overtaken) {
            self.nudged(moment);
        }
        self.tell(commands);
    }

    /// A request came to nothing.
    pub fn failed(
        &mut self,
        error: FetchError,
        retry_after: Option<u32>,
        moment: Moment,
        commands: &mut Vec<Command>,
    ) {
        self.polling = self.polling.failed(moment, self.refresh, retry_after);
        self.trouble = Some(error);
        self.is_overtaken = false;
        self.tell(commands);
    }

    /// Drops the request on its way, if there is one.
    pub fn cancel(&self, commands: &mut Vec<Command>) {
        if self.polling.in_flight {
            commands.push(Command::Cancel(self.route.clone()));
        }
    }

    /// Asks if it is time to, and says when to look again.
    pub fn ask_if_due(&mut self, moment: Moment, commands: &mut Vec<Command>) -> Option<Timestamp> {
        if self.polling.is_overdue(moment.now) {
            self.cancel(commands);
            self.failed(FetchError::TimedOut, None, moment, commands);
        }
        if self.polling.is_due(moment.now) && !self.rests() {
            self.polling = self.polling.started(moment.now);
            self.asked = Some(moment.now);
            commands.push(Command::Fetch {
                route: self.route.clone(),
                since: self.wanted_since(moment.now),
            });
        }
        (!self.rests()).then_some(self.polling.due)
    }

    /// A feed that says it will never change again is left alone, unless somebody insists.
    fn rests(&self) -> bool {
        let is_expired = |good: &Arc<LastGood>| good.feed.hints.expired;
        self.hurried.is_none() && self.last_good.as_ref().is_some_and(is_expired)
    }

    /// From when on another tab's copy is as good as an answer.
    fn wanted_since(&self, now: Timestamp) -> Timestamp {
        let known = self.last_good.as_ref().map(|good| good.at);
        let wait = i64::from(self.refresh) * 1_000;
        let since = Timestamp(now.0.saturating_sub(wait));
        since
            .max(known.unwrap_or(since))
            .max(self.hurried.unwrap_or(since))
    }

    fn tell(&self, commands: &mut Vec<Command>) {
        let followers = self.followers.iter();
        commands.extend(followers.map(|follower| self.news_for(follower.subscriber)));
    }

    fn news_for(&self, subscriber: Subscriber) -> Command {
        let reception = Reception {
            last_good: self.last_good.clone(),
            trouble: self.trouble.clone(),
            late: self.polling.late,
        };
        Command::Tell(subscriber, self.route.feed.clone(), reception)
    }

    fn pushes(&self) -> impl Iterator<Item = &Push> {
        let followers = self.followers.iter();
        followers.filter_map(|follower| follower.push.as_ref())
    }
}
