//! What is open around a line: quotations, lists and their items.

use super::RichTextBuilder;
use crate::feed::Block;
use crate::feed::limits;

/// A quotation, a list or one of its items that is open around the line.
pub(super) struct Container {
    pub kind: ContainerKind,
    pub blocks: Vec<Block>,
    /// The finished items of a list.
    pub items: Vec<Vec<Block>>,
}

#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum ContainerKind {
    Quotation,
    List { ordered: bool },
    ListItem,
}

impl RichTextBuilder {
    pub(super) fn open(&mut self, kind: ContainerKind) {
        self.end_line();
        // Styles may make it a few levels deeper, never without bound.
        if self.containers.len() < limits::DEPTH {
            self.containers.push(Container {
                kind,
                blocks: Vec::new(),
                items: Vec::new(),
            });
        }
    }

    /// Closes the innermost container of a kind with all that is open in it.
    pub(super) fn close(&mut self, is_meant: fn(ContainerKind) -> bool) {
        self.end_line();
        let depth = self
            .containers
            .iter()
            .rposition(|container| is_meant(container.kind));
        if let Some(depth) = depth {
            while self.containers.len() > depth {
                self.close_innermost();
            }
        }
    }

    /// Closes the open item of the innermost list.
    pub(super) fn close_item(&mut self) {
        self.end_line();
        let innermost = self
            .containers
            .iter()
            .rposition(|container| container.kind != ContainerKind::Quotation);
        let Some(depth) = innermost else { return };
        let kind = self.containers.get(depth).map(|container| container.kind);
        if kind == Some(ContainerKind::ListItem) {
            while self.containers.len() > depth {
                self.close_innermost();
            }
        }
    }

    pub(super) fn close_innermost(&mut self) {
        let Some(container) = self.containers.pop() else {
            return;
        };
        let Container {
            kind,
            mut blocks,
            mut items,
        } = container;
        match kind {
            ContainerKind::Quotation => {
                if !blocks.is_empty() {
                    self.blocks().push(Block::Quotation(blocks));
                }
            }
            ContainerKind::ListItem => match self.containers.last_mut() {
                Some(list) if !blocks.is_empty() => list.items.push(blocks),
                Some(_) => {}
                None => self.root.append(&mut blocks),
            },
            ContainerKind::List { ordered } => {
                if !blocks.is_empty() {
                    items.push(blocks);
                }
                if !items.is_empty() {
                    self.blocks().push(Block::List { ordered, items });
                }
            }
        }
    }

    pub(super) fn blocks(&mut self) -> &mut Vec<Block> {
        match self.containers.last_mut() {
            Some(container) => &mut container.blocks,
            None => &mut self.root,
        }
    }
}
