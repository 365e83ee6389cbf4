//! A feed's HTML → rich text.
//!
//! Everything that is not on the lists below is dropped: tags leave their text behind, and
//! what holds no text for readers (scripts, styles, forms' insides, foreign markup) goes with
//! all it holds. No attribute survives but an address, and that only after it was parsed.

mod embedded;

use std::borrow::Cow;

use embedded::EmbeddedMedia;

use super::RichText;
use super::context::Context;
use super::entity;
use super::limits;
use super::markup::{Tag, Token, Tokens};
use super::picture;
use super::rich_text_builder::{RichTextBuilder, TagRole};
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
                match role(&name) {
                    role if role.holds_content() && is_left_out(role, &tag) => {
                        if !skip_element(&name, &mut tokens, &mut unclosed) {
                            builder.start(role);
                        }
                    }
                    TagRole::Dropped => {
                        skip(&tag, &name, &mut tokens, &mut unclosed);
                    }
                    TagRole::Preformatted => {
                        let inner = skip_past(&name, &mut tokens, &mut unclosed);
                        let inner = inner.unwrap_or_else(|| tokens.skip_to_end());
                        builder.preformatted(plain_characters(inner));
                    }
                    TagRole::Link => {
                        let written = tag.attributes.get("href");
                        // It leads to a place on the article's own page, and here nowhere.
                        let written = written.filter(|it| !it.starts_with('#'));
                        media.enter_link(written);
                        let address = written
                            .and_then(|text| context.link_address(&entity::decode(text), base));
                        builder.open_link(address);
                    }
                    TagRole::Medium => {
                        let inner = match EmbeddedMedia::holds_text(&name) {
                            true => skip_past(&name, &mut tokens, &mut unclosed),
                            false => None,
                        };
                        media.start(&name, &tag, inner, &mut builder, context);
                    }
                    TagRole::Transparent if shortens(&tag) => {
                        let inner = skip_past(&name, &mut tokens, &mut unclosed);
                        let is_hidden = has_class(&tag, "invisible");
                        if let Some(inner) = inner.filter(|_| !is_hidden) {
                            builder.text(&plain_characters(inner));
                            builder.text("…");
                        }
                    }
                    TagRole::Paragraph if has_class(&tag, "wp-caption-text") => {
                        builder.start(TagRole::Caption);
                    }
                    role => builder.start(role),
                }
            }
            Token::End(name) => {
                let role = role(&local_name(name));
                if role == TagRole::Link {
                    media.enter_link(None);
                }
                builder.end(role);
            }
        }
    }
    media.finish(builder)
}

/// The elements of HTML by what they are to a reader, the commonest first.
const ELEMENTS: [(u32, &str, TagRole); 21] = [
    row("p div figure", TagRole::Paragraph),
    row("a", TagRole::Link),
    row("br", TagRole::Break),
    row("img", TagRole::Medium),
    row("li", TagRole::ListItem),
    row("strong b", TagRole::Strong),
    row("em i cite dfn var", TagRole::Emphasis),
    row("span small", TagRole::Transparent),
    row(
        "image amp-img amp-anim picture source iframe video audio embed object noscript \
         amp-iframe amp-video amp-audio amp-youtube lite-youtube",
        TagRole::Medium,
    ),
    row("ul menu dir", TagRole::List { ordered: false }),
    row("ol", TagRole::List { ordered: true }),
    row("blockquote", TagRole::Quotation),
    row("h1 h2 h3 h4 h5 h6", TagRole::Heading),
    row("td th", TagRole::Cell),
    row("code kbd samp tt", TagRole::Code),
    row("pre listing", TagRole::Preformatted),
    row("q", TagRole::Quote),
    row("figcaption caption", TagRole::Caption),
    row(
        "section article header footer main aside nav address center dl dt \
         dd fieldset form legend table thead tbody tfoot tr hr details summary body \
         hgroup",
        TagRole::Paragraph,
    ),
    row(
        "script style applet svg math template noembed noframes title \
         textarea xmp select canvas head plaintext",
        TagRole::Dropped,
    ),
    row(
        "abbr acronym area bdi bdo big button col colgroup data datalist del font frame \
         frameset html input ins keygen label link map mark meta meter nobr optgroup option \
         output param progress rp rt ruby s strike sub sup time track u wbr",
        TagRole::Transparent,
    ),
];

/// A row of the table, with the first letters of its names as bits: a tag has most of the rows to
/// pass, and each name of a row would cost a look.
const fn row(names: &'static str, role: TagRole) -> (u32, &'static str, TagRole) {
    let mut letters = 0;
    let mut rest = names.as_bytes();
    let mut begins = true;
    while let [first, behind @ ..] = rest {
        if begins {
            letters |= bit(*first);
        }
        begins = *first == b' ';
        rest = behind;
    }
    (letters, names, role)
}

const fn bit(letter: u8) -> u32 {
    1 << (letter & 31)
}

/// Classes of what is of the page and not of the text: what is read aloud beside buttons, those
/// buttons themselves, forms to subscribe, lists of other articles, the address that Mastodon
/// puts before the words about it; title, author and date, which Drupal prints again.
const OF_PAGE: &str = "screen-reader-text sr-only visually-hidden sharedaddy jp-relatedposts \
     addtoany_share_save_container heateor_sss_sharing_container feedflare wp-block-social-links \
     subscription-widget-wrap subscription-widget-wrap-editor button-wrapper mw-editsection \
     quote-inline meta field--name-title field--name-uid field--name-created";

/// Whether an element is not shown, nor is what it holds: what its own page hides, what belongs
/// to that page, and the link that says "Continue reading" and the title again.
fn is_left_out(role: TagRole, tag: &Tag<'_>) -> bool {
    let mut attributes = tag.attributes.take(limits::ATTRIBUTES);
    attributes.any(|(name, value)| match name.len() {
        6 => name.eq_ignore_ascii_case("hidden"),
        5 if name.eq_ignore_ascii_case("style") => picture::is_hidden_by(value),
        5 if name.eq_ignore_ascii_case("class") => {
            (role == TagRole::Link && scan::is_listed("more-link", value))
                || value
                    .split(' ')
                    .any(|class| scan::is_listed(class, OF_PAGE))
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
fn known_role(name: &str) -> Option<TagRole> {
    let letter = bit(name.bytes().next()?);
    let known = ELEMENTS
        .iter()
        .find(|(letters, names, _)| letters & letter != 0 && scan::is_listed(name, names));
    known.map(|(.., role)| *role)
}

fn role(name: &str) -> TagRole {
    known_role(name).unwrap_or(TagRole::Transparent)
}

/// Whether a name is one of HTML's elements.
pub fn is_element(name: &str) -> bool {
    known_role(name).is_some()
}

/// Whether nothing of what an element of that name holds is shown.
pub fn is_dropped(name: &str) -> bool {
    role(name) == TagRole::Dropped
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

/// Skips an element with all it holds, others of its name among it; whether it was closed.
fn skip_element<'a>(name: &str, tokens: &mut Tokens<'a>, unclosed: &mut Vec<String>) -> bool {
    // A paragraph ends where the next one begins.
    if name == "p" || unclosed.iter().any(|known| known == name) {
        return skip_past(name, tokens, unclosed).is_some();
    }
    let mut ahead = tokens.clone();
    let mut depth = 1;
    while depth > 0 {
        match ahead.next() {
            Some(Token::Start(tag)) if !tag.closed && local_name(tag.name) == name => depth += 1,
            Some(Token::End(end)) if local_name(end) == name => depth -= 1,
            Some(_) => {}
            None => {
                unclosed.push(name.to_owned());
                return false;
            }
        }
    }
    *tokens = ahead;
    true
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
