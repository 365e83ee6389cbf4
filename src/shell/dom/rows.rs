//! Rows that are matched by their keys: those of headlines that did not change keep their nodes.

use std::cell::RefCell;
use std::rc::Rc;

use leptos::prelude::{ArcTrigger, Notify, Owner, Track};
use leptos::tachys::renderer::{Rndr, types};
use leptos::tachys::view::{Mountable, Render};
use web_sys::Node;

use super::MountedNode;
use crate::shell::effect::effect;
use crate::shell::listener::Timeout;
use crate::view::selectors::ARRIVED;
use crate::view::tree::For;

/// How many rows are drawn in one task, about a screenful: a page does not answer its reader
/// during a longer one (<https://w3c.github.io/longtasks/>).
const SLICE: usize = 50;

/// The rows on the page, and the empty text that marks their end.
pub struct MountedRows {
    rows: Vec<Row>,
    /// They stand until all that comes in their place is drawn.
    leaving: Vec<DrawnRow>,
    end: types::Text,
    next_slice: Option<Timeout>,
}

struct Row {
    is_arrival: bool,
    /// Nothing until it is the row's turn.
    drawn: Option<DrawnRow>,
}

struct DrawnRow {
    node: MountedNode,
    owner: Owner,
}

impl MountedRows {
    /// The first node of the rows on the page.
    pub fn first_node(&self) -> Option<Node> {
        match self.rows.iter().find_map(|row| row.drawn.as_ref()) {
            Some(row) => row.node.first_node(),
            None => Some(Node::clone(&self.end)),
        }
    }

    pub fn mount(&mut self, parent: &types::Element, marker: Option<&types::Node>) {
        Rndr::insert_node(parent, &self.end, marker);
        self.put_in_order();
    }

    pub fn unmount(&mut self) {
        let drawn = self.rows.iter_mut().filter_map(|row| row.drawn.as_mut());
        for row in drawn.chain(&mut self.leaving) {
            row.node.unmount();
        }
        Rndr::remove(&self.end);
    }

    /// Puts on the page what is drawn. What replaces other rows comes all at once: the page is
    /// not shorter in between.
    fn show(&mut self) {
        let is_busy = self.rows.iter().any(|row| row.drawn.is_none());
        if !is_busy {
            for mut row in self.leaving.drain(..) {
                row.node.unmount();
                row.owner.cleanup();
            }
        }
        if self.leaving.is_empty() {
            self.put_in_order();
        }
        if let Some(parent) = self.end.parent_element() {
            match is_busy {
                true => Rndr::set_attribute(&parent, "aria-busy", "true"),
                false => Rndr::remove_attribute(&parent, "aria-busy"),
            }
        }
    }

    /// Puts the rows in order before the end, touching none that stands where it should.
    fn put_in_order(&mut self) {
        let Some(parent) = self.end.parent_element() else {
            return;
        };
        let mut next = Node::clone(&self.end);
        let drawn = self.rows.iter_mut().filter_map(|row| row.drawn.as_mut());
        for row in drawn.rev() {
            let Some(node) = row.node.first_node() else {
                continue;
            };
            if node.next_sibling().as_ref() != Some(&next) {
                row.node.mount(&parent, Some(&next));
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
        leaving: Vec::new(),
        end: Rndr::create_text_node(""),
        next_slice: None,
    }));
    let target = drawn.clone();
    let turn = ArcTrigger::new();
    // What is there from the beginning replaces other elements, at once.
    let mut slice = usize::MAX;
    let effect = effect(Box::new(move || {
        turn.track();
        let mut drawn = target.borrow_mut();
        let old = std::mem::take(&mut drawn.rows);
        let is_arrival = (rows.marks_arrivals)() && !old.is_empty();
        let mut old: Vec<Option<Row>> = old.into_iter().map(Some).collect();
        let kept = |known: Option<usize>| old.get_mut(known?)?.take();
        let new = (rows.each)().into_iter().map(kept);
        let new = new.map(|row| {
            row.unwrap_or(Row {
                is_arrival,
                drawn: None,
            })
        });
        drawn.rows = new.collect();
        drawn
            .leaving
            .extend(old.into_iter().flatten().filter_map(|row| row.drawn));
        let waiting = drawn
            .rows
            .iter_mut()
            .enumerate()
            .filter(|(_, row)| row.drawn.is_none());
        for (index, row) in waiting.take(slice) {
            row.drawn = Some(build_row(&rows, index, &parent, row.is_arrival));
        }
        slice = SLICE;
        drawn.show();
        let is_busy = drawn.rows.iter().any(|row| row.drawn.is_none());
        let turn = turn.clone();
        drawn.next_slice = is_busy.then(|| Timeout::new(0, move || turn.notify()));
    }));
    MountedNode::For(drawn, effect)
}

fn build_row(rows: &For, index: usize, parent: &Owner, is_arrival: bool) -> DrawnRow {
    // An owner keeps a record of every child it ever had, so a row has none above it; the
    // surrounding call restores the current one.
    let owner = parent.with(|| Owner::new_root(None));
    let node = owner.with(|| (rows.children)(index).build());
    if let MountedNode::Element(element) = &node
        && is_arrival
    {
        Rndr::set_attribute(&element.node, ARRIVED, "");
    }
    DrawnRow { node, owner }
}
