//! The polling of the feeds of a page: one poller for each feed, however many widgets show it.
//! Messages in, commands out, as in [`crate::widget::update`].

use super::feed_poller::FeedPoller;
use super::subscriber::Subscriber;
use super::{Command, Message};
use crate::address::WebAddress;
use crate::page::streams::{StreamEvent, Streams};
use crate::source::{Route, Subscription, WidgetId};
use crate::time::Tick;

/// The pollers of a page.
#[derive(Default)]
pub struct Pollers {
    pollers: Vec<FeedPoller>,
    streams: Streams,
}

impl Pollers {
    /// Takes a message in and returns what is to be done, in order.
    pub fn update(&mut self, message: Message, tick: Tick) -> Vec<Command> {
        let mut commands = Vec::new();
        match message {
            Message::Subscribed(widget, wanted) => {
                self.subscribe(widget, wanted, tick, &mut commands);
            }
            Message::AskNow(widget) => {
                for poller in self.subscribed_by(widget) {
                    poller.force_poll(tick.now);
                }
            }
            Message::Retry(widget) => {
                for poller in self.subscribed_by(widget) {
                    poller.retry(tick.now);
                }
            }
            Message::Recalled(route, copy) => {
                if let Some(poller) = self.find(&route) {
                    poller.recalled(copy, tick, &mut commands);
                }
            }
            Message::Answered(route, answer) => {
                if let Some(poller) = self.find(&route) {
                    poller.answered(*answer, tick, &mut commands);
                }
            }
            Message::Confirmed { route, at, max_age } => {
                if let Some(poller) = self.find(&route) {
                    poller.confirmed(at, max_age, tick, &mut commands);
                }
            }
            Message::Failed {
                route,
                error,
                retry_after,
            } => {
                if let Some(poller) = self.find(&route) {
                    poller.failed(error, retry_after, tick, &mut commands);
                }
            }
            Message::Heard(address, news) => self.heard(&address, news, tick, &mut commands),
            Message::Woke => {}
        }
        self.listen(tick, &mut commands);
        let active = self
            .pollers
            .iter_mut()
            .filter(|poller| poller.subscribers.are_active());
        let wake = active.map(|poller| poller.ask_if_due(tick, &mut commands));
        let wake = wake.min();
        commands.extend(wake.map(Command::WakeAt));
        commands
    }

    /// Whether an answer with this fingerprint is what was read last, so that it need not be read
    /// again: send [`Message::Confirmed`] then.
    pub fn knows(&self, route: &Route, fingerprint: u64) -> bool {
        let mut pollers = self.pollers.iter();
        let poller = pollers.find(|poller| poller.route() == route);
        poller.is_some_and(|poller| poller.knows(fingerprint))
    }

    /// The feed that a stream carries: the first of the first widget that names the stream.
    pub fn carried_by(&self, stream: &WebAddress) -> Option<&Route> {
        let mut pollers = self.pollers.iter();
        Some(
            pollers
                .find(|poller| poller.subscribers.are_carried_by(stream))?
                .route(),
        )
    }

    /// For how long to close a stream before it is tried again, in milliseconds; 0 where the
    /// browser may go on by itself.
    pub fn stream_wait(&self, stream: &WebAddress, tick: Tick) -> i64 {
        self.streams.wait(stream, tick)
    }

    fn heard(
        &mut self,
        stream: &WebAddress,
        news: StreamEvent,
        tick: Tick,
        commands: &mut Vec<Command>,
    ) {
        self.streams.heard(stream, &news, tick.now);
        let mut pollers = self.pollers.iter_mut();
        match news {
            StreamEvent::Changed(spread) => {
                for poller in pollers.filter(|poller| poller.subscribers.are_told_by(stream)) {
                    poller.poll_soon(spread, tick);
                }
            }
            StreamEvent::Carried(answer) => {
                if let Some(poller) =
                    pollers.find(|poller| poller.subscribers.are_carried_by(stream))
                {
                    poller.carried(*answer, tick, commands);
                }
            }
            StreamEvent::Opened | StreamEvent::Interrupted | StreamEvent::Refused => {}
        }
    }

    /// Nothing is listened to for those whom nobody sees.
    fn listen(&mut self, tick: Tick, commands: &mut Vec<Command>) {
        let pollers = self.pollers.iter();
        let wanted = pollers.flat_map(|poller| poller.subscribers.wanted_streams());
        let changes = self.streams.want(&wanted.collect::<Vec<_>>());
        commands.extend(changes.leave.into_iter().map(Command::Leave));
        commands.extend(changes.listen.into_iter().map(Command::Listen));
        for poller in &mut self.pollers {
            poller.adopt_pace(&self.streams, tick);
        }
    }

    fn find(&mut self, route: &Route) -> Option<&mut FeedPoller> {
        self.pollers
            .iter_mut()
            .find(|poller| poller.route() == route)
    }

    fn subscribed_by(&mut self, widget: WidgetId) -> impl Iterator<Item = &mut FeedPoller> {
        self.pollers
            .iter_mut()
            .filter(move |poller| poller.subscribers.contain(widget))
    }

    fn subscribe(
        &mut self,
        widget: WidgetId,
        wanted: Vec<Subscription>,
        tick: Tick,
        commands: &mut Vec<Command>,
    ) {
        for poller in self.subscribed_by(widget) {
            if wanted.iter().all(|wanted| wanted.route != *poller.route()) {
                poller.subscribers.remove(widget);
            }
        }
        for (position, subscription) in wanted.into_iter().enumerate() {
            let route = &subscription.route;
            let mut pollers = self.pollers.iter();
            let known = pollers.position(|poller| poller.route() == route);
            let index = known.unwrap_or(self.pollers.len());
            if known.is_none() {
                commands.push(Command::Recall(route.clone()));
                self.pollers.push(FeedPoller::new(route.clone(), tick.now));
            }
            if let Some(poller) = self.pollers.get_mut(index) {
                let subscriber = Subscriber::new(widget, subscription, position == 0);
                poller.subscribe(subscriber, tick, commands);
            }
        }
        self.pollers.retain(|poller| {
            let is_wanted = !poller.subscribers.are_none();
            if !is_wanted {
                poller.cancel(commands);
            }
            is_wanted
        });
    }
}
