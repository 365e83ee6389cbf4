//! The names of zones, months and days of the week.

use super::digits;
use crate::feed::scan;

/// A zone as minutes east of Greenwich. The military letters were defined the wrong way
/// round, so they say nothing, like names that nobody knows ([RFC 5322 §4.3]).
///
/// [RFC 5322 §4.3]: https://www.rfc-editor.org/rfc/rfc5322#section-4.3
pub(super) fn zone(text: &str) -> Option<i64> {
    let sign_at = text.find(['+', '-']);
    let (name, number) = text.split_at_checked(sign_at.unwrap_or(text.len()))?;
    if let Some(mut number) = number.get(1..) {
        let sign = if text.contains('-') { -1 } else { 1 };
        let hours = digits(&mut number, 1, 2)?;
        number = number.strip_prefix(':').unwrap_or(number);
        let minutes = if number.is_empty() {
            0
        } else {
            digits(&mut number, 1, 2).filter(|minutes| *minutes < 60)?
        };
        return number.is_empty().then_some(sign * (hours * 60 + minutes));
    }
    let name = name.rsplit('/').next().unwrap_or(name).trim_ascii();
    let name = name.to_ascii_uppercase();
    let known = ZONES
        .iter()
        .find(|(names, _)| scan::is_listed(&name, names));
    let unknown = name.bytes().all(|byte| byte.is_ascii_alphabetic());
    let hours = known.map(|(_, hours)| *hours).or(unknown.then_some(0))?;
    Some(hours * 60)
}

/// The zones that have names in RFC 822, and those of sites that write others; hours east of
/// Greenwich.
const ZONES: [(&str, i64); 9] = [
    ("AT AST EDT", -4),
    ("ET EST CDT", -5),
    ("CT CST MDT", -6),
    ("MT MST PDT", -7),
    ("PT PST", -8),
    ("CET MEZ MET BST", 1),
    ("CEST MESZ MEST EET", 2),
    ("EEST MSK", 3),
    ("JST KST", 9),
];

/// The beginnings of the months' names in English, German, French, Italian, Spanish,
/// Portuguese, Dutch, Hungarian and Greek.
const MONTHS: [&str; 12] = [
    "jan jän gen ene Ιαν",
    "feb fév fev Φεβ",
    "mar mär már maa mrt Μάρ Μαρ",
    "apr avr abr ápr Απρ",
    "may mai mag máj mei Μάι Μαΐ Μαι",
    "jun juin giu jún Ιούν Ιουν",
    "jul juil lug júl Ιούλ Ιουλ",
    "aug ago aoû aou Αύγ Αυγ",
    "sep set sze Σεπ",
    "oct okt ott out Οκτ",
    "nov Νοέ Νοε",
    "dec dez déc dic Δεκ",
];

pub(super) fn month(word: &str) -> Option<i64> {
    let word = word.to_ascii_lowercase();
    let begins = |names: &&str| {
        let mut names = names.as_bytes().split(|byte| *byte == b' ');
        names.any(|name| word.as_bytes().starts_with(name))
    };
    let at = MONTHS.iter().position(begins)?;
    Some(i64::try_from(at).ok()? + 1)
}

pub(super) fn is_weekday(word: &str) -> bool {
    let start = word.get(..3).unwrap_or_default().to_ascii_lowercase();
    scan::is_listed(&start, "mon tue wed thu fri sat sun")
}
