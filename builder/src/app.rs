//! The page: three steps from a feed to what is pasted, and beside them the widget as it is.

mod browser;
mod check;
mod code;
mod controls;
mod feed_step;
mod look_step;
mod option_field;
mod preview;
mod steps;
mod take_step;
mod verdict;

use leptos::prelude::*;
use strillone::config::{Config, ConfigProblem};

use crate::choices::Choices;
use crate::examined::Examined;
use crate::release::Release;
use crate::state::State;
use crate::words::Words;
use check::{Checked, Outcome};

/// All that the page's parts have in common. What was chosen is in `state`, and nowhere else.
#[derive(Clone, Copy)]
struct Builder {
    state: RwSignal<State>,
    choices: Memo<Choices>,
    /// The options as the widget reads them, and what is wrong with them.
    config: Memo<(Config, Vec<ConfigProblem>)>,
    /// What became of each address that was checked.
    checked: RwSignal<Vec<Checked>>,
    /// What is known of the feeds that could be read, taken together.
    examined: Memo<Option<Examined>>,
    release: RwSignal<Release>,
    /// The widget's height in the preview, in CSS pixels.
    height: RwSignal<u32>,
    words: &'static Words,
}

impl Builder {
    fn new() -> Builder {
        let state = RwSignal::new(State::read(&browser::fragment()));
        let choices = Memo::new(move |_| state.with(|state| state.choices.clone()));
        let config = Memo::new(move |_| choices.with(browser::read_choices));
        let checked = RwSignal::new(Vec::<Checked>::new());
        let examined = Memo::new(move |_| {
            checked.with(|checked| {
                let read = checked.iter().filter_map(|(_, outcome)| match outcome {
                    Outcome::Feed(examined) => Some(examined),
                    _ => None,
                });
                Examined::together(read)
            })
        });
        let release = Release {
            base: browser::release_folder(),
            ..Release::default()
        };
        Builder {
            state,
            choices,
            config,
            checked,
            examined,
            release: RwSignal::new(release),
            height: RwSignal::new(0),
            words: Words::of(&browser::language()),
        }
    }

    /// Chooses a text for an option, or its default.
    fn choose(self, name: &str, text: Option<&str>) {
        self.state.update(|state| {
            state.choices = state.choices.with(name, text);
        });
    }
}

/// What all parts of the page share.
fn builder() -> Builder {
    expect_context()
}

/// Draws the page.
pub fn mount() {
    leptos::mount::mount_to_body(App);
}

/// The whole page.
#[component]
fn App() -> impl IntoView {
    let builder = Builder::new();
    provide_context(builder);
    let Builder {
        state,
        release,
        words,
        ..
    } = builder;

    browser::speak(words.tag, words.title);
    browser::when_fragment_changes(move |fragment| {
        // The page's own writing comes back as well.
        let read = State::read(&fragment);
        if state.with_untracked(|state| *state != read) {
            state.set(read);
            check::check_chosen(builder);
        }
    });
    Effect::new(move || browser::write_fragment(&state.with(State::written)));
    leptos::task::spawn_local(async move {
        if let Some(manifest) = browser::manifest().await {
            release.update(|release| release.manifest = manifest);
        }
    });
    check::check_chosen(builder);

    view! {
        <header class="masthead">
            <p class="name">"Strillone"</p>
            <h1>{words.title}</h1>
            <p class="introduction">{words.introduction}</p>
        </header>
        <main>
            <feed_step::FeedStep/>
            <look_step::LookStep/>
            <take_step::TakeStep/>
        </main>
        <footer>
            <p>{words.privacy}</p>
        </footer>
    }
}
