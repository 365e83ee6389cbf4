//! The shadow root of a widget in somebody's Leptos application. That of a `<strillone-news>` is
//! the loader's.

use std::cell::RefCell;
use std::rc::Rc;

use leptos::prelude::Owner;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::spawn_local;
use web_sys::{Element, HtmlElement, ShadowRoot, ShadowRootInit, ShadowRootMode};

use super::instance;
use super::listener::NearnessObserver;
use super::shadow_host::ShadowHost;
use super::style;
use crate::config::Loading;
use crate::source::WidgetId;
use crate::view::selectors::PLACE;

/// Puts what is in an element into its shadow root, and starts the widget that it is: at once,
/// or when it comes near.
pub fn host(element: &Element, widget: WidgetId) -> Option<NearnessObserver> {
    let shadow_host = open(element)?;
    let owner = Owner::current().unwrap_or_default();
    let waiting = RefCell::new(Some(shadow_host));
    let attach = Rc::new(move || {
        if let Some(shadow_host) = waiting.take() {
            owner.with(|| instance::attach(widget, shadow_host));
        }
    });
    let arrive = attach.clone();
    let observer = match instance::loading(widget) {
        Loading::Eager => None,
        Loading::Lazy => NearnessObserver::new(element, move |is_near| {
            if is_near {
                arrive();
            }
        }),
    };
    if observer.is_none() {
        // Once the page has put the element where it belongs: what it inherits depends on it.
        spawn_local(async move { attach() });
    }
    observer
}

/// What a server has printed stays until the widget has something to show.
fn open(element: &Element) -> Option<ShadowHost> {
    // An element, because Leptos mounts into elements alone.
    let place = division(element)?;
    place.set_class_name(PLACE);
    move_nodes(element, &place)?;
    let (root, fallback) = match element.shadow_root() {
        Some(root) => {
            let printed = division(element)?;
            move_nodes(&root, &printed)?;
            root.append_child(&printed).ok()?;
            (root, Some(printed))
        }
        None => (attach_root(element)?, None),
    };
    style::adopt(&root);
    root.append_child(&place).ok()?;
    Some(ShadowHost {
        element: element.clone().unchecked_into(),
        mount_point: place,
        fallback,
    })
}

fn attach_root(element: &Element) -> Option<ShadowRoot> {
    let options = ShadowRootInit::new(ShadowRootMode::Open);
    element.attach_shadow(&options).ok()
}

fn division(element: &Element) -> Option<HtmlElement> {
    let division = element.owner_document()?.create_element("div").ok()?;
    Some(division.unchecked_into())
}

fn move_nodes(from: &web_sys::Node, to: &web_sys::Node) -> Option<()> {
    while let Some(node) = from.first_child() {
        to.append_child(&node).ok()?;
    }
    Some(())
}
