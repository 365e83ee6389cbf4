//! What was read, compared with what feedparser expects.

use serde::Deserialize;
use serde_json::Value;
use strillone::feed::{Block, Inline};
use strillone::feed::{Feed, Format, Item, Reading, RichText};
use strillone::host::{Host, Native};
use strillone::time::Timestamp;

/// What a reader sees of a value.
#[derive(Deserialize)]
pub struct Visible {
    text: String,
    links: Vec<String>,
    pictures: Vec<String>,
}

/// What was read, in the shape feedparser speaks of.
#[derive(Debug)]
pub enum Found {
    /// Whether anything was wrong.
    Trouble(bool),
    /// The versions that share a name here.
    Version(&'static str),
    Text(Option<String>),
    Rich(Option<RichText>),
    Address(Option<String>),
    Number(Option<i64>),
    Time(Option<Timestamp>),
    Encoding {
        label: String,
        ascii: bool,
    },
}

impl Found {
    pub fn is_trouble(&self) -> bool {
        matches!(self, Found::Trouble(_))
    }

    pub fn is_nothing(&self) -> bool {
        match self {
            Found::Trouble(trouble) => !trouble,
            Found::Text(text) | Found::Address(text) => text.is_none(),
            Found::Rich(text) => text.is_none(),
            Found::Number(number) => number.is_none_or(|number| number == 0),
            Found::Time(time) => time.is_none(),
            Found::Encoding { .. } => false,
            Found::Version(version) => version.is_empty(),
        }
    }

    pub fn equals(&self, value: &Value, visible: Option<&Visible>) -> bool {
        match self {
            Found::Trouble(_) => false,
            Found::Version(version) => value
                .as_str()
                .is_some_and(|expected| version.split(' ').any(|known| known == expected)),
            Found::Text(text) => same_text(text.as_deref().unwrap_or_default(), value, visible),
            Found::Address(address) => {
                let expected = value.as_str().unwrap_or_default();
                let expected = Native.resolve(expected, None).unwrap_or_default();
                address.as_deref().unwrap_or_default() == expected
            }
            Found::Rich(text) => {
                let shown = text.as_ref().map(RichText::plain_text).unwrap_or_default();
                let (mut links, mut pictures) = (Vec::new(), Vec::new());
                if let Some(text) = text {
                    addresses(&text.blocks, &mut links, &mut pictures);
                }
                same_text(&shown, value, visible)
                    && visible.is_none_or(|visible| {
                        links == allowed(&visible.links, &["http:", "https:", "mailto:"])
                            && pictures == allowed(&visible.pictures, &["http:", "https:"])
                    })
            }
            Found::Number(number) => {
                let expected = value
                    .as_i64()
                    .or_else(|| value.as_str().and_then(|text| text.trim().parse().ok()));
                *number == expected
            }
            Found::Time(time) => {
                let expected: Option<Vec<i64>> = value
                    .as_array()
                    .map(|parts| parts.iter().take(6).filter_map(Value::as_i64).collect());
                time.map(fields) == expected
            }
            Found::Encoding { label, ascii } => {
                let expected = value.as_str().unwrap_or_default();
                let name = |label: &str| {
                    encoding_rs::Encoding::for_label(label.as_bytes()).map(|found| found.name())
                };
                // ASCII reads the same in every encoding that has it.
                *ascii || label.eq_ignore_ascii_case(expected) || name(label) == name(expected)
            }
        }
    }
}

pub fn lookup(reading: &Reading, path: &[String], bytes: &[u8]) -> Option<Found> {
    let path: Vec<&str> = path.iter().map(String::as_str).collect();
    let feed = &reading.feed;
    Some(match path.as_slice() {
        ["bozo"] => Found::Trouble(!reading.problems.is_empty()),
        ["version"] => Found::Version(version(feed)),
        ["encoding"] => Found::Encoding {
            label: feed.encoding.clone().unwrap_or_default(),
            ascii: bytes.is_ascii(),
        },
        ["feed", "title"] | ["feed", "title_detail", "value"] => Found::Text(feed.title.clone()),
        ["feed", "link"] => Found::Address(feed.link.as_ref().map(|link| link.as_str().to_owned())),
        [
            "feed",
            "tagline" | "subtitle" | "description" | "info" | "copyright" | "rights",
        ]
        | [
            "feed",
            "tagline_detail" | "subtitle_detail" | "description_detail" | "info_detail"
            | "copyright_detail" | "rights_detail",
            "value",
        ] => Found::Rich(feed.items.first().and_then(|item| item.summary.clone())),
        ["feed", "language"] => Found::Text(feed.language.clone()),
        ["feed", "updated_parsed"] => Found::Time(feed.updated),
        ["entries", "len()"] => Found::Number(i64::try_from(feed.items.len()).ok()),
        ["entries", index, rest @ ..] => {
            let index: usize = index.parse().ok()?;
            // An item without anything to show is left out: nothing is what was read of it.
            let nothing = Item::default();
            in_item(feed, feed.items.get(index).unwrap_or(&nothing), rest)?
        }
        _ => return None,
    })
}

fn in_item(feed: &Feed, item: &Item, path: &[&str]) -> Option<Found> {
    let name = |index: &str| {
        let index: usize = index.parse().ok()?;
        item.authors.get(index).cloned()
    };
    let enclosure = |index: &str| {
        let index: usize = index.parse().ok()?;
        item.enclosures.get(index)
    };
    let language = || item.language.clone().or_else(|| feed.language.clone());
    Some(match path {
        ["title"] | ["title_detail", "value"] => Found::Text(item.title.clone()),
        ["summary" | "description"] | ["summary_detail", "value"] => {
            Found::Rich(item.summary.clone().or_else(|| item.content.clone()))
        }
        ["content", "0", "value"] => {
            Found::Rich(item.content.clone().or_else(|| item.summary.clone()))
        }
        [
            "content" | "title_detail" | "summary_detail",
            ..,
            "language",
        ] => Found::Text(language()),
        ["language"] => Found::Text(item.language.clone()),
        ["link"] => Found::Address(item.link.as_ref().map(|link| link.as_str().to_owned())),
        ["id" | "guid"] => Found::Text(Some(item.id.clone())),
        ["published_parsed"] => Found::Time(item.published),
        ["updated_parsed"] => Found::Time(item.updated.or(item.published)),
        ["author"] | ["author_detail", "name"] => Found::Text(item.authors.first().cloned()),
        ["authors", index, "name"] => Found::Text(name(index)),
        ["tags", index, "term"] => {
            let index: usize = index.parse().ok()?;
            Found::Text(item.tags.get(index).cloned())
        }
        ["category"] => Found::Text(item.tags.first().cloned()),
        ["tags", "len()"] => Found::Number(i64::try_from(item.tags.len()).ok()),
        ["enclosures", index, "url" | "href"] => {
            Found::Address(enclosure(index).map(|enclosure| enclosure.address.as_str().to_owned()))
        }
        ["enclosures", index, "type"] => {
            Found::Text(enclosure(index).and_then(|enclosure| enclosure.media_type.clone()))
        }
        ["enclosures", index, "length"] => Found::Number(
            enclosure(index)
                .and_then(|enclosure| enclosure.length)
                .and_then(|length| i64::try_from(length).ok()),
        ),
        ["comments"] => Found::Address(
            item.comments
                .address
                .as_ref()
                .map(|address| address.as_str().to_owned()),
        ),
        ["image", "href"] | ["media_thumbnail", "0", "url"] => Found::Address(
            item.image
                .as_ref()
                .map(|picture| picture.address.as_str().to_owned()),
        ),
        ["source", "title"] => Found::Text(item.source.clone()),
        _ => return None,
    })
}

fn version(feed: &Feed) -> &'static str {
    match feed.format {
        Some(Format::Rss0) => "rss091n rss091u rss092 rss093 rss094",
        Some(Format::Rss1) => "rss090 rss10",
        Some(Format::Rss2) => "rss20 rss",
        Some(Format::Atom03) => "atom03 atom01 atom02",
        Some(Format::Atom1) => "atom10",
        // feedparser knows none of the services' own formats.
        Some(Format::Json | Format::WordPress | Format::Mastodon | Format::Bluesky) => "json",
        None => "",
    }
}

/// Whether a text shows the same characters as the value, be it taken as HTML or literally.
/// White space is left out: where blocks part words, the two readers put it differently.
fn same_text(text: &str, value: &Value, visible: Option<&Visible>) -> bool {
    let squeeze = |text: &str| {
        text.chars()
            .filter(|character| !character.is_whitespace() && !character.is_control())
            .collect::<String>()
    };
    let text = squeeze(text);
    let value = value.as_str().unwrap_or_default();
    text == squeeze(value) || visible.is_some_and(|visible| text == squeeze(&visible.text))
}

fn addresses(blocks: &[Block], links: &mut Vec<String>, pictures: &mut Vec<String>) {
    for block in blocks {
        match block {
            Block::Paragraph(inlines) | Block::Heading(inlines) | Block::Caption(inlines) => {
                addresses_of_line(inlines, links, pictures);
            }
            Block::List { items, .. } => {
                for item in items {
                    addresses(item, links, pictures);
                }
            }
            Block::Quotation(blocks) => addresses(blocks, links, pictures),
            Block::Preformatted(_) => {}
        }
    }
}

fn addresses_of_line(inlines: &[Inline], links: &mut Vec<String>, pictures: &mut Vec<String>) {
    for inline in inlines {
        match inline {
            Inline::Link { address, children } => {
                links.push(address.as_str().to_owned());
                addresses_of_line(children, links, pictures);
            }
            Inline::Emphasis(children) | Inline::Strong(children) => {
                addresses_of_line(children, links, pictures);
            }
            Inline::Picture(picture) => pictures.push(picture.address.as_str().to_owned()),
            Inline::Text(_) | Inline::Break | Inline::Code(_) => {}
        }
    }
}

/// The addresses that are valid and of an allowed scheme, as the URL Standard writes them.
fn allowed(addresses: &[String], schemes: &[&str]) -> Vec<String> {
    addresses
        .iter()
        .filter_map(|address| Native.resolve(address, None))
        .filter(|address| schemes.iter().any(|scheme| address.starts_with(scheme)))
        .collect()
}

/// Year, month, day, hour, minute, second.
pub fn fields(time: Timestamp) -> Vec<i64> {
    time.to_rfc3339()
        .split(|character: char| !character.is_ascii_digit())
        .filter_map(|digits| digits.parse().ok())
        .collect()
}
