//! What moves by itself: the turns of a rotator, and whether all motion stands still.
//!
//! A ticker's own running is left to the style sheet, because only the browser's compositor
//! moves a line without work for the page.

use std::sync::Arc;

use crate::config::Layout;
use crate::feed::Timestamp;
use crate::model::{Headline, Key, Model};

/// The motion of a widget.
#[derive(Clone, Debug, Default)]
pub struct Motion {
    /// What the reader or the page wants of it.
    pub will: Will,
    /// The reader's device asks for none (`prefers-reduced-motion`).
    pub is_reduced: bool,
    /// The headline that a rotator shows; without it, or when it is gone, the first.
    pub current: Option<Key>,
    /// When the next turn is due, while turns are taken.
    pub turn: Option<Timestamp>,
}

/// What is wanted of motion.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Will {
    /// Nothing was said: it rests while the reader is at the widget.
    #[default]
    Unsaid,
    /// It shall stop.
    Stopped,
    /// It shall go on, even while the reader is still at the button that says so.
    Going,
}

/// A step among the headlines.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// To the one before.
    Previous,
    /// To the one after.
    Next,
}

impl Step {
    /// The place next to `place`, if there is one below `count`.
    pub fn from(self, place: usize, count: usize) -> Option<usize> {
        match self {
            Step::Previous => place.checked_sub(1),
            Step::Next => Some(place + 1).filter(|next| *next < count),
        }
    }
}

/// Brings up the headline next to the one that a rotator shows; the ends meet.
pub fn turn(model: &mut Model, step: Step) {
    let count = model.shown.len();
    let place = model.current_place();
    let next = step.from(place, count).unwrap_or(match step {
        Step::Previous => count.saturating_sub(1),
        Step::Next => 0,
    });
    model.motion.current = model.shown.get(next).map(|headline| headline.key.clone());
    model.motion.turn = None;
}

/// Takes the turn that is due, and says when the next one is; `None` while nothing turns.
pub fn take_turns(model: &mut Model, now: Timestamp) -> Option<Timestamp> {
    if !turns(model) {
        model.motion.turn = None;
        return None;
    }
    if model.motion.turn.is_some_and(|due| due <= now) {
        turn(model, Step::Next);
    }
    let speed = i64::from(model.config.speed.get());
    let wait = reading_time(model.current()?) * 60 / speed.max(1);
    let due = Timestamp(now.0.saturating_add(wait));
    Some(*model.motion.turn.get_or_insert(due))
}

/// Whether a rotator turns by itself just now. It rests while the reader is at it: the
/// [carousel pattern] asks for that, and WCAG 2.2.2 for a button besides.
///
/// [carousel pattern]: https://www.w3.org/WAI/ARIA/apg/patterns/carousel/
fn turns(model: &Model) -> bool {
    let motion = &model.motion;
    let rests = match motion.will {
        Will::Unsaid => model.busy,
        Will::Stopped => true,
        Will::Going => false,
    };
    model.config.layout == Layout::Rotator
        && model.config.speed.get() > 0
        && model.shown.len() > 1
        && model.presence.visible
        && model.presence.on_screen
        && !rests
        && !motion.is_reduced
        && model.opened().is_none()
}

/// How long a headline stands, in milliseconds: time to find it, and to read it slowly.
fn reading_time(headline: &Arc<Headline>) -> i64 {
    let characters = headline.item.headline().chars().count();
    3_000 + 60 * i64::try_from(characters).unwrap_or(0).min(200)
}
