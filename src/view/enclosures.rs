//! The media that belong to an article: sound and film are played in place, anything else is
//! a link. Nothing of them is loaded before the reader asks for it.

use std::rc::Rc;

use super::ViewContext;
use super::headline::outgoing;
use super::markup::{Element, Markup, element, part};
use crate::address::LinkAddress;
use crate::feed::{Enclosure, Item, Medium};

const MEGABYTE: u64 = 1_000_000;

/// All media but pictures: one of those stands in the preview already.
pub fn enclosures(context: &Rc<ViewContext>, item: &Item) -> Option<Element> {
    let media = item.enclosures.iter();
    let media = media.filter(|it| matches!(it.medium, Medium::Sound | Medium::Film | Medium::File));
    let media: Vec<Markup> = media.map(|it| medium(context, it).into()).collect();
    (!media.is_empty()).then(|| part("div", "enclosures").child(media))
}

fn medium(context: &Rc<ViewContext>, enclosure: &Enclosure) -> Element {
    let name = match enclosure.medium {
        Medium::Sound => "audio",
        Medium::Film => "video",
        _ => return link(context, enclosure),
    };
    element(name)
        .attr("src", enclosure.address.as_str())
        .attr("controls", "")
        .attr("preload", "none")
}

/// The name of the file with its length, as in "report.pdf (2 MB)".
fn link(context: &Rc<ViewContext>, enclosure: &Enclosure) -> Element {
    let address = LinkAddress::from(enclosure.address.clone());
    let mut text = enclosure.file_name();
    if let Some(length) = enclosure.length.filter(|length| *length >= MEGABYTE) {
        let megabytes = u32::try_from(length / MEGABYTE).unwrap_or(u32::MAX);
        text.push_str(" (");
        text.push_str(&context.calendar.number(megabytes, &context.config.language));
        text.push_str(" MB)");
    }
    let name = element("bdi").child(text);
    outgoing(context, &address, part("a", "file")).child(name)
}
