//! What a feed is once it is read: the same for every format.

use super::Medium;
use crate::address::{LinkAddress, WebAddress};
use crate::time::{Precision, Timestamp};

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
    /// WordPress's REST API.
    WordPress,
    /// Mastodon's API.
    Mastodon,
    /// Bluesky's API.
    Bluesky,
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
    /// How exactly it is known when it was published, else last changed.
    pub precision: Precision,
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
    /// The BCP 47 language tag of the item where it differs from the feed's or is repeated.
    pub language: Option<String>,
    /// The name of the publication it was taken from (`source`).
    pub source: Option<String>,
}

/// A feed's HTML as a small tree of allowed nodes: blocks, top to bottom. What has no node here
/// cannot be shown, so it can do no harm. It nests no deeper than `limits::DEPTH` twice over:
/// blocks, then inlines.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct RichText {
    /// The blocks in reading order.
    pub blocks: Vec<Block>,
}

/// A part of a text that stands on lines of its own.
#[derive(Clone, Debug, PartialEq)]
pub enum Block {
    /// A paragraph.
    Paragraph(Vec<Inline>),
    /// A heading within the text, of any level.
    Heading(Vec<Inline>),
    /// What is said of a picture or a table beside it.
    Caption(Vec<Inline>),
    /// A list, each item of blocks.
    List {
        /// Numbered, or with bullets.
        ordered: bool,
        /// The list's items.
        items: Vec<Vec<Block>>,
    },
    /// A quotation.
    Quotation(Vec<Block>),
    /// Code or verse whose line ends count.
    Preformatted(String),
}

/// A part of a line.
#[derive(Clone, Debug, PartialEq)]
pub enum Inline {
    /// Characters.
    Text(String),
    /// A line break.
    Break,
    /// Emphasis.
    Emphasis(Vec<Inline>),
    /// Importance.
    Strong(Vec<Inline>),
    /// A piece of code.
    Code(String),
    /// A link.
    Link {
        /// Where it leads.
        address: LinkAddress,
        /// What it says.
        children: Vec<Inline>,
    },
    /// A picture.
    Picture(Picture),
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
    /// How long it plays, in seconds: `itunes:duration`, or what Media RSS says of it.
    pub duration: Option<u32>,
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
