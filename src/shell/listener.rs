//! Listeners, timeouts and observers that undo themselves when they are dropped.

use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::prelude::wasm_bindgen;
use web_sys::{
    Event, EventTarget, IntersectionObserver, IntersectionObserverEntry, IntersectionObserverInit,
};

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_name = setTimeout)]
    fn set_timeout(handler: &js_sys::Function, milliseconds: i32) -> i32;
    #[wasm_bindgen(js_name = clearTimeout)]
    fn clear_timeout(timer: i32);
}

/// An event listener, removed when dropped.
#[must_use = "the listener is removed when this is dropped"]
pub struct EventListener {
    target: EventTarget,
    event: &'static str,
    handler: Closure<dyn Fn(Event)>,
}

impl EventListener {
    /// Listens for `event` on `target`. What is done may lead back to the same listener: a
    /// page's own script may answer an event with a click.
    pub fn new(
        target: &EventTarget,
        event: &'static str,
        handler: Box<dyn Fn(Event)>,
    ) -> EventListener {
        let handler = Closure::wrap(handler);
        let function = handler.as_ref().unchecked_ref();
        // In the capturing phase, which also events that do not bubble have: `error`,
        // `pointerenter`. It fails only for what is no event target.
        let _ = target.add_event_listener_with_callback_and_bool(event, function, true);
        EventListener {
            target: target.clone(),
            event,
            handler,
        }
    }
}

impl Drop for EventListener {
    fn drop(&mut self) {
        let function = self.handler.as_ref().unchecked_ref();
        let _ = self
            .target
            .remove_event_listener_with_callback_and_bool(self.event, function, true);
    }
}

/// A call put off for a while, dropped with this.
#[must_use = "the timeout is cleared when this is dropped"]
pub struct Timeout {
    timer: i32,
    _handler: Closure<dyn FnMut()>,
}

/// A timer's delay is a signed 32 bit number of milliseconds; a longer one would fire at
/// once (<https://html.spec.whatwg.org/#dom-settimeout>).
const LONGEST_DELAY: i64 = i32::MAX as i64;

impl Timeout {
    /// Calls `handler` once after `milliseconds`, or after some 24 days where that is sooner.
    pub fn new(milliseconds: i64, handler: impl FnMut() + 'static) -> Timeout {
        let handler = Closure::<dyn FnMut()>::new(handler);
        let delay = i32::try_from(milliseconds.clamp(0, LONGEST_DELAY)).unwrap_or(i32::MAX);
        Timeout {
            timer: set_timeout(handler.as_ref().unchecked_ref(), delay),
            _handler: handler,
        }
    }
}

impl Drop for Timeout {
    fn drop(&mut self) {
        clear_timeout(self.timer);
    }
}

/// Watches whether an element is near the visible part of the page.
#[must_use = "the observer is disconnected when this is dropped"]
pub struct NearnessObserver {
    observer: IntersectionObserver,
    _handler: Closure<dyn FnMut(js_sys::Array)>,
}

impl NearnessObserver {
    /// Calls `handler` whenever the element comes near or leaves; `None` where the browser
    /// cannot tell.
    pub fn new(
        element: &web_sys::Element,
        mut handler: impl FnMut(bool) + 'static,
    ) -> Option<NearnessObserver> {
        let handler = Closure::<dyn FnMut(js_sys::Array)>::new(move |entries: js_sys::Array| {
            let last: IntersectionObserverEntry =
                entries.get(entries.length() - 1).unchecked_into();
            handler(last.is_intersecting());
        });
        let options = IntersectionObserverInit::new();
        options.set_root_margin("200px");
        let function = handler.as_ref().unchecked_ref();
        let observer = IntersectionObserver::new_with_options(function, &options).ok()?;
        observer.observe(element);
        Some(NearnessObserver {
            observer,
            _handler: handler,
        })
    }
}

impl Drop for NearnessObserver {
    fn drop(&mut self) {
        self.observer.disconnect();
    }
}
