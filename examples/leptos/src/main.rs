//! A page with the news on it twice, from the same feed: as a list, and as a line that runs.

use js_sys::Reflect;
use leptos::prelude::*;
use strillone::component::{NewsWidget, WidgetHandle};
use strillone::config::{Layout, Preview};
use web_sys::CustomEvent;

/// Another site's will do as well, if its server lets other sites read it.
const FEED: &str = "feed.xml";

/// In the browser. What a server has printed of the page is taken over.
#[cfg(target_arch = "wasm32")]
fn main() {
    match document().body().and_then(|body| body.first_element_child()) {
        Some(_printed) => leptos::mount::hydrate_body(App),
        None => mount_to_body(App),
    }
}

/// On a server.
#[cfg(not(target_arch = "wasm32"))]
mod printed;
#[cfg(not(target_arch = "wasm32"))]
fn main() -> std::io::Result<()> {
    printed::print()
}

#[component]
fn App() -> impl IntoView {
    let (is_shown, set_is_shown) = signal(true);
    let (limit, set_limit) = signal(3);
    let (opened, set_opened) = signal(String::new());
    // By this the page speaks to one of the two.
    let ticker = WidgetHandle::new();

    // The events bubble: what is around the widgets hears both.
    let note_opened = move |event: CustomEvent| {
        let title = Reflect::get(&event.detail(), &"title".into()).ok();
        set_opened.set(title.and_then(|it| it.as_string()).unwrap_or_default());
    };

    view! {
        <h1>"A page by Leptos"</h1>
        <button on:click=move |_| set_is_shown.update(|is_shown| *is_shown = !*is_shown)>
            "News on or off"
        </button>
        <button on:click=move |_| set_limit.set(2)>"Only two"</button>
        <button on:click=move |_| ticker.pause()>"Stop the line"</button>
        <p>"Last opened: " <output>{opened}</output></p>
        <main on:strillone:open=note_opened>
            <Show when=move || is_shown.get()>
                <NewsWidget feed=FEED layout=Layout::Ticker handle=ticker attr:id="ticker"/>
                <aside lang="it">
                    <NewsWidget feed=FEED limit preview=Preview::None attr:id="list"/>
                </aside>
            </Show>
        </main>
    }
}
