//! The first step: whose news?

use leptos::ev::SubmitEvent;
use leptos::html::Input;
use leptos::prelude::*;

use super::verdict::Verdict;
use super::{Builder, builder, check};
use crate::outcome::Outcome;

/// The field for an address, and what became of it.
#[component]
pub fn FeedStep() -> impl IntoView {
    let builder = builder();
    let Builder { words, checked, .. } = builder;
    let field = NodeRef::<Input>::new();
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        if let Some(field) = field.get_untracked() {
            check::check(builder, &field.value());
        }
    };
    // What was written stays, whatever became of it.
    let written = move || {
        checked.with(|checked| {
            let addresses: Vec<&str> = checked.iter().map(|(address, _)| &**address).collect();
            addresses.join(" ")
        })
    };
    let is_wrong =
        move || checked.with(|checked| checked.iter().any(|(_, it)| *it == Outcome::NoAddress));
    view! {
        <section class="step feed-step" aria-labelledby="feed-heading">
            <h2 id="feed-heading">{words.feed_heading}</h2>
            <form on:submit=submit>
                <label for="feed">{words.address}</label>
                <div class="asking">
                    <input
                        id="feed"
                        name="feed"
                        node_ref=field
                        inputmode="url"
                        autocapitalize="none"
                        autocomplete="url"
                        spellcheck="false"
                        placeholder="https://example.org/feed.xml"
                        aria-invalid=move || is_wrong().then_some("true")
                        aria-describedby=move || {
                            if is_wrong() { "verdicts feed-hint" } else { "feed-hint" }
                        }
                        prop:value=written
                    />
                    <button type="submit" class="primary">{words.check}</button>
                </div>
                <p class="hint" id="feed-hint">
                    {words.address_hint} " "
                    <Show when=move || checked.with(Vec::is_empty)>{words.sample}</Show>
                </p>
            </form>
            <div class="verdicts" id="verdicts" role="status">
                {move || {
                    let checked = checked.get().into_iter();
                    checked
                        .map(|(address, outcome)| view! { <Verdict address outcome/> })
                        .collect_view()
                }}
            </div>
        </section>
    }
}
