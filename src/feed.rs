//! The bytes of a feed → items with safe rich text, and a list of problems.

mod charset;
pub mod limits;

mod entity;
mod markup;
mod scan;

mod namespace;
mod xml;

mod context;
mod draft;
mod item;
mod link_element;
mod media;
mod medium;
mod picture;
mod polling;
mod xml_feed;

mod json;
mod json_feed;

mod base64;
pub mod date;
mod text;

mod html;
mod plain_text;
pub mod rich_text;
mod rich_text_builder;
mod rich_text_html;
pub mod summary;
mod title;
pub mod words;

pub mod problem;

pub use medium::Medium;
pub use problem::{Problem, ProblemKind};
pub use rich_text::RichText;

use crate::address::WebAddress;
use crate::host::Host;
use crate::time::Timestamp;

/// What came from a server or a file, as it came.
#[derive(Clone, Copy, Debug)]
pub struct Document<'a> {
    /// The body's bytes, perhaps cut short by a limit.
    pub bytes: &'a [u8],
    /// The address after redirects: the base of relative addresses.
    pub address: Option<&'a WebAddress>,
    /// The `charset` of the HTTP `Content-Type`, if it names one.
    pub charset: Option<&'a str>,
}

/// What was read: a feed, perhaps empty, and what was wrong with it.
#[derive(Clone, Debug, PartialEq)]
pub struct Reading {
    /// The feed; without items when the bytes hold none.
    pub feed: Feed,
    /// What is wrong with the feed, in document order.
    pub problems: Vec<Problem>,
}

/// The format a document was written in; versions that read alike share a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// RSS 0.91 to 0.94.
    Rss0,
    /// RSS 0.90 and 1.0, the RDF formats.
    Rss1,
    /// RSS 2.0.
    Rss2,
    /// Atom 0.3.
    Atom03,
    /// Atom 1.0 (RFC 4287).
    Atom1,
    /// JSON Feed 1.0 and 1.1.
    Json,
}

/// A feed: a title, and items in document order.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Feed {
    /// The format found in the bytes; `None` when they are no feed.
    pub format: Option<Format>,
    /// The name of the encoding the bytes were read by, as the Encoding Standard spells it.
    pub encoding: Option<String>,
    /// The title as plain text.
    pub title: Option<String>,
    /// The page that the feed belongs to.
    pub link: Option<WebAddress>,
    /// The BCP 47 language tag.
    pub language: Option<String>,
    /// When the feed says it last changed.
    pub updated: Option<Timestamp>,
    /// The items in document order.
    pub items: Vec<Item>,
    /// Entries withdrawn by the publisher (RFC 6721), by their identity.
    pub deleted: Vec<DeletedEntry>,
    /// What the feed asks of those who poll it.
    pub hints: PollingHints,
}

/// One item of a feed. What the feed does not say is `None`, never an empty text or a guess.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Item {
    /// The identity within its feed: `guid`, `atom:id`, else the link, else a hash of title
    /// and date. Compared character by character (RFC 4287 §4.2.6.1).
    pub id: String,
    /// The address of the article.
    pub link: Option<WebAddress>,
    /// The title as plain text.
    pub title: Option<String>,
    /// The summary.
    pub summary: Option<RichText>,
    /// The full text.
    pub content: Option<RichText>,
    /// When it was published.
    pub published: Option<Timestamp>,
    /// When it was last changed.
    pub updated: Option<Timestamp>,
    /// The names of the authors, never their addresses.
    pub authors: Vec<String>,
    /// Categories, tags, subjects.
    pub tags: Vec<String>,
    /// The one picture that stands for the item.
    pub image: Option<Picture>,
    /// Media that belong to the item, pictures included.
    pub enclosures: Vec<Enclosure>,
    /// Where its comments are and how many the feed counted.
    pub comments: Comments,
    /// The BCP 47 language tag of the item where it differs from the feed's or is said anew.
    pub language: Option<String>,
    /// The name of the publication it was taken from (`source`).
    pub source: Option<String>,
}

/// A picture to show.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Picture {
    /// Where it is.
    pub address: WebAddress,
    /// The text that stands for it; empty when it is decoration.
    pub alternative: String,
    /// Width in CSS pixels, where the feed says it.
    pub width: Option<u32>,
    /// Height in CSS pixels, where the feed says it.
    pub height: Option<u32>,
}

/// A medium that belongs to an item.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Enclosure {
    /// Where it is.
    pub address: WebAddress,
    /// What a reader can do with it.
    pub medium: Medium,
    /// The media type as the feed says it, such as `audio/mpeg`, in lower case.
    pub media_type: Option<String>,
    /// The length in bytes.
    pub length: Option<u64>,
}

/// Where an item's comments are, and how many.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Comments {
    /// The page that shows them.
    pub address: Option<WebAddress>,
    /// `slash:comments`, `thr:total` or `thr:count`; 0 is a value, absence is `None`.
    pub count: Option<u32>,
}

/// An entry that its publisher withdrew (RFC 6721).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DeletedEntry {
    /// The identity of the withdrawn entry.
    pub id: String,
    /// When it was withdrawn.
    pub when: Option<Timestamp>,
}

/// What a feed explicitly asks of those who poll it; what it does not say is `None`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PollingHints {
    /// The least time between two requests: `ttl`, or `sy:updatePeriod` by frequency.
    pub interval_seconds: Option<u32>,
    /// Hours in GMT, 0 to 23, in which nothing changes.
    pub skip_hours: Vec<u8>,
    /// Days in GMT, 0 for Monday to 6, on which nothing changes.
    pub skip_days: Vec<u8>,
    /// JSON Feed's `expired`: it will never change again.
    pub expired: bool,
}

/// Reads a document. Never fails: what can be read is in the feed, what can't is a problem.
pub fn read(document: Document<'_>, host: &dyn Host) -> Reading {
    let mut problems = problem::Problems::default();
    let bytes = match document.bytes.get(..limits::BYTES) {
        Some(cut) if cut.len() < document.bytes.len() => {
            problems.report(None, ProblemKind::TooManyBytes, "");
            cut
        }
        _ => document.bytes,
    };
    let (source, encoding) = charset::decode(bytes, document.charset, host, &mut problems);
    let mut context = context::Context {
        host,
        base: document.address.cloned(),
        problems,
        addresses_left: limits::ADDRESSES,
    };
    let feed = match source.trim_start_matches(is_padding) {
        "" => {
            context.problems.report(None, ProblemKind::Empty, "");
            None
        }
        text if text.starts_with('{') => json_feed::read(text, &mut context),
        text => {
            check_characters(&source, text, &mut context);
            xml_feed::read(&source, &mut context)
        }
    };
    let mut feed = feed.unwrap_or_default();
    if feed.format.is_some() {
        tidy(&mut feed, &mut context);
    }
    feed.encoding = Some(encoding);
    Reading {
        feed,
        problems: context.problems.into_list(&source),
    }
}

/// Reports what may not stand before or in an XML document, though reading goes on.
fn check_characters(source: &str, text: &str, context: &mut context::Context<'_>) {
    let before = source.len() - text.len();
    let late = before > 0 && text.starts_with("<?xml");
    if late || !text.starts_with('<') {
        context
            .problems
            .report(Some(0), ProblemKind::LeadingCharacters, "");
    }
    let is_control = |byte: u8| byte < b' ' && !matches!(byte, b'\t' | b'\n' | b'\r');
    if let Some(at) = source.bytes().position(is_control) {
        context
            .problems
            .report(Some(at), ProblemKind::ControlCharacter, "");
    }
}

/// Keeps one item of each identity, and says when there is none.
fn tidy(feed: &mut Feed, context: &mut context::Context<'_>) {
    // Two versions of one entry share its identity. Two articles do so by mistake, as where
    // every item links to the front page: those get an identity that tells them apart.
    let prints: Vec<u64> = feed
        .items
        .iter()
        .map(|item| draft::fingerprint(&item.id, None))
        .collect();
    let mut verdicts = Vec::with_capacity(prints.len());
    for (item, print) in feed.items.iter().zip(&prints) {
        let mut verdict = None;
        for (first, first_print) in feed.items.iter().zip(&prints).take(verdicts.len()) {
            if first_print == print && first.id == item.id {
                verdict = Some(verdict == Some(true) || is_version(first, item));
            }
        }
        verdicts.push(verdict);
    }
    let mut verdicts = verdicts.into_iter();
    feed.items.retain_mut(|item| {
        let Some(same) = verdicts.next().flatten() else {
            return true;
        };
        context
            .problems
            .report(None, ProblemKind::RepeatedIdentity, &item.id);
        if !same {
            item.id.push(' ');
            let text = item.title.clone().unwrap_or_default();
            item.id.push_str(&draft::hash(&text, item.published));
        }
        !same
    });
    if feed.items.is_empty() {
        context.problems.report(None, ProblemKind::NoItems, "");
    }
}

/// Whether two items of one identity are one article: it has the same title still, or an
/// address that is not the identity itself.
fn is_version(one: &Item, other: &Item) -> bool {
    let is_own_identity = |item: &Item| {
        let link = item.link.as_ref();
        link.is_some_and(|link| link.as_str() == item.id)
    };
    one.title == other.title || (one.link == other.link && !is_own_identity(other))
}

/// What may stand before a document and means nothing.
fn is_padding(character: char) -> bool {
    character <= ' ' || character == '\u{feff}'
}
