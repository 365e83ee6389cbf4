//! The option `proxy`: an address that answers in place of a feed.

use super::Context;
use super::value::Value;
use crate::address::WebAddress;

/// An address with a place in it for the address of a feed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ProxyTemplate(String);

impl ProxyTemplate {
    const PLACE: &str = "{url}";

    /// The address that answers with the feed of `address`.
    pub fn fill(&self, address: &WebAddress, context: Context<'_>) -> Option<WebAddress> {
        let filled = self
            .0
            .replace(Self::PLACE, &percent_encode(address.as_str()));
        WebAddress::parse(&filled, context.base, context.host)
    }
}

impl Value for ProxyTemplate {
    const EXPECTED: &'static str = "an http or https address with {url} in it";

    fn read(text: &str, context: Context<'_>) -> Option<Self> {
        if !text.contains(Self::PLACE) {
            return None;
        }
        let sample = text.replace(Self::PLACE, "x");
        WebAddress::parse(&sample, context.base, context.host)?;
        Some(ProxyTemplate(text.to_owned()))
    }

    fn written(&self) -> String {
        self.0.clone()
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
