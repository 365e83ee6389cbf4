//! A feed's HTML as a small tree of allowed nodes. What is not here cannot be shown, so
//! nothing that is not here can do harm.

use super::Picture;
use crate::address::LinkAddress;

/// A text of blocks, top to bottom. It nests no deeper than `limits::DEPTH` twice over:
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

impl RichText {
    /// A text without any markup: a paragraph for each run of lines between empty ones.
    pub fn of_plain_text(text: &str) -> RichText {
        let mut builder = super::rich_text_builder::RichTextBuilder::default();
        for line in text.lines() {
            if line.trim_ascii().is_empty() {
                builder.start(super::rich_text_builder::Meaning::Paragraph);
            }
            builder.text(line);
            builder.text(" ");
        }
        builder.finish()
    }

    /// Whether there is nothing to see in it.
    pub fn is_empty(&self) -> bool {
        self.blocks.is_empty()
    }

    /// The text as a reader sees it, paragraphs parted by an empty line.
    pub fn plain_text(&self) -> String {
        let mut text = String::new();
        write_blocks(&self.blocks, &mut text);
        text
    }

    /// The first picture of the text.
    pub fn first_picture(&self) -> Option<&Picture> {
        self.blocks.iter().find_map(picture_in_block)
    }
}

fn write_blocks(blocks: &[Block], text: &mut String) {
    for block in blocks {
        match block {
            Block::Paragraph(inlines) | Block::Heading(inlines) => {
                let before = text.len();
                part(text);
                let begin = text.len();
                write_inlines(inlines, text);
                if text.len() == begin {
                    text.truncate(before);
                }
            }
            Block::List { items, .. } => {
                for item in items {
                    write_blocks(item, text);
                }
            }
            Block::Quotation(blocks) => write_blocks(blocks, text),
            Block::Preformatted(code) => {
                part(text);
                text.push_str(code);
            }
        }
    }
}

/// Parts what follows from what is there by an empty line.
fn part(text: &mut String) {
    if !text.is_empty() {
        text.push_str("\n\n");
    }
}

fn write_inlines(inlines: &[Inline], text: &mut String) {
    for inline in inlines {
        match inline {
            Inline::Text(characters) | Inline::Code(characters) => text.push_str(characters),
            Inline::Break => text.push('\n'),
            Inline::Emphasis(children)
            | Inline::Strong(children)
            | Inline::Link { children, .. } => write_inlines(children, text),
            Inline::Picture(_) => {}
        }
    }
}

/// The text of a line without its markup.
pub(super) fn plain_line(inlines: &[Inline]) -> String {
    let mut text = String::new();
    write_inlines(inlines, &mut text);
    text
}

fn picture_in_block(block: &Block) -> Option<&Picture> {
    match block {
        Block::Paragraph(inlines) | Block::Heading(inlines) => picture_in_line(inlines),
        Block::List { items, .. } => items.iter().flatten().find_map(picture_in_block),
        Block::Quotation(blocks) => blocks.iter().find_map(picture_in_block),
        Block::Preformatted(_) => None,
    }
}

fn picture_in_line(inlines: &[Inline]) -> Option<&Picture> {
    inlines.iter().find_map(|inline| match inline {
        Inline::Picture(picture) => Some(picture),
        Inline::Emphasis(children) | Inline::Strong(children) | Inline::Link { children, .. } => {
            picture_in_line(children)
        }
        Inline::Text(_) | Inline::Break | Inline::Code(_) => None,
    })
}
