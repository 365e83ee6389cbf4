//! The network in somebody's Leptos application: the loader's own modules, which wasm-bindgen
//! copies beside its glue, each to its path, so that they find one another.

use js_sys::Promise;
use wasm_bindgen::JsValue;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::prelude::wasm_bindgen;
use web_sys::AbortSignal;

use crate::shell::pollers;
use crate::time::Timestamp;

#[wasm_bindgen(module = "/src/loader/network/request.js")]
extern "C" {
    #[wasm_bindgen(js_name = ask)]
    fn send(address: &str, signal: &AbortSignal, since: f64) -> Promise;
    /// Tells what became of the answer to a request: a good one is kept on the device.
    pub fn conclude(address: &str, is_good: bool);
}

#[wasm_bindgen(module = "/src/loader/network/cache.js")]
extern "C" {
    /// Looks for the copy of a feed on the device.
    pub fn recall(address: &str) -> Promise;
}

type Hear = Closure<dyn Fn(String, JsValue) -> JsValue>;

#[wasm_bindgen(module = "/src/loader/network/event_stream.js")]
extern "C" {
    #[wasm_bindgen(js_name = listen)]
    fn listen_with(address: &str, hear: &Hear);
    /// Listens to a stream no longer.
    pub fn leave(address: &str);
}

/// What those import. The files are copied for this, and nothing in them is called from here.
macro_rules! copied {
    ($($module:literal $name:ident)+) => {$(
        #[wasm_bindgen(module = $module)]
        extern "C" {
            fn $name();
        }
    )+};
}

copied! {
    "/src/loader/bare.js" bare
    "/src/loader/csp.js" refusal
    "/src/loader/errors.js" notAStream
    "/src/loader/options.js" refreshOf
    "/src/loader/problem.js" tell
    "/src/loader/network/lock.js" withLock
    "/src/loader/network/preload.js" takePreloaded
    "/src/loader/network/reason.js" reasonFor
}

thread_local! {
    static HEAR: Hear = Closure::new(hear);
}

/// Asks for a feed; a copy made after `since` will do.
pub fn ask(address: &str, signal: &AbortSignal, since: Timestamp) -> Promise {
    send(address, signal, since.0 as f64)
}

/// Listens to a stream.
pub fn listen(address: &str) {
    HEAR.with(|hear| listen_with(address, hear));
}

/// Takes in the data of an event, or else the `readyState` of a stream.
fn hear(stream: String, news: JsValue) -> JsValue {
    match news.as_string() {
        Some(data) => {
            let kept = pollers::received(&stream, &data);
            kept.map_or(JsValue::UNDEFINED, |address| address.as_str().into())
        }
        None => {
            let state = news.as_f64().unwrap_or_default() as u8;
            JsValue::from_f64(pollers::heard(&stream, state) as f64)
        }
    }
}
