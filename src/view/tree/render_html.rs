//! The tree as one of Leptos's views: what a page spreads onto it reaches its root, and on a
//! server it prints itself. (`Render` is in `shell::dom`, natively in [`super::html`].)

use leptos::tachys::html::attribute::Attribute;
use leptos::tachys::html::attribute::any_attribute::{AnyAttribute, IntoAnyAttribute};
use leptos::tachys::hydration::Cursor;
use leptos::tachys::view::add_attr::AddAnyAttr;
use leptos::tachys::view::{Position, PositionState, Render, RenderHtml};

use super::TreeNode;

impl AddAnyAttr for TreeNode {
    type Output<NewAttr: Attribute> = TreeNode;

    fn add_any_attr<NewAttr: Attribute>(self, attribute: NewAttr) -> TreeNode {
        self.with_spread(attribute.into_any_attr())
    }
}

impl RenderHtml for TreeNode {
    type AsyncOutput = TreeNode;
    type Owned = TreeNode;

    const MIN_LENGTH: usize = 0;

    fn dry_resolve(&mut self) {}

    async fn resolve(self) -> TreeNode {
        self
    }

    #[cfg(not(target_arch = "wasm32"))]
    fn to_html_with_buf(
        self,
        html: &mut String,
        position: &mut Position,
        escape: bool,
        _mark_branches: bool,
        extra: Vec<AnyAttribute>,
    ) {
        let spread = |tree: TreeNode, attribute| tree.with_spread(attribute);
        let tree = extra.into_iter().fold(self, spread);
        tree.print(html, position, escape);
    }

    /// A browser prints nothing.
    #[cfg(target_arch = "wasm32")]
    fn to_html_with_buf(
        self,
        _html: &mut String,
        _position: &mut Position,
        _escape: bool,
        _mark_branches: bool,
        _extra: Vec<AnyAttribute>,
    ) {
    }

    /// Draws the tree: what a server has printed of it is not taken over.
    fn hydrate<const FROM_SERVER: bool>(
        self,
        _cursor: &Cursor,
        _position: &PositionState,
    ) -> Self::State {
        self.build()
    }

    fn into_owned(self) -> TreeNode {
        self
    }
}
