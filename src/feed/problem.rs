//! What can be wrong with a feed, said so that its publisher can mend it.

use std::fmt;

use super::{limits, scan};

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

/// The kinds in order: a name that never changes, for programs, and a message, in which `@`
/// stands for the piece of the feed it speaks of.
const WORDS: [(&str, &str); 25] = [
    ("empty", "The document is empty."),
    (
        "not-a-feed",
        "The document is neither RSS, Atom nor JSON Feed.",
    ),
    (
        "web-page",
        "The document is a web page. The address of its feed may be in a <link rel=\"alternate\"> of the page.",
    ),
    (
        "invalid-json",
        "The document is not valid JSON: nothing of it can be read.",
    ),
    (
        "unknown-encoding",
        "The encoding “@” is none that browsers know. UTF-8 always works.",
    ),
    (
        "invalid-bytes",
        "Some bytes do not belong to the encoding that the document declares.",
    ),
    (
        "too-many-bytes",
        "The document is longer than 16 MB: what comes later is not read. Keep old items out of the feed.",
    ),
    (
        "too-many-items",
        "There are more than 2,000 items: those that come later are not read.",
    ),
    (
        "too-many-elements",
        "There are more than 500,000 elements: those that come later are not read.",
    ),
    (
        "too-deep",
        "Elements are nested too deeply: the inner ones are read as plain text.",
    ),
    (
        "text-too-long",
        "A text is too long (a title or name of more than 4 KB, or a body of more than 512 KB): it is cut.",
    ),
    (
        "list-too-long",
        "An item has more than 100 authors, tags or enclosures: those that come later are not read.",
    ),
    (
        "cut-short",
        "The document ends too early. An item that is not complete is left out.",
    ),
    (
        "leading-characters",
        "Something stands before the document begins. An XML declaration must be the very first characters.",
    ),
    (
        "control-character",
        "There is a control character, which XML does not allow.",
    ),
    (
        "bare-ampersand",
        "There is a bare “&”. Write it as “&amp;”.",
    ),
    (
        "undefined-entity",
        "XML does not know the entity “&@;”. Write the character itself, or its number.",
    ),
    (
        "unclosed-element",
        "The element <@> is not closed where it should be.",
    ),
    ("stray-end-tag", "The end tag </@> closes nothing."),
    (
        "undeclared-prefix",
        "The prefix “@:” is not declared. Add its xmlns attribute to the root element.",
    ),
    (
        "invalid-date",
        "“@” is not a date. RSS writes “Sat, 07 Sep 2002 09:42:31 GMT”, Atom and JSON Feed “2002-09-07T09:42:31Z”.",
    ),
    (
        "invalid-address",
        "“@” is not an address that a reader can follow: it must lead to http or https.",
    ),
    (
        "empty-item",
        "An item has nothing to show, or in JSON Feed no id: it is left out.",
    ),
    (
        "repeated-identity",
        "Two items have the same identity “@”. Give each its own guid or id.",
    ),
    ("no-items", "The feed has no items."),
];

impl ProblemKind {
    /// The name of the kind, which never changes: for programs.
    pub fn name(self) -> &'static str {
        self.words().0
    }

    fn words(self) -> (&'static str, &'static str) {
        WORDS.get(self as usize).copied().unwrap_or_default()
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
        self.found
            .into_iter()
            .map(|(offset, kind, detail)| {
                let line = offset.map(|offset| {
                    let between = source.as_bytes().get(counted..offset).unwrap_or_default();
                    line += between
                        .iter()
                        .map(|byte| u32::from(*byte == b'\n'))
                        .sum::<u32>();
                    counted = offset;
                    line
                });
                Problem { kind, detail, line }
            })
            .collect()
    }
}
