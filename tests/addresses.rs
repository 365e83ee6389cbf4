//! Addresses: which ones a reader may follow, and what they are called.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]
#![allow(missing_docs)]

mod common;

use common::{PAGE, web};
use strillone::address::{LinkAddress, WebAddress};
use strillone::host::Native;
use strillone::networks::Channel;

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
    assert_eq!(link("desk@news.example"), mail);
    assert_eq!(mail.into_web(), None);
    let page = web(PAGE);
    for text in ["mailto:desk@news.example", "desk@news.example"] {
        assert_eq!(WebAddress::parse(text, Some(&page), &Native), None);
    }
    // These are pages.
    for path in [
        "@desk@news.example",
        "a/b@news.example",
        "@desk",
        "b@2x.png",
    ] {
        assert!(
            WebAddress::parse(path, Some(&page), &Native).is_some(),
            "{path}"
        );
    }
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
        assert_eq!(link(address).with_query("?from=partner"), with_query);
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

fn followed(address: &str) -> String {
    match Channel::of(&link(address)) {
        Channel::Network(network) => network.name.to_owned(),
        Channel::Fediverse(host) => format!("fediverse {host}"),
        Channel::Website(host) => format!("site {host}"),
        Channel::Newsletter => "newsletter".to_owned(),
        Channel::Feed => "feed".to_owned(),
        Channel::Mail => "mail".to_owned(),
    }
}

#[test]
fn a_channel_is_known_by_its_address() {
    for (address, channel) in [
        ("https://www.facebook.com/example", "Facebook"),
        ("https://it-it.facebook.com/example", "Facebook"),
        ("https://FB.me/example", "Facebook"),
        ("https://facebook.com:443/example", "Facebook"),
        ("https://x.com/example", "X"),
        ("https://twitter.com/example", "X"),
        ("https://www.instagram.com/example/", "Instagram"),
        ("https://www.threads.net/@example", "Threads"),
        ("https://www.youtube.com/@example", "YouTube"),
        ("https://youtu.be/example", "YouTube"),
        ("https://www.tiktok.com/@example", "TikTok"),
        ("https://wa.me/390000000", "WhatsApp"),
        ("https://whatsapp.com/channel/example", "WhatsApp"),
        ("https://t.me/example", "Telegram"),
        ("https://www.linkedin.com/company/example", "LinkedIn"),
        ("https://bsky.app/profile/example", "Bluesky"),
        ("https://www.pinterest.it/example", "Pinterest"),
        ("https://www.pinterest.co.uk/example", "Pinterest"),
        ("https://www.reddit.com/r/example", "Reddit"),
        ("https://discord.gg/example", "Discord"),
        ("https://www.twitch.tv/example", "Twitch"),
        ("https://www.snapchat.com/add/example", "Snapchat"),
        ("https://vk.com/example", "VK"),
        ("https://invite.viber.com/?g2=example", "Viber"),
        ("https://line.me/R/ti/p/@example", "LINE"),
        ("https://lin.ee/example", "LINE"),
        (
            "https://news.google.com/publications/example",
            "Google News",
        ),
        ("https://apple.news/example", "Apple News"),
        ("https://flipboard.com/@example", "Flipboard"),
        ("https://medium.com/@example", "Medium"),
        ("https://social.example/@desk", "fediverse social.example"),
        ("https://social.example/@", "site social.example"),
        ("https://example.substack.com/", "newsletter"),
        (
            "https://example.us1.list-manage.com/subscribe?u=1",
            "newsletter",
        ),
        ("https://news.example/it/newsletter/", "newsletter"),
        ("https://news.example/feed/", "feed"),
        ("https://news.example/rss", "feed"),
        ("https://news.example/all.xml?tag=a/b", "feed"),
        ("https://news.example/all.atom", "feed"),
        ("https://www.reddit.com/r/example/.rss", "feed"),
        ("mailto:someone@facebook.com", "mail"),
        ("https://www.club.example/x", "site club.example"),
        ("https://club.example:8443/", "site club.example:8443"),
        ("https://rss/", "site rss"),
        ("https://google.com/news", "site google.com"),
    ] {
        assert_eq!(followed(address), channel, "{address}");
    }
}

#[test]
fn no_host_passes_for_a_network_that_it_is_not_within() {
    for (address, channel) in [
        ("https://notfacebook.com/example", "site notfacebook.com"),
        ("https://netflix.com/example", "site netflix.com"),
        (
            "https://facebook.com.evil.example/",
            "site facebook.com.evil.example",
        ),
        ("https://facebook.com@evil.example/", "site evil.example"),
        ("https://evil.example/facebook.com", "site evil.example"),
        (
            "https://pinterest.evil.example/",
            "site pinterest.evil.example",
        ),
    ] {
        assert_eq!(followed(address), channel, "{address}");
    }
}

#[test]
fn a_missing_scheme_before_a_host_is_https_and_a_file_stays_a_file() {
    let page = WebAddress::parse("https://partner.example/page/", None, &Native);
    for (written, meant) in [
        ("www.example.org/x", "https://www.example.org/x"),
        ("facebook.com/x", "https://facebook.com/x"),
        ("news.example.co.uk", "https://news.example.co.uk/"),
        ("giornale.it/feed?a=b", "https://giornale.it/feed?a=b"),
        ("giornale.it:8443/feed", "https://giornale.it:8443/feed"),
        ("Caffè.it/feed", "https://xn--caff-8oa.it/feed"),
        ("feed://giornale.it/rss", "https://giornale.it/rss"),
        ("feed:https://giornale.it/rss", "https://giornale.it/rss"),
        ("FEED:http://giornale.it/rss", "http://giornale.it/rss"),
        ("feed.xml", "https://partner.example/page/feed.xml"),
        ("news.json", "https://partner.example/page/news.json"),
        ("widget.js", "https://partner.example/page/widget.js"),
        (
            "index.php?a=b.it",
            "https://partner.example/page/index.php?a=b.it",
        ),
        ("2024/11/a.it", "https://partner.example/page/2024/11/a.it"),
        ("v1.2/notes", "https://partner.example/page/v1.2/notes"),
        ("./giornale.it", "https://partner.example/page/giornale.it"),
        ("/giornale.it", "https://partner.example/giornale.it"),
        ("feed", "https://partner.example/page/feed"),
    ] {
        let read = WebAddress::parse(written, page.as_ref(), &Native).unwrap();
        assert_eq!(read.as_str(), meant, "{written}");
    }
    for written in [
        "feed:javascript:alert(1)",
        "javascript:alert(1)//a.it",
        "data:a.it",
    ] {
        assert_eq!(WebAddress::parse(written, page.as_ref(), &Native), None);
    }
}

#[test]
fn a_redirecting_link_leads_to_the_article() {
    for (written, meant) in [
        (
            "https://www.google.com/url?rct=j&sa=t&url=https://news.example/a%3Fb%3Dc&ct=ga",
            "https://news.example/a?b=c",
        ),
        (
            "https://www.google.it/url?q=https://news.example/a",
            "https://news.example/a",
        ),
        (
            "http://www.bing.com/news/apiclick.aspx?ref=x&url=https%3a%2f%2fnews.example%2fa&c=1",
            "https://news.example/a",
        ),
        (
            "https://l.facebook.com/l.php?u=https%3A%2F%2Fnews.example%2F",
            "https://news.example/",
        ),
        // Neither a redirect, nor one to the web, nor Google.
        (
            "https://www.google.com/search?q=https://a.example/",
            "https://www.google.com/search?q=https://a.example/",
        ),
        (
            "https://www.google.com/url?url=javascript:x",
            "https://www.google.com/url?url=javascript:x",
        ),
        (
            "https://notgoogle.com/url?url=https://a.example/",
            "https://notgoogle.com/url?url=https://a.example/",
        ),
        (
            "https://google.com.evil.example/url?url=https://a.example/",
            "https://google.com.evil.example/url?url=https://a.example/",
        ),
    ] {
        let address = WebAddress::parse(written, None, &Native).unwrap();
        assert_eq!(address.destination(&Native).as_str(), meant, "{written}");
    }
}
