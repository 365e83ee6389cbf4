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
mod screen;
mod status;

use std::rc::Rc;
use std::sync::Arc;

pub use screen::Screen;

use markup::{Element, Markup, live, part};

use crate::config::{Config, Layout, Preview, TextDirection, Theme};
use crate::messages::{Message as Say, Words, is_right_to_left};
use crate::platform::Calendar;
use crate::update::Message;

/// What a view needs to draw itself and to be heard.
pub struct Scene {
    /// What is shown.
    pub screen: Screen,
    /// The options, fixed for the life of the elements: other options draw them anew.
    pub config: Arc<Config>,
    /// The words of the widget's language.
    pub words: Words,
    /// Dates, times and numbers.
    pub calendar: Rc<dyn Calendar>,
    /// Where messages go.
    pub dispatch: Rc<dyn Fn(Message)>,
}

/// The whole widget; drawn anew when the options change.
pub fn widget(screen: Screen, calendar: Rc<dyn Calendar>, dispatch: Rc<dyn Fn(Message)>) -> Markup {
    live(move || {
        let config = screen.config();
        root(&Rc::new(Scene {
            screen: screen.clone(),
            words: Words::of(&config.language),
            config,
            calendar: calendar.clone(),
            dispatch: dispatch.clone(),
        }))
    })
}

fn root(scene: &Rc<Scene>) -> Element {
    let config = &scene.config;
    let is_rtl = match config.direction_of_text {
        Some(direction) => direction == TextDirection::RightToLeft,
        None => is_right_to_left(&config.language),
    };
    let theme = (config.theme != Theme::Auto).then(|| config.theme.keyword());
    let headlines = match config.layout {
        Layout::List => list::list(scene),
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
fn heading(scene: &Rc<Scene>) -> Markup {
    let (given, screen) = (scene.config.heading.clone(), scene.screen.clone());
    live(move || {
        let text = given.clone().or_else(|| screen.title()).unwrap_or_default();
        (!text.is_empty()).then(|| part("h2", "heading").with(text))
    })
}
