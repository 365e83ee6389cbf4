//! The model as elements. What the reader does becomes messages; nothing here changes
//! anything by itself, and nothing here names the browser, so that the same code can print
//! the widget as HTML natively.

pub mod markup;
mod screen;

mod cards;
mod list;
mod rotator;
mod ticker;

mod button;
mod controls;
mod enclosures;
mod follow;
mod headline;
mod icon;
mod preview;
mod rich_text;
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

impl Scene {
    /// Whether the widget's own words run from right to left.
    fn is_right_to_left(&self) -> bool {
        match self.config.direction_of_text {
            Some(direction) => direction == TextDirection::RightToLeft,
            None => is_right_to_left(&self.config.language),
        }
    }

    /// The same as an attribute.
    fn direction(&self) -> &'static str {
        if self.is_right_to_left() {
            "rtl"
        } else {
            "ltr"
        }
    }
}

fn root(scene: &Rc<Scene>) -> Element {
    let config = &scene.config;
    let theme = (config.theme != Theme::Auto).then(|| config.theme.keyword());
    let headlines = match config.layout {
        Layout::List => list::list(scene),
        Layout::Ticker => ticker::ticker(scene),
        Layout::Rotator => rotator::rotator(scene),
        Layout::Cards => cards::cards(scene),
    };
    let area = || preview::area(scene);
    let is_panel = config.preview == Preview::Panel;
    let stands_apart = !is_panel && config.preview != Preview::None && !config.opens_in_place();
    let screen = scene.screen.clone();
    let is_paused = move || screen.is_paused().then(String::new);
    // Who takes the heading away has one on the page: a landmark more, called like any other
    // widget's, would only stand in the way.
    let has_no_heading = config.heading.as_deref() == Some("");
    part("section", "root")
        .set_some("role", has_no_heading.then_some("group"))
        .set("lang", config.language.as_str())
        .set(
            "dir",
            if scene.is_right_to_left() {
                "rtl"
            } else {
                "ltr"
            },
        )
        .set("data-layout", config.layout.keyword())
        .set("data-preview", config.preview.keyword())
        .set_some("data-theme", theme)
        .follow("data-paused", is_paused)
        .follow("aria-label", name(scene))
        .with(heading(scene))
        .with(status::notice(scene))
        .with(headlines)
        .with(stands_apart.then(area))
        .with(follow::panel(scene))
        .with(is_panel.then(area))
}

/// What the widget is called among the regions of the page: two widgets have two names.
fn name(scene: &Rc<Scene>) -> impl Fn() -> Option<String> + use<> {
    let scene = scene.clone();
    move || {
        let heading = heading_text(&scene);
        let word = scene.words.say(Say::Headlines);
        Some(heading.unwrap_or_else(|| word.to_owned()))
    }
}

/// The publisher's words above the headlines: the option, else the title of the first feed.
fn heading(scene: &Rc<Scene>) -> Markup {
    let scene = scene.clone();
    live(move || heading_text(&scene).map(|text| part("h2", "heading").with(text)))
}

fn heading_text(scene: &Rc<Scene>) -> Option<String> {
    let text = scene.config.heading.clone();
    text.or_else(|| scene.screen.title())
        .filter(|text| !text.is_empty())
}
