//! What an address gives, served on the loopback.

#![allow(clippy::unwrap_used, clippy::expect_used)]

use std::io::{BufRead, BufReader, Write};
use std::net::TcpListener;
use std::thread;

use super::{Arguments, Report, run};
use crate::fetch::fetch;

/// Answers one request after the other with these, and returns the server's address.
fn serve(answers: &'static [&'static [u8]]) -> String {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = format!("http://{}", listener.local_addr().unwrap());
    thread::spawn(move || {
        for (answer, stream) in answers.iter().zip(listener.incoming()) {
            let mut stream = stream.unwrap();
            let request = BufReader::new(&stream).lines();
            request
                .take_while(|line| line.as_ref().is_ok_and(|line| !line.is_empty()))
                .for_each(drop);
            stream.write_all(answer).unwrap();
        }
    });
    address
}

fn report(address: &str) -> Report {
    Report::of(address, fetch(address).unwrap().read())
}

#[test]
fn the_charset_of_the_header_is_that_of_the_feed() {
    let address = serve(&[b"HTTP/1.1 200 OK\r\nConnection: close\r\n\
        Content-Type: text/xml; charset=iso-8859-2\r\n\r\n\
        <rss><channel><title>\xb1</title></channel></rss>"]);
    let report = report(&address);
    assert_eq!(report.encoding.as_deref(), Some("ISO-8859-2"));
    assert_eq!(report.feed.title.as_deref(), Some("ą"));
}

#[test]
fn relative_addresses_start_where_redirects_ended() {
    let address = serve(&[
        b"HTTP/1.1 302 Found\r\nConnection: close\r\nLocation: /news/feed.xml\r\n\
            Content-Length: 0\r\n\r\n",
        b"HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n\
            <rss><channel><item><link>1.html</link></item></channel></rss>",
    ]);
    let report = report(&address);
    let url = report.items.first().and_then(|item| item.url.clone());
    assert_eq!(url, Some(format!("{address}/news/1.html")));
}

#[test]
fn an_address_of_nothing_is_an_error() {
    let address = serve(&[b"HTTP/1.1 404 Not Found\r\nConnection: close\r\n\
        Content-Length: 0\r\n\r\n"]);
    let arguments = Arguments {
        sources: vec![address],
        json: true,
    };
    let error = run(&arguments).expect_err("nothing is there");
    assert_eq!(error.to_string(), "1 of 1 could not be read");
}

#[test]
fn a_page_is_read_and_said_to_be_no_feed() {
    let address = serve(&[b"HTTP/1.1 200 OK\r\nConnection: close\r\n\
        Content-Type: application/rss+xml\r\n\r\n<html><body>Hello</body></html>"]);
    let report = report(&address);
    assert_eq!(report.format, None);
    let kinds: Vec<_> = report.problems.iter().map(|problem| problem.kind).collect();
    assert_eq!(kinds, ["web-page"]);
}

/// What the doctor says of how a feed is served.
fn verdicts(answers: &'static [&'static [u8]]) -> Vec<&'static str> {
    let findings = fetch(&serve(answers)).unwrap().findings();
    findings.iter().map(|finding| finding.message()).collect()
}

#[test]
fn a_feed_that_other_sites_may_read_and_that_is_cheap_is_well_served() {
    // On the reader's own machine http is as good as https.
    const GOOD: &[u8] =
        b"HTTP/1.1 200 OK\r\nConnection: close\r\nAccess-Control-Allow-Origin: *\r\n\
        ETag: \"1\"\r\nContent-Length: 0\r\n\r\n";
    const COMPRESSED: &[u8] = b"HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Encoding: gzip\r\n\
        Content-Length: 0\r\n\r\n";
    assert_eq!(verdicts(&[GOOD, COMPRESSED]), [""; 0]);
}

#[test]
fn what_keeps_other_sites_out_and_what_costs_time_is_said() {
    const BARE: &[u8] = b"HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: 0\r\n\r\n";
    assert_eq!(
        verdicts(&[BARE, BARE]),
        [
            "Browsers do not let the pages of other sites read this feed: its server does not permit it (CORS).",
            "The feed is not compressed, so that readers load several times as much.",
            "Each refresh loads the whole feed, changed or not.",
        ]
    );
}

#[test]
fn a_website_names_its_feeds() {
    let address = serve(&[b"HTTP/1.1 200 OK\r\nConnection: close\r\n\
        Link: </wp-json/>; rel=\"https://api.w.org/\"\r\n\r\n\
        <!DOCTYPE html><html><head>\
        <link rel='stylesheet' href='/style.css'>\
        <!-- <link rel=alternate type=application/rss+xml href=/old> -->\
        <LINK REL=\"alternate\" TYPE=\"application/rss+xml\" HREF=\"/feed?a=1&amp;b=2\">\
        <link href=news.json type=application/feed+json rel=alternate>\
        <link rel=alternate hreflang=it href=/it></head></html>"]);
    let feeds = fetch(&address).unwrap().feeds().unwrap();
    let feeds: Vec<&str> = feeds.iter().map(|feed| feed.as_str()).collect();
    assert_eq!(
        feeds,
        [
            format!("{address}/feed?a=1&b=2"),
            format!("{address}/news.json"),
            format!("{address}/wp-json/wp/v2/posts?_embed"),
        ]
    );
}

#[test]
fn the_feeds_of_a_website_are_read_too() {
    const PAGE: &[u8] = b"HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n<!doctype html>\
        <link rel=\"alternate\" type=\"application/rss+xml\" href=\"/feed\">\
        <link rel='https://api.w.org/' href='/?rest_route=/'>";
    const FEED: &[u8] = b"HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n\
        <rss version='2.0'><channel><item><title>Fog</title></item>\
        <item><link>https://a.example/1</link><description>Dew on the pier</description></item></channel></rss>";
    const POSTS: &[u8] = b"HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n\
        [{\"link\":\"https://a.example/\",\"title\":{\"rendered\":\"Frost\"},\"date_gmt\":\"2026-01-02T03:04:05\",\
        \"content\":{\"rendered\":\"\"},\"type\":\"post\"}]";
    let address = serve(&[PAGE, FEED, FEED, POSTS, POSTS]);
    let mut printed = Vec::new();
    super::print(&address, &fetch(&address).unwrap(), &mut printed).unwrap();
    let printed = String::from_utf8(printed).unwrap();
    for part in [
        format!("  {address}/?rest_route=/wp/v2/posts&_embed\n"),
        "  Fog".to_owned(),
        // What the widget shows of an item without a title.
        "  Dew on the pier".to_owned(),
        "  WordPress’s REST API, UTF-8\n".to_owned(),
        "  Frost".to_owned(),
    ] {
        assert!(printed.contains(&part), "{part}: {printed}");
    }
}
