//! Previews that open while a headline is pointed at or focused, and close soon after: by the
//! rules of [WCAG 1.4.13], so that the pointer can go over to the preview, and Escape closes it.
//!
//! [WCAG 1.4.13]: https://www.w3.org/WAI/WCAG22/Understanding/content-on-hover-or-focus.html

use std::sync::Arc;

use crate::config::Preview;
use crate::time::Timestamp;
use crate::widget::model::{Headline, Key, Model, PreviewState};

/// A pointer that only passes by opens nothing, and one that crosses a gap closes nothing.
const HOVER_DELAY: i64 = 300;

/// What became of the preview that was to open or close.
pub enum Due {
    /// Nothing, and nothing will.
    Nothing,
    /// It is not time yet.
    At(Timestamp),
    /// It opened, with that headline.
    Opened(Arc<Headline>),
}

/// The pointer or the focus is at a headline or its preview now, or at none.
pub fn moved(model: &mut Model, over: Option<Key>, now: Timestamp) {
    if model.config.preview != Preview::Popover || model.hover.over == over {
        return;
    }
    let soon = Timestamp(now.0.saturating_add(HOVER_DELAY));
    // What has closed lets the pointer see what lay under it, and gives the focus back: neither
    // of the two was moved by the reader.
    let was_moved = |chosen: Timestamp| !(0..HOVER_DELAY).contains(&(now.0 - chosen.0));
    model.hover.over = over;
    model.hover.due = model.hover.chosen.is_none_or(was_moved).then_some(soon);
}

/// The reader has opened or closed a preview: nothing opens until the pointer or the focus moves.
pub fn rest(model: &mut Model, now: Timestamp) {
    model.hover.due = None;
    model.hover.chosen = Some(now);
}

/// Opens or closes what is due.
pub fn open_or_close(model: &mut Model, now: Timestamp) -> Due {
    let Some(due) = model.hover.due else {
        return Due::Nothing;
    };
    // A clock that was set back does not put it off for ever.
    if due > now && due.0 - now.0 <= HOVER_DELAY {
        return Due::At(due);
    }
    model.hover.due = None;
    let opened = model.opened().map(|headline| headline.key.clone());
    match (&model.open, model.hover.over.clone()) {
        // What the reader opened with a press stays until the reader closes it.
        (PreviewState::ByReader(_), _) if opened.is_some() => Due::Nothing,
        (_, Some(over)) if opened.as_ref() != Some(&over) => {
            let headline = model.headline(&over).cloned();
            model.open = PreviewState::ByHover(over);
            headline.map_or(Due::Nothing, Due::Opened)
        }
        (PreviewState::ByHover(_), None) => {
            model.open = PreviewState::Closed;
            Due::Nothing
        }
        _ => Due::Nothing,
    }
}
