//! The posts of an account by Bluesky's API, [`app.bsky.feed.getAuthorFeed`] → feeds.
//!
//! [`app.bsky.feed.getAuthorFeed`]: https://docs.bsky.app/docs/api/app-bsky-feed-get-author-feed

use super::RichText;
use super::context::Context;
use super::draft::{Draft, push_once};
use super::json::Value;
use super::json_fields::{
    add_quotation, address, items, line, offer_picture, small_number, text, time,
};
use super::limits;
use super::rich_text_builder::{RichTextBuilder, TagRole};
use super::scan;
use super::{Feed, Format, Item, Picture};
use crate::address::WebAddress;

/// Whether a document is the answer of the API.
pub fn is_feed(document: &Value<'_>) -> bool {
    let Some(Value::List(entries)) = document.get("feed") else {
        return false;
    };
    entries
        .first()
        .is_none_or(|entry| post_uri(entry).is_some())
}

/// Reads an answer. What answers somebody else is a part of a conversation and stays out, as it
/// does in Bluesky's own RSS.
pub fn read(document: &Value<'_>, context: &mut Context<'_>) -> Feed {
    let mut feed = Feed {
        format: Some(Format::Bluesky),
        ..Feed::default()
    };
    let entries = document.get("feed").map(Value::list).unwrap_or_default();
    // What the account reposted is by others; what it pinned is its own.
    let is_repost = |entry: &&Value<'_>| {
        let reason = entry.get("reason").and_then(|reason| line(reason, "$type"));
        reason.is_some_and(|reason| reason.ends_with("#reasonRepost"))
    };
    let own = entries.iter().find(|entry| !is_repost(entry));
    if let Some(own) = own.and_then(|entry| entry.get("post")) {
        feed.title = author(own);
        feed.link = page(own, None, context);
    }
    feed.items = items(entries, context, &mut |entry, context| {
        let post = entry.get("post")?;
        match is_repost(&entry) || !answers_another(post) {
            true => item(post, context),
            false => None,
        }
    });
    feed
}

/// Whether a post answers one of another account. What goes on in a thread of one's own does not.
fn answers_another(post: &Value<'_>) -> bool {
    let account = |uri: &str| uri.split('/').nth(2).map(str::to_owned);
    let reply = post.get("record").and_then(|record| record.get("reply"));
    let answered = reply.and_then(|reply| account(reply.get("parent")?.get("uri")?.text()?));
    let own = post.get("uri").and_then(|uri| account(uri.text()?));
    answered.is_some() && answered != own
}

fn post_uri<'v>(entry: &'v Value<'_>) -> Option<&'v str> {
    let uri = entry.get("post")?.get("uri")?.text()?;
    uri.starts_with("at://").then_some(uri)
}

fn item(post: &Value<'_>, context: &mut Context<'_>) -> Option<Item> {
    let record = post.get("record")?;
    let mut draft = Draft::default();
    let uri = line(post, "uri")?;
    let key = uri.rsplit('/').next().unwrap_or_default();
    let link = page(post, Some(key), context);
    draft.comments.offer(0, link.clone());
    draft.link.offer(0, link);
    draft
        .comment_count
        .offer(0, small_number(post, "replyCount"));
    draft.published.offer(0, time(record, "createdAt", context));
    draft.authors.offer(0, author(post));
    let language = record
        .get("langs")
        .and_then(|langs| langs.list().first()?.text());
    draft
        .language
        .offer(0, language.and_then(crate::language::tag));
    let tags = record.get("tags").map(Value::list).unwrap_or_default();
    for tag in tags
        .iter()
        .filter_map(Value::text)
        .take(limits::LIST_LENGTH)
    {
        push_once(&mut draft.tags, tag.to_owned());
    }
    let whole = post.get("embed");
    let embed = whole.map(|embed| embed.get("media").unwrap_or(embed));
    let card = embed.and_then(|embed| embed.get("external"));
    let mut content = rich(record, card, context);
    // With media, the record that is quoted stands in another one.
    let quoted = whole.and_then(|embed| embed.get("record"));
    let quoted = quoted.and_then(|record| record.get("record").or(Some(record)));
    if let Some(quoted) = quoted
        && let Some(record) = quoted.get("value")
    {
        let words = rich(record, None, context);
        let key = line(quoted, "uri").unwrap_or_default();
        let page = page(quoted, key.rsplit('/').next(), context);
        add_quotation(author(quoted), page, words, &mut content);
    }
    draft
        .content
        .offer(0, (!content.is_empty()).then_some(content));
    // A post that is labelled, as for nudity, shows no picture here.
    let labels = post.get("labels").map(Value::list).unwrap_or_default();
    if let Some(embed) = embed.filter(|_| labels.is_empty()) {
        let images = embed.get("images").map(Value::list).unwrap_or_default();
        if let Some(image) = images.first() {
            let size = image.get("aspectRatio");
            let alternative = line(image, "alt");
            offer_picture(
                (image, "fullsize"),
                size,
                alternative,
                0,
                &mut draft,
                context,
            );
            if let Some(last) = draft.pictures.last_mut() {
                enlarge(&mut last.picture);
            }
        }
        offer_picture(
            (embed, "thumbnail"),
            None,
            line(embed, "alt"),
            1,
            &mut draft,
            context,
        );
        if let Some(card) = card {
            offer_picture((card, "thumb"), None, None, 2, &mut draft, context);
        }
    }
    draft.id.offer(0, Some(uri));
    draft.finish(None, context)
}

/// Width and height in the same proportion, as wide as Bluesky shows a picture: they may be as
/// little as 3 and 2 ([lexicon]).
///
/// [lexicon]: https://docs.bsky.app/docs/advanced-guides/posts#images-embeds
fn enlarge(picture: &mut Picture) {
    if let (Some(width), Some(height)) = (picture.width, picture.height) {
        let times = (1_000 / width.max(1)).max(1);
        picture.width = width.checked_mul(times);
        picture.height = height.checked_mul(times);
    }
}

/// The page of a post's author, or of the post itself.
fn page(post: &Value<'_>, key: Option<&str>, context: &mut Context<'_>) -> Option<WebAddress> {
    let author = post.get("author")?;
    let name = handle(author).or_else(|| line(author, "did"))?;
    let mut address = ["https://bsky.app/profile/", &name].concat();
    if let Some(key) = key {
        address.push_str("/post/");
        address.push_str(key);
    }
    context.web_address(&address, None, None)
}

fn author(post: &Value<'_>) -> Option<String> {
    let author = post.get("author")?;
    let name = line(author, "displayName");
    name.or_else(|| Some(["@", &handle(author)?].concat()))
}

fn handle(author: &Value<'_>) -> Option<String> {
    // One that does not resolve at the moment is called so.
    line(author, "handle").filter(|handle| handle != "handle.invalid")
}

/// A text with its facets, which are ranges of bytes that lead somewhere, and below it the page
/// that the post is about.
fn rich(record: &Value<'_>, card: Option<&Value<'_>>, context: &mut Context<'_>) -> RichText {
    let text = text(record, "text", context).unwrap_or_default();
    let facets = record.get("facets").map(Value::list).unwrap_or_default();
    let mut builder = RichTextBuilder::default();
    let mut links: Vec<(usize, usize, String)> = facets.iter().filter_map(facet).collect();
    links.sort_unstable_by_key(|(start, ..)| *start);
    let mut done = 0;
    let mut targets = Vec::new();
    for (start, end, target) in links {
        let (Some(before), Some(inner)) = (text.get(done..start), text.get(start..end)) else {
            continue;
        };
        write_lines(before, &mut builder);
        let address = context.link_address(&target, None);
        builder.open_link(address);
        write_lines(inner, &mut builder);
        builder.end(TagRole::Link);
        targets.push(target);
        done = end;
    }
    write_lines(text.get(done..).unwrap_or_default(), &mut builder);
    if let Some(card) = card
        && let Some(page) = address(card, "uri", context)
        && !targets.iter().any(|target| target == page.as_str())
    {
        builder.start(TagRole::Paragraph);
        let title = line(card, "title").unwrap_or_else(|| page.host().to_owned());
        builder.open_link(Some(page.into()));
        builder.text(&title);
        builder.end(TagRole::Link);
    }
    builder.finish()
}

/// Where a facet begins and ends, and where it leads.
fn facet(facet: &Value<'_>) -> Option<(usize, usize, String)> {
    let index = facet.get("index")?;
    let place = |name| usize::try_from(small_number(index, name)?).ok();
    let (start, end) = (place("byteStart")?, place("byteEnd")?);
    let target = facet.get("features")?.list().iter().find_map(|feature| {
        let kind = feature.get("$type")?.text()?;
        let part = |name| line(feature, name);
        match scan::split(kind, "#")?.1 {
            "link" => part("uri"),
            "mention" => Some(["https://bsky.app/profile/", &part("did")?].concat()),
            "tag" => Some(["https://bsky.app/hashtag/", &part("tag")?].concat()),
            _ => None,
        }
    })?;
    (start < end).then_some((start, end, target))
}

/// Writes lines: an empty one parts paragraphs.
fn write_lines(text: &str, builder: &mut RichTextBuilder) {
    let mut lines = text.split('\n').peekable();
    builder.text(lines.next().unwrap_or_default());
    while let Some(line) = lines.next() {
        // The last one goes on behind what is written here.
        let is_gap = line.is_empty() && lines.peek().is_some();
        builder.start(if is_gap {
            TagRole::Paragraph
        } else {
            TagRole::Break
        });
        builder.text(line);
    }
}
