//! The button that stops all motion, and those that take a rotator's turns by hand.

use std::sync::Arc;

use super::button::button;
use super::tree::{TreeElement, TreeNode, dynamic, part};
use super::{ViewContext, icon};
use crate::i18n::Phrase;
use crate::widget::model::Neighbor;
use crate::widget::update::Message;

/// "Pause", or "play" while all stands still (WCAG 2.2.2): there as long as something would
/// move by itself. It stays the same button when it changes, or it would lose the focus.
pub fn pause(context: &Arc<ViewContext>) -> TreeNode {
    let context = context.clone();
    dynamic(move || {
        let moves = context.config.speed.get() > 0 && !context.view_model.is_motion_reduced();
        moves.then(|| pause_button(&context))
    })
}

fn pause_button(context: &Arc<ViewContext>) -> TreeElement {
    let named = context.clone();
    let name = move || {
        let is_paused = named.view_model.is_paused();
        let name = if is_paused {
            Phrase::Play
        } else {
            Phrase::Pause
        };
        Some(named.locale.phrase(name).to_owned())
    };
    let drawn = context.view_model.clone();
    let sign = move || {
        icon::icon(if drawn.is_paused() {
            icon::PLAY
        } else {
            icon::PAUSE
        })
    };
    let (view_model, dispatch) = (context.view_model.clone(), context.dispatch.clone());
    let press = move || {
        dispatch(if view_model.is_paused() {
            Message::Play
        } else {
            Message::Pause
        });
    };
    part("button", "pause")
        .attr("type", "button")
        .attr("class", "control pause")
        .attr_dyn("aria-label", name.clone())
        .attr_dyn("title", name)
        .on("click", press)
        .child(dynamic(sign))
}

/// The button that takes a step; `message` makes the message of it.
pub fn neighbor(
    context: &Arc<ViewContext>,
    neighbor: Neighbor,
    message: fn(Neighbor) -> Message,
) -> TreeElement {
    let (class, name) = match neighbor {
        Neighbor::Previous => ("control previous", Phrase::Previous),
        Neighbor::Next => ("control next", Phrase::Next),
    };
    let dispatch = context.dispatch.clone();
    button(class, icon::NEXT, context.locale.phrase(name))
        .on("click", move || dispatch(message(neighbor)))
}
