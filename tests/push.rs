//! A stream of events: it is listened to while somebody can see what it tells of, what it tells
//! is looked after politely, and polling rests for so long.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]
#![allow(missing_docs)]

mod common;

use common::{NOW, feed, read, web};
use strillone::feed::Reading;
use strillone::page::streams::{PACE, Spread, StreamEvent};
use strillone::page::{Command, Message, Pollers};
use strillone::source::{Answer, FeedError, Route, Subscription};
use strillone::time::{HOUR, Tick, Timestamp};

const STREAM: &str = "https://news.example/stream";

/// The pollers of a page, and how many seconds it has been open.
struct Page {
    pollers: Pollers,
    seconds: i64,
    chance: u16,
}

impl Page {
    /// A page with a widget of these feeds, which nobody has answered for yet.
    fn open(feeds: &[&str]) -> Page {
        let mut page = Page {
            pollers: Pollers::default(),
            seconds: 0,
            chance: 0,
        };
        page.subscribe(1, feeds, true);
        for name in feeds {
            page.hear(Message::Recalled(route(name), None));
        }
        page
    }

    /// A page with a healthy stream, whose feed was asked for 60 seconds later.
    fn with_stream(name: &str) -> Page {
        let mut page = Page::open(&[name]);
        page.answer(name, feed("News", "16:00 A"));
        page.news(StreamEvent::Opened);
        page.seconds = 60;
        page.hear(Message::AskNow(1));
        page.answer(name, feed("News", "16:00 A"));
        page
    }

    fn subscribe(&mut self, widget: u32, feeds: &[&str], is_active: bool) -> String {
        let wanted = feeds.iter().map(|name| Subscription {
            route: route(name),
            refresh: 300,
            push: Some(web(STREAM)),
            is_active,
        });
        let wanted = wanted.collect();
        self.hear(Message::Subscribed(widget, wanted))
    }

    fn answer(&mut self, name: &str, reading: Reading) -> String {
        let answer = Answer {
            reading,
            at: self.tick().now,
            max_age: None,
            fingerprint: 0,
        };
        self.hear(Message::Answered(route(name), Box::new(answer)))
    }

    fn news(&mut self, news: StreamEvent) -> String {
        self.hear(Message::Heard(web(STREAM), news))
    }

    fn tick(&self) -> Tick {
        Tick {
            now: Timestamp(NOW.0 + self.seconds * 1_000),
            chance: self.chance,
        }
    }

    /// What is done about a message, in words.
    fn hear(&mut self, message: Message) -> String {
        let tick = self.tick();
        let commands = self.pollers.update(message, tick);
        let words = commands.iter().map(|command| match command {
            Command::Recall(route) => format!("recall {}", name(route)),
            Command::Fetch { route, .. } => format!("fetch {}", name(route)),
            Command::Cancel(route) => format!("cancel {}", name(route)),
            Command::Listen(_) => String::from("listen"),
            Command::Leave(_) => String::from("leave"),
            Command::Tell(widget, _, feed_state) => {
                let entries = feed_state.snapshot.as_ref().map(|it| &*it.entries);
                let first = entries.and_then(|entries| entries.first());
                let title = first.and_then(|entry| entry.item.title.as_deref());
                format!("tell {widget} {}", title.unwrap_or("nothing"))
            }
            Command::WakeAt(time) => format!("wake in {}", (time.0 - tick.now.0) / 1_000),
        });
        words.collect::<Vec<_>>().join(", ")
    }
}

fn route(name: &str) -> Route {
    let address = web(&format!("https://news.example/{name}"));
    Route {
        feed: address.clone(),
        address,
    }
}

fn name(route: &Route) -> &str {
    route.feed.as_str().rsplit('/').next().unwrap()
}

fn carried(page: &Page, reading: Reading) -> StreamEvent {
    StreamEvent::of_event("", reading, page.tick().now)
}

#[test]
fn one_stream_is_listened_to_for_all_widgets_and_left_with_the_last_that_is_seen() {
    let mut page = Page {
        pollers: Pollers::default(),
        seconds: 0,
        chance: 0,
    };
    let first = page.subscribe(1, &["one"], true);
    assert_eq!(first, "recall one, listen, wake in 2");
    assert_eq!(page.subscribe(2, &["one"], true), "wake in 2");
    assert_eq!(page.subscribe(1, &["one"], false), "wake in 2");
    assert_eq!(page.subscribe(2, &[], true), "leave");
    assert_eq!(page.subscribe(1, &["one"], true), "listen, wake in 2");
}

#[test]
fn polling_slows_down_after_the_first_answer_that_a_healthy_stream_has_seen() {
    let mut page = Page::open(&["one"]);
    let before = page.answer("one", feed("News", "16:00 A"));
    assert_eq!(before, "tell 1 A, wake in 300");
    page.seconds = 10;
    // What was published before the stream was there, nobody told of.
    assert_eq!(page.news(StreamEvent::Opened), "wake in 290");
    page.seconds = 300;
    assert_eq!(page.hear(Message::Woke), "fetch one, wake in 20");
    let after = page.answer("one", feed("News", "16:00 A"));
    assert_eq!(after, format!("tell 1 A, wake in {PACE}"));
}

#[test]
fn an_answer_that_was_asked_for_before_the_stream_was_there_may_be_too_old() {
    let mut page = Page::open(&["one"]);
    page.seconds = 1;
    page.news(StreamEvent::Opened);
    page.seconds = 2;
    let answered = page.answer("one", feed("News", "16:00 A"));
    assert_eq!(answered, "tell 1 A, wake in 300");
}

#[test]
fn polling_takes_over_when_the_stream_breaks() {
    let mut page = Page::with_stream("one");
    page.seconds = 100;
    assert_eq!(page.news(StreamEvent::Interrupted), "wake in 260");
    page.news(StreamEvent::Opened);
    page.seconds = 360;
    assert_eq!(page.hear(Message::Woke), "fetch one, wake in 20");
}

#[test]
fn readers_who_lose_their_stream_together_do_not_ask_together() {
    let mut page = Page::with_stream("one");
    page.seconds = 700;
    page.chance = u16::MAX;
    assert_eq!(page.news(StreamEvent::Interrupted), "wake in 5");
}

#[test]
fn news_is_asked_for_within_seconds_spread_by_chance() {
    let mut page = Page::with_stream("one");
    page.seconds = 100;
    page.chance = u16::MAX;
    assert_eq!(
        page.news(StreamEvent::Changed(Spread::Default)),
        "wake in 5"
    );
    page.chance = 0;
    assert_eq!(
        page.news(StreamEvent::Changed(Spread::Default)),
        "fetch one, wake in 20"
    );
}

#[test]
fn however_much_is_published_a_feed_is_left_alone_for_ten_seconds_after_an_answer() {
    let mut page = Page::with_stream("one");
    page.seconds = 62;
    assert_eq!(
        page.news(StreamEvent::Changed(Spread::Default)),
        "wake in 8"
    );
    page.seconds = 64;
    assert_eq!(
        page.news(StreamEvent::Changed(Spread::Default)),
        "wake in 6"
    );
}

#[test]
fn news_during_a_request_is_asked_for_once_more() {
    let mut page = Page::with_stream("one");
    page.seconds = 100;
    assert_eq!(
        page.news(StreamEvent::Changed(Spread::Default)),
        "fetch one, wake in 20"
    );
    page.seconds = 101;
    assert_eq!(
        page.news(StreamEvent::Changed(Spread::Default)),
        "wake in 19"
    );
    page.seconds = 102;
    let answered = page.answer("one", feed("News", "16:10 B"));
    assert_eq!(answered, "tell 1 B, wake in 10");
}

#[test]
fn news_does_not_hurry_a_server_in_trouble() {
    let mut page = Page::with_stream("one");
    page.seconds = 100;
    page.news(StreamEvent::Changed(Spread::Default));
    let failed = page.hear(Message::Failed {
        route: route("one"),
        error: FeedError::Status(503),
        retry_after: Some(120),
    });
    assert_eq!(failed, "tell 1 A, wake in 120");
    assert_eq!(
        page.news(StreamEvent::Changed(Spread::Default)),
        "wake in 120"
    );
}

#[test]
fn an_event_that_carries_the_feed_is_read_like_an_answer_of_the_first_feed() {
    let mut page = Page::open(&["one", "two"]);
    page.answer("one", feed("News", "16:00 A"));
    page.answer("two", feed("Sport", "16:00 Goal"));
    page.news(StreamEvent::Opened);
    page.seconds = 20;
    let news = carried(&page, feed("News", "16:30 B\n16:00 A"));
    assert_eq!(page.news(news), "tell 1 B, wake in 280");
    let kept = page.pollers.carried_by(&web(STREAM));
    assert_eq!(kept.map(name), Some("one"));
}

#[test]
fn what_is_carried_overtakes_a_request_on_its_way() {
    let mut page = Page::open(&["one"]);
    page.news(StreamEvent::Opened);
    page.seconds = 1;
    let news = carried(&page, feed("News", "16:30 B"));
    let done = page.news(news);
    assert_eq!(done, format!("cancel one, tell 1 B, wake in {PACE}"));
}

#[test]
fn an_event_that_carries_no_feed_says_that_there_is_news() {
    for text in ["", "look", "{\"id\": 7}", "<rss", "<html></html>"] {
        let news = StreamEvent::of_event(text, read(text), NOW);
        assert!(
            matches!(news, StreamEvent::Changed(Spread::Default)),
            "{text:?} is {news:?}"
        );
    }
}

#[test]
fn an_event_may_say_over_how_many_seconds_readers_spread() {
    for (data, seconds) in [
        ("look 60", 60),
        (" look 1\n", 1),
        ("look 0", 1),
        ("look 99999", 3_600),
        ("look", 5),
        ("look soon", 5),
        ("look -1", 5),
        ("60", 5),
    ] {
        let mut page = Page::with_stream("one");
        page.seconds = 100;
        page.chance = u16::MAX;
        let event = StreamEvent::of_event(data, read(data), page.tick().now);
        assert_eq!(
            page.news(event),
            format!("wake in {}", seconds.min(860)),
            "{data:?}"
        );
    }
}

#[test]
fn a_reader_who_is_behind_learns_so_from_the_answer_and_asks_once_more() {
    let mut page = Page::with_stream("one");
    page.seconds = 100;
    let event = || StreamEvent::Changed(Spread::Seconds(60));
    assert_eq!(page.news(event()), "fetch one, wake in 20");
    // A cache had the feed as it was before.
    page.seconds = 101;
    assert_eq!(
        page.answer("one", feed("News", "16:00 A")),
        "tell 1 A, wake in 60"
    );
    page.seconds = 161;
    assert_eq!(page.hear(Message::Woke), "fetch one, wake in 20");
    page.seconds = 162;
    assert_eq!(
        page.answer("one", feed("News", "16:00 A")),
        format!("tell 1 A, wake in {PACE}")
    );

    page.seconds = 200;
    assert_eq!(page.news(event()), "fetch one, wake in 20");
    let brought = page.answer("one", feed("News", "16:10 B"));
    assert_eq!(brought, format!("tell 1 B, wake in {PACE}"));
}

#[test]
fn where_an_event_says_nothing_the_answer_says_how_far_behind_its_cache_may_be() {
    let mut page = Page::with_stream("one");
    page.seconds = 100;
    let event = StreamEvent::Changed(Spread::Default);
    assert_eq!(page.news(event), "fetch one, wake in 20");
    let answer = Answer {
        reading: feed("News", "16:00 A"),
        at: page.tick().now,
        max_age: Some(60),
        fingerprint: 0,
    };
    assert_eq!(
        page.hear(Message::Answered(route("one"), Box::new(answer))),
        "tell 1 A, wake in 60"
    );
}

#[test]
fn readers_who_lose_their_stream_spread_as_its_last_event_said() {
    let mut page = Page::with_stream("one");
    page.seconds = 100;
    page.news(StreamEvent::Changed(Spread::Seconds(60)));
    page.answer("one", feed("News", "16:10 B"));
    page.seconds = 700;
    page.chance = u16::MAX;
    assert_eq!(page.news(StreamEvent::Interrupted), "wake in 60");
}

#[test]
fn an_answer_that_is_known_is_confirmed_without_being_read() {
    let mut page = Page::open(&["one"]);
    page.answer("one", feed("News", "16:00 A"));
    assert!(page.pollers.knows(&route("one"), 0) && !page.pollers.knows(&route("one"), 1));
    page.seconds = 300;
    assert_eq!(page.hear(Message::Woke), "fetch one, wake in 20");
    page.seconds = 301;
    let confirmed = Message::Confirmed {
        route: route("one"),
        at: page.tick().now,
        max_age: Some(600),
    };
    assert_eq!(page.hear(confirmed), "tell 1 A, wake in 600");
    let mut cut = feed("News", "16:00 A");
    cut.complete = false;
    page.answer("one", cut);
    assert!(
        !page.pollers.knows(&route("one"), 0),
        "reading it again may bring more"
    );
}

#[test]
fn a_stream_that_answers_and_closes_at_once_is_left_alone_for_a_while() {
    let mut page = Page::open(&["one"]);
    let storm = |page: &mut Page| {
        let mut connections = 0;
        loop {
            page.news(StreamEvent::Opened);
            page.news(StreamEvent::Interrupted);
            connections += 1;
            let wait = page.pollers.stream_wait(&web(STREAM), page.tick());
            if wait > 0 {
                return (connections, wait / 1_000);
            }
        }
    };
    assert_eq!(storm(&mut page), (5, 30));
    page.seconds += 30;
    assert_eq!(storm(&mut page), (5, 60));
    page.seconds += 60;
    page.news(StreamEvent::Opened);
    page.seconds += 600;
    assert_eq!(
        storm(&mut page),
        (5, 30),
        "a long health is not held against it"
    );
}

#[test]
fn a_stream_that_is_interrupted_now_and_then_is_left_to_the_browser() {
    let mut page = Page::open(&["one"]);
    for _ in 0..100 {
        page.news(StreamEvent::Opened);
        page.seconds += 30;
        page.news(StreamEvent::Interrupted);
        assert_eq!(page.pollers.stream_wait(&web(STREAM), page.tick()), 0);
    }
}

#[test]
fn a_refused_stream_is_tried_again_after_waits_that_double_up_to_an_hour() {
    let mut page = Page::open(&["one"]);
    let mut waits = Vec::new();
    for _ in 0..9 {
        page.news(StreamEvent::Refused);
        waits.push(page.pollers.stream_wait(&web(STREAM), page.tick()) / 1_000);
    }
    assert_eq!(waits, [30, 60, 120, 240, 480, 960, 1920, 3600, 3600]);
    page.chance = u16::MAX;
    let longest = page.pollers.stream_wait(&web(STREAM), page.tick());
    assert_eq!(longest, HOUR / 5 * 6);
    page.chance = 0;
    page.news(StreamEvent::Opened);
    page.seconds = 60;
    page.news(StreamEvent::Refused);
    let first_again = page.pollers.stream_wait(&web(STREAM), page.tick());
    assert_eq!(first_again, 30_000);
}
