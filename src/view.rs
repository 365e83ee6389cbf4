//! The model as elements. What the reader does becomes messages; nothing here changes
//! anything by itself, and nothing here names the browser, so that the same code can print
//! the widget as HTML natively.

#[cfg(not(target_arch = "wasm32"))]
pub mod appearance;
pub mod selectors;
pub mod tree;
mod view_model;

mod cards;
mod list;
mod rotator;
mod ticker;

mod button;
mod controls;
mod enclosures;
mod follow;
mod headline;
mod hover;
mod icon;
mod lead;
mod link;
mod picture;
#[cfg(not(target_arch = "wasm32"))]
mod plain;
mod preview;
mod rich_text;
mod signs;
mod status;
mod time;

use std::sync::Arc;

#[cfg(not(target_arch = "wasm32"))]
pub use plain::plain;
pub use view_model::ViewModel;

/// The style sheet of every widget, minified: that of the first headlines, which the loader holds,
/// and that of the component.
pub const STYLE: &str = concat!(
    include_str!(concat!(env!("OUT_DIR"), "/first.css")),
    include_str!(concat!(env!("OUT_DIR"), "/component.css"))
);

/// The style sheet of what the loader itself draws, minified.
#[cfg(not(target_arch = "wasm32"))]
pub const FIRST_STYLE: &str = include_str!(concat!(env!("OUT_DIR"), "/first.css"));

/// The style sheet of what only the component draws, minified. Its rules come after the others.
pub const COMPONENT_STYLE: &str = include_str!(concat!(env!("OUT_DIR"), "/component.css"));

/// What a printed widget needs besides, where no script has run yet, minified.
#[cfg(not(target_arch = "wasm32"))]
pub const PRINTED_STYLE: &str = include_str!(concat!(env!("OUT_DIR"), "/printed.css"));

use tree::{TreeElement, TreeNode, dynamic, part};

use crate::config::{Config, Layout, Preview, TextDirection, Theme};
use crate::host::Calendar;
use crate::i18n::{Locale, Phrase, is_right_to_left};
use crate::widget::update::Message;

/// What a view needs to draw itself and to be heard.
pub struct ViewContext {
    /// What is shown.
    pub view_model: ViewModel,
    /// The options, fixed for the life of the elements: other options make new ones.
    pub config: Arc<Config>,
    /// The words of the widget's language.
    pub locale: Locale,
    /// Dates, times and numbers.
    pub calendar: &'static dyn Calendar,
    /// Where messages go.
    pub dispatch: Dispatch,
}

/// Where messages go.
pub type Dispatch = Arc<dyn Fn(Message) + Send + Sync>;

/// The whole widget; made again when the options change.
pub fn widget(
    view_model: ViewModel,
    calendar: &'static dyn Calendar,
    dispatch: Dispatch,
) -> TreeNode {
    dynamic(move || {
        let context = ViewContext::new(view_model.clone(), calendar, dispatch.clone());
        root(&Arc::new(context))
    })
}

impl ViewContext {
    fn new(
        view_model: ViewModel,
        calendar: &'static dyn Calendar,
        dispatch: Dispatch,
    ) -> ViewContext {
        let config = view_model.config();
        ViewContext {
            view_model,
            locale: Locale::of(&config.lang),
            config,
            calendar,
            dispatch,
        }
    }

    /// Whether the widget's own words run from right to left.
    fn is_right_to_left(&self) -> bool {
        match self.config.dir {
            Some(direction) => direction == TextDirection::RightToLeft,
            None => is_right_to_left(&self.config.lang),
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

fn root(context: &Arc<ViewContext>) -> TreeElement {
    let config = &context.config;
    let theme = (config.theme != Theme::Auto).then(|| config.theme.keyword());
    let headlines = match config.layout {
        Layout::List | Layout::Timeline => list::list(context),
        Layout::Ticker => ticker::ticker(context),
        Layout::Rotator => rotator::rotator(context),
        Layout::Cards => cards::cards(context),
    };
    let area = || preview::area(context);
    let is_panel = config.preview == Preview::Panel;
    let stands_apart = !is_panel && config.preview != Preview::None && !config.opens_in_place();
    let shown = context.view_model.clone();
    let is_paused = move || shown.is_paused().then(String::new);
    // Without a heading it is a group, so that the page does not get a second landmark of the
    // same name.
    let has_no_heading = config.heading.as_deref() == Some("");
    part("section", "root")
        .attr_some("role", has_no_heading.then_some("group"))
        .attr("lang", config.lang.as_str())
        .attr("dir", context.direction())
        .attr("data-layout", config.layout.keyword())
        .attr("data-preview", config.preview.keyword())
        .attr_some("data-theme", theme)
        .attr("data-columns", config.columns.keyword())
        .attr("data-thumbnails", config.thumbnails.keyword())
        .attr("data-density", config.density.keyword())
        .attr_some(
            "data-lines",
            config.lines.map(|lines| lines.get().to_string()),
        )
        .attr_dyn("data-paused", is_paused)
        .attr_dyn("aria-label", name(context))
        .child(heading(context))
        .child(status::notice(context))
        .child(headlines)
        .child(more(context))
        .child(stands_apart.then(area))
        .child(follow::panel(context))
        .child(is_panel.then(area))
}

/// The button that reveals more headlines, where all of them stand in view.
fn more(context: &Arc<ViewContext>) -> Option<TreeNode> {
    let shown = context.clone();
    let button = move || {
        let dispatch = shown.dispatch.clone();
        shown.view_model.has_more().then(|| {
            part("button", "more")
                .attr("type", "button")
                .on("click", move || dispatch(Message::ShowMore))
                .child(shown.locale.phrase(Phrase::More))
        })
    };
    context
        .config
        .layout
        .traits()
        .is_long
        .then(|| dynamic(button))
}

/// What the widget is called among the regions of the page: two widgets have two names.
fn name(context: &Arc<ViewContext>) -> impl Fn() -> Option<String> + use<> {
    let context = context.clone();
    move || {
        let heading = heading_text(&context);
        let word = context.locale.phrase(Phrase::Headlines);
        Some(heading.unwrap_or_else(|| word.to_owned()))
    }
}

/// The publisher's words above the headlines: the option, else the title of the only feed.
fn heading(context: &Arc<ViewContext>) -> TreeNode {
    let context = context.clone();
    dynamic(move || heading_text(&context).map(|text| part("h2", "heading").child(text)))
}

fn heading_text(context: &Arc<ViewContext>) -> Option<String> {
    let text = context.config.heading.clone();
    text.or_else(|| context.view_model.title())
        .filter(|text| !text.is_empty())
}
