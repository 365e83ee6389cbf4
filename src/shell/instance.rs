//! The widgets of the page: each a model, a view_model, and what the browser does for it.

use std::cell::RefCell;
use std::rc::Rc;
use std::sync::Arc;

use leptos::mount::{UnmountHandle, mount_to_renderer};
use leptos::prelude::Owner;
use wasm_bindgen_futures::spawn_local;
use web_sys::{Element, HtmlElement};

use super::dom::MountedNode;
use super::events::{is_motion_reduced, is_page_visible, listeners};
use super::intl::Browser;
use super::listener::{Alarm, Listener, Watch};
use super::{detail, directive, is_online, now, pollers, tick};
use crate::address::WebAddress;
use crate::config::{self, Context};
use crate::page;
use crate::view::{self, ViewModel};
use crate::widget::model::{Condition, Model, Presence};
use crate::widget::update::{Command, Message, may_change_headlines, update};

struct Instance {
    host: HtmlElement,
    mount_point: HtmlElement,
    fallback: HtmlElement,
    view_model: ViewModel,
    model: RefCell<Model>,
    /// Messages that came while another was being dealt with.
    queue: RefCell<Vec<Message>>,
    alarm: RefCell<Option<Alarm>>,
    watch: RefCell<Option<Watch>>,
    listeners: RefCell<Vec<Listener>>,
    mounted: RefCell<Option<UnmountHandle<MountedNode>>>,
    owner: Owner,
}

struct Widgets {
    last: u32,
    instances: Vec<(u32, Rc<Instance>)>,
}

thread_local! {
    static WIDGETS: RefCell<Widgets> = const {
        RefCell::new(Widgets {
            last: 0,
            instances: Vec::new(),
        })
    };
}

/// Mounts a widget and starts it.
pub fn mount(host: HtmlElement, mount_point: HtmlElement, fallback: HtmlElement) -> u32 {
    pollers::connect(dispatch);
    let handle = WIDGETS.with_borrow_mut(|widgets| {
        widgets.last += 1;
        widgets.last
    });
    let (config, problems) = read_attributes(&host);
    let presence = Presence {
        visible: is_page_visible(),
        on_screen: true,
        online: is_online(),
    };
    let model = Model::new(config.clone(), presence, &Browser);
    let owner = Owner::new();
    let view_model = ViewModel::new(&model, now());
    let instance = Rc::new(Instance {
        host,
        mount_point,
        fallback,
        view_model: view_model.clone(),
        model: RefCell::new(model),
        queue: RefCell::default(),
        alarm: RefCell::default(),
        watch: RefCell::default(),
        listeners: RefCell::default(),
        mounted: RefCell::default(),
        owner,
    });
    WIDGETS.with_borrow_mut(|widgets| widgets.instances.push((handle, instance.clone())));
    dispatch(handle, Message::MotionReduced(is_motion_reduced()));
    let mounted = instance.owner.with(|| {
        mount_to_renderer(&instance.mount_point, move || {
            let dispatch = move |message| dispatch(handle, message);
            view::widget(view_model, Rc::new(Browser), Rc::new(dispatch))
        })
    });
    *instance.mounted.borrow_mut() = Some(mounted);
    *instance.listeners.borrow_mut() = listeners(
        &instance.mount_point,
        Rc::new(move |message| dispatch(handle, message)),
    );
    *instance.watch.borrow_mut() = Watch::new(&instance.host, move |on_screen| {
        dispatch(handle, Message::OnScreen(on_screen));
    });
    dispatch(handle, Message::Configured(config, problems));
    handle
}

/// The attributes changed: reads them all again.
pub fn reconfigure(handle: u32) {
    if let Some(instance) = find(handle) {
        let (config, problems) = read_attributes(&instance.host);
        dispatch(handle, Message::Configured(config, problems));
    }
}

/// Takes a widget down.
pub fn unmount(handle: u32) {
    let Some(instance) = find(handle) else {
        return;
    };
    WIDGETS.with_borrow_mut(|widgets| widgets.instances.retain(|(known, _)| *known != handle));
    pollers::dispatch(page::Message::Subscribed(handle, Vec::new()));
    instance.alarm.take();
    instance.watch.take();
    instance.listeners.take();
    instance.mounted.take();
    instance.owner.cleanup();
    instance.mount_point.set_hidden(true);
    instance.fallback.set_hidden(false);
}

/// The state of a widget in one word.
pub fn state(handle: u32) -> &'static str {
    let condition = find(handle).map(|instance| instance.model.borrow().condition(now()));
    condition.unwrap_or(Condition::Loading).name()
}

/// The shown headlines as plain objects.
pub fn items(handle: u32) -> js_sys::Array {
    find(handle)
        .map(|instance| detail::headlines(&instance.model.borrow().shown))
        .unwrap_or_default()
}

/// Takes a message to a widget. One that comes while another is being dealt with waits.
pub fn dispatch(handle: u32, message: Message) {
    let Some(instance) = find(handle) else {
        return;
    };
    // Where the model is borrowed, the headlines are in the middle of changing.
    let model = instance.model.try_borrow();
    if model.map_or(true, |model| may_change_headlines(&model, &message)) {
        let scrolled = Message::Scrolled(instance.is_scrolled());
        instance.queue.borrow_mut().push(scrolled);
    }
    instance.queue.borrow_mut().push(message);
    let Ok(mut model) = instance.model.try_borrow_mut() else {
        return;
    };
    let mut commands = Vec::new();
    while let Some(message) = instance.next_message() {
        commands.extend(update(&mut model, message, tick()));
    }
    // Every update says when to wake it next, or else that nothing is to.
    let wakes = |command: &Command| matches!(command, Command::WakeAt(_));
    if !commands.iter().any(wakes) {
        instance.alarm.take();
    }
    instance.view_model.show(&model, now());
    let shows_widget = model.has_something_to_show(now());
    instance.mount_point.set_hidden(!shows_widget);
    instance.fallback.set_hidden(shows_widget);
    drop(model);
    // The page's handlers may call back: what they cause must not be undone by what is older.
    for is_for_the_page in [false, true] {
        for command in &commands {
            if matches!(command, Command::Emit(_)) == is_for_the_page {
                instance.carry_out(handle, command);
            }
        }
    }
}

impl Instance {
    fn next_message(&self) -> Option<Message> {
        let mut queue = self.queue.borrow_mut();
        (!queue.is_empty()).then(|| queue.remove(0))
    }

    /// Whether the reader has scrolled on from where the headlines begin: in a box that the
    /// partner gave a height or in a line that stands. On the page browsers keep what is read
    /// where it is, but WebKit (<https://webkit.org/b/171099>).
    fn is_scrolled(&self) -> bool {
        let is_moved = |it: &Element| it.scroll_top() != 0 || it.scroll_left() != 0;
        let mut boxes = [".root", ".track", ".list"]
            .into_iter()
            .filter_map(|selector| self.mount_point.query_selector(selector).ok()?);
        is_moved(&self.host)
            || boxes.any(|it| is_moved(&it))
            || (self.mount_point.get_bounding_client_rect().top() < 0.0
                && web_sys::css::supports("(overflow-anchor: auto)") == Ok(false))
    }

    fn carry_out(&self, handle: u32, command: &Command) {
        match command {
            Command::Subscribe(wanted) => {
                pollers::dispatch(page::Message::Subscribed(handle, wanted.clone()));
            }
            Command::AskNow => pollers::dispatch(page::Message::AskNow(handle)),
            Command::Retry => pollers::dispatch(page::Message::Retry(handle)),
            Command::WakeAt(time) => {
                let delay = time.0.saturating_sub(now().0);
                let alarm = Alarm::new(delay, move || dispatch(handle, Message::Woke));
                *self.alarm.borrow_mut() = Some(alarm);
            }
            Command::Report(message) => report(message),
            Command::Focus(focus) => {
                let (mount_point, focus) = (self.mount_point.clone(), *focus);
                // After the effects that draw what was commanded, which wait in the same queue,
                // and after what these put there: a popover has no focus before it is shown.
                spawn_local(async move {
                    spawn_local(async move { directive::move_focus(&mount_point, focus) });
                });
            }
            Command::Emit(event) => detail::emit(&self.host, event),
        }
    }
}

fn find(handle: u32) -> Option<Rc<Instance>> {
    WIDGETS.with_borrow(|widgets| {
        let mut instances = widgets.instances.iter();
        let (_, instance) = instances.find(|(known, _)| *known == handle)?;
        Some(instance.clone())
    })
}

fn read_attributes(host: &HtmlElement) -> (Arc<config::Config>, Vec<config::ConfigProblem>) {
    let attribute = |name: &str| match name {
        "lang" => host
            .closest("[lang]")
            .ok()
            .flatten()
            .and_then(|element| element.get_attribute(name))
            .or_else(|| web_sys::window()?.navigator().language()),
        "dir" => host.get_attribute(name).or_else(|| direction(host)),
        _ => host.get_attribute(name),
    };
    let page = page_address(host);
    let (config, problems) = config::read(&attribute, context(page.as_ref()));
    (Arc::new(config), problems)
}

fn context(page: Option<&WebAddress>) -> Context<'_> {
    Context {
        base: page,
        host: &Browser,
        calendar: &Browser,
    }
}

fn page_address(host: &HtmlElement) -> Option<WebAddress> {
    let address = host.base_uri().ok()??;
    WebAddress::parse(&address, None, &Browser)
}

/// The direction that the page gives the element, by the nearest word about it: a language
/// that is said after the direction, as on the widget itself, brings its own.
fn direction(host: &Element) -> Option<String> {
    let nearest = host.closest("[dir],[lang]").ok().flatten()?;
    let direction = nearest.get_attribute("dir")?;
    (!direction.eq_ignore_ascii_case("auto")).then_some(direction)
}

/// One line on the console, for the person who put the widget on the page.
fn report(message: &str) {
    let mut line = String::from("strillone: ");
    line.push_str(message);
    web_sys::console::warn_1(&line.into());
}
