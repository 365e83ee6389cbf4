//! The widget in time: messages in, commands out.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]
#![allow(missing_docs)]

mod common;

use std::sync::Arc;

use common::{MINUTE, NOW, SECOND, feed, options, read, web};
use strillone::feed::{Reading, Timestamp};
use strillone::model::{Condition, FetchError, Model, Presence};
use strillone::platform::Native;
use strillone::schedule::Moment;
use strillone::update::{Command, Event, Message, update};

const FEED: &str = "https://news.example/feed";
const SEEN: Presence = Presence {
    visible: true,
    on_screen: true,
    online: true,
};

/// A widget, and the time on its clock.
struct Widget {
    model: Model,
    now: Timestamp,
}

impl Widget {
    fn new(attributes: &[(&str, &str)]) -> Widget {
        let model = Model::new(options(attributes), SEEN, &Native);
        Widget { model, now: NOW }
    }

    /// A widget that has asked for its one feed.
    fn asking() -> Widget {
        let mut widget = Widget::new(&[]);
        widget.configure(&[("feed", FEED)]);
        widget
    }

    /// A widget that shows the headlines A and B.
    fn showing() -> Widget {
        let mut widget = Widget::asking();
        widget.load(feed("News", "16:00 A\n15:00 B"));
        widget
    }

    /// Sends a message, and returns what it leads to, but for the waking.
    fn send(&mut self, message: Message) -> Vec<String> {
        let moment = Moment {
            now: self.now,
            chance: 0,
        };
        let commands = update(&mut self.model, message, moment);
        commands.iter().filter_map(written).collect()
    }

    fn configure(&mut self, attributes: &[(&str, &str)]) -> Vec<String> {
        self.send(Message::Configured(options(attributes), Vec::new()))
    }

    fn load(&mut self, reading: Reading) -> Vec<String> {
        self.send(Message::Loaded {
            source: web(FEED),
            reading: Box::new(reading),
            fresh: None,
        })
    }

    fn fail(&mut self, error: FetchError) -> Vec<String> {
        self.send(Message::Failed {
            source: web(FEED),
            error,
            retry_after: None,
        })
    }

    fn later(&mut self, milliseconds: i64) -> Vec<String> {
        self.now = Timestamp(self.now.0 + milliseconds);
        self.send(Message::Woke)
    }

    fn toggle(&mut self, place: usize) -> Vec<String> {
        let key = self.model.shown.get(place).expect("a headline").key.clone();
        self.send(Message::Toggle(key))
    }

    fn shown(&self) -> String {
        titles(&self.model.shown)
    }

    fn opened(&self) -> Option<String> {
        self.model.opened().map(|it| it.item.headline().to_string())
    }
}

fn titles(headlines: &[Arc<strillone::model::Headline>]) -> String {
    let titles: Vec<String> = headlines
        .iter()
        .map(|it| it.item.headline().to_string())
        .collect();
    titles.join(" ")
}

fn written(command: &Command) -> Option<String> {
    Some(match command {
        Command::Fetch(address) => format!("fetch {}", address.as_str()),
        Command::Cancel(address) => format!("cancel {}", address.as_str()),
        Command::WakeAt(_) => return None,
        Command::Report(text) => format!("report {text}"),
        Command::Focus(focus) => format!("focus {focus:?}"),
        Command::Emit(Event::Ready(headlines)) => format!("ready {}", titles(headlines)),
        Command::Emit(Event::Update(headlines)) => format!("update {}", titles(headlines)),
        Command::Emit(Event::Open(it)) => format!("open {}", it.item.headline()),
        Command::Emit(Event::Preview(it)) => format!("preview {}", it.item.headline()),
        Command::Emit(Event::Follow(address)) => format!("follow {}", address.as_str()),
        Command::Emit(Event::Error { kind, .. }) => format!("error {kind}"),
    })
}

const ASK: [&str; 1] = ["fetch https://news.example/feed"];
const NOTHING: [&str; 0] = [];

#[test]
fn the_feed_is_asked_for_at_once_and_its_first_headlines_are_announced() {
    let mut widget = Widget::new(&[]);
    assert_eq!(widget.configure(&[("feed", FEED)]), ASK);
    assert_eq!(widget.load(feed("News", "15:00 B\n16:00 A")), ["ready A B"]);
    assert_eq!(
        widget.load(feed("News", "15:00 B\n16:00 A\n17:00 C")),
        ["update C A B"]
    );
}

#[test]
fn a_feed_that_did_not_change_is_not_announced_and_keeps_its_pieces() {
    let mut widget = Widget::showing();
    let before = widget.model.shown.clone();
    assert_eq!(widget.load(feed("News", "16:00 A\n15:00 B")), NOTHING);
    assert!(Arc::ptr_eq(&before, &widget.model.shown));
    widget.load(feed("News", "17:00 C\n16:00 A\n15:00 B"));
    let (old, kept) = (before.first().unwrap(), widget.model.shown.get(1).unwrap());
    assert!(Arc::ptr_eq(old, kept));
}

#[test]
fn nothing_that_goes_wrong_empties_what_is_shown() {
    let mut widget = Widget::showing();
    widget.fail(FetchError::Status(500));
    widget.load(read("<html><body>Down for maintenance</body></html>"));
    widget.load(feed("News", ""));
    widget.load(read(""));
    assert_eq!(widget.shown(), "A B");
}

#[test]
fn an_answer_that_is_not_a_feed_is_said_once() {
    let mut widget = Widget::asking();
    let said = widget.load(read("<html></html>"));
    let message = "report the feed https://news.example/feed is not a feed: neither RSS, Atom \
                   nor JSON Feed was found";
    assert_eq!(said, [message, "error not-a-feed"]);
    assert_eq!(widget.load(read("<html></html>")), NOTHING);
    assert_eq!(widget.model.condition(NOW), Condition::Failed);
}

#[test]
fn every_failure_says_what_is_wrong_and_how_to_mend_it() {
    for (error, kind, hint) in [
        (
            FetchError::Unreachable,
            "unreachable",
            "Access-Control-Allow-Origin",
        ),
        (
            FetchError::Blocked("connect-src".into()),
            "blocked",
            "add its origin to connect-src",
        ),
        (FetchError::TimedOut, "timed-out", "did not answer in time"),
        (FetchError::Status(404), "status", "with status 404"),
        (
            FetchError::NotAFeed,
            "not-a-feed",
            "neither RSS, Atom nor JSON Feed",
        ),
    ] {
        let said = Widget::asking().fail(error);
        let [report, event] = said.as_slice() else {
            panic!("{said:?}");
        };
        assert!(report.contains(FEED) && report.contains(hint), "{report}");
        assert_eq!(*event, format!("error {kind}"));
    }
}

#[test]
fn a_refresh_asks_at_once_but_not_twice() {
    let mut widget = Widget::showing();
    assert_eq!(widget.send(Message::Refresh), ASK);
    assert_eq!(widget.send(Message::Refresh), NOTHING);
}

#[test]
fn coming_online_asks_for_what_failed_but_leaves_a_request_alone() {
    let mut widget = Widget::showing();
    widget.fail(FetchError::Unreachable);
    assert_eq!(widget.send(Message::Online(true)), ASK);
    assert_eq!(widget.send(Message::Online(true)), NOTHING);
}

#[test]
fn while_nobody_can_see_it_nothing_is_asked_and_on_return_what_is_due() {
    for away in [Message::Visible, Message::OnScreen, Message::Online] {
        let mut widget = Widget::showing();
        widget.send(away(false));
        assert_eq!(widget.later(4 * MINUTE), NOTHING);
        assert_eq!(widget.send(away(true)), NOTHING);
        widget.send(away(false));
        assert_eq!(widget.later(2 * MINUTE), NOTHING);
        assert_eq!(widget.send(away(true)), ASK);
    }
}

#[test]
fn a_request_without_answer_is_dropped_and_tried_again() {
    let mut widget = Widget::asking();
    assert_eq!(widget.later(19 * SECOND), NOTHING);
    let message = "report the feed https://news.example/feed did not answer in time";
    let dropped = [
        "cancel https://news.example/feed",
        message,
        "error timed-out",
    ];
    assert_eq!(widget.later(SECOND), dropped);
    assert_eq!(widget.later(29 * SECOND), NOTHING);
    assert_eq!(widget.later(SECOND), ASK);
}

#[test]
fn new_headlines_wait_while_the_reader_is_busy() {
    let mut widget = Widget::showing();
    widget.send(Message::Busy(true));
    assert_eq!(
        widget.load(feed("News", "17:00 C\n16:00 A\n15:00 B")),
        NOTHING
    );
    assert_eq!(widget.shown(), "A B");
    assert_eq!(widget.model.count_waiting(), 1);
    assert_eq!(widget.send(Message::Busy(false)), ["update C A B"]);
    assert_eq!(widget.model.count_waiting(), 0);
}

#[test]
fn new_headlines_wait_while_the_reader_reads_and_come_when_asked_for() {
    let mut widget = Widget::showing();
    widget.toggle(1);
    widget.load(feed("News", "17:00 C\n16:00 A"));
    widget.send(Message::Busy(false));
    assert_eq!(
        (widget.shown().as_str(), widget.opened()),
        ("A B", Some("B".into()))
    );
    assert_eq!(
        widget.send(Message::ShowWaiting),
        ["update C A", "focus Headlines"]
    );
}

#[test]
fn a_preview_is_opened_once_and_closed_by_its_button_or_by_escape() {
    let mut widget = Widget::showing();
    assert_eq!(widget.opened(), None);
    assert_eq!(widget.toggle(0), ["preview A"]);
    assert_eq!(widget.toggle(1), ["preview B"]);
    assert_eq!(widget.opened().as_deref(), Some("B"));
    assert_eq!(widget.toggle(1), NOTHING);
    assert_eq!(widget.opened(), None);
    widget.toggle(0);
    assert_eq!(widget.send(Message::Close), ["focus Toggle(0)"]);
    assert_eq!(widget.opened(), None);
}

#[test]
fn the_first_preview_is_open_by_option_until_the_reader_closes_it() {
    let mut widget = Widget::new(&[]);
    widget.configure(&[("feed", FEED), ("open", "first")]);
    widget.load(feed("News", "16:00 A"));
    widget.load(feed("News", "17:00 C\n16:00 A"));
    assert_eq!(widget.opened().as_deref(), Some("C"));
    widget.toggle(0);
    widget.load(feed("News", "18:00 D\n17:00 C"));
    assert_eq!(widget.opened(), None);
}

#[test]
fn a_feed_that_is_not_wanted_any_more_is_dropped_with_its_request() {
    let mut widget = Widget::asking();
    let commands = widget.configure(&[("feed", "https://other.example/feed")]);
    let expected = [
        "cancel https://news.example/feed",
        "fetch https://other.example/feed",
    ];
    assert_eq!(commands, expected);
    assert_eq!(widget.load(feed("News", "16:00 A")), NOTHING);
    assert_eq!(widget.shown(), "");
}

#[test]
fn what_waits_of_a_dropped_feed_is_never_shown() {
    let mut widget = Widget::showing();
    widget.send(Message::Busy(true));
    widget.load(feed("News", "17:00 C"));
    widget.configure(&[("feed", "https://other.example/feed")]);
    assert_eq!(widget.send(Message::Busy(false)), NOTHING);
    assert_eq!(widget.shown(), "");
}

#[test]
fn another_refresh_or_proxy_asks_at_once() {
    let mut widget = Widget::showing();
    assert_eq!(widget.configure(&[("feed", FEED), ("refresh", "60")]), ASK);
}

#[test]
fn other_options_show_the_same_feed_anew_without_asking() {
    let mut widget = Widget::showing();
    assert_eq!(
        widget.configure(&[("feed", FEED), ("limit", "1")]),
        ["update A"]
    );
}

#[test]
fn late_headlines_say_how_old_they_are() {
    let mut widget = Widget::showing();
    assert_eq!(widget.model.condition(widget.now), Condition::Ready);
    widget.later(5 * MINUTE);
    widget.fail(FetchError::Unreachable);
    assert_eq!(widget.model.condition(widget.now), Condition::Ready);
    widget.later(6 * MINUTE);
    assert_eq!(widget.model.condition(widget.now), Condition::Stale(NOW));
    widget.send(Message::Online(false));
    assert_eq!(widget.model.condition(widget.now), Condition::Offline(NOW));
}
