//! Previews that open while a headline is pointed at or focused.

use std::sync::Arc;

use super::ViewContext;
use super::tree::TreeElement;
use crate::config::Preview;
use crate::widget::model::Key;
use crate::widget::update::Message;

/// Tells when the pointer or the focus comes to an element that belongs to a headline, and
/// when it leaves, where a preview opens by that.
pub fn track_hover(context: &Arc<ViewContext>, key: &Key, mut element: TreeElement) -> TreeElement {
    if context.config.preview != Preview::Popover {
        return element;
    }
    for (event, over) in [
        ("pointerover", Some(key)),
        ("pointerout", None),
        ("focusin", Some(key)),
        ("focusout", None),
    ] {
        let (dispatch, over) = (context.dispatch.clone(), over.cloned());
        element = element.on(event, move || dispatch(Message::Hovered(over.clone())));
    }
    element
}
