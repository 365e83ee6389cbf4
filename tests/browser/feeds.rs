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

/// Five headlines as long as those of newspapers, each with a summary and the picture `/picture.svg`.
pub fn front_page() -> Reply {
    Reply::new("application/rss+xml; charset=utf-8", front_page_text())
}

/// The text of that feed.
pub fn front_page_text() -> String {
    let items: String = [
        "Il faro torna ad accendersi dopo undici anni",
        "Traghetti, corse raddoppiate per il fine settimana",
        "Il mercato del pesce cambia orario: si apre alle quattro",
        "Maestrale in arrivo, il porto chiude per sei ore",
        "La regata delle barche a remi torna dopo la pausa",
    ]
    .iter()
    .enumerate()
    .map(|(number, title)| {
        format!(
            "<item><title>{title}</title><link>https://example.org/{number}</link>\
             <pubDate>Tue, 24 Nov 2026 {hour:02}:00:00 GMT</pubDate>\
             <media:content url='picture.svg' medium='image' width='600' height='400'/>\
             <description>{title}: lo ha deciso ieri sera il consiglio, dopo due ore di \
             discussione e molte mani alzate. Si comincia lunedì.</description></item>",
            hour = 16 - number
        )
    })
    .collect();
    format!(
        "<rss version='2.0' xmlns:media='http://search.yahoo.com/mrss/'><channel>\
         <title>Il Corriere</title>{items}</channel></rss>"
    )
}
