//! Dates as people and programs write them: RFC 822, RFC 850, C's `asctime`, and the words and
//! orders of many languages.

use super::habits::{Habits, Order};
use super::months::{self, Sign};
use super::zones::{self, Zone};
use super::{Fields, Time, full_year, time, whole};
use crate::feed::scan;
use crate::host::Host;
use crate::time::Date;

/// More words than any date has.
const MOST_WORDS: usize = 12;

/// A number, how many digits it is written with, and what stands before it.
#[derive(Clone, Copy, Debug)]
struct Number {
    value: i64,
    digits: usize,
    separator: u8,
}

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

/// In lower case, with the digits of all scripts as ASCII's.
fn normal(text: &str, host: &dyn Host) -> String {
    if text.is_ascii() {
        return text.to_ascii_lowercase();
    }
    let mut normal = String::with_capacity(text.len());
    let mut before = ' ';
    for letter in host.lower_case(text).chars() {
        // The dot of the Turkish capital I, and those of Thai abbreviations, part no words.
        if letter != '\u{307}' && !(letter == '.' && is_thai(before)) {
            normal.push(digit(letter).map_or(letter, char::from));
        }
        before = letter;
    }
    normal
}

fn is_thai(letter: char) -> bool {
    matches!(letter, '\u{e00}'..='\u{e7f}')
}

/// A digit of Arabic, Persian, Hindi, Bengali, Thai, or written wide, as ASCII's.
fn digit(letter: char) -> Option<u8> {
    let code = u32::from(letter);
    [0x30, 0x660, 0x6f0, 0x966, 0x9e6, 0xe50, 0xff10]
        .into_iter()
        .filter_map(|zero| code.checked_sub(zero))
        .find(|value| *value < 10)
        .map(|value| b'0' + value as u8)
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

    fn read_word(&mut self, word: &str, rest: &str, habits: &mut Habits) {
        if let Some(sign) = months::sign(word) {
            return self.read_sign(sign, word);
        }
        self.is_behind_number = false;
        let follows = rest.trim_start_matches(['.', ' ', '\u{a0}', '\u{202f}']);
        let is_half = |letter: &str, other: char| word == letter && follows.starts_with(other);
        if self.afternoon.is_none() {
            let is_afternoon = is_half("p", 'm') || is_half("μ", 'μ');
            if scan::is_listed(word, months::AFTERNOON) || is_afternoon {
                self.afternoon = Some(true);
                return;
            }
            let is_morning = is_half("a", 'm') || is_half("π", 'μ');
            if self.time.is_some() && scan::is_listed(word, months::MORNING) || is_morning {
                self.afternoon = Some(false);
                return;
            }
        } else if self.afternoon.is_some() && scan::is_listed(word, "m μ μμ") {
            return;
        }
        if matches!(word, "tháng" | "thg") {
            self.month_follows = true;
            return;
        }
        if let Some(month) = months::vietnamese(word, self.month).filter(|_| self.month_follows) {
            self.month = Some(month);
            // `mười một`: ten and one.
            self.month_follows = month == 10;
            return;
        }
        if let Some(before_first) = months::era(word) {
            self.era = Some(before_first);
            return;
        }
        if word == "h" && self.time.is_none() && self.numbers.len() > 1 {
            let hour = self.numbers.pop().map(|number| number.value);
            self.time.get_or_insert_default().hour = hour.unwrap_or_default();
            self.minute_follows = true;
            return;
        }
        // A name stands for a zone where it comes behind the time. Others are days of the week,
        // or mean nothing, like `de` and `Uhr`.
        let is_dated = self.month.is_some() || self.numbers.len() > 2;
        if self.time.is_some() && is_dated && zones::is_known(word) {
            return self.add_zone(word, habits);
        }
        let language = if months::depends_on_language(word) {
            habits.asked_language()
        } else {
            ""
        };
        // The last one counts: `mar` may be Tuesday before it is March.
        let month = months::second_word(word, self.month);
        if let Some(month) = month.or_else(|| months::month(word, language)) {
            self.month = Some(month);
            return;
        }
        let digits_to_come = rest.bytes().filter(u8::is_ascii_digit).count();
        if self.time.is_some()
            && digits_to_come <= 4
            && !months::is_weekday(word)
            && !scan::is_listed(word, months::FILLERS)
        {
            self.add_zone(word, habits);
        }
    }

    /// The signs behind numbers: `2024年11月24日 下午3時30分`.
    fn read_sign(&mut self, sign: Sign, word: &str) {
        self.korean |= word.starts_with(['년', '월', '일', '시', '분', '초', '오']);
        self.afternoon = self.afternoon.or_else(|| months::half_of_day(word));
        if matches!(sign, Sign::HalfOfDay) {
            return;
        }
        let Some(number) = self.numbers.pop() else {
            return;
        };
        let time = &mut self.time;
        match sign {
            Sign::Year => {
                self.year = Some(match self.era {
                    Some(before_first) => before_first + number.value,
                    None => full_year(number.value, number.digits),
                });
            }
            Sign::Month => self.month = Some(number.value),
            Sign::Day => self.day = Some(number.value),
            Sign::Hour => time.get_or_insert_default().hour = number.value,
            Sign::Minute => time.get_or_insert_default().minute = number.value,
            Sign::Second => time.get_or_insert_default().second = number.value,
            Sign::HalfOfDay => {}
        }
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
            (_, [first, second, third]) => self.numeric(*first, *second, *third, habits),
            _ => None,
        }
    }

    /// Three numbers that nothing names.
    fn numeric(
        &self,
        first: Number,
        second: Number,
        third: Number,
        habits: &mut Habits,
    ) -> Option<(i64, i64, i64)> {
        let separator = second.separator;
        if separator != third.separator || !matches!(separator, b'/' | b'.' | b'-') {
            return None;
        }
        if first.digits > 2 {
            return (first.digits == 4).then_some((first.value, second.value, third.value));
        }
        // `24-11-25` may begin with the year, as ISO 8601 once allowed, unless a number says no.
        let may_begin_with_year = separator == b'-' && third.digits == 2 && third.value <= 31;
        if may_begin_with_year && first.value > 31 {
            return Some((full_year(first.value, 2), second.value, third.value));
        }
        let year = full_year(third.value, third.digits);
        let day_first = Some((year, second.value, first.value));
        let month_first = Some((year, first.value, second.value));
        if third.digits < 2 {
            return None;
        }
        // Nobody writes the month first with dots.
        if separator == b'.' {
            return day_first;
        }
        if may_begin_with_year && (1..=31).contains(&third.value) && second.value <= 12 {
            return match habits.order()? {
                Order::DayFirst => day_first,
                Order::MonthFirst => month_first,
            };
        }
        match (first.value > 12, second.value > 12) {
            (true, false) => {
                habits.saw(Order::DayFirst);
                day_first
            }
            (false, true) => {
                habits.saw(Order::MonthFirst);
                month_first
            }
            (true, true) => None,
            (false, false) if first.value == second.value => day_first,
            (false, false) => match habits.order().or_else(|| self.order_of_zone())? {
                Order::DayFirst => day_first,
                Order::MonthFirst => month_first,
            },
        }
    }

    /// East of Greenwich only the Philippines, at +08:00, and islands of the Pacific write the
    /// month first.
    fn order_of_zone(&self) -> Option<Order> {
        let minutes = self.zone.number()?;
        (0 < minutes && minutes < 8 * 60).then_some(Order::DayFirst)
    }
}

/// Letters of all scripts. Without a table: what is not ASCII and parts no words is one.
fn is_letter(letter: char) -> bool {
    letter.is_ascii_alphabetic()
        || (letter >= '\u{aa}'
            && !matches!(letter,
                '\u{b7}' | '\u{ab}' | '\u{bb}' | '\u{60c}' | '\u{2000}'..='\u{206f}'
                | '\u{2212}' | '\u{3000}'..='\u{303f}' | '\u{ff00}'..='\u{ff1f}' | '\u{feff}'))
}

/// A word, or the name of a zone by place, such as `America/Argentina/Buenos_Aires`.
fn take_word(text: &str) -> (&str, &str) {
    // Arabic gives a month two names: `تشرين الثاني/نوفمبر`.
    let is_ascii = text.starts_with(|first: char| first.is_ascii());
    let is_part = |letter: char| is_letter(letter) || letter == '_' || (letter == '/' && is_ascii);
    let end = text.find(|letter| !is_part(letter)).unwrap_or(text.len());
    let (mut word, mut rest) = text.split_at_checked(end).unwrap_or((text, ""));
    // `etc/gmt+1`, `america/port-au-prince`, and not `25/dec/2024`
    if word.trim_end_matches('/').contains('/') {
        let end = text.find([' ', ')', ',']).unwrap_or(text.len());
        (word, rest) = text.split_at_checked(end).unwrap_or((text, ""));
    }
    (word.trim_end_matches('/'), rest)
}
