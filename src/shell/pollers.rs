//! The one store of the page: its pollers, and what the browser does for them.

use std::cell::RefCell;

use js_sys::Promise;
use wasm_bindgen_futures::spawn_local;
use web_sys::{AbortController, AbortSignal};

use super::intl::Browser;
use super::listener::Timeout;
use super::{network, now, tick};
use crate::address::WebAddress;
use crate::feed::{self, Document};
use crate::page::streams::StreamEvent;
use crate::page::{Command, Message, Pollers};
use crate::source::{Answer, Fingerprint, Route, WidgetId};
use crate::time::{HOUR, SECOND, Timestamp};
use crate::widget::update;

/// Takes a message to a widget.
pub type Tell = fn(WidgetId, update::Message);

#[derive(Default)]
struct Store {
    pollers: Pollers,
    requests: Vec<(Route, AbortController)>,
    timeout: Option<Timeout>,
    tell: Option<Tell>,
    /// What widgets are still to be told, each when its turn comes.
    untold: Vec<(WidgetId, update::Message, Timeout)>,
    /// The last answer whose reading took too long.
    slow: Option<u64>,
}

thread_local! {
    static STORE: RefCell<Store> = RefCell::default();
}

/// Tells the widgets by way of `tell` from now on.
pub fn connect(tell: Tell) {
    STORE.with_borrow_mut(|store| store.tell = Some(tell));
}

/// Takes a message to the pollers.
pub fn dispatch(message: Message) {
    let commands = STORE.with_borrow_mut(|store| {
        // Where nothing is to wake, no timeout is left behind.
        store.timeout = None;
        store.pollers.update(message, tick())
    });
    for command in commands {
        carry_out(command);
    }
}

/// Takes in how a stream is doing, by the `readyState` of its `EventSource`. Returns how long to
/// wait before it is connected again, in milliseconds, or 0 where that is left to the browser.
pub fn heard(stream: &str, state: u8) -> i64 {
    let news = match state {
        1 => StreamEvent::Opened,
        2 => StreamEvent::Refused,
        _ => StreamEvent::Interrupted,
    };
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
    let page = page_origin();
    let document = Document {
        bytes: data.as_bytes(),
        address: Some(&route.feed),
        charset: Some("utf-8"),
        page: page.as_ref(),
    };
    let news = StreamEvent::of_event(data, feed::read(document, &Browser), now());
    let is_feed = matches!(news, StreamEvent::Carried(_));
    dispatch(Message::Heard(stream, news));
    is_feed.then_some(route.address)
}

fn carry_out(command: Command) {
    match command {
        Command::Recall(route) => {
            let copy = network::recall(route.address.as_str());
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
        Command::Tell(subscriber, feed, feed_state) => STORE.with_borrow_mut(|store| {
            let received = update::Message::Received(feed, feed_state);
            let turn = Timeout::new(0, tell_next);
            store.untold.push((subscriber, received, turn));
        }),
        Command::WakeAt(time) => {
            let delay = time.0.saturating_sub(now().0);
            let timeout = Timeout::new(delay, || dispatch(Message::Woke));
            STORE.with_borrow_mut(|store| store.timeout = Some(timeout));
        }
    }
}

/// Tells one widget, in a task of its own: reading a feed takes its time, and so does each widget
/// that shows it, and the page answers in between. A widget may not be on the page before: it is
/// being mounted.
fn tell_next() {
    let next = STORE.with_borrow_mut(|store| {
        let is_any = !store.untold.is_empty();
        is_any.then(|| (store.untold.remove(0), store.tell))
    });
    if let Some(((widget, message, _), Some(tell))) = next {
        tell(widget, message);
    }
}

fn take_request(route: &Route) -> Option<AbortController> {
    STORE.with_borrow_mut(|store| {
        let index = store
            .requests
            .iter()
            .position(|(known, _)| known == route)?;
        Some(store.requests.swap_remove(index).1)
    })
}

fn ask(route: Route, since: Timestamp) {
    let Ok(controller) = AbortController::new() else {
        return;
    };
    let signal = controller.signal();
    let answer = network::ask(route.address.as_str(), &signal, since);
    STORE.with_borrow_mut(|store| store.requests.push((route.clone(), controller)));
    begin(Task::Ask(route, answer, signal));
}

/// What is done in a turn of its own.
enum Task {
    /// Waits for the copy on the device.
    Recall(Route, Promise),
    /// Waits for an answer.
    Ask(Route, Promise, AbortSignal),
}

/// One function for all tasks: each future has code of its own, and costs bytes.
fn begin(task: Task) {
    spawn_local(async move {
        let (route, promise, signal) = match task {
            Task::Recall(route, copy) => (route, copy, None),
            Task::Ask(route, answer, signal) => (route, answer, Some(signal)),
        };
        let answer = network::receive(promise).await;
        if signal.as_ref().is_some_and(AbortSignal::aborted) {
            return;
        }
        dispatch(match signal {
            None => recalled(route, answer.ok()),
            Some(_) => {
                take_request(&route);
                answered(route, answer)
            }
        });
    });
}

/// What takes longer to read is not kept, so that it does not block the page again at the next
/// visit, in milliseconds: several times what the largest copy takes on a slow device.
const LONGEST_READING: i64 = 2 * SECOND;

fn recalled(route: Route, copy: Option<network::RawAnswer>) -> Message {
    let copy = copy.map(|copy| {
        let fingerprint = fingerprint(&copy);
        Box::new(read(&route, copy, fingerprint))
    });
    Message::Recalled(route, copy)
}

/// An answer that is the same as the last is not read again.
fn answered(route: Route, answer: Result<network::RawAnswer, network::Failure>) -> Message {
    let answer = match answer {
        Ok(answer) => answer,
        Err(failure) => {
            network::conclude(route.address.as_str(), false);
            return Message::Failed {
                route,
                error: failure.error,
                retry_after: failure.retry_after,
            };
        }
    };
    let (at, max_age) = (answer.at, answer.max_age);
    let fingerprint = fingerprint(&answer);
    if STORE.with_borrow(|store| store.pollers.knows(&route, fingerprint)) {
        conclude(&route, fingerprint, true);
        return Message::Confirmed { route, at, max_age };
    }
    let answer = Box::new(read(&route, answer, fingerprint));
    conclude(&route, fingerprint, answer.reading.feed.format.is_some());
    Message::Answered(route, answer)
}

/// Lets the loader keep an answer on the device that is a feed and was read in good time.
fn conclude(route: &Route, fingerprint: u64, is_feed: bool) {
    let is_slow = STORE.with_borrow(|store| store.slow == Some(fingerprint));
    network::conclude(route.address.as_str(), is_feed && !is_slow);
}

fn fingerprint(answer: &network::RawAnswer) -> u64 {
    let mut print = Fingerprint::default();
    let address = answer.address.as_ref().map(WebAddress::as_str);
    for text in [address, answer.charset.as_deref()] {
        print.take(text.unwrap_or_default().as_bytes());
    }
    print.take(&answer.bytes);
    print.finish()
}

/// Where the page comes from; of a page of no origin, nothing is its own.
fn page_origin() -> Option<WebAddress> {
    let origin = web_sys::window()?.origin();
    WebAddress::parse(&origin, None, &Browser)
}

fn read(route: &Route, answer: network::RawAnswer, fingerprint: u64) -> Answer {
    let begin = now();
    let page = page_origin();
    // What a proxy answers has the feed's own address as its base, not the proxy's.
    let own_address = answer.address.filter(|_| route.address == route.feed);
    let document = Document {
        bytes: &answer.bytes,
        address: own_address.as_ref().or(Some(&route.feed)),
        charset: answer.charset.as_deref(),
        page: page.as_ref(),
    };
    let reading = feed::read(document, &Browser);
    if now().0.saturating_sub(begin.0) > LONGEST_READING {
        STORE.with_borrow_mut(|store| store.slow = Some(fingerprint));
    }
    Answer {
        reading,
        at: answer.at,
        max_age: answer.max_age,
        fingerprint,
    }
}
