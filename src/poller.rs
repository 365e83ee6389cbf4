//! The polling of the feeds of a page: one poller for each feed, however many widgets show it.
//! Messages in, commands out, as in [`crate::update`].

mod feed;
mod follower;

use self::feed::FeedPoller;
use self::follower::Follower;
use crate::config::ProxyTemplate;
use crate::feed::{Reading, Timestamp};
use crate::link::WebAddress;
use crate::model::{FetchError, Reception};
use crate::push::{News, Streams};
use crate::schedule::Moment;

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
    pollers: Vec<FeedPoller>,
    streams: Streams,
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
                    poller.hurry(moment.now);
                }
            }
            Message::Retry(subscriber) => {
                for poller in self.followed_by(subscriber) {
                    poller.retry(moment.now);
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
        let active = self.pollers.iter_mut().filter(|poller| poller.is_active());
        let wake = active.filter_map(|poller| poller.ask_if_due(moment, &mut commands));
        let wake = wake.min();
        commands.extend(wake.map(Command::WakeAt));
        commands
    }

    /// The feed that a stream carries: the first of the first widget that names the stream.
    pub fn carried_by(&self, stream: &WebAddress) -> Option<&Route> {
        let mut pollers = self.pollers.iter();
        Some(pollers.find(|poller| poller.is_carried_by(stream))?.route())
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
                    poller.carried(*answer, moment, commands);
                }
            }
            News::Opened | News::Interrupted | News::Refused => {}
        }
    }

    /// Nothing is listened to for those whom nobody sees.
    fn listen(&mut self, moment: Moment, commands: &mut Vec<Command>) {
        let pollers = self.pollers.iter();
        let wanted = pollers.flat_map(FeedPoller::wanted_streams);
        self.streams.want(&wanted.collect::<Vec<_>>(), commands);
        for poller in &mut self.pollers {
            poller.adopt_pace(&self.streams, moment);
        }
    }

    fn find(&mut self, route: &Route) -> Option<&mut FeedPoller> {
        self.pollers
            .iter_mut()
            .find(|poller| poller.route() == route)
    }

    fn followed_by(&mut self, subscriber: Subscriber) -> impl Iterator<Item = &mut FeedPoller> {
        self.pollers
            .iter_mut()
            .filter(move |poller| poller.is_followed_by(subscriber))
    }

    fn subscribe(
        &mut self,
        subscriber: Subscriber,
        wanted: Vec<Subscription>,
        moment: Moment,
        commands: &mut Vec<Command>,
    ) {
        for poller in self.followed_by(subscriber) {
            if wanted.iter().all(|wanted| wanted.route != *poller.route()) {
                poller.lose(subscriber);
            }
        }
        for (number, subscription) in wanted.into_iter().enumerate() {
            let route = &subscription.route;
            let mut pollers = self.pollers.iter();
            let known = pollers.position(|poller| poller.route() == route);
            let place = known.unwrap_or(self.pollers.len());
            if known.is_none() {
                commands.push(Command::Recall(route.clone()));
                self.pollers
                    .push(FeedPoller::new(route.clone(), moment.now));
            }
            if let Some(poller) = self.pollers.get_mut(place) {
                let follower = Follower::new(subscriber, subscription, number == 0);
                poller.follow(follower, moment, commands);
            }
        }
        self.pollers.retain(|poller| {
            let is_wanted = poller.has_followers();
            if !is_wanted {
                poller.cancel(commands);
            }
            is_wanted
        });
    }
}
