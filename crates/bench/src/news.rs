//! The news of the benchmark: the same headlines as a feed, and as the answers of two networks.

use std::time::SystemTime;

use anyhow::Result;
use serde_json::{Value, json};
use strillone::time::{MINUTE, Timestamp};

/// A text as long as those that feeds have under their headlines.
const SUMMARY: &str = "Il consiglio comunale ha discusso per tre ore della nuova linea del tram, \
    che dovrebbe collegare la stazione con l’ospedale entro due anni; i lavori cominciano in \
    primavera, e i residenti chiedono che il mercato del sabato resti dove si trova oggi.";

/// One headline.
pub struct Item {
    number: usize,
    /// What is shown.
    pub title: String,
    /// Where it leads.
    pub link: String,
    /// In RFC 3339, in UTC.
    time: String,
}

/// The headlines of those numbers, a quarter of an hour apart, the first the newest and a minute
/// old.
pub fn items(numbers: impl Iterator<Item = usize>) -> Result<Vec<Item>> {
    let now = SystemTime::now().duration_since(SystemTime::UNIX_EPOCH)?;
    let newest = Timestamp(i64::try_from(now.as_millis())?).after(-MINUTE);
    let mut time = newest.after(15 * MINUTE);
    let items = numbers.map(|number| {
        time = time.after(-15 * MINUTE);
        Item {
            number,
            title: format!("Notizia numero {number}: il tram arriva in centro"),
            link: format!("https://example.org/notizie/{number}"),
            time: time.to_rfc3339(),
        }
    });
    Ok(items.collect())
}

/// Them as an Atom feed.
pub fn feed(items: &[Item]) -> String {
    let newest = items.first().map_or("", |item| item.time.as_str());
    let entries: String = items
        .iter()
        .map(
            |Item {
                 number,
                 title,
                 link,
                 time,
             }| {
                format!(
                    "<entry><id>urn:notizia:{number}</id><title>{title}</title>\
                 <link href=\"{link}\"/><published>{time}</published><updated>{time}</updated>\
                 <summary>{number}. {SUMMARY}</summary></entry>\n"
                )
            },
        )
        .collect();
    format!(
        "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n\
         <feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"it\">\n\
         <id>urn:notizie</id><title>Il giornale</title><link href=\"https://example.org/\"/>\
         <updated>{newest}</updated>\n{entries}</feed>\n"
    )
}

/// Them as plain links, as a server prints them inside the element.
pub fn links(items: &[Item]) -> String {
    let rows: String = items
        .iter()
        .map(|Item { title, link, time, .. }| {
            let clock = time.get(11..16).unwrap_or_default();
            format!("<li><time datetime=\"{time}\">{clock}</time> <a href=\"{link}\">{title}</a></li>\n")
        })
        .collect();
    format!("<ul>\n{rows}</ul>")
}

/// Them as the answer of Mastodon's `timelines/public`.
pub fn statuses(items: &[Item], origin: &str) -> Value {
    let account = json!({
        "username": "giornale", "acct": "giornale", "display_name": "Il giornale",
        "url": format!("{origin}/@giornale"), "emojis": [],
        "avatar": format!("{origin}/avatar.svg"), "avatar_static": format!("{origin}/avatar.svg"),
    });
    let status = |Item {
                      number,
                      title,
                      link,
                      time,
                  }: &Item| {
        json!({
            "id": number.to_string(), "created_at": time, "url": link, "uri": link,
            "content": format!("<p><a href=\"{link}\">{title}</a></p>"), "account": account,
            "visibility": "public", "language": "it", "sensitive": false, "spoiler_text": "",
            "media_attachments": [], "mentions": [], "tags": [], "emojis": [],
            "reblog": null, "card": null, "poll": null, "edited_at": null,
            "replies_count": 0, "reblogs_count": 0, "favourites_count": 0,
        })
    };
    items.iter().map(status).collect()
}

/// Them as the answer of Bluesky's `app.bsky.feed.getAuthorFeed`.
pub fn author_feed(items: &[Item], origin: &str) -> Value {
    let author = json!({
        "did": "did:plc:aaaaaaaaaaaaaaaaaaaaaaaa", "handle": "example.org",
        "displayName": "Il giornale", "avatar": format!("{origin}/avatar.svg"), "labels": [],
    });
    let post = |Item {
                    number,
                    title,
                    time,
                    ..
                }: &Item| {
        json!({ "post": {
            "uri": format!("at://did:plc:aaaaaaaaaaaaaaaaaaaaaaaa/app.bsky.feed.post/{number}"),
            "cid": "bafyreihdwdcefgh4dqkjv67uzcmw7ojee6xedzdetojuzjevtenxquvyku",
            "author": author, "indexedAt": time, "labels": [],
            "record": { "$type": "app.bsky.feed.post", "text": title, "createdAt": time },
            "replyCount": 0, "repostCount": 0, "likeCount": 0, "quoteCount": 0,
        } })
    };
    let posts: Value = items.iter().map(post).collect();
    json!({ "feed": posts })
}
