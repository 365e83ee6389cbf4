//! A page with one widget, whose messages and commands are texts.
#![allow(dead_code)]

use std::sync::Arc;

use super::{NOW, feed, options, web};
use strillone::feed::Reading;
use strillone::host::Native;
use strillone::page::{self, Pollers};
use strillone::source::{Answer, FeedError, Route};
use strillone::time::{Tick, Timestamp};
use strillone::widget::model::{Model, Presence};
use strillone::widget::update::{Command, Event, Message, update};

pub const FEED: &str = "https://news.example/feed";
pub const SEEN: Presence = Presence {
    visible: true,
    on_screen: true,
    online: true,
};

/// A page with one widget, and the time on its clock. No copy of a feed is on the device.
pub struct Widget {
    pub model: Model,
    pub pollers: Pollers,
    pub now: Timestamp,
}

impl Widget {
    pub fn new(attributes: &[(&str, &str)]) -> Widget {
        Widget {
            model: Model::new(options(attributes), SEEN, &Native),
            pollers: Pollers::default(),
            now: NOW,
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

    /// Sends a message, and returns what it leads to outside, but for the waking.
    pub fn send(&mut self, message: Message) -> Vec<String> {
        let mut said = Vec::new();
        let tick = self.tick();
        for command in update(&mut self.model, message, tick) {
            match command {
                Command::Subscribe(wanted) => {
                    said.extend(self.poll(page::Message::Subscribed(1, wanted)));
                }
                Command::AskNow => said.extend(self.poll(page::Message::AskNow(1))),
                Command::Retry => said.extend(self.poll(page::Message::Retry(1))),
                command => said.extend(written(&command)),
            }
        }
        said
    }

    pub fn poll(&mut self, message: page::Message) -> Vec<String> {
        let mut said = Vec::new();
        let tick = self.tick();
        for command in self.pollers.update(message, tick) {
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
                // The widgets here name no stream.
                page::Command::Listen(_) | page::Command::Leave(_) => {}
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

    pub fn later(&mut self, milliseconds: i64) -> Vec<String> {
        self.now = Timestamp(self.now.0 + milliseconds);
        let mut said = self.send(Message::Woke);
        said.extend(self.poll(page::Message::Woke));
        said
    }

    pub fn toggle(&mut self, place: usize) -> Vec<String> {
        let key = self.model.shown.get(place).expect("a headline").key.clone();
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

pub fn written(command: &Command) -> Option<String> {
    Some(match command {
        Command::WakeAt(_) | Command::Subscribe(_) | Command::AskNow | Command::Retry => {
            return None;
        }
        Command::Report(text) => format!("report {text}"),
        Command::Focus(focus) => format!("focus {focus:?}"),
        Command::Emit(Event::Ready(headlines)) => format!("ready {}", titles(headlines)),
        Command::Emit(Event::Update(headlines)) => format!("update {}", titles(headlines)),
        Command::Emit(Event::LinkFollowed(it)) => format!("open {}", it.item.headline()),
        Command::Emit(Event::PreviewOpened(it)) => format!("preview {}", it.item.headline()),
        Command::Emit(Event::ChannelFollowed(address)) => format!("follow {}", address.as_str()),
        Command::Emit(Event::Error { kind, .. }) => format!("error {kind}"),
    })
}
