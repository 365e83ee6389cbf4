//! Addresses that were parsed and checked. Nothing else is ever put into an `href` or `src`.

use std::sync::Arc;

use crate::host::Host;

/// An absolute `http:` or `https:` address: of a feed, an article, a picture.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct WebAddress(Arc<str>);

impl WebAddress {
    /// Parses `text` against `base` and keeps it when its scheme is `http` or `https`.
    /// The scheme is read from the parsed address, never from the text: a URL parser drops
    /// tabs, newlines and leading control characters.
    pub fn parse(text: &str, base: Option<&WebAddress>, host: &dyn Host) -> Option<WebAddress> {
        let address = host.resolve(text, base.map(WebAddress::as_str))?;
        is_web(&address).then(|| WebAddress(address.into()))
    }

    /// The serialised address.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The name of the host, without port and user.
    pub fn host(&self) -> &str {
        let (_, rest) = self.0.split_once("://").unwrap_or_default();
        let authority = rest.split(['/', '?', '#']).next().unwrap_or_default();
        let host = authority.rsplit('@').next().unwrap_or_default();
        let port = host.rfind(':').filter(|_| !host.ends_with(']'));
        port.and_then(|port| host.get(..port)).unwrap_or(host)
    }
}

/// The address of a link: `http:`, `https:` or `mailto:`.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct LinkAddress(Arc<str>);

impl LinkAddress {
    /// Parses `text` against `base` and keeps it when its scheme is one a reader may follow.
    pub fn parse(text: &str, base: Option<&WebAddress>, host: &dyn Host) -> Option<LinkAddress> {
        let address = host.resolve(text, base.map(WebAddress::as_str))?;
        ["https://", "http://", "mailto:"]
            .iter()
            .any(|scheme| address.starts_with(scheme))
            .then(|| LinkAddress(address.into()))
    }

    /// The serialised address.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The address, if it is one of the web.
    pub fn into_web(self) -> Option<WebAddress> {
        is_web(&self.0).then_some(WebAddress(self.0))
    }
}

fn is_web(address: &str) -> bool {
    address.starts_with("https://") || address.starts_with("http://")
}

impl LinkAddress {
    /// The address with `query`, such as `utm_source=partner`, appended to its own query and
    /// before its fragment; a mail address as it is.
    pub fn with_query(&self, query: &str) -> String {
        if query.is_empty() || self.0.starts_with("mailto:") {
            return self.0.to_string();
        }
        let (rest, fragment) = match self.0.split_once('#') {
            Some((rest, fragment)) => (rest, Some(fragment)),
            None => (&*self.0, None),
        };
        let mut address = String::from(rest);
        address.push(if rest.contains('?') { '&' } else { '?' });
        address.push_str(query);
        if let Some(fragment) = fragment {
            address.push('#');
            address.push_str(fragment);
        }
        address
    }
}

impl From<WebAddress> for LinkAddress {
    fn from(address: WebAddress) -> LinkAddress {
        LinkAddress(address.0)
    }
}
