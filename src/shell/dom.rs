//! Makes elements of [`Markup`] and keeps its live pieces up to date, with Leptos's effects.
//! Elements are created and texts set; nothing is ever parsed as HTML, so a page that
//! enforces Trusted Types allows it.

use std::cell::RefCell;
use std::rc::Rc;
use std::sync::Arc;

use leptos::prelude::{Owner, RenderEffect};
use leptos::tachys::renderer::{Rndr, types};
use leptos::tachys::view::{Mountable, Render};
use web_sys::{Event, Node};

use super::directive::{self, ActiveDirective};
use super::listener::Listener;
use crate::view::markup::{Action, Element, ElementParts, Markup, Rows, Value};
use crate::widget::model::Headline;

const SVG: &str = "http://www.w3.org/2000/svg";

/// A piece of the view on the page.
pub enum MountedNode {
    /// Characters, perhaps none: then they mark a place.
    Text(types::Text, String),
    /// An element.
    Element(MountedElement),
    /// Pieces one after the other.
    Several(Vec<MountedNode>),
    /// A piece that an effect draws again.
    Live(Rc<RefCell<MountedNode>>, Effect),
    /// Rows that an effect keeps in step.
    Rows(Rc<RefCell<MountedRows>>, Effect),
}

/// An effect without a value of its own: each type of value would bring its code anew.
type Effect = RenderEffect<()>;

/// An element on the page, with what keeps it alive.
pub struct MountedElement {
    node: types::Element,
    _children: Vec<MountedNode>,
    _attributes: Vec<Effect>,
    _listeners: Vec<Listener>,
    _behaving: Option<ActiveDirective>,
}

/// The rows on the page, and the empty text that marks their end.
pub struct MountedRows {
    rows: Vec<Row>,
    end: types::Text,
}

struct Row {
    headline: Arc<Headline>,
    drawn: MountedNode,
    owner: Owner,
}

impl Render for Markup {
    type State = MountedNode;

    fn build(self) -> MountedNode {
        match self {
            Markup::Text(text) => MountedNode::text(text),
            Markup::Element(element) => MountedNode::Element(build_element(element)),
            // Something must mark the place of nothing, for what may stand there later.
            Markup::Several(pieces) if pieces.is_empty() => MountedNode::text(String::new()),
            Markup::Several(pieces) => {
                MountedNode::Several(pieces.into_iter().map(Markup::build).collect())
            }
            Markup::Live(draw) => build_live(draw),
            Markup::Rows(rows) => build_rows(rows),
        }
    }

    fn rebuild(self, drawn: &mut MountedNode) {
        let text = match &self {
            Markup::Text(text) => Some(text.as_str()),
            Markup::Several(pieces) if pieces.is_empty() => Some(""),
            _ => None,
        };
        match (text, &mut *drawn) {
            (Some(new), MountedNode::Text(_, old)) if new == old => {}
            (Some(new), MountedNode::Text(node, old)) => {
                Rndr::set_text(node, new);
                *old = new.to_owned();
            }
            _ => {
                let mut new = self.build();
                drawn.insert_before_this(&mut new);
                drawn.unmount();
                *drawn = new;
            }
        }
    }
}

impl MountedNode {
    fn text(text: String) -> MountedNode {
        MountedNode::Text(Rndr::create_text_node(&text), text)
    }

    /// The first node of this piece on the page.
    fn first_node(&self) -> Option<Node> {
        match self {
            MountedNode::Text(node, _) => Some(Node::clone(node)),
            MountedNode::Element(element) => Some(Node::clone(&element.node)),
            MountedNode::Several(pieces) => pieces.first().and_then(MountedNode::first_node),
            MountedNode::Live(drawn, _) => drawn.borrow().first_node(),
            MountedNode::Rows(rows, _) => {
                let rows = rows.borrow();
                match rows.rows.first() {
                    Some(row) => row.drawn.first_node(),
                    None => Some(Node::clone(&rows.end)),
                }
            }
        }
    }
}

impl MountedRows {
    /// Puts the rows in order before the end, touching none that stands where it should.
    fn settle(&mut self) {
        let Some(parent) = self.end.parent_element() else {
            return;
        };
        let mut next = Node::clone(&self.end);
        for row in self.rows.iter_mut().rev() {
            let Some(node) = row.drawn.first_node() else {
                continue;
            };
            if node.next_sibling().as_ref() != Some(&next) {
                row.drawn.mount(&parent, Some(&next));
            }
            next = node;
        }
    }
}

impl Mountable for MountedNode {
    fn unmount(&mut self) {
        match self {
            MountedNode::Text(node, _) => Rndr::remove(node),
            MountedNode::Element(element) => Rndr::remove(&element.node),
            MountedNode::Several(pieces) => pieces.iter_mut().for_each(Mountable::unmount),
            MountedNode::Live(drawn, _) => drawn.borrow_mut().unmount(),
            MountedNode::Rows(rows, _) => {
                let mut rows = rows.borrow_mut();
                rows.rows.iter_mut().for_each(|row| row.drawn.unmount());
                Rndr::remove(&rows.end);
            }
        }
    }

    fn mount(&mut self, parent: &types::Element, marker: Option<&types::Node>) {
        match self {
            MountedNode::Text(node, _) => Rndr::insert_node(parent, node, marker),
            MountedNode::Element(element) => Rndr::insert_node(parent, &element.node, marker),
            MountedNode::Several(pieces) => {
                pieces
                    .iter_mut()
                    .for_each(|piece| piece.mount(parent, marker));
            }
            MountedNode::Live(drawn, _) => drawn.borrow_mut().mount(parent, marker),
            MountedNode::Rows(rows, _) => {
                let mut rows = rows.borrow_mut();
                Rndr::insert_node(parent, &rows.end, marker);
                rows.settle();
            }
        }
    }

    fn insert_before_this(&self, child: &mut dyn Mountable) -> bool {
        let Some(node) = self.first_node() else {
            return false;
        };
        match node.parent_element() {
            Some(parent) => {
                child.mount(&parent, Some(&node));
                true
            }
            None => false,
        }
    }

    /// Leptos asks this of islands and portals, which the widget has none of.
    fn elements(&self) -> Vec<types::Element> {
        Vec::new()
    }
}

fn build_element(element: Element) -> MountedElement {
    let ElementParts {
        name,
        attributes,
        listeners,
        directive,
        children,
    } = element.into_parts();
    let namespace = matches!(name, "svg" | "path").then_some(SVG);
    let node = Rndr::create_element(name, namespace);
    let mut followed = Vec::new();
    for (name, value) in attributes {
        match value {
            Value::Fixed(value) => Rndr::set_attribute(&node, name, &value),
            Value::Live(value) => followed.push(follow(node.clone(), name, value)),
        }
    }
    let listen = |(event, action): (&'static str, Action)| {
        Listener::new(&node, event, Box::new(move |_: Event| action()))
    };
    let listeners = listeners.into_iter().map(listen).collect();
    let mut children: Vec<MountedNode> = children.into_iter().map(Markup::build).collect();
    for child in &mut children {
        child.mount(&node, None);
    }
    MountedElement {
        _children: children,
        _attributes: followed,
        _listeners: listeners,
        _behaving: directive.map(|directive| directive::begin(&node, directive)),
        node,
    }
}

fn follow(
    node: types::Element,
    name: &'static str,
    value: Box<dyn Fn() -> Option<String>>,
) -> Effect {
    effect(Box::new(move || {
        let new = value();
        if node.get_attribute(name) != new {
            match new {
                Some(value) => Rndr::set_attribute(&node, name, &value),
                None => Rndr::remove_attribute(&node, name),
            }
        }
    }))
}

fn build_live(draw: Box<dyn Fn() -> Markup>) -> MountedNode {
    let drawn = Rc::new(RefCell::new(MountedNode::text(String::new())));
    let target = drawn.clone();
    let effect = effect(Box::new(move || draw().rebuild(&mut target.borrow_mut())));
    MountedNode::Live(drawn, effect)
}

/// Each row has an owner of its own, because the effect that watches the headlines clears
/// what it owns each time it runs.
fn build_rows(rows: Rows) -> MountedNode {
    let parent = Owner::current().unwrap_or_default();
    let drawn = Rc::new(RefCell::new(MountedRows {
        rows: Vec::new(),
        end: Rndr::create_text_node(""),
    }));
    let target = drawn.clone();
    let effect = effect(Box::new(move || {
        let mut drawn = target.borrow_mut();
        let mut old = std::mem::take(&mut drawn.rows);
        let is_first = old.is_empty();
        for headline in (rows.headlines)().iter() {
            let is_known =
                |row: &Row| Arc::ptr_eq(&row.headline, headline) || row.headline.reads_as(headline);
            let known = old.iter().position(is_known);
            drawn.rows.push(match known {
                Some(place) => Row {
                    headline: headline.clone(),
                    ..old.remove(place)
                },
                None => {
                    // An owner keeps a record of every child it ever had, so a row has none
                    // above it; the surrounding call restores the current one.
                    let owner = parent.with(|| Owner::new_root(None));
                    let drawn = owner.with(|| (rows.draw)(headline).build());
                    if let MountedNode::Element(element) = &drawn
                        && !is_first
                    {
                        Rndr::set_attribute(&element.node, "data-arrived", "");
                    }
                    let headline = headline.clone();
                    Row {
                        headline,
                        drawn,
                        owner,
                    }
                }
            });
        }
        for mut row in old {
            row.drawn.unmount();
            row.owner.cleanup();
        }
        drawn.settle();
    }));
    MountedNode::Rows(drawn, effect)
}

fn effect(run: Box<dyn Fn()>) -> Effect {
    RenderEffect::new(move |_| run())
}
