//! The second step: how should it look?

use leptos::prelude::*;

use super::controls::{Group, groups};
use super::option_field::OptionField;
use super::preview::Preview;
use super::{Builder, builder};
use crate::choices::Choices;
use crate::presets::Preset;

/// The groups that are unfolded at first.
const UNFOLDED: [&str; 2] = ["source", "layout"];

/// Presets, the widget as it is, and a control for every option.
#[component]
pub fn LookStep() -> impl IntoView {
    let Builder { words, state, .. } = builder();
    let reset = move |_| {
        state.update(|state| {
            let feed = state.choices.text("feed").map(str::to_owned);
            state.choices = Choices::default().with("feed", feed.as_deref());
        });
    };
    view! {
        <section class="step look-step" aria-labelledby="look-heading">
            <h2 id="look-heading">{words.look_heading}</h2>
            <Presets/>
            <div class="bench">
                <Preview/>
                <form class="options" on:submit=|event| event.prevent_default()>
                    {groups()
                        .into_iter()
                        .map(|group| view! { <OptionGroup group/> })
                        .collect_view()}
                    <button type="button" class="quiet" on:click=reset>
                        {words.reset}
                    </button>
                </form>
            </div>
        </section>
    }
}

/// Choices to begin with.
#[component]
fn Presets() -> impl IntoView {
    let Builder { words, state, .. } = builder();
    let buttons = Preset::ALL
        .into_iter()
        .zip(words.presets)
        .map(|(preset, name)| {
            let is_chosen =
                move || state.with(|state| preset.choose(&state.choices) == state.choices);
            let choose = move |_| {
                state.update(|state| {
                    state.choices = preset.choose(&state.choices);
                    state.width = preset.width();
                });
            };
            view! {
                <button
                    type="button"
                    class="preset"
                    aria-pressed=move || is_chosen().to_string()
                    on:click=choose
                >
                    {name}
                </button>
            }
        });
    view! {
        <fieldset class="presets">
            <legend>{words.presets_heading}</legend>
            {buttons.collect_view()}
        </fieldset>
    }
}

/// A group of options; what is seldom needed is folded away.
#[component]
fn OptionGroup(group: Group) -> impl IntoView {
    let words = builder().words;
    let fields = |entries: Vec<_>| {
        let fields = entries.into_iter();
        fields
            .map(|entry| view! { <OptionField entry/> })
            .collect_view()
    };
    let has_usual = !group.usual.is_empty();
    let rare = (!group.rare.is_empty()).then(|| {
        let fields = fields(group.rare);
        if has_usual {
            view! {
                <details class="rare">
                    <summary>{words.more}</summary>
                    {fields}
                </details>
            }
            .into_any()
        } else {
            fields.into_any()
        }
    });
    view! {
        <details class="group" data-group=group.name open=UNFOLDED.contains(&group.name)>
            <summary>
                <h3>{words.group(group.name)}</h3>
            </summary>
            {fields(group.usual)}
            {rare}
        </details>
    }
}
