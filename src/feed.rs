//! The bytes of a feed → items with safe rich text, and a list of problems.

mod types;

mod characters;
mod charset;
pub mod limits;
mod scan;

mod doctype;
mod entity;
mod markup;

mod namespace;
mod xml;

mod base;
mod context;
mod draft;
mod identity;
mod item;
mod link_element;
mod media;
mod media_policy;
mod medium;
mod picture;
mod polling;
mod xml_feed;

mod bluesky;
mod json;
mod json_document;
mod json_feed;
mod json_fields;
mod mastodon;
mod wordpress;

mod base64;
pub mod date;
mod text;

mod html;
mod plain_text;
mod rich_text;
mod rich_text_builder;
mod rich_text_html;
pub mod summary;
mod title;
pub mod words;

pub mod problem;
pub mod work;

pub use medium::Medium;
pub use problem::{Problem, ProblemKind};
pub use types::{
    Block, Comments, DeletedEntry, Enclosure, Feed, Format, Inline, Item, Picture, PollingHints,
    RichText,
};

use crate::address::WebAddress;
use crate::host::Host;

/// What came from a server or a file, as it came.
#[derive(Clone, Copy, Debug, Default)]
pub struct Document<'a> {
    /// The body's bytes, perhaps cut short by a limit.
    pub bytes: &'a [u8],
    /// The address after redirects: the base of relative addresses.
    pub address: Option<&'a WebAddress>,
    /// The `charset` of the HTTP `Content-Type`, if it names one.
    pub charset: Option<&'a str>,
    /// The page that shows the feed: a feed of another origin has no picture of the page's.
    pub page: Option<&'a WebAddress>,
}

/// What was read: a feed, perhaps empty, and what was wrong with it.
#[derive(Clone, Debug, PartialEq)]
pub struct Reading {
    /// The feed; without items when the bytes hold none.
    pub feed: Feed,
    /// What is wrong with the feed, in document order.
    pub problems: Vec<Problem>,
    /// Whether the document's end was reached. Of one that was cut, or is still being written,
    /// an item that is not in it may still be there.
    pub complete: bool,
}

/// Reads a document. Never fails: what can be read is in the feed, what can't is a problem.
pub fn read(document: Document<'_>, host: &dyn Host) -> Reading {
    let (reading, habits) = read_by(document, date::Habits::default(), host);
    // What a date means that may be two may have shown further down.
    match habits.settled(reading.feed.language.as_deref()) {
        Some(habits) => read_by(document, habits, host).0,
        None => reading,
    }
}

/// Reads a document whose dates are written by these habits, as far as they are known.
fn read_by(
    document: Document<'_>,
    habits: date::Habits,
    host: &dyn Host,
) -> (Reading, date::Habits) {
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
        bases: base::Bases::default(),
        media: media_policy::MediaPolicy::new(document.address, document.page),
        problems,
        habits,
        addresses_left: limits::ADDRESSES,
        complete: bytes.len() == document.bytes.len(),
    };
    let feed = match source.trim_start_matches(is_padding) {
        "" => {
            context.problems.report(None, ProblemKind::Empty, "");
            None
        }
        text if text.starts_with(['{', '[']) => json_document::read(text, &mut context),
        text => {
            check_characters(&source, text, &mut context);
            xml_feed::read(&source, &mut context)
        }
    };
    let mut feed = feed.unwrap_or_default();
    if feed.format.is_some() {
        identity::tell_apart(&mut feed, &mut context);
        if feed.items.is_empty() {
            context.problems.report(None, ProblemKind::NoItems, "");
        }
    }
    feed.encoding = Some(encoding);
    let reading = Reading {
        feed,
        complete: context.complete,
        problems: context.problems.into_list(&source),
    };
    (reading, context.habits)
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

/// What may stand before a document and means nothing.
fn is_padding(character: char) -> bool {
    character <= ' ' || character == '\u{feff}'
}
