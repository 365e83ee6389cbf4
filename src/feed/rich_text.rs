//! What a rich text says without its marks.

use super::types::{Block, Inline, Picture, RichText};

impl RichText {
    /// Whether there is nothing to see in it.
    pub fn is_empty(&self) -> bool {
        self.blocks.is_empty()
    }

    /// The text as a reader sees it, paragraphs parted by an empty line.
    pub fn plain_text(&self) -> String {
        let mut text = String::new();
        write_blocks(&self.blocks, "", &mut text);
        text
    }

    /// Adds the pictures of the text that may stand for its article to a list.
    pub(super) fn add_pictures<'a>(&'a self, pictures: &mut Vec<&'a Picture>) {
        pictures_in_blocks(&self.blocks, pictures);
    }
}

/// The text of blocks as a reader sees it, with a mark at the end of each link and emphasis.
pub(super) fn marked_text(blocks: &[Block], mark: &str) -> String {
    let mut text = String::new();
    write_blocks(blocks, mark, &mut text);
    text
}

fn write_blocks(blocks: &[Block], mark: &str, text: &mut String) {
    for block in blocks {
        match block {
            Block::Paragraph(inlines) | Block::Heading(inlines) | Block::Caption(inlines) => {
                let before = text.len();
                part(text);
                let begin = text.len();
                write_inlines(inlines, mark, text);
                if text.len() == begin {
                    text.truncate(before);
                }
            }
            Block::List { items, .. } => {
                for item in items {
                    write_blocks(item, mark, text);
                }
            }
            Block::Quotation(blocks) => write_blocks(blocks, mark, text),
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

fn write_inlines(inlines: &[Inline], mark: &str, text: &mut String) {
    for inline in inlines {
        match inline {
            Inline::Text(characters) | Inline::Code(characters) => text.push_str(characters),
            Inline::Break => text.push('\n'),
            Inline::Emphasis(children)
            | Inline::Strong(children)
            | Inline::Link { children, .. } => {
                write_inlines(children, mark, text);
                text.push_str(mark);
            }
            Inline::Picture(_) => {}
        }
    }
}

/// The text of a line without its markup.
pub(super) fn plain_line(inlines: &[Inline]) -> String {
    let mut text = String::new();
    write_inlines(inlines, "", &mut text);
    text
}

fn pictures_in_blocks<'a>(blocks: &'a [Block], pictures: &mut Vec<&'a Picture>) {
    for block in blocks {
        match block {
            Block::Paragraph(inlines) | Block::Heading(inlines) | Block::Caption(inlines) => {
                pictures_in_line(inlines, pictures);
            }
            Block::List { items, .. } => {
                for item in items {
                    pictures_in_blocks(item, pictures);
                }
            }
            Block::Quotation(blocks) => pictures_in_blocks(blocks, pictures),
            Block::Preformatted(_) => {}
        }
    }
}

fn pictures_in_line<'a>(inlines: &'a [Inline], pictures: &mut Vec<&'a Picture>) {
    for inline in inlines {
        match inline {
            // What is no picture of the article at all was left out when it was read.
            Inline::Picture(picture) if !picture.is_formula() => pictures.push(picture),
            Inline::Emphasis(children)
            | Inline::Strong(children)
            | Inline::Link { children, .. } => pictures_in_line(children, pictures),
            Inline::Text(_) | Inline::Break | Inline::Code(_) | Inline::Picture(_) => {}
        }
    }
}
