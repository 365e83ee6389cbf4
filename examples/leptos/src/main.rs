//! A page that shows news twice, shows fewer of them, and takes them away again.

use leptos::prelude::*;
use strillone::component::{NewsWidget, WidgetHandle};
use strillone::config::{Layout, Preview};

/// Any address will do whose server lets other sites read it.
const FEED: &str = "feed.xml";

fn main() {
    mount_to_body(App);
}

#[component]
fn App() -> impl IntoView {
    let limit = RwSignal::new(3);
    let is_shown = RwSignal::new(true);
    let ticker = WidgetHandle::new();
    view! {
        <button on:click=move |_| is_shown.update(|is_shown| *is_shown = !*is_shown)>
            "Show or hide"
        </button>
        <button on:click=move |_| limit.set(2)>"Fewer"</button>
        <button on:click=move |_| ticker.pause()>"Pause"</button>
        <Show when=move || is_shown.get()>
            <NewsWidget feed=FEED limit heading="News" preview=Preview::None attr:id="list"/>
            <NewsWidget feed=FEED layout=Layout::Ticker handle=ticker attr:id="ticker"/>
        </Show>
    }
}
