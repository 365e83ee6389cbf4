//! The only writer of the model: messages in, commands out. Time and chance come with every
//! message, so that all behaviour in time is tested without a clock.

use std::sync::Arc;

use crate::config::{Config, ConfigProblem, Layout, Time};
use crate::feed::{Reading, Timestamp};
use crate::hover;
use crate::link::{LinkAddress, WebAddress};
use crate::model::{
    FetchError, Headline, Headlines, Key, LastGood, Model, Opening, Source, select,
};
use crate::motion::{self, Step, Will};
use crate::schedule::{Moment, Polling};

const MINUTE: i64 = 60_000;

/// Something that happened.
#[derive(Clone, Debug)]
pub enum Message {
    /// The options were read, for the first time or anew.
    Configured(Arc<Config>, Vec<ConfigProblem>),
    /// A feed was read. `fresh` says how many seconds the server vouches for it.
    Loaded {
        /// The feed's address.
        source: WebAddress,
        /// What was read.
        reading: Box<Reading>,
        /// For how many seconds the answer stays fresh.
        fresh: Option<u32>,
    },
    /// A request came to nothing.
    Failed {
        /// The feed's address.
        source: WebAddress,
        /// Why.
        error: FetchError,
        /// How many seconds the server asks us to wait.
        retry_after: Option<u32>,
    },
    /// The time asked for with [`Command::WakeAt`] has come.
    Woke,
    /// The page became visible or hidden.
    Visible(bool),
    /// The widget came near the visible part of the page, or left it.
    OnScreen(bool),
    /// The device came online or went offline.
    Online(bool),
    /// The reader began or ceased to point at or focus something in the widget.
    Busy(bool),
    /// Somebody wants the feeds asked now.
    Refresh,
    /// All motion shall stop.
    Pause,
    /// Motion may go on.
    Play,
    /// The reader's device asks for no motion, or does so no longer.
    MotionReduced(bool),
    /// The reader brings up another headline of a rotator.
    Turn(Step),
    /// The focus came to the widget by the keyboard.
    FocusedByKeyboard,
    /// The pointer or the focus came to this headline or its preview, or left it.
    Over(Option<Key>),
    /// The reader wants to see the headlines that wait.
    ShowWaiting,
    /// The reader opens the preview of a headline, or closes it.
    Toggle(Key),
    /// The reader goes on from the open preview to that of the headline before or after.
    Read(Step),
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
    /// Ask for a feed.
    Fetch(WebAddress),
    /// Drop the request for a feed.
    Cancel(WebAddress),
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
    /// The button that opens the preview of the headline at this place.
    Toggle(usize),
    /// The open preview.
    Preview,
    /// The button in the open preview that goes on that way, else the preview.
    Step(Step),
}

/// What the page is told of.
#[derive(Clone, Debug, PartialEq)]
pub enum Event {
    /// The first headlines are shown.
    Ready(Headlines),
    /// Other headlines are shown than before.
    Update(Headlines),
    /// The reader follows a headline.
    Open(Arc<Headline>),
    /// A preview was opened.
    Preview(Arc<Headline>),
    /// The reader follows a channel.
    Follow(LinkAddress),
    /// Something went wrong.
    Error {
        /// A stable name.
        kind: &'static str,
        /// What it is, for the person who can mend it.
        message: String,
    },
}

/// Takes a message into the model and returns what is to be done, in order.
pub fn update(model: &mut Model, message: Message, moment: Moment) -> Vec<Command> {
    let mut commands = Vec::new();
    match message {
        Message::Configured(config, problems) => {
            configure(model, config, moment, &mut commands);
            for problem in problems {
                report(model, problem.to_string(), &mut commands);
            }
        }
        Message::Loaded {
            source,
            reading,
            fresh,
        } => {
            loaded(model, &source, *reading, fresh, moment, &mut commands);
        }
        Message::Failed {
            source,
            error,
            retry_after,
        } => {
            failed(model, &source, error, retry_after, moment, &mut commands);
        }
        Message::Woke => {}
        Message::Visible(visible) => model.presence.visible = visible,
        Message::OnScreen(on_screen) => model.presence.on_screen = on_screen,
        Message::Online(online) => {
            model.presence.online = online;
            for source in &mut model.sources {
                if online && source.trouble.is_some() {
                    source.polling = source.polling.hurried(moment.now);
                }
            }
        }
        Message::Busy(busy) => {
            model.busy = busy;
            if !busy && model.motion.will == Will::Going {
                model.motion.will = Will::Unsaid;
            }
            if !busy && !is_reading(model) {
                show_waiting(model, &mut commands);
            }
        }
        Message::Refresh => {
            for source in &mut model.sources {
                source.polling = source.polling.hurried(moment.now);
            }
        }
        Message::Pause => model.motion.will = Will::Stopped,
        Message::Play => model.motion.will = Will::Going,
        Message::MotionReduced(is_reduced) => model.motion.is_reduced = is_reduced,
        Message::Turn(step) => {
            motion::turn(model, step);
            // Who takes the turns by hand does not want them taken away.
            model.motion.will = Will::Stopped;
        }
        Message::FocusedByKeyboard => {
            // The carousel pattern: turns end when the keyboard comes, and do not begin again
            // by themselves. A ticker only rests meanwhile.
            if model.config.layout == Layout::Rotator {
                model.motion.will = Will::Stopped;
            }
        }
        Message::Over(key) => hover::moved(model, key, moment.now),
        Message::ShowWaiting => {
            show_waiting(model, &mut commands);
            commands.push(Command::Focus(Focus::Headlines));
        }
        Message::Toggle(key) => toggle(model, key, &mut commands),
        Message::Read(step) => read_neighbour(model, step, &mut commands),
        Message::Close => close(model, &mut commands),
        Message::Dismiss => {
            hover::forget(model);
            model.open = Opening::Closed;
        }
        Message::Followed(key) => {
            if let Some(headline) = model.headline(&key).cloned() {
                commands.push(Command::Emit(Event::Open(headline)));
            }
        }
        Message::FollowedChannel(address) => {
            commands.push(Command::Emit(Event::Follow(address)));
        }
    }
    let asked = ask_what_is_due(model, moment, &mut commands);
    let (settles, opened) = hover::settle(model, moment.now);
    commands.extend(opened.map(|headline| Command::Emit(Event::Preview(headline))));
    let turns = motion::take_turns(model, moment.now);
    let wake = [asked, settles, turns].into_iter().flatten().min();
    commands.extend(wake.map(Command::WakeAt));
    commands
}

fn configure(model: &mut Model, config: Arc<Config>, moment: Moment, commands: &mut Vec<Command>) {
    if config.open != model.config.open {
        model.open = Opening::ByOption(config.open);
    }
    let mut old = std::mem::take(&mut model.sources);
    if config.refresh != model.config.refresh || config.proxy != model.config.proxy {
        // The waits were made by what no longer holds.
        for source in &mut old {
            source.polling = source.polling.hurried(moment.now);
        }
    }
    for address in &config.feeds {
        if model
            .sources
            .iter()
            .any(|source| source.address == *address)
        {
            continue;
        }
        let known = old.iter().position(|source| source.address == *address);
        model.sources.push(match known {
            Some(place) => old.swap_remove(place),
            None => Source {
                address: address.clone(),
                last_good: None,
                trouble: None,
                polling: Polling::at_once(moment.now),
            },
        });
    }
    for source in old {
        if source.polling.in_flight {
            commands.push(Command::Cancel(source.address));
        }
    }
    if config.feeds.is_empty() {
        let message = "the attribute feed names no feed: give it the address of one";
        report_error(model, "no-feed", String::from(message), commands);
    }
    // Other options draw the widget anew, which moves the reader's focus: equal ones must not.
    if *model.config != *config {
        model.config = config;
    }
    if model
        .sources
        .iter()
        .any(|source| source.last_good.is_some())
    {
        show(model, moment.now, commands);
    } else if !model.sources.is_empty() {
        // None of the new feeds has come yet, and those shown are not asked for any more.
        model.shown = Arc::default();
        model.waiting = None;
    }
}

fn loaded(
    model: &mut Model,
    address: &WebAddress,
    reading: Reading,
    fresh: Option<u32>,
    moment: Moment,
    commands: &mut Vec<Command>,
) {
    let refresh = model.config.refresh.get();
    let Some(source) = model
        .sources
        .iter_mut()
        .find(|source| source.address == *address)
    else {
        return;
    };
    if reading.feed.format.is_none() {
        failed(model, address, FetchError::NotAFeed, None, moment, commands);
        return;
    }
    source.polling = Polling::succeeded(moment, refresh, fresh, &reading.feed.hints);
    source.trouble = None;
    let has_shown = source
        .last_good
        .as_ref()
        .is_some_and(|good| !good.items.is_empty());
    if has_shown && reading.feed.items.is_empty() {
        // What is shown stays shown: a feed that is suddenly empty is being rebuilt.
        if let Some(good) = &mut source.last_good {
            good.at = moment.now;
        }
        return;
    }
    let mut feed = reading.feed;
    let items = std::mem::take(&mut feed.items)
        .into_iter()
        .map(Arc::new)
        .collect();
    source.last_good = Some(LastGood {
        feed,
        items,
        at: moment.now,
    });
    show(model, moment.now, commands);
}

fn failed(
    model: &mut Model,
    address: &WebAddress,
    error: FetchError,
    retry_after: Option<u32>,
    moment: Moment,
    commands: &mut Vec<Command>,
) {
    let refresh = model.config.refresh.get();
    let Some(source) = model
        .sources
        .iter_mut()
        .find(|source| source.address == *address)
    else {
        return;
    };
    source.polling = source.polling.failed(moment, refresh, retry_after);
    let (kind, message) = (error.name(), error.message(address));
    let is_new = source.trouble.as_ref() != Some(&error);
    source.trouble = Some(error);
    report(model, message.clone(), commands);
    if is_new {
        commands.push(Command::Emit(Event::Error { kind, message }));
    }
}

/// Works out what is to be shown, and shows it unless that would move what the reader is at.
fn show(model: &mut Model, now: Timestamp, commands: &mut Vec<Command>) {
    let mut headlines = select(&model.config, &model.sources, now, model.platform);
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
    model.waiting = Some(Arc::new(headlines));
    let must_wait = model.busy || is_reading(model);
    if model.shown.is_empty() || !must_wait {
        show_waiting(model, commands);
    }
}

fn show_waiting(model: &mut Model, commands: &mut Vec<Command>) {
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

fn is_reading(model: &Model) -> bool {
    matches!(model.open, Opening::ByReader(_)) && model.opened().is_some()
}

fn toggle(model: &mut Model, key: Key, commands: &mut Vec<Command>) {
    hover::forget(model);
    let is_pinned = !matches!(model.open, Opening::ByHover(_));
    if is_pinned && model.opened().is_some_and(|opened| opened.key == key) {
        model.open = Opening::Closed;
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
        model.open = Opening::ByReader(key);
        commands.push(Command::Emit(Event::Preview(headline)));
    }
}

fn read_neighbour(model: &mut Model, step: Step, commands: &mut Vec<Command>) {
    let place = model.opened().and_then(|opened| model.place(&opened.key));
    let next = place.and_then(|place| step.from(place, model.shown.len()));
    let next = next.and_then(|next| model.shown.get(next));
    if let Some(headline) = next.cloned() {
        open(model, headline.key.clone(), commands);
        commands.push(Command::Focus(Focus::Step(step)));
    }
}

/// Closes the preview. The focus goes back to the button that opened it, because what it is
/// on is about to vanish; a preview that opened under the pointer never had it.
fn close(model: &mut Model, commands: &mut Vec<Command>) {
    hover::forget(model);
    let place = model.opened().and_then(|opened| model.place(&opened.key));
    let had_focus = !matches!(model.open, Opening::ByHover(_));
    if let Some(place) = place.filter(|_| had_focus) {
        commands.push(Command::Focus(Focus::Toggle(place)));
    }
    model.open = Opening::Closed;
}

/// Asks for the feeds that are due, and says when to look again. While nobody looks, nothing
/// is asked and nothing wakes.
fn ask_what_is_due(
    model: &mut Model,
    moment: Moment,
    commands: &mut Vec<Command>,
) -> Option<Timestamp> {
    if !model.presence.is_active() {
        return None;
    }
    let overdue: Vec<WebAddress> = model
        .sources
        .iter()
        .filter(|source| source.polling.is_overdue(moment.now))
        .map(|source| source.address.clone())
        .collect();
    for address in overdue {
        commands.push(Command::Cancel(address.clone()));
        failed(
            model,
            &address,
            FetchError::TimedOut,
            None,
            moment,
            commands,
        );
    }
    let ticks = model.config.time == Time::Relative && !model.shown.is_empty();
    let mut wake = ticks.then(|| Timestamp(moment.now.0 + MINUTE));
    for source in &mut model.sources {
        if source.polling.is_due(moment.now) {
            source.polling = source.polling.started(moment.now);
            commands.push(Command::Fetch(source.address.clone()));
        }
        let next = source.polling.due;
        wake = Some(wake.map_or(next, |earliest| earliest.min(next)));
    }
    wake
}

fn report_error(
    model: &mut Model,
    kind: &'static str,
    message: String,
    commands: &mut Vec<Command>,
) {
    if report(model, message.clone(), commands) {
        commands.push(Command::Emit(Event::Error { kind, message }));
    }
}

/// Says something on the console, once.
fn report(model: &mut Model, message: String, commands: &mut Vec<Command>) -> bool {
    if model.reported.contains(&message) {
        return false;
    }
    model.reported.push(message.clone());
    commands.push(Command::Report(message));
    true
}
