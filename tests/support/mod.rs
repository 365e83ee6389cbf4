//! What the tests of the reader share.
#![allow(dead_code)]
#![allow(missing_docs)]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use strillone::feed::{self, Document, Item, Reading};
use strillone::platform::Native;

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
