//! Feeds for tests that are not about feeds.

use std::fmt::Write;

use crate::servers::Reply;

/// An RSS feed with these headlines, newest first, an hour apart, each with a short text.
pub fn feed(headlines: &[&str]) -> Reply {
    feed_until(20, headlines)
}

/// The same, with the newest published at that hour, 20 at the latest: a headline keeps its
/// link and time when newer ones come before it.
pub fn feed_until(hour: usize, headlines: &[&str]) -> Reply {
    Reply::new("application/rss+xml; charset=utf-8", rss(hour, headlines))
}

/// The text of such a feed.
pub fn rss(newest: usize, headlines: &[&str]) -> String {
    let mut items = String::new();
    for (number, headline) in headlines.iter().enumerate() {
        let number = number + 20 - newest;
        let hour = 20_usize.saturating_sub(number);
        // Writing into a string cannot fail.
        let _ = write!(
            items,
            "<item><title>{headline}</title><guid isPermaLink=\"false\">{headline}</guid>\
             <link>https://example.org/{number}</link>\
             <pubDate>Mon, 23 Nov 2026 {hour:02}:00:00 GMT</pubDate>\
             <description>About {headline}.</description></item>"
        );
    }
    format!(
        "<?xml version=\"1.0\" encoding=\"utf-8\"?><rss version=\"2.0\"><channel>\
         <title>Example</title><link>https://example.org/</link>\
         <description>An example</description>{items}</channel></rss>"
    )
}
