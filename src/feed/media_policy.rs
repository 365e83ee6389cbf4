//! Where the pictures and media of a feed may be. They are asked for without anybody's doing,
//! with the cookies of the server they are on: a feed of others must not reach the page's own
//! server by them, nor what only the reader's own network can reach.

use super::scan;
use crate::address::WebAddress;

/// What the addresses of a feed's media are held against.
#[derive(Default)]
pub struct MediaPolicy {
    /// The host of the page, where the feed is not of it.
    page: Option<String>,
    /// Whether the feed itself is on a private host.
    private: bool,
}

impl MediaPolicy {
    /// The policy for a feed from `feed` that is shown on `page`.
    pub fn new(feed: Option<&WebAddress>, page: Option<&WebAddress>) -> MediaPolicy {
        let feed = feed.map(host);
        let page = page.map(host).filter(|page| Some(*page) != feed);
        MediaPolicy {
            page: page.map(str::to_owned),
            private: feed.is_some_and(is_private),
        }
    }

    /// Whether a picture or medium of this address may be shown.
    pub fn allows(&self, address: &WebAddress) -> bool {
        let host = host(address);
        self.page.as_deref() != Some(host) && (self.private || !is_private(host))
    }
}

/// The host, whatever its port: cookies do not ask for it either. A closing dot changes
/// nothing.
fn host(address: &WebAddress) -> &str {
    let host = address.host();
    host.strip_suffix('.').unwrap_or(host)
}

/// Whether a host, as a parsed address spells it, is a name or number that only leads
/// somewhere within the reader's own network ([RFC 6890], [RFC 6762]).
///
/// [RFC 6890]: https://www.rfc-editor.org/rfc/rfc6890
/// [RFC 6762]: https://www.rfc-editor.org/rfc/rfc6762
fn is_private(host: &str) -> bool {
    if let Some(literal) = host.strip_prefix('[') {
        return is_private_ipv6(literal.strip_suffix(']').unwrap_or(literal));
    }
    let mut numbers = [0; 4];
    let mut parts = host.split('.');
    for number in &mut numbers {
        let Some(part) = parts.next().and_then(scan::small_number) else {
            // A name without a dot is one of the local network.
            let (_, domain) = host.rsplit_once('.').unwrap_or(("", "local"));
            return matches!(domain, "local" | "localhost" | "internal");
        };
        *number = part;
    }
    is_private_ipv4(numbers)
}

fn is_private_ipv4(numbers: [u32; 4]) -> bool {
    matches!(
        numbers,
        [0 | 10 | 127, ..]
            | [100, 64..=127, ..]
            | [169, 254, ..]
            | [172, 16..=31, ..]
            | [192, 168, ..]
    )
}

fn is_private_ipv6(literal: &str) -> bool {
    let group = |text: &str| scan::digits(text, 16).and_then(|group| u32::try_from(group).ok());
    if let Some(mapped) = literal.strip_prefix("::ffff:") {
        let (high, low) = mapped.split_once(':').unwrap_or_default();
        let (high, low) = (group(high).unwrap_or(0), group(low).unwrap_or(0));
        return is_private_ipv4([high >> 8, high & 0xff, low >> 8, low & 0xff]);
    }
    let first = literal.split(':').next().and_then(group);
    matches!(literal, "::" | "::1")
        || first.is_some_and(|first| first & 0xfe00 == 0xfc00 || first & 0xffc0 == 0xfe80)
}
