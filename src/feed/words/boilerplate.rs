//! What a text says of the page that it stands on, and not of the article: where to read on,
//! who posted it, in which paper it appeared first.

use std::borrow::Cow;

use super::echo;
use crate::address::{LinkAddress, behind_scheme};
use crate::feed::rich_text::plain_line;
use crate::feed::{Block, Inline, Item};

/// How many characters a line above the text may have to lead to the article: "View this email
/// in your browser".
const LEADING_LINK: usize = 60;

/// How many letters a date has at most.
const DATE_LETTERS: usize = 30;

impl Item {
    /// The blocks of a text without lines at its start and end that are nothing but a link to
    /// the article, and without what systems write below every text.
    pub(super) fn own_blocks<'a>(&self, blocks: &'a [Block]) -> Cow<'a, [Block]> {
        let mut kept = blocks;
        while let Some((first, rest)) = kept.split_first()
            && (self.leads_above(first) || self.is_byline(first))
        {
            kept = rest;
        }
        while let Some((last, rest)) = kept.split_last()
            && (self.leads_on(last) || is_of_reddit(last) || self.is_footer(last, rest))
        {
            kept = rest;
        }
        match kept.split_last() {
            Some((Block::Paragraph(line), others)) if self.ends_in_own_link(line) => {
                let mut text = line.clone();
                text.pop();
                if let Some(Inline::Text(text)) = text.last_mut() {
                    text.truncate(text.trim_end().len());
                }
                let mut owned = others.to_vec();
                owned.push(Block::Paragraph(text));
                Cow::Owned(owned)
            }
            _ => Cow::Borrowed(kept),
        }
    }

    fn leads_above(&self, block: &Block) -> bool {
        match block {
            Block::Paragraph(line) => {
                self.are_own_links(line) && plain_line(line).chars().nth(LEADING_LINK).is_none()
            }
            _ => false,
        }
    }

    /// Whether a line is Drupal's title, author and date, which stand above every text.
    fn is_byline(&self, block: &Block) -> bool {
        let (Block::Paragraph(line), Some(title), Some(author)) =
            (block, &self.title, self.authors.first())
        else {
            return false;
        };
        echo::letters_behind(&plain_line(line), &[title, " ", author].concat())
            .is_some_and(|letters| letters <= DATE_LETTERS)
    }

    fn leads_on(&self, block: &Block) -> bool {
        matches!(block, Block::Paragraph(line) if self.are_own_links(line))
    }

    /// "Fog came in … [Read on]": a link behind what was cut, or behind the end of a sentence.
    fn ends_in_own_link(&self, line: &[Inline]) -> bool {
        let Some((last, before)) = line.split_last() else {
            return false;
        };
        let text = plain_line(before);
        let ends = ['…', '.', '!', '?', ']', '»', '。', '؟'];
        text.trim_end().ends_with(ends) && self.are_own_links(std::slice::from_ref(last))
    }

    /// Whether a line holds nothing but links to the article.
    fn are_own_links(&self, line: &[Inline]) -> bool {
        let mut has_link = false;
        let are_own = line.iter().all(|inline| match inline {
            Inline::Link { address, children } => {
                has_link = true;
                self.is_own(address) && !plain_line(children).is_empty()
            }
            Inline::Text(text) => !text.chars().any(echo::is_letter),
            Inline::Emphasis(children) | Inline::Strong(children) => {
                has_link = true;
                self.are_own_links(children)
            }
            Inline::Break => true,
            Inline::Code(_) | Inline::Picture(_) => false,
        });
        has_link && are_own
    }

    /// Whether an address is the article's, whatever one of them adds to see where readers come
    /// from; or that of its comments or of one of its media, which are shown beside the text.
    pub(super) fn is_own(&self, address: &LinkAddress) -> bool {
        let shown = [&self.link, &self.comments.address];
        let media = self.enclosures.iter().map(|it| &it.address);
        let mut shown = shown.into_iter().flatten().chain(media);
        shown.any(|own| {
            let (Some(own), Some(other)) = (page(own.as_str()), page(address.as_str())) else {
                return false;
            };
            let is_silent = own.1.is_empty() || other.1.is_empty();
            own.0 == other.0 && (own.1 == other.1 || (is_silent && own.0.contains('/')))
        })
    }

    /// Whether a last line says the title again as a link to the article: WordPress's "The post …
    /// appeared first on …", in every language, and Medium's "… was originally published in …".
    fn is_footer(&self, last: &Block, others: &[Block]) -> bool {
        let Block::Paragraph(line) = last else {
            return false;
        };
        let is_title = |(at, inline): (usize, &Inline)| match inline {
            // The link stands within a sentence; a line of a link alone is an echo.
            Inline::Link { children, address } => {
                let title = self.title.as_deref();
                title.is_some_and(|title| echo::are_same(&plain_line(children), title))
                    && (at > 0 || self.is_own(address))
            }
            _ => false,
        };
        !others.is_empty() && line.len() > 1 && line.iter().enumerate().any(is_title)
    }
}

/// The host and path of an address, and its query.
fn page(address: &str) -> Option<(&str, &str)> {
    let rest = behind_scheme(address)?.split('#').next()?;
    let (page, query) = rest.split_once('?').unwrap_or((rest, ""));
    let page = page.strip_prefix("www.").unwrap_or(page);
    Some((page.trim_end_matches('/'), query))
}

/// Whether a line is Reddit's "submitted by … [link] [comments]".
fn is_of_reddit(block: &Block) -> bool {
    let says = |inline: &Inline, wanted: &str| match inline {
        Inline::Link { children, .. } => plain_line(children) == wanted,
        _ => false,
    };
    match block {
        Block::Paragraph(line) => {
            line.last().is_some_and(|it| says(it, "[comments]"))
                && line.iter().any(|it| says(it, "[link]"))
        }
        _ => false,
    }
}
