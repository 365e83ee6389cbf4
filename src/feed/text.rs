//! Texts of a feed → plain lines and rich texts.

use super::RichText;
use super::base64;
use super::characters::one_line;
use super::context::Context;
use super::entity;
use super::html;
use super::limits;
use super::markup::{Token, Tokens};
use super::namespace::Namespace;
use super::plain_text;
use super::scan;
use super::title;
use super::xml::Element;

/// How the characters of an element are to be taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Form {
    /// As they are.
    Plain,
    /// As HTML that was escaped.
    Html,
    /// As markup of the document itself.
    Inline,
    /// As whichever of the two they look like.
    Unknown,
    /// As the base64 of HTML.
    Base64,
}

/// An element's text on one line, without markup; `None` when there is none.
pub fn line(element: Element<'_, '_>, context: &mut Context<'_>) -> Option<String> {
    let line = match form(element) {
        Form::Plain => one_line(&context.line(element)),
        Form::Base64 => title::read(&base64_text(&context.line(element))?, true),
        Form::Inline => plain(
            element.cut(element.inner(), limits::LINE_BYTES, &mut context.problems),
            context,
        ),
        form @ (Form::Html | Form::Unknown) => {
            title::read(&context.line(element), form == Form::Html)
        }
    };
    (!line.is_empty()).then_some(line)
}

/// An element's text with its markup; `None` when there is nothing to see in it.
pub fn rich(element: Element<'_, '_>, context: &mut Context<'_>) -> Option<RichText> {
    let base = context.base_of(element);
    let text = match form(element) {
        Form::Plain => {
            let text = element.text(limits::TEXT_BYTES, &mut context.problems);
            plain_text::read(&text, context)
        }
        Form::Base64 => {
            let text = element.text(limits::TEXT_BYTES, &mut context.problems);
            html::read(&base64_text(&text)?, base.as_ref(), context)
        }
        Form::Inline => {
            let inner = element.cut(element.inner(), limits::TEXT_BYTES, &mut context.problems);
            html::read(inner, base.as_ref(), context)
        }
        form @ (Form::Html | Form::Unknown) => {
            let text = element.text(limits::TEXT_BYTES, &mut context.problems);
            if form == Form::Html || holds_markup(&text) {
                html::read(&text, base.as_ref(), context)
            } else {
                plain_text::read(&entity::decode(&text), context)
            }
        }
    };
    (!text.is_empty()).then_some(text)
}

/// The text that base64 stands for. What is no text is a medium, which nobody reads.
fn base64_text(text: &str) -> Option<String> {
    String::from_utf8(base64::decode(text)?).ok()
}

/// The text of a piece of HTML on one line.
fn plain(html: &str, context: &mut Context<'_>) -> String {
    one_line(&html::read(html, None, context).plain_text())
}

/// Atom says how its texts are to be taken ([RFC 4287 §3.1], [Atom 0.3 §4.13]); RSS does not.
///
/// [RFC 4287 §3.1]: https://www.rfc-editor.org/rfc/rfc4287#section-3.1
/// [Atom 0.3 §4.13]: https://www.ietf.org/archive/id/draft-ietf-atompub-format-00.html
fn form(element: Element<'_, '_>) -> Form {
    let kind = element.attribute("type").unwrap_or_default();
    let kind = kind
        .split(';')
        .next()
        .unwrap_or_default()
        .trim_ascii()
        .to_ascii_lowercase();
    let escaped = match element.attribute("mode").unwrap_or_default().trim_ascii() {
        "escaped" => true,
        "base64" => return Form::Base64,
        _ => false,
    };
    if element.data.namespace != Namespace::Atom {
        let plain = kind == "plain" || kind == "text/plain";
        return match (element.has_elements(), plain) {
            (true, _) => Form::Inline,
            (false, true) => Form::Plain,
            (false, false) => Form::Unknown,
        };
    }
    match kind.as_str() {
        "html" | "text/html" if element.has_elements() => Form::Inline,
        "html" | "text/html" => Form::Html,
        "xhtml" | "application/xhtml+xml" if escaped => Form::Html,
        "xhtml" | "application/xhtml+xml" => Form::Inline,
        "" | "text" | "plain" | "text/plain" => {
            if element.has_elements() {
                Form::Inline
            } else {
                Form::Plain
            }
        }
        kind if kind.ends_with("+xml") || kind.ends_with("/xml") => Form::Inline,
        kind if kind.starts_with("text/") => Form::Plain,
        _ => Form::Base64,
    }
}

/// Whether a text that may be plain or HTML is HTML: it has a tag that HTML knows, or one that
/// does what only markup does. RSS leaves the question open.
fn holds_markup(text: &str) -> bool {
    if scan::position(text, b'<', 0).is_none() {
        return false;
    }
    let is_known = |name: &str| html::is_element(&name.to_ascii_lowercase());
    scan::find(text, "<!--").is_some()
        || Tokens::new(text).any(|token| match token {
            Token::Start(tag) => {
                let mut attributes = tag.attributes;
                tag.closed || is_known(tag.name) || attributes.any(|(_, value)| !value.is_empty())
            }
            Token::End(_) | Token::Cdata(_) => true,
            Token::Text(_) => false,
        })
}
