//! The shadow root of a widget in somebody's Leptos application. That of a `<strillone-news>` is
//! the loader's.

use leptos::prelude::Owner;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::spawn_local;
use web_sys::{Element, HtmlElement, ShadowRootInit, ShadowRootMode};

use super::instance::{self, ShadowHost};
use super::style;
use crate::view::selectors::PLACE;
use crate::view::tree::Directive;

/// What the children of an element are put into: an element in its shadow root, where a widget
/// stands in it, else the element itself. The former, because Leptos mounts into elements alone.
pub fn inside(element: &Element, directive: Option<&Directive>) -> Element {
    let is_host = matches!(directive, Some(Directive::Host(_)));
    let place = is_host.then(|| open(element)).flatten();
    place.unwrap_or_else(|| element.clone())
}

fn open(host: &Element) -> Option<Element> {
    let options = ShadowRootInit::new(ShadowRootMode::Open);
    let root = host.attach_shadow(&options).ok()?;
    let place = host.owner_document()?.create_element("div").ok()?;
    place.set_class_name(PLACE);
    style::adopt(&root);
    root.append_child(&place).ok()?;
    Some(place)
}

/// Starts the widget that stands in an element, once the page has put that where it belongs: what
/// it inherits depends on it.
pub fn start_widget(host: &Element, directive: Option<&Directive>, inside: &Element) {
    if let Some(Directive::Host(widget)) = directive {
        let shadow_host = ShadowHost {
            element: host.clone().unchecked_into::<HtmlElement>(),
            mount_point: inside.clone().unchecked_into(),
            fallback: None,
        };
        let (widget, owner) = (*widget, Owner::current().unwrap_or_default());
        spawn_local(async move { owner.with(|| instance::attach(widget, shadow_host)) });
    }
}
