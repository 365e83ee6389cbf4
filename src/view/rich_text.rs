//! The small tree of a feed's text as elements: no string is ever handed over as HTML.

use std::sync::Arc;

use super::tree::{TreeElement, TreeNode, element};
use super::{ViewContext, picture};
use crate::feed::{Block, Inline};

/// Blocks, top to bottom.
pub fn blocks(context: &Arc<ViewContext>, blocks: &[Block]) -> Vec<TreeNode> {
    blocks
        .iter()
        .map(|part| block(context, part).into())
        .collect()
}

fn block(context: &Arc<ViewContext>, part: &Block) -> TreeElement {
    match part {
        Block::Paragraph(children) => element("p").child(inlines(context, children)),
        Block::Heading(children) => element("h4").child(inlines(context, children)),
        Block::Caption(children) => {
            element("p").child(element("small").child(inlines(context, children)))
        }
        Block::List { ordered, items } => {
            let item =
                |children: &Vec<Block>| element("li").child(blocks(context, children)).into();
            let items: Vec<TreeNode> = items.iter().map(item).collect();
            element(if *ordered { "ol" } else { "ul" }).child(items)
        }
        Block::Quotation(children) => element("blockquote").child(blocks(context, children)),
        Block::Preformatted(text) => element("pre").child(text.as_str()),
    }
}

fn inlines(context: &Arc<ViewContext>, children: &[Inline]) -> Vec<TreeNode> {
    children.iter().map(|part| inline(context, part)).collect()
}

fn inline(context: &Arc<ViewContext>, part: &Inline) -> TreeNode {
    match part {
        Inline::Text(text) => text.as_str().into(),
        Inline::Break => element("br").into(),
        Inline::Emphasis(children) => element("em").child(inlines(context, children)).into(),
        Inline::Strong(children) => element("strong").child(inlines(context, children)).into(),
        Inline::Code(text) => element("code").child(text.as_str()).into(),
        // A link in a feed's text leads anywhere: it gets neither referrer nor credit.
        Inline::Link { address, children } => element("a")
            .attr("href", address.as_str())
            .attr("target", context.config.target.keyword())
            .attr("rel", "noopener noreferrer nofollow ugc")
            .child(inlines(context, children))
            .into(),
        Inline::Picture(picture) => picture::picture(context, picture).into(),
    }
}
