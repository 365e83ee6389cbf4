//! Headlines and events as the plain objects that a page's own scripts see.

use std::sync::Arc;

use js_sys::{Array, Object, Reflect};
use wasm_bindgen::JsValue;
use web_sys::{CustomEvent, CustomEventInit, HtmlElement};

use crate::widget::event::Event;
use crate::widget::model::Headline;

/// Sends an event from the host: it bubbles and leaves shadow roots.
pub fn emit(host: &HtmlElement, event: &Event) {
    let detail = match event {
        Event::Ready(headlines) | Event::Update(headlines) => list("items", headlines),
        Event::LinkFollowed(item) | Event::PreviewOpened(item) => headline(item),
        Event::ChannelFollowed(address) => object(&[("url", address.as_str().into())]),
        Event::Error { kind, message } => object(&[
            ("kind", (*kind).into()),
            ("message", message.as_str().into()),
        ]),
    };
    let options = CustomEventInit::new();
    options.set_bubbles(true);
    options.set_composed(true);
    options.set_detail(&detail);
    if let Ok(told) = CustomEvent::new_with_event_init_dict(event.name(), &options) {
        // Fails only for an event that is already on its way.
        let _ = host.dispatch_event(&told);
    }
}

/// Headlines as an array of plain objects.
pub fn headlines(headlines: &[Arc<Headline>]) -> Array {
    headlines.iter().map(|item| headline(item)).collect()
}

fn list(name: &str, items: &[Arc<Headline>]) -> JsValue {
    object(&[(name, headlines(items).into())])
}

fn headline(headline: &Headline) -> JsValue {
    let item = &headline.item;
    let text = |text: Option<&str>| text.map_or(JsValue::NULL, JsValue::from_str);
    let time = |time: Option<crate::time::Timestamp>| {
        let date = item.dated(time);
        date.map_or(JsValue::NULL, |date| date.to_rfc3339_time().into())
    };
    object(&[
        ("id", item.id.as_str().into()),
        ("url", text(item.link.as_ref().map(|link| link.as_str()))),
        ("title", item.headline().into()),
        ("published", time(item.published)),
        ("updated", time(item.updated)),
        (
            "comments",
            item.comments.count.map_or(JsValue::NULL, JsValue::from),
        ),
    ])
}

fn object(entries: &[(&str, JsValue)]) -> JsValue {
    let object = Object::new();
    for (name, value) in entries {
        // Setting a property of a plain object cannot fail.
        let _ = Reflect::set(&object, &(*name).into(), value);
    }
    object.into()
}
