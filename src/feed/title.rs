//! A title that may hold markup → a plain line.
//!
//! Titles are half escaped in every way. A tag is markup only if it does what markup does:
//! it is one of HTML's, and it is closed, closes something or stands alone. Any other is what
//! the title speaks of, and swallows nothing.

use std::borrow::Cow;

use super::characters::one_line;
use super::entity;
use super::html;
use super::markup::{Tag, Token, Tokens};
use super::scan;

/// How many tags a title may hold; what comes behind is text.
const TAGS: usize = 256;

/// Reads a title. Where its feed says that it is HTML, an unknown tag is one; where the feed
/// says nothing, it is text.
pub fn read(text: &str, is_html: bool) -> String {
    let mut line = String::with_capacity(text.len());
    let mut tokens = Tokens::new(text);
    let mut tags = 0;
    loop {
        let before = tokens.position();
        let next = tokens.next();
        let end = next.map_or(text.len(), |_| tokens.start());
        let passed_over = text.get(before..end).unwrap_or_default();
        // A title that speaks of a doctype is not one.
        if passed_over.starts_with("<!") && !passed_over.starts_with("<!--") {
            line.push_str(passed_over);
        }
        let Some(token) = next else {
            break;
        };
        let written = || {
            text.get(tokens.start()..tokens.position())
                .unwrap_or_default()
        };
        match token {
            Token::Text(text) => line.push_str(&decode(text, is_html)),
            Token::Cdata(text) => line.push_str(text),
            Token::Start(_) | Token::End(_) if tags > TAGS => line.push_str(written()),
            Token::Start(tag) => {
                tags += 1;
                let name = tag.name.to_ascii_lowercase();
                match role(&tag, &name, line.is_empty(), is_html, &tokens) {
                    Role::Markup => line.push_str(gap(&name)),
                    Role::Literal => line.push_str(written()),
                    Role::Hidden => {
                        tokens.skip_past_end(&name);
                    }
                }
            }
            Token::End(name) => {
                let name = name.to_ascii_lowercase();
                // One that closes nothing is spoken of, unless nothing follows it.
                let before = text.get(..tokens.start()).unwrap_or_default();
                let start = ["<", &name].concat();
                let closes = scan::find(&before.to_ascii_lowercase(), &start).is_some()
                    || tokens.position() == text.len();
                if is_html || (closes && html::is_element(&name)) {
                    line.push_str(if name == "q" { "”" } else { gap(&name) });
                } else {
                    line.push_str(written());
                }
            }
        }
    }
    one_line(&line)
}

enum Role {
    /// It is left out.
    Markup,
    /// It is left out with what it holds.
    Hidden,
    /// It is shown as it is written.
    Literal,
}

fn role(tag: &Tag<'_>, name: &str, is_first: bool, is_html: bool, tokens: &Tokens<'_>) -> Role {
    let is_known = html::is_element(name);
    let is_hidden = html::is_dropped(name);
    let mut attributes = tag.attributes;
    let has_attributes = attributes.any(|(_, value)| !value.is_empty());
    let is_closed = || tokens.clone().skip_past_end(name).is_some();
    match () {
        () if is_hidden && is_closed() => Role::Hidden,
        () if is_hidden => Role::Literal,
        () if is_html || (is_known && has_attributes) => Role::Markup,
        () if !is_known => Role::Literal,
        () if scan::is_listed(name, "br hr wbr img") => Role::Markup,
        // The end of a paragraph may be left out, at the start of a title it is no word.
        () if is_first && scan::is_listed(name, "p div") => Role::Markup,
        () if tag.closed || is_closed() => Role::Markup,
        () => Role::Literal,
    }
}

/// What parts the words that a tag stands between.
fn gap(name: &str) -> &'static str {
    match name {
        "q" => "“",
        _ if scan::is_listed(name, "br hr p div li ul ol td th tr h1 h2 h3 h4 h5 h6 img") => " ",
        _ => "",
    }
}

/// Characters of references. Where a feed does not say how often it escapes its titles, some
/// do it twice; what still looks escaped then is.
fn decode(text: &str, is_html: bool) -> Cow<'_, str> {
    let decoded = entity::decode(text);
    let is_again = [
        "&amp;#",
        "&amp;amp;",
        "&amp;quot;",
        "&amp;apos;",
        "&amp;nbsp;",
    ]
    .iter()
    .any(|mark| scan::find(text, mark).is_some());
    if is_html || !is_again {
        return decoded;
    }
    Cow::Owned(entity::decode(&decoded).into_owned())
}
