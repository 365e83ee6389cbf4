//! When a feed is asked again.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]
#![allow(missing_docs)]

mod common;

use common::NOW;
use strillone::feed::PollingHints;
use strillone::page::schedule::Polling;
use strillone::time::{HOUR, MINUTE, SECOND, Tick, Timestamp};

const NO_CHANCE: Tick = Tick {
    now: NOW,
    chance: 0,
};
const FULL_CHANCE: Tick = Tick {
    now: NOW,
    chance: u16::MAX,
};

fn ttl(minutes: u32) -> PollingHints {
    PollingHints {
        interval_seconds: Some(minutes * 60),
        ..PollingHints::default()
    }
}

/// How long after an answer the next request is due.
fn wait(refresh: u32, max_age: Option<u32>, hints: &PollingHints) -> i64 {
    Polling::succeeded(NO_CHANCE, refresh, max_age, hints).due.0 - NOW.0
}

fn due_with(hints: &PollingHints) -> String {
    let next = Polling::succeeded(NO_CHANCE, 300, None, hints);
    next.due.to_rfc3339()
}

/// The waits after so many failures in a row, with what the server asks for.
fn waits_after_failures(refresh: u32, retry_after: Option<u32>, count: usize) -> Vec<i64> {
    let mut polling = Polling::at_once(NOW);
    let mut waits = Vec::new();
    for _ in 0..count {
        polling = polling.failed(NO_CHANCE, refresh, retry_after);
        waits.push((polling.due.0 - NOW.0) / SECOND);
    }
    waits
}

#[test]
fn the_longest_of_page_server_and_feed_decides() {
    let none = PollingHints::default();
    assert_eq!(wait(300, None, &none), 5 * MINUTE);
    assert_eq!(wait(300, Some(60), &none), 5 * MINUTE);
    assert_eq!(wait(300, Some(900), &none), 15 * MINUTE);
    assert_eq!(wait(300, Some(900), &ttl(60)), HOUR);
    assert_eq!(wait(7_200, Some(900), &ttl(60)), 2 * HOUR);
}

#[test]
fn no_feed_is_left_alone_for_more_than_a_day() {
    assert_eq!(wait(300, Some(u32::MAX), &ttl(60 * 24 * 365)), 24 * HOUR);
    assert_eq!(waits_after_failures(300, Some(u32::MAX), 1), [86_400]);
}

#[test]
fn failures_double_the_wait_up_to_an_hour() {
    assert_eq!(
        waits_after_failures(300, None, 10),
        [30, 60, 120, 240, 480, 960, 1_920, 3_600, 3_600, 3_600]
    );
}

#[test]
fn failures_double_the_wait_up_to_the_refresh_where_that_is_longer() {
    let waits = waits_after_failures(7_200, None, 40);
    assert_eq!(waits.get(7..10), Some(&[3_840, 7_200, 7_200][..]));
    assert_eq!(waits.last(), Some(&7_200));
}

#[test]
fn a_server_that_asks_for_time_gets_it() {
    assert_eq!(waits_after_failures(300, Some(90), 3), [90, 90, 120]);
}

#[test]
fn an_answer_ends_the_back_off() {
    let failed = Polling::at_once(NOW).failed(NO_CHANCE, 300, None);
    assert_eq!(failed.failures, 1);
    let answered = Polling::succeeded(NO_CHANCE, 300, None, &PollingHints::default());
    assert_eq!(answered.failures, 0);
    assert!(!answered.in_flight);
}

#[test]
fn chance_adds_up_to_a_fifth_and_never_takes_away() {
    let none = PollingHints::default();
    let latest = Polling::succeeded(FULL_CHANCE, 300, None, &none);
    assert_eq!(latest.due.0 - NOW.0, 6 * MINUTE);
    let first_retry = Polling::at_once(NOW).failed(FULL_CHANCE, 300, None);
    assert_eq!(first_retry.due.0 - NOW.0, 36 * SECOND);
    let between = Tick {
        now: NOW,
        chance: u16::MAX / 2,
    };
    let due = Polling::succeeded(between, 300, None, &none).due.0 - NOW.0;
    assert!((5 * MINUTE + 29 * SECOND..5 * MINUTE + 31 * SECOND).contains(&due));
}

#[test]
fn hours_that_the_feed_skips_are_waited_out() {
    let hints = PollingHints {
        skip_hours: vec![16, 17, 20],
        ..PollingHints::default()
    };
    assert_eq!(due_with(&hints), "2009-11-23T18:00:00Z");
    let elsewhere = PollingHints {
        skip_hours: vec![3, 4],
        ..PollingHints::default()
    };
    assert_eq!(due_with(&elsewhere), "2009-11-23T16:35:00Z");
}

#[test]
fn days_that_the_feed_skips_are_waited_out() {
    let mondays = PollingHints {
        skip_days: vec![0],
        ..PollingHints::default()
    };
    assert_eq!(due_with(&mondays), "2009-11-24T00:00:00Z");
}

#[test]
fn whatever_answers_say_a_feed_is_asked_once_a_day() {
    let never = PollingHints {
        interval_seconds: Some(u32::MAX),
        skip_hours: (0..24).collect(),
        skip_days: (0..7).collect(),
        expired: false,
    };
    let expired = PollingHints {
        expired: true,
        ..PollingHints::default()
    };
    for hints in [never, expired] {
        let next = Polling::succeeded(FULL_CHANCE, 86_400, Some(u32::MAX), &hints);
        assert_eq!(next.due.0 - NOW.0, 24 * HOUR);
    }
    let refused = Polling::at_once(NOW).failed(FULL_CHANCE, 86_400, Some(u32::MAX));
    assert_eq!(refused.due.0 - NOW.0, 24 * HOUR);
}

#[test]
fn a_feed_that_skips_every_hour_is_asked_once_a_day() {
    let always = PollingHints {
        skip_hours: (0..24).collect(),
        ..PollingHints::default()
    };
    assert_eq!(due_with(&always), "2009-11-24T16:00:00Z");
}

#[test]
fn however_long_the_wait_it_is_not_taken_for_a_wrong_clock() {
    let patient = PollingHints {
        interval_seconds: Some(86_400),
        skip_days: (0..7).collect(),
        ..PollingHints::default()
    };
    let next = Polling::succeeded(FULL_CHANCE, 86_400, None, &patient);
    assert!(!next.is_due(NOW));
}

#[test]
fn a_clock_set_back_by_weeks_does_not_put_a_feed_off_for_weeks() {
    let next = Polling::succeeded(NO_CHANCE, 300, None, &PollingHints::default());
    assert!(!next.is_due(NOW));
    assert!(next.is_due(Timestamp(NOW.0 - 30 * 24 * HOUR)));
}

#[test]
fn a_request_on_its_way_is_not_due_again_and_has_twenty_seconds() {
    let asked = Polling::at_once(NOW).started(NOW);
    let after = |seconds: i64| Timestamp(NOW.0 + seconds * SECOND);
    assert!(!asked.is_due(after(60)));
    assert!(!asked.is_overdue(after(19)));
    assert!(asked.is_overdue(after(20)));
    assert_eq!(asked.force_poll(after(5)), asked);
}

#[test]
fn what_is_shown_is_stale_one_wait_after_it_was_due() {
    let next = Polling::succeeded(NO_CHANCE, 300, None, &PollingHints::default());
    let after = |minutes: i64| Timestamp(NOW.0 + minutes * MINUTE);
    assert_eq!(next.stale_at, after(10));
    let failed = next.failed(NO_CHANCE, 300, None);
    assert_eq!(
        failed.stale_at, next.stale_at,
        "failing does not make it younger"
    );
}
