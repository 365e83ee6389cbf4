//! What can be wrong with a feed.

/// Something wrong with a feed, said so that its publisher can mend it.
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
}
