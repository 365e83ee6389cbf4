//! Makes elements of a [`TreeNode`] and keeps what follows signals up to date, with Leptos's effects.
//! Elements are created and texts set; nothing is ever parsed as HTML, so a page that
//! enforces Trusted Types allows it.

mod rows;

use std::cell::RefCell;
use std::rc::Rc;

use leptos::tachys::html::attribute::Attribute;
use leptos::tachys::html::attribute::any_attribute::AnyAttributeState;
use leptos::tachys::renderer::{Rndr, types};
use leptos::tachys::view::{Mountable, Render};
use wasm_bindgen::JsCast;
use web_sys::{Event, Node, PointerEvent};

use self::rows::{MountedRows, build_rows};
use super::directive::{self, ActiveDirective};
use super::effect::{Effect, effect};
use super::listener::EventListener;
use crate::view::tree::{Action, AttributeValue, ElementParts, TreeElement, TreeNode};

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
            MountedNode::For(rows, _) => rows.borrow().first_node(),
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
            MountedNode::For(rows, _) => rows.borrow_mut().unmount(),
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
            MountedNode::For(rows, _) => rows.borrow_mut().mount(parent, marker),
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
    let parts = element.into_parts();
    let namespace = matches!(parts.name, "svg" | "path").then_some(SVG);
    furnish(Rndr::create_element(parts.name, namespace), parts)
}

/// Makes of a node what the element is to be.
pub(super) fn furnish(node: types::Element, parts: ElementParts) -> MountedElement {
    let mut followed = Vec::new();
    for (name, value) in parts.attributes {
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
    let listeners = parts.listeners.into_iter().map(listen).collect();
    let children = parts.children.into_iter();
    let mut children: Vec<MountedNode> = children.map(TreeNode::build).collect();
    for child in &mut children {
        child.mount(&node, None);
    }
    let directive = parts.directive;
    MountedElement {
        _children: children,
        _attributes: followed,
        _listeners: listeners,
        _directive: directive.map(|directive| directive::begin(&node, directive)),
        _spread: parts.spread.into_iter().map(|it| it.build(&node)).collect(),
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
