//! How an answer was served, and which feeds a page names.

use strillone::address::WebAddress;
use strillone::host::Native;
use strillone_doctor::{Finding, feed_of_header, feeds_of_page, is_page, likely_feeds, served};

use crate::fetch::{Fetched, fetch, request};

impl Fetched {
    /// What is wrong with how it was served; nothing of a file.
    pub fn findings(&self) -> Vec<Finding> {
        self.address.as_ref().map_or_else(Vec::new, |address| {
            served(
                address,
                &|name| self.header(name),
                comes_compressed(address),
            )
        })
    }

    /// The feeds of a website, if it is a page of one: those it names, else those that are
    /// where many sites have them. `None` of anything else.
    pub fn feeds(&self) -> Option<Vec<WebAddress>> {
        let address = self.address.as_ref()?;
        let page = String::from_utf8_lossy(&self.bytes);
        if !is_page(&page) {
            return None;
        }
        let mut feeds = feeds_of_page(&page, address, &Native);
        let header = self.header("link");
        let rest = header.and_then(|link| feed_of_header(&link, address, &Native));
        feeds.extend(rest.filter(|rest| !feeds.contains(rest)));
        if feeds.is_empty() {
            feeds = likely_feeds(address, &Native);
            feeds.retain(|feed| {
                fetch(feed.as_str()).is_ok_and(|answer| answer.read().feed.format.is_some())
            });
        }
        Some(feeds)
    }
}

/// Whether the server compresses when it may: asked once more, and the body left unread.
fn comes_compressed(address: &WebAddress) -> bool {
    let answer = request(address)
        .header("Accept-Encoding", "gzip, br")
        .call();
    answer.is_ok_and(|answer| answer.headers().contains_key("content-encoding"))
}
