//! How an answer was served, and which feeds a page names.

use strillone::address::WebAddress;
use strillone::host::Native;
use strillone_doctor::{Finding, feeds_of_page, is_page, rest_root, served};

use crate::fetch::{Fetched, request};

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

    /// The feeds that it names, if it is a page of a website.
    pub fn feeds(&self) -> Vec<WebAddress> {
        let Some(address) = &self.address else {
            return Vec::new();
        };
        let page = String::from_utf8_lossy(&self.bytes);
        if !is_page(&page) {
            return Vec::new();
        }
        let mut feeds = feeds_of_page(&page, address, &Native);
        let rest = self
            .header("link")
            .and_then(|link| rest_root(&link, address, &Native))
            .and_then(|root| WebAddress::parse("wp/v2/posts?_embed", Some(&root), &Native));
        feeds.extend(rest);
        feeds
    }
}

/// Whether the server compresses when it may: asked once more, and the body left unread.
fn comes_compressed(address: &WebAddress) -> bool {
    let answer = request(address)
        .header("Accept-Encoding", "gzip, br")
        .call();
    answer.is_ok_and(|answer| answer.headers().contains_key("content-encoding"))
}
