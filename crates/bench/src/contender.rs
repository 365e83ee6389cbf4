//! What is compared: a page each.

/// One way to have headlines on a page.
#[derive(Clone, Copy, Debug)]
pub struct Contender {
    /// What the results call it, and the page's address.
    pub name: &'static str,
    /// What it is.
    pub about: &'static str,
    /// The page.
    pub page: &'static str,
    /// Whether it is ours, and a component takes over from the first headlines.
    pub is_ours: bool,
    /// Whether the reader has been on the page before.
    pub is_revisit: bool,
}

const OWN: Contender = Contender {
    name: "list",
    about: "the widget as a list",
    page: include_str!("../pages/list.html"),
    is_ours: true,
    is_revisit: false,
};

const FLOOR: Contender = Contender {
    name: "floor",
    about: "a page script of fifteen lines, written by hand, that draws times and links",
    page: include_str!("../pages/floor.html"),
    is_ours: false,
    is_revisit: false,
};

/// The contenders that are packages of others, and may not be there.
pub const PEERS: [&str; 3] = ["mastodon", "bsky", "react"];

/// The floor first: all others are compared with it.
pub const CONTENDERS: &[Contender] = &[
    FLOOR,
    OWN,
    Contender {
        name: "preload",
        about: "the widget as a list, and the preload line in the page's head",
        page: include_str!("../pages/preload.html"),
        ..OWN
    },
    Contender {
        name: "printed",
        about: "the widget as a list, and the headlines printed into the page as plain links",
        page: include_str!("../pages/printed.html"),
        ..OWN
    },
    Contender {
        name: "revisited",
        about: "the widget as a list, for a reader who has been on the page before",
        is_revisit: true,
        ..OWN
    },
    Contender {
        name: "ticker",
        about: "the widget as a ticker",
        page: include_str!("../pages/ticker.html"),
        ..OWN
    },
    Contender {
        name: "mastodon",
        about: "@idotj/mastodon-embed-timeline, from a stand-in of a Mastodon server",
        page: include_str!("../pages/mastodon.html"),
        ..FLOOR
    },
    Contender {
        name: "bsky",
        about: "bsky-embed, from a stand-in of Bluesky's server",
        page: include_str!("../pages/bsky.html"),
        ..FLOOR
    },
    Contender {
        name: "react",
        about: "React with react-fast-marquee and rss-parser, bundled by esbuild",
        page: include_str!("../pages/react.html"),
        ..FLOOR
    },
    Contender {
        name: "floor revisited",
        about: "the page script, for a reader who has been on the page before",
        is_revisit: true,
        ..FLOOR
    },
];
