//! Signs drawn as SVG in the colour of the text; always beside or within words that say the
//! same.

use super::tree::{TreeElement, element};

/// A sign on a ground of 24 by 24; `outline` is the data of an SVG path.
pub fn icon(outline: &'static str) -> TreeElement {
    element("svg")
        .attr("class", "icon")
        .attr("viewBox", "0 0 24 24")
        .attr("aria-hidden", "true")
        .child(element("path").attr("d", outline))
}

/// A chevron that points down.
pub const CHEVRON: &str = "M5.3 8.3 12 15l6.7-6.7 1.4 1.4L12 17.8 3.9 9.7z";

/// Two bars: stop.
pub const PAUSE: &str = "M6 4h4v16H6zm8 0h4v16h-4z";

/// A triangle: go on.
pub const PLAY: &str = "M7 4v16l13-8z";

/// Headphones: something to listen to.
pub const AUDIO: &str = "M12 3a9 9 0 0 0-9 9v7h5v-8H5.1a7 7 0 0 1 13.8 0H16v8h5v-7a9 9 0 0 0-9-9";

/// A chevron that points to where lines end, which the style sheet turns as the text runs.
pub const NEXT: &str = "M8.3 5.3 15 12l-6.7 6.7 1.4 1.4L17.8 12 9.7 3.9z";

/// A cross.
pub const CLOSE: &str =
    "M6.4 5 12 10.6 17.6 5 19 6.4 13.4 12l5.6 5.6-1.4 1.4-5.6-5.6L6.4 19 5 17.6 10.6 12 5 6.4z";

/// A speech bubble.
pub const BUBBLE: &str = "M4 4h16v12H9l-5 4zm2 2v9.8L8.3 14H18V6z";

/// A link of a chain, for channels of no known network.
pub const LINK: &str = "M10.6 13.4a1 1 0 0 1-1.4 1.4 5 5 0 0 1 0-7l3.5-3.6a5 5 0 0 1 7 7l-1.5 1.6a7 7 0 0 0-.4-2.4l.5-.5a3 3 0 0 0-4.2-4.3l-3.5 3.6a3 3 0 0 0 0 4.2m2.8-4.2a1 1 0 0 1 1.4 0 5 5 0 0 1 0 7l-3.5 3.6a5 5 0 0 1-7-7l1.5-1.6q0 1.2.4 2.4l-.5.5a3 3 0 0 0 4.2 4.3l3.5-3.6a3 3 0 0 0 0-4.2 1 1 0 0 1 0-1.4";

/// An envelope.
pub const ENVELOPE: &str = "M3 5h18v14H3zm2 3.2V17h14V8.2l-7 5zM6.2 7l5.8 4.1L17.8 7z";

/// The elephant's speech bubble of Mastodon, for any server of the fediverse; from Simple Icons
/// (CC0).
pub const FEDIVERSE: &str = "M23.3 5.3a6 6 0 0 0-5.3-5c-.5 0-2.2-.3-6.2-.3S6.9.2 6.5.3C3.9.7 1.5 2.5.9 5.1q-.4 2-.2 4 0 3 .2 5.7l.6 3.6c.6 2.3 2.8 4.1 5 4.9a13 13 0 0 0 8 .2q1-.2 1.8-.8v-1.9a20 20 0 0 1-4.7.5c-2.8 0-3.5-1.2-3.7-1.8l-.3-1.4q2.4.5 4.7.5h1.1l4.8-.4c2.5-.5 4.8-2 5-5.7V11c0-.6.3-3.7 0-5.6m-3.8 9.2H17V8.3q0-2-1.7-2-1.8 0-1.9 2.4V12H11V8.7q0-2.4-1.9-2.4-1.5 0-1.6 2v6.2H4.8V8.1q0-2 1-3.1t2.8-1.2q2 0 3 1.5l.6 1 .6-1q1-1.5 3-1.5 1.6 0 2.7 1.2 1 1.2 1 3.1z";

/// The waves of a feed; from Simple Icons (CC0).
pub const FEED: &str = "M19.2 24C19.2 13.5 10.5 4.8 0 4.8V0a24 24 0 0 1 24 24zm-16-6.6a3.3 3.3 0 1 1 0 6.6 3.3 3.3 0 0 1 0-6.6M16 24h-4.7c0-6.2-5-11.2-11.2-11.2V8A16 16 0 0 1 16 24";
