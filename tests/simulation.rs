//! Days in the life of a page: widgets over 24 simulated hours, with everything that can go wrong
//! going wrong by chance. A day that fails is shortened to what makes it fail.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]
#![allow(clippy::indexing_slicing)]
#![allow(missing_docs)]

mod common;

use common::chance::{Chance, with_choices};
use common::{NOW, feed, options, read, web};
use strillone::feed::Reading;
use strillone::host::Native;
use strillone::page::streams::{Spread, StreamEvent};
use strillone::page::{self, Pollers};
use strillone::source::{Answer, FeedError, Route};
use strillone::time::{HOUR, MINUTE, SECOND, Tick, Timestamp};
use strillone::widget::model::{Model, Presence};
use strillone::widget::update::{Command, Message, update};

const FEEDS: [&str; 2] = ["https://news.example/one", "https://news.example/two"];
const STREAM: &str = "https://news.example/stream";
const REFRESH: i64 = 300 * SECOND;
const DAYS: u32 = 4_000;

/// A request on its way, and when it will be answered; one that hangs never is.
struct Request {
    route: Route,
    answered: Option<i64>,
}

struct Widget {
    model: Model,
    wakes: Option<i64>,
    had_shown: bool,
}

/// A page with its widgets and what the browser would do for them.
struct Page {
    chance: Chance,
    widgets: Vec<Widget>,
    pollers: Pollers,
    requests: Vec<Request>,
    wakes: Option<i64>,
    /// What the page's clock shows; it may jump.
    now: i64,
    /// What a good clock would show, for how often a server is asked.
    elapsed: i64,
    is_visible: bool,
    is_online: bool,
    /// Whether the stream of events is listened to.
    listens: bool,
    /// What the pollers have said and is not done yet.
    turns: Vec<page::Command>,
    /// When each feed was asked.
    asked: [Vec<i64>; 2],
    /// How often something happened from outside.
    disturbances: usize,
    /// How often in a row an alarm went off although no time had passed.
    alarms_at_once: usize,
}

fn readings() -> Vec<Reading> {
    vec![
        feed("News", "16:00 A\n15:00 B"),
        feed("News", "16:20 C\n16:00 A\n15:00 B"),
        feed("News", "16:00 A corrected\n15:00 B"),
        feed("News", "15:00 B"),
        feed("News", ""),
        read("<html><body>Please sign in</body></html>"),
        read(""),
    ]
}

impl Page {
    fn open(chance: Chance) -> Page {
        let mut page = Page {
            chance,
            widgets: Vec::new(),
            pollers: Pollers::default(),
            requests: Vec::new(),
            wakes: None,
            now: NOW.0,
            elapsed: 0,
            is_visible: true,
            is_online: true,
            listens: false,
            turns: Vec::new(),
            asked: [Vec::new(), Vec::new()],
            disturbances: 0,
            alarms_at_once: 0,
        };
        for feeds in [FEEDS[0].to_owned(), FEEDS.join(" ")] {
            let config = options(&[("feed", &feeds), ("push", STREAM)]);
            let presence = Presence {
                visible: true,
                on_screen: true,
                online: true,
            };
            page.widgets.push(Widget {
                model: Model::new(config.clone(), presence, &Native),
                wakes: None,
                had_shown: false,
            });
            let number = page.widgets.len() - 1;
            page.send(number, Message::Configured(config, Vec::new()));
        }
        page.settle();
        page
    }

    fn tick(&mut self) -> Tick {
        Tick {
            now: Timestamp(self.now),
            chance: u16::try_from(self.chance.below(1 << 16)).unwrap(),
        }
    }

    fn send(&mut self, number: usize, message: Message) {
        let tick = self.tick();
        let widget = self.widgets.get_mut(number).unwrap();
        widget.wakes = None;
        let commands = update(&mut widget.model, message, tick);
        widget.had_shown |= !widget.model.shown.is_empty();
        assert!(
            !widget.had_shown || !widget.model.shown.is_empty(),
            "a list was emptied"
        );
        let subscriber = u32::try_from(number).unwrap();
        for command in commands {
            match command {
                Command::Subscribe(wanted) => {
                    self.poll(page::Message::Subscribed(subscriber, wanted));
                }
                Command::AskNow => self.poll(page::Message::AskNow(subscriber)),
                Command::Retry => self.poll(page::Message::Retry(subscriber)),
                Command::WakeAt(time) => {
                    self.widgets.get_mut(number).unwrap().wakes = Some(time.0);
                }
                Command::Report(_) | Command::Focus(_) | Command::Emit(_) => {}
            }
        }
    }

    fn poll(&mut self, message: page::Message) {
        let tick = self.tick();
        self.wakes = None;
        for command in self.pollers.update(message, tick) {
            match command {
                page::Command::Fetch { route, .. } => self.ask(route),
                page::Command::Cancel(route) => {
                    self.requests.retain(|request| request.route != route);
                }
                page::Command::Listen(_) => {
                    assert!(!self.listens, "a second connection is opened");
                    assert!(self.is_visible && self.is_online, "nobody is there");
                    self.listens = true;
                }
                page::Command::Leave(_) => self.listens = false,
                page::Command::WakeAt(time) => self.wakes = Some(time.0),
                later => self.turns.push(later),
            }
        }
    }

    /// Does what the browser does in turns of its own.
    fn settle(&mut self) {
        while !self.turns.is_empty() {
            match self.turns.remove(0) {
                page::Command::Recall(route) => {
                    // Some storage never answers.
                    if !self.chance.one_in(20) {
                        self.poll(page::Message::Recalled(route, None));
                    }
                }
                page::Command::Tell(subscriber, feed, feed_state) => {
                    let number = usize::try_from(subscriber).unwrap();
                    self.send(number, Message::Received(feed, feed_state));
                }
                other => panic!("{other:?} is done at once"),
            }
        }
        let is_seen = |widget: &Widget| widget.model.presence.is_active();
        if self.widgets.iter().any(is_seen) {
            assert!(self.wakes.is_some(), "an active page will never ask again");
        } else {
            assert!(!self.listens, "a stream is open for nobody");
        }
    }

    fn ask(&mut self, route: Route) {
        assert!(
            self.requests.iter().all(|request| request.route != route),
            "two requests for one feed are on their way"
        );
        assert!(self.is_visible && self.is_online, "nobody is there");
        let number = FEEDS.iter().position(|it| web(it) == route.feed).unwrap();
        self.asked.get_mut(number).unwrap().push(self.elapsed);
        let patience = i64::try_from(self.chance.below(30_000)).unwrap();
        self.requests.push(Request {
            route,
            answered: (!self.chance.one_in(10)).then_some(self.elapsed + patience),
        });
    }

    fn answer(&mut self, route: Route, readings: &[Reading]) {
        let message = if self.chance.one_in(4) {
            let error = match self.chance.below(3) {
                0 => FeedError::Unreachable,
                1 => FeedError::Status(503),
                _ => FeedError::Status(429),
            };
            let retry_after = self.chance.one_in(2).then_some(120);
            page::Message::Failed {
                route,
                error,
                retry_after,
            }
        } else {
            let index = self.chance.below(readings.len());
            let answer = Answer {
                reading: readings[index].clone(),
                at: Timestamp(self.now),
                max_age: self.chance.one_in(3).then_some(600),
                fingerprint: 0,
            };
            page::Message::Answered(route, Box::new(answer))
        };
        self.poll(message);
    }

    fn tell_all(&mut self, message: fn(bool) -> Message, value: bool) {
        for number in 0..self.widgets.len() {
            self.send(number, message(value));
        }
    }

    /// The stream of events says something.
    fn push(&mut self, readings: &[Reading]) {
        let index = self.chance.below(12);
        let news = match readings.get(index) {
            Some(reading) => StreamEvent::of_event("", reading.clone(), Timestamp(self.now)),
            None if index < 9 => StreamEvent::Opened,
            None if index < 10 => StreamEvent::Interrupted,
            None if index < 11 => StreamEvent::Refused,
            None => StreamEvent::Changed(Spread::Default),
        };
        let stream = web(STREAM);
        self.poll(page::Message::Heard(stream, news));
    }

    /// Something happens on the page or to the device.
    fn disturb(&mut self, readings: &[Reading]) {
        self.disturbances += 1;
        let number = self.chance.below(2);
        match self.chance.below(12) {
            0 => {
                self.is_visible = !self.is_visible;
                self.tell_all(Message::Visible, self.is_visible);
            }
            1 => {
                self.is_online = !self.is_online;
                self.tell_all(Message::Online, self.is_online);
            }
            2 => {
                let on_screen = self.chance.one_in(2);
                self.send(number, Message::OnScreen(on_screen));
            }
            3 => {
                let busy = self.chance.one_in(2);
                self.send(number, Message::Interacting(busy));
            }
            4 => {
                let shown = &self.widgets[number].model.shown;
                if let Some(headline) = shown.first() {
                    let key = headline.key.clone();
                    self.send(number, Message::Toggle(key));
                }
            }
            5 => self.send(number, Message::Close),
            6 => self.send(number, Message::Refresh),
            // The device sleeps, and its clock goes on.
            7 => {
                let hours = i64::try_from(self.chance.below(4)).unwrap();
                self.now += hours * HOUR;
                self.elapsed += hours * HOUR;
            }
            8 | 9 if self.listens => self.push(readings),
            // The clock is set, forward or back.
            _ => self.now += (i64::try_from(self.chance.below(5)).unwrap() - 2) * HOUR,
        }
    }

    /// Goes on until something happens: an answer, an alarm, or something from outside.
    fn go_on(&mut self, readings: &[Reading]) {
        let outside = i64::try_from(self.chance.below(40 * 60_000)).unwrap();
        let alarms = self.widgets.iter().map(|widget| widget.wakes);
        let alarms = alarms.chain([self.wakes]).flatten();
        let alarm = alarms.map(|time| (time - self.now).max(0)).min();
        let answers = self.requests.iter().filter_map(|it| it.answered);
        let answer = answers.map(|time| (time - self.elapsed).max(0)).min();
        let next = outside
            .min(alarm.unwrap_or(i64::MAX))
            .min(answer.unwrap_or(i64::MAX));
        self.now += next;
        self.elapsed += next;
        if answer == Some(next) {
            let is_it = |it: &Request| it.answered.is_some_and(|time| time <= self.elapsed);
            let index = self.requests.iter().position(is_it).unwrap();
            let request = self.requests.swap_remove(index);
            self.answer(request.route, readings);
        } else if alarm == Some(next) {
            self.alarms_at_once = if next == 0 {
                self.alarms_at_once + 1
            } else {
                0
            };
            assert!(self.alarms_at_once < 100, "time stands still");
            for number in 0..self.widgets.len() {
                if self.widgets[number].wakes.is_some_and(|it| it <= self.now) {
                    self.send(number, Message::Woke);
                }
            }
            if self.wakes.is_some_and(|time| time <= self.now) {
                self.poll(page::Message::Woke);
            }
        } else {
            self.disturb(readings);
        }
        self.settle();
    }

    /// A feed is asked at the pace of its failures or its answers; every hand, return of the
    /// network and jump of the clock may ask once more.
    fn check_politeness(&self) {
        for asked in &self.asked {
            let most =
                usize::try_from(self.elapsed / REFRESH).unwrap() * 2 + self.disturbances + 12;
            assert!(
                asked.len() <= most,
                "{} requests, {most} allowed",
                asked.len()
            );
        }
    }
}

#[test]
fn thousands_of_days_of_trouble_leave_every_list_filled_and_every_server_in_peace() {
    let readings = readings();
    with_choices(DAYS, 0..1_500, |chance| {
        let mut page = Page::open(chance);
        while page.elapsed < 24 * HOUR && !page.chance.is_used_up() {
            page.go_on(&readings);
        }
        page.check_politeness();
    });
}

#[test]
fn an_undisturbed_day_asks_each_feed_once_in_a_period() {
    let good = readings().swap_remove(0);
    with_choices(20, 50_000, |chance| {
        let mut page = Page::open(chance);
        while page.elapsed < 24 * HOUR {
            if let Some(request) = page.requests.pop() {
                let answer = Answer {
                    reading: good.clone(),
                    at: Timestamp(page.now),
                    max_age: None,
                    fingerprint: 0,
                };
                page.poll(page::Message::Answered(request.route, Box::new(answer)));
            } else {
                let wait = page.wakes.map_or(MINUTE, |time| time - page.now).max(1);
                page.now += wait;
                page.elapsed += wait;
                page.poll(page::Message::Woke);
            }
            page.settle();
        }
        for asked in &page.asked {
            // The jitter adds up to a fifth to each wait, a tenth on the whole.
            assert!((240..=288).contains(&asked.len()), "{}", asked.len());
        }
    });
}
