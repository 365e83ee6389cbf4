//! What can be wrong with a feed, said so that its publisher can mend it.

use std::fmt;

use super::{limits, scan, work};

/// Something wrong with a feed. Its `Display` is the line and the one message of its kind.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// What it is.
    pub kind: ProblemKind,
    /// The piece of the feed it speaks of; empty where it speaks of no piece.
    pub detail: String,
    /// The line of the document, from 1, where that is known.
    pub line: Option<u32>,
}

/// The kinds of trouble a feed can be in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ProblemKind {
    /// The document is empty.
    Empty,
    /// The document is neither XML nor JSON of a known format.
    NotAFeed,
    /// The document is a web page.
    WebPage,
    /// The document is not the JSON it begins as.
    InvalidJson,
    /// The encoding that is declared is none of the Encoding Standard.
    UnknownEncoding,
    /// Bytes that do not belong to the encoding.
    InvalidBytes,
    /// More than [`limits::BYTES`].
    TooManyBytes,
    /// More than [`limits::ITEMS`].
    TooManyItems,
    /// More than [`limits::NODES`].
    TooManyElements,
    /// Deeper than [`limits::XML_DEPTH`] or, in JSON, [`limits::DEPTH`].
    TooDeep,
    /// A text longer than [`limits::TEXT_BYTES`] or [`limits::LINE_BYTES`].
    TextTooLong,
    /// More authors, tags or enclosures of an item than [`limits::LIST_LENGTH`].
    ListTooLong,
    /// The document ends before what it began.
    CutShort,
    /// Something stands before the document begins.
    LeadingCharacters,
    /// A control character that XML does not allow.
    ControlCharacter,
    /// An `&` that begins no reference.
    BareAmpersand,
    /// A name between `&` and `;` that XML does not know.
    UndefinedEntity,
    /// An element that is not closed before the one around it.
    UnclosedElement,
    /// An end tag of nothing.
    StrayEndTag,
    /// A prefix that is not declared.
    UndeclaredPrefix,
    /// A text that is no date.
    InvalidDate,
    /// A text that is no address one may follow.
    InvalidAddress,
    /// An item of a JSON Feed without an `id`, or one of any format without anything to show.
    EmptyItem,
    /// Two items with one identity: of one article the first is kept, of two both.
    RepeatedIdentity,
    /// A feed without a single item.
    NoItems,
}

/// The kinds: a name that never changes, for programs, and a message, in which `@`
/// stands for the piece of the feed it speaks of.
const WORDS: [(ProblemKind, &str, &str); 25] = [
    (ProblemKind::Empty, "empty", "The document is empty."),
    (
        ProblemKind::NotAFeed,
        "not-a-feed",
        "The document is neither RSS, Atom nor JSON Feed.",
    ),
    (
        ProblemKind::WebPage,
        "web-page",
        "The document is a web page. The address of its feed may be in a <link rel=\"alternate\"> of the page.",
    ),
    (
        ProblemKind::InvalidJson,
        "invalid-json",
        "The document is not valid JSON: nothing of it can be read.",
    ),
    (
        ProblemKind::UnknownEncoding,
        "unknown-encoding",
        "The encoding “@” is none that browsers know. UTF-8 always works.",
    ),
    (
        ProblemKind::InvalidBytes,
        "invalid-bytes",
        "Some bytes do not belong to the encoding that the document declares.",
    ),
    (
        ProblemKind::TooManyBytes,
        "too-many-bytes",
        "The document is longer than 16 MB: what comes later is not read. Keep old items out of the feed.",
    ),
    (
        ProblemKind::TooManyItems,
        "too-many-items",
        "There are more than 2,000 items: those that come later are not read.",
    ),
    (
        ProblemKind::TooManyElements,
        "too-many-elements",
        "There are more than 500,000 elements: those that come later are not read.",
    ),
    (
        ProblemKind::TooDeep,
        "too-deep",
        "Elements are nested too deeply: the inner ones are read as plain text.",
    ),
    (
        ProblemKind::TextTooLong,
        "text-too-long",
        "A text is too long (a title or name of more than 4 KB, or a body of more than 512 KB): it is cut.",
    ),
    (
        ProblemKind::ListTooLong,
        "list-too-long",
        "An item has more than 100 authors, tags or enclosures: those that come later are not read.",
    ),
    (
        ProblemKind::CutShort,
        "cut-short",
        "The document ends too early. An item that is not complete is left out.",
    ),
    (
        ProblemKind::LeadingCharacters,
        "leading-characters",
        "Something stands before the document begins. An XML declaration must be the very first characters.",
    ),
    (
        ProblemKind::ControlCharacter,
        "control-character",
        "There is a control character, which XML does not allow.",
    ),
    (
        ProblemKind::BareAmpersand,
        "bare-ampersand",
        "There is a bare “&”. Write it as “&amp;”.",
    ),
    (
        ProblemKind::UndefinedEntity,
        "undefined-entity",
        "XML does not know the entity “&@;”. Write the character itself, or its number.",
    ),
    (
        ProblemKind::UnclosedElement,
        "unclosed-element",
        "The element <@> is not closed where it should be.",
    ),
    (
        ProblemKind::StrayEndTag,
        "stray-end-tag",
        "The end tag </@> closes nothing.",
    ),
    (
        ProblemKind::UndeclaredPrefix,
        "undeclared-prefix",
        "The prefix “@:” is not declared. Add its xmlns attribute to the root element.",
    ),
    (
        ProblemKind::InvalidDate,
        "invalid-date",
        "“@” is not a date. RSS writes “Sat, 07 Sep 2002 09:42:31 GMT”, Atom and JSON Feed “2002-09-07T09:42:31Z”.",
    ),
    (
        ProblemKind::InvalidAddress,
        "invalid-address",
        "“@” is not an address that a reader can follow: it must lead to http or https.",
    ),
    (
        ProblemKind::EmptyItem,
        "empty-item",
        "An item has nothing to show, or in JSON Feed no id: it is left out.",
    ),
    (
        ProblemKind::RepeatedIdentity,
        "repeated-identity",
        "Two items have the same identity “@”. Give each its own guid or id.",
    ),
    (ProblemKind::NoItems, "no-items", "The feed has no items."),
];

impl ProblemKind {
    /// Every kind there is.
    pub fn all() -> impl Iterator<Item = ProblemKind> {
        WORDS.iter().map(|(kind, ..)| *kind)
    }

    /// The name of the kind, which never changes: for programs.
    pub fn name(self) -> &'static str {
        self.words().0
    }

    fn words(self) -> (&'static str, &'static str) {
        let row = WORDS.iter().find(|(kind, ..)| *kind == self);
        row.map_or(("", ""), |(_, name, message)| (name, message))
    }
}

impl Problem {
    /// The message without the line.
    pub fn message(&self) -> String {
        let words = self.kind.words().1;
        let (before, after) = scan::split(words, "@").unwrap_or((words, ""));
        [before, &self.detail, after].concat()
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(line) = self.line {
            write!(formatter, "Line {line}: ")?;
        }
        formatter.write_str(&self.message())
    }
}

/// Gathers problems, in the order of the places they are found at.
#[derive(Debug, Default)]
pub(super) struct Problems {
    found: Vec<(Option<usize>, ProblemKind, String)>,
}

impl Problems {
    /// Notes a problem at `offset` bytes into the document, of the piece `detail`, if there
    /// is room and it is not the same trouble all over again.
    pub(super) fn report(&mut self, offset: Option<usize>, kind: ProblemKind, detail: &str) {
        if self.found.len() >= limits::PROBLEMS {
            return;
        }
        work::count(self.found.len());
        let detail: String = detail.trim_ascii().chars().take(80).collect();
        let same =
            |found: &&(Option<usize>, ProblemKind, String)| found.1 == kind && found.2 == detail;
        if self.found.iter().filter(same).count() < 3 {
            let before = |found: &(Option<usize>, ProblemKind, String)| found.0 <= offset;
            let at = self.found.iter().rposition(before).map_or(0, |at| at + 1);
            self.found.insert(at, (offset, kind, detail));
        }
    }

    /// The problems in document order, with their lines in `source`.
    pub(super) fn into_list(self, source: &str) -> Vec<Problem> {
        let mut line = 1;
        let mut counted = 0;
        let mut list = Vec::with_capacity(self.found.len());
        for (offset, kind, detail) in self.found {
            if let Some(offset) = offset {
                let between = source.as_bytes().get(counted..offset).unwrap_or_default();
                let ends = between.iter().filter(|byte| **byte == b'\n');
                line += u32::try_from(ends.count()).unwrap_or(u32::MAX);
                counted = offset;
            }
            let line = offset.map(|_| line);
            list.push(Problem { kind, detail, line });
        }
        list
    }
}
