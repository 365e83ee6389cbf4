//! What was chosen of the option table.

use strillone::config::{OptionEntry, options};

/// The text of each option that was chosen, as it is written in its attribute, in the order of
/// the option table. What has its default is not among them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Choices(Vec<(&'static str, String)>);

/// An option whose default comes from the page, so that writing it says something.
const INHERITED: &str = "lang";

impl Choices {
    /// The choices with another text for one option; without a text the option has its default.
    /// What is no option's name changes nothing.
    pub fn with(&self, name: &str, text: Option<&str>) -> Choices {
        let chosen = options().into_iter().filter_map(|entry| {
            let text = if entry.name == name {
                text.filter(|text| !is_default(&entry, text))
            } else {
                self.text(entry.name)
            };
            Some((entry.name, text?.to_owned()))
        });
        Choices(chosen.collect())
    }

    /// The text of an option that was chosen.
    pub fn text(&self, name: &str) -> Option<&str> {
        let (_, text) = self.0.iter().find(|(known, _)| *known == name)?;
        Some(text)
    }

    /// Names and texts.
    pub fn iter(&self) -> impl Iterator<Item = (&'static str, &str)> {
        self.0.iter().map(|(name, text)| (*name, text.as_str()))
    }

    /// The addresses of the feeds, as they were written.
    pub fn feeds(&self) -> impl Iterator<Item = &str> {
        self.text("feed")
            .unwrap_or_default()
            .split_ascii_whitespace()
    }
}

fn is_default(entry: &OptionEntry, text: &str) -> bool {
    entry.name != INHERITED && !entry.default.is_empty() && text == entry.default
}

impl<'name, 'text> FromIterator<(&'name str, &'text str)> for Choices {
    fn from_iter<Pairs>(pairs: Pairs) -> Choices
    where
        Pairs: IntoIterator<Item = (&'name str, &'text str)>,
    {
        pairs
            .into_iter()
            .fold(Choices::default(), |choices, (name, text)| {
                choices.with(name, Some(text))
            })
    }
}

#[cfg(test)]
mod tests {
    use super::Choices;

    fn chosen(pairs: &[(&'static str, &'static str)]) -> Vec<(String, String)> {
        let choices: Choices = pairs.iter().copied().collect();
        let chosen = choices.iter();
        chosen
            .map(|(name, text)| (name.to_owned(), text.to_owned()))
            .collect()
    }

    fn written(pairs: &[(&str, &str)]) -> Vec<(String, String)> {
        let pairs = pairs.iter();
        pairs
            .map(|(name, text)| ((*name).to_owned(), (*text).to_owned()))
            .collect()
    }

    #[test]
    fn choices_stand_in_the_order_of_the_option_table() {
        let pairs = [("layout", "ticker"), ("feed", "https://a.example/")];
        assert_eq!(
            chosen(&pairs),
            written(&[("feed", "https://a.example/"), ("layout", "ticker")])
        );
    }

    #[test]
    fn what_has_its_default_and_what_is_no_option_are_no_choices() {
        assert_eq!(chosen(&[("limit", "10"), ("colour", "red")]), []);
        assert_eq!(
            chosen(&[("limit", "10"), ("limit", "5")]),
            written(&[("limit", "5")])
        );
    }

    #[test]
    fn an_empty_heading_and_the_default_language_say_something() {
        assert_eq!(chosen(&[("heading", "")]), written(&[("heading", "")]));
        assert_eq!(chosen(&[("lang", "en")]), written(&[("lang", "en")]));
    }
}
