//! Media RSS and the pictures of other vocabularies ([Media RSS]).
//!
//! [Media RSS]: https://www.rssboard.org/media-rss

use super::Enclosure;
use super::Picture;
use super::context::Context;
use super::draft::Draft;
use super::item::{add_enclosure, enclosure};
use super::limits;
use super::namespace::Namespace;
use super::picture::{self, Candidate};
use super::xml::Element;

/// Pictures an item may offer, the ones most clearly meant for it first.
const THUMBNAIL: u8 = 0;
const MEDIUM: u8 = 1;
const ENCLOSURE: u8 = 2;
const OTHER: u8 = 3;

/// Reads an element that holds or leads to media; `depth` counts the groups around it.
pub(super) fn read(
    element: Element<'_, '_>,
    depth: usize,
    draft: &mut Draft,
    context: &mut Context<'_>,
) {
    use Namespace::*;
    let name = element.data.name.to_ascii_lowercase();
    match (element.data.namespace, name.as_str()) {
        (Media, "thumbnail") => {
            let picture = picture::of_element(element, "url", context);
            offer(picture, THUMBNAIL, draft);
        }
        (Itunes, "image") => {
            let picture = picture::of_element(element, "href", context);
            offer(picture, OTHER, draft);
        }
        (Rss, "image") => {
            let picture = match element.child(Rss, "url") {
                Some(url) => {
                    let line = context.line(url);
                    let base = context.base_of(url);
                    let address = context.web_address(&line, base.as_ref(), Some(url.offset()));
                    address.map(|address| Picture {
                        address,
                        alternative: String::new(),
                        width: None,
                        height: None,
                    })
                }
                None => picture::of_element(element, "href", context),
            };
            offer(picture, OTHER, draft);
        }
        (Media, "content") => {
            let medium = element.attribute("medium").unwrap_or_default();
            let kind = element.attribute("type").unwrap_or_default();
            if element.attribute("url").is_some() {
                if medium.trim() == "image" || kind.trim().starts_with("image/") {
                    let picture = picture::of_element(element, "url", context);
                    offer(picture, MEDIUM, draft);
                }
                let enclosure = enclosure(element, "url", context);
                add_enclosure(enclosure, draft, context);
            }
        }
        _ => {}
    }
    if depth < 4 && element.data.namespace == Media {
        for child in element.children() {
            read(child, depth + 1, draft, context);
        }
    }
}

/// Offers a medium as the item's picture if its type says it is one.
pub(super) fn offer_enclosure(enclosure: &Enclosure, draft: &mut Draft) {
    let kind = enclosure.media_type.as_deref().unwrap_or_default();
    if kind.starts_with("image/") {
        let picture = Picture {
            address: enclosure.address.clone(),
            alternative: String::new(),
            width: None,
            height: None,
        };
        offer(Some(picture), ENCLOSURE, draft);
    }
}

fn offer(picture: Option<Picture>, rank: u8, draft: &mut Draft) {
    if let Some(picture) = picture
        && draft.pictures.len() < limits::LIST_LENGTH
    {
        draft.pictures.push(Candidate { picture, rank });
    }
}
