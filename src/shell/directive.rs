//! What some elements do that needs more of the browser than listening.

use std::cell::Cell;

use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::spawn_local;
use web_sys::{Element, Event, HtmlElement, KeyboardEvent, Node, PointerEvent};

use super::listener::EventListener;
#[cfg(feature = "standalone")]
use super::listener::NearnessObserver;
use super::marquee::Marquee;
use crate::view::selectors as find;
use crate::view::tree::{Action, Directive};

#[wasm_bindgen]
extern "C" {
    type Popover;
    #[wasm_bindgen(method, js_name = showPopover, catch)]
    fn show(this: &Popover) -> Result<(), JsValue>;
}

/// An overlay with less room than this beside its headline lies over it, in CSS pixels.
const LEAST_HEIGHT: i32 = 160;

/// What keeps a directive alive; it ends when this is dropped.
#[expect(dead_code, reason = "what it holds is only there to be dropped")]
pub enum ActiveDirective {
    Listening(Vec<EventListener>),
    Running(Option<Marquee>),
    #[cfg(feature = "standalone")]
    Waiting(Option<NearnessObserver>),
}

/// Lets an element do what it does.
pub fn begin(element: &Element, directive: Directive) -> ActiveDirective {
    match directive {
        #[cfg(feature = "standalone")]
        Directive::Host(widget) => ActiveDirective::Waiting(super::shadow::host(element, widget)),
        Directive::Run { speed, direction } => {
            ActiveDirective::Running(Marquee::run(element, speed, direction))
        }
        Directive::Overlay(dismiss) => ActiveDirective::Listening(overlay(element, dismiss)),
        Directive::Swipe(actions) => ActiveDirective::Listening(swipe(element, actions)),
    }
}

/// Puts the element into the top layer once it is on the page, above every box that would
/// clip it. Where a browser has no popovers, the style sheet lays it over the widget.
fn overlay(element: &Element, dismiss: Action) -> Vec<EventListener> {
    let popover: Popover = element.clone().unchecked_into();
    spawn_local(async move {
        // It fails only where it is not on the page any more, or where there is no such thing.
        if popover.show().is_ok() {
            bring_into_window(popover.unchecked_ref());
        }
    });
    let Some(document) = element.owner_document() else {
        return Vec::new();
    };
    let dismiss = std::rc::Rc::new(dismiss);
    let (overlay, press) = (Node::from(element.clone()), dismiss.clone());
    let pressed = move |event: Event| {
        let is_within = |target: JsValue| {
            let target: Option<Element> = target.dyn_into().ok();
            target.is_some_and(|it| {
                overlay.contains(Some(&it)) || it.matches(find::TOGGLE) == Ok(true)
            })
        };
        if !event.composed_path().iter().any(is_within) {
            press();
        }
    };
    // The focus may be anywhere on the page while the pointer has opened it (WCAG 1.4.13).
    let escaped = move |event: Event| {
        if event.unchecked_ref::<KeyboardEvent>().key() == "Escape" {
            dismiss();
        }
    };
    vec![
        EventListener::new(&document, "pointerdown", Box::new(pressed)),
        EventListener::new(&document, "keyup", Box::new(escaped)),
    ]
}

/// Moves an overlay that the style sheet's anchor has put outside the window: WebKit 2.50
/// looks for room where the headline was before the page was scrolled.
fn bring_into_window(overlay: &HtmlElement) -> Option<()> {
    let window = web_sys::window()?.document()?.document_element()?;
    let (width, height) = (window.client_width(), window.client_height());
    let place = overlay.get_bounding_client_rect();
    let (left, top) = (place.left() as i32, place.top() as i32);
    let (wide, high) = (overlay.offset_width(), overlay.offset_height());
    if left >= 0 && top >= 0 && left + wide <= width && top + high <= height {
        return None;
    }
    let root = overlay.parent_element()?;
    let opened = root.query_selector(find::OPEN_TOGGLE).ok()??;
    let anchor = opened
        .closest(find::ANCHOR)
        .ok()??
        .get_bounding_client_rect();
    let (before, after) = (anchor.top() as i32, height - anchor.bottom() as i32);
    let is_below = high <= after || before <= after;
    // Not over what opened it, unless there is next to no room beside that.
    let room = if is_below { after } else { before };
    let high = high.min(room.max(LEAST_HEIGHT));
    let top = if is_below {
        height - after
    } else {
        before - high
    };
    let top = top.clamp(0, (height - high).max(0));
    let left = (anchor.left() as i32).min(width - wide).max(0);
    let style = overlay.style();
    for (name, value) in [
        ("position-area", String::from("none")),
        ("margin", String::from("0")),
        ("max-block-size", high.to_string() + "px"),
        ("left", left.to_string() + "px"),
        ("top", top.to_string() + "px"),
    ] {
        // Names and values that are always valid; one that is not known is not needed either.
        let _ = style.set_property(name, &value);
    }
    Some(())
}

/// How far a finger must move, in CSS pixels, to mean a swipe.
const SWIPE: i32 = 40;

/// Of fingers only: with a mouse, readers mark text.
fn swipe(element: &Element, [to_left, to_right]: [Action; 2]) -> Vec<EventListener> {
    let begin = std::rc::Rc::new(Cell::new(0));
    let began = begin.clone();
    let down = move |event: Event| began.set(event.unchecked_ref::<PointerEvent>().client_x());
    let up = move |event: Event| {
        let event: &PointerEvent = event.unchecked_ref();
        let way = event.client_x() - begin.get();
        if event.pointer_type() != "touch" {
        } else if way <= -SWIPE {
            to_left();
        } else if way >= SWIPE {
            to_right();
        }
    };
    vec![
        EventListener::new(element, "pointerdown", Box::new(down)),
        EventListener::new(element, "pointerup", Box::new(up)),
    ]
}
