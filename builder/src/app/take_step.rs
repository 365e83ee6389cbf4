//! The third step: what is pasted, and what else there is to know.

mod extras;

use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;

use super::code::Code;
use super::{Builder, builder};
use crate::choices::Choices;
use crate::origin::origin;
use crate::snippet::{Fallback, Form, Piece, Place, Recipe, pieces};
use crate::words::{Words, filled};
use extras::{Letter, Pin, Policy, Preload, Reserve, Weight};

/// What stands for the feed until one is chosen.
const NO_FEED: &str = "https://example.org/feed.xml";

/// The snippet in the chosen form, and what goes with it.
#[component]
pub fn TakeStep() -> impl IntoView {
    let Builder {
        words,
        usable,
        state,
        release,
        ..
    } = builder();
    view! {
        <section class="step take-step" aria-labelledby="take-heading">
            <h2 id="take-heading">{words.take_heading}</h2>
            <Forms/>
            <Show when=move || usable.with(|choices| choices.text("feed").is_none())>
                <p class="hint fair">{words.no_feed_yet}</p>
            </Show>
            <Show when=move || state.with(|state| state.form == Form::WordPress)>
                <p class="hint">
                    <a href=move || release.with(|it| it.address("strillone-wordpress.zip"))>
                        {words.get_plugin}
                    </a>
                </p>
            </Show>
            <Obstacles/>
            <Snippet/>
            <FrameHeight/>
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

/// The feeds that will not be shown yet, and the way to what can be done about it.
#[component]
fn Obstacles() -> impl IntoView {
    let Builder {
        words, obstacles, ..
    } = builder();
    // A link would change the fragment, in which the choices are.
    let go = move |_| {
        if let Some(field) = document().get_element_by_id("feed") {
            let _ = field.unchecked_into::<web_sys::HtmlElement>().focus();
        }
    };
    let say = move |(address, why): (String, String)| {
        view! {
            <p class="bad">
                <strong>{filled(words.not_shown_yet, &[&address])}</strong>
                " "
                {why}
            </p>
        }
    };
    view! {
        <div class="obstacles" role="status">
            {move || obstacles.get().into_iter().map(say).collect_view()}
            <Show when=move || obstacles.with(|it| !it.is_empty())>
                <button type="button" class="quiet" on:click=go>
                    {words.to_first_step}
                </button>
            </Show>
        </div>
    }
}

/// For which width the height of a frame holds.
#[component]
fn FrameHeight() -> impl IntoView {
    let builder = builder();
    let is_frame = move || builder.state.with(|state| state.form == Form::Frame);
    view! {
        <Show when=is_frame>
            <p class="hint">{height_holds(builder)}</p>
        </Show>
    }
}

/// For which width the height that is given holds.
fn height_holds(builder: Builder) -> impl Fn() -> Option<String> {
    let Builder { words, size, .. } = builder;
    move || {
        let size = size.get()?;
        Some(filled(words.height_holds, &[&size.width.to_string()]))
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
        Place::Setting => words.in_setting,
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
    let size = builder.size.get();
    builder.release.with(|release| {
        make(Recipe {
            choices: &choices,
            release,
            is_pinned,
            size,
            fallback: &fallback,
        })
    })
}

/// The choices that can be used, with a feed among them.
fn chosen(builder: Builder) -> Choices {
    builder.usable.with(|choices| match choices.text("feed") {
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
