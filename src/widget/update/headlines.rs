//! What comes of the feeds: shown, kept waiting, announced, or reported.

use std::sync::Arc;

use super::{Command, Focus};
use crate::address::WebAddress;
use crate::source::{FeedState, Snapshot, WidgetError};
use crate::time::{MINUTE, Timestamp};
use crate::widget::event::Event;
use crate::widget::model::{Announcement, Headline, Mark, Model, PreviewState, Source};
use crate::widget::selection::select;

/// Takes in how a feed is doing.
pub fn received(
    model: &mut Model,
    feed: &WebAddress,
    new: FeedState,
    now: Timestamp,
    commands: &mut Vec<Command>,
) {
    let mut sources = model.sources.iter_mut();
    let Some(source) = sources.find(|source| source.address == *feed) else {
        return;
    };
    let old = source.feed_state.take();
    let is_same = old.as_ref().is_some_and(|old| old.shows_the_same_as(&new));
    let (known, told) = match old {
        Some(old) => (old.snapshot, old.last_error),
        None => (None, None),
    };
    let is_first = known.is_none();
    let is_new_error = new.last_error.is_some() && new.last_error != told;
    let new_error = new.last_error.clone().filter(|_| is_new_error);
    source.feed_state = Some(FeedState {
        // Another way to the feed, by a proxy, may not have led anywhere yet.
        snapshot: new.snapshot.or(known),
        ..new
    });
    // With `max-age` headlines also go by the time alone.
    if !is_same || model.config.max_age.is_some() {
        let show = if is_first { show_silently } else { show };
        show(model, now, commands);
    }
    if let Some(error) = new_error {
        let (kind, message) = (error.name(), error.message(feed));
        report(model, message.clone(), commands);
        commands.push(Command::Emit(Event::Error { kind, message }));
    }
}

/// Works out what is to be shown, and shows it unless that would move what the reader is at.
pub fn show(model: &mut Model, now: Timestamp, commands: &mut Vec<Command>) {
    if !has_news(model) {
        return;
    }
    let mut headlines = select_again(model, now);
    // A headline that did not change stays the very same, and so does what shows it.
    for headline in &mut headlines {
        if let Some(old) = model.shown.iter().find(|old| *old == headline) {
            *headline = old.clone();
        }
    }
    let is_same = headlines.len() == model.shown.len()
        && headlines
            .iter()
            .zip(model.shown.iter())
            .all(|(new, old)| Arc::ptr_eq(new, old));
    if is_same && model.announced_ready {
        model.waiting = None;
        return;
    }
    let must_wait = must_wait(model);
    if must_wait {
        mark_withdrawn(model, &headlines);
    }
    let known = model.waiting.as_ref().unwrap_or(&model.shown);
    let is_new = |new: &&Arc<Headline>| known.iter().all(|old| old.key != new.key);
    let count = headlines.iter().filter(is_new).count();
    if model.announced_ready {
        let count = u32::try_from(count).unwrap_or(u32::MAX);
        model.unannounced = model.unannounced.saturating_add(count);
    }
    model.waiting = Some(Arc::new(headlines));
    if model.shown.is_empty() || !must_wait {
        show_waiting(model, commands);
    }
}

/// The same without reading it aloud: the first that is known of a feed, and what other options
/// show, is no news.
pub fn show_silently(model: &mut Model, now: Timestamp, commands: &mut Vec<Command>) {
    let unannounced = model.unannounced;
    show(model, now, commands);
    model.unannounced = unannounced;
}

fn select_again(model: &mut Model, now: Timestamp) -> Vec<Arc<Headline>> {
    let selection = select(
        &model.config,
        &model.sources,
        now,
        model.latest,
        model.revealed,
        model.host,
    );
    model.has_more = selection.has_more;
    selection.headlines
}

/// Shows the next headlines that the feeds hold already, under those that are shown. What waits
/// to be shown above them goes on waiting.
pub fn show_more(model: &mut Model, now: Timestamp, commands: &mut Vec<Command>) {
    // Those that wait above take no place from those that are asked for.
    let more = model.config.more.get() + model.count_waiting();
    model.revealed = model.revealed.saturating_add(more);
    let selected = select_again(model, now);
    let first_new = model.shown.len();
    let last = model.shown.last().map(|it| it.key.clone());
    let mut shown = Vec::clone(&model.shown);
    let after_last = selected
        .iter()
        .skip_while(|it| Some(&it.key) != last.as_ref());
    shown.extend(after_last.skip(1).cloned());
    model.shown = Arc::new(shown);
    if model.waiting.is_some() {
        model.waiting = Some(Arc::new(selected));
    }
    commands.push(Command::Emit(Event::Update(model.shown.clone())));
    commands.push(Command::Focus(Focus::Headline(first_new)));
}

/// Whether any of the feeds has come.
pub fn has_news(model: &Model) -> bool {
    model.sources.iter().any(|it| it.snapshot().is_some())
}

/// Shows what waits, if anything does.
pub fn show_waiting(model: &mut Model, commands: &mut Vec<Command>) {
    let Some(headlines) = model.waiting.take() else {
        return;
    };
    model.shown = headlines.clone();
    commands.push(Command::Emit(if model.announced_ready {
        Event::Update(headlines)
    } else {
        model.announced_ready = true;
        Event::Ready(headlines)
    }));
}

/// Whether a change would move what the reader is at.
pub fn must_wait(model: &Model) -> bool {
    let is_reading = matches!(model.open, PreviewState::ByReader(_)) && model.opened().is_some();
    model.busy || model.scrolled || is_reading
}

/// What the reader reads stays, and says so when its publisher has taken it back.
fn mark_withdrawn(model: &mut Model, new: &[Arc<Headline>]) {
    let Some(opened) = model.opened() else {
        return;
    };
    let is_there = new.iter().any(|it| it.key == opened.key);
    let mut sources = model.sources.iter();
    let own = sources.find(|source| source.address == opened.feed);
    let snapshot = own.and_then(Source::snapshot);
    let withdraws = |it: &Snapshot| it.withdraws(&opened.entry_key, &opened.item);
    if is_there || !snapshot.is_some_and(withdraws) {
        return;
    }
    let withdrawn = Arc::new(Headline {
        mark: Some(Mark::Withdrawn),
        ..Headline::clone(opened)
    });
    let shown = model
        .shown
        .iter()
        .map(|old| match old.key == withdrawn.key {
            true => withdrawn.clone(),
            false => old.clone(),
        });
    model.shown = Arc::new(shown.collect());
}

/// Reads new headlines aloud, at most once a minute.
pub fn announce(model: &mut Model, now: Timestamp) {
    if model.unannounced > 0 && next_announcement(model).is_none_or(|time| time <= now) {
        model.announcement = Some(Announcement {
            count: std::mem::take(&mut model.unannounced),
            at: now,
        });
    }
}

/// When new headlines may be read aloud again.
pub fn next_announcement(model: &Model) -> Option<Timestamp> {
    let last = model.announcement?;
    Some(Timestamp(last.at.0.saturating_add(MINUTE)))
}

/// Where nothing was ever shown, the partner's own content stands in.
pub fn report_offline(model: &mut Model, commands: &mut Vec<Command>) {
    if model.shown.is_empty() && !model.sources.is_empty() {
        report_error(model, WidgetError::NothingKept, commands);
    }
}

/// Says on the console and to the page what is wrong, once.
pub fn report_error(model: &mut Model, error: WidgetError, commands: &mut Vec<Command>) {
    let (kind, message) = (error.name(), error.message());
    if report(model, message.clone(), commands) {
        commands.push(Command::Emit(Event::Error { kind, message }));
    }
}

/// Says something on the console, once.
pub fn report(model: &mut Model, message: String, commands: &mut Vec<Command>) -> bool {
    if model.reported.contains(&message) {
        return false;
    }
    model.reported.push(message.clone());
    commands.push(Command::Report(message));
    true
}
