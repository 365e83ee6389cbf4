//! An item in the making: what its elements offer, and which offer is taken.
//!
//! The order of elements says nothing in any format, and many feeds say one thing twice in
//! different vocabularies, so each offer has a rank and the least one wins; of equals the
//! first.

use super::RichText;
use super::characters::one_line;
use super::context::Context;
use super::identity::hash;
use super::limits;
use super::picture::{self, Candidate};
use super::problem::ProblemKind;
use super::summary::shorten;
use super::words;
use super::{Comments, Enclosure, Item, Picture};
use crate::address::{WebAddress, behind_scheme};
use crate::time::Date;

/// The best offer so far.
#[derive(Debug)]
pub struct Best<T>(Option<(u8, T)>);

impl<T> Default for Best<T> {
    fn default() -> Best<T> {
        Best(None)
    }
}

impl<T> Best<T> {
    #[inline(never)]
    /// Takes `value` if it is something and nothing as good was offered before.
    pub fn offer(&mut self, rank: u8, value: Option<T>) {
        if let Some(value) = value
            && self.would_take(rank)
        {
            self.0 = Some((rank, value));
        }
    }

    /// Whether an offer of this rank would be the best.
    pub fn would_take(&self, rank: u8) -> bool {
        self.0.as_ref().is_none_or(|(best, _)| rank < *best)
    }

    /// The best offer.
    pub fn take(self) -> Option<T> {
        self.0.map(|(_, value)| value)
    }
}

/// An item in the making.
#[derive(Default)]
pub struct Draft {
    pub id: Best<String>,
    pub link: Best<WebAddress>,
    pub title: Best<String>,
    pub summary: Best<RichText>,
    pub content: Best<RichText>,
    /// Whether the feed says that the identity is no address.
    pub is_id_opaque: bool,
    pub published: Best<Date>,
    pub updated: Best<Date>,
    pub authors: Names,
    pub tags: Vec<String>,
    pub pictures: Vec<Candidate>,
    pub enclosures: Vec<Enclosure>,
    /// Where those of the group of media that is being read begin.
    pub group: usize,
    pub comments: Best<WebAddress>,
    pub comment_count: Best<u32>,
    pub duration: Best<u32>,
    pub language: Best<String>,
    pub source: Best<String>,
}

/// The names of the best rank, each once.
#[derive(Default)]
pub struct Names {
    rank: u8,
    pub names: Vec<String>,
}

impl Names {
    /// Adds a name, forgetting those of a worse rank.
    pub fn offer(&mut self, rank: u8, name: Option<String>) {
        let Some(name) = name else { return };
        if rank < self.rank || self.names.is_empty() {
            self.names.clear();
            self.rank = rank;
        }
        let is_known = |known: &String| known.eq_ignore_ascii_case(&name);
        if rank == self.rank && !self.names.iter().any(is_known) {
            push_once(&mut self.names, name);
        }
    }
}

/// How many characters of a name or a tag are kept.
const NAME_CHARACTERS: usize = 100;

/// Adds a name or a tag to a list that does not hold it yet and is not too long.
pub fn push_once(list: &mut Vec<String>, text: String) {
    let text = shorten(&text, NAME_CHARACTERS);
    if list.len() < limits::LIST_LENGTH && !list.contains(&text) {
        list.push(text);
    }
}

impl Draft {
    /// Offers a picture that may stand for the item.
    pub fn offer_picture(&mut self, picture: Option<Picture>, rank: u8) {
        if let Some(picture) = picture
            && self.pictures.len() < limits::LIST_LENGTH
        {
            self.pictures.push(Candidate { picture, rank });
        }
    }

    /// The item, unless there is nothing of it to show.
    pub fn finish(self, offset: Option<usize>, context: &mut Context<'_>) -> Option<Item> {
        let title = self.title.take();
        // Discourse names the topic again, which is no paper.
        let source = self.source.take().filter(|it| Some(it) != title.as_ref());
        let title = title.map(|title| words::without_source(title, source.as_deref()));
        let link = self.link.take();
        let summary = self.summary.take();
        let content = self.content.take();
        let (published, updated) = (self.published.take(), self.updated.take());
        let precision = published.or(updated).map(|date| date.precision);
        let id = self.id.take();
        // Atom and JSON ask for an address as the identity, and many mean the article's.
        let own = id.as_deref().filter(|id| {
            link.is_none()
                && !self.is_id_opaque
                && (id.starts_with("http://") || id.starts_with("https://"))
        });
        let own = own.and_then(|own| context.web_address(own, None, offset));
        let link = link.or(own);
        let nothing = title.is_none() && link.is_none() && summary.is_none() && content.is_none();
        if nothing && self.enclosures.is_empty() {
            context.problems.report(offset, ProblemKind::EmptyItem, "");
            return None;
        }
        let mut enclosures = self.enclosures;
        // What is said of the item is meant of what it consists of.
        let mut playable = enclosures.iter_mut();
        if let Some(first) = playable.find(|it| it.medium.is_playable())
            && first.duration.is_none()
        {
            first.duration = self.duration.take();
        }
        let mut pictures = self.pictures;
        for text in [&content, &summary].into_iter().flatten() {
            let mut in_text = Vec::new();
            text.add_pictures(&mut in_text);
            pictures.extend(
                in_text
                    .into_iter()
                    .take(limits::LIST_LENGTH)
                    .map(|picture| Candidate {
                        picture: picture.clone(),
                        rank: picture::IN_TEXT,
                    }),
            );
        }
        let id = id.unwrap_or_else(|| match &link {
            Some(link) => link.as_str().to_owned(),
            None => {
                let text = title.clone().unwrap_or_else(|| {
                    let text = summary.as_ref().or(content.as_ref());
                    text.map(RichText::plain_text).unwrap_or_default()
                });
                hash(&text, published.map(|date| date.at))
            }
        });
        Some(Item {
            id,
            link,
            title,
            summary,
            content,
            published: published.map(|date| date.at),
            updated: updated.map(|date| date.at),
            precision: precision.unwrap_or_default(),
            authors: self.authors.names,
            tags: self.tags,
            image: picture::choose(&pictures),
            enclosures,
            comments: Comments {
                address: self.comments.take(),
                count: self.comment_count.take(),
            },
            language: self.language.take(),
            source,
        })
    }
}

/// The name within what RSS has for an author: `a@b (Name)`, `Name <a@b>`, or a name. An
/// address is never shown.
pub fn person(text: &str) -> Option<String> {
    let without_address = match (text.split_once('('), text.split_once('<')) {
        (Some((before, after)), _) if before.contains('@') => {
            after.rsplit_once(')').map_or(after, |(name, _)| name)
        }
        (_, Some((before, after))) if after.contains('@') => before,
        _ => text,
    };
    let words = without_address.split_ascii_whitespace();
    let mut name = String::new();
    let is_address = |word: &str| is_mail_address(word) || behind_scheme(word).is_some();
    for word in words.filter(|word| !is_address(word)) {
        name.push_str(word);
        name.push(' ');
    }
    let name = one_line(&name);
    let name = name.trim_matches(['"', ' ']);
    // What Blogger and Zola write where nobody is named.
    (!name.is_empty() && !name.eq_ignore_ascii_case("unknown")).then(|| name.to_owned())
}

/// Whether a word is an address of mail, and not a handle such as `@ada` or a name such as `M@`.
fn is_mail_address(word: &str) -> bool {
    let word = word.trim_matches(['<', '>', '(', ')', ',', ';', '"']);
    let word = word.strip_prefix("mailto:").unwrap_or(word);
    let (before, after) = word.rsplit_once('@').unwrap_or_default();
    !before.is_empty() && !before.starts_with('@') && after.contains('.')
}
