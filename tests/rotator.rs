//! What moves by itself, and what opens under the pointer: messages in, the screen out.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]
#![allow(missing_docs)]

mod common;

use common::feed;
use common::widget::{FEED, Widget};
use strillone::time::SECOND;
use strillone::widget::model::{Key, Neighbor};
use strillone::widget::update::Message;

/// A headline of one letter stands this long.
const TURN: i64 = 3_060;

fn showing(attributes: &[(&str, &str)]) -> Widget {
    let mut widget = Widget::new(&[]);
    let mut attributes = attributes.to_vec();
    attributes.push(("feed", FEED));
    widget.configure(&attributes);
    widget.load(feed("News", "16:00 A\n15:00 B\n14:00 C"));
    widget
}

fn rotator() -> Widget {
    showing(&[("layout", "rotator")])
}

/// The headline that a rotator shows.
fn current(widget: &Widget) -> String {
    widget.model.current().unwrap().item.headline().to_string()
}

/// The headlines a rotator shows in turn, one for each time it turns.
fn turns(widget: &mut Widget, count: usize) -> String {
    let mut seen = vec![current(widget)];
    for _ in 0..count {
        widget.later(TURN);
        seen.push(current(widget));
    }
    seen.join(" ")
}

fn key(widget: &Widget, index: usize) -> Key {
    widget.model.shown.get(index).unwrap().key.clone()
}

#[test]
fn a_rotator_shows_one_headline_after_the_other_and_begins_again() {
    assert_eq!(turns(&mut rotator(), 4), "A B C A B");
}

#[test]
fn a_turn_takes_as_long_as_the_headline_is_read_and_speed_shortens_it() {
    let mut widget = rotator();
    widget.later(TURN - 1);
    assert_eq!(current(&widget), "A");
    widget.later(1);
    assert_eq!(current(&widget), "B");

    let mut fast = showing(&[("layout", "rotator"), ("speed", "120")]);
    fast.later(TURN / 2);
    assert_eq!(current(&fast), "B");
}

#[test]
fn nothing_turns_that_shall_stand_still() {
    for message in [
        Message::Pause,
        Message::Interacting(true),
        Message::MotionReduced(true),
        Message::Visible(false),
        Message::OnScreen(false),
        Message::FocusedByKeyboard,
        Message::Toggle(key(&rotator(), 0)),
    ] {
        let mut widget = rotator();
        let told = format!("{message:?}");
        widget.send(message);
        assert_eq!(turns(&mut widget, 2), "A A A", "{told}");
    }
    assert_eq!(turns(&mut showing(&[("layout", "list")]), 1), "A A");
    let mut still = showing(&[("layout", "rotator"), ("speed", "0")]);
    assert_eq!(turns(&mut still, 1), "A A");
}

#[test]
fn turns_go_on_when_the_pointer_leaves_but_not_when_the_keyboard_does() {
    let mut pointed = rotator();
    pointed.send(Message::Interacting(true));
    pointed.send(Message::Interacting(false));
    assert_eq!(turns(&mut pointed, 1), "A B");

    let mut focused = rotator();
    focused.send(Message::Interacting(true));
    focused.send(Message::FocusedByKeyboard);
    focused.send(Message::Interacting(false));
    assert_eq!(turns(&mut focused, 1), "A A");
}

#[test]
fn who_presses_play_sees_it_turn_at_once_though_the_focus_is_still_there() {
    let mut widget = rotator();
    widget.send(Message::Interacting(true));
    widget.send(Message::FocusedByKeyboard);
    widget.send(Message::Play);
    assert_eq!(turns(&mut widget, 1), "A B");
    widget.send(Message::Interacting(false));
    widget.send(Message::Interacting(true));
    assert_eq!(turns(&mut widget, 1), "B B");
}

#[test]
fn who_takes_the_turns_by_hand_keeps_them() {
    let mut widget = rotator();
    widget.send(Message::Turn(Neighbor::Previous));
    assert_eq!(current(&widget), "C");
    widget.send(Message::Turn(Neighbor::Next));
    widget.send(Message::Turn(Neighbor::Next));
    assert_eq!(turns(&mut widget, 1), "B B");
}

#[test]
fn a_rotator_stays_at_its_headline_when_others_come_or_go() {
    let mut widget = rotator();
    widget.later(TURN);
    widget.load(feed("News", "16:10 D\n16:00 A\n15:00 B\n14:00 C"));
    assert_eq!(current(&widget), "B");
    widget.load(feed("News", "16:10 D\n16:00 A\n14:00 C"));
    assert_eq!(current(&widget), "D");
}

#[test]
fn a_preview_opens_under_the_pointer_after_a_moment_and_closes_so() {
    let mut widget = showing(&[("preview", "popover")]);
    widget.send(Message::Hovered(Some(key(&widget, 1))));
    assert_eq!(widget.opened(), None);
    assert_eq!(widget.later(300), ["preview B"]);
    assert_eq!(widget.opened().as_deref(), Some("B"));
    widget.send(Message::Hovered(None));
    widget.later(299);
    assert_eq!(widget.opened().as_deref(), Some("B"));
    widget.later(1);
    assert_eq!(widget.opened(), None);
}

#[test]
fn a_pointer_that_passes_by_opens_nothing_and_one_that_goes_over_to_the_preview_keeps_it() {
    let mut widget = showing(&[("preview", "popover")]);
    widget.send(Message::Hovered(Some(key(&widget, 0))));
    widget.later(100);
    widget.send(Message::Hovered(None));
    widget.later(SECOND);
    assert_eq!(widget.opened(), None);

    widget.send(Message::Hovered(Some(key(&widget, 0))));
    widget.later(SECOND);
    widget.send(Message::Hovered(None));
    widget.later(100);
    widget.send(Message::Hovered(Some(key(&widget, 0))));
    widget.later(SECOND);
    assert_eq!(widget.opened().as_deref(), Some("A"));
}

#[test]
fn escape_closes_what_the_pointer_opened_until_the_pointer_comes_again() {
    let mut widget = showing(&[("preview", "popover")]);
    widget.send(Message::Hovered(Some(key(&widget, 0))));
    widget.later(SECOND);
    // The focus was never in it, so it goes nowhere.
    assert_eq!(widget.send(Message::Close), [""; 0]);
    widget.send(Message::Hovered(Some(key(&widget, 0))));
    widget.later(SECOND);
    assert_eq!(widget.opened(), None);
    widget.send(Message::Hovered(None));
    widget.send(Message::Hovered(Some(key(&widget, 0))));
    widget.later(SECOND);
    assert_eq!(widget.opened().as_deref(), Some("A"));
}

#[test]
fn what_lay_under_a_closed_preview_or_gets_the_focus_back_opens_nothing() {
    for index in [0, 1] {
        let mut widget = showing(&[("preview", "popover")]);
        widget.send(Message::Hovered(Some(key(&widget, 0))));
        widget.toggle(0);
        widget.later(SECOND);
        widget.send(Message::Close);
        // Chromium tells that the focus leaves what vanishes, before it comes to the button.
        widget.send(Message::Hovered(None));
        widget.send(Message::Hovered(Some(key(&widget, index))));
        widget.later(SECOND);
        assert_eq!(widget.opened(), None);
        // Now the reader moves.
        widget.send(Message::Hovered(Some(key(&widget, 1 - index))));
        widget.later(SECOND);
        assert!(widget.opened().is_some());
    }
}

#[test]
fn what_the_reader_presses_stays_when_the_pointer_leaves() {
    let mut widget = showing(&[("preview", "popover")]);
    widget.send(Message::Hovered(Some(key(&widget, 0))));
    widget.later(SECOND);
    assert_eq!(widget.toggle(0), ["preview A", "focus Preview"]);
    widget.send(Message::Hovered(None));
    widget.later(SECOND);
    assert_eq!(widget.opened().as_deref(), Some("A"));
    widget.send(Message::Dismiss);
    assert_eq!(widget.opened(), None);
}

#[test]
fn a_preview_that_lies_over_the_page_is_never_open_at_first() {
    let widget = showing(&[("preview", "popover"), ("open", "first")]);
    assert_eq!(widget.opened(), None);
}

#[test]
fn nothing_opens_under_the_pointer_where_previews_stand_in_the_page() {
    let mut widget = showing(&[]);
    widget.send(Message::Hovered(Some(key(&widget, 0))));
    widget.later(SECOND);
    assert_eq!(widget.opened(), None);
}

#[test]
fn the_focus_goes_along_from_preview_to_preview_and_stops_at_the_ends() {
    let mut widget = showing(&[("preview", "panel")]);
    assert_eq!(widget.toggle(1), ["preview B", "focus Preview"]);
    assert_eq!(
        widget.send(Message::OpenNeighbor(Neighbor::Next)),
        ["preview C", "focus Neighbor(Next)"]
    );
    assert_eq!(widget.send(Message::OpenNeighbor(Neighbor::Next)), [""; 0]);
    assert_eq!(widget.opened().as_deref(), Some("C"));
    assert_eq!(widget.send(Message::Close), ["focus Toggle(2)"]);
}
