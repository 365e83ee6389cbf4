//! The widgets of the page: each a model, a view model, and what the browser does for it.

use std::cell::RefCell;
use std::rc::Rc;
use std::sync::Arc;

use leptos::prelude::{on_cleanup, untrack};
use wasm_bindgen_futures::spawn_local;
#[cfg(feature = "standalone")]
use web_sys::HtmlElement;

use super::dom_events::{is_motion_reduced, is_page_visible, listeners};
use super::effect::{Effect, effect};
use super::focus::{held_row, move_focus};
use super::intl::Browser;
use super::listener::{EventListener, NearnessObserver, Timeout};
use super::shadow_host::ShadowHost;
use super::{detail, is_online, now, page_address, pollers, tick};
#[cfg(feature = "standalone")]
use crate::config::Loading;
use crate::config::{self, Config, ConfigProblem, Context, ReadAttribute};
use crate::page;
use crate::source::WidgetId;
use crate::view::tree::TreeNode;
use crate::view::{self, ViewModel};
use crate::widget::model::{Model, Presence};
use crate::widget::state::State;
use crate::widget::update::{Command, Message, may_change_headlines, update};

struct Instance {
    view_model: ViewModel,
    model: RefCell<Model>,
    attribute: Box<ReadAttribute<'static>>,
    /// Messages that came while another was being dealt with.
    queue: RefCell<Vec<Message>>,
    timeout: RefCell<Option<Timeout>>,
    attached: RefCell<Option<Rc<Attached>>>,
    configured: RefCell<Option<Effect>>,
}

/// What a widget has once it is on the page; all of it ends when this is dropped.
struct Attached {
    shadow_host: ShadowHost,
    _listeners: Vec<EventListener>,
    _watch: Option<NearnessObserver>,
}

struct Widgets {
    last: WidgetId,
    instances: Vec<(WidgetId, Rc<Instance>)>,
}

thread_local! {
    static WIDGETS: RefCell<Widgets> = const {
        RefCell::new(Widgets {
            last: 0,
            instances: Vec::new(),
        })
    };
}

/// A number for a widget that is about to be made.
pub fn new_id() -> WidgetId {
    WIDGETS.with_borrow_mut(|widgets| {
        widgets.last += 1;
        widgets.last
    })
}

/// Makes a widget and draws it. It waits for its place on the page, see [`attach`].
pub fn start(widget: WidgetId, attribute: Box<ReadAttribute<'static>>) -> TreeNode {
    pollers::connect(dispatch);
    // Read again, and followed from then on, when the widget stands on the page.
    let (config, _) = untrack(|| read_options(&*attribute));
    let presence = Presence {
        visible: is_page_visible(),
        on_screen: true,
        online: is_online(),
    };
    let model = Model::new(config, presence, &Browser);
    let view_model = ViewModel::new(&model, now());
    let instance = Rc::new(Instance {
        view_model: view_model.clone(),
        model: RefCell::new(model),
        attribute,
        queue: RefCell::default(),
        timeout: RefCell::default(),
        attached: RefCell::default(),
        configured: RefCell::default(),
    });
    WIDGETS.with_borrow_mut(|widgets| widgets.instances.push((widget, instance)));
    on_cleanup(move || stop(widget));
    dispatch(widget, Message::MotionReduced(is_motion_reduced()));
    let dispatch = move |message| dispatch(widget, message);
    view::widget(view_model, &Browser, Arc::new(dispatch))
}

/// Tells a widget where it stands, and reads its options now and whenever they change.
pub fn attach(widget: WidgetId, shadow_host: ShadowHost) {
    let Some(instance) = find(widget) else {
        return;
    };
    let attached = Attached {
        _listeners: listeners(
            &shadow_host.mount_point,
            Rc::new(move |message| dispatch(widget, message)),
        ),
        _watch: NearnessObserver::new(&shadow_host.element, move |on_screen| {
            dispatch(widget, Message::OnScreen(on_screen));
        }),
        shadow_host,
    };
    instance.attached.replace(Some(Rc::new(attached)));
    let configured = effect(Box::new(move || configure(widget)));
    instance.configured.replace(Some(configured));
}

fn configure(widget: WidgetId) {
    if let Some(instance) = find(widget) {
        let (config, problems) = read_options(&*instance.attribute);
        // Who listens to its events may read signals of his own.
        untrack(|| dispatch(widget, Message::Configured(config, problems)));
    }
}

/// Takes a widget down.
fn stop(widget: WidgetId) {
    let Some(instance) = find(widget) else {
        return;
    };
    WIDGETS.with_borrow_mut(|widgets| widgets.instances.retain(|(known, _)| *known != widget));
    pollers::dispatch(page::Message::Subscribed(widget, Vec::new()));
    instance.timeout.take();
    instance.configured.take();
    if let Some(attached) = instance.attached.take() {
        attached.shadow_host.show_widget(false);
    }
}

/// Whether a widget has that number.
#[cfg(feature = "standalone")]
pub fn is_running(widget: WidgetId) -> bool {
    find(widget).is_some()
}

/// When a widget is to be loaded, as long as it does not stand on the page yet.
#[cfg(feature = "standalone")]
pub fn loading(widget: WidgetId) -> Loading {
    let loading = find(widget).map(|instance| instance.model.borrow().config.loading);
    loading.unwrap_or(Loading::Lazy)
}

/// The element that a widget stands in the shadow of, once it is on the page.
#[cfg(feature = "standalone")]
pub fn host(widget: WidgetId) -> Option<HtmlElement> {
    let attached = find(widget)?.attached()?;
    Some(attached.shadow_host.element.clone())
}

/// The state of a widget in one word.
pub fn state(widget: WidgetId) -> &'static str {
    let state = find(widget).map(|instance| instance.model.borrow().state(now()));
    state.unwrap_or(State::Loading).name()
}

/// The shown headlines as plain objects.
pub fn items(widget: WidgetId) -> js_sys::Array {
    find(widget)
        .map(|instance| detail::headlines(&instance.model.borrow().shown))
        .unwrap_or_default()
}

/// Takes a message to a widget. One that comes while another is being dealt with waits.
pub fn dispatch(widget: WidgetId, message: Message) {
    let Some(instance) = find(widget) else {
        return;
    };
    // Where the model is borrowed, the headlines are in the middle of changing.
    let model = instance.model.try_borrow();
    if model.map_or(true, |model| may_change_headlines(&model, &message)) {
        let attached = instance.attached();
        let scrolled = attached.is_some_and(|it| it.shadow_host.is_scrolled());
        let scrolled = Message::Scrolled(scrolled);
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
        instance.timeout.take();
    }
    instance.view_model.show(&model, now());
    let shows_widget = model.has_something_to_show(now());
    if let Some(attached) = instance.attached() {
        attached.shadow_host.show_widget(shows_widget);
    }
    drop(model);
    // The page's handlers may call back: what they cause must not be undone by what is older.
    for is_for_the_page in [false, true] {
        for command in &commands {
            if matches!(command, Command::Emit(_)) == is_for_the_page {
                instance.carry_out(widget, command);
            }
        }
    }
}

impl Instance {
    fn next_message(&self) -> Option<Message> {
        let mut queue = self.queue.borrow_mut();
        (!queue.is_empty()).then(|| queue.remove(0))
    }

    /// A copy, because a page's own handlers may take the widget down.
    fn attached(&self) -> Option<Rc<Attached>> {
        self.attached.borrow().clone()
    }

    fn carry_out(&self, widget: WidgetId, command: &Command) {
        match command {
            Command::Subscribe(wanted) => {
                pollers::dispatch(page::Message::Subscribed(widget, wanted.clone()));
            }
            Command::AskNow => pollers::dispatch(page::Message::AskNow(widget)),
            Command::Retry => pollers::dispatch(page::Message::Retry(widget)),
            Command::WakeAt(time) => {
                let delay = time.0.saturating_sub(now().0);
                let timeout = Timeout::new(delay, move || dispatch(widget, Message::Woke));
                *self.timeout.borrow_mut() = Some(timeout);
            }
            Command::Report(message) => report(message),
            Command::Focus(focus) => {
                let (attached, focus) = (self.attached(), *focus);
                let mount_point = attached.as_ref().map(|it| &it.shadow_host.mount_point);
                let held = mount_point.and_then(held_row);
                // After the effects that draw what was commanded, which wait in the same queue,
                // and after what these put there: a popover has no focus before it is shown.
                spawn_local(async move {
                    spawn_local(async move {
                        if let Some(attached) = attached {
                            let host = &attached.shadow_host;
                            move_focus(&host.element, &host.mount_point, focus, held.as_ref());
                        }
                    });
                });
            }
            Command::Emit(event) => {
                if let Some(attached) = self.attached() {
                    detail::emit(&attached.shadow_host.element, event);
                }
            }
        }
    }
}

fn find(widget: WidgetId) -> Option<Rc<Instance>> {
    WIDGETS.with_borrow(|widgets| {
        let mut instances = widgets.instances.iter();
        let (_, instance) = instances.find(|(known, _)| *known == widget)?;
        Some(instance.clone())
    })
}

fn read_options(attribute: &ReadAttribute<'_>) -> (Arc<Config>, Vec<ConfigProblem>) {
    let page = page_address();
    let context = Context {
        base: page.as_ref(),
        host: &Browser,
        calendar: &Browser,
    };
    let (config, problems) = config::read(attribute, context);
    (Arc::new(config), problems)
}

/// One line on the console, for the person who put the widget on the page.
pub fn report(message: &str) {
    let mut line = String::from("strillone: ");
    line.push_str(message);
    web_sys::console::warn_1(&line.into());
}
