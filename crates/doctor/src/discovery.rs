//! The feeds of a website, by its pages.

use strillone::address::WebAddress;
use strillone::host::Host;

/// Whether a document is a page of a website, by its beginning.
pub fn is_page(text: &str) -> bool {
    let start: String = text.trim_start().chars().take(200).collect();
    let start = start.to_lowercase();
    start.contains("<html") || start.starts_with("<!doctype html")
}

/// Where a website's feeds often are, for one that cannot be looked at: first WordPress's REST
/// API, which every site may read, beside the feed, around it, or at the host's root.
pub fn likely_feeds(site: &WebAddress, host: &dyn Host) -> Vec<WebAddress> {
    const NAMES: [&str; 9] = [
        "wp-json/wp/v2/posts?_embed",
        "../wp-json/wp/v2/posts?_embed",
        "/wp-json/wp/v2/posts?_embed",
        "/feed/",
        "/feed.xml",
        "/rss.xml",
        "/atom.xml",
        "/index.xml",
        "/feed.json",
    ];
    let mut likely = Vec::new();
    for name in NAMES {
        let address = WebAddress::parse(name, Some(site), host);
        let other = address.filter(|address| address != site && !likely.contains(address));
        likely.extend(other);
    }
    likely
}

/// The feeds that a page names in its `<link rel=alternate>`, in its order, and last the posts
/// at WordPress's REST API, where it names that.
pub fn feeds_of_page(page: &str, base: &WebAddress, host: &dyn Host) -> Vec<WebAddress> {
    let mut feeds = Vec::new();
    let mut posts = None;
    for tag in tags(page) {
        let rel = attribute(tag, "rel").unwrap_or_default().to_lowercase();
        let kind = attribute(tag, "type").unwrap_or_default().to_lowercase();
        let is_feed = [
            "application/rss+xml",
            "application/atom+xml",
            "application/feed+json",
            "application/rdf+xml",
        ]
        .contains(&kind.trim());
        let is_alternate = rel.split_ascii_whitespace().any(|word| word == "alternate");
        let address = attribute(tag, "href")
            .filter(|_| is_feed && is_alternate)
            .and_then(|href| WebAddress::parse(&href.replace("&amp;", "&"), Some(base), host));
        feeds.extend(address.filter(|address| !feeds.contains(address)));
        if rel.trim() == REST {
            let root = attribute(tag, "href");
            let root = root.and_then(|root| WebAddress::parse(&root, Some(base), host));
            posts = posts.or_else(|| posts_at(&root?, host));
        }
    }
    feeds.extend(posts);
    feeds
}

/// What WordPress calls its REST API in the `rel` of links.
const REST: &str = "https://api.w.org/";

/// The posts at a root of WordPress's REST API: `/wp-json/`, or `/?rest_route=/` where a site
/// writes its addresses plainly.
fn posts_at(root: &WebAddress, host: &dyn Host) -> Option<WebAddress> {
    let root = root.as_str();
    let end = if root.contains('?') {
        "&_embed"
    } else {
        "?_embed"
    };
    WebAddress::parse(&[root, "wp/v2/posts", end].concat(), None, host)
}

/// The posts at WordPress's REST API, where a header `Link` says where that is:
/// `<…/wp-json/>; rel="https://api.w.org/"`.
pub fn feed_of_header(link: &str, base: &WebAddress, host: &dyn Host) -> Option<WebAddress> {
    let one = link.split(',').find(|one| one.contains(REST))?;
    let (_, rest) = one.split_once('<')?;
    let (address, _) = rest.split_once('>')?;
    posts_at(&WebAddress::parse(address, Some(base), host)?, host)
}

/// What stands in each `<link …>` that is not in a comment.
fn tags(page: &str) -> impl Iterator<Item = &str> {
    let outside = page.split("<!--").enumerate().map(|(number, piece)| {
        let after = piece.split_once("-->").map(|(_, after)| after);
        if number == 0 {
            piece
        } else {
            after.unwrap_or_default()
        }
    });
    outside.flat_map(|piece| {
        piece.split('<').filter_map(|tag| {
            let (tag, _) = tag.split_once('>')?;
            let (name, attributes) = tag.split_once(|space: char| space.is_ascii_whitespace())?;
            name.eq_ignore_ascii_case("link").then_some(attributes)
        })
    })
}

/// An attribute's value, in quotes or bare.
fn attribute(tag: &str, wanted: &str) -> Option<String> {
    let mut rest = tag;
    while let Some((name, after)) = rest.split_once('=') {
        let name = name
            .split_ascii_whitespace()
            .next_back()
            .unwrap_or_default();
        let after = after.trim_ascii_start();
        let (value, next) = match after.chars().next()? {
            quote @ ('"' | '\'') => after.get(1..)?.split_once(quote)?,
            _ => after
                .split_once(|end: char| end.is_ascii_whitespace())
                .unwrap_or((after.trim_end_matches('/'), "")),
        };
        if name.eq_ignore_ascii_case(wanted) {
            return Some(value.to_owned());
        }
        rest = next;
    }
    None
}

#[cfg(test)]
mod tests {
    use strillone::address::WebAddress;
    use strillone::host::Native;

    use super::likely_feeds;

    /// The first addresses that are tried for a site.
    fn first(site: &str, count: usize) -> Vec<String> {
        let site = WebAddress::parse(site, None, &Native).expect("an address");
        let likely = likely_feeds(&site, &Native).into_iter().take(count);
        likely.map(|it| it.as_str().to_owned()).collect()
    }

    #[test]
    fn wordpress_in_a_folder_is_looked_for_there_and_at_the_root() {
        assert_eq!(
            first("https://a.example/blog/feed/", 3),
            [
                "https://a.example/blog/feed/wp-json/wp/v2/posts?_embed",
                "https://a.example/blog/wp-json/wp/v2/posts?_embed",
                "https://a.example/wp-json/wp/v2/posts?_embed",
            ]
        );
    }

    #[test]
    fn no_address_is_tried_twice() {
        assert_eq!(
            first("https://a.example/feed.xml", 3),
            [
                "https://a.example/wp-json/wp/v2/posts?_embed",
                "https://a.example/feed/",
                "https://a.example/rss.xml",
            ]
        );
    }
}
