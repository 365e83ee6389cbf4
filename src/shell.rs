//! The only modules that name the browser. The loader calls the functions below; everything
//! they need beyond the element itself is passed in by it.

use wasm_bindgen::prelude::wasm_bindgen;
use web_sys::HtmlElement;

/// Puts a widget into `place`, an element inside the host's shadow root, and returns its
/// handle. `fallback` is the slot that shows the partner's own content: it is hidden while
/// the widget has something to show, and shown again when it can never have. `take_early`
/// is `(address: string) => Promise<Response> | undefined`: the loader's early request for
/// a feed, handed out once.
#[wasm_bindgen]
pub fn mount(
    host: HtmlElement,
    place: HtmlElement,
    fallback: HtmlElement,
    take_early: js_sys::Function,
) -> u32 {
    let _ = (host, place, fallback, take_early);
    0
}

/// The host's attributes changed: reads them anew.
#[wasm_bindgen]
pub fn reconfigure(widget: u32) {
    let _ = widget;
}

/// Asks for the feeds now.
#[wasm_bindgen]
pub fn refresh(widget: u32) {
    let _ = widget;
}

/// Stops all motion.
#[wasm_bindgen]
pub fn pause(widget: u32) {
    let _ = widget;
}

/// Lets motion go on.
#[wasm_bindgen]
pub fn play(widget: u32) {
    let _ = widget;
}

/// `"loading"`, `"ready"`, `"stale"`, `"offline"` or `"failed"`.
#[wasm_bindgen]
pub fn state(widget: u32) -> String {
    let _ = widget;
    String::new()
}

/// The shown items as plain objects.
#[wasm_bindgen]
pub fn items(widget: u32) -> js_sys::Array {
    let _ = widget;
    js_sys::Array::new()
}

/// Takes the widget down: no timer, listener, request or node of it is left.
#[wasm_bindgen]
pub fn unmount(widget: u32) {
    let _ = widget;
}
