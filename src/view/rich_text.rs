//! The small tree of a feed's text as elements: no string is ever handed over as HTML.

use std::rc::Rc;

use super::markup::{Element, Markup, element};
use super::{ViewContext, preview};
use crate::feed::rich_text::{Block, Inline};

/// Blocks, top to bottom.
pub fn blocks(context: &Rc<ViewContext>, blocks: &[Block]) -> Vec<Markup> {
    blocks
        .iter()
        .map(|part| block(context, part).into())
        .collect()
}

fn block(context: &Rc<ViewContext>, part: &Block) -> Element {
    match part {
        Block::Paragraph(children) => element("p").child(inlines(context, children)),
        Block::Heading(children) => element("h4").child(inlines(context, children)),
        Block::List { ordered, items } => {
            let item =
                |children: &Vec<Block>| element("li").child(blocks(context, children)).into();
            let items: Vec<Markup> = items.iter().map(item).collect();
            element(if *ordered { "ol" } else { "ul" }).child(items)
        }
        Block::Quotation(children) => element("blockquote").child(blocks(context, children)),
        Block::Preformatted(text) => element("pre").child(text.as_str()),
    }
}

fn inlines(context: &Rc<ViewContext>, children: &[Inline]) -> Vec<Markup> {
    children.iter().map(|part| inline(context, part)).collect()
}

fn inline(context: &Rc<ViewContext>, part: &Inline) -> Markup {
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
        Inline::Picture(picture) => preview::picture_view(context, picture).into(),
    }
}
