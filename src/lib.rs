//! Strillone: a live headline widget that any page can embed with one script tag.
//!
//! # The rooms, from the ground up
//!
//! A room uses those above it in this list, and never one below it.
//!
//! * [`time`]: moments and spans of time, RFC 3339
//! * [`language`]: the tags of languages
//! * [`host`]: what the surroundings do well (addresses, encodings, dates), as traits
//! * [`address`]: addresses that were parsed and checked
//! * [`config`]: the option table; attributes → options, and what is wrong with them
//! * [`feed`]: the bytes of a feed → items with safe rich text, and a list of problems
//! * [`source`]: what is known of one feed from outside: how it is asked for, how it is doing
//! * [`page`]: what all widgets of a page share: pollers, streams, the schedule
//! * [`widget`]: one widget: its model, its headlines, and `update`, which alone changes them
//! * [`i18n`]: the words the widget says, by language
//! * [`networks`]: the publisher's own channels on other networks
//! * [`view`]: the model as elements (Leptos); what the reader does becomes messages
//! * `shell`: carries the commands out, in the browser
//! * [`component`]: `<NewsWidget/>`, the widget as a Leptos component
//! * `element`: what the loader calls; a `<strillone-news>` is a `<NewsWidget/>`
//! * `loader/` (JavaScript): the tag; defines the element, asks for the feeds, loads all this
//!
//! # How the data flows
//!
//! ```text
//! attributes ─► config ─► update(model, message) ─► commands ─► page ─► shell ─► loader ─► bytes
//!                             ▲                                  │                           │
//!                             └── message: feed state ◄──────────┘ ◄───── feed::read ◄───────┘
//!                         model ─► view model (signals) ─► view ─► messages
//! ```
//!
//! # Invariants
//!
//! 1. No browser type outside `shell` and `element`.
//! 2. No feed text reaches the page as HTML; every address from a feed or an attribute is
//!    parsed and its scheme checked before it is used.
//! 3. Parsing never fails: it returns a feed, perhaps empty, and a list of problems.
//! 4. Nothing outside the element's own shadow root is written.
//! 5. Removing the element leaves no timer, listener, request, lock or node behind.
//! 6. No input makes it panic: see the lints in `Cargo.toml`.
//! 7. What is shown stays shown: a failed refresh never empties a list, and a reading that did
//!    not reach the document's end adds and corrects, but takes nothing away.
//! 8. Nothing is requested but the widget's two files, the feeds, the stream of the option
//!    `push`, and the pictures of shown items; of the page's own server and of the reader's own
//!    network only for feeds that are there. No cookie, no identifier.
//! 9. A feed has power over its own headlines alone: it hides, rewrites, dates, names and takes
//!    back none of another's.
//! 10. However long an answer says it holds, a feed that somebody looks at is asked again within
//!     24 hours; however often a server closes a stream, it is not connected to more and more.
//! 11. The time to read grows with the size of what is read, for any input: nothing is looked at
//!     again for each item, attribute or address, and all that is kept of one is bounded.

pub mod time;

pub mod language;

pub mod host;

pub mod address;

pub mod config;

pub mod feed;

pub mod source;

pub mod page;

pub mod widget;

pub mod i18n;

pub mod networks;

pub mod view;

#[cfg(target_arch = "wasm32")]
pub mod shell;

pub mod component;

#[cfg(all(target_arch = "wasm32", not(feature = "standalone")))]
mod element;
