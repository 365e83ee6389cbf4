//! A feed's HTML → rich text.
//!
//! Everything that is not on the lists below is dropped: tags leave their text behind, and
//! what holds no text for readers (scripts, styles, forms' insides, foreign markup) goes with
//! all it holds. No attribute survives but an address, and that only after it was parsed.

mod embedded;

use std::borrow::Cow;

use embedded::EmbeddedMedia;

use super::context::Context;
use super::entity;
use super::limits;
use super::markup::{Tag, Token, Tokens};
use super::picture;
use super::rich_text::RichText;
use super::rich_text_builder::{Meaning, RichTextBuilder};
use super::scan;
use crate::address::WebAddress;

/// Reads a piece of HTML, resolving its addresses against `base`.
pub fn read(html: &str, base: Option<&WebAddress>, context: &mut Context<'_>) -> RichText {
    let mut builder = RichTextBuilder::default();
    let mut tokens = Tokens::new(html);
    let mut unclosed = Vec::new();
    let mut media = EmbeddedMedia::new(base);
    while let Some(token) = tokens.next() {
        match token {
            Token::Text(text) => builder.text(&entity::decode(text)),
            Token::Cdata(text) => builder.text(text),
            Token::Start(tag) => {
                let name = local_name(tag.name);
                match meaning(&name) {
                    meaning if meaning.holds_content() && is_left_out(meaning, &tag) => {
                        if skip_past(&name, &mut tokens, &mut unclosed).is_none() {
                            builder.start(meaning);
                        }
                    }
                    Meaning::Dropped => {
                        skip(&tag, &name, &mut tokens, &mut unclosed);
                    }
                    Meaning::Preformatted => {
                        let inner = skip_past(&name, &mut tokens, &mut unclosed);
                        let inner = inner.unwrap_or_else(|| tokens.skip_to_end());
                        builder.preformatted(plain_characters(inner));
                    }
                    Meaning::Link => {
                        let written = tag.attributes.get("href");
                        media.enter_link(written);
                        let address = written
                            .and_then(|text| context.link_address(&entity::decode(text), base));
                        builder.open_link(address);
                    }
                    Meaning::Medium => {
                        let inner = match EmbeddedMedia::holds_text(&name) {
                            true => skip_past(&name, &mut tokens, &mut unclosed),
                            false => None,
                        };
                        media.start(&name, &tag, inner, &mut builder, context);
                    }
                    Meaning::Transparent if shortens(&tag) => {
                        let inner = skip_past(&name, &mut tokens, &mut unclosed);
                        let is_hidden = has_class(&tag, "invisible");
                        if let Some(inner) = inner.filter(|_| !is_hidden) {
                            builder.text(&plain_characters(inner));
                            builder.text("…");
                        }
                    }
                    meaning => builder.start(meaning),
                }
            }
            Token::End(name) => {
                let meaning = meaning(&local_name(name));
                if meaning == Meaning::Link {
                    media.enter_link(None);
                }
                builder.end(meaning);
            }
        }
    }
    media.finish(builder)
}

/// The elements of HTML by what they are to a reader, the commonest first.
const ELEMENTS: [(&str, Meaning); 19] = [
    ("p div", Meaning::Paragraph),
    ("a", Meaning::Link),
    ("br", Meaning::Break),
    ("strong b", Meaning::Strong),
    ("em i cite dfn var", Meaning::Emphasis),
    ("span small", Meaning::Transparent),
    (
        "img image amp-img amp-anim picture source iframe video audio embed object noscript \
         amp-iframe amp-video amp-audio amp-youtube lite-youtube",
        Meaning::Medium,
    ),
    ("li", Meaning::ListItem),
    ("ul menu dir", Meaning::List { ordered: false }),
    ("ol", Meaning::List { ordered: true }),
    ("blockquote", Meaning::Quotation),
    ("h1 h2 h3 h4 h5 h6", Meaning::Heading),
    ("td th", Meaning::Cell),
    ("code kbd samp tt", Meaning::Code),
    ("pre listing", Meaning::Preformatted),
    ("q", Meaning::Quote),
    (
        "section article header footer main aside nav figure figcaption address center dl dt \
         dd fieldset form legend table caption thead tbody tfoot tr hr details summary body \
         hgroup",
        Meaning::Paragraph,
    ),
    (
        "script style applet svg math template noembed noframes title \
         textarea xmp select canvas head plaintext",
        Meaning::Dropped,
    ),
    (
        "abbr acronym area bdi bdo big button col colgroup data datalist del font frame \
         frameset html input ins keygen label link map mark meta meter nobr optgroup option \
         output param progress rp rt ruby s strike sub sup time track u wbr",
        Meaning::Transparent,
    ),
];

/// Whether an element is not shown, nor is what it holds: what its own page hides, and the
/// link that says "Continue reading" and the title again.
fn is_left_out(meaning: Meaning, tag: &Tag<'_>) -> bool {
    let mut attributes = tag.attributes.take(limits::ATTRIBUTES);
    attributes.any(|(name, value)| match name.len() {
        6 => name.eq_ignore_ascii_case("hidden"),
        5 if name.eq_ignore_ascii_case("style") => picture::is_hidden_by(value),
        5 if meaning == Meaning::Link && name.eq_ignore_ascii_case("class") => {
            scan::is_listed("more-link", value)
        }
        _ => false,
    })
}

/// Whether an element is a part of a long address that Mastodon hides, or the part it shows.
fn shortens(tag: &Tag<'_>) -> bool {
    has_class(tag, "invisible") || has_class(tag, "ellipsis")
}

fn has_class(tag: &Tag<'_>, class: &str) -> bool {
    let classes = tag.attributes.get("class").unwrap_or_default();
    scan::is_listed(class, classes)
}

/// What the element of a name is; `None` when HTML has none of that name.
fn known_meaning(name: &str) -> Option<Meaning> {
    let known = ELEMENTS
        .iter()
        .find(|(names, _)| scan::is_listed(name, names));
    known.map(|(_, meaning)| *meaning)
}

fn meaning(name: &str) -> Meaning {
    known_meaning(name).unwrap_or(Meaning::Transparent)
}

/// Whether a name is one of HTML's elements.
pub fn is_element(name: &str) -> bool {
    known_meaning(name).is_some()
}

/// Whether nothing of what an element of that name holds is shown.
pub fn is_dropped(name: &str) -> bool {
    meaning(name) == Meaning::Dropped
}

/// The characters of a piece of markup, line ends and all.
fn plain_characters(markup: &str) -> String {
    let mut characters = String::with_capacity(markup.len());
    for token in Tokens::new(markup) {
        match token {
            Token::Text(text) => characters.push_str(&entity::decode(text)),
            Token::Cdata(text) => characters.push_str(text),
            Token::Start(tag) if tag.name.eq_ignore_ascii_case("br") => characters.push('\n'),
            Token::Start(_) | Token::End(_) => {}
        }
    }
    let characters = characters.strip_prefix('\n').unwrap_or(&characters);
    characters
        .trim_ascii_end()
        .chars()
        .filter(|character| !character.is_control() || matches!(character, '\n' | '\t'))
        .collect()
}

/// A name in lower case and without the prefix that XHTML may give it.
fn local_name(name: &str) -> Cow<'_, str> {
    if name.bytes().all(|byte| byte.is_ascii_lowercase()) {
        return Cow::Borrowed(name);
    }
    let local = name.rsplit(':').next().unwrap_or(name);
    Cow::Owned(local.to_ascii_lowercase())
}

/// Skips a dropped element with all it holds. One that is never closed is only a tag: the
/// words after it stay, except where HTML takes everything that follows for script or style.
fn skip<'a>(tag: &Tag<'a>, name: &str, tokens: &mut Tokens<'a>, unclosed: &mut Vec<String>) {
    if tag.closed && matches!(name, "svg" | "math") {
        return;
    }
    let skipped = skip_past(name, tokens, unclosed);
    if skipped.is_none() && matches!(name, "script" | "style") {
        tokens.skip_to_end();
    }
}

/// Skips to behind the end tag `name`. Names whose end was looked for in vain are remembered:
/// looked for again and again, they would make reading quadratic.
fn skip_past<'a>(
    name: &str,
    tokens: &mut Tokens<'a>,
    unclosed: &mut Vec<String>,
) -> Option<&'a str> {
    if unclosed.iter().any(|known| known == name) {
        return None;
    }
    let skipped = tokens.skip_past_end(name);
    if skipped.is_none() {
        unclosed.push(name.to_owned());
    }
    skipped
}
