//! What the view is made of: a small tree of elements, parts of which follow signals.
//!
//! A [`TreeNode`] is a view of Leptos's like any other: it mounts, prints, hydrates, takes
//! attributes and stands in anybody's `view!`. It is one type for all elements, because Leptos's typed ones
//! make code for every element of their own: the list layout alone weighs 33 KB more with them.
//! `child`, `attr` and `on` are called as in Leptos's builder. `shell::dom` makes the elements on a
//! page; natively [`html`] prints them.

#[cfg(not(target_arch = "wasm32"))]
mod html;
mod keyed;
mod render_html;

use leptos::tachys::html::attribute::Attribute;
use leptos::tachys::html::attribute::any_attribute::{AnyAttribute, IntoAnyAttribute};
use leptos::tachys::view::add_attr::AddAnyAttr;

pub use keyed::For;

use crate::config::Direction;

#[cfg(feature = "standalone")]
use crate::source::WidgetId;

/// A piece of the view.
pub enum TreeNode {
    /// Characters.
    Text(String),
    /// An element.
    Element(TreeElement),
    /// Pieces one after the other.
    Fragment(Vec<TreeNode>),
    /// A piece that is drawn again when a signal changes that was read to draw it.
    Dynamic(Box<dyn Fn() -> TreeNode + Send>),
    /// Rows that are matched by their keys.
    For(For),
}

/// An element. A pointer, because elements are handed from call to call as they are made.
pub struct TreeElement(Box<ElementParts>);

/// An element's name, its attributes, its listeners and what is in it.
pub struct ElementParts {
    /// Its name.
    pub name: &'static str,
    /// Its attributes, each once; one that has no value is not there.
    pub attributes: Vec<(&'static str, AttributeValue)>,
    /// The attributes that another view spreads onto it.
    pub spread: Vec<AnyAttribute>,
    /// What happens on an event.
    pub listeners: Vec<(&'static str, Action)>,
    /// What else it does.
    pub directive: Option<Directive>,
    /// What is in it.
    pub children: Vec<TreeNode>,
}

/// What is done on an event.
pub type Action = Box<dyn Fn() + Send>;

/// What an element does that needs more of a browser than listening. Natively most do nothing.
pub enum Directive {
    /// That widget stands in it: its children are in its shadow root.
    #[cfg(feature = "standalone")]
    Host(WidgetId),
    /// The first two lists in it run past without end, the second a copy of the first that
    /// follows it.
    Run {
        /// CSS pixels a second.
        speed: u32,
        /// Which way the line runs.
        direction: Direction,
    },
    /// It lies over all else on the page. Pressing something else calls the action.
    Overlay(Action),
    /// A swipe to the left calls the first action, one to the right the second.
    Swipe([Action; 2]),
}

/// The value of an attribute.
pub enum AttributeValue {
    /// It never changes.
    Fixed(String),
    /// It follows the signals that are read to find it.
    Dynamic(Box<dyn Fn() -> Option<String> + Send>),
}

/// An element without anything.
pub fn element(name: &'static str) -> TreeElement {
    TreeElement(Box::new(ElementParts {
        name,
        attributes: Vec::new(),
        spread: Vec::new(),
        listeners: Vec::new(),
        directive: None,
        children: Vec::new(),
    }))
}

/// An element that is both a part for the partner's style sheet and a class for ours.
pub fn part(name: &'static str, part: &'static str) -> TreeElement {
    element(name).attr("part", part).attr("class", part)
}

/// Something that is drawn again when what it reads changes.
pub fn dynamic<T: Into<TreeNode>>(draw: impl Fn() -> T + Send + 'static) -> TreeNode {
    TreeNode::Dynamic(Box::new(move || draw().into()))
}

impl TreeElement {
    /// With an attribute.
    pub fn attr(self, name: &'static str, value: impl Into<String>) -> TreeElement {
        self.with_attribute(name, AttributeValue::Fixed(value.into()))
    }

    /// With an attribute, if there is a value for it.
    pub fn attr_some(self, name: &'static str, value: Option<impl Into<String>>) -> TreeElement {
        match value {
            Some(value) => self.attr(name, value),
            None => self,
        }
    }

    /// With an attribute that changes.
    pub fn attr_dyn(
        self,
        name: &'static str,
        value: impl Fn() -> Option<String> + Send + 'static,
    ) -> TreeElement {
        self.with_attribute(name, AttributeValue::Dynamic(Box::new(value)))
    }

    fn with_attribute(mut self, name: &'static str, value: AttributeValue) -> TreeElement {
        self.0.attributes.retain(|(known, _)| *known != name);
        self.0.attributes.push((name, value));
        self
    }

    /// With something that happens on an event.
    pub fn on(mut self, event: &'static str, action: impl Fn() + Send + 'static) -> TreeElement {
        self.0.listeners.push((event, Box::new(action)));
        self
    }

    /// With something that it does.
    pub fn directive(mut self, directive: Directive) -> TreeElement {
        self.0.directive = Some(directive);
        self
    }

    /// With something more in it.
    pub fn child(self, child: impl Into<TreeNode>) -> TreeElement {
        self.with_child(child.into())
    }

    fn with_child(mut self, child: TreeNode) -> TreeElement {
        self.0.children.push(child);
        self
    }

    /// What it is made of.
    pub fn into_parts(self) -> ElementParts {
        *self.0
    }
}

impl TreeNode {
    /// Nothing at all.
    pub const NOTHING: TreeNode = TreeNode::Fragment(Vec::new());

    /// With an attribute that another view spreads onto it: it goes to the element that this
    /// piece is. Pieces without one element have no place for it.
    pub fn with_spread(self, attribute: AnyAttribute) -> TreeNode {
        match self {
            TreeNode::Element(mut element) => {
                element.0.spread.push(attribute);
                TreeNode::Element(element)
            }
            TreeNode::Dynamic(draw) => dynamic(move || draw().with_spread(attribute.clone())),
            piece => piece,
        }
    }
}

impl AddAnyAttr for TreeNode {
    type Output<NewAttr: Attribute> = TreeNode;

    fn add_any_attr<NewAttr: Attribute>(self, attribute: NewAttr) -> TreeNode {
        self.with_spread(attribute.into_any_attr())
    }
}

impl From<TreeElement> for TreeNode {
    fn from(element: TreeElement) -> TreeNode {
        TreeNode::Element(element)
    }
}

impl From<For> for TreeNode {
    fn from(rows: For) -> TreeNode {
        TreeNode::For(rows)
    }
}

impl From<String> for TreeNode {
    fn from(text: String) -> TreeNode {
        TreeNode::Text(text)
    }
}

impl From<&str> for TreeNode {
    fn from(text: &str) -> TreeNode {
        TreeNode::Text(text.to_owned())
    }
}

impl From<Vec<TreeNode>> for TreeNode {
    fn from(pieces: Vec<TreeNode>) -> TreeNode {
        TreeNode::Fragment(pieces)
    }
}

impl<T: Into<TreeNode>> From<Option<T>> for TreeNode {
    fn from(piece: Option<T>) -> TreeNode {
        piece.map_or(TreeNode::NOTHING, Into::into)
    }
}
