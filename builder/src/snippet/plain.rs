//! The forms that need no framework.

use form_urlencoded::Serializer;

use super::{Fallback, Piece, Place, Recipe};
use crate::choices::Choices;
use crate::markup::{Content, Dialect, element, escaped};
use crate::release::Script;

type Attributes<'a> = Vec<(&'a str, Option<&'a str>)>;

pub(super) fn tag(recipe: Recipe<'_>) -> Vec<Piece> {
    let Recipe { choices, .. } = recipe;
    let script = recipe.release.script(recipe.is_pinned);
    let options: Vec<(String, &str)> = choices
        .iter()
        .map(|(name, text)| (format!("data-{name}"), text))
        .collect();
    let mut attributes = script_attributes(&script);
    // The feed is the first option; the hash is for machines, and comes last.
    let own = attributes.split_off(2);
    attributes.extend(
        options
            .iter()
            .map(|(name, text)| (name.as_str(), Some(*text))),
    );
    attributes.extend(own);
    let text = element(Dialect::Html, "script", &attributes, Content::Empty);
    vec![Piece {
        place: Place::Page,
        text,
    }]
}

pub(super) fn element_and_script(recipe: Recipe<'_>, place: Place) -> Vec<Piece> {
    let script = script_tag(recipe);
    let news = news(Dialect::Html, recipe.choices, recipe.fallback);
    vec![Piece {
        place,
        text: format!("{script}\n{news}"),
    }]
}

pub(super) fn frame(recipe: Recipe<'_>) -> Vec<Piece> {
    let mut query = Serializer::new(String::new());
    for (name, text) in recipe.choices.iter() {
        query.append_pair(name, text);
    }
    let address = format!(
        "{}?{}",
        recipe.release.address("embed.html"),
        query.finish()
    );
    let height = recipe.size.map(|size| size.height.to_string());
    let mut attributes: Attributes<'_> = vec![
        ("src", Some(&address)),
        ("title", Some(&recipe.fallback.text)),
        ("width", Some("100%")),
    ];
    attributes.extend(height.as_deref().map(|height| ("height", Some(height))));
    attributes.extend([
        ("style", Some("border: 0; display: block")),
        ("loading", Some("lazy")),
        (
            "sandbox",
            Some("allow-scripts allow-popups allow-popups-to-escape-sandbox"),
        ),
    ]);
    let frame = element(Dialect::Html, "iframe", &attributes, Content::Empty);
    let script = element(
        Dialect::Html,
        "script",
        &[
            ("async", None),
            ("src", Some(&recipe.release.address("embed-height.js"))),
        ],
        Content::Empty,
    );
    vec![Piece {
        place: Place::Page,
        text: format!("{frame}\n{script}"),
    }]
}

/// For authors the plugin's shortcode, for others the element.
pub(super) fn wordpress(recipe: Recipe<'_>) -> Vec<Piece> {
    let options: Vec<String> = recipe
        .choices
        .iter()
        .map(|(name, text)| format!("{name}=\"{}\"", shortcode_text(text)))
        .collect();
    let shortcode = Piece {
        place: Place::Post,
        text: format!("[strillone {}]", options.join(" ")),
    };
    let setting = Piece {
        place: Place::Setting,
        text: recipe.release.script(false).address,
    };
    let mut pieces = vec![shortcode, setting];
    pieces.extend(element_and_script(recipe, Place::HtmlBlock));
    pieces
}

pub(super) fn printed(recipe: Recipe<'_>) -> Vec<Piece> {
    let mut words = vec!["strillone print".to_owned()];
    words.extend(recipe.choices.feeds().map(quoted));
    let others = recipe.choices.iter().filter(|(name, _)| *name != "feed");
    words.extend(others.map(|(name, text)| {
        let pair = format!("{name}={text}");
        format!("--attribute {}", quoted(&pair))
    }));
    words.push(format!("--base {}", quoted(&recipe.release.base)));
    words.push("--output news.html".to_owned());
    let script = script_tag(recipe);
    vec![
        Piece {
            place: Place::Terminal,
            text: words.join(" \\\n  "),
        },
        Piece {
            place: Place::Page,
            text: format!("{script}\n<!-- news.html -->"),
        },
    ]
}

/// The script alone: elements say what it draws.
fn script_tag(recipe: Recipe<'_>) -> String {
    let script = recipe.release.script(recipe.is_pinned);
    let attributes = script_attributes(&script);
    element(Dialect::Html, "script", &attributes, Content::Empty)
}

/// The element with its options and the publisher's link in it.
pub(super) fn news(dialect: Dialect, choices: &Choices, fallback: &Fallback) -> String {
    let link = format!(
        "<a href=\"{}\">{}</a>",
        escaped(dialect, &fallback.address),
        escaped(dialect, &fallback.text)
    );
    let attributes: Attributes<'_> = choices
        .iter()
        .map(|(name, text)| (name, Some(text)))
        .collect();
    element(
        dialect,
        "strillone-news",
        &attributes,
        Content::Block(&link),
    )
}

/// The attributes of the tag, first the two that it always has.
pub(super) fn script_attributes(script: &Script) -> Attributes<'_> {
    let mut attributes: Attributes<'_> = vec![("async", None), ("src", Some(&script.address))];
    if let Some(integrity) = &script.integrity {
        attributes.push(("integrity", Some(integrity)));
        attributes.push(("crossorigin", Some("anonymous")));
    }
    attributes
}

/// A text in an attribute of a shortcode. Quotes would end the attribute and brackets the
/// shortcode; WordPress takes backslashes away, and the text where a `<` is in it
/// ([`shortcode_parse_atts`]). The plugin decodes what is written in their place.
///
/// [`shortcode_parse_atts`]: https://developer.wordpress.org/reference/functions/shortcode_parse_atts/
fn shortcode_text(text: &str) -> String {
    let mut written = String::new();
    for character in text.chars() {
        match character {
            '&' => written.push_str("&amp;"),
            '"' | '\'' | '[' | ']' | '<' | '>' | '\\' => {
                written.push_str(&format!("&#{};", u32::from(character)));
            }
            other => written.push(other),
        }
    }
    written
}

/// A word as a shell takes it.
fn quoted(word: &str) -> String {
    let is_plain = |byte: u8| byte.is_ascii_alphanumeric() || b"-._/:=@%+,".contains(&byte);
    if word.bytes().all(is_plain) {
        return word.to_owned();
    }
    format!("'{}'", word.replace('\'', r"'\''"))
}
