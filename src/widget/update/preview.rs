//! What the reader opens, goes on to and closes.

use super::{Command, Focus};
use crate::widget::event::Event;
use crate::widget::model::{Key, Model, Neighbor, PreviewState};
use crate::widget::update::hover;

/// Opens a preview, or closes it when it is the one that is open.
pub fn toggle(model: &mut Model, key: Key, commands: &mut Vec<Command>) {
    hover::forget(model);
    let is_pinned = !matches!(model.open, PreviewState::ByHover(_));
    if is_pinned && model.opened().is_some_and(|opened| opened.key == key) {
        model.open = PreviewState::Closed;
        return;
    }
    open(model, key, commands);
    // A preview under its headline comes next anyway; one that opens elsewhere does not.
    if !model.config.opens_in_place() && model.opened().is_some() {
        commands.push(Command::Focus(Focus::Preview));
    }
}

fn open(model: &mut Model, key: Key, commands: &mut Vec<Command>) {
    if let Some(headline) = model.headline(&key).cloned() {
        model.motion.current = Some(key.clone());
        model.open = PreviewState::ByReader(key);
        commands.push(Command::Emit(Event::PreviewOpened(headline)));
    }
}

/// Opens the preview before or after the open one.
pub fn open_neighbor(model: &mut Model, neighbor: Neighbor, commands: &mut Vec<Command>) {
    let index = model
        .opened()
        .and_then(|opened| model.index_of(&opened.key));
    let next = index.and_then(|index| neighbor.index_from(index, model.shown.len()));
    let next = next.and_then(|next| model.shown.get(next));
    if let Some(headline) = next.cloned() {
        open(model, headline.key.clone(), commands);
        commands.push(Command::Focus(Focus::Neighbor(neighbor)));
    }
}

/// Closes the preview. The focus goes back to the button that opened it, because what it is
/// on is about to vanish; a preview that opened under the pointer never had it.
pub fn close(model: &mut Model, commands: &mut Vec<Command>) {
    hover::forget(model);
    let index = model
        .opened()
        .and_then(|opened| model.index_of(&opened.key));
    let had_focus = !matches!(model.open, PreviewState::ByHover(_));
    if let Some(index) = index.filter(|_| had_focus) {
        commands.push(Command::Focus(Focus::Toggle(index)));
    }
    model.open = PreviewState::Closed;
}
