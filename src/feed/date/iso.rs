//! The forms of ISO 8601: RFC 3339, W3CDTF, and what is written in their place.

use super::months::month;
use super::zones::Zone;
use super::{Fields, days_in_month, digits, full_year, time, whole};
use crate::host::Host;
use crate::time::{Date, Precision, Timestamp};

/// Reads a date of such a form.
pub(super) fn read(text: &str, host: &dyn Host) -> Option<Date> {
    if let Some(at) = counted(text) {
        let precision = Precision::Time;
        return Some(Date { at, precision });
    }
    let end = text.find(['T', 't', ' ']).unwrap_or(text.len());
    let (date, rest) = text.split_at_checked(end)?;
    let (year, month, day) = date_of(date)?;
    let mut fields = Fields {
        year,
        month,
        day,
        time: None,
    };
    let mut rest = rest.trim_start_matches(['T', 't', ' ']);
    if rest.starts_with(|first: char| first.is_ascii_digit()) {
        fields.time = Some(time(&mut rest)?);
    }
    let rest = rest.trim_ascii();
    // Words and marks of the afternoon are read elsewhere.
    let is_zone = rest.starts_with(['+', '-', 'Z', 'z']) || rest.is_empty();
    if !is_zone || rest.contains([' ', '(', '[']) {
        return None;
    }
    let mut zone = Zone::default();
    if !rest.is_empty() {
        zone.add(rest, "");
    }
    fields.date(&zone, host)
}

/// The seconds since 1970 that a program counts, or the milliseconds: those since 2001, so that
/// no date of digits alone is taken for them.
fn counted(text: &str) -> Option<Timestamp> {
    let scale = match text.len() {
        10 => 1000,
        13 => 1,
        _ => return None,
    };
    let count = whole(text).filter(|_| text.starts_with('1'))?;
    Some(Timestamp(count * scale))
}

/// `2003-12-31`, `2003/12`, `20031231`. Google wrote months of three digits, Hungarian sites
/// their names. A year of two digits comes first only where nothing parts the numbers or a
/// hyphen begins: `25-12-24` may be either.
fn date_of(text: &str) -> Option<(i64, i64, i64)> {
    let digits_only = text.trim_start_matches('-');
    if digits_only.bytes().all(|byte| byte.is_ascii_digit()) {
        let mut rest = digits_only;
        let length = digits_only.len();
        let year = match length {
            4 if text.starts_with('-') => full_year(digits(&mut rest, 2, 2)?, 2),
            4 | 8 => digits(&mut rest, 4, 4)?,
            5 | 6 => full_year(digits(&mut rest, 2, 2)?, 2),
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
        let mut next = || match rest.is_empty() {
            true => Some(1),
            false => digits(&mut rest, 2, 2),
        };
        return Some((year, next()?, next()?));
    }
    let mut parts = digits_only.split(['-', '/', '.']);
    let first = parts.next()?;
    let year = match first.len() {
        4 => whole(first)?,
        2 if text.starts_with('-') => full_year(whole(first)?, 2),
        _ => return None,
    };
    let second = parts.next()?;
    let month = whole(second).or_else(|| month(second, ""))?;
    let day = parts.next().map_or(Some(1), whole)?;
    parts.next().is_none().then_some((year, month, day))
}
