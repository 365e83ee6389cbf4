//! What the page asks of the browser.

use gloo_net::http::Request;
use leptos::prelude::*;
use leptos::wasm_bindgen::{JsCast, JsValue};
use strillone::address::WebAddress;
use strillone::shell::Browser;
use web_sys::Url;

use crate::release::Manifest;

/// The language the reader likes best.
pub fn language() -> String {
    window().navigator().language().unwrap_or_default()
}

/// Says in which language the page is, and how it is called.
pub fn speak(tag: &str, title: &str) {
    if let Some(root) = document().document_element() {
        // An attribute of this name can always be set.
        let _ = root.set_attribute("lang", tag);
    }
    document().set_title(&format!("{title} · Strillone"));
}

/// The fragment of the page's address.
pub fn fragment() -> String {
    window().location().hash().unwrap_or_default()
}

/// The page's whole address with another fragment.
pub fn address(fragment: &str) -> String {
    let address = window().location().href().unwrap_or_default();
    let page = address.split('#').next().unwrap_or_default();
    format!("{page}#{fragment}")
}

/// Writes the fragment, without a new entry in the history.
pub fn write_fragment(written: &str) {
    let is_new = fragment().trim_start_matches('#') != written;
    if let Some(history) = window().history().ok().filter(|_| is_new) {
        // Browsers refuse it when it comes too often; the next change writes it again.
        let _ = history.replace_state_with_url(&JsValue::NULL, "", Some(&format!("#{written}")));
    }
}

/// Calls `hear` when a reader, or a link, changes the fragment.
pub fn when_fragment_changes(hear: impl Fn(String) + 'static) {
    let handle = window_event_listener(leptos::ev::hashchange, move |_| hear(fragment()));
    on_cleanup(move || handle.remove());
}

/// The address of the page, for what is written in relation to it.
pub fn page() -> Option<WebAddress> {
    let base = document().base_uri().ok()??;
    WebAddress::parse(&base, None, &Browser)
}

/// The folder of the release: the builder stands in one below it.
pub fn release_folder() -> String {
    let folder = page().and_then(|page| Url::new_with_base("../", page.as_str()).ok());
    folder.map(|folder| folder.href()).unwrap_or_default()
}

/// What the release says of itself.
pub async fn manifest() -> Option<Manifest> {
    let address = format!("{}manifest.json", release_folder());
    let answer = Request::get(&address).send().await.ok()?;
    answer.json().await.ok()
}

/// The text of the field that an event is of.
pub fn field_text(event: &leptos::ev::Event) -> String {
    event_target_value(event)
}

/// Copies a text; `false` where the browser does not let it.
pub async fn copy(text: &str) -> bool {
    let navigator = window().navigator();
    // Pages that came over http have no clipboard.
    let clipboard = js_sys::Reflect::get(&navigator, &"clipboard".into());
    let Some(clipboard) = clipboard.ok().filter(JsValue::is_object) else {
        return false;
    };
    let clipboard: web_sys::Clipboard = clipboard.unchecked_into();
    let written = wasm_bindgen_futures::JsFuture::from(clipboard.write_text(text));
    written.await.is_ok()
}
