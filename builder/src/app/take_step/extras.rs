//! What goes with the snippet: pinning, the place kept free, policies, weights, a letter.

use leptos::prelude::*;

use super::{chosen, height_holds, with_recipe, written};
use crate::app::code::Code;
use crate::app::{Builder, builder};
use crate::policy::policy;
use crate::snippet::{Form, preload, reserve};
use crate::words::filled;

/// Whether the script is pinned.
#[component]
pub fn Pin() -> impl IntoView {
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

fn reserve_now(builder: Builder) -> Option<String> {
    let form = builder.state.with(|state| state.form);
    with_recipe(builder, |recipe| reserve(form, recipe))
}

/// The rule that keeps the place free.
#[component]
pub fn Reserve() -> impl IntoView {
    let builder = builder();
    let words = builder.words;
    let rule = Memo::new(move |_| reserve_now(builder));
    let text = Signal::derive(move || rule.get().unwrap_or_default());
    let is_tag = move || builder.state.with(|state| state.form == Form::Tag);
    view! {
        <Show when=move || rule.with(Option::is_some)>
            <details>
                <summary>{words.reserve}</summary>
                <p>
                    {words.reserve_hint} " " {height_holds(builder)} " "
                    <Show when=is_tag>{words.reserve_tag_hint}</Show>
                </p>
                <Code text caption="CSS" name="reserve"/>
            </details>
        </Show>
    }
}

/// The line that asks for the feed at once, where it will come.
#[component]
pub fn Preload() -> impl IntoView {
    let builder = builder();
    let words = builder.words;
    let line = Memo::new(move |_| {
        let comes = builder.obstacles.with(Vec::is_empty);
        comes.then(|| preload(&chosen(builder))).flatten()
    });
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
pub fn Policy() -> impl IntoView {
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
pub fn Weight() -> impl IntoView {
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
pub fn Letter() -> impl IntoView {
    let builder = builder();
    let words = builder.words;
    let text = Signal::derive(move || {
        let form = builder.state.with(|state| state.form);
        let index = Form::ALL.into_iter().position(|it| it == form);
        let form = index.and_then(|index| words.forms.get(index)).copied();
        let snippet: Vec<String> = written(builder).into_iter().map(|it| it.text).collect();
        let is_tag = builder.state.with(|state| state.form == Form::Tag);
        let around = if is_tag { words.reserve_tag_hint } else { "" };
        let width = builder.size.get().map(|size| size.width.to_string());
        let rule = reserve_now(builder).zip(width);
        let rule = rule.map(|(rule, width)| filled(words.letter_rule, &[&width, around, &rule]));
        let obstacles = builder.obstacles.get().into_iter();
        let obstacles = obstacles.map(|(feed, why)| {
            let sentence = filled(words.not_shown_yet, &[&feed]);
            format!("{sentence} {why}\n\n")
        });
        let texts = [
            form.unwrap_or_default(),
            &snippet.join("\n\n"),
            &obstacles.chain(rule).collect::<String>(),
            &policy_now(builder),
            &builder.address(),
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
