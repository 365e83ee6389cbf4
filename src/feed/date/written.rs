//! Dates as people and programs write them: RFC 822, RFC 850, C's `asctime`, and the words and
//! orders of many languages.

mod words;

use super::habits::Habits;
use super::letters::{digit, is_letter, is_thai, normal, take_word};
use super::months;
use super::numeric::{Number, numeric};
use super::zones::{self, Zone};
use super::{Fields, Time, full_year, time, whole};
use crate::host::Host;
use crate::time::Date;

/// More words than any date has.
const MOST_WORDS: usize = 12;

/// What has been read of a date so far.
#[derive(Default)]
struct DateReader {
    numbers: Vec<Number>,
    year: Option<i64>,
    month: Option<i64>,
    day: Option<i64>,
    time: Option<Time>,
    /// Whether the hour is one of the afternoon's; `None` where twenty-four are counted.
    afternoon: Option<bool>,
    zone: Zone,
    korean: bool,
    /// Whether the next number is the month's, as in Vietnamese.
    month_follows: bool,
    /// Whether the next number is the minute's: `10 h 30`.
    minute_follows: bool,
    /// The year before the first of an era, where the year is counted from it.
    era: Option<i64>,
    /// Whether a number was read last: what follows it may part it from the next.
    is_behind_number: bool,
}

/// Reads a date.
pub(super) fn read(text: &str, habits: &mut Habits, host: &dyn Host) -> Option<Date> {
    if text.len() > 160 || !text.chars().any(|letter| digit(letter).is_some()) {
        return None;
    }
    // `+0100 (CET)`: what stands in brackets explains, and counts only where nothing else does.
    let (text, aside) = text.split_once('(').unwrap_or((text, ""));
    let (aside, after) = aside.split_once(')').unwrap_or((aside, ""));
    let mut reader = DateReader::default();
    if text.chars().any(is_thai) {
        reader.era = Some(2500 - 543);
    }
    reader.read(&normal(text, host), habits)?;
    let may_be_zone = reader.zone.is_absent() && reader.time.is_some();
    reader.read(&normal(after, host), habits)?;
    let is_last = after.trim_ascii().is_empty() && !aside.is_empty();
    if may_be_zone && is_last && aside.is_ascii() && !months::is_weekday(aside) {
        reader.add_zone(normal(aside, host).trim_ascii(), habits);
    }
    reader.finish(habits, host)
}

impl DateReader {
    fn read(&mut self, text: &str, habits: &mut Habits) -> Option<()> {
        let mut rest = text;
        let mut separator = b' ';
        let mut words = 0;
        while let Some(first) = rest.chars().next() {
            let before = text.len() - rest.len();
            let touches_digit = before
                .checked_sub(1)
                .and_then(|at| text.as_bytes().get(at))
                .is_some_and(u8::is_ascii_digit);
            let is_sign = matches!(first, '+' | '-' | '−')
                && self.time.is_some()
                && !(self.is_behind_number && touches_digit)
                && !rest.starts_with("- ");
            if first.is_ascii_digit() {
                self.read_number(&mut rest, separator)?;
                separator = b' ';
                continue;
            }
            if is_sign {
                let end = rest.find([' ', '[', ',']).unwrap_or(rest.len());
                let (zone, after) = rest.split_at_checked(end)?;
                // What is typeset rather than typed has the sign of mathematics.
                self.zone.add(&zone.replace('−', "-"), "");
                rest = after;
            } else if is_letter(first) {
                let (word, after) = take_word(rest);
                rest = after;
                words += 1;
                if words > MOST_WORDS {
                    return None;
                }
                self.read_word(word, rest, habits);
            } else if first == ':' {
                // Behind a time: `1:2:3:4`.
                return None;
            } else {
                if first.is_ascii_punctuation() {
                    separator = first as u8;
                }
                rest = rest.get(first.len_utf8()..)?;
            }
            self.is_behind_number &= first == ' ' || first.is_ascii_punctuation();
        }
        Some(())
    }

    fn read_number(&mut self, rest: &mut &str, separator: u8) -> Option<()> {
        let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
        let (number, after) = rest.split_at_checked(digits)?;
        let is_time = after.starts_with(':')
            || after
                .strip_prefix('h')
                .is_some_and(|minutes| minutes.starts_with(|first: char| first.is_ascii_digit()));
        if is_time && self.time.is_none() {
            self.time = Some(time(rest)?);
            self.is_behind_number = false;
            return Some(());
        }
        *rest = after;
        let value = whole(number).filter(|_| digits <= 4)?;
        if self.month_follows && self.month.is_none() {
            self.month = Some(value);
            self.month_follows = false;
            return Some(());
        }
        if let Some(time) = self.time.as_mut().filter(|_| self.minute_follows) {
            time.minute = value;
            self.minute_follows = false;
            return Some(());
        }
        // `3 pm`: an hour alone.
        let ampm = after.trim_ascii_start();
        if self.time.is_none()
            && (1..=12).contains(&value)
            && (ampm.starts_with("pm") || ampm.starts_with("am"))
        {
            self.time = Some(Time {
                hour: value,
                ..Time::default()
            });
            return Some(());
        }
        if self.numbers.len() >= 6 {
            return None;
        }
        self.numbers.push(Number {
            value,
            digits,
            separator,
        });
        self.is_behind_number = true;
        Some(())
    }

    fn add_zone(&mut self, name: &str, habits: &mut Habits) {
        let language = if zones::depends_on_language(name) {
            habits.asked_language()
        } else {
            ""
        };
        self.zone.add(name, language);
    }

    fn finish(mut self, habits: &mut Habits, host: &dyn Host) -> Option<Date> {
        self.take_time_with_a_dot();
        if let Some(time) = &mut self.time {
            match self.afternoon {
                Some(true) if time.hour < 12 => time.hour += 12,
                Some(false) if time.hour == 12 => time.hour = 0,
                _ => {}
            }
        }
        if self.korean && self.zone.is_absent() {
            self.zone = Zone::assumed(9 * 60);
        }
        let (year, month, day) = self.day_of_year(habits)?;
        let fields = Fields {
            year,
            month,
            day,
            time: self.time,
        };
        fields.date(&self.zone, host)
    }

    /// `25.12.2024 10.30`, as Germans and Finns write: the two numbers more than a date has.
    fn take_time_with_a_dot(&mut self) {
        let date = if self.month.is_some() { 2 } else { 3 };
        if let (None, Some((_, [hour, minute]))) = (self.time, self.numbers.split_at_checked(date))
            && minute.separator == b'.'
            && minute.digits == 2
        {
            self.time = Some(Time {
                hour: hour.value,
                minute: minute.value,
                ..Time::default()
            });
            self.numbers.truncate(date);
        }
    }

    /// Year, month and day.
    fn day_of_year(&self, habits: &mut Habits) -> Option<(i64, i64, i64)> {
        if let (Some(year), Some(month), Some(day)) = (self.year, self.month, self.day) {
            return self.numbers.is_empty().then_some((year, month, day));
        }
        let year_of = |number: &Number| match self.era {
            Some(before_first) if number.digits < 3 => before_first + number.value,
            _ => full_year(number.value, number.digits),
        };
        match (self.month, self.numbers.as_slice()) {
            (Some(month), [first, second]) if first.digits > 2 => {
                Some((year_of(first), month, second.value))
            }
            (Some(month), [first, second]) => Some((year_of(second), month, first.value)),
            // A name beside three numbers is that of a day of the week.
            (_, [first, second, third]) => numeric([*first, *second, *third], &self.zone, habits),
            _ => None,
        }
    }
}
