//! Is this a picture, and does it stand for the article?
//!
//! In this order: it has an address that is no placeholder (`tag`), it is no decoration
//! (`purpose`), it is large enough (`size`), and it is the best of those on offer (here).

mod purpose;
mod size;
mod tag;

pub use purpose::{Purpose, is_share_link, of_address as purpose_of_address};
pub use tag::{Found, is_hidden_by, of_tag};

use super::Picture;
use super::context::Context;
use super::medium::{self, Medium};
use super::scan;
use super::xml::Element;
use crate::address::WebAddress;

/// A picture that an item offers.
pub struct Candidate {
    pub picture: Picture,
    /// How well it is meant to stand for the item: the least is the best.
    pub rank: u8,
}

/// The rank of a picture that stands in a text.
pub const IN_TEXT: u8 = u8::MAX;

impl Picture {
    /// A picture of which nothing is known but where it is.
    pub fn of_address(address: WebAddress) -> Picture {
        Picture {
            address,
            alternative: String::new(),
            width: None,
            height: None,
        }
    }

    /// Whether it may stand for the article: it is neither a decoration nor a formula. It may
    /// still be small.
    pub fn stands_for_article(&self) -> bool {
        purpose::of_address(self.address.as_str()) == Purpose::Article
    }

    /// Whether it is a part of the text and says nothing without it.
    pub fn is_formula(&self) -> bool {
        purpose::is_formula(self.address.as_str())
    }
}

/// The width a preview can use, in CSS pixels: of the pictures on offer, the smallest that
/// fills it is the best.
const WANTED_WIDTH: u32 = 600;

/// The width that a picture in a text is taken to have where nobody says it. One that an
/// element offers by itself is taken to be as wide as wanted.
const WIDTH_IN_TEXT: u32 = 300;

/// The picture at an address that an element names, with its `width` and `height`.
pub fn of_element(
    element: Element<'_, '_>,
    address: &str,
    context: &mut Context<'_>,
) -> Option<Picture> {
    let size = |name| element.attribute(name).and_then(|text| pixels(&text));
    let (width, height) = (size("width"), size("height"));
    if is_tracker(width, height) {
        return None;
    }
    let (width, height) = believable(width, height);
    let address = context.address(address, element)?;
    let picture = Picture {
        width,
        height,
        ..Picture::of_address(address)
    };
    let may_stand = picture.stands_for_article() && context.media.allows(&picture.address);
    may_stand.then_some(picture)
}

/// The best of the pictures on offer: none that is small or narrow before a larger one; none of
/// the text before one that is offered for the item; then the smallest that is wide enough, else
/// the widest; of equals the one best meant for it.
///
/// The size counts more than the element: a thumbnail of 72 pixels is a worse picture of the
/// article than the one in its text.
pub fn choose(candidates: &[Candidate]) -> Option<Picture> {
    let unfitness = |candidate: &Candidate| {
        let in_text = candidate.rank == IN_TEXT;
        let guess = if in_text { WIDTH_IN_TEXT } else { WANTED_WIDTH };
        let width = candidate.picture.known_size().0.unwrap_or(guess);
        let unfitness = match width.checked_sub(WANTED_WIDTH) {
            Some(too_wide) => too_wide.min(u32::MAX / 2),
            // Too small is worse than any size too large.
            None => u32::MAX - width,
        };
        let is_small = candidate.picture.is_small();
        let is_narrow = width < WIDTH_IN_TEXT;
        (is_small, is_narrow, in_text, unfitness, candidate.rank)
    };
    let best = candidates.iter().min_by_key(|it| unfitness(it))?;
    let mut picture = best.picture.clone();
    // The same picture may be described in another place.
    if picture.alternative.is_empty() {
        let key = picture.key();
        let mut described = candidates.iter().map(|it| &it.picture);
        let twin = described.find(|it| !it.alternative.is_empty() && it.key() == key);
        picture.alternative = twin.map(|it| it.alternative.clone()).unwrap_or_default();
    }
    Some(picture)
}

/// The longest side that is believed, and how many times as long as the other one it may be:
/// what is declared keeps room on the page before anybody sees the picture.
const LONGEST_SIDE: u32 = 20_000;
const LONGEST_RATIO: u32 = 20;

/// Width and height as declared, unless no picture has them.
pub fn believable(width: Option<u32>, height: Option<u32>) -> (Option<u32>, Option<u32>) {
    let (short, long) = match (width, height) {
        (Some(width), Some(height)) => (width.min(height), width.max(height)),
        (Some(side), None) | (None, Some(side)) => (side, side),
        (None, None) => return (None, None),
    };
    if long > LONGEST_SIDE || long / LONGEST_RATIO > short {
        return (None, None);
    }
    (width, height)
}

/// Pictures of a pixel or two count readers; they show nothing.
pub fn is_tracker(width: Option<u32>, height: Option<u32>) -> bool {
    [width, height].iter().flatten().any(|length| *length <= 2)
}

/// What an alternative text says, if it is more than what a program writes where nobody described
/// the picture: the name of its file, or the word for it.
pub fn description(text: &str) -> Option<&str> {
    let lower = text.to_ascii_lowercase();
    let is_file =
        !text.contains(' ') && medium::by_address(&["///", text].concat()) == Medium::Picture;
    let words = "image img picture photo dsc dscn pxl screenshot";
    // `IMG_0012`: a camera counts.
    let counted = lower.trim_end_matches(|it: char| it.is_ascii_digit() || "_-".contains(it));
    (!text.is_empty() && !is_file && !scan::is_listed(counted, words)).then_some(text)
}

/// A length in pixels: `640`, `640px`. Percentages are none.
pub fn pixels(text: &str) -> Option<u32> {
    let text = text.trim_ascii();
    scan::small_number(text.strip_suffix("px").unwrap_or(text))
}
