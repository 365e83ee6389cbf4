//! The polling of the feeds of a page: one poller for each feed, however many widgets show it.
//! Messages in, commands out, as in [`crate::update`].

use std::sync::Arc;

use crate::config::ProxyTemplate;
use crate::feed::{ProblemKind, Reading, Timestamp};
use crate::link::WebAddress;
use crate::model::{FetchError, LastGood, Reception};
use crate::push::{self, News, Streams};
use crate::schedule::{Moment, Polling};

/// A feed, and the proxy that it is asked through.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Route {
    /// The feed's address as the attribute has it.
    pub feed: WebAddress,
    /// Where the feed is asked for instead.
    pub proxy: Option<ProxyTemplate>,
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
pub type Subscriber = u32;

/// An answer of a server, or a copy of one.
#[derive(Clone, Debug)]
pub struct Answer {
    /// What was read.
    pub reading: Reading,
    /// When the server gave it: a copy is older than the moment it is found.
    pub at: Timestamp,
    /// For how many seconds the server vouches for it.
    pub fresh: Option<u32>,
}

/// Something that happened.
#[derive(Clone, Debug)]
pub enum Message {
    /// All that a widget wants from now on: nothing when it is gone. What its stream carries
    /// is the first of its feeds.
    Subscribed(Subscriber, Vec<Subscription>),
    /// Somebody wants a widget's feeds asked now.
    AskNow(Subscriber),
    /// The network may be back: what failed can be tried again.
    Retry(Subscriber),
    /// The copy that is kept on the device, if there is one.
    Recalled(Route, Option<Box<Answer>>),
    /// An answer came.
    Answered(Route, Box<Answer>),
    /// A request came to nothing.
    Failed {
        /// What was asked for.
        route: Route,
        /// Why.
        error: FetchError,
        /// How many seconds the server asks us to wait.
        retry_after: Option<u32>,
    },
    /// Something was heard of a stream.
    Heard(WebAddress, News),
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
    Tell(Subscriber, WebAddress, Reception),
    /// Send [`Message::Woke`] at that time, and at no other.
    WakeAt(Timestamp),
}

/// The pollers of a page.
#[derive(Default)]
pub struct Pollers {
    pollers: Vec<Poller>,
    streams: Streams,
}

struct Poller {
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

struct Follower {
    subscriber: Subscriber,
    refresh: u32,
    push: Option<Push>,
    is_active: bool,
}

/// The stream that tells a follower of news.
struct Push {
    address: WebAddress,
    /// Whether the feed is what the stream carries.
    is_carrier: bool,
    healthy_since: Option<Timestamp>,
}

impl Pollers {
    /// Takes a message in and returns what is to be done, in order.
    pub fn update(&mut self, message: Message, moment: Moment) -> Vec<Command> {
        let mut commands = Vec::new();
        match message {
            Message::Subscribed(subscriber, wanted) => {
                self.subscribe(subscriber, wanted, moment, &mut commands);
            }
            Message::AskNow(subscriber) => {
                for poller in self.followed_by(subscriber) {
                    poller.hurried = Some(moment.now);
                    poller.polling = poller.polling.hurried(moment.now);
                }
            }
            Message::Retry(subscriber) => {
                for poller in self.followed_by(subscriber) {
                    if poller.trouble.is_some() {
                        poller.polling = poller.polling.hurried(moment.now);
                    }
                }
            }
            Message::Recalled(route, copy) => {
                if let Some(poller) = self.find(&route) {
                    poller.recalled(copy, moment, &mut commands);
                }
            }
            Message::Answered(route, answer) => {
                if let Some(poller) = self.find(&route) {
                    poller.answered(*answer, moment, &mut commands);
                }
            }
            Message::Failed {
                route,
                error,
                retry_after,
            } => {
                if let Some(poller) = self.find(&route) {
                    poller.failed(error, retry_after, moment, &mut commands);
                }
            }
            Message::Heard(address, news) => self.heard(&address, news, moment, &mut commands),
            Message::Woke => {}
        }
        self.listen(moment, &mut commands);
        let mut wake: Option<Timestamp> = None;
        for poller in self.pollers.iter_mut().filter(|poller| poller.is_active()) {
            poller.ask_if_due(moment, &mut commands);
            if !poller.rests() {
                let due = poller.polling.due;
                wake = Some(wake.map_or(due, |earliest| earliest.min(due)));
            }
        }
        commands.extend(wake.map(Command::WakeAt));
        commands
    }

    /// The feed that a stream carries: the first of the first widget that names the stream.
    pub fn carried_by(&self, stream: &WebAddress) -> Option<&Route> {
        let mut pollers = self.pollers.iter();
        Some(&pollers.find(|poller| poller.is_carried_by(stream))?.route)
    }

    /// How long to wait before a refused stream is tried again, in milliseconds.
    pub fn stream_wait(&self, stream: &WebAddress, moment: Moment) -> i64 {
        self.streams.wait(stream, moment)
    }

    fn heard(
        &mut self,
        stream: &WebAddress,
        news: News,
        moment: Moment,
        commands: &mut Vec<Command>,
    ) {
        self.streams.heard(stream, &news, moment.now);
        let mut pollers = self.pollers.iter_mut();
        match news {
            News::Look => {
                for poller in pollers.filter(|poller| poller.is_told_by(stream)) {
                    poller.nudged(moment);
                }
            }
            News::Carried(answer) => {
                if let Some(poller) = pollers.find(|poller| poller.is_carried_by(stream)) {
                    if poller.polling.in_flight {
                        commands.push(Command::Cancel(poller.route.clone()));
                    }
                    poller.is_overtaken = false;
                    poller.asked = None;
                    poller.answered(*answer, moment, commands);
                }
            }
            News::Opened | News::Interrupted | News::Refused => {}
        }
    }

    /// Nothing is listened to for those whom nobody sees.
    fn listen(&mut self, moment: Moment, commands: &mut Vec<Command>) {
        let followers = self.pollers.iter().flat_map(|poller| &poller.followers);
        let active = followers.filter(|follower| follower.is_active);
        let wanted = active.filter_map(|follower| Some(&follower.push.as_ref()?.address));
        self.streams.want(&wanted.collect::<Vec<_>>(), commands);
        for poller in &mut self.pollers {
            for push in poller
                .followers
                .iter_mut()
                .filter_map(|it| it.push.as_mut())
            {
                push.healthy_since = self.streams.healthy_since(&push.address);
            }
            poller.adopt_pace(moment);
        }
    }

    fn find(&mut self, route: &Route) -> Option<&mut Poller> {
        self.pollers
            .iter_mut()
            .find(|poller| poller.route == *route)
    }

    fn followed_by(&mut self, subscriber: Subscriber) -> impl Iterator<Item = &mut Poller> {
        self.pollers.iter_mut().filter(move |poller| {
            poller
                .followers
                .iter()
                .any(|it| it.subscriber == subscriber)
        })
    }

    fn subscribe(
        &mut self,
        subscriber: Subscriber,
        wanted: Vec<Subscription>,
        moment: Moment,
        commands: &mut Vec<Command>,
    ) {
        for poller in self.followed_by(subscriber) {
            if wanted.iter().all(|wanted| wanted.route != poller.route) {
                poller.followers.retain(|it| it.subscriber != subscriber);
            }
        }
        for (number, subscription) in wanted.into_iter().enumerate() {
            let mut pollers = self.pollers.iter();
            let known = pollers.position(|poller| poller.route == subscription.route);
            let place = known.unwrap_or(self.pollers.len());
            if known.is_none() {
                commands.push(Command::Recall(subscription.route.clone()));
                let poller = Poller::new(subscription.route, moment.now);
                self.pollers.push(poller);
            }
            if let Some(poller) = self.pollers.get_mut(place) {
                let follower = Follower {
                    subscriber,
                    refresh: subscription.refresh,
                    push: subscription.push.map(|address| Push {
                        address,
                        is_carrier: number == 0,
                        healthy_since: None,
                    }),
                    is_active: subscription.is_active,
                };
                poller.follow(follower, moment, commands);
            }
        }
        self.pollers.retain(|poller| {
            let is_wanted = !poller.followers.is_empty();
            if !is_wanted && poller.polling.in_flight {
                commands.push(Command::Cancel(poller.route.clone()));
            }
            is_wanted
        });
    }
}

impl Poller {
    fn new(route: Route, now: Timestamp) -> Poller {
        Poller {
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

    fn is_active(&self) -> bool {
        self.followers.iter().any(|follower| follower.is_active)
    }

    /// Takes a follower in, or what it wants now.
    fn follow(&mut self, new: Follower, moment: Moment, commands: &mut Vec<Command>) {
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

    fn is_told_by(&self, stream: &WebAddress) -> bool {
        let mut pushes = self.pushes();
        pushes.any(|push| push.address == *stream)
    }

    fn is_carried_by(&self, stream: &WebAddress) -> bool {
        let mut pushes = self.pushes();
        pushes.any(|push| push.is_carrier && push.address == *stream)
    }

    fn pushes(&self) -> impl Iterator<Item = &Push> {
        let followers = self.followers.iter();
        followers.filter_map(|follower| follower.push.as_ref())
    }

    /// Another pace counts from the last answer on.
    fn adopt_pace(&mut self, moment: Moment) {
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
    fn nudged(&mut self, moment: Moment) {
        self.is_overtaken = self.polling.in_flight;
        if self.polling.failures == 0 && !self.polling.in_flight {
            self.hurried = Some(moment.now);
            let answered = self.last_good.as_ref().map(|good| good.at);
            self.polling = self.polling.nudged(answered, moment);
        }
    }

    /// A copy is worth something only to those who have nothing yet.
    fn recalled(&mut self, copy: Option<Box<Answer>>, moment: Moment, commands: &mut Vec<Command>) {
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

    fn answered(&mut self, answer: Answer, moment: Moment, commands: &mut Vec<Command>) {
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

    fn failed(
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

    fn ask_if_due(&mut self, moment: Moment, commands: &mut Vec<Command>) {
        if self.polling.is_overdue(moment.now) {
            commands.push(Command::Cancel(self.route.clone()));
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
}
