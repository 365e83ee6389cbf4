//! The builder: the page that makes the snippet. It takes the address of a feed or of a website,
//! says how that feed is doing, shows the widget while its options are chosen, and writes what
//! to paste. It stands in the release at `/builder/`.
//!
//! # The rooms, from the ground up
//!
//! * [`addresses`]: what stands in the field for a feed's address
//! * [`choices`]: what was chosen of the option table
//! * [`presets`]: choices to begin with
//! * [`release`]: the widget's files on this host, and what they weigh
//! * [`examined`]: what the doctor says of a feed that was read
//! * [`outcome`]: what became of checking an address
//! * [`mends`]: how a server lets other sites read a feed, from `docs/cors.md`
//! * [`origin`]: the origins of addresses
//! * [`policy`]: the lines of a content policy for just these choices
//! * [`markup`]: an element, written in HTML and in what looks like it
//! * [`snippet`]: what is pasted, in ten forms
//! * [`state`]: all that was chosen on the page ⇄ the page's own address
//! * [`words`]: the page's own words, in English and Italian
//! * `app`: the page itself (Leptos), in the browser alone

pub mod addresses;
pub mod choices;
pub mod examined;
pub mod markup;
pub mod mends;
pub mod origin;
pub mod outcome;
pub mod policy;
pub mod presets;
pub mod release;
pub mod snippet;
pub mod state;
pub mod words;

#[cfg(target_arch = "wasm32")]
pub mod app;
