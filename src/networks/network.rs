//! The networks that are known by their hosts.
//!
//! The outlines are those of [Simple Icons] (CC0), their numbers rounded to a tenth; those of
//! Instagram, LinkedIn and Medium are our own drawings. A tenth of a unit is less than a pixel.
//!
//! [Simple Icons]: https://simpleicons.org

/// A social network, messenger or other place where readers can follow a publisher.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Network {
    /// Its name as it writes it.
    pub name: &'static str,
    /// The hosts its addresses have, without `www.`, separated by spaces; subdomains count
    /// too.
    hosts: &'static str,
    /// The outline of its sign on a ground of 24 by 24, as the data of an SVG path.
    pub icon: &'static str,
}

impl Network {
    /// The network whose host, or one within it, `host` is.
    pub fn of(host: &str) -> Option<&'static Network> {
        NETWORKS
            .iter()
            .find(|network| network.hosts.split(' ').any(|known| is_within(host, known)))
    }
}

/// Whether `host` is `domain` or lies within it.
pub fn is_within(host: &str, domain: &str) -> bool {
    host.strip_suffix(domain)
        .is_some_and(|rest| rest.is_empty() || rest.ends_with('.'))
}

static NETWORKS: &[Network] = &[
    Network {
        name: "Facebook",
        hosts: "facebook.com fb.com fb.me",
        icon: "M24 12a12 12 0 1 0-13.9 11.9v-8.4H7.1V12h3V9.4c0-3 1.8-4.7 4.5-4.7 1.3 0 2.7.2 2.7.2v3h-1.5c-1.5 0-2 .9-2 1.9V12h3.4l-.6 3.5h-2.8v8.4A12 12 0 0 0 24 12z",
    },
    Network {
        name: "X",
        hosts: "x.com twitter.com",
        icon: "M14.2 10.2 23 0h-2l-7.7 8.8-6-8.8h-7l9.1 13.3L.3 24h2l8-9.3 6.4 9.3h7zm-2.8 3.3-1-1.4L3.2 1.6h3.2l6 8.5.9 1.3L21 22.5h-3.2z",
    },
    Network {
        name: "Instagram",
        hosts: "instagram.com instagr.am",
        icon: "M7 0h10a7 7 0 0 1 7 7v10a7 7 0 0 1-7 7H7a7 7 0 0 1-7-7V7a7 7 0 0 1 7-7m0 2.2A4.8 4.8 0 0 0 2.2 7v10A4.8 4.8 0 0 0 7 21.8h10a4.8 4.8 0 0 0 4.8-4.8V7A4.8 4.8 0 0 0 17 2.2zm5 3.6a6.2 6.2 0 1 1 0 12.4 6.2 6.2 0 0 1 0-12.4M12 8a4 4 0 1 0 0 8 4 4 0 0 0 0-8m6.4-4.2a1.4 1.4 0 1 1 0 2.8 1.4 1.4 0 0 1 0-2.8",
    },
    Network {
        name: "Threads",
        hosts: "threads.net threads.com",
        icon: "M18.3 11.1c0-3.5-2-5.6-5.1-5.6q-3.4.1-5 2.5l2.2 1.4Q11 8 13 8q2.2 0 2.5 2.4l-2.2-.1c-4.1 0-6 1.8-6 4.3s1.9 4 4.7 4c3.2 0 5-2.1 5.8-4.7q1.3.5 1.4 2.4c0 3.4-4 5.3-7.3 5.3-4.9 0-8-3.3-8-8.5C3.9 6.6 8 2.5 13.8 2.5c3.8 0 5.6 1.7 7 4l2-1.5c-1.4-3-4.5-5-9.1-5C6.2 0 1.2 5.3 1.2 13c0 7 5 11 10.8 11 4.9 0 9.8-2.8 9.8-7.7q-.2-3.8-3.5-5.2M11.9 16c-1 0-2-.6-2-1.5 0-1.5 1.8-2 3.6-2l2 .2q-.7 3.2-3.6 3.3",
    },
    Network {
        name: "YouTube",
        hosts: "youtube.com youtu.be",
        icon: "M23.5 6.2A3 3 0 0 0 21.4 4c-1.9-.5-9.4-.5-9.4-.5s-7.5 0-9.4.5A3 3 0 0 0 .5 6.3C0 8 0 12 0 12s0 4 .5 5.8A3 3 0 0 0 2.6 20c1.9.6 9.4.6 9.4.6s7.5 0 9.4-.6a3 3 0 0 0 2.1-2c.5-2 .5-5.9.5-5.9s0-4-.5-5.8m-14 9.4V8.4l6.3 3.6z",
    },
    Network {
        name: "TikTok",
        hosts: "tiktok.com",
        icon: "M12.5 0h4q0 2.3 1.7 4.2A7 7 0 0 0 22.4 6v4a11 11 0 0 1-5.8-2v8.8q-.1 2.1-1.4 4A8 8 0 0 1 9.3 24q-2.2 0-4-1a7.5 7.5 0 0 1-1.1-12.2c1.6-1.4 4-2.1 6.1-1.7v4.4q-1.6-.5-3 .4-1 .6-1.4 1.7-.3.8-.1 1.6c.2 1.7 1.8 3 3.5 3Q11 20 12 18.4l.4-1 .1-5.4z",
    },
    Network {
        name: "WhatsApp",
        hosts: "whatsapp.com wa.me",
        icon: "m17.5 14.4-2-1q-.4-.1-.7.2l-1 1.1q-.2.3-.6.1-.6 0-2.4-1.5l-1.7-2q-.1-.4.2-.6l.4-.6.3-.5v-.5L9 7q-.3-.7-.6-.5h-.6a1 1 0 0 0-.8.4c-.2.3-1 1-1 2.5 0 1.4 1 2.8 1.2 3s2.1 3.2 5.1 4.5l1.7.6a4 4 0 0 0 1.9.2c.5-.1 1.7-.8 2-1.5q.3-1 .1-1.4zM12 21.8a10 10 0 0 1-5-1.4l-.3-.2-3.8 1 1-3.7-.2-.3a10 10 0 0 1-1.5-5.3 9.9 9.9 0 0 1 16.8-7 10 10 0 0 1 3 7 10 10 0 0 1-10 9.9m8.5-18.3A12 12 0 0 0 12 0 12 12 0 0 0 1.7 17.8L.1 24l6.3-1.7a12 12 0 0 0 5.6 1.5 12 12 0 0 0 12-11.9 12 12 0 0 0-3.5-8.4",
    },
    Network {
        name: "Telegram",
        hosts: "t.me telegram.me",
        icon: "M12 0A12 12 0 0 0 0 12a12 12 0 0 0 12 12 12 12 0 0 0 12-12A12 12 0 0 0 12 0m5 7.2.4.2.1.3v.5c-.1 1.9-.9 6.5-1.3 8.6q-.3 1.3-.8 1.2-1 0-2-.9l-2.6-1.8c-1.2-.8-.4-1.2.3-1.9l3.3-3.2V10H14q-.2 0-5.1 3.3-.8.5-1.3.5-.8-.1-1.9-.5-1.2-.2-1.3-.8 0-.3 1-.6z",
    },
    Network {
        name: "LinkedIn",
        hosts: "linkedin.com lnkd.in",
        icon: "M2 0h20a2 2 0 0 1 2 2v20a2 2 0 0 1-2 2H2a2 2 0 0 1-2-2V2a2 2 0 0 1 2-2m3.3 3.3a2 2 0 1 0 0 4 2 2 0 0 0 0-4M3.6 9v11.4h3.5V9zm5.8 0v11.4h3.5v-5.6c0-1.7.7-2.9 2.2-2.9s1.8 1.2 1.8 3v5.5h3.5v-6.3c0-3.2-1.4-5.3-4.3-5.3-1.6 0-2.7.8-3.3 1.8V9z",
    },
    Network {
        name: "Bluesky",
        hosts: "bsky.app bsky.social",
        icon: "M5.2 2.9a28 28 0 0 1 6.8 8.5c1-2.3 4-6.5 6.8-8.5 2-1.5 5.2-2.7 5.2 1 0 .7-.4 6.1-.7 7-.8 3-4 3.9-6.7 3.4 4.8.8 6 3.6 3.4 6.3-5 5.2-7.3-1.3-7.8-3l-.2-.3-.2.3c-.5 1.7-2.7 8.2-7.8 3-2.7-2.7-1.4-5.5 3.4-6.3-2.8.5-5.9-.3-6.7-3.4C.4 10 0 4.6 0 4 0 .3 3.2 1.5 5.2 3",
    },
    Network {
        name: "Pinterest",
        hosts: "pinterest.com pin.it pinterest.at pinterest.ca pinterest.ch pinterest.cl \
                pinterest.co.kr pinterest.co.uk pinterest.com.au pinterest.com.mx \
                pinterest.de pinterest.dk pinterest.es pinterest.fr pinterest.ie \
                pinterest.it pinterest.jp pinterest.nz pinterest.ph pinterest.pt \
                pinterest.se",
        icon: "M12 0a12 12 0 0 0-4.4 23.1c0-.9-.2-2.4 0-3.4l1.5-6s-.4-.7-.4-1.7c0-1.7 1-3 2.2-3q1.5.2 1.5 1.7-.2 1.7-1 4c-.3 1.2.6 2.2 1.8 2.2 2.1 0 3.8-2.2 3.8-5.5 0-2.8-2-4.9-5-4.9a5 5 0 0 0-5.4 5.2q0 1.7.8 2.8.2.1.1.3l-.3 1.4q0 .3-.4.2c-1.5-.7-2.4-3-2.4-4.7C4.4 8 7 4.5 12.3 4.5c4.1 0 7.4 3 7.4 6.9 0 4.1-2.6 7.4-6.3 7.4q-2-.1-2.7-1.3l-.8 2.8c-.2 1-1 2.4-1.5 3.2A12 12 0 0 0 24 12 12 12 0 0 0 12 0",
    },
    Network {
        name: "Reddit",
        hosts: "reddit.com redd.it",
        icon: "M12 0a12 12 0 0 0-8.5 20.5l-2.3 2.3a.7.7 0 0 0 .5 1.2H12a12 12 0 0 0 0-24m4.4 3.2a2 2 0 1 1-2 2.5q-1.8.3-2 2.3 2.7.1 4.7 1.4a2.8 2.8 0 0 1 4.5 2.2q-.1 1.7-1.6 2.5c0 3.3-3.6 5.9-8 5.9s-7.9-2.6-8-5.9a2.8 2.8 0 1 1 3-4.7A10 10 0 0 1 11.4 8c0-1.7 1.3-3 3-3.2a2 2 0 0 1 1.9-1.6m-8.1 8.4q-1.3.1-1.5 1.8.1 1.5 1.4 1.4 1.3 0 1.4-1.4 0-1.6-1.3-1.8m7.4 0q-1.3.1-1.3 1.8.1 1.5 1.4 1.4 1.4 0 1.4-1.4-.1-1.7-1.5-1.8m-3.7 4-2.8.1q-.2 0-.1.3a3.2 3.2 0 0 0 5.9 0q0-.2-.2-.3z",
    },
    Network {
        name: "Discord",
        hosts: "discord.com discord.gg",
        icon: "M20.3 4.4a20 20 0 0 0-4.9-1.5L14.7 4Q12 3.7 9.3 4l-.7-1a20 20 0 0 0-5 1.5q-4.4 7-3.5 13.7 3 2.2 6 3h.1q.8-1 1.2-2l-1.9-1V18l.4-.3q6.1 2.7 12.1 0h.1l.4.3v.1l-2 1 1.3 2q3-.8 6-3h.1q.7-7.7-3.6-13.7M8 15.4c-1.2 0-2.1-1.2-2.1-2.5s1-2.4 2.1-2.4 2.2 1 2.2 2.4-1 2.4-2.2 2.4m8 0c-1.2 0-2.2-1.2-2.2-2.5s1-2.4 2.2-2.4q2 .1 2.2 2.4c0 1.3-1 2.4-2.2 2.4",
    },
    Network {
        name: "Twitch",
        hosts: "twitch.tv",
        icon: "M11.6 4.7h1.7V10h-1.7zm4.7 0H18V10h-1.7zM6 0 1.7 4.3v15.4H7V24l4.2-4.3h3.5l7.7-7.7V0zm14.6 11.1L17 14.6h-3.4l-3 3v-3H7V1.7h13.7Z",
    },
    Network {
        name: "Snapchat",
        hosts: "snapchat.com",
        icon: "M12.2.8c1 0 4.4.3 6 3.8.5 1.2.3 3.2.2 4.9v.5l.4.1q.5 0 1-.3h1q.7.3.7.8 0 .8-1.2 1.2l-.3.1q-1 .2-1.3.8v1c.1 0 1.6 3.4 4.9 4q.4 0 .4.4v.3q-.4.8-3.2 1.2l-.2.6v.6l-.6.4-.6-.1a6 6 0 0 0-2.2 0q-.9.1-1.7.8-1.2 1.1-3.3 1.3h-.3q-2.2-.2-3.3-1.3-.9-.7-1.7-.9h-1l-1.2.1H4q-.5 0-.6-.3v-.6l-.3-.6q-2.8-.3-3-1.2l-.1-.2q0-.5.4-.5c3.3-.6 4.8-4 4.8-4v-.1q.3-.4.1-.9c-.1-.4-.8-.6-1.3-.8h-.3q-1.5-.8-1.2-1.4.2-.7 1.1-.8l.4.1 1.1.3h.5v-.7c-.2-1.6-.3-3.6.3-4.8A6 6 0 0 1 11.7.8z",
    },
    Network {
        name: "VK",
        hosts: "vk.com vk.ru",
        icon: "M9.5 0h7.9l.4.1h.7q2.6.3 3.8 1.6 1.4 1.2 1.5 3.8v.7l.1.4v2l.1.9v7.9l-.1.4v.7q-.4 2.6-1.6 3.8-1.2 1.4-3.8 1.5h-.7l-.4.1h-2l-.9.1H6.6l-.4-.1h-.7q-2.6-.4-3.8-1.6Q.4 21.1.2 18.5v-.7l-.1-.4v-2l-.1-.9V6.6l.1-.4v-.7Q.5 3 1.8 1.7 2.9.4 5.5.2h.7l.4-.1h2zM6.8 7.3H4c0 6.2 3.2 10 8.7 10h.3v-3.6a5 5 0 0 1 4.1 3.6H20a8 8 0 0 0-4.2-5 8 8 0 0 0 3.6-5h-2.6c-.6 2-2.2 3.8-3.8 4v-4h-2.6v7c-1.6-.5-3.6-2.4-3.7-7",
    },
    Network {
        name: "Viber",
        hosts: "viber.com",
        icon: "M11.4 0c-2 0-6 .3-8.4 2.5Q.6 5 .6 9.8c0 3.1-.1 9 5.5 10.6v2.4s0 1 .6 1.2c.8.2 1.3-.5 2-1.3l1.4-1.6c3.9.3 6.8-.4 7.2-.6.7-.2 5.1-.8 5.8-6.6.8-6-.3-9.8-2.3-11.6-.6-.5-3-2.3-8.4-2.3zm0 1.7h1c4.5 0 6.7 1.4 7.2 1.9q2.6 2.2 1.9 9.9c-.6 4.8-4.2 5.1-4.9 5.4-.2 0-2.8.7-6.1.5L7.3 23l-.4.1-.1-.4v-4c-4.8-1.3-4.5-6.3-4.4-9q-.1-3.8 2-6c2-1.9 5.4-2.1 7-2.1m.4 2.6a.3.3 0 0 0 0 .6q2.5 0 4 1.6 1.7 1.6 1.7 4.3 0 .3.3.3t.3-.3q0-3-1.8-4.7a6 6 0 0 0-4.5-1.8m-4 .7-.5.1q-.8.4-1.2 1-.4.4-.5.9V7l.1.4q.1.7 1.2 2.7a16 16 0 0 0 2.3 3.1l.2.2 1 .8A16 16 0 0 0 15 17h.6q.4 0 1-.4l.9-1.2q.3-.6-.2-1.1l-1-.8-1.2-.7q-.8-.3-1.2.1l-.4.6q-.6.3-.7.2c-3.1-.7-4-4-4-4s0-.3.3-.6l.5-.4q.6-.3.2-1.3L8.4 5.3z",
    },
    Network {
        name: "LINE",
        hosts: "line.me lin.ee",
        icon: "M19.4 9.9a.6.6 0 0 1 0 1.2h-1.8v1.1h1.8a.6.6 0 1 1 0 1.3H17l-.6-.6V8q0-.5.6-.6h2.4a.6.6 0 0 1 0 1.2h-1.8V10zm-3.9 3-.6.6q-.3 0-.5-.2l-2.5-3.4v3a.6.6 0 0 1-1.2 0V8l.6-.6q.3 0 .5.2l2.4 3.4V8q0-.5.7-.6.5 0 .6.6zm-5.7 0q0 .5-.7.6l-.6-.6V8q0-.5.6-.6t.7.6zm-2.5.6H4.9l-.6-.6V8q0-.5.6-.6t.6.6v4.1h1.8a.6.6 0 0 1 0 1.3M24 10.3C24 5 18.6.6 12 .6S0 4.9 0 10.3c0 4.8 4.3 8.9 10 9.6q.8.1 1 .6.3.6.1 1l-.1 1.1c0 .3-.3 1.2 1 .7s7-4.1 9.5-7a9 9 0 0 0 2.5-6",
    },
    Network {
        name: "Google News",
        hosts: "news.google.com",
        icon: "m21.3 21.2-.6.6H3.3l-.6-.6v-13a.6.6 0 0 1 .6-.7h17.4l.6.6zm-3-3.4v-1.2l-.1-.1h-5.4v1.4h5.4zm.8-2.6V14h-6.3v1.3H19zm-.9-2.6v-1.2h-5.4v1.3zM8.2 14v1.3h1.7q-.2 1.2-1.8 1.3a2 2 0 0 1 0-4 2 2 0 0 1 1.3.5l1-1a3 3 0 0 0-2.3-.8 3.3 3.3 0 1 0 0 6.6c2 0 3.2-1.4 3.2-3.2V14zm-6-6.3A.6.6 0 0 1 3 7h12l-1.2-3.4a1 1 0 0 0-.8-.4L.4 7.8l-.4.7 2.3 6.2zA.6.6 0 0 1 3 7h12l-1.2-3.4a1 1 0 0 0-.8-.4L.4 7.8l-.4.7 2.3 6.2zm21.4-.4L14.8 5l.7 2h5.6a.6.6 0 0 1 .6.7v8.7L24 8.1a1 1 0 0 0-.4-.8M19 5.7v-3l-.6-.5h-13l-.6.6v2.8l8.4-3 .7.4.6 1.5z",
    },
    Network {
        name: "Apple News",
        hosts: "apple.news",
        icon: "M0 13q4 7 11 11H1.4Q.1 23.9 0 22.6zM0 1.3Q.1.1 1.4 0h4.8L24 17.8v4.7q0 .6-.4 1l-1 .5h-4.8L0 6.2M13 0h9.6A1.4 1.4 0 0 1 24 1.4V11A32 32 0 0 0 13 0",
    },
    Network {
        name: "Flipboard",
        hosts: "flipboard.com flip.it",
        icon: "M0 0v24h24V0zm19.2 9.6h-4.8v4.8H9.6v4.8H4.8V4.8h14.4z",
    },
    Network {
        name: "Medium",
        hosts: "medium.com",
        icon: "M6.8 5.8a6.2 6.2 0 1 1 0 12.4 6.2 6.2 0 0 1 0-12.4m10.3.4c1.9 0 3.4 2.6 3.4 5.8s-1.5 5.8-3.4 5.8-3.4-2.6-3.4-5.8 1.5-5.8 3.4-5.8m5.7.6c.7 0 1.2 2.3 1.2 5.2s-.5 5.2-1.2 5.2-1.2-2.3-1.2-5.2.5-5.2 1.2-5.2",
    },
];
