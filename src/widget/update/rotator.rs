//! What moves by itself: the turns of a rotator, and whether all motion stands still.
//!
//! A ticker's own running is left to the style sheet, because only the browser's compositor
//! moves a line without work for the page.

use std::sync::Arc;

use crate::config::Layout;
use crate::time::Timestamp;
use crate::widget::model::{Headline, Model, Neighbor, Playback};

/// Brings up the headline next to the one that a rotator shows; the ends meet.
pub fn turn(model: &mut Model, neighbor: Neighbor) {
    let count = model.shown.len();
    let index = model.current_index();
    let next = neighbor.index_from(index, count).unwrap_or(match neighbor {
        Neighbor::Previous => count.saturating_sub(1),
        Neighbor::Next => 0,
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
        turn(model, Neighbor::Next);
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
    let rests = match motion.playback {
        Playback::Auto => model.busy,
        Playback::Paused => true,
        Playback::Playing => false,
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
