//! News that comes while a reader is there: what waits, what is marked, what goes.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]
#![allow(missing_docs)]

mod common;

use common::widget::Widget;
use common::{feed, read};
use strillone::feed::Reading;
use strillone::time::{MINUTE, SECOND, Timestamp};
use strillone::widget::model::Mark;
use strillone::widget::update::Message;

const ASK: [&str; 1] = ["fetch https://news.example/feed"];
const NOTHING: [&str; 0] = [];

#[test]
fn new_headlines_wait_while_the_reader_is_busy() {
    let mut widget = Widget::showing();
    widget.send(Message::Interacting(true));
    assert_eq!(
        widget.load(feed("News", "16:20 C\n16:00 A\n15:00 B")),
        NOTHING
    );
    assert_eq!(widget.shown(), "A B");
    assert_eq!(widget.model.count_waiting(), 1);
    assert_eq!(widget.send(Message::Interacting(false)), ["update C A B"]);
    assert_eq!(widget.model.count_waiting(), 0);
}

#[test]
fn new_headlines_wait_while_the_reader_has_scrolled_on() {
    let mut widget = Widget::showing();
    widget.send(Message::Scrolled(true));
    assert_eq!(widget.load(feed("News", "16:20 C\n16:00 A")), NOTHING);
    assert_eq!(widget.send(Message::Interacting(false)), NOTHING);
    assert_eq!(widget.send(Message::Scrolled(false)), ["update C A"]);
}

#[test]
fn new_headlines_wait_while_the_reader_reads_and_come_when_asked_for() {
    let mut widget = Widget::showing();
    widget.toggle(1);
    widget.load(feed("News", "16:20 C\n16:00 A"));
    widget.send(Message::Interacting(false));
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
fn more_headlines_come_under_those_that_are_shown_and_stay() {
    let mut widget = Widget::new(&[]);
    widget.configure(&[
        ("feed", common::widget::FEED),
        ("limit", "2"),
        ("more", "2"),
    ]);
    widget.load(feed("News", "16:00 A\n15:00 B\n14:00 C\n13:00 D\n12:00 E"));
    assert_eq!(widget.shown(), "A B");
    assert!(widget.model.has_more);
    assert_eq!(
        widget.send(Message::ShowMore),
        ["update A B C D", "focus Headline(2)"]
    );
    assert!(widget.model.has_more);
    widget.send(Message::ShowMore);
    assert_eq!(widget.shown(), "A B C D E");
    assert!(!widget.model.has_more);
    // What comes later finds as much room.
    widget.load(feed(
        "News",
        "16:20 X\n16:00 A\n15:00 B\n14:00 C\n13:00 D\n12:00 E",
    ));
    assert_eq!(widget.shown(), "X A B C D E");
}

#[test]
fn more_headlines_do_not_bring_up_those_that_wait() {
    let mut widget = Widget::new(&[]);
    widget.configure(&[
        ("feed", common::widget::FEED),
        ("limit", "2"),
        ("more", "1"),
    ]);
    widget.load(feed("News", "16:00 A\n15:00 B\n14:00 C"));
    widget.send(Message::Interacting(true));
    widget.load(feed("News", "16:20 X\n16:00 A\n15:00 B\n14:00 C\n13:00 D"));
    assert_eq!(widget.shown(), "A B");
    widget.send(Message::ShowMore);
    assert_eq!(
        (widget.shown().as_str(), widget.model.count_waiting()),
        ("A B C", 1)
    );
}

#[test]
fn what_waits_of_a_dropped_feed_is_never_shown() {
    let mut widget = Widget::showing();
    widget.send(Message::Interacting(true));
    widget.load(feed("News", "16:20 C"));
    widget.configure(&[("feed", "https://other.example/feed")]);
    assert_eq!(widget.send(Message::Interacting(false)), NOTHING);
    assert_eq!(widget.shown(), "");
}

#[test]
fn what_waits_comes_when_the_preview_is_closed_and_the_reader_is_not_busy() {
    let mut widget = Widget::showing();
    widget.toggle(0);
    assert_eq!(widget.load(feed("News", "16:20 C\n16:00 A")), NOTHING);
    assert_eq!(
        widget.send(Message::Close),
        ["focus Toggle(0)", "update C A"]
    );
}

fn article(title: &str, text: &str, comments: u32) -> Reading {
    read(&format!(
        "<rss version='2.0' xmlns:slash='http://purl.org/rss/1.0/modules/slash/'><channel>\
         <item><guid>1</guid><title>{title}</title><description>{text}</description>\
         <slash:comments>{comments}</slash:comments>\
         <pubDate>Mon, 23 Nov 2009 15:00:00 GMT</pubDate></item></channel></rss>"
    ))
}

#[test]
fn corrected_words_are_marked_with_their_time_and_stay_so() {
    let mut widget = Widget::asking();
    let mark = |widget: &Widget| widget.model.shown.first().and_then(|it| it.mark);
    widget.load(article("A", "Two.", 0));
    widget.later(5 * MINUTE);
    widget.load(article("A", "Two.", 7));
    assert_eq!(mark(&widget), None, "a count of comments is no correction");
    widget.load(article("A", "Three.", 7));
    let corrected = Some(Mark::Updated(widget.now));
    assert_eq!(mark(&widget), corrected);
    widget.later(5 * MINUTE);
    widget.load(article("A", "Three.", 8));
    assert_eq!(mark(&widget), corrected);
}

#[test]
fn what_its_publisher_takes_back_goes_unless_it_is_being_read() {
    let mut widget = Widget::showing();
    widget.load(feed("News", "15:00 B"));
    assert_eq!(widget.shown(), "B");

    let mut reading = Widget::showing();
    reading.toggle(0);
    reading.load(feed("News", "15:00 B"));
    assert_eq!(reading.opened().as_deref(), Some("A"));
    let mark = reading.model.opened().and_then(|it| it.mark);
    assert_eq!(mark, Some(Mark::Withdrawn));
    assert_eq!(
        reading.send(Message::Close),
        ["focus Toggle(0)", "update B"]
    );
}

#[test]
fn only_its_own_feed_takes_an_item_back() {
    let mut widget = Widget::showing();
    widget.toggle(0);
    let other = "https://other.example/feed";
    let both = [common::widget::FEED, other].join(" ");
    widget.configure(&[("feed", &both)]);
    let received = common::received(feed("Other", "09:00 Old"));
    widget.send(Message::Received(common::web(other), received));
    assert_eq!(widget.model.opened().and_then(|it| it.mark), None);
    widget.load(feed("News", "15:00 B"));
    let mark = widget.model.opened().and_then(|it| it.mark);
    assert_eq!(mark, Some(Mark::Withdrawn));
}

#[test]
fn a_document_that_is_cut_short_adds_and_corrects_but_takes_nothing_away() {
    let cut = |lines: &str| {
        let mut reading = feed("News", lines);
        reading.complete = false;
        reading
    };
    let mut widget = Widget::showing();
    assert_eq!(widget.load(cut("16:20 C\n16:00 A")), ["update C A B"]);
    assert_eq!(widget.later(30 * SECOND), ASK);
    assert_eq!(widget.load(cut("16:20 C")), NOTHING);
    assert_eq!(widget.later(59 * SECOND), NOTHING);
    assert_eq!(widget.later(SECOND), ASK);
    assert_eq!(widget.load(feed("News", "16:20 C")), ["update C"]);
    assert_eq!(widget.later(4 * MINUTE), NOTHING);
}

#[test]
fn a_whole_feed_with_other_ids_is_no_news() {
    let item = |id: &str, link: &str, text: &str| {
        read(&format!(
            "<rss version='2.0'><channel><item><guid>{id}</guid><title>A</title><link>{link}</link>\
             <description>{text}</description><pubDate>Mon, 23 Nov 2009 15:00:00 GMT</pubDate></item>\
             </channel></rss>"
        ))
    };
    for (id, link) in [
        ("http://a.example/?p=1", "http://a.example/one"),
        ("https://a.example/?p=1", "https://a.example/one"),
        ("17", "https://www.a.example/one/?utm_medium=rss"),
        ("eighteen", "https://a.example/2009/moved"),
    ] {
        let mut widget = Widget::asking();
        widget.load(item(
            "http://a.example/?p=1",
            "http://a.example/one",
            "Text.",
        ));
        widget.toggle(0);
        widget.load(item(id, link, "Text."));
        widget.load(item(id, link, "Text."));
        assert_eq!(widget.opened().as_deref(), Some("A"), "{id}");
        assert_eq!(widget.model.count_waiting(), 0, "{id}");
        assert_eq!(widget.model.announcement, None, "{id}");
        widget.send(Message::Close);
        assert_eq!(
            widget.model.shown.first().and_then(|it| it.mark),
            None,
            "{id}"
        );
        widget.load(item(id, link, "Other text."));
        let mark = widget.model.shown.first().and_then(|it| it.mark);
        assert_eq!(mark, Some(Mark::Updated(widget.now)), "{id}");
    }
}

#[test]
fn what_has_only_grown_too_old_for_its_feed_was_not_taken_back() {
    let mut widget = Widget::showing();
    widget.toggle(1);
    widget.load(feed("News", "16:20 C\n16:00 A"));
    assert_eq!(widget.model.opened().and_then(|it| it.mark), None);
}

#[test]
fn an_item_dated_ahead_comes_in_its_time() {
    let mut widget = Widget::new(&[]);
    widget.configure(&[("feed", common::widget::FEED), ("upcoming", "hide")]);
    widget.load(feed("News", "16:40 Tomorrow\n16:00 A"));
    assert_eq!(widget.shown(), "A");
    // A minute early, because the reader's clock may be slow.
    widget.later(9 * MINUTE - 1);
    assert_eq!(widget.shown(), "A");
    let said = widget.later(1);
    assert_eq!(said, ["update Tomorrow A"]);
}

#[test]
fn a_message_that_comes_just_before_the_alarm_does_not_make_an_item_miss_its_time() {
    let mut widget = Widget::new(&[]);
    widget.configure(&[("feed", common::widget::FEED), ("upcoming", "hide")]);
    widget.load(feed("News", "16:40 Tomorrow\n16:00 A"));
    // The device slept, and the pointer is there before the timer.
    widget.now = Timestamp(widget.now.0 + 9 * MINUTE + 1);
    assert_eq!(widget.send(Message::Hovered(None)), ["update Tomorrow A"]);
}

#[test]
fn new_headlines_are_read_aloud_at_most_once_a_minute() {
    let mut widget = Widget::showing();
    let aloud = |widget: &Widget| widget.model.announcement.map(|it| it.count);
    assert_eq!(aloud(&widget), None);
    widget.load(feed("News", "16:10 C\n16:00 A\n15:00 B"));
    assert_eq!(aloud(&widget), Some(1));
    widget.later(20 * SECOND);
    widget.load(feed("News", "16:12 E\n16:11 D\n16:10 C\n16:00 A\n15:00 B"));
    assert_eq!(aloud(&widget), Some(1));
    widget.later(40 * SECOND);
    assert_eq!(aloud(&widget), Some(2));
}

#[test]
fn what_comes_first_of_a_feed_and_what_options_show_is_not_read_aloud() {
    const OTHER: &str = "https://other.example/feed";
    let both = format!("{} {OTHER}", common::widget::FEED);
    let mut widget = Widget::new(&[]);
    widget.configure(&[("feed", &both), ("limit", "2")]);
    widget.load(feed("News", "16:00 A"));
    let first = common::received(feed("Other", "15:00 B\n14:00 C"));
    widget.send(Message::Received(common::web(OTHER), first));
    widget.configure(&[("feed", &both), ("limit", "3")]);
    assert_eq!(widget.shown(), "A B C");
    assert_eq!(widget.model.announcement, None);
    // The control.
    widget.load(feed("News", "16:10 D\n16:00 A"));
    assert_eq!(widget.model.announcement.map(|it| it.count), Some(1));
}
