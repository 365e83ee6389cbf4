//! The small tree of a feed's text as elements: no string is ever handed over as HTML.

use leptos::prelude::*;

use super::{Scene, preview};
use crate::feed::rich_text::{Block, Inline};

/// Blocks, top to bottom.
pub fn blocks(scene: &Scene, blocks: &[Block]) -> Vec<AnyView> {
    blocks.iter().map(|part| block(scene, part)).collect()
}

fn block(scene: &Scene, part: &Block) -> AnyView {
    match part {
        Block::Paragraph(children) => view! { <p>{inlines(scene, children)}</p> }.into_any(),
        Block::Heading(children) => {
            view! { <h4 class="subheading">{inlines(scene, children)}</h4> }.into_any()
        }
        Block::List {
            ordered: false,
            items,
        } => view! { <ul>{list_items(scene, items)}</ul> }.into_any(),
        Block::List {
            ordered: true,
            items,
        } => view! { <ol>{list_items(scene, items)}</ol> }.into_any(),
        Block::Quotation(children) => {
            view! { <blockquote>{blocks(scene, children)}</blockquote> }.into_any()
        }
        Block::Preformatted(text) => view! { <pre>{text.clone()}</pre> }.into_any(),
    }
}

fn list_items(scene: &Scene, items: &[Vec<Block>]) -> Vec<AnyView> {
    let item = |children: &Vec<Block>| view! { <li>{blocks(scene, children)}</li> }.into_any();
    items.iter().map(item).collect()
}

fn inlines(scene: &Scene, children: &[Inline]) -> Vec<AnyView> {
    children.iter().map(|part| inline(scene, part)).collect()
}

fn inline(scene: &Scene, part: &Inline) -> AnyView {
    match part {
        Inline::Text(text) => text.clone().into_any(),
        Inline::Break => leptos::html::br().into_any(),
        Inline::Emphasis(children) => view! { <em>{inlines(scene, children)}</em> }.into_any(),
        Inline::Strong(children) => {
            view! { <strong>{inlines(scene, children)}</strong> }.into_any()
        }
        Inline::Code(text) => view! { <code>{text.clone()}</code> }.into_any(),
        Inline::Link { address, children } => {
            let target = scene.config.target.keyword();
            let address = address.as_str().to_owned();
            // A link in a feed's text leads anywhere: it gets neither referrer nor credit.
            view! {
                <a href=address target=target rel="noopener noreferrer nofollow ugc">
                    {inlines(scene, children)}
                </a>
            }
            .into_any()
        }
        Inline::Picture(picture) => preview::picture_view(scene, picture).into_any(),
    }
}
