//! How a widget takes over what a server has printed of it.

use leptos::tachys::hydration::Cursor;
#[cfg(feature = "standalone")]
use leptos::tachys::renderer::{CastFrom, types};
#[cfg(feature = "standalone")]
use leptos::tachys::view::Mountable;
use leptos::tachys::view::{Position, PositionState, Render};

use super::dom::MountedNode;
#[cfg(feature = "standalone")]
use super::dom::furnish;
use crate::view::tree::TreeNode;

impl TreeNode {
    /// A browser prints nothing.
    pub(crate) fn print(self, _html: &mut String, _position: &mut Position, _escape: bool) {}

    /// The loader takes over what is printed in a `<strillone-news>`.
    #[cfg(not(feature = "standalone"))]
    pub(crate) fn take_over(self, _cursor: &Cursor, _position: &PositionState) -> MountedNode {
        self.build()
    }

    /// Moves on to the printed node as Leptos's own elements do, and makes it a widget's.
    #[cfg(feature = "standalone")]
    pub(crate) fn take_over(self, cursor: &Cursor, position: &PositionState) -> MountedNode {
        match position.get() {
            Position::FirstChild => cursor.child(),
            Position::Current => {}
            _ => cursor.sibling(),
        }
        position.set(Position::NextChild);
        let printed = cursor.current();
        match (self, types::Element::cast_from(printed.clone())) {
            (TreeNode::Element(element), Some(node)) => {
                MountedNode::Element(furnish(node, element.into_parts()))
            }
            // The page is not what this application prints.
            (tree, _) => {
                let mut drawn = tree.build();
                if let Some(parent) = printed.parent_element() {
                    drawn.mount(&parent, Some(&printed));
                }
                drawn
            }
        }
    }
}
