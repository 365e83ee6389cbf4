//! The polling of the feeds of a page: one poller for each feed, however many widgets show it.
//! Messages in, commands out, as in [`crate::update`].

use std::sync::Arc;

use crate::config::ProxyTemplate;
use crate::feed::{ProblemKind, Reading, Timestamp};
use crate::link::WebAddress;
use crate::model::{FetchError, LastGood, Reception};
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
    /// All that a widget wants from now on: nothing when it is gone.
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
    /// Tell a widget how a feed is doing.
    Tell(Subscriber, WebAddress, Reception),
    /// Send [`Message::Woke`] at that time, and at no other.
    WakeAt(Timestamp),
}

/// The pollers of a page.
#[derive(Default)]
pub struct Pollers(Vec<Poller>);

struct Poller {
    route: Route,
    followers: Vec<Follower>,
    polling: Polling,
    last_good: Option<Arc<LastGood>>,
    trouble: Option<FetchError>,
    /// How often the most eager follower wants it asked, in seconds.
    refresh: u32,
    /// When somebody asked for an answer newer than any there is.
    hurried: Option<Timestamp>,
}

struct Follower {
    subscriber: Subscriber,
    refresh: u32,
    is_active: bool,
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
            Message::Woke => {}
        }
        let mut wake: Option<Timestamp> = None;
        for poller in self.0.iter_mut().filter(|poller| poller.is_active()) {
            poller.ask_if_due(moment, &mut commands);
            if !poller.rests() {
                let due = poller.polling.due;
                wake = Some(wake.map_or(due, |earliest| earliest.min(due)));
            }
        }
        commands.extend(wake.map(Command::WakeAt));
        commands
    }

    fn find(&mut self, route: &Route) -> Option<&mut Poller> {
        self.0.iter_mut().find(|poller| poller.route == *route)
    }

    fn followed_by(&mut self, subscriber: Subscriber) -> impl Iterator<Item = &mut Poller> {
        self.0.iter_mut().filter(move |poller| {
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
        for subscription in wanted {
            let mut pollers = self.0.iter();
            let known = pollers.position(|poller| poller.route == subscription.route);
            let place = known.unwrap_or(self.0.len());
            if known.is_none() {
                commands.push(Command::Recall(subscription.route.clone()));
                self.0.push(Poller::new(subscription.route, moment.now));
            }
            if let Some(poller) = self.0.get_mut(place) {
                let follower = Follower {
                    subscriber,
                    refresh: subscription.refresh,
                    is_active: subscription.is_active,
                };
                poller.follow(follower, moment, commands);
            }
        }
        self.0.retain_mut(|poller| {
            let is_wanted = !poller.followers.is_empty();
            if is_wanted {
                poller.adopt_refresh(moment);
            } else if poller.polling.in_flight {
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

    /// Another least `refresh` counts from the last answer on.
    fn adopt_refresh(&mut self, moment: Moment) {
        let wanted = self.followers.iter().map(|follower| follower.refresh);
        let refresh = wanted.min().unwrap_or(u32::MAX);
        if refresh == self.refresh {
            return;
        }
        self.refresh = refresh;
        if let Some(good) = &self.last_good
            && self.trouble.is_none()
            && !self.polling.in_flight
        {
            let answered = Moment {
                now: good.at,
                ..moment
            };
            self.polling = Polling::succeeded(answered, refresh, good.fresh, &good.feed.hints);
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
        self.polling = Polling::succeeded(answered, self.refresh, answer.fresh, &feed.hints);
        self.hurried = None;
        self.trouble = is_cut.then_some(FetchError::TooLarge);
        let good = LastGood::new(answer, self.last_good.as_deref());
        self.last_good = Some(Arc::new(good));
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
        self.tell(commands);
    }

    fn ask_if_due(&mut self, moment: Moment, commands: &mut Vec<Command>) {
        if self.polling.is_overdue(moment.now) {
            commands.push(Command::Cancel(self.route.clone()));
            self.failed(FetchError::TimedOut, None, moment, commands);
        }
        if self.polling.is_due(moment.now) && !self.rests() {
            self.polling = self.polling.started(moment.now);
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
