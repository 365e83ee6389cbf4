//! The words the widget says, by language.

mod direction;
mod plural;

pub use direction::{direction, is_right_to_left};

include!(concat!(env!("OUT_DIR"), "/phrases.rs"));

/// The words of one language.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Locale {
    tag: &'static str,
    texts: &'static str,
}

impl Locale {
    /// The words for a BCP 47 tag: of exactly that language and script, else of the
    /// language, else English.
    pub fn of(language: &str) -> Locale {
        let wanted = normalised(language);
        let found = |tag: &str| LANGUAGES.iter().find(|(known, _)| *known == tag);
        let primary = wanted.split('-').next().unwrap_or_default();
        let (tag, texts) = found(&wanted)
            .or_else(|| found(primary))
            .or_else(|| found("en"))
            .copied()
            .unwrap_or_default();
        Locale { tag, texts }
    }

    /// The tag of the language that was found.
    pub fn tag(self) -> &'static str {
        self.tag
    }

    /// A message as it is.
    pub fn phrase(self, message: Phrase) -> &'static str {
        self.texts.lines().nth(message as usize).unwrap_or_default()
    }

    /// A message with its one place filled.
    pub fn phrase_with(self, message: Phrase, text: &str) -> String {
        fill(self.phrase(message), text)
    }

    /// A message in the plural form for `number`, which is written as `digits`.
    pub fn count(self, message: Phrase, number: u32, digits: &str) -> String {
        let form = plural::form(self.tag, number);
        let mut text = "";
        for candidate in self.phrase(message).split('|').take(form + 1) {
            text = candidate;
        }
        fill(text, digits)
    }
}

/// The text with its one place, such as `{n}`, filled; a form for a single number may spell
/// it out and have none. By single characters, because the search for strings weighs 2 KB.
fn fill(text: &str, content: &str) -> String {
    let place = text.split_once('{');
    let parts = place.and_then(|(before, rest)| Some((before, rest.split_once('}')?.1)));
    parts.map_or_else(
        || String::from(text),
        |(before, after)| [before, content, after].concat(),
    )
}

/// The tag as the table spells it: Chinese by its script, which a region implies where the
/// tag does not say it.
fn normalised(language: &str) -> String {
    let tag = language.trim().replace('_', "-").to_ascii_lowercase();
    if tag.starts_with("zh") {
        let script = tag
            .split('-')
            .find(|part| ["hans", "hant", "tw", "hk", "mo"].contains(part));
        let traditional = script.is_some_and(|script| script != "hans");
        return String::from(if traditional { "zh-hant" } else { "zh" });
    }
    match tag.as_str() {
        // The old code of Hebrew and of Indonesian are still sent by some systems.
        "iw" => String::from("he"),
        "in" => String::from("id"),
        _ => tag,
    }
}
