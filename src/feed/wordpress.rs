//! The posts of WordPress's [REST API], `/wp-json/wp/v2/posts?_embed` → feeds: every site answers
//! it to any page, where it answers its RSS feed to none.
//!
//! [REST API]: https://developer.wordpress.org/rest-api/reference/posts/

use super::characters::one_line;
use super::context::Context;
use super::draft::{Draft, push_once};
use super::html;
use super::json::Value;
use super::json_fields::{address, items, line, offer_picture, text, time};
use super::limits;
use super::{Feed, Format, Item, scan, title};
use crate::address::WebAddress;
use crate::time::Date;

/// What the API embeds of a list at most: of more comments nobody knows the number.
const EMBEDDED: usize = 100;

/// Whether a value is a post.
pub fn is_post(value: &Value<'_>) -> bool {
    let titled = value.get("title").and_then(|title| title.get("rendered"));
    let dated = value.get("date_gmt").or_else(|| value.get("date"));
    value.get("link").is_some() && (titled.is_some() || dated.is_some())
}

/// Reads posts.
pub fn read(posts: &[Value<'_>], context: &mut Context<'_>) -> Feed {
    let mut feed = Feed {
        format: Some(Format::WordPress),
        ..Feed::default()
    };
    feed.items = items(posts, context, &mut |post, context| {
        if feed.link.is_none() {
            feed.link = site(post, context);
        }
        item(post, context)
    });
    feed
}

/// The page of the site that a post's own collection is of.
fn site(post: &Value<'_>, context: &mut Context<'_>) -> Option<WebAddress> {
    let collection = post.get("_links")?.get("collection")?.list().first()?;
    let address = collection.get("href")?.text()?;
    let marks = ["/wp-json/", "/index.php?rest_route=", "/?rest_route="];
    let (site, _) = marks.iter().find_map(|mark| scan::split(address, mark))?;
    context.web_address(&[site, "/"].concat(), None, None)
}

fn item(post: &Value<'_>, context: &mut Context<'_>) -> Option<Item> {
    let mut draft = Draft::default();
    let link = address(post, "link", context);
    // The same identity as in the RSS feed of the site.
    draft.id.offer(0, rendered(post, "guid", context));
    draft.title.offer(0, html_line(post, "title", context));
    let protected = |name| {
        let part = post.get(name).and_then(|part| part.get("protected"));
        matches!(part, Some(Value::Literal(true)))
    };
    // Of a post behind a password, the text says only that it is.
    if !protected("content") && !protected("excerpt") {
        let base = link.clone().or_else(|| context.base.clone());
        for (name, part) in [
            ("excerpt", &mut draft.summary),
            ("content", &mut draft.content),
        ] {
            if let Some(html) = rendered(post, name, context) {
                let rich = html::read(&html, base.as_ref(), context);
                part.offer(0, (!rich.is_empty()).then_some(rich));
            }
        }
    }
    let mut utc = |name: &str| {
        // It is in UTC and does not say so. A draft has a date of zeros.
        let time = line(post, name).filter(|time| !time.starts_with("0000"))?;
        context.date_of(&[&time, "Z"].concat(), None)
    };
    let (published, updated) = (utc("date_gmt"), utc("modified_gmt"));
    draft.published.offer(0, published);
    if published.is_none() {
        draft.published.offer(1, time(post, "date", context));
    }
    let is_later = |updated: &Date| published.is_none_or(|published| updated.at > published.at);
    draft.updated.offer(0, updated.filter(is_later));
    if let Some(embedded) = post.get("_embedded") {
        read_embedded(embedded, post, &mut draft, context);
    }
    // What plugins say is there without `_embed`: Jetpack, and Yoast of what others are to show.
    let jetpack = (post, "jetpack_featured_media_url");
    offer_picture(jetpack, None, None, 1, &mut draft, context);
    if let Some(shared) = post.get("yoast_head_json") {
        draft.authors.offer(1, line(shared, "author"));
        let pictures = shared.get("og_image").map(Value::list).unwrap_or_default();
        for picture in pictures.iter().take(limits::LIST_LENGTH) {
            offer_picture(
                (picture, "url"),
                Some(picture),
                None,
                2,
                &mut draft,
                context,
            );
        }
    }
    if let Some(link) = &link {
        let comments = [link.as_str(), "#comments"].concat();
        draft
            .comments
            .offer(0, context.web_address(&comments, None, None));
    }
    draft.link.offer(0, link);
    draft.finish(None, context)
}

fn read_embedded(
    embedded: &Value<'_>,
    post: &Value<'_>,
    draft: &mut Draft,
    context: &mut Context<'_>,
) {
    let list = |name| embedded.get(name).map(Value::list).unwrap_or_default();
    for author in list("author").iter().take(limits::LIST_LENGTH) {
        draft
            .authors
            .offer(0, html_line_of(author.get("name"), context));
    }
    let terms = list("wp:term").iter().flat_map(Value::list);
    for term in terms.take(limits::LIST_LENGTH) {
        if let Some(tag) = html_line_of(term.get("name"), context) {
            push_once(&mut draft.tags, tag);
        }
    }
    for medium in list("wp:featuredmedia").iter().take(1) {
        read_picture(medium, draft, context);
    }
    let replies = list("replies").first().map(|replies| replies.list().len());
    // A list of none is left out: where everything else is there, there are none.
    let is_whole = embedded.get("author").is_some() && embedded.get("wp:term").is_some();
    let is_open = line(post, "comment_status").as_deref() == Some("open");
    let count = replies.or((is_whole && is_open).then_some(0));
    let count = count.filter(|count| *count < EMBEDDED);
    draft
        .comment_count
        .offer(0, count.and_then(|count| u32::try_from(count).ok()));
}

/// Offers the featured picture, in each of its sizes.
fn read_picture(medium: &Value<'_>, draft: &mut Draft, context: &mut Context<'_>) {
    if line(medium, "media_type").is_some_and(|kind| kind != "image") {
        return;
    }
    // It is no HTML, though some escape it.
    let alternative = line(medium, "alt_text").unwrap_or_default();
    let alternative = title::read(&alternative, false);
    let details = medium.get("media_details");
    let mut offer = |size: &Value<'_>, holder: &Value<'_>| {
        let alternative = Some(alternative.clone());
        offer_picture(
            (holder, "source_url"),
            Some(size),
            alternative,
            0,
            draft,
            context,
        );
    };
    offer(details.unwrap_or(medium), medium);
    if let Some(Value::Object(sizes)) = details.and_then(|details| details.get("sizes")) {
        for (name, size) in sizes.iter().take(limits::LIST_LENGTH) {
            // It is cut to a square.
            if name != "thumbnail" {
                offer(size, size);
            }
        }
    }
}

fn rendered(post: &Value<'_>, name: &str, context: &mut Context<'_>) -> Option<String> {
    text(post.get(name)?, "rendered", context)
}

fn html_line(post: &Value<'_>, name: &str, context: &mut Context<'_>) -> Option<String> {
    html_line_of(post.get(name)?.get("rendered"), context)
}

/// The text of a piece of HTML on one line.
fn html_line_of(value: Option<&Value<'_>>, context: &mut Context<'_>) -> Option<String> {
    let html = value?.text()?;
    let html = html.get(..html.floor_char_boundary(limits::LINE_BYTES))?;
    let line = one_line(&html::read(html, None, context).plain_text());
    (!line.is_empty()).then_some(line)
}
