//! What a word says of a date: a month, a zone, a half of the day, or which number is what.

use super::DateReader;
use crate::feed::date::full_year;
use crate::feed::date::habits::Habits;
use crate::feed::date::months::{self, Sign};
use crate::feed::date::zones;
use crate::feed::scan;

impl DateReader {
    pub(super) fn read_word(&mut self, word: &str, rest: &str, habits: &mut Habits) {
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
}
