//! The network as the loader hands it over: it has asked already when the wasm comes.

use std::cell::RefCell;

use js_sys::Promise;
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;
use web_sys::AbortSignal;

use crate::time::Timestamp;

#[wasm_bindgen]
extern "C" {
    /// The loader's way to the network (`src/loader/network/request.js`), the same for all widgets.
    #[derive(Clone)]
    pub type LoaderNetwork;
    #[wasm_bindgen(method)]
    fn ask(this: &LoaderNetwork, address: &str, signal: &AbortSignal, since: f64) -> Promise;
    #[wasm_bindgen(method)]
    fn recall(this: &LoaderNetwork, address: &str) -> Promise;
    #[wasm_bindgen(method)]
    fn conclude(this: &LoaderNetwork, address: &str, is_good: bool);
    #[wasm_bindgen(method)]
    fn listen(this: &LoaderNetwork, address: &str);
    #[wasm_bindgen(method)]
    fn leave(this: &LoaderNetwork, address: &str);
}

thread_local! {
    static NETWORK: RefCell<Option<LoaderNetwork>> = const { RefCell::new(None) };
}

/// Asks by way of `network` from now on.
pub fn connect(network: LoaderNetwork) {
    NETWORK.set(Some(network));
}

/// Asks for a feed; a copy made after `since` will do.
pub fn ask(address: &str, signal: &AbortSignal, since: Timestamp) -> Promise {
    with_network(no_answer, |network| {
        network.ask(address, signal, since.0 as f64)
    })
}

/// Looks for the copy of a feed on the device.
pub fn recall(address: &str) -> Promise {
    with_network(no_answer, |network| network.recall(address))
}

/// Tells what became of the answer to a request: a good one is kept on the device.
pub fn conclude(address: &str, is_good: bool) {
    with_network(|| (), |network| network.conclude(address, is_good));
}

/// Listens to a stream.
pub fn listen(address: &str) {
    with_network(|| (), |network| network.listen(address));
}

/// Listens to a stream no longer.
pub fn leave(address: &str) {
    with_network(|| (), |network| network.leave(address));
}

fn no_answer() -> Promise {
    Promise::resolve(&JsValue::UNDEFINED)
}

/// Nobody asks before the first widget is mounted, and there is a network.
fn with_network<T>(without: fn() -> T, send: impl FnOnce(&LoaderNetwork) -> T) -> T {
    NETWORK.with_borrow(|network| network.as_ref().map_or_else(without, send))
}
