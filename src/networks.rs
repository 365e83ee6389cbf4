//! The publisher's own channels: what an address leads to, as far as the address tells.

mod network;

pub use network::Network;

use crate::address::{LinkAddress, behind_scheme};

/// A place where readers can follow a publisher.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Channel<'a> {
    /// An account on a network known by its host.
    Network(&'static Network),
    /// An account `/@name` on another server, as those of the fediverse (Mastodon and
    /// compatible servers) have it; with the name of the host.
    Fediverse(&'a str),
    /// Any other site, with the name of its host.
    Website(&'a str),
    /// A mailing list.
    Newsletter,
    /// A news feed.
    Feed,
    /// A mail address.
    Mail,
}

impl Channel<'_> {
    /// The channel that `address` leads to. A feed is one wherever it lies.
    pub fn of(address: &LinkAddress) -> Channel<'_> {
        let Some(rest) = behind_scheme(address.as_str()) else {
            return Channel::Mail;
        };
        let rest = rest.split(['?', '#']).next().unwrap_or_default();
        let (authority, path) = rest.split_once('/').unwrap_or((rest, ""));
        let path = path.trim_end_matches('/');
        let last = path.rsplit('/').next().unwrap_or_default();
        let ending = last.rsplit('.').next().unwrap_or_default();
        if ["xml", "rss", "atom"].contains(&ending) || last == "feed" {
            return Channel::Feed;
        }
        let host = authority.rsplit('@').next().unwrap_or_default();
        let host = host.strip_prefix("www.").unwrap_or(host);
        // A port is no part of a network's host; an unknown host is named with it.
        let name = host.split(':').next().unwrap_or_default();
        if let Some(network) = Network::of(name) {
            return Channel::Network(network);
        }
        let lists = [
            "substack.com",
            "list-manage.com",
            "mailchi.mp",
            "eepurl.com",
        ];
        if last == "newsletter" || lists.iter().any(|list| network::is_within(name, list)) {
            return Channel::Newsletter;
        }
        match path.strip_prefix('@') {
            Some(account) if !account.is_empty() => Channel::Fediverse(host),
            _ => Channel::Website(host),
        }
    }
}
