//! What a feed asks of those who poll it: `ttl`, `skipHours`, `skipDays`, `sy:updatePeriod`.

use super::PollingHints;
use super::context::Context;
use super::namespace::Namespace;
use super::scan;
use super::xml::Element;

/// The hints of a feed in the making: the syndication module's period and frequency are two
/// elements, in whatever order.
#[derive(Default)]
pub struct HintsDraft {
    hints: PollingHints,
    ttl_seconds: Option<u32>,
    period_seconds: Option<u32>,
    frequency: Option<u32>,
}

impl HintsDraft {
    /// Takes an element of the feed if it is a hint.
    pub fn read(&mut self, element: Element<'_, '_>, context: &mut Context<'_>) {
        let is = |namespace, name| element.is(namespace, name);
        if is(Namespace::Rss, "ttl") {
            let minutes = scan::small_number(&context.line(element));
            self.ttl_seconds = minutes.and_then(|minutes| minutes.checked_mul(60));
        } else if is(Namespace::Rss, "skipHours") {
            for hour in element.children() {
                let hour = scan::small_number(&context.line(hour));
                // Some count from 1 to 24, as version 0.91 did.
                let hour = hour
                    .filter(|hour| *hour <= 24)
                    .map(|hour| (hour % 24) as u8);
                push_new(&mut self.hints.skip_hours, hour);
            }
        } else if is(Namespace::Rss, "skipDays") {
            for day in element.children() {
                let line = context.line(day);
                push_new(&mut self.hints.skip_days, day_of_week(line.trim_ascii()));
            }
        } else if is(Namespace::Syndication, "updatePeriod") {
            let line = context.line(element);
            let period = PERIODS.iter().find(|(name, _)| *name == line.trim_ascii());
            self.period_seconds = period.map(|(_, seconds)| *seconds);
        } else if is(Namespace::Syndication, "updateFrequency") {
            self.frequency = scan::small_number(&context.line(element));
        }
    }

    /// The hints. An explicit `ttl` comes before the module's; a frequency alone says nothing.
    pub fn finish(self) -> PollingHints {
        let frequency = self.frequency.unwrap_or(1).max(1);
        let module = self.period_seconds.map(|period| period / frequency);
        PollingHints {
            interval_seconds: self.ttl_seconds.or(module),
            ..self.hints
        }
    }
}

/// The periods of the syndication module, in seconds.
const PERIODS: [(&str, u32); 5] = [
    ("hourly", 3_600),
    ("daily", 86_400),
    ("weekly", 604_800),
    ("monthly", 2_592_000),
    ("yearly", 31_536_000),
];

fn push_new(list: &mut Vec<u8>, value: Option<u8>) {
    if let Some(value) = value
        && !list.contains(&value)
    {
        list.push(value);
    }
}

/// 0 for Monday to 6, by the English names that RSS has.
fn day_of_week(name: &str) -> Option<u8> {
    let days = [
        "monday",
        "tuesday",
        "wednesday",
        "thursday",
        "friday",
        "saturday",
        "sunday",
    ];
    let at = days.iter().position(|day| name.eq_ignore_ascii_case(day))?;
    u8::try_from(at).ok()
}
