//! What the browser tells a widget: of its reader's hands, of the page, of the network.

use std::rc::Rc;

use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::wasm_bindgen;
use web_sys::{Element, Event as DomEvent, EventTarget, HtmlElement, KeyboardEvent, Node};

use super::listener::EventListener;
use crate::widget::update::Message;

const REDUCED_MOTION: &str = "(prefers-reduced-motion: reduce)";

/// Listens to all that a widget wants to know, and dispatches it, until the listeners are
/// dropped.
pub fn listeners(mount_point: &HtmlElement, dispatch: Rc<dyn Fn(Message)>) -> Vec<EventListener> {
    let on = |target: &EventTarget, event, message: fn(&DomEvent) -> Option<Message>| {
        let dispatch = dispatch.clone();
        let handler = move |event| {
            if let Some(message) = message(&event) {
                dispatch(message);
            }
        };
        EventListener::new(target, event, Box::new(handler))
    };
    let visibility: fn(&DomEvent) -> Option<Message> =
        |_| Some(Message::Visible(is_page_visible()));
    let mut listeners = vec![
        on(mount_point, "pointerover", |_| {
            Some(Message::Interacting(true))
        }),
        on(mount_point, "pointerout", |event| {
            Some(Message::Interacting(
                stays_within(event) || has(event, ":focus-visible"),
            ))
        }),
        on(mount_point, "focusin", |_| Some(Message::Interacting(true))),
        on(mount_point, "focusout", |event| {
            Some(Message::Interacting(
                stays_within(event) || has(event, ":hover"),
            ))
        }),
        on(mount_point, "focusin", focused_by_keyboard),
        on(mount_point, "keydown", close_on_escape),
        on(mount_point, "error", hide_broken_picture),
        on(mount_point, "load", hide_small_picture),
    ];
    if let Some(window) = web_sys::window() {
        if let Ok(Some(query)) = window.match_media(REDUCED_MOTION) {
            listeners.push(on(&query, "change", |_| {
                Some(Message::MotionReduced(is_motion_reduced()))
            }));
        }
        listeners.push(on(&window, "online", |_| Some(Message::Online(true))));
        listeners.push(on(&window, "offline", |_| Some(Message::Online(false))));
        listeners.push(on(&window, "pageshow", visibility));
        // What a page keeps open bars it from the back/forward cache.
        listeners.push(on(&window, "pagehide", |_| Some(Message::Visible(false))));
        if let Some(document) = window.document() {
            listeners.push(on(&document, "visibilitychange", visibility));
        }
    }
    listeners
}

/// Whether the pointer or the focus goes on to something else within the widget.
fn stays_within(event: &DomEvent) -> bool {
    let mount_point = event
        .current_target()
        .and_then(|target| target.dyn_into::<Node>().ok());
    let goes_to = js_sys::Reflect::get(event, &"relatedTarget".into());
    let goes_to = goes_to.ok().and_then(|node| node.dyn_into::<Node>().ok());
    mount_point
        .is_some_and(|mount_point| goes_to.is_some() && mount_point.contains(goes_to.as_ref()))
}

fn close_on_escape(event: &DomEvent) -> Option<Message> {
    let is_escape = event.unchecked_ref::<KeyboardEvent>().key() == "Escape";
    is_escape.then_some(Message::Close)
}

/// Whether the focus came by the keyboard, as the browser sees it.
fn focused_by_keyboard(event: &DomEvent) -> Option<Message> {
    let target: Element = event.target()?.dyn_into().ok()?;
    let is_visible = target.matches(":focus-visible").unwrap_or(false);
    is_visible.then_some(Message::FocusedByKeyboard)
}

/// Whether something within the widget matches.
fn has(event: &DomEvent, selector: &str) -> bool {
    let mount_point = event.current_target();
    let mount_point = mount_point.and_then(|target| target.dyn_into::<Element>().ok());
    mount_point
        .is_some_and(|mount_point| matches!(mount_point.query_selector(selector), Ok(Some(_))))
}

fn hide_broken_picture(event: &DomEvent) -> Option<Message> {
    let picture = event.target()?.dyn_into::<HtmlElement>().ok()?;
    picture.set_hidden(true);
    None
}

#[wasm_bindgen]
extern "C" {
    type Image;
    #[wasm_bindgen(method, getter, js_name = naturalWidth)]
    fn natural_width(this: &Image) -> Option<f64>;
    #[wasm_bindgen(method, getter, js_name = naturalHeight)]
    fn natural_height(this: &Image) -> Option<f64>;
}

/// A picture whose size nobody declared may turn out to be small: it is not enlarged to fill a
/// frame, which stays as it is, and one of a pixel or two is not shown at all.
fn hide_small_picture(event: &DomEvent) -> Option<Message> {
    let picture = event.target()?.dyn_into::<HtmlElement>().ok()?;
    // In WebKit a drawing has the size of its box.
    if picture.has_attribute("width") {
        return None;
    }
    let image: &Image = picture.unchecked_ref();
    let side = image.natural_width()?.min(image.natural_height()?);
    let is_framed = picture.matches(".frame > *").unwrap_or(false);
    let least = if is_framed { 100.0 } else { 3.0 };
    // A drawing may have no size of its own.
    if side > 0.0 && side < least {
        picture.set_hidden(true);
    }
    None
}

/// Whether the tab is in front.
pub fn is_page_visible() -> bool {
    let document = web_sys::window().and_then(|window| window.document());
    document.is_none_or(|document| !document.hidden())
}

/// Whether the reader's device asks for no motion.
pub fn is_motion_reduced() -> bool {
    let query = web_sys::window().and_then(|window| window.match_media(REDUCED_MOTION).ok()?);
    query.is_some_and(|query| query.matches())
}
