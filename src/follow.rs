//! The publisher's own channels: which network an address belongs to, and its name.

use crate::link::LinkAddress;

/// A social network, messenger or other place where readers can follow a publisher.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Network {
    /// Its name as it writes it.
    pub name: &'static str,
    /// The hosts its addresses have, without `www.`; subdomains count too.
    hosts: &'static [&'static str],
    /// The outline of its sign on a ground of 24 by 24, as the data of an SVG path.
    pub icon: &'static str,
}

/// The network that `address` belongs to, if it is a known one.
pub fn network(address: &LinkAddress) -> Option<&'static Network> {
    let host = host(address)?;
    NETWORKS.iter().find(|network| {
        network.hosts.iter().any(|known| {
            host.strip_suffix(known)
                .is_some_and(|rest| rest.is_empty() || rest.ends_with('.'))
        })
    })
}

/// The host of an address as a reader would name it.
pub fn host(address: &LinkAddress) -> Option<&str> {
    let rest = address.as_str().split_once("://")?.1;
    let host = rest.split(['/', '?', '#']).next()?;
    let host = host.rsplit('@').next()?;
    Some(host.strip_prefix("www.").unwrap_or(host))
}

static NETWORKS: &[Network] = &[Network {
    name: "Facebook",
    hosts: &["facebook.com", "fb.com", "fb.me"],
    icon: "M24 12a12 12 0 1 0-13.9 11.9v-8.4H7.1V12h3V9.4c0-3 1.8-4.7 4.5-4.7 1.3 0 2.7.2 2.7.2v3h-1.5c-1.5 0-2 .9-2 1.9V12h3.4l-.6 3.5h-2.8v8.4A12 12 0 0 0 24 12z",
}];
