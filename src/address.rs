//! Addresses that were parsed and checked. Nothing else is ever put into an `href` or `src`.

mod mend;
mod redirect;

use std::sync::Arc;

use crate::host::Host;

/// An absolute `http:` or `https:` address: of a feed, an article, a picture.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct WebAddress(Arc<str>);

impl WebAddress {
    /// Parses `text` against `base` and keeps it when its scheme is `http` or `https`.
    /// The scheme is read from the parsed address, never from the text: a URL parser drops
    /// tabs, newlines and leading control characters. A missing scheme before the name of a
    /// host is `https`.
    pub fn parse(text: &str, base: Option<&WebAddress>, host: &dyn Host) -> Option<WebAddress> {
        let address = host.resolve(&mend::mended(text), base.map(WebAddress::as_str))?;
        is_web(&address).then(|| WebAddress(address.into()))
    }

    /// The serialised address.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The address with `text`, encoded, in place of each `placeholder` in its path or query.
    /// Encoded text is one component of an address wherever it stands, so that what was checked
    /// of the address holds of the new one too.
    pub fn with_component(&self, placeholder: &str, text: &str) -> WebAddress {
        let address = replaced(&self.0, placeholder, &percent_encode(text));
        WebAddress(address.into())
    }

    /// The same over https where that is all a page may ask for: a browser refuses `http:` on a
    /// page that came over https, but on the reader's own machine ([Mixed Content]).
    ///
    /// [Mixed Content]: https://www.w3.org/TR/mixed-content/
    pub fn upgraded(&self) -> WebAddress {
        let scheme = self.0.strip_prefix("http://");
        match scheme.filter(|_| !is_own_machine(self.host())) {
            Some(rest) => WebAddress(["https://", rest].concat().into()),
            None => self.clone(),
        }
    }

    /// The name of the host, without port and user.
    pub fn host(&self) -> &str {
        let authority = behind_scheme(&self.0).unwrap_or_default();
        let authority = authority.split(['/', '?', '#']).next().unwrap_or_default();
        let host = authority.rsplit('@').next().unwrap_or_default();
        let port = host.rfind(':').filter(|_| !host.ends_with(']'));
        port.and_then(|port| host.get(..port)).unwrap_or(host)
    }
}

/// The loader has the same rule (`network/reason.js`).
fn is_own_machine(host: &str) -> bool {
    let is_number = |rest: &str| rest.bytes().all(|it| it.is_ascii_digit() || it == b'.');
    matches!(host, "localhost" | "[::1]")
        || host.ends_with(".localhost")
        || host.strip_prefix("127.").is_some_and(is_number)
}

/// What stands behind the scheme of an address of the web.
pub fn behind_scheme(address: &str) -> Option<&str> {
    let (_, rest) = address.split_once(':')?;
    rest.strip_prefix("//")
}

/// A text with `new` in place of each `mark`. The standard library's search for a text in another
/// would weigh more than all that is looked for with it.
pub fn replaced(text: &str, mark: &str, new: &str) -> String {
    let mut replaced = String::new();
    let mut rest = text;
    while let Some(at) = position(rest, mark) {
        replaced.push_str(rest.get(..at).unwrap_or_default());
        replaced.push_str(new);
        rest = rest.get(at + mark.len()..).unwrap_or_default();
    }
    replaced.push_str(rest);
    replaced
}

/// Where a text that is not empty occurs first in another.
pub fn position(text: &str, mark: &str) -> Option<usize> {
    let mut places = text.as_bytes().windows(mark.len().max(1));
    places.position(|place| place == mark.as_bytes())
}

/// The address of a link: `http:`, `https:` or `mailto:`.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct LinkAddress(Arc<str>);

impl LinkAddress {
    /// Parses `text` against `base` and keeps it when its scheme is one a reader may follow.
    pub fn parse(text: &str, base: Option<&WebAddress>, host: &dyn Host) -> Option<LinkAddress> {
        let address = host.resolve(&mend::mended(text), base.map(WebAddress::as_str))?;
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

/// Percent-encodes all but the unreserved characters of RFC 3986 §2.3, as
/// `encodeURIComponent` does.
fn percent_encode(text: &str) -> String {
    const DIGITS: &[u8; 16] = b"0123456789ABCDEF";
    let mut encoded = String::with_capacity(text.len());
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || b"-_.~".contains(&byte) {
            encoded.push(byte as char);
        } else {
            encoded.push('%');
            for digit in [byte >> 4, byte & 15] {
                if let Some(digit) = DIGITS.get(usize::from(digit)) {
                    encoded.push(*digit as char);
                }
            }
        }
    }
    encoded
}

fn is_web(address: &str) -> bool {
    address.starts_with("https://") || address.starts_with("http://")
}

impl LinkAddress {
    /// The address with `query`, such as `utm_source=partner`, appended to its own query and
    /// before its fragment; a mail address as it is.
    pub fn with_query(&self, query: &str) -> String {
        let query = query.trim_start_matches(['?', '&']);
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
