//! The third step: what is pasted, and what else there is to know.

use leptos::prelude::*;

use super::code::Code;
use super::{Builder, browser, builder};
use crate::origin::origin;
use crate::policy::policy;
use crate::snippet::{Fallback, Form, Piece, Place, Recipe, pieces, preload, reserve};
use crate::words::{Words, filled};

/// What stands for the feed until one is chosen.
const NO_FEED: &str = "https://example.org/feed.xml";

/// The snippet in the chosen form, and what goes with it.
#[component]
pub fn TakeStep() -> impl IntoView {
    let Builder { words, choices, .. } = builder();
    view! {
        <section class="step take-step" aria-labelledby="take-heading">
            <h2 id="take-heading">{words.take_heading}</h2>
            <Forms/>
            <Show when=move || choices.with(|choices| choices.text("feed").is_none())>
                <p class="hint fair">{words.no_feed_yet}</p>
            </Show>
            <Snippet/>
            <div class="aside">
                <Pin/>
                <Reserve/>
                <Preload/>
                <Policy/>
                <Weight/>
                <Letter/>
            </div>
        </section>
    }
}

/// The forms to choose from.
#[component]
fn Forms() -> impl IntoView {
    let Builder { words, state, .. } = builder();
    let form = move || state.with(|state| state.form);
    let choices = Form::ALL.into_iter().zip(words.forms).map(|(this, label)| {
        view! {
            <label class="choice">
                <input
                    type="radio"
                    name="form"
                    value=this.keyword()
                    prop:checked=move || form() == this
                    on:change=move |_| state.update(|state| state.form = this)
                />
                <span>{label}</span>
            </label>
        }
    });
    let hint = move || {
        let index = Form::ALL.into_iter().position(|it| it == form());
        index.and_then(|index| words.form_hints.get(index).copied())
    };
    view! {
        <fieldset class="choices forms">
            <legend>{words.form}</legend>
            {choices.collect_view()}
        </fieldset>
        <p class="hint" role="status">{hint}</p>
    }
}

/// The pieces of the snippet.
#[component]
fn Snippet() -> impl IntoView {
    let builder = builder();
    let words = builder.words;
    // Other pieces are other elements; other texts are not.
    let places = Memo::new(move |_| {
        let pieces = written(builder);
        pieces.iter().map(|piece| piece.place).collect::<Vec<_>>()
    });
    let draw = move |(index, place): (usize, Place)| {
        let text = Signal::derive(move || {
            let piece = written(builder).into_iter().nth(index);
            piece.map(|piece| piece.text).unwrap_or_default()
        });
        view! { <Code text caption=caption(place, words) name="snippet"/> }
    };
    view! {
        <div class="snippet">
            {move || places.get().into_iter().enumerate().map(draw).collect_view()}
        </div>
    }
}

fn caption(place: Place, words: &Words) -> &'static str {
    match place {
        Place::Page => words.in_page,
        Place::File(name) => name,
        Place::Terminal => words.in_terminal,
        Place::Post => words.in_post,
        Place::HtmlBlock => words.in_html_block,
    }
}

/// The pieces as they are now.
fn written(builder: Builder) -> Vec<Piece> {
    let form = builder.state.with(|state| state.form);
    with_recipe(builder, |recipe| pieces(form, recipe))
}

/// Hands out all that a snippet is made of now.
fn with_recipe<T>(builder: Builder, make: impl FnOnce(Recipe<'_>) -> T) -> T {
    let choices = chosen(builder);
    let fallback = fallback(builder, choices.text("feed").unwrap_or_default());
    let is_pinned = builder.state.with(|state| state.is_pinned);
    let height = builder.height.get();
    builder.release.with(|release| {
        make(Recipe {
            choices: &choices,
            release,
            is_pinned,
            height,
            fallback: &fallback,
        })
    })
}

/// The choices, with a feed among them.
fn chosen(builder: Builder) -> crate::choices::Choices {
    builder.choices.with(|choices| match choices.text("feed") {
        Some(_) => choices.clone(),
        None => choices.with("feed", Some(NO_FEED)),
    })
}

/// The publisher's own page and name, as far as its feed says them.
fn fallback(builder: Builder, feeds: &str) -> Fallback {
    let first = feeds.split(' ').next().unwrap_or_default();
    let home = origin(first).map(|origin| format!("{origin}/"));
    builder.examined.with(|examined| {
        let known = examined.as_ref();
        Fallback {
            address: known
                .and_then(|it| it.link.clone())
                .or(home)
                .unwrap_or_default(),
            text: known
                .and_then(|it| it.title.clone())
                .unwrap_or_else(|| builder.words.fallback.to_owned()),
        }
    })
}

/// Whether the script is pinned.
#[component]
fn Pin() -> impl IntoView {
    let Builder { words, state, .. } = builder();
    let can_be = move || state.with(|state| state.form.can_be_pinned());
    view! {
        <Show when=can_be>
            <div class="field switch pin">
                <label for="integrity">{words.pin}</label>
                <input
                    type="checkbox"
                    id="integrity"
                    name="integrity"
                    aria-describedby="hint-integrity"
                    prop:checked=move || state.with(|state| state.is_pinned)
                    on:change=move |event| {
                        let is_pinned = event_target_checked(&event);
                        state.update(|state| state.is_pinned = is_pinned);
                    }
                />
                <p class="hint" id="hint-integrity">{words.pin_hint}</p>
            </div>
        </Show>
    }
}

/// The rule that keeps the place free.
#[component]
fn Reserve() -> impl IntoView {
    let builder = builder();
    let words = builder.words;
    let text = Signal::derive(move || with_recipe(builder, reserve));
    view! {
        <details>
            <summary>{words.reserve}</summary>
            <p>{words.reserve_hint}</p>
            <Code text caption="CSS" name="reserve"/>
        </details>
    }
}

/// The line that asks for the feed at once.
#[component]
fn Preload() -> impl IntoView {
    let builder = builder();
    let words = builder.words;
    let line = Memo::new(move |_| preload(&chosen(builder)));
    let text = Signal::derive(move || line.get().unwrap_or_default());
    view! {
        <Show when=move || line.with(Option::is_some)>
            <details>
                <summary>{words.preload}</summary>
                <p>{words.preload_hint}</p>
                <Code text caption="<head>" name="preload"/>
            </details>
        </Show>
    }
}

fn policy_now(builder: Builder) -> String {
    let form = builder.state.with(|state| state.form);
    let choices = chosen(builder);
    builder.release.with(|release| {
        builder
            .examined
            .with(|examined| policy(form, &choices, release, examined.as_ref()))
    })
}

/// The lines of a content policy.
#[component]
fn Policy() -> impl IntoView {
    let builder = builder();
    let words = builder.words;
    let text = Signal::derive(move || policy_now(builder));
    view! {
        <details>
            <summary>{words.policy}</summary>
            <p>{words.policy_hint}</p>
            <Code text caption="Content-Security-Policy" name="policy"/>
        </details>
    }
}

/// What readers load, and how heavy it is.
#[component]
fn Weight() -> impl IntoView {
    let Builder {
        words,
        release,
        examined,
        ..
    } = builder();
    let file = move |name: &'static str| release.with(|release| release.weight(name));
    let feed = move || examined.with(|it| it.as_ref().map(|it| it.bytes as u64));
    view! {
        <details>
            <summary>{words.weight}</summary>
            <dl class="weights">
                <dt>{move || kilobytes(file("strillone.js"))}</dt>
                <dd>{words.weight_script}</dd>
                <dt>{move || kilobytes(file("strillone.wasm"))}</dt>
                <dd>{words.weight_wasm}</dd>
                <dt>{move || kilobytes(feed())}</dt>
                <dd>{words.weight_feed}</dd>
            </dl>
            <p>{words.weight_rest}</p>
        </details>
    }
}

fn kilobytes(bytes: Option<u64>) -> String {
    bytes.map_or("–".to_owned(), |bytes| {
        format!("{} KB", bytes.div_ceil(1024))
    })
}

/// A text to send to whoever looks after the site.
#[component]
fn Letter() -> impl IntoView {
    let builder = builder();
    let words = builder.words;
    let text = Signal::derive(move || {
        let form = builder.state.with(|state| state.form);
        let index = Form::ALL.into_iter().position(|it| it == form);
        let form = index.and_then(|index| words.forms.get(index)).copied();
        let snippet: Vec<String> = written(builder).into_iter().map(|it| it.text).collect();
        let rule = with_recipe(builder, reserve);
        // The page's address says all that is chosen.
        builder.state.track();
        let address = browser::address();
        let texts = [
            form.unwrap_or_default(),
            &snippet.join("\n\n"),
            &rule,
            &policy_now(builder),
            &address,
        ];
        filled(words.letter_text, &texts)
    });
    view! {
        <details>
            <summary>{words.letter}</summary>
            <p>{words.letter_hint}</p>
            <Code text caption=words.letter name="letter"/>
        </details>
    }
}
