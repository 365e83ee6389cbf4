//! Makes elements of a [`TreeNode`] and keeps what follows signals up to date, with Leptos's effects.
//! Elements are created and texts set; nothing is ever parsed as HTML, so a page that
//! enforces Trusted Types allows it.

use std::cell::RefCell;
use std::rc::Rc;

use leptos::prelude::Owner;
use leptos::tachys::html::attribute::Attribute;
use leptos::tachys::html::attribute::any_attribute::AnyAttributeState;
use leptos::tachys::renderer::{Rndr, types};
use leptos::tachys::view::{Mountable, Render};
use wasm_bindgen::JsCast;
use web_sys::{Event, Node, PointerEvent};

use super::directive::{self, ActiveDirective};
use super::effect::{Effect, effect};
use super::listener::EventListener;
use crate::view::selectors::ARRIVED;
use crate::view::tree::{Action, AttributeValue, ElementParts, For, TreeElement, TreeNode};

const SVG: &str = "http://www.w3.org/2000/svg";

/// A piece of the view on the page.
pub enum MountedNode {
    /// Characters, perhaps none: then they mark a place.
    Text(types::Text, String),
    /// An element.
    Element(MountedElement),
    /// Pieces one after the other.
    Fragment(Vec<MountedNode>),
    /// A piece that an effect draws again.
    Dynamic(Rc<RefCell<MountedNode>>, Effect),
    /// Rows that an effect keeps in step.
    For(Rc<RefCell<MountedRows>>, Effect),
}

/// An element on the page, with what keeps it alive.
pub struct MountedElement {
    node: types::Element,
    _children: Vec<MountedNode>,
    _attributes: Vec<Effect>,
    _listeners: Vec<EventListener>,
    _directive: Option<ActiveDirective>,
    _spread: Vec<AnyAttributeState>,
}

/// The rows on the page, and the empty text that marks their end.
pub struct MountedRows {
    rows: Vec<Row>,
    end: types::Text,
}

struct Row {
    drawn: MountedNode,
    owner: Owner,
}

impl Render for TreeNode {
    type State = MountedNode;

    fn build(self) -> MountedNode {
        match self {
            TreeNode::Text(text) => MountedNode::text(text),
            TreeNode::Element(element) => MountedNode::Element(build_element(element)),
            // Something must mark the place of nothing, for what may stand there later.
            TreeNode::Fragment(pieces) if pieces.is_empty() => MountedNode::text(String::new()),
            TreeNode::Fragment(pieces) => {
                MountedNode::Fragment(pieces.into_iter().map(TreeNode::build).collect())
            }
            TreeNode::Dynamic(draw) => build_dynamic(draw),
            TreeNode::For(rows) => build_rows(rows),
        }
    }

    fn rebuild(self, drawn: &mut MountedNode) {
        let text = match &self {
            TreeNode::Text(text) => Some(text.as_str()),
            TreeNode::Fragment(pieces) if pieces.is_empty() => Some(""),
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
            MountedNode::Fragment(pieces) => pieces.first().and_then(MountedNode::first_node),
            MountedNode::Dynamic(drawn, _) => drawn.borrow().first_node(),
            MountedNode::For(rows, _) => {
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
    fn put_in_order(&mut self) {
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
            MountedNode::Fragment(pieces) => pieces.iter_mut().for_each(Mountable::unmount),
            MountedNode::Dynamic(drawn, _) => drawn.borrow_mut().unmount(),
            MountedNode::For(rows, _) => {
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
            MountedNode::Fragment(pieces) => {
                pieces
                    .iter_mut()
                    .for_each(|piece| piece.mount(parent, marker));
            }
            MountedNode::Dynamic(drawn, _) => drawn.borrow_mut().mount(parent, marker),
            MountedNode::For(rows, _) => {
                let mut rows = rows.borrow_mut();
                Rndr::insert_node(parent, &rows.end, marker);
                rows.put_in_order();
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

    /// What is spread onto a view goes to these, where its type was erased before.
    fn elements(&self) -> Vec<types::Element> {
        match self {
            MountedNode::Element(element) => vec![element.node.clone()],
            MountedNode::Dynamic(drawn, _) => drawn.borrow().elements(),
            _ => Vec::new(),
        }
    }
}

fn build_element(element: TreeElement) -> MountedElement {
    let ElementParts {
        name,
        attributes,
        spread,
        listeners,
        directive,
        children,
    } = element.into_parts();
    let namespace = matches!(name, "svg" | "path").then_some(SVG);
    let node = Rndr::create_element(name, namespace);
    let mut followed = Vec::new();
    for (name, value) in attributes {
        match value {
            AttributeValue::Fixed(value) => Rndr::set_attribute(&node, name, &value),
            AttributeValue::Dynamic(value) => followed.push(attr_dyn(node.clone(), name, value)),
        }
    }
    let listen = |(name, action): (&'static str, Action)| {
        let handler = move |event: Event| {
            if !is_passing(&event) {
                action();
            }
        };
        EventListener::new(&node, name, Box::new(handler))
    };
    let listeners = listeners.into_iter().map(listen).collect();
    let mut children: Vec<MountedNode> = children.into_iter().map(TreeNode::build).collect();
    #[cfg(feature = "standalone")]
    let inside = &super::shadow::inside(&node, directive.as_ref());
    #[cfg(not(feature = "standalone"))]
    let inside = &node;
    for child in &mut children {
        child.mount(inside, None);
    }
    #[cfg(feature = "standalone")]
    super::shadow::start_widget(&node, directive.as_ref(), inside);
    MountedElement {
        _children: children,
        _attributes: followed,
        _listeners: listeners,
        _directive: directive.map(|directive| directive::begin(&node, directive)),
        _spread: spread.into_iter().map(|it| it.build(&node)).collect(),
        node,
    }
}

/// A finger that presses comes over what it presses, and so does the focus: neither of them
/// points at anything, as a mouse and a keyboard do.
fn is_passing(event: &Event) -> bool {
    match event.type_().as_str() {
        "pointerover" => event.unchecked_ref::<PointerEvent>().pointer_type() == "touch",
        "focusin" => {
            let target: Option<web_sys::Element> = event.target().and_then(|it| it.dyn_into().ok());
            target.is_some_and(|it| it.matches(":focus-visible") == Ok(false))
        }
        _ => false,
    }
}

fn attr_dyn(
    node: types::Element,
    name: &'static str,
    value: Box<dyn Fn() -> Option<String> + Send>,
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

fn build_dynamic(draw: Box<dyn Fn() -> TreeNode + Send>) -> MountedNode {
    let drawn = Rc::new(RefCell::new(MountedNode::text(String::new())));
    let target = drawn.clone();
    let effect = effect(Box::new(move || draw().rebuild(&mut target.borrow_mut())));
    MountedNode::Dynamic(drawn, effect)
}

/// Each row has an owner of its own, because the effect that watches the items clears
/// what it owns each time it runs.
fn build_rows(mut rows: For) -> MountedNode {
    let parent = Owner::current().unwrap_or_default();
    let drawn = Rc::new(RefCell::new(MountedRows {
        rows: Vec::new(),
        end: Rndr::create_text_node(""),
    }));
    let target = drawn.clone();
    let effect = effect(Box::new(move || {
        let mut drawn = target.borrow_mut();
        let old = std::mem::take(&mut drawn.rows);
        let marks = (rows.marks_arrivals)() && !old.is_empty();
        let mut old: Vec<Option<Row>> = old.into_iter().map(Some).collect();
        for (index, known) in (rows.each)().into_iter().enumerate() {
            let known = known.and_then(|known| old.get_mut(known)?.take());
            let row = known.unwrap_or_else(|| build_row(&rows, index, &parent, marks));
            drawn.rows.push(row);
        }
        for mut row in old.into_iter().flatten() {
            row.drawn.unmount();
            row.owner.cleanup();
        }
        drawn.put_in_order();
    }));
    MountedNode::For(drawn, effect)
}

fn build_row(rows: &For, index: usize, parent: &Owner, marks: bool) -> Row {
    // An owner keeps a record of every child it ever had, so a row has none above it; the
    // surrounding call restores the current one.
    let owner = parent.with(|| Owner::new_root(None));
    let drawn = owner.with(|| (rows.children)(index).build());
    if let MountedNode::Element(element) = &drawn
        && marks
    {
        Rndr::set_attribute(&element.node, ARRIVED, "");
    }
    Row { drawn, owner }
}
