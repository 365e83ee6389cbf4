//! Dates in every form that feeds write.

use super::time::Timestamp;

/// Reads a date; `None` when the text is none.
pub fn parse(text: &str) -> Option<Timestamp> {
    let text = text.trim();
    iso(text).or_else(|| words(text))
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
        let seconds = days_since_1970(year, month, day) * 86_400
            + hour * 3_600
            + (minute - offset) * 60
            + second;
        valid.then_some(Timestamp(seconds * 1000 + millisecond))
    }
}

/// The forms of ISO 8601: RFC 3339, W3CDTF, and what is written in their place.
fn iso(text: &str) -> Option<Timestamp> {
    let mut rest = text;
    let mut fields = Fields {
        month: 1,
        day: 1,
        ..Fields::default()
    };
    let year = digits(&mut rest, 4, 4)?;
    fields.year = year;
    let dash = rest.starts_with(['-', '/', '.']);
    if dash {
        rest = rest.get(1..)?;
    }
    if let Some(month) = digits(&mut rest, if dash { 1 } else { 2 }, 2) {
        fields.month = month;
        if rest.starts_with(['-', '/', '.']) {
            rest = rest.get(1..)?;
        }
        if let Some(day) = digits(&mut rest, if dash { 1 } else { 2 }, 2) {
            fields.day = day;
        }
    } else if dash {
        return None;
    }
    rest = rest.trim_start();
    rest = rest.strip_prefix(['T', 't']).unwrap_or(rest).trim_start();
    if rest.starts_with(|first: char| first.is_ascii_digit()) {
        time(&mut rest, &mut fields)?;
    }
    fields.offset = zone(rest.trim())?;
    fields.timestamp()
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
    let mut month_first = false;
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
            month_first = numbers.iter().flatten().count() == 0;
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
        let free = numbers.iter_mut().find(|slot| slot.is_none());
        match (number(word), free) {
            (Some(number), Some(slot)) if !word.starts_with('+') && zones.is_empty() => {
                *slot = Some(number);
            }
            _ => zones.push_str(word),
        }
    }
    let _ = month_first;
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
        (year, 0..=2) if year < 69 => 2000 + year,
        (year, 0..=2) => 1900 + year,
        (year, 3) => 1900 + year,
        (year, _) => year,
    };
    fields.offset = zone(&zones)?;
    fields.timestamp()
}

/// A number and how many digits it is written with.
fn number(word: &str) -> Option<(i64, usize)> {
    let digits = word.trim_end_matches(|last: char| last.is_ascii_alphabetic());
    (digits.len() <= 4).then_some((digits.parse().ok()?, digits.len()))
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
    number.parse().ok()
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

/// A zone as minutes east of Greenwich. The military letters were defined the wrong way
/// round, so they say nothing, like names that nobody knows ([RFC 5322 §4.3]).
///
/// [RFC 5322 §4.3]: https://www.rfc-editor.org/rfc/rfc5322#section-4.3
fn zone(text: &str) -> Option<i64> {
    let sign_at = text.find(['+', '-']);
    let (name, number) = text.split_at_checked(sign_at.unwrap_or(text.len()))?;
    if let Some(mut number) = number.get(1..) {
        let sign = if text.contains('-') { -1 } else { 1 };
        let hours = digits(&mut number, 1, 2)?;
        number = number.strip_prefix(':').unwrap_or(number);
        let minutes = digits(&mut number, 1, 2).unwrap_or(0);
        return Some(sign * (hours * 60 + minutes));
    }
    let hours = match name.trim().to_ascii_uppercase().as_str() {
        "EDT" | "AST" => -4,
        "EST" | "CDT" => -5,
        "CST" | "MDT" => -6,
        "MST" | "PDT" => -7,
        "PST" => -8,
        "CET" | "MEZ" | "BST" => 1,
        "CEST" | "EET" => 2,
        "MSK" | "EEST" => 3,
        "JST" | "KST" => 9,
        name if name.bytes().all(|byte| byte.is_ascii_alphabetic()) => 0,
        _ => return None,
    };
    Some(hours * 60)
}

fn month(word: &str) -> Option<i64> {
    const MONTHS: &str = "janfebmaraprmayjunjulaugsepoctnovdec";
    let start = word.get(..3)?.to_ascii_lowercase();
    let at = MONTHS.find(&start)?;
    (at % 3 == 0).then_some(i64::try_from(at / 3).ok()? + 1)
}

fn is_weekday(word: &str) -> bool {
    word.get(..3).is_some_and(|start| {
        ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
            .iter()
            .any(|day| start.eq_ignore_ascii_case(day))
    })
}

fn days_in_month(year: i64, month: i64) -> i64 {
    match month {
        2 if year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

/// Days from 1970-01-01 to a date of the Gregorian calendar, by counting years from March
/// so that the leap day is a year's last.
fn days_since_1970(year: i64, month: i64, day: i64) -> i64 {
    let year = if month <= 2 { year - 1 } else { year };
    let era = year.div_euclid(400);
    let year_of_era = year.rem_euclid(400);
    let day_of_year = (153 * ((month + 9) % 12) + 2) / 5 + day - 1;
    let day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
    era * 146_097 + day_of_era - 719_468
}
