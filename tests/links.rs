//! Addresses: which ones a reader may follow, and what they are called.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]
#![allow(missing_docs)]

mod common;

use common::{PAGE, web};
use strillone::follow::{host, network};
use strillone::link::{LinkAddress, WebAddress};
use strillone::platform::Native;

fn link(text: &str) -> LinkAddress {
    LinkAddress::parse(text, None, &Native).expect("a link")
}

#[test]
fn no_address_that_runs_or_holds_anything_is_a_link() {
    for text in [
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        "java\tscript:alert(1)",
        "java\nscript:alert(1)",
        "\u{1} javascript:alert(1)",
        "javascript://news.example/%0aalert(1)",
        "data:text/html,<script>alert(1)</script>",
        "vbscript:msgbox(1)",
        "blob:https://news.example/1",
        "file:///etc/passwd",
        "ftp://news.example/",
        "view-source:https://news.example/",
        "https://",
        "http://[",
    ] {
        let page = web(PAGE);
        let link = LinkAddress::parse(text, Some(&page), &Native);
        assert_eq!(link, None, "{text:?}");
        let address = WebAddress::parse(text, Some(&page), &Native);
        assert_eq!(address, None, "{text:?}");
    }
}

#[test]
fn mail_may_be_followed_but_is_no_page_and_no_feed() {
    let mail = link("mailto:desk@news.example");
    assert_eq!(mail.as_str(), "mailto:desk@news.example");
    assert_eq!(mail.into_web(), None);
    let feed = WebAddress::parse("mailto:desk@news.example", None, &Native);
    assert_eq!(feed, None);
}

#[test]
fn an_address_is_kept_as_the_parser_writes_it() {
    let page = web(PAGE);
    for (text, kept) in [
        (
            " HTTPS://News.Example:443/a b ",
            "https://news.example/a%20b",
        ),
        ("ht\ntps://news.example/", "https://news.example/"),
        ("//cdn.example/x", "https://cdn.example/x"),
        ("../x?y#z", "https://partner.example/x?y#z"),
        (
            "https://caffè.example/\"<",
            "https://xn--caff-8oa.example/%22%3C",
        ),
    ] {
        let address = WebAddress::parse(text, Some(&page), &Native);
        assert_eq!(address.unwrap().as_str(), kept, "{text:?}");
    }
}

#[test]
fn a_query_goes_before_the_fragment() {
    for (address, with_query) in [
        (
            "https://news.example/a",
            "https://news.example/a?from=partner",
        ),
        (
            "https://news.example/a?b",
            "https://news.example/a?b&from=partner",
        ),
        (
            "https://news.example/a#c",
            "https://news.example/a?from=partner#c",
        ),
        (
            "https://news.example/a?b#c?d",
            "https://news.example/a?b&from=partner#c?d",
        ),
        (
            "https://news.example/a#c?d",
            "https://news.example/a?from=partner#c?d",
        ),
        ("mailto:desk@news.example", "mailto:desk@news.example"),
    ] {
        assert_eq!(link(address).with_query("from=partner"), with_query);
        assert_eq!(link(address).with_query(""), address);
    }
}

#[test]
fn the_host_is_named_without_user_and_port() {
    for (address, host) in [
        ("https://news.example/a@b:c", "news.example"),
        ("https://news.example:8443?x", "news.example"),
        ("https://me:secret@news.example:8443/", "news.example"),
        ("http://[::1]/", "[::1]"),
        ("http://[::1]:8080/", "[::1]"),
    ] {
        assert_eq!(web(address).host(), host, "{address}");
    }
}

#[test]
fn a_network_is_known_by_its_host_and_what_is_under_it() {
    for (address, name) in [
        ("https://www.facebook.com/example", Some("Facebook")),
        ("https://facebook.com/example", Some("Facebook")),
        ("https://it-it.facebook.com/example", Some("Facebook")),
        ("https://FB.me/example", Some("Facebook")),
        ("https://notfacebook.com/example", None),
        ("https://facebook.com.evil.example/", None),
        ("https://facebook.com@evil.example/", None),
        ("https://evil.example/facebook.com", None),
        ("mailto:someone@facebook.com", None),
    ] {
        let found = network(&link(address)).map(|network| network.name);
        assert_eq!(found, name, "{address}");
    }
}

#[test]
fn an_unknown_channel_is_called_by_its_host() {
    assert_eq!(
        host(&link("https://www.club.example/x")),
        Some("club.example")
    );
    assert_eq!(host(&link("mailto:desk@news.example")), None);
}
