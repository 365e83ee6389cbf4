//! Members of JSON objects as what a feed needs of them.

use std::borrow::Cow;

use super::characters::{decoded_twice, one_line, text_of};
use super::context::Context;
use super::draft::Draft;
use super::json::Value;
use super::limits;
use super::picture::{self, believable};
use super::problem::ProblemKind;
use super::scan;
use super::{Block, Inline, Item, Picture, RichText};
use crate::address::WebAddress;
use crate::time::Date;

/// A member that is shown on one line.
pub fn line(value: &Value<'_>, name: &str) -> Option<String> {
    let text = value.get(name)?.text()?;
    let text = text.get(..text.floor_char_boundary(limits::LINE_BYTES))?;
    let line = one_line(&decoded_twice(Cow::Borrowed(text)));
    (!line.is_empty()).then_some(line)
}

/// A member that is shown as paragraphs.
pub fn text(value: &Value<'_>, name: &str, context: &mut Context<'_>) -> Option<String> {
    let text = value.get(name)?.text()?;
    if text.len() > limits::TEXT_BYTES {
        context.problems.report(None, ProblemKind::TextTooLong, "");
    }
    let text = text.get(..text.floor_char_boundary(limits::TEXT_BYTES))?;
    text_of(&decoded_twice(Cow::Borrowed(text)))
}

/// An address.
pub fn address(value: &Value<'_>, name: &str, context: &mut Context<'_>) -> Option<WebAddress> {
    let text = value.get(name)?.text()?;
    let base = context.base.clone();
    context.web_address(text, base.as_ref(), None)
}

/// A date.
pub fn time(value: &Value<'_>, name: &str, context: &mut Context<'_>) -> Option<Date> {
    context.date_of(&line(value, name)?, None)
}

/// A whole number, such as a count or a side in pixels.
pub fn small_number(value: &Value<'_>, name: &str) -> Option<u32> {
    match value.get(name)? {
        Value::Number(number) => scan::small_number(number),
        _ => None,
    }
}

/// Offers the picture whose address is a member of a value.
pub fn offer_picture(
    (value, name): (&Value<'_>, &str),
    size: Option<&Value<'_>>,
    alternative: Option<String>,
    rank: u8,
    draft: &mut Draft,
    context: &mut Context<'_>,
) {
    let address = address(value, name, context);
    let address = address.filter(|address| context.media.allows(address));
    let side = |name| size.and_then(|size| small_number(size, name));
    let (width, height) = believable(side("width"), side("height"));
    let picture = address.map(|address| Picture {
        alternative: alternative
            .as_deref()
            .and_then(picture::description)
            .unwrap_or_default()
            .to_owned(),
        width,
        height,
        ..Picture::of_address(address)
    });
    draft.offer_picture(picture, rank);
}

/// Adds a post that another one quotes: who wrote it, and its words.
pub fn add_quotation(
    author: Option<String>,
    page: Option<WebAddress>,
    words: RichText,
    content: &mut RichText,
) {
    let mut blocks = words.blocks;
    if let (Some(author), Some(page)) = (author, page) {
        let link = Inline::Link {
            address: page.into(),
            children: vec![Inline::Text([&author, ":"].concat())],
        };
        blocks.insert(0, Block::Paragraph(vec![link]));
    }
    if !blocks.is_empty() {
        content.blocks.push(Block::Quotation(blocks));
    }
}

/// Reads an item of each value, and no more items than the limit.
pub fn items(
    values: &[Value<'_>],
    context: &mut Context<'_>,
    read: &mut dyn FnMut(&Value<'_>, &mut Context<'_>) -> Option<Item>,
) -> Vec<Item> {
    let mut items = Vec::new();
    for value in values {
        if items.len() >= limits::ITEMS {
            context.problems.report(None, ProblemKind::TooManyItems, "");
            break;
        }
        items.extend(read(value, context));
    }
    items
}
