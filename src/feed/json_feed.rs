//! [JSON Feed] 1.0 and 1.1 → feeds.
//!
//! [JSON Feed]: https://www.jsonfeed.org/version/1.1/

use super::characters::{one_line, text_of};
use super::context::Context;
use super::draft::{Draft, Names, person, push_once};
use super::html;
use super::json::Value;
use super::json_fields::{address, items, line, text, time};
use super::limits;
use super::media::{add_enclosure, seconds};
use super::medium::{self, Witnesses};
use super::plain_text;
use super::problem::ProblemKind;
use super::scan;
use super::{Enclosure, Feed, Format, Item, Picture};
use crate::language;

/// Whether a document says that it is a JSON Feed.
pub fn is_feed(document: &Value<'_>) -> bool {
    let version = document.get("version").and_then(Value::text);
    version.is_some_and(|version| scan::find(version, "://jsonfeed.org/version/").is_some())
}

/// Reads a document.
pub fn read(document: &Value<'_>, context: &mut Context<'_>) -> Feed {
    let own = line(document, "feed_url").or_else(|| line(document, "home_page_url"));
    if let Some(own) = own {
        context.set_base(&own);
    }
    let mut feed = Feed {
        format: Some(Format::Json),
        title: line(document, "title"),
        link: address(document, "home_page_url", context),
        language: line(document, "language").and_then(|tag| language::tag(&tag)),
        ..Feed::default()
    };
    feed.hints.expired = matches!(document.get("expired"), Some(Value::Literal(true)));
    let authors = authors(document);
    let values = document.get("items").map(Value::list).unwrap_or_default();
    feed.items = items(values, context, &mut |value, context| {
        item(value, &authors, context)
    });
    feed
}

fn item(value: &Value<'_>, feed_authors: &[String], context: &mut Context<'_>) -> Option<Item> {
    let id = match value.get("id") {
        Some(Value::Text(id)) => text_of(id),
        Some(Value::Number(id)) => Some((*id).to_owned()),
        _ => None,
    };
    if id.is_none() {
        context.problems.report(None, ProblemKind::EmptyItem, "");
        return None;
    }
    let mut draft = Draft::default();
    draft.id.offer(0, id);
    draft.link.offer(0, address(value, "url", context));
    draft.link.offer(1, address(value, "external_url", context));
    draft.title.offer(0, line(value, "title"));
    let summary = text(value, "summary", context);
    draft
        .summary
        .offer(0, summary.map(|text| plain_text::read(&text, context)));
    if let Some(text) = text(value, "content_html", context) {
        let base = context.base.clone();
        let content = html::read(&text, base.as_ref(), context);
        draft
            .content
            .offer(0, (!content.is_empty()).then_some(content));
    }
    let content = text(value, "content_text", context);
    draft
        .content
        .offer(1, content.map(|text| plain_text::read(&text, context)));
    draft
        .published
        .offer(0, time(value, "date_published", context));
    draft
        .updated
        .offer(0, time(value, "date_modified", context));
    let own = authors(value);
    let names = if own.is_empty() { feed_authors } else { &own };
    for name in names {
        draft.authors.offer(0, Some(name.clone()));
    }
    for tag in value.get("tags").map(Value::list).unwrap_or_default() {
        if let Some(tag) = tag.text().map(one_line).filter(|tag| !tag.is_empty()) {
            push_once(&mut draft.tags, tag);
        }
    }
    for (rank, name) in [(0, "image"), (1, "banner_image")] {
        let address = address(value, name, context);
        let address = address.filter(|address| context.media.allows(address));
        draft.offer_picture(address.map(Picture::of_address), rank);
    }
    for attachment in value
        .get("attachments")
        .map(Value::list)
        .unwrap_or_default()
    {
        if let Some(address) = address(attachment, "url", context) {
            let media_type = line(attachment, "mime_type").map(|kind| kind.to_ascii_lowercase());
            let witnesses = Witnesses {
                media_type: media_type.as_deref().unwrap_or_default(),
                ..Witnesses::default()
            };
            let enclosure = Enclosure {
                medium: medium::of(address.as_str(), &witnesses),
                address,
                media_type,
                length: match attachment.get("size_in_bytes") {
                    Some(Value::Number(length)) => scan::number(length),
                    _ => None,
                },
                duration: match attachment.get("duration_in_seconds") {
                    Some(Value::Number(duration)) => seconds(duration),
                    _ => None,
                },
            };
            add_enclosure(enclosure, &mut draft, context);
        }
    }
    draft.language.offer(
        0,
        line(value, "language").and_then(|tag| language::tag(&tag)),
    );
    draft.finish(None, context)
}

/// The names of `authors`, or of the `author` of version 1.0; some write one where a list
/// belongs, or a name where an object does.
fn authors(value: &Value<'_>) -> Vec<String> {
    let mut names = Names::default();
    for (rank, member) in [(0, "authors"), (1, "author")] {
        let Some(authors) = value.get(member) else {
            continue;
        };
        let alone = std::slice::from_ref(authors);
        let list = match authors {
            Value::List(list) => list,
            _ => alone,
        };
        for author in list.iter().take(limits::LIST_LENGTH) {
            let name = match author {
                Value::Text(name) => Some(one_line(name)),
                _ => line(author, "name"),
            };
            names.offer(rank, name.and_then(|name| person(&name)));
        }
    }
    names.names
}
