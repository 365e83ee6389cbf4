//! The news of the benchmark: the same headlines as a feed, and as the answers of two networks.

use std::time::SystemTime;

use anyhow::Result;
use strillone::time::{MINUTE, Timestamp};

/// A text as long as those that feeds have under their headlines.
const SUMMARY: &str = "Il consiglio comunale ha discusso per tre ore della nuova linea del tram, \
    che dovrebbe collegare la stazione con l’ospedale entro due anni; i lavori cominciano in \
    primavera, e i residenti chiedono che il mercato del sabato resti dove si trova oggi.";

/// One headline.
pub struct Item {
    number: usize,
    /// What is shown.
    pub title: String,
    /// Where it leads.
    pub link: String,
    /// In RFC 3339, in UTC.
    time: String,
}

/// That many headlines, a quarter of an hour apart, the newest first and a minute old.
pub fn items(count: usize) -> Result<Vec<Item>> {
    let now = SystemTime::now().duration_since(SystemTime::UNIX_EPOCH)?;
    let newest = Timestamp(i64::try_from(now.as_millis())?).after(-MINUTE);
    let mut time = newest.after(15 * MINUTE);
    let items = (1..=count).map(|number| {
        time = time.after(-15 * MINUTE);
        Item {
            number,
            title: format!("Notizia numero {number}: il tram arriva in centro"),
            link: format!("https://example.org/notizie/{number}"),
            time: time.to_rfc3339(),
        }
    });
    Ok(items.collect())
}

/// Them as an Atom feed.
pub fn feed(items: &[Item]) -> String {
    let newest = items.first().map_or("", |item| item.time.as_str());
    let entries: String = items
        .iter()
        .map(
            |Item {
                 number,
                 title,
                 link,
                 time,
             }| {
                format!(
                    "<entry><id>urn:notizia:{number}</id><title>{title}</title>\
                 <link href=\"{link}\"/><published>{time}</published><updated>{time}</updated>\
                 <summary>{number}. {SUMMARY}</summary></entry>\n"
                )
            },
        )
        .collect();
    format!(
        "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n\
         <feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"it\">\n\
         <id>urn:notizie</id><title>Il giornale</title><link href=\"https://example.org/\"/>\
         <updated>{newest}</updated>\n{entries}</feed>\n"
    )
}

/// Them as plain links, as a server prints them inside the element.
pub fn links(items: &[Item]) -> String {
    let rows: String = items
        .iter()
        .map(|Item { title, link, time, .. }| {
            let clock = time.get(11..16).unwrap_or_default();
            format!("<li><time datetime=\"{time}\">{clock}</time> <a href=\"{link}\">{title}</a></li>\n")
        })
        .collect();
    format!("<ul>\n{rows}</ul>")
}
