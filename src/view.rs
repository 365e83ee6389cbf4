//! The model as elements. What the reader does becomes messages; nothing here changes
//! anything by itself, and nothing here names the browser, so that the same code can print
//! the widget as HTML natively.

mod follow;
mod headline;
mod icon;
mod list;
pub mod markup;
mod preview;
mod rich_text;
mod status;

use std::sync::Arc;

use leptos::prelude::{Get, RwSignal, Set, WithUntracked};

use markup::{Element, Markup, live, part};

use crate::config::{Config, Layout, Preview, TextDirection, Theme};
use crate::feed::Timestamp;
use crate::messages::{Message as Say, Words, is_right_to_left};
use crate::model::{Condition, Headline, Model};
use crate::platform::Calendar;
use crate::update::Message;

/// The parts of the model that the view depends on, each in a signal of its own, so that
/// only what changed is drawn again.
#[derive(Clone, Copy)]
pub struct Screen {
    config: RwSignal<Arc<Config>>,
    title: RwSignal<Option<String>>,
    headlines: RwSignal<Arc<Vec<Headline>>>,
    opened: RwSignal<Option<Headline>>,
    condition: RwSignal<Condition>,
    waiting: RwSignal<u32>,
    now: RwSignal<Timestamp>,
}

/// What a view needs to draw itself and to be heard.
#[derive(Clone)]
pub struct Scene {
    /// What is shown.
    pub screen: Screen,
    /// The options, fixed for the life of the elements: other options draw them anew.
    pub config: Arc<Config>,
    /// The words of the widget's language.
    pub words: Words,
    /// Dates, times and numbers.
    pub calendar: Arc<dyn Calendar>,
    /// Where messages go.
    pub dispatch: Arc<dyn Fn(Message)>,
}

impl Screen {
    /// The screen of a model at `now`.
    pub fn new(model: &Model, now: Timestamp) -> Screen {
        Screen {
            config: RwSignal::new(model.config.clone()),
            title: RwSignal::new(model.title()),
            headlines: RwSignal::new(model.shown.clone()),
            opened: RwSignal::new(model.opened().cloned()),
            condition: RwSignal::new(model.condition(now)),
            waiting: RwSignal::new(model.count_waiting()),
            now: RwSignal::new(now),
        }
    }

    /// Brings the screen up to the model; signals whose value is the same stay silent.
    pub fn show(self, model: &Model, now: Timestamp) {
        set_if_changed(self.config, model.config.clone());
        set_if_changed(self.title, model.title());
        set_if_changed(self.headlines, model.shown.clone());
        set_if_changed(self.opened, model.opened().cloned());
        set_if_changed(self.condition, model.condition(now));
        set_if_changed(self.waiting, model.count_waiting());
        set_if_changed(self.now, now);
    }
}

fn set_if_changed<T: PartialEq + Clone + Send + Sync + 'static>(signal: RwSignal<T>, value: T) {
    if signal.with_untracked(|old| *old != value) {
        signal.set(value);
    }
}

/// The whole widget; drawn anew when the options change.
pub fn widget(
    screen: Screen,
    calendar: Arc<dyn Calendar>,
    dispatch: Arc<dyn Fn(Message)>,
) -> Markup {
    live(move || {
        let config = screen.config.get();
        root(&Scene {
            screen,
            words: Words::of(&config.language),
            config,
            calendar: calendar.clone(),
            dispatch: dispatch.clone(),
        })
    })
}

fn root(scene: &Scene) -> Element {
    let config = &scene.config;
    let is_rtl = match config.direction_of_text {
        Some(direction) => direction == TextDirection::RightToLeft,
        None => is_right_to_left(&config.language),
    };
    let theme = (config.theme != Theme::Auto).then(|| config.theme.keyword());
    let headlines = match config.layout {
        Layout::List | Layout::Ticker | Layout::Rotator | Layout::Cards => list::list(scene),
    };
    let panel = (config.preview == Preview::Panel).then(|| preview::panel(scene));
    part("section", "root")
        .set("lang", config.language.as_str())
        .set("dir", if is_rtl { "rtl" } else { "ltr" })
        .set("data-layout", config.layout.keyword())
        .set_some("data-theme", theme)
        .set("aria-label", scene.words.say(Say::Headlines))
        .with(heading(scene))
        .with(status::notice(scene))
        .with(headlines)
        .with(follow::panel(scene))
        .with(panel)
}

/// The publisher's words above the headlines: the option, else the title of the first feed.
fn heading(scene: &Scene) -> Markup {
    let (given, title) = (scene.config.heading.clone(), scene.screen.title);
    live(move || {
        let text = given.clone().or_else(|| title.get()).unwrap_or_default();
        (!text.is_empty()).then(|| part("h2", "heading").with(text))
    })
}
