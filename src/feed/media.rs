//! Media: enclosures, Media RSS, and the pictures of other vocabularies ([Media RSS]).
//!
//! [Media RSS]: https://www.rssboard.org/media-rss

use super::characters::text_of;
use super::context::Context;
use super::draft::Draft;
use super::limits;
use super::namespace::Namespace;
use super::picture;
use super::problem::ProblemKind;
use super::scan;
use super::xml::Element;
use super::{Enclosure, Picture};

/// Pictures an item may offer, the ones most clearly meant for it first.
const THUMBNAIL: u8 = 0;
const MEDIUM: u8 = 1;
const ENCLOSURE: u8 = 2;
const OTHER: u8 = 3;

/// Reads an element that holds or leads to media; `depth` counts the groups around it.
pub fn read(element: Element<'_, '_>, depth: usize, draft: &mut Draft, context: &mut Context<'_>) {
    if element.is(Namespace::Media, "thumbnail") {
        let picture = picture::of_element(element, "url", context);
        draft.offer_picture(picture, THUMBNAIL);
    } else if element.is(Namespace::Media, "content") {
        let medium = element.attribute("medium").unwrap_or_default();
        let kind = element.attribute("type").unwrap_or_default();
        if medium == "image" || kind.starts_with("image/") {
            let picture = picture::of_element(element, "url", context);
            draft.offer_picture(picture, MEDIUM);
        }
        read_enclosure(element, "url", draft, context);
    } else if element.data.namespace != Namespace::Media {
        let picture = match element.child(Namespace::Rss, "url") {
            Some(url) => context.line_address(url).map(Picture::of_address),
            // Some write `url` for iTunes' `href`.
            None => picture::of_element(element, "href", context)
                .or_else(|| picture::of_element(element, "url", context)),
        };
        draft.offer_picture(picture, OTHER);
    }
    if depth < 4 && element.data.namespace == Namespace::Media {
        for child in element.children() {
            if child.data.namespace == Namespace::Media {
                read(child, depth + 1, draft, context);
            }
        }
    }
}

/// Reads an element whose `attribute` leads to a medium.
pub fn read_enclosure(
    element: Element<'_, '_>,
    attribute: &str,
    draft: &mut Draft,
    context: &mut Context<'_>,
) {
    let Some(text) = element.attribute(attribute) else {
        return;
    };
    let Some(address) = context.address(&text, element) else {
        return;
    };
    let value = |name| element.attribute(name).and_then(|value| text_of(&value));
    let length = value("length").or_else(|| value("fileSize"));
    let enclosure = Enclosure {
        address,
        media_type: value("type").map(|kind| kind.to_ascii_lowercase()),
        length: length.and_then(|length| scan::number(&length)),
    };
    add_enclosure(enclosure, draft, context);
}

/// Adds a medium to the item, and offers it as its picture if it is one.
pub fn add_enclosure(enclosure: Enclosure, draft: &mut Draft, context: &mut Context<'_>) {
    let kind = enclosure.media_type.as_deref().unwrap_or_default();
    if kind.starts_with("image/") {
        let picture = Picture::of_address(enclosure.address.clone());
        draft.offer_picture(Some(picture), ENCLOSURE);
    }
    if draft.enclosures.len() >= limits::LIST_LENGTH {
        context.problems.report(None, ProblemKind::ListTooLong, "");
        return;
    }
    let mut known = draft.enclosures.iter();
    if !known.any(|known| known.address == enclosure.address) {
        draft.enclosures.push(enclosure);
    }
}
