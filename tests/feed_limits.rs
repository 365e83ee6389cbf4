//! No feed costs a page more than a moment, and what is cut is said. Each limit of
//! `feed::limits` has its test here.

#![allow(missing_docs, clippy::indexing_slicing, clippy::unwrap_used)]

mod support;

use std::time::Instant;

use strillone::feed::{RichText, limits};
use support::{read, read_bytes};

/// Far above what any of these takes, far below what a hang takes; debug builds included.
const MOMENT_SECONDS: u64 = 20;

fn reads_in_a_moment(text: &str) -> strillone::feed::Reading {
    let begin = Instant::now();
    let reading = read(text);
    for item in &reading.feed.items {
        let texts = [&item.summary, &item.content].into_iter().flatten();
        for text in texts {
            let _ = (text.plain_text(), text.to_html());
        }
    }
    let seconds = begin.elapsed().as_secs();
    assert!(seconds < MOMENT_SECONDS, "{seconds} seconds");
    reading
}

fn has(reading: &strillone::feed::Reading, kind: &str) -> bool {
    reading
        .problems
        .iter()
        .any(|problem| problem.kind.name() == kind)
}

fn rss(inner: &str) -> String {
    format!("<rss version='2.0'><channel>{inner}</channel></rss>")
}

#[test]
fn fifty_megabytes_are_read_up_to_the_limit() {
    let item = "<item><title>A title</title><description>Some words of it.</description></item>";
    let text = rss(&item.repeat(50 * 1024 * 1024 / item.len()));
    let reading = reads_in_a_moment(&text);
    assert!(has(&reading, "too-many-bytes"));
    assert!(!reading.feed.items.is_empty());
}

#[test]
fn a_billion_laughs_are_not_laughed() {
    let mut text = String::from("<!DOCTYPE rss [<!ENTITY a0 'lol'>");
    for level in 1..10 {
        let before = format!("&a{};", level - 1).repeat(10);
        text.push_str(&format!("<!ENTITY a{level} '{before}'>"));
    }
    text.push_str(&format!("]>{}", rss("<item><title>&a9;</title></item>")));
    let reading = reads_in_a_moment(&text);
    assert_eq!(reading.feed.items[0].title.as_deref(), Some("&a9;"));
}

#[test]
fn sixty_thousand_nested_tags_overflow_nothing() {
    let nested = |open: &str, close: &str| open.repeat(60_000) + "deep" + &close.repeat(60_000);
    let after = "<item><title>After</title></item>";
    let xml = rss(&format!(
        "<item><description>{}</description></item>{after}",
        nested("<b>", "</b>")
    ));
    let reading = reads_in_a_moment(&xml);
    assert!(has(&reading, "too-deep"));
    assert_eq!(reading.feed.items.len(), 2);
    for (open, close) in [
        ("<b>", "</b>"),
        ("<ul><li>", "</li></ul>"),
        ("<blockquote>", ""),
        ("<a href='https://a.example/'><i>", ""),
    ] {
        let html = nested(open, close).replace('<', "&lt;");
        let reading = reads_in_a_moment(&rss(&format!(
            "<item><description>{html}</description></item>{after}"
        )));
        assert_eq!(reading.feed.items.len(), 2, "{open}");
        let text = reading.feed.items[0]
            .summary
            .as_ref()
            .map(RichText::plain_text);
        let cut = html.len() > limits::TEXT_BYTES;
        assert!(cut || text.as_deref() == Some("deep"), "{open}");
    }
}

#[test]
fn a_title_of_five_megabytes_is_cut() {
    let reading = reads_in_a_moment(&rss(&format!(
        "<item><title>{}</title></item>",
        "ab ".repeat(1_700_000)
    )));
    assert!(has(&reading, "text-too-long"));
    let title = reading.feed.items[0].title.as_ref().unwrap();
    assert!(title.len() <= limits::LINE_BYTES);
}

#[test]
fn a_body_is_cut_at_its_limit() {
    let reading = reads_in_a_moment(&rss(&format!(
        "<item><description>{}</description></item>",
        "ab ".repeat(500_000)
    )));
    assert!(has(&reading, "text-too-long"));
}

#[test]
fn items_after_the_limit_are_left_out() {
    let text: String = (0..limits::ITEMS + 5)
        .map(|n| format!("<item><title>{n}</title></item>"))
        .collect();
    let reading = reads_in_a_moment(&rss(&text));
    assert_eq!(reading.feed.items.len(), limits::ITEMS);
    assert!(has(&reading, "too-many-items"));
}

#[test]
fn elements_after_the_limit_are_left_out() {
    let reading = reads_in_a_moment(&rss(
        &("<item><title>A</title></item>".to_owned() + &"<x/>".repeat(limits::NODES))
    ));
    assert_eq!(reading.feed.items.len(), 1);
    assert!(has(&reading, "too-many-elements"));
}

#[test]
fn attributes_after_the_limit_are_left_out() {
    let many: String = (0..1_000_000).map(|n| format!(" a{n}='x'")).collect();
    let reading = reads_in_a_moment(&rss(&format!("<item><title{many}>A</title></item>")));
    assert_eq!(reading.feed.items[0].title.as_deref(), Some("A"));
}

#[test]
fn tags_after_the_limit_are_left_out() {
    let many: String = (0..200)
        .map(|n| format!("<category>{n}</category>"))
        .collect();
    let reading = reads_in_a_moment(&rss(&format!("<item><title>A</title>{many}</item>")));
    assert_eq!(reading.feed.items[0].tags.len(), limits::LIST_LENGTH);
    assert!(has(&reading, "list-too-long"));
}

#[test]
fn deep_json_is_refused() {
    let deep = "[".repeat(1_000_000);
    let reading = reads_in_a_moment(&format!(
        "{{\"version\":\"https://jsonfeed.org/version/1\",\"items\":{deep}"
    ));
    assert!(has(&reading, "too-deep"));
}

#[test]
fn a_reference_is_looked_for_only_so_far() {
    let reading = reads_in_a_moment(&rss(&format!(
        "<item><title>A</title><description>{}</description></item>",
        "&".repeat(5_000_000)
    )));
    assert!(has(&reading, "bare-ampersand"));
}

#[test]
fn short_relative_addresses_do_not_grow_without_bound() {
    let base = format!("https://a.example/{}/", "x".repeat(900));
    let links = "&lt;a href=x>y&lt;/a>".repeat(5_000);
    let item = format!("<item xml:base='{base}'><description>{links}</description></item>");
    let reading = reads_in_a_moment(&rss(&item.repeat(20)));
    let html = reading
        .feed
        .items
        .iter()
        .filter_map(|item| item.summary.as_ref())
        .map(|text| text.to_html().len())
        .sum::<usize>();
    assert!(html < limits::ADDRESSES * (limits::ADDRESS_BYTES + 30) + 20 * limits::TEXT_BYTES);
}

#[test]
fn marks_that_never_close_cost_linear_time() {
    for piece in [
        "<!--",
        "<![CDATA[",
        "<a b=\"",
        "<a b='",
        "<",
        "</",
        "<!",
        "<?",
        "&lt;svg>",
        "&lt;script>",
        "&lt;pre>",
        "&lt;a href=",
        "<item>",
        "<p>",
        "</p>",
        "{\"",
        "\u{fffd}",
    ] {
        let many = piece.repeat(1_000_000 / piece.len());
        reads_in_a_moment(&rss(&format!(
            "<item><description>{many}</description></item>"
        )));
        reads_in_a_moment(&many);
    }
}

#[test]
fn problems_are_reported_up_to_a_limit() {
    let many: String = (0..1_000).map(|n| format!("</x{n}>")).collect();
    assert_eq!(
        reads_in_a_moment(&rss(&many)).problems.len(),
        limits::PROBLEMS
    );
}

#[test]
fn an_empty_document_is_a_problem() {
    assert!(has(&read_bytes(b" \n\xef\xbb\xbf"), "empty"));
}
