//! The bases of relative addresses: every `xml:base`, resolved once.

use super::limits;
use crate::address::WebAddress;

/// What each `xml:base` of a document stands for; `None` while nobody asked. Resolved for each
/// address again, one long base would make reading quadratic.
#[derive(Default)]
pub struct Bases(Vec<Option<Option<WebAddress>>>);

impl Bases {
    /// What the `xml:base` of that index in the document stands for, once it was asked for.
    pub fn known(&self, index: usize) -> Option<&Option<WebAddress>> {
        self.0.get(index)?.as_ref()
    }

    /// Keeps what an `xml:base` stands for.
    pub fn remember(&mut self, index: usize, base: Option<WebAddress>) {
        if self.0.len() <= index {
            self.0.resize_with(index + 1, || None);
        }
        if let Some(known) = self.0.get_mut(index) {
            *known = Some(base);
        }
    }
}

/// Whether an address is no longer than servers take.
pub fn is_short(address: &WebAddress) -> bool {
    address.as_str().len() <= limits::ADDRESS_BYTES
}
