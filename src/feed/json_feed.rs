//! [JSON Feed] 1.0 and 1.1 → feeds.
//!
//! [JSON Feed]: https://www.jsonfeed.org/version/1.1/

use super::characters::{language_tag, one_line, text_of};
use super::context::Context;
use super::date;
use super::draft::{Draft, push_once};
use super::html;
use super::json::{self, Value};
use super::limits;
use super::media::add_enclosure;
use super::problem::ProblemKind;
use super::rich_text::RichText;
use super::scan;
use super::{Enclosure, Feed, Format, Item, Picture};
use crate::address::WebAddress;
use crate::time::Timestamp;

/// Reads a document; `None` when it is no JSON Feed.
pub fn read(source: &str, context: &mut Context<'_>) -> Option<Feed> {
    let document = match json::parse(source) {
        Ok(document) => document,
        Err(invalid) => {
            let kind = if invalid.too_deep {
                ProblemKind::TooDeep
            } else {
                ProblemKind::InvalidJson
            };
            context.problems.report(Some(invalid.offset), kind, "");
            return None;
        }
    };
    let version = document.get("version").and_then(Value::text);
    let known = version.and_then(|version| scan::find(version, "://jsonfeed.org/version/"));
    if known.is_none() {
        context.problems.report(None, ProblemKind::NotAFeed, "");
        return None;
    }
    let own = line(&document, "feed_url").or_else(|| line(&document, "home_page_url"));
    if let Some(own) = own {
        context.set_base(&own);
    }
    let mut feed = Feed {
        format: Some(Format::Json),
        title: line(&document, "title"),
        link: address(&document, "home_page_url", context),
        language: line(&document, "language").and_then(|tag| language_tag(&tag)),
        ..Feed::default()
    };
    feed.hints.expired = matches!(document.get("expired"), Some(Value::Literal(true)));
    let authors = authors(&document);
    for value in document.get("items").map(Value::list).unwrap_or_default() {
        if feed.items.len() >= limits::ITEMS {
            context.problems.report(None, ProblemKind::TooManyItems, "");
            break;
        }
        feed.items.extend(item(value, &authors, context));
    }
    Some(feed)
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
        .offer(0, summary.map(|text| RichText::of_plain_text(&text)));
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
        .offer(1, content.map(|text| RichText::of_plain_text(&text)));
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
        let picture = address(value, name, context).map(Picture::of_address);
        draft.offer_picture(picture, rank);
    }
    for attachment in value
        .get("attachments")
        .map(Value::list)
        .unwrap_or_default()
    {
        if let Some(address) = address(attachment, "url", context) {
            let enclosure = Enclosure {
                address,
                media_type: line(attachment, "mime_type").map(|kind| kind.to_ascii_lowercase()),
                length: match attachment.get("size_in_bytes") {
                    Some(Value::Number(length)) => scan::number(length),
                    _ => None,
                },
            };
            add_enclosure(enclosure, &mut draft, context);
        }
    }
    draft.language.offer(
        0,
        line(value, "language").and_then(|tag| language_tag(&tag)),
    );
    draft.finish(None, context)
}

/// The names of `authors`, or of the `author` of version 1.0.
fn authors(value: &Value<'_>) -> Vec<String> {
    let list = value.get("authors").map(Value::list).unwrap_or_default();
    let named = list.iter().filter_map(|author| line(author, "name"));
    let names: Vec<String> = named.take(limits::LIST_LENGTH).collect();
    if names.is_empty() {
        let old = value.get("author").and_then(|author| line(author, "name"));
        return old.into_iter().collect();
    }
    names
}

/// A member that is shown on one line.
fn line(value: &Value<'_>, name: &str) -> Option<String> {
    let text = value.get(name)?.text()?;
    let text = text.get(..text.floor_char_boundary(limits::LINE_BYTES))?;
    let line = one_line(text);
    (!line.is_empty()).then_some(line)
}

/// A member that is shown as paragraphs.
fn text(value: &Value<'_>, name: &str, context: &mut Context<'_>) -> Option<String> {
    let text = value.get(name)?.text()?;
    if text.len() > limits::TEXT_BYTES {
        context.problems.report(None, ProblemKind::TextTooLong, "");
    }
    let text = text.get(..text.floor_char_boundary(limits::TEXT_BYTES))?;
    text_of(text)
}

fn address(value: &Value<'_>, name: &str, context: &mut Context<'_>) -> Option<WebAddress> {
    let text = value.get(name)?.text()?;
    let base = context.base.clone();
    context.web_address(text, base.as_ref(), None)
}

fn time(value: &Value<'_>, name: &str, context: &mut Context<'_>) -> Option<Timestamp> {
    let text = line(value, name)?;
    let time = date::parse(&text);
    if time.is_none() {
        context
            .problems
            .report(None, ProblemKind::InvalidDate, &text);
    }
    time
}
