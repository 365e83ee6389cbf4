//! What Leptos asks of a view that a server may have printed.

use leptos::tachys::html::attribute::any_attribute::AnyAttribute;
use leptos::tachys::hydration::Cursor;
use leptos::tachys::view::{Position, PositionState, RenderHtml};

use super::dom::MountedNode;
use crate::view::tree::TreeNode;

impl RenderHtml for TreeNode {
    type AsyncOutput = TreeNode;
    type Owned = TreeNode;

    const MIN_LENGTH: usize = 0;

    fn dry_resolve(&mut self) {}

    async fn resolve(self) -> TreeNode {
        self
    }

    /// A browser prints nothing.
    fn to_html_with_buf(
        self,
        _html: &mut String,
        _position: &mut Position,
        _escape: bool,
        _mark_branches: bool,
        _extra: Vec<AnyAttribute>,
    ) {
    }

    /// A widget takes over the element that a server has printed for it.
    #[cfg(feature = "standalone")]
    fn hydrate<const FROM_SERVER: bool>(
        self,
        cursor: &Cursor,
        position: &PositionState,
    ) -> MountedNode {
        hydration::hydrate(self, cursor, position)
    }

    /// The loader takes over what is printed in a `<strillone-news>`.
    #[cfg(not(feature = "standalone"))]
    fn hydrate<const FROM_SERVER: bool>(
        self,
        _cursor: &Cursor,
        _position: &PositionState,
    ) -> MountedNode {
        leptos::tachys::view::Render::build(self)
    }

    fn into_owned(self) -> TreeNode {
        self
    }
}

#[cfg(feature = "standalone")]
mod hydration {
    use leptos::tachys::hydration::Cursor;
    use leptos::tachys::renderer::{CastFrom, types};
    use leptos::tachys::view::{Mountable, Position, PositionState, Render};

    use crate::shell::dom::{MountedNode, furnish};
    use crate::view::tree::TreeNode;

    /// Moves on to the printed node as Leptos's own elements do.
    pub fn hydrate(tree: TreeNode, cursor: &Cursor, position: &PositionState) -> MountedNode {
        match position.get() {
            Position::FirstChild => cursor.child(),
            Position::Current => {}
            _ => cursor.sibling(),
        }
        position.set(Position::NextChild);
        let printed = cursor.current();
        match (tree, types::Element::cast_from(printed.clone())) {
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
