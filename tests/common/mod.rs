//! What the tests of the pure middle share: options from attributes, feeds from short texts,
//! and a calendar that always says the same.
#![allow(dead_code)]
#![allow(missing_docs)]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

pub mod chance;
pub mod widget;

use std::sync::Arc;

use strillone::address::WebAddress;
use strillone::config::{self, Config, ConfigProblem, Context};
use strillone::feed::{self, Document, Reading};
use strillone::host::{Calendar, Native, TimeStyle, TimeUnit};
use strillone::source::{Answer, FeedState, Snapshot};
use strillone::time::{HOUR, Timestamp};

/// The page that the widget stands on.
pub const PAGE: &str = "https://partner.example/page/";

/// 2009-11-23T16:30:00Z, a Monday.
pub const NOW: Timestamp = Timestamp(1_258_993_800_000);

pub fn web(address: &str) -> WebAddress {
    WebAddress::parse(address, None, &Native).expect("a web address")
}

/// Reads attributes written as pairs of name and value.
pub fn configure(attributes: &[(&str, &str)]) -> (Config, Vec<ConfigProblem>) {
    let attribute = |name: &str| {
        let mut named = attributes.iter().filter(|(it, _)| *it == name);
        named.next().map(|(_, value)| (*value).to_owned())
    };
    let page = web(PAGE);
    let context = Context {
        base: Some(&page),
        host: &Native,
        calendar: &PlainCalendar,
    };
    config::read(&attribute, context)
}

/// The options of attributes that are all usable.
pub fn options(attributes: &[(&str, &str)]) -> Arc<Config> {
    let (config, problems) = configure(attributes);
    assert_eq!(problems, []);
    Arc::new(config)
}

pub fn read(text: &str) -> Reading {
    let document = Document {
        bytes: text.as_bytes(),
        address: None,
        charset: None,
        page: None,
    };
    feed::read(document, &Native)
}

/// How a feed is doing that was read just now.
pub fn received(reading: Reading) -> FeedState {
    let answer = Answer {
        reading,
        at: NOW,
        max_age: None,
        fingerprint: 0,
    };
    FeedState {
        snapshot: Some(Arc::new(Snapshot::new(answer, None))),
        last_error: None,
        stale_at: Timestamp(NOW.0 + HOUR),
    }
}

/// A feed named `title` of which each line is `HH:MM headline` of the day of [`NOW`], in GMT,
/// and links to the headline with hyphens; `--:--` is an item without a date.
pub fn feed(title: &str, lines: &str) -> Reading {
    let items: String = lines.lines().map(item).collect();
    read(&format!(
        "<rss version='2.0'><channel><title>{title}</title>{items}</channel></rss>"
    ))
}

fn item(line: &str) -> String {
    let (time, headline) = line.trim().split_once(' ').expect("a time and a headline");
    let date = match time {
        "--:--" => String::new(),
        _ => format!("<pubDate>Mon, 23 Nov 2009 {time}:00 GMT</pubDate>"),
    };
    let path = headline.to_lowercase().replace(' ', "-");
    format!("<item><title>{headline}</title><link>https://news.example/{path}</link>{date}</item>")
}

/// Knows Rome in winter, and GMT for everything else.
pub struct PlainCalendar;

impl Calendar for PlainCalendar {
    fn knows_zone(&self, zone: &str) -> bool {
        zone == "Europe/Rome"
    }

    fn format_time(
        &self,
        time: Timestamp,
        style: TimeStyle,
        _language: &str,
        zone: Option<&str>,
    ) -> String {
        let offset = match zone {
            None | Some("UTC") => 0,
            Some(_) => HOUR,
        };
        let written = Timestamp(time.0 + offset).to_rfc3339();
        let (date, clock) = written.split_once('T').expect("a date and a time");
        let clock = clock.get(..5).expect("hours and minutes");
        match style {
            TimeStyle::Clock => clock.to_owned(),
            TimeStyle::Date | TimeStyle::Day | TimeStyle::DayOfYear => date.to_owned(),
            TimeStyle::Full => format!("{date} {clock}"),
        }
    }

    fn ago(&self, amount: u32, unit: TimeUnit, _language: &str) -> String {
        format!("{amount} {unit:?} ago")
    }

    fn number(&self, number: u32, _language: &str) -> String {
        number.to_string()
    }
}
