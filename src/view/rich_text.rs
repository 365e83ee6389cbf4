//! The small tree of a feed's text as elements: no string is ever handed over as HTML.

use std::rc::Rc;

use super::markup::{Element, Markup, element};
use super::{Scene, preview};
use crate::feed::rich_text::{Block, Inline};

/// Blocks, top to bottom.
pub fn blocks(scene: &Rc<Scene>, blocks: &[Block]) -> Vec<Markup> {
    blocks
        .iter()
        .map(|part| block(scene, part).into())
        .collect()
}

fn block(scene: &Rc<Scene>, part: &Block) -> Element {
    match part {
        Block::Paragraph(children) => element("p").with(inlines(scene, children)),
        Block::Heading(children) => element("h4").with(inlines(scene, children)),
        Block::List { ordered, items } => {
            let item = |children: &Vec<Block>| element("li").with(blocks(scene, children)).into();
            let items: Vec<Markup> = items.iter().map(item).collect();
            element(if *ordered { "ol" } else { "ul" }).with(items)
        }
        Block::Quotation(children) => element("blockquote").with(blocks(scene, children)),
        Block::Preformatted(text) => element("pre").with(text.as_str()),
    }
}

fn inlines(scene: &Rc<Scene>, children: &[Inline]) -> Vec<Markup> {
    children.iter().map(|part| inline(scene, part)).collect()
}

fn inline(scene: &Rc<Scene>, part: &Inline) -> Markup {
    match part {
        Inline::Text(text) => text.as_str().into(),
        Inline::Break => element("br").into(),
        Inline::Emphasis(children) => element("em").with(inlines(scene, children)).into(),
        Inline::Strong(children) => element("strong").with(inlines(scene, children)).into(),
        Inline::Code(text) => element("code").with(text.as_str()).into(),
        // A link in a feed's text leads anywhere: it gets neither referrer nor credit.
        Inline::Link { address, children } => element("a")
            .set("href", address.as_str())
            .set("target", scene.config.target.keyword())
            .set("rel", "noopener noreferrer nofollow ugc")
            .with(inlines(scene, children))
            .into(),
        Inline::Picture(picture) => preview::picture_view(scene, picture).into(),
    }
}
