//! The media that belong to an article: sound and film are played in place, anything else is
//! a link. Nothing of them is loaded before the reader asks for it.

use std::sync::Arc;

use super::ViewContext;
use super::link::outgoing;
use super::tree::{TreeElement, TreeNode, element, part};
use crate::address::LinkAddress;
use crate::feed::{Enclosure, Item, Medium};

const MEGABYTE: u64 = 1_000_000;

/// All media but pictures: one of those stands in the preview already.
pub fn enclosures(context: &Arc<ViewContext>, item: &Item) -> Option<TreeElement> {
    let media = item.enclosures.iter();
    let media =
        media.filter(|it| matches!(it.medium, Medium::Audio | Medium::Video | Medium::File));
    let media: Vec<TreeNode> = media.map(|it| medium(context, it).into()).collect();
    (!media.is_empty()).then(|| part("div", "enclosures").child(media))
}

fn medium(context: &Arc<ViewContext>, enclosure: &Enclosure) -> TreeElement {
    let name = match enclosure.medium {
        Medium::Audio => "audio",
        Medium::Video => "video",
        _ => return link(context, enclosure),
    };
    element(name)
        .attr("src", enclosure.address.as_str())
        .attr("controls", "")
        .attr("preload", "none")
}

/// The name of the file with its length, as in "report.pdf (2 MB)".
fn link(context: &Arc<ViewContext>, enclosure: &Enclosure) -> TreeElement {
    let address = LinkAddress::from(enclosure.address.clone());
    let mut text = enclosure.file_name();
    if let Some(length) = enclosure.length.filter(|length| *length >= MEGABYTE) {
        let megabytes = u32::try_from(length / MEGABYTE).unwrap_or(u32::MAX);
        text.push_str(" (");
        text.push_str(&context.calendar.number(megabytes, &context.config.lang));
        text.push_str(" MB)");
    }
    let name = element("bdi").child(text);
    outgoing(context, &address, part("a", "file")).child(name)
}
