//! The only writer of the model: messages in, commands out. Time and chance come with every
//! message, so that all behaviour in time is tested without a clock.

mod headlines;
mod hover;
mod preview;
mod rotator;

use std::sync::Arc;

use self::headlines::{
    announce, has_news, must_wait, next_announcement, received, report, report_error,
    report_offline, show, show_more, show_silently, show_waiting,
};
use self::hover::Due;
use self::preview::{close, open_first, open_neighbor, toggle};

use crate::address::{LinkAddress, WebAddress};
use crate::config::{Config, ConfigProblem, Layout, Time};
use crate::source::{FeedState, Route, Subscription, WidgetError};
use crate::time::{MINUTE, Tick, Timestamp};
use crate::widget::event::Event;
use crate::widget::model::{Key, Model, Neighbor, Playback, PreviewState, Source};
use crate::widget::selection::next_release;

/// Something that happened.
#[derive(Clone, Debug)]
pub enum Message {
    /// The options were read: at first, or because an attribute changed.
    Configured(Arc<Config>, Vec<ConfigProblem>),
    /// A feed came in, or failed to.
    Received(WebAddress, FeedState),
    /// The time asked for with [`Command::WakeAt`] has come.
    Woke,
    /// The page became visible or hidden.
    Visible(bool),
    /// The widget came near the visible part of the page, or left it.
    OnScreen(bool),
    /// The device came online or went offline.
    Online(bool),
    /// The reader began or ceased to point at or focus something in the widget.
    Interacting(bool),
    /// The reader has scrolled on from where the headlines begin, or is back there.
    Scrolled(bool),
    /// Somebody wants the feeds asked now.
    Refresh,
    /// All motion shall stop.
    Pause,
    /// Motion may go on.
    Play,
    /// The reader's device asks for no motion, or does so no longer.
    MotionReduced(bool),
    /// The reader brings up another headline of a rotator.
    Turn(Neighbor),
    /// The focus came to the widget by the keyboard.
    FocusedByKeyboard,
    /// The pointer or the focus came to this headline or its preview, or left it.
    Hovered(Option<Key>),
    /// The reader wants to see the headlines that wait.
    ShowWaiting,
    /// The reader wants to see more of the headlines than the limit.
    ShowMore,
    /// The reader opens the preview of a headline, or closes it.
    Toggle(Key),
    /// The reader goes on from the open preview to that of the headline before or after.
    OpenNeighbor(Neighbor),
    /// The reader closes the open preview.
    Close,
    /// The reader presses something else while a preview lies over the page.
    Dismiss,
    /// The reader follows the link of a headline.
    Followed(Key),
    /// The reader follows a link of the follow panel.
    FollowedChannel(LinkAddress),
}

/// Something to be done by the shell.
#[derive(Clone, Debug, PartialEq)]
pub enum Command {
    /// All that the widget wants of the page's pollers from now on.
    Subscribe(Vec<Subscription>),
    /// Have the feeds asked now.
    AskNow,
    /// The network may be back: have the feeds asked that failed.
    Retry,
    /// Send [`Message::Woke`] at that time, and at no other.
    WakeAt(Timestamp),
    /// Say it on the console, to the person who put the widget there.
    Report(String),
    /// Move the focus, once everything is drawn.
    Focus(Focus),
    /// Tell the page.
    Emit(Event),
}

/// Where the focus goes when what it was on vanishes, or what the reader asked for appears
/// somewhere else.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Focus {
    /// The headlines.
    Headlines,
    /// The link of the headline at this index.
    Headline(usize),
    /// The button that opens the preview of the headline at this index.
    Toggle(usize),
    /// The open preview.
    Preview,
    /// The button in the open preview that goes on that way, else the preview.
    Neighbor(Neighbor),
}

/// Whether other headlines may be shown because of `message`. If so, [`Message::Scrolled`] has
/// to come before it: the shell measures that only then, because measuring may cost a layout.
pub fn may_change_headlines(model: &Model, message: &Message) -> bool {
    matches!(message, Message::Received(..)) || model.waiting.is_some()
}

/// Takes a message into the model and returns what is to be done, in order.
pub fn update(model: &mut Model, message: Message, tick: Tick) -> Vec<Command> {
    let mut commands = Vec::new();
    // Every message moves the timeout: one that comes just before it must do its work.
    let is_release_due = next_release(model).is_some_and(|time| time <= tick.now);
    model.latest = model.latest.max(tick.now);
    if is_release_due {
        show(model, tick.now, &mut commands);
    }
    match message {
        Message::Configured(config, problems) => {
            configure(model, config, tick.now, &mut commands);
            for problem in problems {
                report(model, problem.to_string(), &mut commands);
            }
        }
        Message::Received(feed, feed_state) => {
            received(model, &feed, feed_state, tick.now, &mut commands);
        }
        // What is due is done below, whatever the message.
        Message::Woke => show(model, tick.now, &mut commands),
        Message::Visible(visible) => model.presence.visible = visible,
        Message::OnScreen(on_screen) => model.presence.on_screen = on_screen,
        Message::Online(online) => {
            model.presence.online = online;
            if online {
                commands.push(Command::Retry);
            }
        }
        Message::Interacting(busy) => {
            model.busy = busy;
            if !busy && model.motion.playback == Playback::Playing {
                model.motion.playback = Playback::Auto;
            }
        }
        Message::Scrolled(scrolled) => model.scrolled = scrolled,
        Message::Refresh => commands.push(Command::AskNow),
        Message::Pause => model.motion.playback = Playback::Paused,
        Message::Play => model.motion.playback = Playback::Playing,
        Message::MotionReduced(is_reduced) => model.motion.is_reduced = is_reduced,
        Message::Turn(neighbor) => {
            rotator::turn(model, neighbor);
            // Who takes the turns by hand does not want them taken away.
            model.motion.playback = Playback::Paused;
        }
        Message::FocusedByKeyboard => {
            // The carousel pattern: turns end when the keyboard comes, and do not begin again
            // by themselves. A ticker only rests meanwhile.
            if model.config.layout == Layout::Rotator {
                model.motion.playback = Playback::Paused;
            }
        }
        Message::Hovered(key) => hover::moved(model, key, tick.now),
        Message::ShowWaiting => {
            show_waiting(model, &mut commands);
            commands.push(Command::Focus(Focus::Headlines));
        }
        Message::ShowMore => show_more(model, tick.now, &mut commands),
        Message::Toggle(key) => toggle(model, key, tick.now, &mut commands),
        Message::OpenNeighbor(neighbor) => open_neighbor(model, neighbor, &mut commands),
        Message::Close => close(model, tick.now, &mut commands),
        Message::Dismiss => {
            hover::rest(model, tick.now);
            model.open = PreviewState::Closed;
        }
        Message::Followed(key) => {
            if let Some(headline) = model.headline(&key).cloned() {
                commands.push(Command::Emit(Event::LinkFollowed(headline)));
            }
        }
        Message::FollowedChannel(address) => {
            commands.push(Command::Emit(Event::ChannelFollowed(address)));
        }
    }
    if !must_wait(model) {
        show_waiting(model, &mut commands);
    }
    open_first(model, tick.now);
    if !model.presence.online {
        report_offline(model, &mut commands);
    }
    announce(model, tick.now);
    subscribe(model, &mut commands);
    let hover = match hover::open_or_close(model, tick.now) {
        Due::Nothing => None,
        Due::At(time) => Some(time),
        Due::Opened(headline) => {
            commands.push(Command::Emit(Event::PreviewOpened(headline)));
            None
        }
    };
    let turns = rotator::take_turns(model, tick.now);
    let wake = [redraws(model, tick.now), hover, turns]
        .into_iter()
        .flatten()
        .min();
    commands.extend(wake.map(Command::WakeAt));
    commands
}

fn configure(model: &mut Model, config: Arc<Config>, now: Timestamp, commands: &mut Vec<Command>) {
    let limits = |config: &Config| (config.limit, config.more);
    if config.feed != model.config.feed || limits(&config) != limits(&model.config) {
        model.revealed = 0;
    }
    if config.open != model.config.open {
        model.open = PreviewState::Untouched;
    }
    let mut old = std::mem::take(&mut model.sources);
    for address in &config.feed {
        let is_it = |source: &Source| source.address == *address;
        if model.sources.iter().any(is_it) {
            continue;
        }
        let known = old.iter().position(is_it);
        model.sources.push(match known {
            Some(index) => old.swap_remove(index),
            None => Source {
                address: address.clone(),
                feed_state: None,
            },
        });
    }
    if config.feed.is_empty() {
        report_error(model, WidgetError::NoFeed, commands);
    }
    // Other options make the view build all its elements again, and the reader's focus is lost
    // with the old ones. So equal options must not count as others.
    if *model.config != *config {
        model.config = config;
    }
    show_silently(model, now, commands);
    if !has_news(model) {
        // None of the new feeds has come yet, and those shown are not asked for any more.
        model.shown = Arc::default();
        model.waiting = None;
    }
}

/// Tells the pollers when the widget wants something else of them.
fn subscribe(model: &mut Model, commands: &mut Vec<Command>) {
    let wanted: Vec<Subscription> = model
        .sources
        .iter()
        .map(|source| Subscription {
            route: Route {
                address: model.config.request_address(&source.address),
                feed: source.address.clone(),
            },
            refresh: model.config.refresh.get(),
            push: model.config.push.clone(),
            is_active: is_wanted_now(model, source),
        })
        .collect();
    if wanted != model.subscribed {
        model.subscribed.clone_from(&wanted);
        commands.push(Command::Subscribe(wanted));
    }
}

/// What comes first is wanted also where the widget is far from the reader: it was loaded
/// for that, by the option or because the reader was near.
fn is_wanted_now(model: &Model, source: &Source) -> bool {
    let presence = model.presence;
    presence.is_active() || (presence.visible && presence.online && source.feed_state.is_none())
}

/// When something is to be drawn again for no other reason than the time. While nobody looks,
/// nothing wakes.
fn redraws(model: &Model, now: Timestamp) -> Option<Timestamp> {
    if !model.presence.is_seen() {
        return None;
    }
    let ticks = model.config.time == Time::Relative && !model.shown.is_empty();
    let tick = ticks.then(|| Timestamp(now.0.saturating_add(MINUTE)));
    let announcement = next_announcement(model).filter(|_| model.unannounced > 0);
    let grows_old = model.sources.iter().filter_map(Source::stale_at);
    // It is late after that moment, not in it.
    let grows_old = grows_old.map(|time| time.after(1));
    let times = [tick, announcement, next_release(model)];
    let times = times.into_iter().flatten().chain(grows_old);
    times.filter(|time| *time > now).min()
}
