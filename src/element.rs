//! What the loader calls (`src/loader/`): a `<strillone-news>` is a `<NewsWidget/>` whose
//! properties follow the element's attributes. A widget is known to the loader by a number; a
//! number that is not known any more is ignored.

use std::cell::RefCell;
use std::rc::Rc;

use leptos::mount::{UnmountHandle, mount_to_renderer};
use leptos::prelude::{ArcTrigger, Notify, Owner, Track};
use leptos::view;
use wasm_bindgen::prelude::wasm_bindgen;
use web_sys::HtmlElement;

use crate::component::{NewsWidget, Property, WidgetHandle};
use crate::config::ReadAttribute;
use crate::shell::dom::MountedNode;
use crate::shell::instance::{self, ShadowHost};
use crate::shell::{inherited, network, pollers};
use crate::source::WidgetId;
use crate::view::COMPONENT_STYLE;
use crate::view::tree::TreeNode;
use crate::widget::update::Message;

/// The attributes of an element, as a source of properties.
struct Attributes {
    host: HtmlElement,
    changed: ArcTrigger,
}

/// An element with a widget in it.
struct Mounted {
    widget: WidgetId,
    attributes: Rc<Attributes>,
    view: UnmountHandle<MountedNode>,
    owner: Owner,
}

thread_local! {
    static MOUNTED: RefCell<Vec<Mounted>> = const { RefCell::new(Vec::new()) };
}

/// Puts a widget into `mount_point`, an element inside the host's shadow root, and returns its
/// number. `fallback` is the slot that shows the partner's own content: it is hidden while
/// the widget has something to show, and shown again when it can never have.
#[wasm_bindgen]
pub fn mount(
    host: HtmlElement,
    mount_point: HtmlElement,
    fallback: HtmlElement,
    network: network::LoaderNetwork,
) -> u32 {
    network::connect(network);
    let handle = WidgetHandle::new();
    let attributes = Rc::new(Attributes {
        host: host.clone(),
        changed: ArcTrigger::new(),
    });
    let (owner, drawn) = (Owner::new(), attributes.clone());
    let view = owner.with(|| mount_to_renderer(&mount_point, move || news_widget(&drawn, handle)));
    MOUNTED.with_borrow_mut(|mounted| {
        mounted.push(Mounted {
            widget: handle.id(),
            attributes,
            view,
            owner: owner.clone(),
        });
    });
    let shadow_host = ShadowHost {
        element: host,
        mount_point,
        fallback: Some(fallback),
    };
    owner.with(|| instance::attach(handle.id(), shadow_host));
    handle.id()
}

/// The rules of what only the component draws; the loader has the others, for its first headlines.
#[wasm_bindgen]
pub fn style() -> String {
    COMPONENT_STYLE.to_owned()
}

/// The properties follow the attributes.
fn news_widget(attributes: &Rc<Attributes>, handle: WidgetHandle) -> TreeNode {
    let feed = attributes.clone();
    let feed = Property::of_text(Box::new(move || feed.read("feed")));
    let others = attributes.clone();
    let others: Box<ReadAttribute<'static>> = Box::new(move |name| others.read(name));
    view! { <NewsWidget feed attributes=others handle/> }.into_inner()
}

impl Attributes {
    fn read(&self, name: &str) -> Option<String> {
        self.changed.track();
        let host = &self.host;
        match name {
            "lang" => inherited::language(host),
            "dir" => host
                .get_attribute(name)
                .or_else(|| inherited::direction(host)),
            _ => host.get_attribute(name),
        }
    }
}

/// The host's attributes changed: reads them again.
#[wasm_bindgen]
pub fn reconfigure(widget: u32) {
    MOUNTED.with_borrow(|mounted| {
        if let Some(mounted) = mounted.iter().find(|it| it.widget == widget) {
            mounted.attributes.changed.notify();
        }
    });
}

/// Takes the widget down: no timer, listener, request or node of it is left.
#[wasm_bindgen]
pub fn unmount(widget: u32) {
    let mounted = MOUNTED.with_borrow_mut(|mounted| {
        let place = mounted.iter().position(|it| it.widget == widget)?;
        Some(mounted.swap_remove(place))
    });
    if let Some(Mounted { view, owner, .. }) = mounted {
        drop(view);
        owner.cleanup();
    }
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

/// A stream of events was heard of: its address, and the `readyState` of its `EventSource`.
/// Returns how long to wait before one that is closed is tried again, in milliseconds.
#[wasm_bindgen]
pub fn heard(stream: &str, state: u8) -> f64 {
    pollers::heard(stream, state) as f64
}

/// A stream brought an event with this data. Returns the address under which to keep it, where
/// it is a feed.
#[wasm_bindgen]
pub fn received(stream: &str, data: &str) -> Option<String> {
    pollers::received(stream, data).map(|address| address.as_str().to_owned())
}
