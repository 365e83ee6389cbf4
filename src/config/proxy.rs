//! The option `proxy`: an address that answers in place of a feed.

use super::Context;
use super::value::OptionValue;
use crate::address::{WebAddress, position, replaced};

/// An absolute address with a placeholder in it for the address of a feed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ProxyTemplate(WebAddress);

/// What the attribute has where the feed's address belongs.
const PLACEHOLDER: &str = "{url}";

/// An encoded address in its place, so that what is checked has the form of what is asked for:
/// a host name, for one, cannot be made of it. Parsing leaves it as it is.
const SAMPLE: &str = "https%3A%2F%2Ffeed.invalid%2F";

impl ProxyTemplate {
    /// The address that answers with the feed of `feed`.
    pub fn fill(&self, feed: &WebAddress) -> WebAddress {
        self.0.with_component(SAMPLE, feed.as_str())
    }
}

impl OptionValue for ProxyTemplate {
    const EXPECTED: &'static str = "an http or https address with {url} in it";

    fn read(text: &str, context: Context<'_>) -> Option<Self> {
        let sample = replaced(text, PLACEHOLDER, SAMPLE);
        let address = WebAddress::parse(&sample, context.base, context.host)?;
        let has_placeholder = position(address.as_str(), SAMPLE).is_some();
        has_placeholder.then_some(ProxyTemplate(address))
    }

    fn written(&self) -> String {
        replaced(self.0.as_str(), SAMPLE, PLACEHOLDER)
    }
}
