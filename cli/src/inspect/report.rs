//! A reading in the shape that `inspect` prints.

use serde::Serialize;
use strillone::feed::{Format, Item, Reading, RichText};
use strillone::time::{Date, Timestamp};

/// What was read in one source. What the feed does not say is `null`.
#[derive(Serialize)]
pub struct Report {
    pub source: String,
    pub format: Option<&'static str>,
    pub encoding: Option<String>,
    pub feed: FeedReport,
    pub items: Vec<ItemReport>,
    pub problems: Vec<ProblemReport>,
}

/// The feed itself.
#[derive(Serialize)]
pub struct FeedReport {
    pub title: Option<String>,
    pub link: Option<String>,
    pub language: Option<String>,
    /// RFC 3339 in UTC.
    pub updated: Option<String>,
}

/// One item. Texts are what a reader sees, paragraphs parted by an empty line; those ending
/// in `_html` hold the allowed markup.
#[derive(Serialize)]
pub struct ItemReport {
    /// What the widget's list shows of it: for people, who see no JSON.
    #[serde(skip)]
    pub headline: String,
    pub id: String,
    pub url: Option<String>,
    pub title: Option<String>,
    pub summary: Option<String>,
    pub summary_html: Option<String>,
    pub content: Option<String>,
    pub content_html: Option<String>,
    pub published: Option<String>,
    pub updated: Option<String>,
    pub authors: Vec<String>,
    pub tags: Vec<String>,
    pub image: Option<String>,
    pub enclosures: Vec<EnclosureReport>,
    pub comments: CommentsReport,
    pub language: Option<String>,
    pub source: Option<String>,
}

/// A medium.
#[derive(Serialize)]
pub struct EnclosureReport {
    pub url: String,
    #[serde(rename = "type")]
    pub media_type: Option<String>,
    pub length: Option<u64>,
}

/// Where the comments are, and how many.
#[derive(Serialize)]
pub struct CommentsReport {
    pub url: Option<String>,
    pub count: Option<u32>,
}

/// Something wrong with the feed.
#[derive(Serialize)]
pub struct ProblemReport {
    pub kind: &'static str,
    pub message: String,
    pub line: Option<u32>,
}

impl Report {
    /// The report of a reading.
    pub fn of(source: &str, reading: Reading) -> Report {
        let Reading { feed, problems, .. } = reading;
        Report {
            source: source.to_owned(),
            format: feed.format.map(name),
            encoding: feed.encoding.map(|label| canonical(&label)),
            feed: FeedReport {
                title: feed.title,
                link: feed.link.map(|link| link.as_str().to_owned()),
                language: feed.language,
                updated: feed.updated.map(Timestamp::to_rfc3339),
            },
            items: feed.items.into_iter().map(ItemReport::of).collect(),
            problems: problems
                .into_iter()
                .map(|problem| ProblemReport {
                    kind: problem.kind.name(),
                    message: problem.message(),
                    line: problem.line,
                })
                .collect(),
        }
    }
}

impl ItemReport {
    fn of(item: Item) -> ItemReport {
        let time = |time| item.dated(time).map(Date::to_rfc3339_time);
        let (published, updated) = (time(item.published), time(item.updated));
        ItemReport {
            headline: item.headline(),
            id: item.id,
            url: item.link.map(|link| link.as_str().to_owned()),
            title: item.title,
            summary: item.summary.as_ref().map(RichText::plain_text),
            summary_html: item.summary.as_ref().map(RichText::to_html),
            content: item.content.as_ref().map(RichText::plain_text),
            content_html: item.content.as_ref().map(RichText::to_html),
            published,
            updated,
            authors: item.authors,
            tags: item.tags,
            image: item
                .image
                .map(|picture| picture.address.as_str().to_owned()),
            enclosures: item
                .enclosures
                .into_iter()
                .map(|enclosure| EnclosureReport {
                    url: enclosure.address.as_str().to_owned(),
                    media_type: enclosure.media_type,
                    length: enclosure.length,
                })
                .collect(),
            comments: CommentsReport {
                url: item
                    .comments
                    .address
                    .map(|address| address.as_str().to_owned()),
                count: item.comments.count,
            },
            language: item.language,
            source: item.source,
        }
    }
}

fn name(format: Format) -> &'static str {
    match format {
        Format::Rss0 => "rss0",
        Format::Rss1 => "rss1",
        Format::Rss2 => "rss2",
        Format::Atom03 => "atom03",
        Format::Atom1 => "atom1",
        Format::Json => "json",
        Format::WordPress => "wordpress",
        Format::Mastodon => "mastodon",
        Format::Bluesky => "bluesky",
    }
}

/// The name of an encoding as the Encoding Standard spells it; labels are many.
fn canonical(label: &str) -> String {
    encoding_rs::Encoding::for_label(label.as_bytes())
        .map_or(label, |encoding| encoding.name())
        .to_owned()
}
