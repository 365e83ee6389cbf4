//! How a feed writes its dates, where one alone does not tell.

use crate::feed::scan;

/// What is known of a feed's way to write dates, and what its dates have told so far.
#[derive(Clone, Debug, Default)]
pub struct Habits {
    /// The feed's language, in lower case; empty until the feed has been read.
    pub(super) language: String,
    order: Option<Order>,
    saw_day_first: bool,
    saw_month_first: bool,
    needs_order: bool,
    needs_language: bool,
}

/// Which of two numbers is the day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Order {
    /// `25/12`, as nearly everywhere.
    DayFirst,
    /// `12/25`, as in the United States.
    MonthFirst,
}

impl Habits {
    /// Notes an order that a date shows by itself, as one with a number above twelve does.
    pub(super) fn saw(&mut self, order: Order) {
        match order {
            Order::DayFirst => self.saw_day_first = true,
            Order::MonthFirst => self.saw_month_first = true,
        }
    }

    /// The order in which a date is to be read that does not show it.
    pub(super) fn order(&mut self) -> Option<Order> {
        self.needs_order = true;
        self.order
    }

    /// The language, for names that mean different things in different ones.
    pub(super) fn asked_language(&mut self) -> &str {
        self.needs_language = true;
        &self.language
    }

    /// What a second reading of a feed is to know, where a date was left open that it may
    /// close: other dates of the feed come first, as they were written by the same program.
    pub fn settled(self, language: Option<&str>) -> Option<Habits> {
        let language = language.unwrap_or_default().to_ascii_lowercase();
        let order = match (self.saw_day_first, self.saw_month_first) {
            (true, false) => Some(Order::DayFirst),
            (false, true) => Some(Order::MonthFirst),
            _ => order_in(&language),
        };
        let has_learned = (self.needs_order && order.is_some() && self.order.is_none())
            || (self.needs_language && self.language.is_empty() && names_differ(&language));
        has_learned.then(|| Habits {
            language,
            order,
            ..Habits::default()
        })
    }
}

/// The order that people of a language write ([CLDR], `dateFormats/short`). English without a
/// country, and Canada's, may be either; where the year comes first, nothing tells what a date
/// with the year at its end means.
///
/// [CLDR]: https://cldr.unicode.org/
fn order_in(language: &str) -> Option<Order> {
    let mut parts = language.split(['-', '_']);
    let name = parts.next().unwrap_or_default();
    let region = parts.find(|part| part.len() == 2).unwrap_or_default();
    match name {
        "" | "zh" | "ja" | "ko" => None,
        "en" if scan::is_listed(region, "us ph pr gu as mp vi um") => Some(Order::MonthFirst),
        "en" if region.is_empty() || region == "ca" => None,
        "fil" | "tl" => Some(Order::MonthFirst),
        _ => Some(Order::DayFirst),
    }
}

/// Whether a language has names of its own for what others mean differently: see the modules of
/// months and zones.
fn names_differ(language: &str) -> bool {
    let name = language.split('-').next().unwrap_or_default();
    scan::is_listed(name, "hr bs he iw ga zh") || language == "en-ie"
}
