//! Takes out of a text what is shown elsewhere.

use super::echo::{is_letter, is_separator};
use crate::address::LinkAddress;
use crate::feed::Picture;
use crate::feed::{Block, Inline};

/// What a text is made of, in reading order.
enum Piece<'a> {
    Text(&'a mut String),
    Break,
    Picture(&'a Picture),
    /// The end of a line that a block stands on.
    End,
}

/// Removes the first `letters` letters of a text, and what parts them from the rest.
pub fn remove_letters(blocks: &mut Vec<Block>, letters: usize) {
    let mut left = letters;
    let mut is_trimming = true;
    prune(blocks, &mut |piece| match piece {
        _ if !is_trimming => true,
        Piece::Text(text) => {
            let mut kept = text.as_str();
            while let Some(first) = kept.chars().next() {
                if left > 0 {
                    left -= usize::from(is_letter(first));
                } else if !is_separator(first) {
                    is_trimming = false;
                    break;
                }
                kept = kept.get(first.len_utf8()..).unwrap_or_default();
            }
            *text = kept.to_owned();
            !text.is_empty()
        }
        Piece::Break => {
            is_trimming = left > 0;
            false
        }
        Piece::End => {
            is_trimming = left > 0;
            true
        }
        Piece::Picture(_) => true,
    });
}

/// Removes every copy of a picture, whatever its size.
pub fn remove_picture(blocks: &mut Vec<Block>, picture: &Picture) {
    let key = picture.key();
    let mut is_gone = false;
    prune(blocks, &mut |piece| match piece {
        Piece::Picture(other) => {
            is_gone = other.key() == key;
            !is_gone
        }
        // What parted the words from it.
        Piece::Text(text) => {
            if std::mem::take(&mut is_gone) {
                *text = text.trim_start_matches(' ').to_owned();
            }
            !text.is_empty()
        }
        Piece::Break => !is_gone,
        Piece::End => true,
    });
}

/// Keeps the pieces that `keep` keeps, and what still holds one.
fn prune(blocks: &mut Vec<Block>, keep: &mut dyn FnMut(Piece<'_>) -> bool) {
    blocks.retain_mut(|block| match block {
        Block::Paragraph(line) | Block::Heading(line) | Block::Caption(line) => {
            prune_line(line, keep);
            keep(Piece::End);
            !line.is_empty()
        }
        Block::List { items, .. } => {
            items.retain_mut(|item| {
                prune(item, keep);
                !item.is_empty()
            });
            !items.is_empty()
        }
        Block::Quotation(blocks) => {
            prune(blocks, keep);
            !blocks.is_empty()
        }
        Block::Preformatted(text) => keep(Piece::Text(text)),
    });
}

fn prune_line(line: &mut Vec<Inline>, keep: &mut dyn FnMut(Piece<'_>) -> bool) {
    line.retain_mut(|inline| match inline {
        Inline::Text(text) | Inline::Code(text) => keep(Piece::Text(text)),
        Inline::Break => keep(Piece::Break),
        Inline::Picture(picture) => keep(Piece::Picture(picture)),
        Inline::Emphasis(children) | Inline::Strong(children) | Inline::Link { children, .. } => {
            prune_line(children, keep);
            !children.is_empty()
        }
    });
}

/// Adds the links of a text to a list.
pub fn add_links<'a>(blocks: &'a [Block], links: &mut Vec<&'a LinkAddress>) {
    for block in blocks {
        match block {
            Block::Paragraph(line) | Block::Heading(line) | Block::Caption(line) => {
                add_links_of_line(line, links)
            }
            Block::List { items, .. } => {
                for item in items {
                    add_links(item, links);
                }
            }
            Block::Quotation(blocks) => add_links(blocks, links),
            Block::Preformatted(_) => {}
        }
    }
}

fn add_links_of_line<'a>(line: &'a [Inline], links: &mut Vec<&'a LinkAddress>) {
    for inline in line {
        match inline {
            Inline::Link { address, .. } => links.push(address),
            Inline::Emphasis(children) | Inline::Strong(children) => {
                add_links_of_line(children, links);
            }
            Inline::Text(_) | Inline::Break | Inline::Code(_) | Inline::Picture(_) => {}
        }
    }
}
