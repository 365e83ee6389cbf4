//! What the reader opens, goes on to and closes.

use super::{Command, Focus};
use crate::time::{MINUTE, SECOND, Timestamp};
use crate::widget::event::Event;
use crate::widget::model::{Key, Model, Neighbor, PreviewState};
use crate::widget::update::headlines::must_wait;
use crate::widget::update::hover;

/// How long after it has opened by itself an article is taken to be read, in milliseconds: before,
/// it may be a copy's, which the feed replaces; later, the page stands somewhere by itself.
const READING: std::ops::Range<i64> = 5 * SECOND..10 * MINUTE;

/// Opens the first headline where the option says so. An article that somebody may be reading
/// does not give way to a newer one.
pub fn open_first(model: &mut Model, now: Timestamp) {
    let first = model.shown.first().filter(|_| model.config.opens_first());
    match (&model.open, first) {
        (PreviewState::ByOption(key, since), Some(first))
            if model.headline(key).is_some()
                && (*key == first.key
                    || must_wait(model)
                    || READING.contains(&(now.0 - since.0))) => {}
        (PreviewState::Untouched | PreviewState::ByOption(..), Some(first)) => {
            model.open = PreviewState::ByOption(first.key.clone(), now);
        }
        (PreviewState::ByOption(..), None) => model.open = PreviewState::Untouched,
        _ => {}
    }
}

/// Opens a preview, or closes it when it is the one that is open.
pub fn toggle(model: &mut Model, key: Key, now: Timestamp, commands: &mut Vec<Command>) {
    hover::rest(model, now);
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
pub fn close(model: &mut Model, now: Timestamp, commands: &mut Vec<Command>) {
    hover::rest(model, now);
    let index = model
        .opened()
        .and_then(|opened| model.index_of(&opened.key));
    let had_focus = !matches!(model.open, PreviewState::ByHover(_));
    if let Some(index) = index.filter(|_| had_focus) {
        commands.push(Command::Focus(Focus::Toggle(index)));
    }
    model.open = PreviewState::Closed;
}
