//! Media: enclosures, Media RSS, and the pictures of other vocabularies ([Media RSS]).
//!
//! [Media RSS]: https://www.rssboard.org/media-rss

use std::borrow::Cow;

use super::characters::text_of;
use super::context::Context;
use super::draft::Draft;
use super::limits;
use super::medium::{self, Medium, Witnesses};
use super::namespace::Namespace;
use super::picture::{self, Purpose};
use super::problem::ProblemKind;
use super::scan;
use super::text;
use super::xml::Element;
use super::{Enclosure, Picture};

/// Pictures an item may offer, the ones most clearly meant for it first.
const THUMBNAIL: u8 = 0;
const MEDIUM: u8 = 1;
const ENCLOSURE: u8 = 2;
const OTHER: u8 = 3;

/// The ranks of what Media RSS says of the item itself; what a medium or a group of media
/// within it says is better, the deeper the better.
pub const TITLE: u8 = 5;
pub const SUMMARY: u8 = 6;
const LINK: u8 = 6;

/// Groups and media nest no deeper.
const DEPTH: u8 = 3;

/// Reads an element that holds or leads to media; `depth` counts those around it, and
/// `caption` is what the nearest of them says.
pub fn read(
    element: Element<'_, '_>,
    depth: u8,
    caption: &str,
    draft: &mut Draft,
    context: &mut Context<'_>,
) {
    let own = |name| element.child(Namespace::Media, name);
    // As Mastodon says of what its author hides behind a click.
    if own("rating").is_some_and(|it| context.line(it) == "adult") {
        return;
    }
    let own_caption = own("description").and_then(|it| text::line(it, context));
    let caption = own_caption.as_deref().unwrap_or(caption);
    if element.is(Namespace::Media, "group") {
        draft.group = draft.enclosures.len();
    }
    let mut says_of_item = true;
    if element.is(Namespace::Media, "thumbnail") {
        let picture = address_of(element, context)
            .and_then(|address| picture::of_element(element, &address, context));
        draft.offer_picture(picture, THUMBNAIL);
    } else if element.is(Namespace::Media, "content") {
        if let Some(enclosure) = enclosure_of(element, context) {
            // What is said of a picture stands for it; it is no summary of the article.
            says_of_item = enclosure.medium != Medium::Picture;
            if !says_of_item {
                let address = enclosure.address.as_str();
                let picture = picture::of_element(element, address, context);
                let picture = picture.map(|picture| Picture {
                    alternative: picture::description(caption).unwrap_or_default().to_owned(),
                    ..picture
                });
                draft.offer_picture(picture, MEDIUM);
            }
            // A group holds one film in several forms: there is one to play.
            let mut group = draft.enclosures.iter().skip(draft.group);
            let is_again = depth > 0 && group.any(|it| it.medium == enclosure.medium);
            if !is_again || !enclosure.medium.is_playable() {
                add_enclosure(enclosure, draft, context);
            }
        }
    } else if element.is(Namespace::Media, "player") {
        let address = address_of(element, context);
        draft
            .link
            .offer(LINK, address.and_then(|it| context.address(&it, element)));
    } else if element.data.namespace != Namespace::Media {
        let address = ["url", "link"]
            .iter()
            .find_map(|name| element.child(Namespace::Rss, name))
            .map(|inner| context.line(inner).into_owned())
            .or_else(|| address_of(element, context));
        let picture = address.and_then(|address| picture::of_element(element, &address, context));
        draft.offer_picture(picture, OTHER);
    }
    if element.data.namespace != Namespace::Media || depth >= DEPTH {
        return;
    }
    for child in element.children() {
        if child.is(Namespace::Media, "title") && says_of_item {
            draft
                .title
                .offer(TITLE - depth - 1, text::line(child, context));
        } else if child.is(Namespace::Media, "description") && says_of_item {
            draft
                .summary
                .offer(SUMMARY - depth - 1, text::rich(child, context));
        } else if ["content", "group", "thumbnail", "player"]
            .iter()
            .any(|name| child.is(Namespace::Media, name))
        {
            read(child, depth + 1, caption, draft, context);
        }
    }
}

/// Reads an element of no vocabulary that is known, which may be called after the picture that it
/// leads to: `thumb`, `StoryImage`, Bing's `News:Image`.
pub fn read_unknown(element: Element<'_, '_>, draft: &mut Draft, context: &mut Context<'_>) {
    let name = element.data.name.to_ascii_lowercase();
    let is_so_called = ["image", "thumb", "photo", "picture"]
        .iter()
        .any(|part| scan::find(&name, part).is_some());
    if is_so_called
        && let Some(address) = address_of(element, context)
        && (medium::by_address(&address) == Medium::Picture
            || (name == "image" && scan::find(&address, "//").is_some()))
    {
        let picture = picture::of_element(element, &address, context);
        draft.offer_picture(picture, OTHER);
    }
}

/// Reads an element that leads to a medium.
pub fn read_enclosure(element: Element<'_, '_>, draft: &mut Draft, context: &mut Context<'_>) {
    // RSS 1.0 may have the file as an element within, each property an element of its own.
    let inner = element.child(Namespace::Enclosure, "Enclosure");
    if let Some(enclosure) = enclosure_of(inner.unwrap_or(element), context) {
        add_enclosure(enclosure, draft, context);
    }
}

fn enclosure_of(element: Element<'_, '_>, context: &mut Context<'_>) -> Option<Enclosure> {
    let text = address_of(element, context)?;
    let address = context.address(&text, element)?;
    let mut value = |name| property(element, name, context).and_then(|value| text_of(&value));
    let length = value("length").or_else(|| value("fileSize"));
    let media_type = value("type").map(|kind| kind.to_ascii_lowercase());
    let has = |name| element.attribute(name).is_some();
    let witnesses = Witnesses {
        media_type: media_type.as_deref().unwrap_or_default(),
        medium: &value("medium").unwrap_or_default(),
        has_size: (has("width") || has("height")) && !has("duration"),
    };
    Some(Enclosure {
        medium: medium::of(address.as_str(), &witnesses),
        address,
        media_type,
        length: length.and_then(|length| scan::number(&length)),
        duration: value("duration").and_then(|duration| seconds(&duration)),
    })
}

/// How long something plays: in seconds, or as `1:02:03`; `None` where it is neither, or nothing.
pub fn seconds(text: &str) -> Option<u32> {
    let mut sum = 0_u32;
    for part in text.trim_ascii().split(':') {
        let whole = part.split('.').next().unwrap_or_default();
        let part: u32 = whole.parse().ok()?;
        sum = sum.checked_mul(60)?.checked_add(part)?;
    }
    (sum > 0).then_some(sum)
}

/// The address that an element leads to: that of an attribute, else its text.
fn address_of(element: Element<'_, '_>, context: &mut Context<'_>) -> Option<String> {
    let attribute = ["url", "href", "src"]
        .iter()
        .find_map(|name| property(element, name, context));
    match attribute {
        Some(address) => text_of(&address),
        None if element.has_elements() => None,
        None => text_of(&context.line(element)),
    }
}

/// A property of a file: an attribute, or what RSS 1.0 has for it.
fn property<'a>(
    element: Element<'_, 'a>,
    name: &str,
    context: &mut Context<'_>,
) -> Option<Cow<'a, str>> {
    if element.data.namespace != Namespace::Enclosure {
        return element.attribute(name);
    }
    let resource = match name {
        "url" => element.attribute_of(Namespace::Rdf, "resource"),
        _ => element.attribute_of(Namespace::Enclosure, name),
    };
    let inner = element.child(Namespace::Enclosure, name);
    resource.or_else(|| inner.map(|inner| context.line(inner)))
}

/// Adds a medium to the item, and offers it as its picture if it is one.
pub fn add_enclosure(enclosure: Enclosure, draft: &mut Draft, context: &mut Context<'_>) {
    if !context.media.allows(&enclosure.address) {
        return;
    }
    match enclosure.medium {
        Medium::Useless => return,
        // A counter, an avatar.
        Medium::Picture
            if picture::purpose_of_address(enclosure.address.as_str()) == Purpose::Decoration =>
        {
            return;
        }
        Medium::Picture => {
            let mut offered = draft.pictures.iter();
            // Media RSS offers it with its size.
            if !offered.any(|offered| offered.picture.address == enclosure.address) {
                let picture = Picture::of_address(enclosure.address.clone());
                let picture = Some(picture).filter(Picture::stands_for_article);
                draft.offer_picture(picture, ENCLOSURE);
            }
        }
        _ => {}
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
