//! The posts of an account or of a tag by [Mastodon's API], `/api/v1/accounts/ID/statuses` and
//! `/api/v1/timelines/tag/TAG` → feeds.
//!
//! [Mastodon's API]: https://docs.joinmastodon.org/entities/Status/

use super::characters::one_line;
use super::context::Context;
use super::draft::{Draft, push_once};
use super::html;
use super::json::Value;
use super::json_fields::{
    add_quotation, address, items, line, offer_picture, small_number, text, time,
};
use super::limits;
use super::media::add_enclosure;
use super::medium::{self, Medium, Witnesses};
use super::{Block, Enclosure, Feed, Format, Inline, Item, RichText, plain_text, scan};

/// Whether a value is a post.
pub fn is_status(value: &Value<'_>) -> bool {
    value.get("account").is_some() && value.get("uri").is_some() && value.get("content").is_some()
}

/// Reads posts. What answers somebody else is a part of a conversation and stays out, as it does
/// in Mastodon's own RSS.
pub fn read(statuses: &[Value<'_>], context: &mut Context<'_>) -> Feed {
    let mut feed = Feed {
        format: Some(Format::Mastodon),
        ..Feed::default()
    };
    let account = |status: &Value<'_>| line(status.get("account")?, "url");
    if let Some(first) = statuses.first()
        && statuses
            .iter()
            .all(|status| account(status) == account(first))
    {
        // They are all of one account, which is what the feed is called by.
        feed.title = author(first);
        feed.link = first
            .get("account")
            .and_then(|account| address(account, "url", context));
    }
    feed.items = items(statuses, context, &mut |status, context| {
        // What is boosted is the article, not that it was boosted.
        let original = status.get("reblog").filter(|it| is_status(it));
        match original {
            None if answers_another(status) => None,
            original => item(original.unwrap_or(status), context),
        }
    });
    feed
}

/// Whether a post answers one of another account. What goes on in a thread of one's own does not.
fn answers_another(status: &Value<'_>) -> bool {
    let answered = line(status, "in_reply_to_account_id");
    let own = status
        .get("account")
        .and_then(|account| line(account, "id"));
    answered.is_some() && answered != own
}

fn item(status: &Value<'_>, context: &mut Context<'_>) -> Option<Item> {
    let mut draft = Draft::default();
    draft.id.offer(0, line(status, "uri"));
    let link = address(status, "url", context).or_else(|| address(status, "uri", context));
    draft
        .published
        .offer(0, time(status, "created_at", context));
    draft.updated.offer(0, time(status, "edited_at", context));
    draft.authors.offer(0, author(status));
    let tags = status.get("tags").map(Value::list).unwrap_or_default();
    for tag in tags.iter().take(limits::LIST_LENGTH) {
        if let Some(name) = line(tag, "name") {
            push_once(&mut draft.tags, name);
        }
    }
    let language = line(status, "language");
    draft
        .language
        .offer(0, language.and_then(|tag| crate::language::tag(&tag)));
    draft
        .comment_count
        .offer(0, small_number(status, "replies_count"));
    draft.comments.offer(0, link.clone());
    draft.link.offer(0, link);
    // A warning stands for what it warns of: who wants to see that goes there.
    let warning = line(status, "spoiler_text");
    let is_sensitive = matches!(status.get("sensitive"), Some(Value::Literal(true)));
    if warning.is_none() {
        let mut content = words(status, context);
        // What is asked is no question without its answers.
        let poll = status.get("poll").and_then(|poll| poll.get("options"));
        let options = poll.map(Value::list).unwrap_or_default();
        let mut items = Vec::new();
        for option in options.iter().take(limits::LIST_LENGTH) {
            if let Some(title) = line(option, "title") {
                items.push(vec![Block::Paragraph(vec![Inline::Text(title)])]);
            }
        }
        if !items.is_empty() {
            let ordered = false;
            content.blocks.push(Block::List { ordered, items });
        }
        let quoted = status.get("quote").and_then(|it| it.get("quoted_status"));
        if let Some(quoted) = quoted.filter(|it| line(it, "spoiler_text").is_none()) {
            let (words, page) = (words(quoted, context), address(quoted, "url", context));
            add_quotation(author(quoted), page, words, &mut content);
        }
        draft
            .content
            .offer(0, (!content.is_empty()).then_some(content));
        if !is_sensitive {
            read_media(status, &mut draft, context);
        }
    }
    draft.title.offer(0, warning);
    draft.finish(None, context)
}

fn words(status: &Value<'_>, context: &mut Context<'_>) -> RichText {
    let base = context.base.clone();
    let html = text(status, "content", context).unwrap_or_default();
    html::read(&html, base.as_ref(), context)
}

/// The warning that Mastodon's RSS writes above a text, in the language of its author:
/// `<p><strong>Content warning:</strong> …</p><hr>`.
pub fn warning_of_rss(html: &str) -> Option<&str> {
    let rest = html.trim_ascii().strip_prefix("<p><strong>")?;
    let (label, rest) = scan::split(rest, "</strong> ")?;
    let (warning, _) = scan::split(rest, "</p><hr")?;
    let is_label = label.ends_with([':', '：']) && !label.contains('<');
    (is_label && !warning.contains('<')).then_some(warning)
}

/// The name of the account, without the codes that stand for its server's own emoji.
fn author(status: &Value<'_>) -> Option<String> {
    let account = status.get("account")?;
    let name = line(account, "display_name").map(|name| {
        let words = name
            .split(' ')
            .filter(|word| !(word.len() > 2 && word.starts_with(':') && word.ends_with(':')));
        one_line(&words.collect::<Vec<_>>().join(" "))
    });
    let name = name.filter(|name| !name.is_empty());
    name.or_else(|| Some(["@", &line(account, "acct")?].concat()))
}

fn read_media(status: &Value<'_>, draft: &mut Draft, context: &mut Context<'_>) {
    let media = status.get("media_attachments").map(Value::list);
    for medium in media.unwrap_or_default().iter().take(limits::LIST_LENGTH) {
        let kind = line(medium, "type").unwrap_or_default();
        let size = medium.get("meta").and_then(|meta| meta.get("original"));
        let said = line(medium, "description");
        if kind == "image" {
            // The first is the one that its author put first.
            if draft.pictures.is_empty() {
                offer_picture((medium, "url"), size, said, 0, draft, context);
            }
            continue;
        }
        if draft.content.would_take(1)
            && let Some(said) = &said
        {
            // Sound without words has no picture that could say it.
            draft
                .content
                .offer(1, Some(plain_text::read(said, context)));
        }
        offer_picture((medium, "preview_url"), None, said, 1, draft, context);
        if let Some(address) = address(medium, "url", context) {
            let witnesses = Witnesses {
                // A moving picture is a film without sound.
                medium: if kind == "gifv" { "video" } else { &kind },
                ..Witnesses::default()
            };
            let enclosure = Enclosure {
                medium: medium::of(address.as_str(), &witnesses),
                address,
                media_type: None,
                length: None,
                duration: None,
            };
            if enclosure.medium != Medium::Unknown {
                add_enclosure(enclosure, draft, context);
            }
        }
    }
    if let Some(card) = status.get("card") {
        offer_picture(
            (card, "image"),
            Some(card),
            line(card, "title"),
            2,
            draft,
            context,
        );
    }
}
