//! Previews that open while a headline is pointed at or focused, and close soon after: by the
//! rules of [WCAG 1.4.13], so that the pointer can go over to the preview, and Escape closes it.
//!
//! [WCAG 1.4.13]: https://www.w3.org/WAI/WCAG22/Understanding/content-on-hover-or-focus.html

use crate::config::Preview;
use crate::time::Timestamp;
use crate::widget::model::{Headline, Hover, Key, Model, PreviewState};
use std::sync::Arc;

/// A pointer that only passes by opens nothing, and one that crosses a gap closes nothing.
const HOVER_DELAY: i64 = 300;

/// The pointer or the focus is at a headline or its preview now, or at none.
pub fn moved(model: &mut Model, over: Option<Key>, now: Timestamp) {
    if model.config.preview != Preview::Popover || model.hover.over == over {
        return;
    }
    model.hover = Hover {
        over,
        due: Some(Timestamp(now.0.saturating_add(HOVER_DELAY))),
    };
}

/// Nothing opens until the pointer or the focus moves again.
pub fn forget(model: &mut Model) {
    model.hover.due = None;
}

/// Opens or closes what is due, and says when to look again; a preview that opened is the
/// second of the two.
pub fn open_or_close(
    model: &mut Model,
    now: Timestamp,
) -> (Option<Timestamp>, Option<Arc<Headline>>) {
    let Some(due) = model.hover.due else {
        return (None, None);
    };
    // A clock that was set back does not put it off for ever.
    if due > now && due.0 - now.0 <= HOVER_DELAY {
        return (Some(due), None);
    }
    model.hover.due = None;
    let opened = model.opened().map(|headline| headline.key.clone());
    match (&model.open, model.hover.over.clone()) {
        // What the reader opened with a press stays until the reader closes it.
        (PreviewState::ByReader(_), _) if opened.is_some() => (None, None),
        (_, Some(over)) if opened.as_ref() != Some(&over) => {
            let headline = model.headline(&over).cloned();
            model.open = PreviewState::ByHover(over);
            (None, headline)
        }
        (PreviewState::ByHover(_), None) => {
            model.open = PreviewState::Closed;
            (None, None)
        }
        _ => (None, None),
    }
}
