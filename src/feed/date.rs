//! When was it published, and how sure are we?
//!
//! The rules, in order:
//!
//! 1. [`iso`]: what begins with a year of four digits, or is nothing but digits, is a form of
//!    ISO 8601.
//! 2. [`written`]: anything else is read word by word. A month's name ([`months`]), or the
//!    signs of Chinese, Japanese and Korean, say which number is what.
//! 3. [`numeric`], [`habits`]: three numbers without a name are day, month and year in an order
//!    that the other dates of the feed, its language or its zone tell. Where nothing tells it,
//!    there is no date: a wrong one is worse than none.
//! 4. [`zones`]: a zone that nobody knows leaves the date, and its time of day unsure.

mod habits;
mod iso;
mod letters;
mod months;
mod numeric;
mod written;
mod zones;

pub use habits::Habits;

use crate::host::Host;
use crate::time::{Date, Precision, Timestamp, days_since_1970};
use zones::Zone;

/// Reads a date; `None` when the text is none, or may be one of several.
pub fn parse(text: &str, habits: &mut Habits, host: &dyn Host) -> Option<Date> {
    let text = text.trim_ascii();
    let (first, rest) = text.split_once([' ', ',']).unwrap_or_default();
    let without_day = if months::is_weekday(first) {
        rest
    } else {
        text
    };
    let without_day = without_day.trim_start_matches([' ', ',', '.']);
    iso::read(without_day, host).or_else(|| written::read(text, habits, host))
}

/// A date and time of day, as written.
#[derive(Clone, Copy, Debug, Default)]
struct Fields {
    year: i64,
    month: i64,
    day: i64,
    /// `None` where only the day is written.
    time: Option<Time>,
}

/// A time of day, as written.
#[derive(Clone, Copy, Debug, Default)]
struct Time {
    hour: i64,
    minute: i64,
    second: i64,
    millisecond: i64,
}

impl Fields {
    /// The moment that is meant; `None` where there is no such day or time.
    fn date(self, zone: &Zone, host: &dyn Host) -> Option<Date> {
        let Fields { month, day, .. } = self;
        let year = match self.year {
            // Thailand counts from the death of the Buddha.
            year @ 2443..=2643 => year - 543,
            year => year,
        };
        let Time {
            hour,
            minute,
            second,
            millisecond,
        } = self.time.unwrap_or_default();
        let valid = (1..=12).contains(&month)
            && (1..=days_in_month(year, month)).contains(&day)
            && (0..=24).contains(&hour)
            && (0..60).contains(&minute)
            // A leap second.
            && (0..=60).contains(&second)
            && (hour < 24 || minute + second == 0)
            // Before that it is the calendar of Persia or of Islam, or a clock that was never set.
            && (1600..=9999).contains(&year);
        if !valid {
            return None;
        }
        let seconds =
            days_since_1970(year, month, day) * 86_400 + hour * 3_600 + minute * 60 + second;
        let clock = Timestamp(seconds * 1000 + millisecond);
        let offset = zone.offset_at(clock, host).filter(|_| self.time.is_some());
        let at = Timestamp(clock.0 - offset.unwrap_or(0) * 60_000);
        // The first moment of Unix is what a program writes that knows none.
        (at.0 != 0).then_some(Date {
            at,
            precision: match offset {
                Some(_) => Precision::Time,
                None => Precision::Day,
            },
        })
    }
}

/// The year meant by so many digits.
fn full_year(year: i64, digits: usize) -> i64 {
    match digits {
        0..=2 if year < 69 => 2000 + year,
        // A date of the year 2000 was often counted on from 1900.
        0..=3 => 1900 + year,
        _ => year,
    }
}

/// A number in digits alone.
fn whole(text: &str) -> Option<i64> {
    i64::try_from(super::scan::digits(text, 10)?).ok()
}

/// Takes `least` to `most` digits off the front of `rest`.
fn digits(rest: &mut &str, least: usize, most: usize) -> Option<i64> {
    let count = rest
        .bytes()
        .take(most)
        .take_while(u8::is_ascii_digit)
        .count();
    if count < least {
        return None;
    }
    let (number, after) = rest.split_at_checked(count)?;
    *rest = after;
    whole(number)
}

/// Takes `17:00`, `17:00:59`, `17:00:59.123` or `170059` off the front of `rest`.
fn time(rest: &mut &str) -> Option<Time> {
    let mut time = Time {
        hour: digits(rest, 1, 2)?,
        ..Time::default()
    };
    *rest = rest.strip_prefix([':', 'h']).unwrap_or(rest);
    if let Some(minute) = digits(rest, 1, 2) {
        time.minute = minute;
        *rest = rest.strip_prefix(':').unwrap_or(rest);
        if let Some(second) = digits(rest, 1, 2) {
            time.second = second;
        }
    }
    if let Some(fraction) = rest.strip_prefix(['.', ','])
        && fraction.starts_with(|first: char| first.is_ascii_digit())
    {
        let count = fraction.bytes().take_while(u8::is_ascii_digit).count();
        let mut scale = 100;
        for byte in fraction.bytes().take(count.min(3)) {
            time.millisecond += i64::from(byte - b'0') * scale;
            scale /= 10;
        }
        *rest = fraction.get(count..).unwrap_or_default();
    }
    Some(time)
}

fn days_in_month(year: i64, month: i64) -> i64 {
    match month {
        2 if year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}
