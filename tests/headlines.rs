//! Feeds → the headlines that are shown.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]
#![allow(missing_docs)]

mod common;

use std::sync::Arc;

use common::{NOW, feed, options, read, received, web};
use strillone::feed::Reading;
use strillone::host::Native;
use strillone::widget::model::{Headline, Source};
use strillone::widget::selection::select;

fn source(number: usize, reading: Reading) -> Source {
    Source {
        address: web(&format!("https://news.example/{number}.xml")),
        feed_state: Some(received(reading)),
    }
}

fn headlines(attributes: &[(&str, &str)], feeds: Vec<Reading>) -> Vec<Arc<Headline>> {
    let feeds = feeds.into_iter().enumerate();
    let sources: Vec<Source> = feeds.map(|(number, feed)| source(number, feed)).collect();
    select(&options(attributes), &sources, NOW, NOW, 0, &Native).headlines
}

/// The titles shown, one after the other.
fn shown(attributes: &[(&str, &str)], feeds: Vec<Reading>) -> String {
    let headlines = headlines(attributes, feeds);
    let titles: Vec<String> = headlines.iter().map(|it| it.item.headline()).collect();
    titles.join(", ")
}

/// The titles shown, each with its sources.
fn sources(feeds: Vec<Reading>) -> Vec<String> {
    headlines(&[], feeds)
        .iter()
        .map(|it| format!("{}: {}", it.item.headline(), it.sources.join(" + ")))
        .collect()
}

fn day() -> Reading {
    feed("News", "15:00 Noon\n16:00 Last\n08:00 First")
}

#[test]
fn the_order_is_that_of_the_option() {
    assert_eq!(shown(&[], vec![day()]), "Last, Noon, First");
    assert_eq!(
        shown(&[("sort", "oldest")], vec![day()]),
        "First, Noon, Last"
    );
    assert_eq!(shown(&[("sort", "feed")], vec![day()]), "Noon, Last, First");
}

#[test]
fn headlines_of_the_same_time_keep_the_order_of_the_feed() {
    let feed = || feed("News", "15:00 A\n15:00 B\n15:00 C");
    assert_eq!(shown(&[], vec![feed()]), "A, B, C");
    assert_eq!(shown(&[("sort", "oldest")], vec![feed()]), "A, B, C");
}

#[test]
fn the_limit_cuts_after_sorting() {
    assert_eq!(shown(&[("limit", "2")], vec![day()]), "Last, Noon");
    assert_eq!(shown(&[("limit", "500")], vec![day()]), "Last, Noon, First");
}

#[test]
fn an_item_without_a_date_keeps_its_place_after_the_one_before_it() {
    let feed = || feed("News", "16:00 A\n--:-- B\n15:00 C\n--:-- D\n15:30 E");
    assert_eq!(shown(&[], vec![feed()]), "A, B, E, C, D");
}

#[test]
fn a_feed_without_dates_keeps_its_order() {
    let feed = || feed("News", "--:-- A\n--:-- B\n--:-- C");
    assert_eq!(shown(&[], vec![feed()]), "A, B, C");
    assert_eq!(shown(&[("sort", "oldest")], vec![feed()]), "A, B, C");
}

#[test]
fn include_and_exclude_look_in_titles_for_any_of_their_words_in_any_case() {
    let feed = || {
        feed(
            "News",
            "16:00 Roma vince\n15:00 Milano perde\n14:00 ROMA perde",
        )
    };
    assert_eq!(
        shown(&[("include", "roma")], vec![feed()]),
        "Roma vince, ROMA perde"
    );
    assert_eq!(shown(&[("exclude", "roma")], vec![feed()]), "Milano perde");
    let both = [("include", "roma, milano"), ("exclude", "vince")];
    assert_eq!(shown(&both, vec![feed()]), "Milano perde, ROMA perde");
}

#[test]
fn include_looks_in_summaries_too() {
    let feed = read(
        "<rss version='2.0'><channel>\
         <item><title>A</title><description>&lt;p&gt;Pioggia a Torino&lt;/p&gt;</description></item>\
         <item><title>B</title><description>Sole</description></item></channel></rss>",
    );
    assert_eq!(shown(&[("include", "torino")], vec![feed]), "A");
}

#[test]
fn a_tag_counts_only_as_a_whole() {
    let feed = || {
        read(
            "<rss version='2.0'><channel>\
             <item><title>A</title><category>Sport</category></item>\
             <item><title>B</title><category>Sport invernali</category></item>\
             <item><title>C</title><category>Politica</category><category>SPORT</category></item>\
             <item><title>D sport</title></item></channel></rss>",
        )
    };
    assert_eq!(shown(&[("tags", "sport")], vec![feed()]), "A, C");
    assert_eq!(
        shown(&[("tags", "cronaca, sport invernali")], vec![feed()]),
        "B"
    );
}

#[test]
fn max_age_leaves_out_what_is_older_and_keeps_what_has_no_date() {
    // It is 16:30.
    let feed = feed("News", "15:30 Just within\n15:29 Too old\n--:-- Undated");
    assert_eq!(
        shown(&[("max-age", "1")], vec![feed]),
        "Just within, Undated"
    );
}

#[test]
fn two_feeds_become_one_list_and_every_headline_names_its_own() {
    let north = feed("North", "16:00 A\n14:00 C");
    let south = feed("South", "15:00 B");
    assert_eq!(
        sources(vec![north, south]),
        ["A: North", "B: South", "C: North"]
    );
}

#[test]
fn a_single_feed_is_not_named() {
    assert_eq!(sources(vec![feed("North", "16:00 A")]), ["A: "]);
}

#[test]
fn the_same_article_in_two_feeds_is_one_headline_of_both() {
    let north = feed("North", "16:00 A\n15:00 Shared");
    let south = feed("South", "15:10 Shared\n14:00 B");
    assert_eq!(
        sources(vec![north, south]),
        ["A: North", "Shared: North + South", "B: South"]
    );
}

#[test]
fn two_feeds_of_one_publication_name_it_once() {
    let (one, other) = (feed("News", "15:00 A"), feed("News", "15:00 A"));
    assert_eq!(sources(vec![one, other]), ["A: News"]);
}

#[test]
fn the_same_identity_in_two_feeds_is_two_headlines() {
    let feed = |title: &str| {
        read(&format!(
            "<rss version='2.0'><channel><item><guid isPermaLink='false'>1</guid>\
             <title>{title}</title></item></channel></rss>"
        ))
    };
    let headlines = headlines(&[], vec![feed("A"), feed("B")]);
    let keys: Vec<&str> = headlines.iter().map(|it| &*it.key).collect();
    assert_eq!(keys, ["0 1", "1 1"]);
}

#[test]
fn one_identity_for_all_the_world_in_two_feeds_is_one_headline() {
    let feed = |name: &str| {
        read(&format!(
            "<rss version='2.0'><channel><title>{name}</title><item><title>A</title>\
             <guid isPermaLink='false'>tag:news.example,2009:1</guid></item></channel></rss>"
        ))
    };
    assert_eq!(
        sources(vec![feed("North"), feed("South")]),
        ["A: North + South"]
    );
}

#[test]
fn an_item_dated_ahead_waits_unless_its_feed_says_that_it_is_later_there() {
    let hide = [("upcoming", "hide")];
    assert_eq!(shown(&hide, vec![feed("News", "17:00 A\n16:00 B")]), "B");
    let feed = read(
        "<rss version='2.0'><channel><lastBuildDate>Mon, 23 Nov 2009 17:10:00 GMT</lastBuildDate>\
         <item><title>A</title><pubDate>Mon, 23 Nov 2009 17:00:00 GMT</pubDate></item>\
         <item><title>B</title><pubDate>Mon, 23 Nov 2009 17:30:00 GMT</pubDate></item>\
         </channel></rss>",
    );
    assert_eq!(shown(&hide, vec![feed]), "A");
}

#[test]
fn what_is_to_come_is_shown_unless_it_is_held_back() {
    let feed = || feed("Events", "17:00 Later\n16:00 Sooner\n23:00 Tonight");
    assert_eq!(shown(&[], vec![feed()]), "Tonight, Later, Sooner");
    assert_eq!(shown(&[("upcoming", "hide")], vec![feed()]), "Sooner");
}

/// A feed of that host, with one item that links there.
fn of_host(host: &str, title: &str, link: &str, headline: &str, date: &str) -> Source {
    let reading = read(&format!(
        "<rss version='2.0'><channel><title>{title}</title><item><title>{headline}</title>\
         <link>{link}</link><pubDate>{date}</pubDate></item></channel></rss>"
    ));
    Source {
        address: web(&format!("https://{host}/feed")),
        feed_state: Some(received(reading)),
    }
}

#[test]
fn nobody_but_an_articles_own_site_changes_its_headline_date_or_name() {
    let link = "https://www.victim.example/story";
    let date = "Mon, 23 Nov 2009 16:00:00 GMT";
    let own = of_host("feeds.victim.example", "Victim", link, "True", date);
    for false_link in [
        link,
        "http://victim.example/story/?utm_source=x#top",
        "https://victim.example/story?fbclid=1",
    ] {
        let old = "Thu, 01 Jan 1970 00:00:00 GMT";
        let other = of_host("other.example", "Other", false_link, "False", old);
        for sources in [[other.clone(), own.clone()], [own.clone(), other]] {
            let headlines = select(&options(&[]), &sources, NOW, NOW, 0, &Native).headlines;
            let said: Vec<String> = headlines
                .iter()
                .map(|it| {
                    let time = it.item.published.unwrap().to_rfc3339();
                    format!("{} of {}, {time}", it.item.headline(), it.sources.join("+"))
                })
                .collect();
            assert_eq!(
                said,
                ["True of Victim, 2009-11-23T16:00:00Z"],
                "{false_link}"
            );
        }
    }
}

#[test]
fn a_worldwide_id_holds_on_one_site_only() {
    let feed = |host: &str, title: &str| {
        let reading = read(&format!(
            "<rss version='2.0'><channel><item><guid isPermaLink='false'>tag:a.example,2009:1</guid>\
             <title>{title}</title><link>https://{host}/{title}</link></item></channel></rss>"
        ));
        Source {
            address: web(&format!("https://{host}/feed")),
            feed_state: Some(received(reading)),
        }
    };
    let titles = |sources: &[Source]| {
        let headlines = select(&options(&[]), sources, NOW, NOW, 0, &Native).headlines;
        let titles: Vec<String> = headlines.iter().map(|it| it.item.headline()).collect();
        titles.join(", ")
    };
    assert_eq!(
        titles(&[feed("evil.example", "False"), feed("a.example", "True")]),
        "False, True"
    );
    assert_eq!(
        titles(&[feed("a.example", "One"), feed("www.a.example", "Other")]),
        "One"
    );
}

#[test]
fn a_feed_without_dates_stands_among_dated_ones_where_it_last_changed() {
    let undated = |built: &str| {
        read(&format!(
            "<rss version='2.0'><channel><title>Undated</title>{built}\
             <item><title>X</title></item><item><title>Y</title></item></channel></rss>"
        ))
    };
    let dated = || feed("Dated", "16:00 A\n14:00 B");
    let built = undated("<lastBuildDate>Mon, 23 Nov 2009 15:00:00 GMT</lastBuildDate>");
    assert_eq!(shown(&[], vec![dated(), built.clone()]), "A, X, Y, B");
    assert_eq!(
        shown(&[("sort", "oldest")], vec![dated(), built]),
        "B, X, Y, A"
    );
    // It is seen at 16:30.
    assert_eq!(shown(&[], vec![dated(), undated("")]), "X, Y, A, B");
}

#[test]
fn a_feed_of_which_every_item_links_to_the_front_page_shows_them_all() {
    let item = |title: &str| {
        format!("<item><title>{title}</title><link>https://news.example/</link></item>")
    };
    let feed = read(&format!(
        "<rss version='2.0'><channel>{}{}{}</channel></rss>",
        item("A"),
        item("B"),
        item("C")
    ));
    assert_eq!(shown(&[], vec![feed]), "A, B, C");
}

fn atom_with_a_withdrawal(at: &str) -> Reading {
    read(&format!(
        "<feed xmlns='http://www.w3.org/2005/Atom' \
         xmlns:at='http://purl.org/atompub/tombstones/1.0'>\
         <at:deleted-entry ref='urn:2' when='{at}'/>\
         <entry><id>urn:1</id><title>A</title><updated>2009-11-23T16:00:00Z</updated></entry>\
         <entry><id>urn:2</id><title>B</title><updated>2009-11-23T15:00:00Z</updated></entry>\
         </feed>"
    ))
}

#[test]
fn a_withdrawn_entry_is_gone_until_it_is_published_again() {
    let withdrawn = atom_with_a_withdrawal("2009-11-23T15:30:00Z");
    assert_eq!(shown(&[], vec![withdrawn]), "A");
    let published_again = atom_with_a_withdrawal("2009-11-23T14:30:00Z");
    assert_eq!(shown(&[], vec![published_again]), "A, B");
}

#[test]
fn a_withdrawal_holds_in_its_own_feed_only() {
    let one = atom_with_a_withdrawal("2009-11-23T15:30:00Z");
    let mut other = atom_with_a_withdrawal("2009-11-23T15:30:00Z");
    other.feed.deleted.clear();
    assert_eq!(shown(&[], vec![one, other]), "A, B");
}

#[test]
fn a_headline_has_the_language_of_its_item_else_of_its_feed() {
    let feed = read(
        "<feed xmlns='http://www.w3.org/2005/Atom' xml:lang='it'>\
         <entry><id>1</id><title>A</title></entry>\
         <entry xml:lang='de'><id>2</id><title>B</title></entry></feed>",
    );
    let headlines = headlines(&[], vec![feed]);
    let languages: Vec<_> = headlines.iter().map(|it| it.language.as_deref()).collect();
    assert_eq!(languages, [Some("it"), Some("de")]);
}

#[test]
fn a_feed_that_never_came_leaves_the_others_alone() {
    let mut absent = source(0, day());
    absent.feed_state = None;
    let sources = [absent, source(1, feed("News", "16:00 A"))];
    let headlines = select(&options(&[]), &sources, NOW, NOW, 0, &Native).headlines;
    assert_eq!(headlines.len(), 1);
}

#[test]
fn an_aggregator_s_headline_names_its_paper() {
    let reading = read(
        "<rss><channel><title>All news</title><item><title>Storm - The Times</title>\
         <source url='https://t.example/'>The Times</source></item></channel></rss>",
    );
    assert_eq!(sources(vec![reading]), ["Storm: The Times"]);
}
