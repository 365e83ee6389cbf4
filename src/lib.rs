//! Strillone: a live headline widget that any page can embed with one script tag.
//!
//! # The way of the data, file by file
//!
//! ```text
//! attributes ─► config ─► update(model, message) ─► commands ─► poller ─► shell ─► bytes
//!                             ▲                                   │ ▲               │
//!                             └─── message: received(reception) ◄─┘ └── reading ◄── feed
//!                         model ─► view (signals) ─► messages
//! ```
//!
//! * [`config`]: the option table; attributes → options, and what is wrong with them
//! * [`feed`]: the bytes of a feed → items with safe rich text, and a list of problems
//! * [`model`]: what a widget knows, and which headlines follow from it
//! * [`update`]: the only writer of the model; messages in, commands out
//! * [`poller`]: one poller for each feed of the page; answers in, requests out
//! * [`push`]: the streams of events that say when there is news
//! * [`schedule`]: when a feed is asked again
//! * [`motion`]: when a rotator turns, and whether anything moves
//! * [`hover`]: when a preview opens under the pointer
//! * [`view`]: the model as elements (Leptos); what the reader does becomes messages
//! * `shell`: carries the commands out; the only module that knows the browser
//! * `loader/` (JavaScript): the tag; finds itself, defines the element, loads all this once
//!
//! Used along the way: [`link`] (addresses that were parsed and checked), [`messages`] (the
//! words the widget says, by language), [`follow`] (the publisher's own channels),
//! [`platform`] (what only the host does well, as traits).
//!
//! # Invariants
//!
//! 1. No browser type outside `shell`.
//! 2. No feed text reaches the page as HTML; every address from a feed or an attribute is
//!    parsed and its scheme checked before it is used.
//! 3. Parsing never fails: it returns a feed, perhaps empty, and a list of problems.
//! 4. Nothing outside the element's own shadow root is written.
//! 5. Removing the element leaves no timer, listener, request, lock or node behind.
//! 6. No input makes it panic: see the lints in `Cargo.toml`.
//! 7. What is shown stays shown: a failed refresh never empties a list.
//! 8. Nothing is requested but the widget's two files, the feeds, the stream of the option
//!    `push`, and the pictures of shown items. No cookie, no identifier.

pub mod config;

pub mod feed;

pub mod model;

pub mod update;

pub mod poller;

pub mod push;

pub mod schedule;

pub mod motion;

pub mod hover;

pub mod view;

pub mod link;

pub mod messages;

pub mod follow;

pub mod platform;

#[cfg(target_arch = "wasm32")]
pub mod shell;
