//! No feed costs a page more than a moment, and what is cut is said. Each input passes one limit
//! of `feed::limits` and stays below all others, so that no other stands in for the one that is
//! meant: `only` checks that.

#![allow(missing_docs, clippy::indexing_slicing, clippy::unwrap_used)]

mod support;

use strillone::feed::{RichText, limits};
use support::{processor_time, read, read_bytes};

/// Far above what any of these takes, far below what a hang takes; debug builds included.
const MOMENT_SECONDS: u64 = 20;

fn reads_in_a_moment(text: &str) -> strillone::feed::Reading {
    let begin = processor_time();
    let reading = read(text);
    for item in &reading.feed.items {
        let texts = [&item.summary, &item.content].into_iter().flatten();
        for text in texts {
            let _ = (text.plain_text(), text.to_html());
        }
    }
    let seconds = (processor_time() - begin).as_secs();
    let beginning: String = text.chars().take(80).collect();
    assert!(seconds < MOMENT_SECONDS, "{seconds} seconds: {beginning}");
    reading
}

fn has(reading: &strillone::feed::Reading, kind: &str) -> bool {
    reading
        .problems
        .iter()
        .any(|problem| problem.kind.name() == kind)
}

/// Whether this is the one limit that was passed.
fn only(reading: &strillone::feed::Reading, kind: &str) -> bool {
    let others = [
        "too-many-bytes",
        "too-many-items",
        "too-many-elements",
        "too-deep",
        "text-too-long",
        "list-too-long",
    ];
    let mut others = others.into_iter().filter(|other| *other != kind);
    has(reading, kind) && !others.any(|other| has(reading, other))
}

fn rss(inner: &str) -> String {
    format!("<rss version='2.0'><channel>{inner}</channel></rss>")
}

#[test]
fn bytes_after_the_limit_are_not_read() {
    let with_comment_of = |bytes: usize| {
        let comment = "x".repeat(bytes);
        let (first, last) = (
            "<item><title>A</title></item>",
            "<item><title>B</title></item>",
        );
        reads_in_a_moment(&rss(&format!("{first}<!--{comment}-->{last}")))
    };
    let cut = with_comment_of(limits::BYTES);
    assert!(only(&cut, "too-many-bytes"));
    assert_eq!(cut.feed.items.len(), 1);
    assert!(!cut.complete);
    let whole = with_comment_of(limits::BYTES - 1_000);
    assert!(!has(&whole, "too-many-bytes"));
    assert_eq!(whole.feed.items.len(), 2);
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
fn thousands_of_nested_tags_overflow_nothing() {
    let nested =
        |open: &str, close: &str, depth: usize| open.repeat(depth) + "deep" + &close.repeat(depth);
    let after = "<item><title>After</title></item>";
    let xml = rss(&format!(
        "<item><description>{}</description></item>{after}",
        nested("<b>", "</b>", 60_000)
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
        // As many as the longest text has room for.
        let depth = limits::TEXT_BYTES / (open.len() + close.len() + 16);
        let html = nested(open, close, depth).replace('<', "&lt;");
        let reading = reads_in_a_moment(&rss(&format!(
            "<item><description>{html}</description></item>{after}"
        )));
        assert!(!has(&reading, "text-too-long"), "{open}");
        assert_eq!(reading.feed.items.len(), 2, "{open}");
        let text = &reading.feed.items[0].summary;
        let text = text.as_ref().map(RichText::plain_text);
        assert_eq!(text.as_deref(), Some("deep"), "{open}");
    }
}

#[test]
fn a_title_is_cut_at_the_end_of_a_line() {
    let title_of = |words: usize| {
        let title = "ab ".repeat(words);
        reads_in_a_moment(&rss(&format!("<item><title>{title}</title></item>")))
    };
    let cut = title_of(limits::LINE_BYTES / 3 + 10);
    assert!(only(&cut, "text-too-long"));
    let title = cut.feed.items[0].title.as_ref().unwrap();
    assert!((limits::LINE_BYTES - 10..=limits::LINE_BYTES).contains(&title.len()));
    assert!(!has(
        &title_of(limits::LINE_BYTES / 3 - 10),
        "text-too-long"
    ));
}

#[test]
fn a_body_is_cut_at_its_limit() {
    let body_of = |words: usize| {
        let body = "ab ".repeat(words);
        reads_in_a_moment(&rss(&format!(
            "<item><description>{body}</description></item>"
        )))
    };
    let cut = body_of(limits::TEXT_BYTES / 3 + 10);
    assert!(only(&cut, "text-too-long"));
    let text = cut.feed.items[0].summary.as_ref().unwrap().plain_text();
    assert!((limits::TEXT_BYTES - 10..=limits::TEXT_BYTES).contains(&text.len()));
    assert!(!has(&body_of(limits::TEXT_BYTES / 3 - 10), "text-too-long"));
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
    let link_after = |count: usize| {
        let many: String = (0..count).map(|n| format!(" a{n}='x'")).collect();
        let entry = format!(
            "<entry><id>1</id><title>A</title><link{many} href='https://a.example/1'/></entry>"
        );
        let reading = reads_in_a_moment(&format!(
            "<feed xmlns='http://www.w3.org/2005/Atom'>{entry}</feed>"
        ));
        reading.feed.items[0].link.is_some()
    };
    assert!(link_after(limits::ATTRIBUTES - 1));
    assert!(!link_after(limits::ATTRIBUTES));
    assert!(!link_after(1_000_000));
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
    let title = |reference: &str| {
        let title = format!("<item><title>{reference}</title></item>");
        reads_in_a_moment(&rss(&title)).feed.items[0].title.clone()
    };
    let zeros = |count: usize| format!("&#{}65;", "0".repeat(count));
    assert_eq!(title(&zeros(20)).as_deref(), Some("A"));
    let long = zeros(limits::REFERENCE_BYTES);
    assert_eq!(title(&long), Some(long));
    let ampersands = "&".repeat(limits::TEXT_BYTES - 100);
    let item = format!("<item><title>A</title><description>{ampersands}</description></item>");
    assert!(has(&reads_in_a_moment(&rss(&item)), "bare-ampersand"));
}

#[test]
fn an_address_is_used_up_to_its_limit() {
    let link_of = |bytes: usize| {
        let address = format!("https://a.example/{}", "x".repeat(bytes - 18));
        let item = format!("<item><title>A</title><link>{address}</link></item>");
        reads_in_a_moment(&rss(&item)).feed.items[0].link.is_some()
    };
    assert!(link_of(limits::ADDRESS_BYTES));
    assert!(!link_of(limits::ADDRESS_BYTES + 1));
}

#[test]
fn short_relative_addresses_do_not_grow_without_bound() {
    let base = format!("https://a.example/{}/", "x".repeat(900));
    let links = "&lt;a href=x>y&lt;/a>".repeat(5_000);
    let item = format!("<item xml:base='{base}'><description>{links}</description></item>");
    let reading = reads_in_a_moment(&rss(&item.repeat(20)));
    assert!(!has(&reading, "text-too-long"));
    let links = |item: &strillone::feed::Item| {
        let html = item.summary.as_ref().map(|text| text.to_html());
        html.map_or(0, |html| html.matches("href=").count())
    };
    let count: usize = reading.feed.items.iter().map(links).sum();
    // The bases are addresses too.
    assert!((limits::ADDRESSES - 100..=limits::ADDRESSES).contains(&count));
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
        let many = piece.repeat(300_000 / piece.len());
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

#[test]
fn what_is_shown_of_a_text_is_bounded() {
    let lines = |html: &str| {
        let feed = format!(
            "<rss version=\"2.0\"><channel><item><title>A</title><description><![CDATA[{html}]]>\
             </description></item></channel></rss>"
        );
        let item = read(&feed).feed.items.remove(0);
        item.summary
            .map_or(0, |text| text.plain_text().matches('a').count())
    };
    assert_eq!(lines(&"<p>a</p>".repeat(990)), 990);
    assert_eq!(lines(&"<p>a</p>".repeat(3_000)), 1_000);
    assert_eq!(lines(&format!("<pre>{}</pre>", "a\n".repeat(3_000))), 1_000);
    // What has no room on lines of its own goes on in the last one.
    assert_eq!(lines(&"a<br/>".repeat(3_000)), 3_000);
}

#[test]
fn what_is_shown_on_a_line_is_bounded() {
    let words = "word ".repeat(200);
    let feed = format!(
        "<rss version=\"2.0\"><channel><item><title>{words}</title><category>{words}</category>\
         <author>{words}</author></item></channel></rss>"
    );
    let item = read(&feed).feed.items.remove(0);
    let lengths = [&item.headline(), &item.tags[0], &item.authors[0]]
        .map(|line| (line.chars().count(), line.ends_with('…')));
    assert_eq!(lengths, [(300, true), (100, true), (100, true)]);
}
