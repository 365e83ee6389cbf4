//! What knows the browser, beside `element` alone. It carries out what `update` commands and turns
//! what happens on the page into messages.

pub mod instance;
pub mod network;
pub mod pollers;

mod detail;
mod dom_events;
mod effect;
pub mod inherited;

mod directive;
pub mod dom;
mod focus;
mod hydration;
mod marquee;
#[cfg(feature = "standalone")]
mod shadow;
pub mod shadow_host;
#[cfg(feature = "standalone")]
mod style;

mod intl;
mod listener;

pub use self::intl::Browser;
use crate::address::WebAddress;
use crate::time::{Tick, Timestamp};

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

fn page_address() -> Option<WebAddress> {
    // Of the root, because an `<img name="baseURI">` of the page hides the document's own:
    // <https://html.spec.whatwg.org/multipage/dom.html#dom-document-nameditem>
    let root = web_sys::window()?.document()?.document_element()?;
    let address = root.base_uri().ok()??;
    WebAddress::parse(&address, None, &Browser)
}
