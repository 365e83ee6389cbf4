//! What was chosen of the option table.

use strillone::config::{Config, ConfigProblem, Context, OptionEntry, options, read};
use strillone::host::{Calendar, Host};

/// The text of each option that was chosen, as it is written in its attribute, in the order of
/// the option table. What has its default is not among them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Choices(Vec<(&'static str, String)>);

/// An option whose default comes from the page, so that writing it says something.
const INHERITED: &str = "lang";

impl Choices {
    /// The choices with another text for one option; without a text the option has its default.
    /// The name of no option changes nothing, and a keyword that an option does not have leaves
    /// its default.
    pub fn with(&self, name: &str, text: Option<&str>) -> Choices {
        let chosen = options().into_iter().filter_map(|entry| {
            let text = if entry.name == name {
                text.and_then(|text| known(&entry, text))
                    .filter(|text| !is_default(&entry, text))
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

    /// The choices as the widget reads them, and what is wrong with them. The page they are for
    /// has another address than this one, so that an address must be a whole one.
    pub fn read(&self, host: &dyn Host, calendar: &dyn Calendar) -> (Config, Vec<ConfigProblem>) {
        let context = Context {
            base: None,
            host,
            calendar,
        };
        read(&|name| self.text(name).map(str::to_owned), context)
    }

    /// What the widget can use, where these are the problems: of a list the pieces that it can.
    pub fn usable(&self, problems: &[ConfigProblem]) -> Choices {
        let usable = self.0.iter().filter_map(|(name, text)| {
            let of_this = problems.iter().filter(|it| it.attribute == *name);
            let refused: Vec<&str> = of_this.map(|it| it.value.as_str()).collect();
            if refused.is_empty() {
                return Some((*name, text.clone()));
            }
            let pieces = text.split_ascii_whitespace();
            let pieces: Vec<&str> = pieces.filter(|it| !refused.contains(it)).collect();
            let is_nothing = pieces.is_empty() || refused.contains(&text.trim());
            (!is_nothing).then(|| (*name, pieces.join(" ")))
        });
        Choices(usable.collect())
    }

    /// The addresses of the feeds, as they were written.
    pub fn feeds(&self) -> impl Iterator<Item = &str> {
        self.text("feed")
            .unwrap_or_default()
            .split_ascii_whitespace()
    }
}

/// The text as the option table has it, where it is one of a few.
fn known<'text>(entry: &OptionEntry, text: &'text str) -> Option<&'text str> {
    if entry.keywords.is_empty() {
        return Some(text);
    }
    let mut keywords = entry.keywords.iter().copied();
    keywords.find(|keyword| keyword.eq_ignore_ascii_case(text.trim()))
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
    use strillone::host::Native;

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
    fn a_keyword_stands_as_the_option_table_has_it() {
        let pairs = [("layout", "Ticker"), ("theme", "plaid"), ("time", "clock")];
        assert_eq!(chosen(&pairs), written(&[("layout", "ticker")]));
    }

    #[test]
    fn what_the_widget_cannot_use_is_kept_as_it_is_and_not_handed_on() {
        let pairs = [
            ("proxy", "http://x/"),
            ("limit", "-3"),
            ("heading", "News"),
            ("speed", "99999"),
            ("time-zone", "Rome"),
            (
                "follow",
                "https://a.example/ javascript:x https://b.example/",
            ),
            ("push", "nonsense"),
        ];
        let choices: Choices = pairs.iter().copied().collect();
        assert_eq!(chosen(&pairs), written(&pairs));
        let (_, problems) = choices.read(&Native, &Native);
        let usable = choices.usable(&problems);
        let usable: Vec<(&str, &str)> = usable.iter().collect();
        let follow = ("follow", "https://a.example/ https://b.example/");
        assert_eq!(usable, [("heading", "News"), follow]);
    }

    #[test]
    fn what_the_widget_can_use_is_handed_on_as_it_was_written() {
        let pairs = [
            ("feed", "https://a.example/feed"),
            ("proxy", "https://p.example/?{url}"),
            ("limit", "3"),
            ("heading", ""),
            ("time-zone", "Europe/Rome"),
        ];
        let choices: Choices = pairs.iter().copied().collect();
        let (_, problems) = choices.read(&Native, &Native);
        assert_eq!(choices.usable(&problems), choices);
    }

    #[test]
    fn an_empty_heading_and_the_default_language_say_something() {
        assert_eq!(chosen(&[("heading", "")]), written(&[("heading", "")]));
        assert_eq!(chosen(&[("lang", "en")]), written(&[("lang", "en")]));
    }
}
