//! What a feed lacks that readers would see.

use strillone::address::WebAddress;
use strillone::feed::{Feed, Item};

use super::Finding;

/// What is missing in a feed that was read.
pub fn read_through(feed: &Feed) -> Vec<Finding> {
    let items = &feed.items;
    if items.is_empty() {
        return vec![Finding::NoItems];
    }
    let is_dated = |item: &Item| item.published.or(item.updated).is_some();
    let dated = items.iter().filter(|item| is_dated(item)).count();
    let dates = match dated {
        0 => Some(Finding::Undated),
        some if some < items.len() => Some(Finding::PartlyUndated),
        _ => None,
    };
    let mut pictures = items.iter().filter_map(|item| item.image.as_ref());
    let pictures = if items.iter().all(|item| item.image.is_none()) {
        Some(Finding::NoPictures)
    } else if pictures.any(|picture| is_insecure(&picture.address)) {
        Some(Finding::InsecurePictures)
    } else {
        None
    };
    dates.into_iter().chain(pictures).collect()
}

fn is_insecure(address: &WebAddress) -> bool {
    address.upgraded() != *address
}

#[cfg(test)]
mod tests {
    use strillone::feed::{Document, read};
    use strillone::host::Native;

    use super::super::Finding::{self, *};
    use super::read_through;

    fn found(items: &str) -> Vec<Finding> {
        let text = format!("<rss version='2.0'><channel>{items}</channel></rss>");
        let document = Document {
            bytes: text.as_bytes(),
            ..Document::default()
        };
        read_through(&read(document, &Native).feed)
    }

    const PICTURE: &str = "<enclosure type='image/png' length='9' url='https://a.example/1.png'/>";
    const DATE: &str = "<pubDate>Fri, 20 Nov 2026 17:00:00 +0100</pubDate>";

    #[test]
    fn a_feed_with_dates_and_pictures_has_all() {
        let item = format!("<item><title>One</title>{DATE}{PICTURE}</item>");
        assert_eq!(found(&item), []);
    }

    #[test]
    fn a_feed_without_items_is_empty() {
        assert_eq!(found(""), [NoItems]);
    }

    #[test]
    fn missing_dates_and_pictures_are_named() {
        let bare = "<item><title>One</title></item>";
        assert_eq!(found(bare), [Undated, NoPictures]);
        let some = format!("{bare}<item><title>Two</title>{DATE}{PICTURE}</item>");
        assert_eq!(found(&some), [PartlyUndated]);
    }

    #[test]
    fn pictures_over_http_are_named() {
        let picture = PICTURE.replace("https:", "http:");
        let item = format!("<item><title>One</title>{DATE}{picture}</item>");
        assert_eq!(found(&item), [InsecurePictures]);
    }
}
