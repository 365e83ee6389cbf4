//! Many readers of one feed at once, with the real schedule: how often a cache in front of the
//! feed is asked, on the whole and in its worst second. `docs/scale.md` reckons with these
//! figures for ten million readers; here they are counted for some thousand.
#![allow(clippy::unwrap_used, clippy::indexing_slicing)]
#![allow(missing_docs)]

mod common;

use std::cmp::Reverse;
use std::collections::BinaryHeap;

use common::{NOW, feed, web};
use proptest::prelude::Rng;
use proptest::test_runner::{RngAlgorithm, TestRng};
use strillone::feed::Reading;
use strillone::page::streams::{Spread, StreamEvent};
use strillone::page::{Command, Message, Pollers};
use strillone::source::{Answer, FeedError, Route, Subscription};
use strillone::time::{HOUR, MINUTE, SECOND, Tick, Timestamp};

const FEED: &str = "https://news.example/feed";
const STREAM: &str = "https://news.example/stream";
const READERS: usize = 1_000;
const REFRESH: u32 = 300;
/// For how long the cache keeps an answer, in seconds.
const MAX_AGE: u32 = 60;
/// How long an answer is on its way.
const LATENCY: i64 = 100;
/// After so long readers who came at once no longer ask at once.
const SETTLED: i64 = HOUR;

/// What happens, at a time in milliseconds.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Event {
    Comes(usize),
    Wakes(usize),
    Asks(usize),
    Hides(usize),
    Shows(usize),
}

struct Reader {
    pollers: Pollers,
    wakes: Option<i64>,
    /// Since when the reader has had the last version.
    informed: Option<i64>,
}

/// Readers, and a cache that gives them what it got from the feed's own server.
struct World {
    now: i64,
    chance: TestRng,
    events: BinaryHeap<Reverse<(i64, Event)>>,
    readers: Vec<Reader>,
    push: bool,
    /// The versions of the feed, and which of them the server has.
    versions: [Reading; 2],
    published: usize,
    /// What the cache has, and since when.
    cached: (usize, i64),
    is_down: bool,
    /// When the cache was asked, and how often it asked the server.
    asked: Vec<i64>,
    renewed: usize,
}

impl World {
    /// Readers who come within five minutes.
    fn new(push: bool) -> World {
        let mut world = World {
            now: 0,
            chance: TestRng::deterministic_rng(RngAlgorithm::ChaCha),
            events: BinaryHeap::new(),
            readers: Vec::new(),
            push,
            versions: [feed("News", "16:00 A"), feed("News", "16:10 B\n16:00 A")],
            published: 0,
            cached: (0, i64::MIN / 2),
            is_down: false,
            asked: Vec::new(),
            renewed: 0,
        };
        for number in 0..READERS {
            world.readers.push(Reader {
                pollers: Pollers::default(),
                wakes: None,
                informed: None,
            });
            let time = world.up_to(5 * MINUTE);
            world.at(time, Event::Comes(number));
        }
        world
    }

    fn at(&mut self, time: i64, event: Event) {
        self.events.push(Reverse((time, event)));
    }

    fn up_to(&mut self, most: i64) -> i64 {
        i64::from(self.chance.next_u32()) * most / i64::from(u32::MAX)
    }

    /// Lets time pass.
    fn run(&mut self, milliseconds: i64) {
        let end = self.now + milliseconds;
        while let Some(Reverse((time, event))) = self.events.peek().copied() {
            if time > end {
                break;
            }
            self.events.pop();
            self.now = time;
            self.happen(event);
        }
        self.now = end;
    }

    fn happen(&mut self, event: Event) {
        match event {
            Event::Comes(number) => {
                self.subscribe(number, true);
                self.send(number, Message::Recalled(route(), None));
            }
            Event::Shows(number) => {
                self.subscribe(number, true);
                let time = self.now + 2 * MINUTE + self.up_to(6 * MINUTE);
                self.at(time, Event::Hides(number));
            }
            Event::Hides(number) => {
                self.subscribe(number, false);
                let time = self.now + 2 * MINUTE + self.up_to(6 * MINUTE);
                self.at(time, Event::Shows(number));
            }
            Event::Wakes(number) => {
                if self.readers[number].wakes == Some(self.now) {
                    self.readers[number].wakes = None;
                    self.send(number, Message::Woke);
                }
            }
            Event::Asks(number) => {
                let message = self.answer(number);
                self.send(number, message);
            }
        }
    }

    fn subscribe(&mut self, number: usize, is_active: bool) {
        let wanted = vec![Subscription {
            route: route(),
            refresh: REFRESH,
            push: self.push.then(|| web(STREAM)),
            is_active,
        }];
        self.send(number, Message::Subscribed(1, wanted));
    }

    fn answer(&mut self, number: usize) -> Message {
        self.asked.push(self.now);
        if self.is_down {
            return Message::Failed {
                route: route(),
                error: FeedError::Status(503),
                retry_after: None,
            };
        }
        if self.now - self.cached.1 >= i64::from(MAX_AGE) * SECOND {
            self.renewed += 1;
            self.cached = (self.published, self.now);
        }
        let reader = &mut self.readers[number];
        if self.cached.0 == 1 {
            reader.informed.get_or_insert(self.now);
        }
        let fingerprint = self.cached.0 as u64;
        let (at, max_age) = (Timestamp(NOW.0 + self.now), Some(MAX_AGE));
        if reader.pollers.knows(&route(), fingerprint) {
            let route = route();
            return Message::Confirmed { route, at, max_age };
        }
        let answer = Answer {
            reading: self.versions[self.cached.0].clone(),
            at,
            max_age,
            fingerprint,
        };
        Message::Answered(route(), Box::new(answer))
    }

    fn send(&mut self, number: usize, message: Message) {
        let tick = Tick {
            now: Timestamp(NOW.0 + self.now),
            chance: self.chance.next_u32() as u16,
        };
        for command in self.readers[number].pollers.update(message, tick) {
            match command {
                Command::Fetch { .. } => self.at(self.now + LATENCY, Event::Asks(number)),
                Command::WakeAt(time) => {
                    let time = (time.0 - NOW.0).max(self.now);
                    self.readers[number].wakes = Some(time);
                    self.at(time, Event::Wakes(number));
                }
                Command::Listen(_) => self.hear(number, StreamEvent::Opened),
                _ => {}
            }
        }
    }

    fn hear(&mut self, number: usize, event: StreamEvent) {
        self.send(number, Message::Heard(web(STREAM), event));
    }

    fn all_hear(&mut self, event: &StreamEvent) {
        for number in 0..READERS {
            self.hear(number, event.clone());
        }
    }

    /// How often a reader asked the cache in that time.
    fn requests(&self, from: i64, to: i64) -> f64 {
        let asked = self.asked.iter().filter(|time| (from..to).contains(*time));
        asked.count() as f64 / READERS as f64
    }

    /// The part of all readers that asked within the worst ten seconds of that time, in a second.
    fn worst(&self, from: i64, to: i64) -> f64 {
        let spans = (from..to).step_by(1_000);
        let counts = spans.map(|begin| self.requests(begin, begin + 10 * SECOND) / 10.0);
        counts.fold(0.0, f64::max)
    }
}

fn route() -> Route {
    Route {
        feed: web(FEED),
        address: web(FEED),
    }
}

/// The mean time between two requests, in seconds: `REFRESH` and a tenth, as chance adds up to a
/// fifth.
const PERIOD: f64 = 330.0;

/// The same while a stream is healthy.
const PUSH_PERIOD: f64 = 990.0;

/// How often a reader asks because of `look 60`: half of them meet a cache that is behind, and
/// ask once more.
const ASKED_BY_EVENT: f64 = 1.5;

fn assert_about(found: f64, expected: f64, tolerance: f64) {
    let difference = (found / expected - 1.0).abs();
    assert!(difference < tolerance, "{found} is not about {expected}");
}

#[test]
fn polling_spreads_evenly_and_asks_the_origin_once_a_minute() {
    let mut world = World::new(false);
    world.run(SETTLED);
    let (begin, renewed) = (world.now, world.renewed);
    world.run(HOUR);
    assert_about(world.requests(begin, world.now), 3_600.0 / PERIOD, 0.02);
    // Of a thousand readers thirty ask within ten seconds: so many more by chance alone.
    assert!(world.worst(begin, world.now) < 2.0 / PERIOD);
    assert_eq!(world.renewed - renewed, 60);
}

#[test]
fn readers_who_look_away_half_of_the_time_ask_less() {
    let mut world = World::new(false);
    world.run(SETTLED);
    for number in 0..READERS {
        let time = world.now + world.up_to(10 * MINUTE);
        world.at(time, Event::Hides(number));
    }
    world.run(HOUR);
    let begin = world.now;
    world.run(HOUR);
    assert!(world.requests(begin, world.now) < 0.8 * 3_600.0 / PERIOD);
}

#[test]
fn a_dead_cache_is_not_asked_more_and_more_and_not_overrun_when_it_is_back() {
    let mut world = World::new(false);
    world.run(SETTLED);
    world.is_down = true;
    let begin = world.now;
    world.run(10 * MINUTE);
    world.is_down = false;
    let up = world.now;
    world.run(20 * MINUTE);
    let worst = |from, to| world.worst(from, to) * PERIOD;
    assert!(worst(begin, up) < 5.0);
    assert!(worst(up - 2 * MINUTE, up) < 3.0);
    assert!(worst(up, world.now) < 3.0);
}

#[test]
fn with_a_healthy_stream_readers_ask_a_third_as_often() {
    let mut world = World::new(true);
    world.run(SETTLED);
    let begin = world.now;
    // As many periods as there are, so that it does not matter where the first begins.
    world.run(10 * 990 * SECOND);
    assert_about(world.requests(begin, world.now), 10.0, 0.02);
}

#[test]
fn an_event_that_spreads_reaches_everybody_within_three_times_its_seconds() {
    let (world, begin) = world_of_event(Spread::Seconds(60));
    assert_about(world.requests(begin, world.now), ASKED_BY_EVENT, 0.1);
    assert!(world.worst(begin, world.now) < 1.5 / 60.0);
    let informed = informed(&world, begin);
    assert_eq!(informed.len(), READERS);
    assert!(informed[READERS / 2] < MINUTE, "{}", informed[READERS / 2]);
    assert!(informed[READERS - 1] < 3 * MINUTE);
}

#[test]
fn an_event_that_does_not_spread_meets_the_cache_at_once_and_again_when_that_is_behind() {
    let (world, begin) = world_of_event(Spread::Default);
    assert_about(world.worst(begin, begin + MINUTE), 0.1, 0.01);
    let informed = informed(&world, begin);
    assert_eq!(informed.len(), READERS);
    assert!(informed[READERS - 1] < 130 * SECOND);
}

#[test]
fn readers_who_all_lose_their_stream_do_not_all_ask_at_once() {
    let (mut world, _) = world_of_event(Spread::Seconds(60));
    world.run(HOUR);
    let begin = world.now;
    world.all_hear(&StreamEvent::Interrupted);
    world.run(10 * MINUTE);
    assert!(world.requests(begin, world.now) > 0.9);
    assert!(world.worst(begin, world.now) < 1.5 / 60.0);
}

/// A world in which something was published and said, and four minutes have passed since.
fn world_of_event(spread: Spread) -> (World, i64) {
    let mut world = World::new(true);
    world.run(SETTLED);
    world.published = 1;
    let begin = world.now;
    world.all_hear(&StreamEvent::Changed(spread));
    world.run(4 * MINUTE);
    (world, begin)
}

/// After how long each reader had the news.
fn informed(world: &World, begin: i64) -> Vec<i64> {
    let readers = world.readers.iter();
    let mut times: Vec<i64> = readers
        .filter_map(|reader| reader.informed)
        .map(|time| time - begin)
        .collect();
    times.sort_unstable();
    times
}

#[test]
fn the_tables_of_the_document_follow_from_these_figures() {
    let document = include_str!("../docs/scale.md");
    let readers = [10_000, 100_000, 1_000_000, 10_000_000];
    let lines = readers.map(|readers| {
        let count = f64::from(readers);
        // A kilobyte for each request and its answer, and 12 for each of two versions an hour.
        let kilobytes = count * (1.0 / PERIOD + 2.0 * 12.0 / 3_600.0);
        // 50 KB for each connection, on machines of which 5 GB are free for that.
        let machines = (count / 100_000.0).ceil();
        [
            format!(
                "{} | {} | {}",
                round(count),
                round(count / PERIOD),
                round(kilobytes * 8.0 / 1_000.0)
            ),
            format!(
                "{} | {machines} | {} | {} | {}",
                round(count),
                round(count / PUSH_PERIOD),
                round(count / 60.0),
                round(count / 5.0),
            ),
        ]
    });
    for line in lines.as_flattened() {
        assert!(document.contains(line), "docs/scale.md lacks `{line}`");
    }
    let hourly = (3_600.0 / PERIOD - 3_600.0 / PUSH_PERIOD) / ASKED_BY_EVENT;
    assert_eq!(round(hourly), "4.8");
}

/// Two digits that count, as the document writes them: `170,000`.
fn round(number: f64) -> String {
    let digits = 10_f64.powf(number.log10().floor() - 1.0);
    let rounded = (number / digits).round() * digits;
    if rounded < 10.0 {
        return format!("{rounded:.1}");
    }
    let plain = format!("{rounded:.0}");
    let groups = plain.as_bytes().rchunks(3).rev();
    let groups = groups.map(|group| std::str::from_utf8(group).unwrap());
    groups.collect::<Vec<_>>().join(",")
}
