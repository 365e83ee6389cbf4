//! What the view is made of: a small tree of elements, some of it alive.
//!
//! Leptos's own typed views make code for every element anew: the first list layout weighed
//! 92 KB raw with them and 20 KB with this. Signals, effects and mounting are Leptos's;
//! `shell::render` makes the elements, and natively [`Markup::to_html`] prints them.

use std::sync::Arc;

use crate::widget::model::{Headline, Headlines};

/// A piece of the view.
pub enum Markup {
    /// Characters.
    Text(String),
    /// An element.
    Element(Element),
    /// Pieces one after the other.
    Several(Vec<Markup>),
    /// A piece that is drawn again when a signal changes that was read to draw it.
    Live(Box<dyn Fn() -> Markup>),
    /// One piece for each headline.
    Rows(Rows),
}

/// An element. A pointer, because elements are handed from call to call as they are made.
pub struct Element(Box<ElementParts>);

/// An element's name, its attributes, its listeners and what is in it.
pub struct ElementParts {
    /// Its name.
    pub name: &'static str,
    /// Its attributes; one that has no value is not there.
    pub attributes: Vec<(&'static str, Value)>,
    /// What happens on an event.
    pub listeners: Vec<(&'static str, Action)>,
    /// What else it does.
    pub directive: Option<Directive>,
    /// What is in it.
    pub children: Vec<Markup>,
}

/// What is done on an event.
pub type Action = Box<dyn Fn()>;

/// What an element does that needs more of a browser than listening. Natively it does nothing.
pub enum Directive {
    /// The first two lists in it run past without end, the second a copy of the first that
    /// follows it; so many CSS pixels a second.
    Run(u32),
    /// It lies over all else on the page. Pressing something else calls the action.
    Overlay(Action),
    /// A swipe to the left calls the first action, one to the right the second.
    Swipe([Action; 2]),
}

/// The value of an attribute.
pub enum Value {
    /// It never changes.
    Fixed(String),
    /// It follows the signals that are read to find it.
    Live(Box<dyn Fn() -> Option<String>>),
}

/// A row for each headline; a row stays as long as its headline is there unchanged.
pub struct Rows {
    /// The headlines, read from signals.
    pub headlines: Box<dyn Fn() -> Headlines>,
    /// Draws one.
    pub draw: Box<DrawRow>,
}

/// Draws the row of a headline.
pub type DrawRow = dyn Fn(&Arc<Headline>) -> Markup;

/// An element without anything.
pub fn element(name: &'static str) -> Element {
    Element(Box::new(ElementParts {
        name,
        attributes: Vec::new(),
        listeners: Vec::new(),
        directive: None,
        children: Vec::new(),
    }))
}

/// An element that is both a part for the partner's style sheet and a class for ours.
pub fn part(name: &'static str, part: &'static str) -> Element {
    element(name).attr("part", part).attr("class", part)
}

/// Something that is drawn again when what it reads changes.
pub fn live<M: Into<Markup>>(draw: impl Fn() -> M + 'static) -> Markup {
    Markup::Live(Box::new(move || draw().into()))
}

impl Element {
    /// With an attribute.
    pub fn attr(self, name: &'static str, value: impl Into<String>) -> Element {
        self.with_attribute(name, Value::Fixed(value.into()))
    }

    /// With an attribute, if there is a value for it.
    pub fn attr_some(self, name: &'static str, value: Option<impl Into<String>>) -> Element {
        match value {
            Some(value) => self.attr(name, value),
            None => self,
        }
    }

    /// With an attribute that changes.
    pub fn attr_dyn(
        self,
        name: &'static str,
        value: impl Fn() -> Option<String> + 'static,
    ) -> Element {
        self.with_attribute(name, Value::Live(Box::new(value)))
    }

    fn with_attribute(mut self, name: &'static str, value: Value) -> Element {
        self.0.attributes.push((name, value));
        self
    }

    /// With something that happens on an event.
    pub fn on(mut self, event: &'static str, action: impl Fn() + 'static) -> Element {
        self.0.listeners.push((event, Box::new(action)));
        self
    }

    /// With something that it does.
    pub fn directive(mut self, directive: Directive) -> Element {
        self.0.directive = Some(directive);
        self
    }

    /// With something more in it.
    pub fn child(self, child: impl Into<Markup>) -> Element {
        self.with_markup(child.into())
    }

    fn with_markup(mut self, child: Markup) -> Element {
        self.0.children.push(child);
        self
    }

    /// What it is made of.
    pub fn into_parts(self) -> ElementParts {
        *self.0
    }
}

impl Markup {
    /// Nothing at all.
    pub const NOTHING: Markup = Markup::Several(Vec::new());
}

impl From<Element> for Markup {
    fn from(element: Element) -> Markup {
        Markup::Element(element)
    }
}

impl From<String> for Markup {
    fn from(text: String) -> Markup {
        Markup::Text(text)
    }
}

impl From<&str> for Markup {
    fn from(text: &str) -> Markup {
        Markup::Text(text.to_owned())
    }
}

impl From<Vec<Markup>> for Markup {
    fn from(pieces: Vec<Markup>) -> Markup {
        Markup::Several(pieces)
    }
}

impl<T: Into<Markup>> From<Option<T>> for Markup {
    fn from(piece: Option<T>) -> Markup {
        piece.map_or(Markup::NOTHING, Into::into)
    }
}

#[cfg(not(target_arch = "wasm32"))]
mod html {
    //! The tree as HTML, for tests and for publishers who print headlines on their server.

    use super::{Element, ElementParts, Markup, Value};

    const VOID: &[&str] = &["br", "img"];

    impl Markup {
        /// The HTML of this format_time; what is alive stands still.
        pub fn to_html(&self) -> String {
            let mut html = String::new();
            self.print(&mut html);
            html
        }

        fn print(&self, html: &mut String) {
            match self {
                Markup::Text(text) => html.push_str(&escape(text)),
                Markup::Element(element) => element.print(html),
                Markup::Several(pieces) => pieces.iter().for_each(|piece| piece.print(html)),
                Markup::Live(draw) => draw().print(html),
                Markup::Rows(rows) => {
                    for headline in (rows.headlines)().iter() {
                        (rows.draw)(headline).print(html);
                    }
                }
            }
        }
    }

    impl Element {
        fn print(&self, html: &mut String) {
            html.push('<');
            let ElementParts {
                name,
                attributes,
                children,
                ..
            } = &*self.0;
            html.push_str(name);
            for (name, value) in attributes {
                let value = match value {
                    Value::Fixed(value) => Some(value.clone()),
                    Value::Live(value) => value(),
                };
                if let Some(value) = value {
                    html.push_str(&format!(" {name}=\"{}\"", escape(&value)));
                }
            }
            html.push('>');
            if VOID.contains(name) {
                return;
            }
            children.iter().for_each(|child| child.print(html));
            html.push_str(&format!("</{name}>"));
        }
    }

    fn escape(text: &str) -> String {
        text.replace('&', "&amp;")
            .replace('<', "&lt;")
            .replace('>', "&gt;")
            .replace('"', "&quot;")
    }
}
