//! Dates in every form that feeds write.

mod words;

use words::{is_weekday, month, zone};

use super::scan;
use crate::time::{Timestamp, days_since_1970};

/// Reads a date; `None` when the text is none.
pub fn parse(text: &str) -> Option<Timestamp> {
    // `+0100 (CET)`: what stands in brackets is a comment.
    let text = text.split('(').next().unwrap_or_default().trim_ascii();
    let (first, rest) = text.split_once([' ', ',']).unwrap_or_default();
    let without_day = if is_weekday(first) { rest } else { text };
    let without_day = without_day.trim_start_matches([' ', ',', '.']);
    korean(text)
        .or_else(|| iso(without_day))
        .or_else(|| words(text))
}

/// A date and time of day, as written.
#[derive(Clone, Copy, Debug, Default)]
struct Fields {
    year: i64,
    month: i64,
    day: i64,
    hour: i64,
    minute: i64,
    second: i64,
    millisecond: i64,
    /// Minutes east of Greenwich.
    offset: i64,
}

impl Fields {
    fn timestamp(self) -> Option<Timestamp> {
        let Fields {
            year,
            month,
            day,
            hour,
            minute,
            second,
            millisecond,
            offset,
        } = self;
        let valid = (1..=12).contains(&month)
            && (1..=days_in_month(year, month)).contains(&day)
            && (0..=24).contains(&hour)
            && (0..60).contains(&minute)
            // A leap second.
            && (0..=60).contains(&second)
            && (hour < 24 || minute + second == 0)
            && (0..=9999).contains(&year)
            && (-24 * 60..=24 * 60).contains(&offset);
        if !valid {
            return None;
        }
        let seconds = days_since_1970(year, month, day) * 86_400
            + hour * 3_600
            + (minute - offset) * 60
            + second;
        Some(Timestamp(seconds * 1000 + millisecond))
    }
}

/// The forms of ISO 8601: RFC 3339, W3CDTF, and what is written in their place.
fn iso(text: &str) -> Option<Timestamp> {
    let end = text.find(['T', 't', ' ']).unwrap_or(text.len());
    let (date, rest) = text.split_at_checked(end)?;
    let (year, month, day) = iso_date(date)?;
    let mut fields = Fields {
        year,
        month,
        day,
        ..Fields::default()
    };
    let mut rest = rest.trim_start_matches(['T', 't', ' ']);
    if rest.starts_with(|first: char| first.is_ascii_digit()) {
        time(&mut rest, &mut fields)?;
    }
    fields.offset = zone(rest.trim_ascii())?;
    fields.timestamp()
}

/// `2003-12-31`, `2003/12`, `20031231`, and years of two digits. Google wrote months of
/// three digits, Hungarian sites their names.
fn iso_date(text: &str) -> Option<(i64, i64, i64)> {
    let digits_only = text.trim_start_matches('-');
    if digits_only.bytes().all(|byte| byte.is_ascii_digit()) {
        let mut rest = digits_only;
        let length = digits_only.len();
        let year = match length {
            4 if text.starts_with('-') => century(digits(&mut rest, 2, 2)?),
            4 | 8 => digits(&mut rest, 4, 4)?,
            5 | 6 => century(digits(&mut rest, 2, 2)?),
            _ => return None,
        };
        if length == 5 {
            // The day of the year; less than a hundred would be a year of too many digits.
            let day = digits(&mut rest, 3, 3).filter(|day| (100..=366).contains(day))?;
            return (1..=12).rev().find_map(|month| {
                let before: i64 = (1..month).map(|month| days_in_month(year, month)).sum();
                (day > before).then_some((year, month, day - before))
            });
        }
        let month = if rest.is_empty() {
            1
        } else {
            digits(&mut rest, 2, 2)?
        };
        let day = if rest.is_empty() {
            1
        } else {
            digits(&mut rest, 2, 2)?
        };
        return Some((year, month, day));
    }
    let mut parts = digits_only.split(['-', '/', '.']);
    let first = parts.next()?;
    let year = match first.len() {
        4 => whole(first)?,
        2 => century(whole(first)?),
        _ => return None,
    };
    let second = parts.next()?;
    let month = month(second).or_else(|| whole(second))?;
    let day = parts.next().map_or(Some(1), whole)?;
    parts.next().is_none().then_some((year, month, day))
}

/// `2004년 05월 28일 01:31:15`, `2004-05-25 오후 11:23:17`: Korean sites, in Korean time. The
/// numbers come in the order of their size, and only the word for the afternoon matters.
fn korean(text: &str) -> Option<Timestamp> {
    let afternoon = text.contains('후');
    if !afternoon && !text.contains(['년', '전']) {
        return None;
    }
    let mut numbers = text
        .split(|character: char| !character.is_ascii_digit())
        .filter_map(whole);
    let mut next = || numbers.next().unwrap_or(0);
    let mut fields = Fields {
        year: next(),
        month: next(),
        day: next(),
        hour: next(),
        minute: next(),
        second: next(),
        millisecond: 0,
        offset: 9 * 60,
    };
    if afternoon && fields.hour < 12 {
        fields.hour += 12;
    }
    fields.timestamp()
}

/// The year meant by two digits.
fn century(year: i64) -> i64 {
    if year < 69 { 2000 + year } else { 1900 + year }
}

/// The forms of RFC 822, RFC 850 and C's `asctime`: a day, a month's name, a year, a time
/// and a zone, in nearly any order.
fn words(text: &str) -> Option<Timestamp> {
    let mut fields = Fields {
        year: -1,
        ..Fields::default()
    };
    let mut numbers: [Option<(i64, usize)>; 3] = [None; 3];
    let mut zones = String::new();
    for word in text.split([' ', ',', '\t', '\n', '\r']) {
        if word.is_empty() {
            continue;
        }
        if word.contains(':') && word.starts_with(|first: char| first.is_ascii_digit()) {
            let mut rest = word;
            time(&mut rest, &mut fields)?;
            zones.push_str(rest);
            continue;
        }
        if let Some(month) = month(word) {
            fields.month = month;
            continue;
        }
        // `07-Sep-2002`
        let mut parts = word.split('-');
        if let (Some(day), Some(name), Some(year)) = (parts.next(), parts.next(), parts.next())
            && let Some(month) = month(name)
        {
            fields.month = month;
            numbers = [number(day), number(year), None];
            continue;
        }
        if is_weekday(word) {
            continue;
        }
        if word.eq_ignore_ascii_case("pm") && fields.hour < 12 {
            fields.hour += 12;
            continue;
        }
        if word.eq_ignore_ascii_case("am") {
            fields.hour %= 12;
            continue;
        }
        let free = numbers.iter_mut().find(|slot| slot.is_none());
        match (number(word), free) {
            // `asctime` may have its zone before the year.
            (Some(number), Some(slot)) if !word.starts_with(['+', '-']) => *slot = Some(number),
            // A day of the week in a language that has its own letters.
            _ if !word.is_ascii() => {}
            _ => zones.push_str(word),
        }
    }
    let [Some(first), Some(second), _] = numbers else {
        return None;
    };
    let (day, year) = if first.1 > 2 {
        (second, first)
    } else {
        (first, second)
    };
    fields.day = day.0;
    fields.year = match year {
        (year, 0..=2) => century(year),
        (year, 3) => 1900 + year,
        (year, _) => year,
    };
    fields.offset = zone(&zones)?;
    fields.timestamp()
}

/// A number and how many digits it is written with.
fn number(word: &str) -> Option<(i64, usize)> {
    let digits = word.trim_end_matches(|last: char| last.is_ascii_alphabetic());
    (digits.len() <= 4).then_some((whole(digits)?, digits.len()))
}

/// A number in digits alone.
fn whole(text: &str) -> Option<i64> {
    i64::try_from(scan::digits(text, 10)?).ok()
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
fn time(rest: &mut &str, fields: &mut Fields) -> Option<()> {
    fields.hour = digits(rest, 1, 2)?;
    *rest = rest.strip_prefix(':').unwrap_or(rest);
    if let Some(minute) = digits(rest, 1, 2) {
        fields.minute = minute;
        *rest = rest.strip_prefix(':').unwrap_or(rest);
        if let Some(second) = digits(rest, 1, 2) {
            fields.second = second;
        }
    }
    if let Some(fraction) = rest.strip_prefix(['.', ',']) {
        let count = fraction.bytes().take_while(u8::is_ascii_digit).count();
        let mut scale = 100;
        for byte in fraction.bytes().take(count.min(3)) {
            fields.millisecond += i64::from(byte - b'0') * scale;
            scale /= 10;
        }
        *rest = fraction.get(count..).unwrap_or_default();
    }
    Some(())
}

fn days_in_month(year: i64, month: i64) -> i64 {
    match month {
        2 if year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}
