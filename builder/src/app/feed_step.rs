//! The first step: whose news?

use leptos::ev::SubmitEvent;
use leptos::html::Input;
use leptos::prelude::*;

use super::verdict::Verdict;
use super::{Builder, builder, looking};

/// The field for an address, and what became of it.
#[component]
pub fn FeedStep() -> impl IntoView {
    let builder = builder();
    let Builder {
        words,
        choices,
        looked,
        ..
    } = builder;
    let field = NodeRef::<Input>::new();
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        if let Some(field) = field.get_untracked() {
            looking::look_at(builder, &field.value());
        }
    };
    let feed = move || choices.with(|choices| choices.text("feed").map(str::to_owned));
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
                        aria-describedby="feed-hint"
                        prop:value=move || feed().unwrap_or_default()
                    />
                    <button type="submit" class="primary">{words.look}</button>
                </div>
                <p class="hint" id="feed-hint">
                    {words.address_hint} " "
                    <Show when=move || looked.with(Vec::is_empty)>{words.sample}</Show>
                </p>
            </form>
            <div class="verdicts" role="status">
                {move || {
                    let looked = looked.get().into_iter();
                    looked
                        .map(|(address, look)| view! { <Verdict address look/> })
                        .collect_view()
                }}
            </div>
        </section>
    }
}
