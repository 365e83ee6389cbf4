//! The tree as one of Leptos's views, which a server may have printed. What it prints is in
//! `html`, natively; how a browser takes that over in `shell::hydration`.

use leptos::tachys::html::attribute::any_attribute::AnyAttribute;
use leptos::tachys::hydration::Cursor;
use leptos::tachys::view::{Position, PositionState, RenderHtml};

use super::TreeNode;

impl RenderHtml for TreeNode {
    type AsyncOutput = TreeNode;
    type Owned = TreeNode;

    const MIN_LENGTH: usize = 0;

    fn dry_resolve(&mut self) {}

    async fn resolve(self) -> TreeNode {
        self
    }

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

    fn hydrate<const FROM_SERVER: bool>(
        self,
        cursor: &Cursor,
        position: &PositionState,
    ) -> Self::State {
        self.take_over(cursor, position)
    }

    fn into_owned(self) -> TreeNode {
        self
    }
}
