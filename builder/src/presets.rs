//! Choices to begin with, for the usual places of a page.

use crate::choices::Choices;

/// A usual place of a page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Preset {
    /// A column beside an article.
    Sidebar,
    /// A line across the page.
    BreakingBar,
    /// Where an article ends.
    EndOfArticle,
    /// The cards of a front page.
    FrontPage,
    /// A screen that nobody touches.
    LobbyScreen,
}

/// What a preset leaves as it is: whose news it is, and in which language.
const KEPT: [&str; 7] = [
    "feed",
    "proxy",
    "push",
    "follow",
    "time-zone",
    "lang",
    "link-query",
];

impl Preset {
    /// All of them, in the order of the page.
    pub const ALL: [Preset; 5] = [
        Preset::Sidebar,
        Preset::BreakingBar,
        Preset::EndOfArticle,
        Preset::FrontPage,
        Preset::LobbyScreen,
    ];

    fn options(self) -> &'static [(&'static str, &'static str)] {
        match self {
            Preset::Sidebar => &[("limit", "8"), ("more", "8")],
            Preset::BreakingBar => &[("layout", "ticker"), ("preview", "popover")],
            Preset::EndOfArticle => &[
                ("limit", "6"),
                ("thumbnails", "end"),
                ("columns", "2"),
                ("preview", "none"),
                ("time", "relative"),
            ],
            Preset::FrontPage => &[("layout", "cards"), ("limit", "6")],
            Preset::LobbyScreen => &[
                ("layout", "rotator"),
                ("limit", "12"),
                ("preview", "none"),
                ("refresh", "120"),
                ("loading", "eager"),
            ],
        }
    }

    /// The width, in CSS pixels, of the place it is meant for; `None` for all there is.
    pub fn width(self) -> Option<u32> {
        match self {
            Preset::Sidebar => Some(320),
            Preset::EndOfArticle => Some(640),
            Preset::BreakingBar | Preset::FrontPage | Preset::LobbyScreen => None,
        }
    }

    /// These choices with those of the preset in the place of the look chosen so far.
    pub fn choose(self, choices: &Choices) -> Choices {
        let kept: Choices = choices
            .iter()
            .filter(|(name, _)| KEPT.contains(name))
            .collect();
        let options = self.options().iter();
        options.fold(kept, |chosen, (name, text)| chosen.with(name, Some(text)))
    }
}

#[cfg(test)]
mod tests {
    use strillone::config::options;

    use super::{KEPT, Preset};
    use crate::choices::Choices;

    #[test]
    fn presets_name_options_and_their_values() {
        let table = options();
        let named = Preset::ALL.iter().flat_map(|preset| preset.options());
        for (name, value) in named {
            let entry = table.iter().find(|entry| entry.name == *name);
            let keywords = entry.map_or(&[][..], |entry| entry.keywords);
            assert!(entry.is_some(), "{name}");
            assert!(keywords.is_empty() || keywords.contains(value), "{name}");
        }
        assert!(
            KEPT.iter()
                .all(|name| table.iter().any(|it| it.name == *name))
        );
    }

    #[test]
    fn a_preset_keeps_the_feed_and_replaces_the_look() {
        let before: Choices = [("feed", "https://a.example/"), ("layout", "cards")]
            .into_iter()
            .collect();
        let after = Preset::BreakingBar.choose(&before);
        assert_eq!(after.text("feed"), Some("https://a.example/"));
        assert_eq!(after.text("layout"), Some("ticker"));
    }
}
