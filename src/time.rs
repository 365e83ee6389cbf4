//! Moments and spans of time.

/// A moment, in milliseconds since 1970-01-01T00:00:00Z.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Timestamp(pub i64);

/// How exactly a time is known.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Precision {
    /// To the time of day.
    #[default]
    Time,
    /// To the day alone: no time of day was written, or none in a zone that anybody knows. The
    /// day is that of the timestamp in UTC, wherever the reader is; the time of day serves to
    /// put things in order, and is not shown.
    Day,
}

/// A moment as it was written, and how sure it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Date {
    /// The moment.
    pub at: Timestamp,
    /// How exactly it is known.
    pub precision: Precision,
}

impl Date {
    /// As RFC 3339 writes it for programs that want a time of day: the day's beginning where no
    /// more is known than the day.
    pub fn to_rfc3339_time(self) -> String {
        match self.precision {
            Precision::Time => self.at.to_rfc3339(),
            Precision::Day => Timestamp(self.at.0 - self.at.0.rem_euclid(DAY)).to_rfc3339(),
        }
    }

    /// As RFC 3339 writes what is known of it: `2026-11-24T09:00:00Z`, or `2026-11-24`.
    pub fn to_rfc3339(self) -> String {
        let mut text = self.at.to_rfc3339();
        if self.precision == Precision::Day {
            text.truncate("2026-11-24".len());
        }
        text
    }
}

/// A second, in milliseconds.
pub const SECOND: i64 = 1_000;
/// A minute, in milliseconds.
pub const MINUTE: i64 = 60 * SECOND;
/// An hour, in milliseconds.
pub const HOUR: i64 = 60 * MINUTE;
/// A day, in milliseconds.
pub const DAY: i64 = 24 * HOUR;

/// The time and a piece of chance, as every message brings them: so all behaviour in time is
/// tested without a clock.
#[derive(Clone, Copy, Debug)]
pub struct Tick {
    /// The time.
    pub now: Timestamp,
    /// Chance, evenly spread over all values.
    pub chance: u16,
}

impl Timestamp {
    /// The time so many milliseconds later; the latest there is where that is out of range.
    pub const fn after(self, milliseconds: i64) -> Timestamp {
        Timestamp(self.0.saturating_add(milliseconds))
    }

    /// As [RFC 3339] writes it, in UTC and whole seconds: for `<time datetime>` and programs.
    ///
    /// [RFC 3339]: https://www.rfc-editor.org/rfc/rfc3339
    pub fn to_rfc3339(self) -> String {
        let seconds = self.0.div_euclid(1000);
        let (year, month, day) = date_of(seconds.div_euclid(86_400));
        let time = seconds.rem_euclid(86_400);
        let mut text = String::with_capacity(20);
        push_digits(&mut text, year, 1000);
        text.push('-');
        push_digits(&mut text, month, 10);
        text.push('-');
        push_digits(&mut text, day, 10);
        text.push('T');
        push_digits(&mut text, time / 3_600, 10);
        text.push(':');
        push_digits(&mut text, time / 60 % 60, 10);
        text.push(':');
        push_digits(&mut text, time % 60, 10);
        text.push('Z');
        text
    }
}

/// The number in decimal digits, as many as `place` has.
fn push_digits(text: &mut String, number: i64, mut place: i64) {
    while place > 0 {
        let digit = u32::try_from(number / place % 10).unwrap_or_default();
        text.extend(char::from_digit(digit, 10));
        place /= 10;
    }
}

/// Days from 1970-01-01 to a date of the Gregorian calendar, by counting years from March
/// so that the leap day is a year's last.
pub fn days_since_1970(year: i64, month: i64, day: i64) -> i64 {
    let year = if month <= 2 { year - 1 } else { year };
    let era = year.div_euclid(400);
    let year_of_era = year.rem_euclid(400);
    let day_of_year = (153 * ((month + 9) % 12) + 2) / 5 + day - 1;
    let day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
    era * 146_097 + day_of_era - 719_468
}

/// The other way round: year, month, day.
fn date_of(days: i64) -> (i64, i64, i64) {
    let days = days + 719_468;
    let era = days.div_euclid(146_097);
    let day_of_era = days.rem_euclid(146_097);
    let year_of_era =
        (day_of_era - day_of_era / 1_460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
    let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let month_from_march = (5 * day_of_year + 2) / 153;
    let day = day_of_year - (153 * month_from_march + 2) / 5 + 1;
    let month = (month_from_march + 2) % 12 + 1;
    let year = year_of_era + era * 400 + i64::from(month <= 2);
    (year, month, day)
}
