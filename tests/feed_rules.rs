//! The rules of reading, one small input and what a reader sees of it each.

#![allow(missing_docs, clippy::panic)]

mod support;

use strillone::feed::{Item, RichText};
use support::{item, read, rss_item};

fn atom_item(inner: &str) -> Item {
    item(&format!(
        "<feed xmlns='http://www.w3.org/2005/Atom' \
         xmlns:thr='http://purl.org/syndication/thread/1.0'>\
         <entry>{inner}</entry></feed>"
    ))
}

fn link(item: &Item) -> Option<&str> {
    item.link.as_ref().map(|link| link.as_str())
}

#[test]
fn a_guid_is_the_link_unless_it_says_otherwise_or_there_is_one() {
    // https://www.rssboard.org/rss-specification#ltguidgtSubelementOfLtitemgt
    let permanent = rss_item("<title>T</title><guid>https://a.example/1</guid>");
    assert_eq!(link(&permanent), Some("https://a.example/1"));
    let opaque = rss_item("<title>T</title><guid isPermaLink='false'>https://a.example/1</guid>");
    assert_eq!(link(&opaque), None);
    assert_eq!(opaque.id, "https://a.example/1");
    let relative = |guid: &str| {
        item(&format!(
            "<rss xml:base='https://a.example/b/'><channel><item><title>T</title>{guid}</item></channel></rss>"
        ))
    };
    let said = relative("<guid isPermaLink='true'>1/</guid>");
    assert_eq!(link(&said), Some("https://a.example/b/1/"));
    assert_eq!(link(&relative("<guid>1/</guid>")), None);
    let both = rss_item("<guid>https://a.example/1</guid><link>https://a.example/2</link>");
    assert_eq!(link(&both), Some("https://a.example/2"));
}

#[test]
fn an_identity_that_is_an_address_is_the_link_of_an_entry_without_one() {
    let id = "<title>T</title><id>https://a.example/1</id>";
    assert_eq!(link(&atom_item(id)), Some("https://a.example/1"));
    assert_eq!(
        link(&atom_item("<title>T</title><id>tag:a.example,1</id>")),
        None
    );
    let both = atom_item(&format!("{id}<link href='https://a.example/2'/>"));
    assert_eq!(link(&both), Some("https://a.example/2"));
    let json = item(
        r#"{"version":"https://jsonfeed.org/version/1.1","title":"F",
        "items":[{"id":"https://a.example/1","content_text":"x"}]}"#,
    );
    assert_eq!(link(&json), Some("https://a.example/1"));
}

#[test]
fn an_empty_address_is_its_base_where_there_is_one() {
    // https://www.rfc-editor.org/rfc/rfc3986#section-4.4
    let based = atom_item("<title>T</title><link href='' xml:base='https://a.example/b/'/>");
    assert_eq!(link(&based), Some("https://a.example/b/"));
    assert_eq!(link(&atom_item("<title>T</title><link href=''/>")), None);
}

#[test]
fn the_namespace_decides_what_a_link_is_not_the_prefix() {
    // feeds.md §3.2; RFC 4287 §4.2.7
    let item = rss_item(
        "<a:link rel='self' href='https://a.example/self'/><link>https://a.example/page</link>",
    );
    assert_eq!(link(&item), Some("https://a.example/page"));
}

#[test]
fn the_article_of_an_entry_is_its_alternate_web_page() {
    // RFC 4287 §4.2.7.2
    let item = atom_item(
        "<link rel='alternate' type='application/json' href='https://a.example/1.json'/>\
         <link rel='http://www.iana.org/assignments/relation/alternate' type='text/html' href='https://a.example/1.html'/>\
         <link rel='via' href='https://b.example/'/>",
    );
    assert_eq!(link(&item), Some("https://a.example/1.html"));
}

#[test]
fn xml_base_nests() {
    // https://www.w3.org/TR/xmlbase/
    let item = item(
        "<feed xmlns='http://www.w3.org/2005/Atom' xml:base='https://a.example/one/'>\
         <entry xml:base='two/'><link href='three'/>\
         <content type='html'>&lt;a href='four'>x&lt;/a></content></entry></feed>",
    );
    assert_eq!(link(&item), Some("https://a.example/one/two/three"));
    assert_eq!(
        item.content.map(|text| text.to_html()).as_deref(),
        Some("<p><a href=\"https://a.example/one/two/four\">x</a></p>")
    );
}

#[test]
fn people_are_names_never_addresses() {
    for (written, shown) in [
        (
            "<author>ada@news.example (Ada Neri)</author>",
            vec!["Ada Neri"],
        ),
        (
            "<author>Ada Neri &lt;ada@news.example&gt;</author>",
            vec!["Ada Neri"],
        ),
        ("<author>ada@news.example</author>", vec![]),
        (
            "<author>x@y.example (X)</author><d:creator>Ada</d:creator><d:creator>Bo</d:creator>",
            vec!["Ada", "Bo"],
        ),
    ] {
        assert_eq!(
            rss_item(&format!("<title>T</title>{written}")).authors,
            shown,
            "{written}"
        );
    }
}

#[test]
fn zero_comments_are_a_count_and_no_count_is_none() {
    // https://web.resource.org/rss/1.0/modules/slash/
    let zero = rss_item("<title>T</title><s:comments>0</s:comments>");
    assert_eq!(zero.comments.count, Some(0));
    assert_eq!(rss_item("<title>T</title>").comments.count, None);
    // RFC 4685 §4 and §5
    let thread = atom_item(
        "<title>T</title><link rel='replies' type='text/html' thr:count='7' href='https://a.example/c'/>",
    );
    assert_eq!(thread.comments.count, Some(7));
    assert_eq!(
        thread
            .comments
            .address
            .map(|a| a.as_str().to_owned())
            .as_deref(),
        Some("https://a.example/c")
    );
}

#[test]
fn the_picture_is_a_thumbnail_before_a_medium_before_one_in_the_text() {
    // https://www.rssboard.org/media-rss#media-thumbnails
    let thumbnail = "<m:thumbnail url='https://a.example/t.jpg'/>";
    let medium = "<m:group><m:content medium='image' url='https://a.example/l.jpg' width='1200'/>\
                  <m:content medium='image' url='https://a.example/m.jpg' width='640'/>\
                  <m:content medium='image' url='https://a.example/s.jpg' width='90'/></m:group>";
    let text = "<description>&lt;img src='https://a.example/count.gif' width='1' height='1'>\
                &lt;img src='https://a.example/i.jpg'></description>";
    let chosen = |inner: &str| {
        let picture = rss_item(&format!("<title>T</title>{inner}")).image;
        picture.map(|picture| picture.address.as_str().to_owned())
    };
    assert_eq!(
        chosen(&format!("{text}{medium}{thumbnail}")).as_deref(),
        Some("https://a.example/t.jpg")
    );
    assert_eq!(
        chosen(&format!("{text}{medium}")).as_deref(),
        Some("https://a.example/m.jpg")
    );
    assert_eq!(chosen(text).as_deref(), Some("https://a.example/i.jpg"));
}

#[test]
fn json_feed_wants_an_id_and_takes_titles_literally() {
    // https://www.jsonfeed.org/version/1.1/
    let reading = read(
        r#"{"version":"https://jsonfeed.org/version/1.1","title":"J","items":[
            {"id":7,"title":"1 < 2 &amp;","content_html":"<p>a \ud83d\ude00</p>","url":"https://a.example/7",
             "authors":[{"name":"Ada"}],"tags":["x"],"date_published":"2026-01-02T03:04:05+01:00"},
            {"title":"without"}]}"#,
    );
    let [item] = reading.feed.items.as_slice() else {
        panic!("{reading:?}");
    };
    assert_eq!(item.id, "7");
    assert_eq!(item.title.as_deref(), Some("1 < 2 &amp;"));
    assert_eq!(
        item.content.as_ref().map(RichText::plain_text).as_deref(),
        Some("a 😀")
    );
    assert_eq!(
        item.published.map(|time| time.to_rfc3339()).as_deref(),
        Some("2026-01-02T02:04:05Z")
    );
    assert_eq!(reading.problems.len(), 1);
}

#[test]
fn withdrawn_entries_are_named() {
    // RFC 6721 §3
    let feed = read(
        "<feed xmlns='http://www.w3.org/2005/Atom' xmlns:at='http://purl.org/atompub/tombstones/1.0'>\
         <at:deleted-entry ref='tag:a.example,1' when='2026-01-01T00:00:00Z'/></feed>",
    )
    .feed;
    assert_eq!(
        feed.deleted.first().map(|deleted| deleted.id.as_str()),
        Some("tag:a.example,1")
    );
}

#[test]
fn hints_for_polling_are_explicit_or_none() {
    let hints = |inner: &str| {
        read(&format!(
            "<rss xmlns:sy='http://purl.org/rss/1.0/modules/syndication/'><channel>{inner}</channel></rss>"
        ))
        .feed
        .hints
    };
    assert_eq!(hints("<ttl>5</ttl>").interval_seconds, Some(300));
    let module =
        "<sy:updateFrequency>2</sy:updateFrequency><sy:updatePeriod>hourly</sy:updatePeriod>";
    assert_eq!(hints(module).interval_seconds, Some(1_800));
    assert_eq!(hints("").interval_seconds, None);
    assert_eq!(
        hints("<skipDays><day>Sunday</day></skipDays>").skip_days,
        [6]
    );
}

#[test]
fn an_item_without_identity_has_the_same_one_at_every_reading() {
    let id = |title: &str| rss_item(&format!("<title>{title}</title>")).id;
    assert_eq!(id("A"), id("A"));
    assert_ne!(id("A"), id("B"));
}

#[test]
fn two_articles_that_share_an_identity_are_both_kept_and_two_versions_are_not() {
    // RFC 4287 §4.1.1
    let count = |items: &str| {
        let feed = format!("<rss><channel>{items}</channel></rss>");
        read(&feed).feed.items.len()
    };
    let item = |link: &str, title: &str, day: &str| {
        format!(
            "<item><guid>1</guid><link>https://a.example/{link}</link>{title}\
             <pubDate>{day} Sep 2026 09:00:00 GMT</pubDate></item>"
        )
    };
    let titled = "<title>A</title>";
    let one = item("1", titled, "1");
    for (other, kept) in [
        (item("1", titled, "2"), 1),
        (item("2", titled, "1"), 1),
        ("<item><guid>1</guid><title>A</title></item>".to_owned(), 1),
        // Both speak against it.
        (item("2", titled, "2"), 2),
        // One link stands for many articles, as that of the front page.
        (item("1", "<title>B</title>", "1"), 2),
        (item("1", "", "1"), 2),
    ] {
        assert_eq!(count(&format!("{one}{other}")), kept, "{other}");
        assert_eq!(count(&format!("{other}{one}")), kept, "{other}");
    }
    let front = "<item><link>https://a.example/</link><title>A</title></item>\
                 <item><link>https://a.example/</link><title>B</title></item>";
    assert_eq!(count(front), 2);
}

#[test]
fn elements_that_rss_does_not_have_and_some_write_are_read() {
    let item = rss_item("<title>T</title><summary>S</summary><tags>sea, fog</tags>");
    let summary = item.summary.map(|text| text.plain_text());
    assert_eq!(summary.as_deref(), Some("S"));
    assert_eq!(item.tags, ["sea", "fog"]);
    let both = rss_item("<title>T</title><summary>S</summary><description>D</description>");
    let summary = both.summary.map(|text| text.plain_text());
    assert_eq!(summary.as_deref(), Some("D"));
}

#[test]
fn a_relative_address_in_a_file_is_no_fault() {
    let problems = |link: &str| {
        let feed = format!(
            "<rss version='2.0'><channel><item><title>T</title><link>{link}</link></item></channel></rss>"
        );
        read(&feed).problems.len()
    };
    assert_eq!(problems("/news/1"), 0);
    assert_eq!(problems("http://a.example[o/"), 1);
    assert_eq!(problems("javascript:alert(1)"), 1);
}

#[test]
fn content_that_is_elsewhere_is_a_medium_or_a_page_to_link_to() {
    // RFC 4287 §4.1.3.2
    let page =
        atom_item("<id>urn:x:1</id><content type='text/html' src='https://a.example/my-page'/>");
    assert_eq!(link(&page), Some("https://a.example/my-page"));
    assert_eq!(page.headline(), "a.example/my-page");
    let film = atom_item("<id>urn:x:1</id><content type='video/mp4' src='https://a.example/1'/>");
    assert_eq!((film.enclosures.len(), film.headline().as_str()), (1, "🎬"));
    let named = atom_item("<id>https://a.example/my-page</id>");
    assert_eq!(named.headline(), "a.example/my-page");
}
