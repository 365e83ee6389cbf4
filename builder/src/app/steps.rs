//! The steps of loading, one after the other, in a frame of their own.

use leptos::html::Iframe;
use leptos::prelude::*;

use super::preview::frame_address;
use super::{Builder, builder};

/// A page that loads the widget when it is told to go on.
#[component]
pub fn Steps() -> impl IntoView {
    let Builder { words, usable, .. } = builder();
    let frame = NodeRef::<Iframe>::new();
    let step = RwSignal::new(0_usize);
    let address = move || {
        // Other options begin from the beginning.
        step.set(0);
        usable.with(|choices| frame_address(choices, words))
    };
    let go_on = move |_| {
        step.update(|step| *step += 1);
        let window = frame.get_untracked().and_then(|it| it.content_window());
        if let Some(window) = window {
            // The frame is sandboxed, and has no origin that could be named.
            let _ = window.post_message(&(step.get_untracked() as u32).into(), "*");
        }
    };
    let is_last = move || step.get() + 1 >= words.steps.len();
    view! {
        <div class="steps">
            <p role="status">{move || words.steps.get(step.get()).copied()}</p>
            <button type="button" prop:disabled=is_last on:click=go_on>
                {words.next_step}
            </button>
            <iframe
                node_ref=frame
                src=address
                title=words.steps_frame
                sandbox="allow-scripts"
            ></iframe>
        </div>
    }
}
