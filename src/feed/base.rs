//! The bases of relative addresses: every `xml:base`, resolved once.

use super::context::Context;
use super::limits;
use super::work;
use super::xml::Element;
use crate::address::WebAddress;

/// What each `xml:base` of a document stands for; `None` while nobody asked. Resolved for each
/// address again, one long base would make reading quadratic.
#[derive(Default)]
pub struct Bases(Vec<Option<Option<WebAddress>>>);

impl Context<'_> {
    /// The base of the addresses within an element: every `xml:base` from the root inwards,
    /// each resolved against the one around it.
    pub fn base_of(&mut self, element: Element<'_, '_>) -> Option<WebAddress> {
        let mut waiting = Vec::new();
        let mut next = element.base();
        let mut base = loop {
            let Some(declared) = next else {
                break self.base.clone();
            };
            if let Some(Some(known)) = self.bases.0.get(declared.index) {
                break known.clone();
            }
            waiting.push(declared);
            next = element.base_around(declared);
        };
        while let Some(declared) = waiting.pop() {
            let text = declared.text.trim_ascii();
            work::count(base.as_ref().map_or(0, |base| base.as_str().len()));
            if self.may_resolve(text) {
                let inner = WebAddress::parse(text, base.as_ref(), self.host);
                base = inner.filter(is_short).or(base);
            }
            if self.bases.0.len() <= declared.index {
                self.bases.0.resize_with(declared.index + 1, || None);
            }
            if let Some(known) = self.bases.0.get_mut(declared.index) {
                *known = Some(base.clone());
            }
        }
        base
    }

    /// Takes the address that a feed gives itself as the base before the one it was fetched
    /// from, if it is one.
    pub fn set_base(&mut self, text: &str) -> bool {
        let text = text.trim_ascii();
        let own =
            (text.len() <= limits::ADDRESS_BYTES).then(|| WebAddress::parse(text, None, self.host));
        let own = own.flatten().filter(is_short);
        let is_address = own.is_some();
        if is_address {
            self.base = own;
            self.bases = Bases::default();
        }
        is_address
    }
}

/// Whether an address is no longer than servers take.
pub fn is_short(address: &WebAddress) -> bool {
    address.as_str().len() <= limits::ADDRESS_BYTES
}
