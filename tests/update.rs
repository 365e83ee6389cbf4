//! The widget in time: messages in, commands out.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]
#![allow(missing_docs)]

mod common;

use std::sync::Arc;

use common::widget::{FEED, Widget};
use common::{NOW, feed, read};
use strillone::source::FeedError;
use strillone::time::{MINUTE, SECOND};
use strillone::widget::state::State;
use strillone::widget::update::Message;

const ASK: [&str; 1] = ["fetch https://news.example/feed"];
const NOTHING: [&str; 0] = [];

#[test]
fn the_feed_is_asked_for_at_once_and_its_first_headlines_are_announced() {
    let mut widget = Widget::new(&[]);
    assert_eq!(widget.configure(&[("feed", FEED)]), ASK);
    assert_eq!(widget.load(feed("News", "15:00 B\n16:00 A")), ["ready A B"]);
    assert_eq!(
        widget.load(feed("News", "15:00 B\n16:00 A\n16:20 C")),
        ["update C A B"]
    );
}

#[test]
fn a_feed_that_did_not_change_is_not_announced_and_keeps_its_pieces() {
    let mut widget = Widget::showing();
    let before = widget.model.shown.clone();
    assert_eq!(widget.load(feed("News", "16:00 A\n15:00 B")), NOTHING);
    assert!(Arc::ptr_eq(&before, &widget.model.shown));
    widget.load(feed("News", "16:20 C\n16:00 A\n15:00 B"));
    let (old, kept) = (before.first().unwrap(), widget.model.shown.get(1).unwrap());
    assert!(Arc::ptr_eq(old, kept));
}

#[test]
fn nothing_that_goes_wrong_empties_what_is_shown() {
    let mut widget = Widget::showing();
    widget.fail(FeedError::Status(500));
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
    assert_eq!(widget.model.state(NOW), State::Failed);
}

#[test]
fn every_failure_says_what_is_wrong_and_how_to_mend_it() {
    for (error, kind, hint) in [
        (
            FeedError::Unreachable,
            "unreachable",
            "Access-Control-Allow-Origin",
        ),
        (
            FeedError::Blocked("connect-src".into()),
            "blocked",
            "add its origin to connect-src",
        ),
        (FeedError::Offline, "offline", "the device is offline"),
        (FeedError::TooLarge, "too-large", "publish fewer items"),
        (FeedError::TimedOut, "timed-out", "did not answer in time"),
        (FeedError::Status(404), "status", "with status 404"),
        (
            FeedError::NotAFeed,
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
    widget.fail(FeedError::Unreachable);
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
fn what_comes_first_is_asked_for_wherever_the_widget_is() {
    let mut widget = Widget::new(&[]);
    widget.send(Message::OnScreen(false));
    assert_eq!(widget.configure(&[("feed", FEED)]), ASK);
    widget.load(feed("News", "16:00 A"));
    assert_eq!(widget.later(6 * MINUTE), NOTHING);
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
    // The copy on the device was replaced by the feed itself.
    widget.load(feed("News", "16:20 C\n16:00 A"));
    assert_eq!(widget.opened().as_deref(), Some("C"));
    widget.toggle(0);
    widget.load(feed("News", "16:25 D\n16:20 C"));
    assert_eq!(widget.opened(), None);
}

#[test]
fn a_preview_that_opened_by_itself_stays_while_it_may_be_read() {
    let mut widget = Widget::new(&[]);
    widget.configure(&[("feed", FEED), ("open", "first")]);
    widget.load(feed("News", "16:00 A"));
    widget.later(MINUTE);
    widget.load(feed("News", "16:20 C\n16:00 A"));
    assert_eq!(widget.opened().as_deref(), Some("A"));
    // Nobody reads it that long, but for one who is still at it.
    widget.later(10 * MINUTE);
    assert_eq!(widget.opened().as_deref(), Some("C"));
    widget.later(MINUTE);
    widget.send(Message::Interacting(true));
    widget.later(10 * MINUTE);
    widget.load(feed("News", "16:40 D\n16:20 C"));
    assert_eq!(widget.opened().as_deref(), Some("C"));
    widget.send(Message::Interacting(false));
    assert_eq!(widget.opened().as_deref(), Some("D"));
}

#[test]
fn a_preview_that_opened_by_itself_gives_way_when_its_headline_goes() {
    let mut widget = Widget::new(&[]);
    widget.configure(&[("feed", FEED), ("open", "first"), ("limit", "1")]);
    widget.load(feed("News", "16:00 A"));
    widget.later(MINUTE);
    widget.load(feed("News", "16:20 C\n16:00 A"));
    assert_eq!(widget.opened().as_deref(), Some("C"));
}

#[test]
fn a_feed_that_is_not_wanted_any_more_is_dropped_with_its_request() {
    let mut widget = Widget::asking();
    let commands = widget.configure(&[("feed", "https://other.example/feed")]);
    let expected = [
        "fetch https://other.example/feed",
        "cancel https://news.example/feed",
    ];
    assert_eq!(commands, expected);
    assert_eq!(widget.load(feed("News", "16:00 A")), NOTHING);
    assert_eq!(widget.shown(), "");
}

#[test]
fn another_refresh_counts_from_the_last_answer() {
    let mut widget = Widget::showing();
    widget.later(30 * SECOND);
    let minutely = [("feed", FEED), ("refresh", "60")];
    assert_eq!(widget.configure(&minutely), NOTHING);
    assert_eq!(widget.later(29 * SECOND), NOTHING);
    assert_eq!(widget.later(SECOND), ASK);
}

#[test]
fn another_proxy_asks_at_once_and_empties_nothing() {
    let mut widget = Widget::showing();
    let proxied = [("feed", FEED), ("proxy", "https://proxy.example/?u={url}")];
    assert_eq!(widget.configure(&proxied), ASK);
    widget.fail(FeedError::Unreachable);
    assert_eq!(widget.shown(), "A B");
}

#[test]
fn without_a_feed_nothing_is_shown() {
    let mut widget = Widget::showing();
    widget.configure(&[]);
    assert_eq!(widget.shown(), "");
    assert_eq!(widget.model.state(NOW), State::Failed);
}

#[test]
fn other_options_show_the_same_feed_without_asking() {
    let mut widget = Widget::showing();
    assert_eq!(
        widget.configure(&[("feed", FEED), ("limit", "1")]),
        ["update A"]
    );
}

#[test]
fn late_headlines_say_how_old_they_are() {
    let mut widget = Widget::showing();
    assert_eq!(widget.model.state(widget.now), State::Ready);
    widget.later(5 * MINUTE);
    widget.fail(FeedError::Unreachable);
    assert_eq!(widget.model.state(widget.now), State::Ready);
    widget.later(6 * MINUTE);
    assert_eq!(widget.model.state(widget.now), State::Stale(NOW));
    widget.send(Message::Online(false));
    assert_eq!(widget.model.state(widget.now), State::Offline(NOW));
}

#[test]
fn who_comes_back_to_old_headlines_is_told_only_when_new_ones_do_not_come_soon() {
    let mut widget = Widget::showing();
    widget.send(Message::Visible(false));
    widget.later(60 * MINUTE);
    assert_eq!(widget.send(Message::Visible(true)), ASK);
    assert_eq!(widget.model.state(widget.now), State::Ready);
    widget.later(2 * SECOND + 1);
    assert_eq!(widget.model.state(widget.now), State::Stale(NOW));
}

#[test]
fn offline_with_nothing_kept_is_said_once() {
    let mut widget = Widget::new(&[]);
    widget.send(Message::Online(false));
    let said = widget.configure(&[("feed", FEED)]);
    let message = "report the device is offline, and no headlines are kept on it";
    assert_eq!(said, [message, "error offline"]);
    assert_eq!(widget.later(MINUTE), NOTHING);
    assert_eq!(widget.model.state(NOW), State::Failed);
}
