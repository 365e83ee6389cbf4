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
use strillone::config::{ConfigProblem, ProxyTemplate};
use strillone::shell::Browser;

use crate::choices::Choices;
use crate::examined::Examined;
use crate::outcome::{Checked, Outcome, obstacles};
use crate::release::Release;
use crate::snippet::Size;
use crate::state::State;
use crate::words::Words;

/// All that the page's parts have in common. What was chosen is in `state`, and nowhere else.
#[derive(Clone, Copy)]
struct Builder {
    state: RwSignal<State>,
    choices: Memo<Choices>,
    /// What is wrong with them.
    problems: Memo<Vec<ConfigProblem>>,
    /// The choices that can be used: all that is shown and given is made of them.
    usable: Memo<Choices>,
    /// What is asked in the place of each feed.
    proxy: Memo<Option<ProxyTemplate>>,
    /// What became of each address that was checked.
    checked: RwSignal<Vec<Checked>>,
    /// What is known of the feeds that could be read, taken together.
    examined: Memo<Option<Examined>>,
    /// The chosen feeds that will not be shown on another site, and why.
    obstacles: Memo<Vec<(String, String)>>,
    release: RwSignal<Release>,
    /// The widget's size in the preview while it shows headlines there.
    size: RwSignal<Option<Size>>,
    words: &'static Words,
}

impl Builder {
    fn new() -> Builder {
        let state = RwSignal::new(State::read(&browser::fragment()));
        let choices = Memo::new(move |_| state.with(|state| state.choices.clone()));
        let words = Words::of(&browser::language());
        let config = Memo::new(move |_| choices.with(|it| it.read(&Browser, &Browser)));
        let problems = Memo::new(move |_| config.with(|(_, problems)| problems.clone()));
        let proxy = Memo::new(move |_| config.with(|(config, _)| config.proxy.clone()));
        let usable = Memo::new(move |_| {
            choices.with(|choices| problems.with(|problems| choices.usable(problems)))
        });
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
        let obstacles = Memo::new(move |_| checked.with(|checked| obstacles(checked, words)));
        let release = Release {
            base: browser::release_folder(),
            ..Release::default()
        };
        Builder {
            state,
            choices,
            problems,
            usable,
            proxy,
            checked,
            examined,
            obstacles,
            release: RwSignal::new(release),
            size: RwSignal::new(None),
            words,
        }
    }

    /// The page's own address, which says all that was chosen.
    fn address(self) -> String {
        browser::address(&self.state.with(State::written))
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
    // Through another proxy something else may become of the feeds.
    Effect::new(move || {
        builder.proxy.track();
        check::check_chosen(builder);
    });

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
