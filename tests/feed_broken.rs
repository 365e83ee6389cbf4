//! What is read of feeds that are broken, and what is said of it.

#![allow(missing_docs, clippy::panic)]

mod support;

use support::{items, read, read_bytes};

#[test]
fn broken_xml_loses_no_complete_item_and_says_where_it_broke() {
    for (inner, kind, line) in [
        (
            "<item><title>Fish & chips</title></item>",
            "bare-ampersand",
            3,
        ),
        (
            "<item><title>Caf&eacute;</title></item>",
            "undefined-entity",
            3,
        ),
        (
            "<item><title>A\u{8}B</title></item>",
            "control-character",
            3,
        ),
        ("<item><title>A</b></title></item>", "stray-end-tag", 3),
        (
            "<item><title>A</title><description>B<br></description></item>",
            "unclosed-element",
            3,
        ),
        (
            "<item><z:q/><title>A</title></item>",
            "undeclared-prefix",
            3,
        ),
        (
            "<item><title>A</title><pubDate>soon</pubDate></item>",
            "invalid-date",
            3,
        ),
        (
            "<item><title>A</title><link>ftp://a.example/</link></item>",
            "invalid-address",
            3,
        ),
    ] {
        let text = format!(
            "<rss version='2.0'>\n<channel>\n{inner}\n<item><title>Z</title></item></channel></rss>"
        );
        let reading = read(&text);
        assert_eq!(reading.feed.items.len(), 2, "{inner}");
        let found: Vec<_> = reading
            .problems
            .iter()
            .map(|problem| (problem.kind.name(), problem.line))
            .collect();
        assert!(found.contains(&(kind, Some(line))), "{inner}: {found:?}");
    }
}

#[test]
fn a_feed_that_is_cut_short_keeps_its_complete_items() {
    let whole = "<rss version='2.0'><channel><item><title>A</title></item><item><title>B</title>";
    for text in [
        whole.to_owned(),
        format!("{whole}<link>htt"),
        format!("{whole}<li"),
    ] {
        let reading = read(&text);
        assert_eq!(reading.feed.items.len(), 1, "{text}");
        assert!(
            reading
                .problems
                .iter()
                .any(|problem| problem.kind.name() == "cut-short"),
            "{text}"
        );
    }
}

#[test]
fn an_item_that_is_not_closed_ends_where_the_next_begins() {
    let titles: Vec<_> =
        items("<rss><channel><item><title>A</title><item><title>B</title></item></channel></rss>")
            .into_iter()
            .filter_map(|item| item.title)
            .collect();
    assert_eq!(titles, ["A", "B"]);
}

#[test]
fn encodings_are_found_by_mark_then_declaration_then_taken_for_utf_8() {
    let title = |bytes: &[u8]| {
        let feed = read_bytes(bytes).feed;
        feed.title.unwrap_or_default()
    };
    let declared = b"<?xml version='1.0' encoding='iso-8859-2'?><rss><channel><title>\xb1</title></channel></rss>";
    assert_eq!(title(declared), "ą");
    let wide: Vec<u8> = "\u{feff}<rss><channel><title>ą</title></channel></rss>"
        .encode_utf16()
        .flat_map(u16::to_be_bytes)
        .collect();
    assert_eq!(title(&wide), "ą");
    assert_eq!(
        title(b"<rss><channel><title>caff\xe8</title></channel></rss>"),
        "caffè"
    );
}
