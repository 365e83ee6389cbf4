//! A feed's HTML as a small tree of allowed nodes. What is not here cannot be shown, so
//! nothing that is not here can do harm.

use super::Picture;
use crate::link::LinkAddress;

/// A text of blocks, top to bottom.
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
