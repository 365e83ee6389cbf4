//! feedparser's test files: what it expects of each feed, against what is read here.
//!
//! `reduce.py` turns its expectations into triples of path, operator and value. Those that
//! speak of fields the widget shows are checked; a file that speaks of anything else is left
//! out of the count.

use std::collections::BTreeMap;
use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result, ensure};
use serde::Deserialize;
use serde_json::Value;
use strillone::feed::rich_text::{Block, Inline};
use strillone::feed::{self, Document, Feed, Format, Item, Reading, RichText, Timestamp};
use strillone::link::WebAddress;
use strillone::platform::{Native, Platform};

/// What became of a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Outcome {
    Pass,
    Differs(String),
    /// It speaks of what the widget does not show, or is in an encoding no browser reads.
    Outside,
}

/// A file with what it expects, as `reduce.py` prints it.
#[derive(Deserialize)]
struct Expectation {
    file: String,
    headers: BTreeMap<String, String>,
    checks: Option<Vec<Vec<Value>>>,
}

/// A date with what it means: year, month, day, hour, minute, second, and more.
#[derive(Deserialize)]
struct DateVector {
    date: String,
    expected: Option<Vec<i64>>,
}

/// What a reader sees of a value.
#[derive(Deserialize)]
struct Visible {
    text: String,
    links: Vec<String>,
    pictures: Vec<String>,
}

/// Checks every file and every date below `tests`: names and outcomes.
pub fn check(tests: &Path) -> Result<Vec<(String, Outcome)>> {
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/conformance/reduce.py");
    let output = Command::new("python3")
        .arg(script)
        .arg(tests)
        .output()
        .context("python3 is needed to read feedparser's expectations")?;
    ensure!(
        output.status.success(),
        "{}",
        String::from_utf8_lossy(&output.stderr)
    );
    let mut outcomes = Vec::new();
    for line in String::from_utf8(output.stdout)?.lines() {
        if let Ok(vector) = serde_json::from_str::<DateVector>(line) {
            let outcome = check_date(&vector);
            outcomes.push((format!("dates/{}", vector.date), outcome));
        } else {
            let expectation: Expectation = serde_json::from_str(line)?;
            let bytes = std::fs::read(tests.join(&expectation.file))?;
            let outcome = check_file(&expectation, &bytes);
            outcomes.push((expectation.file, outcome));
        }
    }
    Ok(outcomes)
}

fn check_date(vector: &DateVector) -> Outcome {
    let read = feed::date::parse(&vector.date).map(fields);
    let expected = vector
        .expected
        .as_ref()
        .map(|expected| expected.iter().take(6).copied().collect::<Vec<_>>());
    if read == expected {
        Outcome::Pass
    } else {
        Outcome::Differs(format!("{read:?} for {expected:?}"))
    }
}

fn check_file(expectation: &Expectation, bytes: &[u8]) -> Outcome {
    let Some(checks) = &expectation.checks else {
        return Outcome::Outside;
    };
    if declares_unreadable_encoding(bytes) {
        return Outcome::Outside;
    }
    // What the widget has no field for, though an item has one like it, is read there.
    let mut moved = None;
    for check in checks {
        if let Some(name) = check.first().and_then(text_of_feed) {
            moved = move_into_item(bytes, &name);
            if moved.is_none() {
                return Outcome::Outside;
            }
        }
    }
    let bytes = moved.as_deref().unwrap_or(bytes);
    let about_title = |check: &Vec<Value>| {
        let path = check.first().map(Value::to_string).unwrap_or_default();
        path.starts_with("[\"entries\"") && path.contains("\"title") && !path.contains("source")
    };
    let titled = if checks.iter().any(about_title) {
        None
    } else {
        give_title(bytes)
    };
    let bytes = titled.as_deref().unwrap_or(bytes);
    let header = |name: &str| expectation.headers.get(name).map(String::as_str);
    let served = format!("http://127.0.0.1:8097/tests/{}", expectation.file);
    let served = WebAddress::parse(&served, None, &Native);
    let address = match header("content-location") {
        Some(location) => WebAddress::parse(location, served.as_ref(), &Native),
        None => served,
    };
    let charset = header("content-type")
        .and_then(|kind| kind.split_once("charset="))
        .map(|(_, charset)| charset.trim_matches(['"', '\'', ' ', ';']));
    let reading = feed::read(
        Document {
            bytes,
            address: address.as_ref(),
            charset,
        },
        &Native,
    );
    let mut outcome = Outcome::Pass;
    for check in checks {
        let [path, operator, value, rest @ ..] = check.as_slice() else {
            return Outcome::Outside;
        };
        let visible = rest
            .first()
            .and_then(|visible| serde_json::from_value(visible.clone()).ok());
        let path: Vec<String> = path
            .as_array()
            .into_iter()
            .flatten()
            .map(|part| {
                part.as_str()
                    .map_or_else(|| part.to_string(), str::to_owned)
            })
            .collect();
        let Some(found) = lookup(&reading, &path, bytes) else {
            return Outcome::Outside;
        };
        let holds = match operator.as_str().unwrap_or_default() {
            "==" | "is" => found.equals(value, visible.as_ref()),
            "!=" => !found.equals(value, visible.as_ref()),
            "true" => !found.is_nothing(),
            // A feed that feedparser calls well-formed may still hold trouble worth a word.
            "false" => found.is_nothing() || matches!(found, Found::Trouble(_)),
            _ => return Outcome::Outside,
        };
        if !holds && outcome == Outcome::Pass {
            let expected = visible.map_or_else(|| value.to_string(), |_| value.to_string());
            outcome = Outcome::Differs(format!(
                "{} {operator} {expected}, found {found:?}",
                path.join(".")
            ));
        }
    }
    outcome
}

/// Whether a file declares an encoding that is none of the Encoding Standard: DOS, Mac and
/// mainframe code pages, which no browser decodes and so no widget reads.
fn declares_unreadable_encoding(bytes: &[u8]) -> bool {
    let problems = feed::read(
        Document {
            bytes,
            address: None,
            charset: None,
        },
        &Native,
    )
    .problems;
    let unknown = |problem: &feed::Problem| problem.kind.name() == "unknown-encoding";
    // EBCDIC begins its declaration with 4C 6F A7 94.
    problems.iter().any(unknown) || bytes.starts_with(&[0x4C, 0x6F, 0xA7, 0x94])
}

/// The name of a text of the feed itself that the widget does not show, if the path leads to
/// one.
fn text_of_feed(path: &Value) -> Option<String> {
    let path: Vec<&str> = path.as_array()?.iter().filter_map(Value::as_str).collect();
    let name = match path.as_slice() {
        ["feed", name] => *name,
        ["feed", detail, "value"] => detail.strip_suffix("_detail")?,
        _ => return None,
    };
    let known = [
        "tagline",
        "subtitle",
        "description",
        "info",
        "copyright",
        "rights",
    ];
    known.contains(&name).then(|| name.to_owned())
}

/// The same document with a title for its first item, if it has nothing to show: such an item
/// would be left out, and nothing else of it could be checked.
fn give_title(bytes: &[u8]) -> Option<Vec<u8>> {
    let source = std::str::from_utf8(bytes).ok()?;
    let body = source.find("-->")?;
    let start = ["<item>", "<entry>", "<item ", "<entry "]
        .iter()
        .find_map(|tag| source[body..].find(tag))?
        + body;
    let inner = start + source[start..].find('>')? + 1;
    let (before, after) = source.split_at(inner);
    Some(format!("{before}<title>Title</title>{after}").into_bytes())
}

/// The same document with that text as the summary of its only item: the rules for texts are
/// the same in both places.
fn move_into_item(bytes: &[u8], name: &str) -> Option<Vec<u8>> {
    let source = std::str::from_utf8(bytes).ok()?;
    let names: &[&str] = match name {
        "tagline" | "subtitle" | "description" => &["tagline", "subtitle", "description"],
        "copyright" | "rights" => &["copyright", "rights"],
        _ => &["info"],
    };
    let body = source.find("-->")?;
    let (before, rest) = source.split_at(body);
    if rest.contains("<item") || rest.contains("<entry") {
        return None;
    }
    names.iter().find_map(|name| {
        let (open, close) = (format!("<{name}"), format!("</{name}>"));
        let start = rest.find(&open)?;
        let inner = start + open.len();
        let end = inner + rest[inner..].find(&close)?;
        let (item, summary) = if rest.contains("<feed") {
            ("entry", "summary")
        } else {
            ("item", "description")
        };
        let moved = format!(
            "{before}{}<{item}><{summary}{}</{summary}></{item}>{}",
            &rest[..start],
            &rest[inner..end],
            &rest[end + close.len()..]
        );
        Some(moved.into_bytes())
    })
}

/// What was read, in the shape feedparser speaks of.
#[derive(Debug)]
enum Found {
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
    fn is_nothing(&self) -> bool {
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

    fn equals(&self, value: &Value, visible: Option<&Visible>) -> bool {
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

fn lookup(reading: &Reading, path: &[String], bytes: &[u8]) -> Option<Found> {
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
        Some(Format::Json) => "json",
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
            Block::Paragraph(inlines) | Block::Heading(inlines) => {
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
fn fields(time: Timestamp) -> Vec<i64> {
    time.to_rfc3339()
        .split(|character: char| !character.is_ascii_digit())
        .filter_map(|digits| digits.parse().ok())
        .collect()
}
