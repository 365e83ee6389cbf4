//! Any bytes → a feed, without a panic, a hang or an address that may not be.
//!
//! The first byte chooses what HTTP says of the encoding; the rest is the document.

#![no_main]

use libfuzzer_sys::fuzz_target;
use strillone::address::WebAddress;
use strillone::feed::{Document, limits, self};
use strillone::host::Native;

const CHARSETS: [Option<&str>; 4] = [None, Some("utf-8"), Some("shift_jis"), Some("utf-16le")];

fuzz_target!(|data: &[u8]| {
    let Some((first, bytes)) = data.split_first() else {
        return;
    };
    let address = WebAddress::parse("https://news.example/feed.xml", None, &Native);
    let document = Document {
        bytes,
        address: address.as_ref(),
        charset: CHARSETS[usize::from(*first) % CHARSETS.len()],
        page: None,
    };
    let reading = feed::read(document, &Native);
    assert!(reading.feed.items.len() <= limits::ITEMS);
    assert!(reading.problems.len() <= limits::PROBLEMS);
    for problem in &reading.problems {
        assert!(!problem.to_string().is_empty());
    }
    for item in &reading.feed.items {
        assert!(!item.id.is_empty() && !item.headline().is_empty());
        let summary = item.summary_text(60).unwrap_or_default();
        assert!(summary.chars().count() <= 60);
        for text in [&item.summary, &item.content].into_iter().flatten() {
            assert!(!text.to_html().contains("javascript:\""));
        }
    }
});
