//! Rows that are matched by their keys: those of headlines that did not change keep their nodes.

use std::cell::RefCell;
use std::rc::Rc;

use leptos::prelude::Owner;
use leptos::tachys::renderer::{Rndr, types};
use leptos::tachys::view::{Mountable, Render};
use web_sys::Node;

use super::MountedNode;
use crate::shell::effect::effect;
use crate::view::selectors::ARRIVED;
use crate::view::tree::For;

/// The rows on the page, and the empty text that marks their end.
pub struct MountedRows {
    rows: Vec<Row>,
    end: types::Text,
}

struct Row {
    drawn: MountedNode,
    owner: Owner,
}

impl MountedRows {
    /// The first node of the rows on the page.
    pub fn first_node(&self) -> Option<Node> {
        match self.rows.first() {
            Some(row) => row.drawn.first_node(),
            None => Some(Node::clone(&self.end)),
        }
    }

    pub fn mount(&mut self, parent: &types::Element, marker: Option<&types::Node>) {
        Rndr::insert_node(parent, &self.end, marker);
        self.put_in_order();
    }

    pub fn unmount(&mut self) {
        self.rows.iter_mut().for_each(|row| row.drawn.unmount());
        Rndr::remove(&self.end);
    }

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

/// Each row has an owner of its own, because the effect that watches the items clears
/// what it owns each time it runs.
pub fn build_rows(mut rows: For) -> MountedNode {
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
