//! Lines to copy, and the button for that.

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::{browser, builder};

/// Whether the lines were copied.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Copied {
    NotYet,
    Done,
    Refused,
}

/// Lines under a caption. `name` tells them apart for scripts and styles.
#[component]
pub fn Code(
    #[prop(into)] text: Signal<String>,
    #[prop(into)] caption: String,
    name: &'static str,
) -> impl IntoView {
    let words = builder().words;
    let copied = RwSignal::new(Copied::NotYet);
    Effect::new(move || {
        text.track();
        copied.set(Copied::NotYet);
    });
    let copy = move |_| {
        let text = text.get_untracked();
        spawn_local(async move {
            let is_done = browser::copy(&text).await;
            copied.set(if is_done {
                Copied::Done
            } else {
                Copied::Refused
            });
        });
    };
    let outcome = move || match copied.get() {
        Copied::NotYet => "",
        Copied::Done => words.copied,
        Copied::Refused => words.not_copied,
    };
    let label = format!("{}: {caption}", words.copy);
    view! {
        <figure class="code" data-name=name>
            <figcaption>{caption}</figcaption>
            <pre><code>{text}</code></pre>
            <p class="copying">
                <button type="button" class="copy" aria-label=label on:click=copy>
                    {words.copy}
                </button>
                <span role="status">{outcome}</span>
            </p>
        </figure>
    }
}
