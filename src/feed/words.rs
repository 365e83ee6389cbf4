//! What is the headline, the summary, the text, with nothing said twice?
//!
//! The three are chosen together, when they are shown: the item keeps what its feed says.
//! In this order: the headline is the title, else the first words, else what a picture shows.
//! A summary or text that begins with the headline loses that beginning. A headline that was
//! cut out of the text gives way to it, because a text that begins in the middle of a
//! sentence is no text.

mod boilerplate;
mod echo;
mod pruning;

pub use echo::without_source;

use echo::{Echo, MARK};

use super::characters::one_line;
use super::rich_text::{marked_text, plain_line};
use super::summary::shorten;
use super::{Block, Item, Medium, Picture, RichText, medium, scan};

/// How many characters of an item's text stand for a title it does not have.
const HEADLINE_CHARACTERS: usize = 80;

/// How many characters of a title are shown: what is longer is no title, and would push all else
/// off the screen.
const TITLE_CHARACTERS: usize = 300;

/// What lays out a page and is left at the ends of a text.
const SPACES: [char; 2] = [' ', '\u{a0}'];

/// What is shown of an article at once.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Preview {
    /// What stands above the text, where the text does not say it itself.
    pub heading: Option<String>,
    /// The picture above the text; the text does not hold it again.
    pub picture: Option<Picture>,
    /// The text.
    pub text: RichText,
}

impl Item {
    /// What the list shows of it: its title, else the first words of its text, else what its
    /// picture shows, else what kind of medium it is, else where its link leads. Never empty.
    pub fn headline(&self) -> String {
        let title = self.title.as_deref();
        title
            .map(|title| shorten(title, TITLE_CHARACTERS))
            .or_else(|| self.first_words())
            .or_else(|| self.alternative())
            .or_else(|| self.medium_name())
            .or_else(|| self.address_text())
            .unwrap_or_else(|| "…".to_owned())
    }

    /// Its summary, else its text, without the headline, on one line of at most `characters`
    /// characters. `None` when there is nothing that the headline does not say: so of an item
    /// without a title, whose headline is the beginning of its text.
    pub fn summary_text(&self, characters: usize) -> Option<String> {
        let title = self.title.as_deref()?;
        let texts = [&self.summary, &self.content].into_iter().flatten();
        texts
            .map(|text| {
                let text = marked_text(&without_captions(&self.own_blocks(&text.blocks)), MARK);
                let Some(echo) = self.echo(&text, title) else {
                    return one_line(&text);
                };
                let rest = one_line(echo.rest(&text));
                match echo.is_cut && !rest.is_empty() {
                    true => ["… ", &rest].concat(),
                    false => rest,
                }
            })
            .find(|text| !text.is_empty())
            .map(|text| shorten(text.trim_matches(SPACES), characters))
    }

    /// What is shown when the reader asks for more than the headline.
    pub fn preview(&self) -> Preview {
        let headline = self.headline();
        let texts = [&self.content, &self.summary].into_iter().flatten();
        let mut chosen: Option<(RichText, bool)> = None;
        let mut has_words = false;
        for text in texts {
            let (text, is_heading_said) = self.text_below(text, &headline);
            let words = !one_line(&text.plain_text()).is_empty();
            // Words before pictures alone, and anything before nothing.
            if chosen.is_none() || (words && !has_words) {
                chosen = Some((text, is_heading_said));
                has_words |= words;
            }
        }
        let (mut text, is_heading_said) = chosen.unwrap_or_default();
        let mut picture = self.image.clone();
        let mut pictures = Vec::new();
        text.add_pictures(&mut pictures);
        // A small picture stands above a text only where there is no other.
        let is_small = picture.as_ref().is_some_and(Picture::is_small);
        if is_small && !pictures.is_empty() {
            picture = None;
        }
        if let Some(picture) = &mut picture {
            pruning::remove_picture(&mut text.blocks, picture);
            let said = &picture.alternative;
            let is_caption = |block: &Block| match block {
                Block::Paragraph(line) | Block::Caption(line) => {
                    echo::are_same(&plain_line(line), said)
                }
                _ => false,
            };
            if *said == headline || text.blocks.iter().any(is_caption) {
                picture.alternative.clear();
            }
        }
        Preview {
            heading: (!is_heading_said).then_some(headline),
            picture,
            text,
        }
    }

    /// A text as it stands below the headline, and whether it says the headline itself.
    fn text_below(&self, text: &RichText, headline: &str) -> (RichText, bool) {
        if self.title.is_none() {
            return (text.clone(), !one_line(&text.plain_text()).is_empty());
        }
        let mut blocks = self.own_blocks(&text.blocks).into_owned();
        let echo = self.echo(&marked_text(&blocks, MARK), headline);
        let is_heading_said = echo.is_some_and(|echo| echo.is_cut);
        if let Some(echo) = echo.filter(|echo| !echo.is_cut) {
            pruning::remove_letters(&mut blocks, echo.letters);
        }
        if blocks.is_empty() && self.leads_elsewhere(&text.blocks) {
            // The title again, but as a link to something that is not the article.
            blocks = text.blocks.clone();
        }
        (RichText { blocks }, is_heading_said)
    }

    /// How a text begins with the headline, and with the name of the paper behind it.
    fn echo(&self, text: &str, headline: &str) -> Option<Echo> {
        let mut echo = echo::find(text, headline).or_else(|| {
            // A line of its own that says a part of it: "Storm" above "Storm - The Times".
            let (line, _) = scan::split(text, "\n\n")?;
            echo::find(line, headline)
        })?;
        if let Some(source) = &self.source
            && !echo.is_cut
            && let Some(name) = echo::find(echo.rest(text), source)
        {
            echo.letters += name.letters;
        }
        Some(echo)
    }

    fn first_words(&self) -> Option<String> {
        let texts = [&self.summary, &self.content].into_iter().flatten();
        let line = texts
            .map(|text| one_line(&text.plain_text()))
            .find(|line| !line.is_empty())?;
        // Nobody reads the scheme of an address.
        let words = line.trim_matches(SPACES).split(' ').map(without_scheme);
        let words: Vec<&str> = words.collect();
        Some(shorten(&words.join(" "), HEADLINE_CHARACTERS))
    }

    /// The host that its link leads to, and the path where that has words: `/fog-over-the-bay`.
    fn address_text(&self) -> Option<String> {
        let link = self.link.as_ref()?;
        let path = medium::parts(link.as_str()).0.trim_end_matches('/');
        let name = path.rsplit('/').next().unwrap_or_default();
        let path = if name.contains(['-', '_']) { path } else { "" };
        Some(shorten(&[link.host(), path].concat(), HEADLINE_CHARACTERS))
    }

    /// What the item's picture shows, else one in its text.
    fn alternative(&self) -> Option<String> {
        let mut pictures: Vec<&Picture> = self.image.iter().collect();
        for text in [&self.summary, &self.content].into_iter().flatten() {
            text.add_pictures(&mut pictures);
        }
        pictures
            .into_iter()
            .map(|picture| one_line(&picture.alternative))
            .find(|text| !text.is_empty())
            .map(|text| shorten(&text, HEADLINE_CHARACTERS))
    }

    /// The kind of the first medium as a sign that every language reads; of a file, its name.
    fn medium_name(&self) -> Option<String> {
        let named = self.enclosures.iter().find_map(|enclosure| {
            Some(match enclosure.medium {
                Medium::Video => "🎬".to_owned(),
                Medium::Audio => "🎧".to_owned(),
                Medium::File => ["📄 ", &enclosure.file_name()].concat(),
                _ => return None,
            })
        });
        let has_picture = || {
            let mut pictures: Vec<&Picture> = self.image.iter().collect();
            for text in [&self.summary, &self.content].into_iter().flatten() {
                text.add_pictures(&mut pictures);
            }
            !pictures.is_empty()
        };
        named.or_else(|| has_picture().then(|| "📷".to_owned()))
    }

    /// Whether a text has a link to something else than the article.
    fn leads_elsewhere(&self, blocks: &[Block]) -> bool {
        let mut links = Vec::new();
        pruning::add_links(blocks, &mut links);
        links.into_iter().any(|link| !self.is_own(link))
    }
}

/// The blocks of a text without what is said of its pictures, unless it says nothing else.
fn without_captions(blocks: &[Block]) -> Vec<Block> {
    let said = blocks.iter().filter(|it| !matches!(it, Block::Caption(_)));
    let said: Vec<Block> = said.cloned().collect();
    match said.is_empty() {
        true => blocks.to_vec(),
        false => said,
    }
}

/// An address as people read it.
fn without_scheme(address: &str) -> &str {
    let rest = address
        .strip_prefix("https://")
        .or_else(|| address.strip_prefix("http://"));
    let rest = rest.unwrap_or(address);
    rest.strip_prefix("www.").unwrap_or(rest)
}

impl super::Enclosure {
    /// The last part of the path of its address.
    pub fn file_name(&self) -> String {
        let path = self.address.as_str().split(['?', '#']).next();
        let name = path.and_then(|path| path.rsplit('/').next());
        name.unwrap_or_default().to_owned()
    }
}
