//! A page with one widget, whose messages and commands are texts.
#![allow(dead_code)]

use std::sync::Arc;

use super::{NOW, feed, options, web};
use strillone::feed::Reading;
use strillone::host::Native;
use strillone::page::{self, Pollers};
use strillone::source::{Answer, FeedError, Route};
use strillone::time::{Tick, Timestamp};
use strillone::widget::event::Event;
use strillone::widget::model::{Model, Presence};
use strillone::widget::update::{Command, Message, update};

pub const FEED: &str = "https://news.example/feed";
pub const SEEN: Presence = Presence {
    visible: true,
    on_screen: true,
    online: true,
};

/// A page with one widget, and the time on its clock. No copy of a feed is on the device.
///
/// Every command is accounted for: it is carried out, or it is among what a message leads to.
/// Nothing happens by the time alone unless it was asked for with `WakeAt`, as in the browser.
pub struct Widget {
    pub model: Model,
    pub pollers: Pollers,
    pub now: Timestamp,
    /// When the widget is woken next.
    pub wakes: Option<Timestamp>,
    /// When the pollers are woken next.
    pub pollers_wake: Option<Timestamp>,
}

impl Widget {
    pub fn new(attributes: &[(&str, &str)]) -> Widget {
        Widget {
            model: Model::new(options(attributes), SEEN, &Native),
            pollers: Pollers::default(),
            now: NOW,
            wakes: None,
            pollers_wake: None,
        }
    }

    /// A widget that has asked for its one feed.
    pub fn asking() -> Widget {
        let mut widget = Widget::new(&[]);
        widget.configure(&[("feed", FEED)]);
        widget
    }

    /// A widget that shows the headlines A and B.
    pub fn showing() -> Widget {
        let mut widget = Widget::asking();
        widget.load(feed("News", "16:00 A\n15:00 B"));
        widget
    }

    /// Sends a message, and returns what it leads to outside.
    pub fn send(&mut self, message: Message) -> Vec<String> {
        let mut said = Vec::new();
        let tick = self.tick();
        let commands = update(&mut self.model, message, tick);
        let alarms = commands.iter().filter_map(|command| match command {
            Command::WakeAt(time) => Some(*time),
            _ => None,
        });
        self.wakes = the_only(alarms);
        for command in commands {
            match command {
                Command::Subscribe(wanted) => {
                    said.extend(self.poll(page::Message::Subscribed(1, wanted)));
                }
                Command::AskNow => said.extend(self.poll(page::Message::AskNow(1))),
                Command::Retry => said.extend(self.poll(page::Message::Retry(1))),
                Command::WakeAt(_) => {}
                Command::Report(text) => said.push(format!("report {text}")),
                Command::Focus(focus) => said.push(format!("focus {focus:?}")),
                Command::Emit(event) => said.push(written(&event)),
            }
        }
        said
    }

    pub fn poll(&mut self, message: page::Message) -> Vec<String> {
        let mut said = Vec::new();
        let tick = self.tick();
        let commands = self.pollers.update(message, tick);
        let alarms = commands.iter().filter_map(|command| match command {
            page::Command::WakeAt(time) => Some(*time),
            _ => None,
        });
        self.pollers_wake = the_only(alarms);
        for command in commands {
            match command {
                page::Command::Recall(route) => {
                    said.extend(self.poll(page::Message::Recalled(route, None)));
                }
                page::Command::Fetch { route, .. } => {
                    said.push(format!("fetch {}", route.feed.as_str()));
                }
                page::Command::Cancel(route) => {
                    said.push(format!("cancel {}", route.feed.as_str()));
                }
                page::Command::Tell(_, feed, feed_state) => {
                    said.extend(self.send(Message::Received(feed, feed_state)));
                }
                page::Command::Listen(stream) => said.push(format!("listen {}", stream.as_str())),
                page::Command::Leave(stream) => said.push(format!("leave {}", stream.as_str())),
                page::Command::WakeAt(_) => {}
            }
        }
        said
    }

    pub fn tick(&self) -> Tick {
        Tick {
            now: self.now,
            chance: 0,
        }
    }

    pub fn configure(&mut self, attributes: &[(&str, &str)]) -> Vec<String> {
        self.send(Message::Configured(options(attributes), Vec::new()))
    }

    pub fn load(&mut self, reading: Reading) -> Vec<String> {
        let answer = Box::new(Answer {
            reading,
            at: self.now,
            max_age: None,
            fingerprint: 0,
        });
        self.poll(page::Message::Answered(route(), answer))
    }

    pub fn fail(&mut self, error: FeedError) -> Vec<String> {
        self.poll(page::Message::Failed {
            route: route(),
            error,
            retry_after: None,
        })
    }

    /// Lets time pass, and returns what is done in it by those who asked to be woken.
    pub fn later(&mut self, milliseconds: i64) -> Vec<String> {
        let end = Timestamp(self.now.0 + milliseconds);
        let mut said = Vec::new();
        for _ in 0..10_000 {
            let wakes = [self.wakes, self.pollers_wake].into_iter().flatten().min();
            let Some(time) = wakes.filter(|time| *time <= end) else {
                self.now = end;
                return said;
            };
            self.now = time.max(self.now);
            // A timer fires once.
            if self.wakes.is_some_and(|time| time <= self.now) {
                self.wakes = None;
                said.extend(self.send(Message::Woke));
            } else {
                self.pollers_wake = None;
                said.extend(self.poll(page::Message::Woke));
            }
        }
        panic!("the time stands still: somebody is woken again and again");
    }

    pub fn toggle(&mut self, index: usize) -> Vec<String> {
        let key = self.model.shown.get(index).expect("a headline").key.clone();
        self.send(Message::Toggle(key))
    }

    pub fn shown(&self) -> String {
        titles(&self.model.shown)
    }

    pub fn opened(&self) -> Option<String> {
        self.model.opened().map(|it| it.item.headline().to_string())
    }
}

pub fn route() -> Route {
    Route {
        feed: web(FEED),
        address: web(FEED),
    }
}

pub fn titles(headlines: &[Arc<strillone::widget::model::Headline>]) -> String {
    let titles: Vec<String> = headlines
        .iter()
        .map(|it| it.item.headline().to_string())
        .collect();
    titles.join(" ")
}

fn written(event: &Event) -> String {
    match event {
        Event::Ready(headlines) => format!("ready {}", titles(headlines)),
        Event::Update(headlines) => format!("update {}", titles(headlines)),
        Event::LinkFollowed(it) => format!("open {}", it.item.headline()),
        Event::PreviewOpened(it) => format!("preview {}", it.item.headline()),
        Event::ChannelFollowed(address) => format!("follow {}", address.as_str()),
        Event::Error { kind, .. } => format!("error {kind}"),
    }
}

/// Of alarms there is one at most: whoever asks for a second forgets the first.
fn the_only(mut alarms: impl Iterator<Item = Timestamp>) -> Option<Timestamp> {
    let only = alarms.next();
    assert_eq!(alarms.next(), None, "two alarms at once");
    only
}
