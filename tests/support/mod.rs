//! What the tests of the reader share.
#![allow(dead_code)]
#![allow(missing_docs)]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::time::Duration;

use rustix::time::{ClockId, clock_gettime};
use strillone::feed::{self, Document, Item, Reading};
use strillone::host::Native;

/// How long the processor was at work in this thread: what else the machine does counts for
/// nothing.
pub fn processor_time() -> Duration {
    let time = clock_gettime(ClockId::ThreadCPUTime);
    Duration::new(
        u64::try_from(time.tv_sec).unwrap_or_default(),
        u32::try_from(time.tv_nsec).unwrap_or_default(),
    )
}

/// Reads a feed whose address nobody knows.
pub fn read(text: &str) -> Reading {
    read_bytes(text.as_bytes())
}

pub fn read_bytes(bytes: &[u8]) -> Reading {
    feed::read(
        Document {
            bytes,
            address: None,
            charset: None,
            page: None,
        },
        &Native,
    )
}

pub fn items(text: &str) -> Vec<Item> {
    read(text).feed.items
}

/// The only item of a feed.
pub fn item(text: &str) -> Item {
    let mut items = items(text);
    assert_eq!(items.len(), 1, "not one item in {text}");
    items.remove(0)
}

/// The only item of an RSS feed, whose prefixes are declared.
pub fn rss_item(inner: &str) -> Item {
    item(&format!(
        "<rss version='2.0' xmlns:content='http://purl.org/rss/1.0/modules/content/' \
         xmlns:d='http://purl.org/dc/elements/1.1/' xmlns:m='http://search.yahoo.com/mrss/' \
         xmlns:s='http://purl.org/rss/1.0/modules/slash/' \
         xmlns:a='http://www.w3.org/2005/Atom'><channel><item>{inner}</item></channel></rss>"
    ))
}
