//! The only modules that name the browser. They carry out what `update` commands and turn
//! what happens on the page into messages.
//!
//! The functions here are what the loader calls (`src/loader/`). A widget is known to it by
//! a number; a number that is not known any more is ignored.

mod instance;
mod network;
mod pollers;

mod detail;
mod events;

mod directive;
mod dom;
mod marquee;

mod intl;
mod listener;

use wasm_bindgen::prelude::wasm_bindgen;
use web_sys::HtmlElement;

use crate::page::streams::StreamEvent;
use crate::time::{Tick, Timestamp};
use crate::widget::update::Message;

/// Puts a widget into `mount_point`, an element inside the host's shadow root, and returns its
/// handle. `fallback` is the slot that shows the partner's own content: it is hidden while
/// the widget has something to show, and shown again when it can never have.
#[wasm_bindgen]
pub fn mount(
    host: HtmlElement,
    mount_point: HtmlElement,
    fallback: HtmlElement,
    network: network::Network,
) -> u32 {
    network::connect(network);
    instance::mount(host, mount_point, fallback)
}

/// The host's attributes changed: reads them anew.
#[wasm_bindgen]
pub fn reconfigure(widget: u32) {
    instance::reconfigure(widget);
}

/// Asks for the feeds now.
#[wasm_bindgen]
pub fn refresh(widget: u32) {
    instance::dispatch(widget, Message::Refresh);
}

/// Stops all motion.
#[wasm_bindgen]
pub fn pause(widget: u32) {
    instance::dispatch(widget, Message::Pause);
}

/// Lets motion go on.
#[wasm_bindgen]
pub fn play(widget: u32) {
    instance::dispatch(widget, Message::Play);
}

/// `"loading"`, `"ready"`, `"stale"`, `"offline"`, `"empty"` or `"failed"`.
#[wasm_bindgen]
pub fn state(widget: u32) -> String {
    instance::state(widget).to_owned()
}

/// The shown items as plain objects.
#[wasm_bindgen]
pub fn items(widget: u32) -> js_sys::Array {
    instance::items(widget)
}

/// Takes the widget down: no timer, listener, request or node of it is left.
#[wasm_bindgen]
pub fn unmount(widget: u32) {
    instance::unmount(widget);
}

/// A stream of events was heard of: its address, and the `readyState` of its `EventSource`.
/// Returns how long to wait before it is connected again, in milliseconds, or 0 where that is left
/// to the browser.
#[wasm_bindgen]
pub fn heard(stream: &str, state: u8) -> f64 {
    let news = match state {
        1 => StreamEvent::Opened,
        2 => StreamEvent::Refused,
        _ => StreamEvent::Interrupted,
    };
    pollers::heard(stream, news) as f64
}

/// A stream brought an event with this data. Returns the address under which to keep it, where
/// it is a feed.
#[wasm_bindgen]
pub fn received(stream: &str, data: &str) -> Option<String> {
    pollers::received(stream, data).map(|address| address.as_str().to_owned())
}

fn is_online() -> bool {
    web_sys::window().is_none_or(|window| window.navigator().on_line())
}

fn now() -> Timestamp {
    Timestamp(js_sys::Date::now() as i64)
}

fn tick() -> Tick {
    Tick {
        now: now(),
        chance: (js_sys::Math::random() * f64::from(u16::MAX)) as u16,
    }
}
