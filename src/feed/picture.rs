//! Finds pictures, and the one that stands for an item.

use super::Picture;
use super::context::Context;
use super::entity;
use super::markup::Tag;
use super::scan;
use super::xml::Element;
use crate::address::WebAddress;

/// A picture that an item offers.
pub struct Candidate {
    pub picture: Picture,
    /// How well it is meant to stand for the item: the least is the best.
    pub rank: u8,
}

impl Picture {
    /// A picture of which nothing is known but where it is.
    pub(super) fn of_address(address: WebAddress) -> Picture {
        Picture {
            address,
            alternative: String::new(),
            width: None,
            height: None,
        }
    }
}

/// The width a preview can use, in CSS pixels: of the pictures on offer, the smallest that
/// fills it is the best.
const WANTED_WIDTH: u32 = 600;

/// The picture of an `<img>`, unless it is a spacer or a counter.
pub fn of_tag(
    tag: &Tag<'_>,
    base: Option<&WebAddress>,
    context: &mut Context<'_>,
) -> Option<Picture> {
    let value = |name| tag.attributes.get(name).map(entity::decode);
    let width = value("width").and_then(|text| pixels(&text));
    let height = value("height").and_then(|text| pixels(&text));
    if is_tracker(width, height) {
        return None;
    }
    let source = value("src")?;
    let address = context.link_address(&source, base)?.into_web()?;
    let alternative = value("alt").unwrap_or_default().trim_ascii().to_owned();
    Some(Picture {
        address,
        alternative,
        width,
        height,
    })
}

/// The picture that an element's `attribute` leads to, with its `width` and `height`.
pub fn of_element(
    element: Element<'_, '_>,
    attribute: &str,
    context: &mut Context<'_>,
) -> Option<Picture> {
    let size = |name| element.attribute(name).and_then(|text| pixels(&text));
    let (width, height) = (size("width"), size("height"));
    if is_tracker(width, height) {
        return None;
    }
    let text = element.attribute(attribute)?;
    let address = context.address(&text, element)?;
    Some(Picture {
        width,
        height,
        ..Picture::of_address(address)
    })
}

/// The best of the pictures on offer: of those ranked best, the smallest that is wide
/// enough, else the widest, else the first.
pub fn choose(candidates: Vec<Candidate>) -> Option<Picture> {
    let unfitness = |candidate: &Candidate| match candidate.picture.width {
        Some(width) if width >= WANTED_WIDTH => width - WANTED_WIDTH,
        // Too small is worse than any size too large, and the least known is the worst.
        Some(width) => u32::MAX - width - 1,
        None => u32::MAX,
    };
    let mut best: Option<Candidate> = None;
    for candidate in candidates {
        let better = best.as_ref().is_none_or(|best| {
            candidate.rank < best.rank
                || (candidate.rank == best.rank && unfitness(&candidate) < unfitness(best))
        });
        if better {
            best = Some(candidate);
        }
    }
    best.map(|candidate| candidate.picture)
}

/// Pictures of a pixel or two count readers; they show nothing.
fn is_tracker(width: Option<u32>, height: Option<u32>) -> bool {
    [width, height].iter().flatten().any(|length| *length <= 2)
}

/// A length in pixels: `640`, `640px`. Percentages are none.
fn pixels(text: &str) -> Option<u32> {
    let text = text.trim_ascii_end();
    scan::small_number(text.strip_suffix("px").unwrap_or(text))
}
