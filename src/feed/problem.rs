//! What can be wrong with a feed, said so that its publisher can mend it.

use std::fmt;

use super::limits;

/// Something wrong with a feed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// What it is; its `Display` is the one message for it.
    pub kind: ProblemKind,
    /// The line of the document, from 1, where that is known.
    pub line: Option<u32>,
}

/// The kinds of trouble a feed can be in.
#[derive(Clone, Debug, PartialEq, Eq)]
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
    UnknownEncoding(String),
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
    UndefinedEntity(String),
    /// An element that is not closed before the one around it.
    UnclosedElement(String),
    /// An end tag of nothing.
    StrayEndTag(String),
    /// A prefix that is not declared.
    UndeclaredPrefix(String),
    /// A text that is no date.
    InvalidDate(String),
    /// A text that is no address one may follow.
    InvalidAddress(String),
    /// An item of a JSON Feed without an `id`, or one of any format without anything to show.
    EmptyItem,
    /// Two items with one identity: of one article the first is kept, of two both.
    RepeatedIdentity(String),
    /// A feed without a single item.
    NoItems,
}

impl ProblemKind {
    /// The name of the kind, which never changes: for programs.
    pub fn name(&self) -> &'static str {
        match self {
            ProblemKind::Empty => "empty",
            ProblemKind::NotAFeed => "not-a-feed",
            ProblemKind::WebPage => "web-page",
            ProblemKind::InvalidJson => "invalid-json",
            ProblemKind::UnknownEncoding(_) => "unknown-encoding",
            ProblemKind::InvalidBytes => "invalid-bytes",
            ProblemKind::TooManyBytes => "too-many-bytes",
            ProblemKind::TooManyItems => "too-many-items",
            ProblemKind::TooManyElements => "too-many-elements",
            ProblemKind::TooDeep => "too-deep",
            ProblemKind::TextTooLong => "text-too-long",
            ProblemKind::ListTooLong => "list-too-long",
            ProblemKind::CutShort => "cut-short",
            ProblemKind::LeadingCharacters => "leading-characters",
            ProblemKind::ControlCharacter => "control-character",
            ProblemKind::BareAmpersand => "bare-ampersand",
            ProblemKind::UndefinedEntity(_) => "undefined-entity",
            ProblemKind::UnclosedElement(_) => "unclosed-element",
            ProblemKind::StrayEndTag(_) => "stray-end-tag",
            ProblemKind::UndeclaredPrefix(_) => "undeclared-prefix",
            ProblemKind::InvalidDate(_) => "invalid-date",
            ProblemKind::InvalidAddress(_) => "invalid-address",
            ProblemKind::EmptyItem => "empty-item",
            ProblemKind::RepeatedIdentity(_) => "repeated-identity",
            ProblemKind::NoItems => "no-items",
        }
    }

    /// What the message says before and after the piece of the feed it speaks of.
    fn message(&self) -> (&'static str, &str, &'static str) {
        match self {
            ProblemKind::Empty => ("The document is empty.", "", ""),
            ProblemKind::NotAFeed => ("The document is neither RSS, Atom nor JSON Feed.", "", ""),
            ProblemKind::WebPage => (
                "The document is a web page. The address of its feed may be in a <link rel=\"alternate\"> of the page.",
                "",
                "",
            ),
            ProblemKind::InvalidJson => (
                "The document is not valid JSON: nothing of it can be read.",
                "",
                "",
            ),
            ProblemKind::UnknownEncoding(label) => (
                "The encoding “",
                label,
                "” is none that browsers know. UTF-8 always works.",
            ),
            ProblemKind::InvalidBytes => (
                "Some bytes do not belong to the encoding that the document declares.",
                "",
                "",
            ),
            ProblemKind::TooManyBytes => (
                "The document is longer than 16 MB: what comes later is not read. Keep old items out of the feed.",
                "",
                "",
            ),
            ProblemKind::TooManyItems => (
                "There are more than 2,000 items: those that come later are not read.",
                "",
                "",
            ),
            ProblemKind::TooManyElements => (
                "There are more than 500,000 elements: those that come later are not read.",
                "",
                "",
            ),
            ProblemKind::TooDeep => (
                "Elements are nested too deeply: the inner ones are read as plain text.",
                "",
                "",
            ),
            ProblemKind::TextTooLong => (
                "A text is too long (a title or name of more than 4 KB, or a body of more than 512 KB): it is cut.",
                "",
                "",
            ),
            ProblemKind::ListTooLong => (
                "An item has more than 100 authors, tags or enclosures: those that come later are not read.",
                "",
                "",
            ),
            ProblemKind::CutShort => (
                "The document ends too early. An item that is not complete is left out.",
                "",
                "",
            ),
            ProblemKind::LeadingCharacters => (
                "Something stands before the document begins. An XML declaration must be the very first characters.",
                "",
                "",
            ),
            ProblemKind::ControlCharacter => (
                "There is a control character, which XML does not allow.",
                "",
                "",
            ),
            ProblemKind::BareAmpersand => ("There is a bare “&”. Write it as “&amp;”.", "", ""),
            ProblemKind::UndefinedEntity(name) => (
                "XML does not know the entity “&",
                name,
                ";”. Write the character itself, or its number.",
            ),
            ProblemKind::UnclosedElement(name) => {
                ("The element <", name, "> is not closed where it should be.")
            }
            ProblemKind::StrayEndTag(name) => ("The end tag </", name, "> closes nothing."),
            ProblemKind::UndeclaredPrefix(prefix) => (
                "The prefix “",
                prefix,
                ":” is not declared. Add its xmlns attribute to the root element.",
            ),
            ProblemKind::InvalidDate(text) => (
                "“",
                text,
                "” is not a date. RSS writes “Sat, 07 Sep 2002 09:42:31 GMT”, Atom and JSON Feed “2002-09-07T09:42:31Z”.",
            ),
            ProblemKind::InvalidAddress(text) => (
                "“",
                text,
                "” is not an address that a reader can follow: it must lead to http or https.",
            ),
            ProblemKind::EmptyItem => (
                "An item has nothing to show, or in JSON Feed no id: it is left out.",
                "",
                "",
            ),
            ProblemKind::RepeatedIdentity(id) => (
                "Two items have the same identity “",
                id,
                "”. Give each its own guid or id.",
            ),
            ProblemKind::NoItems => ("The feed has no items.", "", ""),
        }
    }
}

impl fmt::Display for ProblemKind {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (before, piece, after) = self.message();
        formatter.write_str(before)?;
        formatter.write_str(piece)?;
        formatter.write_str(after)
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(line) = self.line {
            write!(formatter, "Line {line}: ")?;
        }
        self.kind.fmt(formatter)
    }
}

/// Gathers problems by the place they are found at.
#[derive(Debug, Default)]
pub(super) struct Problems {
    found: Vec<(Option<usize>, ProblemKind)>,
}

impl Problems {
    /// Notes a problem at `offset` bytes into the document, if there is room and it is not
    /// the same trouble all over again.
    pub(super) fn report(&mut self, offset: Option<usize>, kind: ProblemKind) {
        let same = self
            .found
            .iter()
            .filter(|(_, found)| *found == kind)
            .count();
        if same < 3 && self.found.len() < limits::PROBLEMS {
            self.found.push((offset, kind));
        }
    }

    /// The problems in document order, with their lines in `source`.
    pub(super) fn into_list(mut self, source: &str) -> Vec<Problem> {
        self.found.sort_by_key(|(offset, _)| *offset);
        let mut line = 1;
        let mut counted = 0;
        self.found
            .into_iter()
            .map(|(offset, kind)| {
                let line = offset.map(|offset| {
                    let between = source.as_bytes().get(counted..offset).unwrap_or_default();
                    line += between
                        .iter()
                        .map(|byte| u32::from(*byte == b'\n'))
                        .sum::<u32>();
                    counted = offset;
                    line
                });
                Problem { kind, line }
            })
            .collect()
    }
}

/// As much of a piece of a feed as belongs into a message.
pub(super) fn excerpt(text: &str) -> String {
    text.trim().chars().take(80).collect()
}
