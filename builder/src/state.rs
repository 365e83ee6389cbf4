//! All that was chosen on the page ⇄ the fragment of the page's own address, which no browser
//! sends to a server. Nothing else is remembered.

use form_urlencoded::{Serializer, parse};

use crate::choices::Choices;
use crate::snippet::Form;

/// The page around the widget, in the builder's own picture of it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Ground {
    /// Dark text on white.
    #[default]
    Light,
    /// Light text on black.
    Dark,
    /// A colour of its own.
    Coloured,
    /// From right to left.
    RightToLeft,
}

impl Ground {
    /// All of them, in the order of the page.
    pub const ALL: [Ground; 4] = [
        Ground::Light,
        Ground::Dark,
        Ground::Coloured,
        Ground::RightToLeft,
    ];

    /// Its name in the page's own address.
    pub fn keyword(self) -> &'static str {
        match self {
            Ground::Light => "light",
            Ground::Dark => "dark",
            Ground::Coloured => "coloured",
            Ground::RightToLeft => "right-to-left",
        }
    }
}

/// The widths that can be looked at, in CSS pixels; the last is all there is.
pub const WIDTHS: [Option<u32>; 5] = [Some(240), Some(320), Some(480), Some(768), None];

/// All that was chosen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct State {
    /// The widget's options.
    pub choices: Choices,
    /// The page around it.
    pub ground: Ground,
    /// How wide its place is, one of [`WIDTHS`] or that of a preset.
    pub width: Option<u32>,
    /// The form of the snippet.
    pub form: Form,
    /// Whether the snippet pins the script by its hash.
    pub is_pinned: bool,
}

impl Default for State {
    fn default() -> State {
        State {
            choices: Choices::default(),
            ground: Ground::default(),
            width: Some(320),
            form: Form::Element,
            is_pinned: false,
        }
    }
}

/// The names of what is no option.
const GROUND: &str = "page";
const WIDTH: &str = "width";
const FORM: &str = "form";
const PINNED: &str = "integrity";
const WHOLE: &str = "all";

impl State {
    /// The state that a fragment describes, written with or without its `#`. What means nothing
    /// is left out.
    pub fn read(fragment: &str) -> State {
        let fragment = fragment.trim_start_matches('#');
        let mut state = State::default();
        for (name, text) in parse(fragment.as_bytes()) {
            let text = text.as_ref();
            match name.as_ref() {
                GROUND => {
                    let found = Ground::ALL.into_iter().find(|it| it.keyword() == text);
                    state.ground = found.unwrap_or_default();
                }
                WIDTH if text == WHOLE => state.width = None,
                WIDTH => state.width = text.parse().ok().or(state.width),
                FORM => {
                    let found = Form::ALL.into_iter().find(|it| it.keyword() == text);
                    state.form = found.unwrap_or(state.form);
                }
                PINNED => state.is_pinned = true,
                name => state.choices = state.choices.with(name, Some(text)),
            }
        }
        state
    }

    /// The fragment that describes it, without its `#`.
    pub fn written(&self) -> String {
        let usual = State::default();
        let mut query = Serializer::new(String::new());
        for (name, text) in self.choices.iter() {
            query.append_pair(name, text);
        }
        if self.ground != usual.ground {
            query.append_pair(GROUND, self.ground.keyword());
        }
        if self.width != usual.width {
            let width = self.width.map(|width| width.to_string());
            query.append_pair(WIDTH, width.as_deref().unwrap_or(WHOLE));
        }
        if self.form != usual.form {
            query.append_pair(FORM, self.form.keyword());
        }
        if self.is_pinned {
            query.append_pair(PINNED, "on");
        }
        query.finish()
    }
}

#[cfg(test)]
mod tests {
    use strillone::config::options;

    use super::{FORM, GROUND, PINNED, State, WIDTH};

    #[test]
    fn a_state_survives_its_own_address() {
        for fragment in [
            "",
            "feed=https%3A%2F%2Fa.example%2F%3Fa%26b&layout=ticker&page=dark&width=all&form=next",
            "heading=&width=240&integrity=on",
        ] {
            assert_eq!(State::read(fragment).written(), fragment);
        }
    }

    #[test]
    fn what_means_nothing_is_left_out() {
        assert_eq!(
            State::read("#colour=red&page=plaid&form=7&width=x"),
            State::default()
        );
    }

    #[test]
    fn no_option_has_a_name_that_the_page_needs() {
        let taken = [FORM, GROUND, PINNED, WIDTH];
        assert!(!options().iter().any(|entry| taken.contains(&entry.name)));
    }
}
