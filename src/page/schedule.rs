//! When a feed is asked again: politely, and always again.

use crate::feed::PollingHints;
use crate::time::{HOUR, SECOND, Tick, Timestamp};

/// When a feed is due, and how it has been doing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Polling {
    /// When the next request is due; while one is on its way, when it has taken too long.
    pub due: Timestamp,
    /// Whether a request is on its way.
    pub in_flight: bool,
    /// How many requests in a row came to nothing.
    pub failures: u32,
    /// How many answers in a row ended before the document did.
    pub incomplete: u32,
    /// What is shown is late from here on.
    pub stale_at: Timestamp,
}

/// How long an answer may take, in milliseconds.
const TIME_OUT: i64 = 20_000;

/// A feed is never left alone longer than this, whatever it asks for: news that was forged or
/// taken back is gone after a day.
const LONGEST: i64 = 24 * HOUR;
/// How long is waited for the copy that is kept on the device.
const RECALL: i64 = 2 * SECOND;
/// For how long nobody is told that the headlines are old, who has only just come back to them.
const GRACE: i64 = 2 * SECOND;
/// The first wait after a failure; it doubles with each further one.
const FIRST_RETRY: i64 = 30 * SECOND;
/// However often there is said to be news, a feed is left alone so long after an answer.
const QUIET: i64 = 10 * SECOND;

impl Polling {
    /// A feed that was never asked.
    pub fn at_once(now: Timestamp) -> Polling {
        Polling {
            due: now,
            in_flight: false,
            failures: 0,
            incomplete: 0,
            stale_at: now,
        }
    }

    /// A feed that was never asked, of which a copy may be on the device: due when that is
    /// known, or has taken too long.
    pub fn after_recall(now: Timestamp) -> Polling {
        Polling::at_once(now.after(RECALL))
    }

    /// A request is on its way.
    pub fn started(self, now: Timestamp) -> Polling {
        Polling {
            due: now.after(TIME_OUT),
            in_flight: true,
            ..self
        }
    }

    /// Due at once, unless a request is already on its way: that one keeps its time.
    pub fn force_poll(self, now: Timestamp) -> Polling {
        let due = if self.in_flight { self.due } else { now };
        Polling { due, ..self }
    }

    /// There is said to be news since the answer of that time: due within `spread` milliseconds,
    /// by chance.
    pub fn poll_soon(self, answered: Option<Timestamp>, spread: i64, tick: Tick) -> Polling {
        let soonest = answered.map_or(tick.now, |answered| answered.after(QUIET));
        let due = soonest.max(tick.now.after(portion(spread, tick)));
        Polling {
            due: self.due.min(due),
            ..self
        }
    }

    /// An answer did not have the news that there is said to be: a cache gave it that may be
    /// `spread` milliseconds behind. Due when it has caught up, and then spread as much again.
    pub fn poll_again(self, spread: i64, tick: Tick) -> Polling {
        let due = tick.now.after(spread + portion(spread, tick));
        Polling {
            due: self.due.min(due),
            ..self
        }
    }

    /// Not due before all who have the same reason to ask are spread over some milliseconds.
    pub fn spread(self, spread: i64, tick: Tick) -> Polling {
        let due = self.due.max(tick.now.after(portion(spread, tick)));
        Polling { due, ..self }
    }

    /// Somebody looks again, after nobody did. What grew old meanwhile is about to be replaced.
    pub fn returned(self, now: Timestamp) -> Polling {
        let stale_at = self.stale_at.max(now.after(GRACE));
        Polling { stale_at, ..self }
    }

    /// An answer came: the next request is due after the longest of what the page wants
    /// (`refresh`), what the server says (`max_age`) and what the feed asks for, all seconds.
    pub fn succeeded(
        tick: Tick,
        refresh: u32,
        max_age: Option<u32>,
        hints: &PollingHints,
    ) -> Polling {
        let seconds = refresh
            .max(max_age.unwrap_or(0))
            .max(hints.interval_seconds.unwrap_or(0));
        let wait = (i64::from(seconds) * SECOND).min(LONGEST);
        let due = after_quiet_times(tick.now.after(wait + jitter(wait, tick)), hints);
        let due = match hints.expired {
            // It says that it will never change again.
            true => tick.now.after(LONGEST),
            false => due.min(tick.now.after(LONGEST)),
        };
        Polling {
            due,
            in_flight: false,
            failures: 0,
            incomplete: 0,
            stale_at: due.after(wait),
        }
    }

    /// An answer came that ended before the document did, as one does that is being written:
    /// the next request is due soon, but after waits that double like those of failures, because
    /// there are feeds that never end as they should.
    pub fn cut_short(self, incomplete: u32, tick: Tick) -> Polling {
        let soon = tick.now.after(back_off(incomplete, LONGEST, 0, tick));
        Polling {
            due: self.due.min(soon),
            incomplete: incomplete.saturating_add(1),
            ..self
        }
    }

    /// Nothing came: the wait doubles with every failure up to an hour, or to `refresh` where
    /// that is longer, and is never shorter than the server asks for (`retry_after`, seconds).
    pub fn failed(self, tick: Tick, refresh: u32, retry_after: Option<u32>) -> Polling {
        let most = HOUR.max(i64::from(refresh) * SECOND);
        let asked = (i64::from(retry_after.unwrap_or(0)) * SECOND).min(LONGEST);
        Polling {
            due: tick.now.after(back_off(self.failures, most, asked, tick)),
            in_flight: false,
            failures: self.failures.saturating_add(1),
            ..self
        }
    }

    /// Whether a request is due. A clock that was set back does not put a feed off for ever.
    pub fn is_due(self, now: Timestamp) -> bool {
        !self.in_flight && self.has_come(now)
    }

    /// Whether the request on its way has taken too long.
    pub fn is_overdue(self, now: Timestamp) -> bool {
        self.in_flight && self.has_come(now)
    }

    /// No wait is longer than `LONGEST`: what is farther away was set by another clock.
    fn has_come(self, now: Timestamp) -> bool {
        self.due <= now || self.due.0.saturating_sub(now.0) > LONGEST
    }
}

/// The wait after so many `failures` before the last, in milliseconds: it doubles up to `most`,
/// and is `least` at the least.
pub fn back_off(failures: u32, most: i64, least: i64, tick: Tick) -> i64 {
    let wait = (FIRST_RETRY << failures.min(12)).min(most).max(least);
    (wait + jitter(wait, tick)).min(LONGEST)
}

/// Up to a fifth more, so that a thousand pages opened at once do not ask at once.
fn jitter(wait: i64, tick: Tick) -> i64 {
    portion(wait / 5, tick)
}

/// Some part of `whole`, by chance.
fn portion(whole: i64, tick: Tick) -> i64 {
    whole * i64::from(tick.chance) / i64::from(u16::MAX)
}

/// The first full hour from `due` on in which the feed says that something may change.
fn after_quiet_times(due: Timestamp, hints: &PollingHints) -> Timestamp {
    let mut time = due;
    for _ in 0..LONGEST / HOUR {
        let hours = time.0.div_euclid(HOUR);
        let hour = hours.rem_euclid(24);
        // 1970-01-01 was a Thursday, and Monday is 0.
        let day = (hours.div_euclid(24) + 3).rem_euclid(7);
        let is_quiet = |quiet: &[u8], value: i64| quiet.iter().any(|it| i64::from(*it) == value);
        if !is_quiet(&hints.skip_hours, hour) && !is_quiet(&hints.skip_days, day) {
            break;
        }
        time = Timestamp((hours + 1) * HOUR);
    }
    time
}
