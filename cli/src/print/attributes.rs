//! The attributes of the element: all of them known, all of their values usable.

use strillone::address::WebAddress;
use strillone::config::{self, Config, Context};
use strillone::host::Native;

use super::PrintError;

/// What any element may have, as far as it makes sense here; `data-…` and `aria-…` as well:
/// <https://html.spec.whatwg.org/multipage/dom.html#global-attributes>
const GLOBAL: &[&str] = &[
    "class", "hidden", "id", "inert", "part", "role", "slot", "style", "tabindex", "title",
];

/// Names and values, the feeds' addresses first.
pub struct Attributes {
    pairs: Vec<(String, String)>,
    feeds: Vec<WebAddress>,
}

/// Reads `NAME=VALUE`.
pub fn pair(text: &str) -> Result<(String, String), PrintError> {
    let (name, value) = text.split_once('=').ok_or(PrintError::NoPair)?;
    let name = name.trim().to_ascii_lowercase();
    let is_plain = |letter: char| letter.is_ascii_alphanumeric() || "-_:.".contains(letter);
    if name.is_empty() || !name.chars().all(is_plain) {
        return Err(PrintError::NoName(name));
    }
    Ok((name, value.to_owned()))
}

impl Attributes {
    /// Checks what is written; without the attribute `feed` it is made of the feeds.
    pub fn read(feeds: &[String], written: &[(String, String)]) -> Result<Self, PrintError> {
        let mut pairs = Vec::new();
        if !written.iter().any(|(name, _)| name == "feed") {
            pairs.push(("feed".to_owned(), addresses(feeds)?));
        }
        for (name, value) in written {
            check_name(name)?;
            // As on the command lines of others, the last word counts.
            pairs.retain(|(known, _)| known != name);
            pairs.push((name.clone(), value.clone()));
        }
        let feeds = checked(&pairs)?.feed;
        Ok(Attributes { pairs, feeds })
    }

    /// The addresses of the feeds.
    pub fn feeds(&self) -> &[WebAddress] {
        &self.feeds
    }

    /// The value of an attribute.
    pub fn get(&self, name: &str) -> Option<String> {
        value(&self.pairs, name)
    }

    /// All of them, as they were written.
    pub fn pairs(&self) -> &[(String, String)] {
        &self.pairs
    }
}

fn value(pairs: &[(String, String)], name: &str) -> Option<String> {
    let named = pairs.iter().find(|(known, _)| known == name);
    named.map(|(_, value)| value.clone())
}

/// The options, if all can be used.
fn checked(pairs: &[(String, String)]) -> Result<Config, PrintError> {
    let context = Context {
        base: None,
        host: &Native,
        calendar: &Native,
    };
    let (config, problems) = config::read(&|name| value(pairs, name), context);
    match problems.into_iter().next() {
        Some(problem) => Err(PrintError::UnusableAttribute(problem)),
        None => Ok(config),
    }
}

/// The addresses of feeds that are all addresses.
fn addresses(feeds: &[String]) -> Result<String, PrintError> {
    let is_address = |feed: &str| WebAddress::parse(feed, None, &Native).is_some();
    let file = feeds.iter().find(|feed| !is_address(feed));
    match file {
        Some(file) => Err(PrintError::NoAddress(file.clone())),
        None => Ok(feeds.join(" ")),
    }
}

fn check_name(name: &str) -> Result<(), PrintError> {
    let options = config::options();
    let is_known = options.iter().any(|option| option.name == name);
    let is_global = GLOBAL.contains(&name) || name.starts_with("aria-");
    // Those of a script tag, on an element.
    let own = name.strip_prefix("data-");
    let meant = options.iter().find(|option| Some(option.name) == own);
    if is_known || is_global || (own.is_some() && meant.is_none()) {
        return Ok(());
    }
    Err(PrintError::UnknownAttribute {
        name: name.to_owned(),
        meant: meant.map(|option| option.name).or_else(|| nearest(name)),
    })
}

/// The option whose name differs by a letter or two, as the loader finds it.
fn nearest(name: &str) -> Option<&'static str> {
    let plain = |name: &str| name.replace(['-', '_'], "");
    let most = if name.len() < 5 { 1 } else { 2 };
    let options = config::options().into_iter();
    options
        .map(|option| {
            (
                strsim::levenshtein(&plain(name), &plain(option.name)),
                option.name,
            )
        })
        .filter(|(distance, _)| *distance <= most)
        .min_by_key(|(distance, _)| *distance)
        .map(|(_, name)| name)
}
