//! What every part of the reader shares while it reads one document.

use std::borrow::Cow;

use super::base::{Bases, is_short};
use super::date;
use super::limits;
use super::media_policy::MediaPolicy;
use super::problem::{ProblemKind, Problems};
use super::work;
use super::xml::Element;
use crate::address::{LinkAddress, WebAddress};
use crate::host::Host;
use crate::time::Date;

/// The document's surroundings, and the problems found so far.
pub struct Context<'p> {
    pub host: &'p dyn Host,
    /// The base of addresses that stand outside every `xml:base`.
    pub base: Option<WebAddress>,
    pub bases: Bases,
    /// Where pictures and media may be.
    pub media: MediaPolicy,
    pub problems: Problems,
    /// How the feed writes its dates.
    pub habits: date::Habits,
    /// How many addresses may still be resolved.
    pub addresses_left: usize,
    /// Whether the document's end was reached.
    pub complete: bool,
}

impl Context<'_> {
    /// An address of the web; a text that is no address is reported.
    pub fn web_address(
        &mut self,
        text: &str,
        base: Option<&WebAddress>,
        offset: Option<usize>,
    ) -> Option<WebAddress> {
        let text = text.trim_ascii();
        if text.is_empty() {
            return None;
        }
        let address = self
            .may_resolve(text)
            .then(|| WebAddress::parse(text, base, self.host));
        let address = address.flatten().filter(is_short);
        let address = address.map(|address| address.destination(self.host));
        // Of a file nobody knows where it comes from, and so not where its relative addresses lead.
        let resolves = |base: &str| {
            let base = WebAddress::parse(base, None, self.host);
            WebAddress::parse(text, base.as_ref(), self.host).is_some()
        };
        if address.is_none() && (base.is_some() || !resolves("https://a.invalid/")) {
            self.problems
                .report(offset, ProblemKind::InvalidAddress, text);
        }
        address
    }

    /// The base of the addresses within an element: every `xml:base` from the root inwards,
    /// each resolved against the one around it.
    pub fn base_of(&mut self, element: Element<'_, '_>) -> Option<WebAddress> {
        let mut waiting = Vec::new();
        let mut next = element.base();
        let mut base = loop {
            let Some(declared) = next else {
                break self.base.clone();
            };
            if let Some(known) = self.bases.known(declared.index) {
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
            self.bases.remember(declared.index, base.clone());
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

    /// The address that an element writes as `text`.
    pub fn address(&mut self, text: &str, element: Element<'_, '_>) -> Option<WebAddress> {
        let base = self.base_of(element);
        self.web_address(text, base.as_ref(), Some(element.offset()))
    }

    /// The address that is an element's text.
    pub fn line_address(&mut self, element: Element<'_, '_>) -> Option<WebAddress> {
        let line = self.line(element);
        self.address(&line, element)
    }

    /// The address of a link or picture within a text. What is none is no news to a
    /// publisher: texts are full of them.
    pub fn link_address(&mut self, text: &str, base: Option<&WebAddress>) -> Option<LinkAddress> {
        let text = text.trim_ascii();
        if text.is_empty() || !self.may_resolve(text) {
            return None;
        }
        LinkAddress::parse(text, base, self.host)
            .filter(|address| address.as_str().len() <= limits::ADDRESS_BYTES)
    }

    /// A date; a text that is no date is reported.
    pub fn date(&mut self, element: Element<'_, '_>) -> Option<Date> {
        let text = self.line(element);
        self.date_of(&text, Some(element.offset()))
    }

    /// The date that a text is; a text that is no date is reported.
    pub fn date_of(&mut self, text: &str, offset: Option<usize>) -> Option<Date> {
        let text = text.trim_ascii();
        if text.is_empty() {
            return None;
        }
        let date = (text.len() <= limits::DATE_BYTES)
            .then(|| date::parse(text, &mut self.habits, self.host))
            .flatten();
        if date.is_none() {
            self.problems.report(offset, ProblemKind::InvalidDate, text);
        }
        date
    }

    /// The text of an element that holds no markup, such as a number or an address.
    pub fn line<'a>(&mut self, element: Element<'_, 'a>) -> Cow<'a, str> {
        element.text(limits::LINE_BYTES, &mut self.problems)
    }

    /// Whether an address may still be resolved, as short as it is.
    pub fn may_resolve(&mut self, text: &str) -> bool {
        let base = self.base.as_ref().map_or(0, |base| base.as_str().len());
        work::count(text.len() + base);
        let may = self.addresses_left > 0 && text.len() <= limits::ADDRESS_BYTES;
        self.addresses_left = self.addresses_left.saturating_sub(1);
        may
    }
}
