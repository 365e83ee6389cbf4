//! The one store of the page: its pollers, and what the browser does for them.

use std::cell::RefCell;

use js_sys::Promise;
use wasm_bindgen_futures::spawn_local;
use web_sys::{AbortController, AbortSignal};

use super::instance;
use super::intl::Browser;
use super::listener::Alarm;
use super::{network, now, page_address, tick};
use crate::address::WebAddress;
use crate::config::Context;
use crate::feed::{self, Document};
use crate::page::streams::StreamEvent;
use crate::page::{Command, Message, Pollers};
use crate::source::{Answer, FeedState, Route, WidgetId};
use crate::time::{HOUR, Timestamp};
use crate::widget::update;

#[derive(Default)]
struct Store {
    pollers: Pollers,
    requests: Vec<(Route, AbortController)>,
    alarm: Option<Alarm>,
}

thread_local! {
    static STORE: RefCell<Store> = RefCell::default();
}

/// Takes a message to the pollers.
pub fn dispatch(message: Message) {
    let commands = STORE.with_borrow_mut(|store| {
        // Where nothing is to wake, no alarm is left behind.
        store.alarm = None;
        store.pollers.update(message, tick())
    });
    for command in commands {
        carry_out(command);
    }
}

/// Takes in how a stream is doing, and returns how long to wait before one that was refused is
/// tried again, in milliseconds.
pub fn heard(stream: &str, news: StreamEvent) -> i64 {
    let Some(stream) = WebAddress::parse(stream, None, &Browser) else {
        return HOUR;
    };
    dispatch(Message::Heard(stream.clone(), news));
    STORE.with_borrow(|store| store.pollers.stream_wait(&stream, tick()))
}

/// Takes in the data of an event, and returns where to keep it when it is the feed itself.
pub fn received(stream: &str, data: &str) -> Option<WebAddress> {
    let stream = WebAddress::parse(stream, None, &Browser)?;
    let route = STORE.with_borrow(|store| store.pollers.carried_by(&stream).cloned())?;
    let document = Document {
        bytes: data.as_bytes(),
        address: Some(&route.feed),
        charset: Some("utf-8"),
    };
    let news = StreamEvent::of_event(feed::read(document, &Browser), now());
    let is_feed = matches!(news, StreamEvent::Carried(_));
    dispatch(Message::Heard(stream, news));
    is_feed.then(|| address(&route))
}

fn carry_out(command: Command) {
    match command {
        Command::Recall(route) => {
            let copy = network::recall(address(&route).as_str());
            begin(Task::Recall(route, copy));
        }
        Command::Fetch { route, since } => ask(route, since),
        Command::Cancel(route) => {
            if let Some(request) = take_request(&route) {
                request.abort();
            }
        }
        Command::Listen(stream) => network::listen(stream.as_str()),
        Command::Leave(stream) => network::leave(stream.as_str()),
        Command::Tell(subscriber, feed, feed_state) => {
            begin(Task::Tell(subscriber, feed, feed_state));
        }
        Command::WakeAt(time) => {
            let delay = time.0.saturating_sub(now().0);
            let alarm = Alarm::new(delay, || dispatch(Message::Woke));
            STORE.with_borrow_mut(|store| store.alarm = Some(alarm));
        }
    }
}

fn take_request(route: &Route) -> Option<AbortController> {
    STORE.with_borrow_mut(|store| {
        let place = store
            .requests
            .iter()
            .position(|(known, _)| known == route)?;
        Some(store.requests.swap_remove(place).1)
    })
}

fn ask(route: Route, since: Timestamp) {
    let Ok(controller) = AbortController::new() else {
        return;
    };
    let signal = controller.signal();
    let answer = network::ask(address(&route).as_str(), &signal, since);
    STORE.with_borrow_mut(|store| store.requests.push((route.clone(), controller)));
    begin(Task::Ask(route, answer, signal));
}

/// What is done in a turn of its own.
enum Task {
    /// Waits for the copy on the device.
    Recall(Route, Promise),
    /// Waits for an answer.
    Ask(Route, Promise, AbortSignal),
    /// The widget may still be about to be put into its place.
    Tell(WidgetId, WebAddress, FeedState),
}

/// One function for all tasks: each kind of task would bring its code anew.
fn begin(task: Task) {
    spawn_local(async move {
        let (route, promise, signal) = match task {
            Task::Tell(subscriber, feed, feed_state) => {
                let received = update::Message::Received(feed, feed_state);
                return instance::dispatch(subscriber, received);
            }
            Task::Recall(route, copy) => (route, copy, None),
            Task::Ask(route, answer, signal) => (route, answer, Some(signal)),
        };
        let answer = network::receive(promise).await;
        if signal.as_ref().is_some_and(AbortSignal::aborted) {
            return;
        }
        let answer = answer.map(|answer| Box::new(read(&route, answer)));
        if signal.is_none() {
            return dispatch(Message::Recalled(route, answer.ok()));
        }
        take_request(&route);
        dispatch(match answer {
            Ok(answer) => Message::Answered(route, answer),
            Err(failure) => Message::Failed {
                route,
                error: failure.error,
                retry_after: failure.retry_after,
            },
        });
    });
}

/// Where the feed is asked for.
fn address(route: &Route) -> WebAddress {
    let through_proxy = route.proxy.as_ref().and_then(|proxy| {
        let page = page_address();
        let context = Context {
            base: page.as_ref(),
            host: &Browser,
            calendar: &Browser,
        };
        proxy.fill(&route.feed, context)
    });
    through_proxy.unwrap_or_else(|| route.feed.clone())
}

fn read(route: &Route, answer: network::Answer) -> Answer {
    let document = Document {
        bytes: &answer.bytes,
        address: answer.address.as_ref().or(Some(&route.feed)),
        charset: answer.charset.as_deref(),
    };
    Answer {
        reading: feed::read(document, &Browser),
        at: answer.at,
        max_age: answer.max_age,
    }
}
