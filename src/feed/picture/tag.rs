//! Where the picture of an `<img>` is: `src` is not the only place, and often not the right one.

use super::purpose::{self, Purpose};
use super::{WANTED_WIDTH, believable, description, is_tracker, pixels};
use crate::address::WebAddress;
use crate::feed::context::Context;
use crate::feed::markup::Tag;
use crate::feed::medium::{self, Medium};
use crate::feed::{Picture, entity, limits, scan};

/// What an `<img>` shows.
pub enum Found {
    /// A picture.
    Picture(Picture),
    /// Characters, drawn.
    Letters(String),
    /// Nothing of the article.
    Nothing,
    /// A placeholder: the picture may stand beside it, in a `<noscript>`.
    Placeholder,
}

/// What an `<img>` shows; `beside` is the `srcset` of a `<source>` next to it.
///
/// Scripts that load pictures late keep the address in an attribute of their own, and each
/// has another name for it. So the attributes are ranked by what their names have in common;
/// `src` itself comes after those, because where there is one, `src` holds a placeholder or a
/// blurred miniature.
pub fn of_tag(
    tag: &Tag<'_>,
    beside: Option<&str>,
    base: Option<&WebAddress>,
    context: &mut Context<'_>,
) -> Found {
    let [
        mut style,
        mut width,
        mut height,
        mut alt,
        mut title,
        mut class,
    ] = [None; 6];
    let mut is_hidden = false;
    let mut sources = Vec::new();
    for (name, written) in tag.attributes.take(limits::ATTRIBUTES) {
        let name = name.to_ascii_lowercase();
        let place = match &*name {
            "style" => &mut style,
            "width" => &mut width,
            "height" => &mut height,
            "alt" => &mut alt,
            "title" => &mut title,
            "class" => &mut class,
            "hidden" => {
                is_hidden = true;
                continue;
            }
            _ => {
                // The others are of no use, and most.
                let parts = ["src", "data-", "lazy"];
                if parts.iter().any(|part| scan::find(&name, part).is_some()) {
                    sources.push((name, written));
                }
                continue;
            }
        };
        *place = place.or(Some(written));
    }
    let decoded = |value: Option<&'_ str>| entity::decode(value.unwrap_or_default()).into_owned();
    let style = decoded(style);
    let side = |own: Option<&str>, name| {
        let own = own.and_then(|text| pixels(&entity::decode(text)));
        own.or_else(|| pixels(declaration(&style, name)?))
    };
    let (width, height) = (side(width, "width"), side(height, "height"));
    is_hidden |= is_hidden_by(&style)
        || declaration(&style, "visibility") == Some("hidden")
        || declaration(&style, "opacity") == Some("0");
    if is_hidden || is_tracker(width, height) {
        return Found::Nothing;
    }
    let alternative = decoded(alt.or(title));
    let alternative = alternative.trim_ascii().to_owned();
    let mut best: Option<(u8, String, Option<u32>)> = None;
    for (name, written) in sources {
        let Some((rank, address, own_width)) = offer(&name, &entity::decode(written), width) else {
            continue;
        };
        if best.as_ref().is_none_or(|(least, ..)| rank < *least) {
            best = Some((rank, address, own_width));
        }
    }
    let best = best.map(|(_, address, width)| (address, width));
    let Some((address, own_width)) = best.or_else(|| address_in_set(beside?, width)) else {
        return Found::Placeholder;
    };
    let class = decoded(class);
    match purpose::of(&class, &alternative, &address) {
        Purpose::Letter => return Found::Letters(alternative),
        Purpose::Decoration => return Found::Nothing,
        Purpose::Formula | Purpose::Article => {}
    }
    let address = context.link_address(&address, base);
    let address = address.and_then(|address| address.into_web());
    let Some(address) = address.filter(|address| context.media.allows(address)) else {
        return Found::Nothing;
    };
    // Another size than that of the tag keeps the proportions of the tag.
    let height = match (height, width, own_width) {
        (Some(height), Some(width), Some(own)) if width > 0 => {
            height.checked_mul(own).map(|product| product / width)
        }
        _ => height,
    };
    let (width, height) = believable(own_width.or(width), height);
    Found::Picture(Picture {
        address,
        alternative: description(&alternative).unwrap_or_default().to_owned(),
        width,
        height,
    })
}

/// The address that an attribute offers, with its rank, the least the best, and its width
/// where it says one.
fn offer(name: &str, value: &str, width: Option<u32>) -> Option<(u8, String, Option<u32>)> {
    let is_own = name == "src" || name == "srcset";
    let is_lazy = !is_own && (name.starts_with("data-") || scan::find(name, "lazy").is_some());
    if name.ends_with("srcset") && (is_own || is_lazy) {
        let (address, width) = address_in_set(value, width)?;
        return Some((u8::from(is_own), address, width));
    }
    let value = value.trim_ascii();
    let named_so = name.ends_with("src")
        || ["src", "original", "lazy"]
            .iter()
            .any(|part| scan::find(name, part).is_some());
    let is_picture = || medium::by_address(&full(value)) == Medium::Picture;
    let leads_somewhere = || value.starts_with('/') || scan::find(value, "://").is_some();
    let rank = match name {
        "src" => 3,
        _ if is_lazy && named_so && (leads_somewhere() || is_picture()) => 2,
        _ if is_lazy && is_picture() => 4,
        _ => return None,
    };
    let is_address = !value.is_empty() && !value.contains(' ') && !is_placeholder(value);
    is_address.then(|| (rank, value.to_owned(), None))
}

/// A relative address as one that has a path.
fn full(address: &str) -> String {
    if scan::find(address, "//").is_some() {
        return address.to_owned();
    }
    ["///", address].concat()
}

/// Whether an address only keeps the place of a picture that comes later.
fn is_placeholder(address: &str) -> bool {
    let begins = |scheme: &str| {
        let begin = address.get(..scheme.len());
        begin.is_some_and(|begin| begin.eq_ignore_ascii_case(scheme))
    };
    if begins("data:") || begins("about:") {
        return true;
    }
    let ends = |byte: u8| matches!(byte, b'?' | b'#');
    let end = address.bytes().position(ends).unwrap_or(address.len());
    let path = address.get(..end).unwrap_or_default();
    let file = path.rsplit('/').next().unwrap_or_default();
    let file = file.to_ascii_lowercase();
    let file = file.as_str();
    let (name, extension) = file.rsplit_once('.').unwrap_or((file, ""));
    // A photograph may be of a pixel, or of a placeholder.
    let is_drawn = !scan::is_listed(extension, "jpg jpeg");
    if !is_drawn && scan::find(name, "placeholder").is_none() {
        return false;
    }
    let mut words = name.split(['-', '_', '.']);
    let names_one = |word: &str| {
        scan::is_listed(
            word,
            "blank spacer placeholder transparent pixel lazy lazyload loading loader spinner dummy \
             empty trans clear 1x1",
        )
    };
    let is_neutral = |word: &str| {
        names_one(word)
            || scan::is_listed(
                word,
                "image img picture default load ajax gray grey white x",
            )
            || !word
                .bytes()
                .any(|byte| byte.is_ascii_alphabetic() && byte != b'x')
    };
    words.clone().any(names_one) && words.all(is_neutral)
}

/// The address of a `srcset` that fits the place: the smallest that is as wide as wanted, else
/// the widest ([HTML]). `width` is that of the tag, which densities multiply.
///
/// [HTML]: https://html.spec.whatwg.org/#parse-a-srcset-attribute
pub fn address_in_set(set: &str, width: Option<u32>) -> Option<(String, Option<u32>)> {
    let mut best: Option<(u32, &str, Option<u32>)> = None;
    let mut rest = set;
    loop {
        rest = rest.trim_start_matches(|letter: char| letter <= ' ' || letter == ',');
        let end = rest.find(|letter| letter <= ' ').unwrap_or(rest.len());
        let (written, behind) = rest.split_at_checked(end)?;
        if written.is_empty() {
            break;
        }
        let address = written.trim_end_matches(',');
        let (descriptor, behind) = if address.len() < written.len() {
            ("", behind)
        } else {
            behind.split_once(',').unwrap_or((behind, ""))
        };
        rest = behind;
        let descriptor = descriptor.trim_ascii();
        let own = match descriptor.strip_suffix('w') {
            Some(number) => scan::small_number(number),
            None => {
                let density = descriptor.strip_suffix('x').and_then(scan::small_number);
                width.and_then(|width| width.checked_mul(density.unwrap_or(1)))
            }
        };
        let size = own.unwrap_or(0);
        let unfitness = match size.checked_sub(WANTED_WIDTH) {
            Some(too_wide) => too_wide.min(u32::MAX / 2),
            None => u32::MAX - size,
        };
        if best.is_none_or(|(least, ..)| unfitness < least) && !is_placeholder(address) {
            best = Some((unfitness, address, own));
        }
    }
    best.map(|(_, address, width)| (address.to_owned(), width))
}

/// Whether a `style` hides an element with all it holds.
pub fn is_hidden_by(style: &str) -> bool {
    declaration(style, "display") == Some("none")
}

/// The value of a declaration in a `style`.
fn declaration<'a>(style: &'a str, property: &str) -> Option<&'a str> {
    style.split(';').find_map(|declaration| {
        let (name, value) = declaration.split_once(':')?;
        let is_meant = name.trim_ascii().eq_ignore_ascii_case(property);
        is_meant.then(|| value.trim_ascii())
    })
}
