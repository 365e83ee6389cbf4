//! Is this the same article? Two items of one feed, from one reading to the next.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]
#![allow(missing_docs)]

mod common;

use common::read;
use strillone::source::{identities, recognise};

/// Whether an item is recognised in the next reading; each is written as `id link title`, with
/// `-` for what it lacks, and a day of November as its date.
fn is_same(before: &str, after: &str) -> bool {
    found(&[before], &[after]) == [Some(0)]
}

fn found(before: &[&str], after: &[&str]) -> Vec<Option<usize>> {
    let items = |lines: &[&str]| {
        let items: String = lines.iter().map(|line| item(line)).collect();
        let reading = read(&format!(
            "<rss version='2.0'><channel>{items}</channel></rss>"
        ));
        assert_eq!(reading.feed.items.len(), lines.len());
        identities(reading.feed.items.iter())
    };
    recognise(&items(after), &items(before))
}

fn item(line: &str) -> String {
    let words: Vec<&str> = line.split(' ').collect();
    let [id, link, title, day] = words.as_slice() else {
        panic!("{line}")
    };
    let element = |name: &str, text: String| match text.as_str() {
        "-" => String::new(),
        text => format!("<{name}>{text}</{name}>"),
    };
    let date = match *day {
        "-" => String::from("-"),
        day => format!("{day} Nov 2009 12:00:00 GMT"),
    };
    [
        String::from("<item>"),
        element("guid isPermaLink='false'", (*id).to_owned())
            .replace("</guid isPermaLink='false'>", "</guid>"),
        element("link", link.replace('&', "&amp;")),
        element("title", (*title).to_owned()),
        element("pubDate", date),
        String::from("</item>"),
    ]
    .concat()
}

#[test]
fn by_its_id_whatever_else_changes() {
    assert!(is_same(
        "1 https://a.example/1 A 23",
        "1 https://b.example/2 B 24"
    ));
    assert!(!is_same(
        "1 https://a.example/1 A 23",
        "2 https://b.example/2 B 24"
    ));
}

#[test]
fn by_its_address_where_the_id_is_new() {
    for address in [
        "https://a.example/story",
        "http://a.example/story",
        "https://www.a.example/story/",
        "https://a.example:443/story",
        "https://a.example/story#comments",
        "https://a.example/story?utm_source=rss&utm_medium=feed",
        "https://a.example/story?fbclid=4x",
        "https://a.example/story?xtor=RSS-1&mc_cid=7",
        "https://a.example/story?ref=homepage",
        "https://a.example/story?at_medium=RSS&at_campaign=rss",
        "https://a.example/story?source=rss-1------2",
        "https://a.example/story?partner=rss&emc=rss",
        "https://a.example/story?maca=en-rss-en-all-1573-rdf",
        "https://a.example/story?mod=rss_world",
        "https://a.example/story?CMP=share_btn_url",
        "https://a.example/story?ns_mchannel=rss&ns_source=PublicRSS20-sa",
        "https://a.example/story?ito=1490&ns_campaign=1490",
        "https://a.example/story?traffic_source=rss#ref=rss",
        "https://a.example/story?mtm_campaign=x&pk_kwd=y",
        "https://a.example/story/?",
    ] {
        assert!(
            is_same("1 https://a.example/story A -", &format!("2 {address} B -")),
            "{address}"
        );
    }
    for address in [
        "https://a.example/other",
        "https://b.example/story",
        "https://a.example/story?page=2",
        "https://a.example/story?ref=4711",
        "https://a.example/Story",
        "https://a.example/story?source=agency",
        "https://a.example/story/amp",
        "https://m.a.example/story",
    ] {
        assert!(
            !is_same("1 https://a.example/story A -", &format!("2 {address} B -")),
            "{address}"
        );
    }
}

#[test]
fn an_address_is_the_same_however_its_parts_are_ordered_and_encoded() {
    for (one, other) in [
        ("https://a.example/s?a=1&b=2", "https://a.example/s?b=2&a=1"),
        ("https://a.example/%E6%96%B0", "https://a.example/%e6%96%b0"),
        (
            "https://a.example/s?q=%C3%A9",
            "http://a.example/s/?q=%c3%a9",
        ),
        ("https://a.example/新", "https://a.example/%e6%96%b0"),
    ] {
        assert!(
            is_same(&format!("1 {one} A -"), &format!("2 {other} B -")),
            "{other}"
        );
    }
    assert!(!is_same(
        "1 https://a.example/%41b A -",
        "2 https://a.example/%41B B -"
    ));
}

#[test]
fn a_front_page_is_no_articles_address() {
    assert!(!is_same(
        "1 https://a.example/ A -",
        "2 https://a.example/?utm_source=x B -"
    ));
    assert!(is_same(
        "1 https://a.example/?p=7 A -",
        "2 https://a.example/?p=7 B -"
    ));
}

#[test]
fn by_title_and_date_where_id_and_address_are_new() {
    assert!(is_same(
        "1 https://a.example/1 A 23",
        "2 https://b.example/2 A 23"
    ));
    assert!(!is_same(
        "1 https://a.example/1 A 23",
        "2 https://b.example/2 A 24"
    ));
    assert!(!is_same(
        "1 https://a.example/1 A -",
        "2 https://b.example/2 A -"
    ));
}

#[test]
fn what_several_items_share_identifies_none_of_them() {
    let before = [
        "1 https://a.example/all A 21",
        "2 https://a.example/all B 22",
    ];
    let after = [
        "3 https://a.example/all C 23",
        "4 https://a.example/all B 22",
    ];
    assert_eq!(found(&before, &after), [None, Some(1)]);
}

#[test]
fn an_item_is_the_same_as_one_other_at_most() {
    let before = ["1 https://a.example/1 A 21"];
    let after = ["2 https://a.example/1 B 22", "1 https://a.example/2 C 23"];
    assert_eq!(found(&before, &after), [None, Some(0)]);
}

#[test]
fn two_items_of_one_reading_that_share_an_id_are_two_unless_title_and_link_or_date_agree() {
    let count = |one: &str, other: &str| {
        let items = [item(one), item(other)].concat();
        let feed = read(&format!(
            "<rss version='2.0'><channel>{items}</channel></rss>"
        ))
        .feed;
        feed.items.len()
    };
    let link = "https://a.example/";
    assert_eq!(
        count(&format!("1 {link} A 23"), &format!("1 {link} A 24")),
        1
    );
    assert_eq!(
        count(&format!("1 {link}1 A 23"), &format!("1 {link}2 A 23")),
        1
    );
    assert_eq!(
        count(&format!("1 {link}1 A 23"), &format!("1 {link}2 A 24")),
        2
    );
    assert_eq!(
        count(&format!("1 {link} A 23"), &format!("1 {link} B 23")),
        2
    );
    assert_eq!(
        count(&format!("1 {link} - 23"), &format!("1 {link} - 23")),
        2
    );
}

#[test]
fn items_without_titles_that_share_an_id_have_each_their_own() {
    let items: String = ["One", "Two", "Three"]
        .iter()
        .map(|text| format!("<item><guid>x</guid><description>{text}</description></item>"))
        .collect();
    let feed = format!("<rss version='2.0'><channel>{items}</channel></rss>");
    let mut ids: Vec<String> = read(&feed).feed.items.into_iter().map(|it| it.id).collect();
    ids.dedup();
    assert_eq!(ids.len(), 3);
}
