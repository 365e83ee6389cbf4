//! The model as elements, printed as HTML.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]
#![allow(missing_docs)]

mod common;

use std::collections::BTreeSet;
use std::sync::Arc;

use leptos::prelude::RenderHtml;

use common::{NOW, PlainCalendar, feed, options, read, received, web};
use strillone::feed::Reading;
use strillone::host::Native;
use strillone::time::Tick;
use strillone::view::appearance::PARTS;
use strillone::view::{ViewModel, widget};
use strillone::widget::model::{Model, Presence};
use strillone::widget::update::{Message, update};

const MOMENT: Tick = Tick {
    now: NOW,
    chance: 0,
};

const FEED: &str = "https://news.example/feed";

/// The widget's HTML.
struct Printed {
    html: String,
}

impl Printed {
    fn of(attributes: &[(&str, &str)], reading: Reading) -> Printed {
        Printed::after(
            attributes,
            &[Message::Received(web(FEED), received(reading))],
        )
    }

    fn after(attributes: &[(&str, &str)], messages: &[Message]) -> Printed {
        let mut attributes = attributes.to_vec();
        attributes.push(("feed", FEED));
        let config = options(&attributes);
        let presence = Presence {
            visible: true,
            on_screen: true,
            online: true,
        };
        let mut model = Model::new(config.clone(), presence, &Native);
        update(&mut model, Message::Configured(config, Vec::new()), MOMENT);
        for message in messages {
            update(&mut model, message.clone(), MOMENT);
        }
        let view_model = ViewModel::new(&model, NOW);
        let html = widget(view_model, &PlainCalendar, Arc::new(|_| {})).to_html();
        Printed { html }
    }

    /// Nothing but its text, with bars between the pieces.
    fn text(&self) -> String {
        let pieces = self.html.split('<').filter_map(|it| it.split_once('>'));
        let texts: Vec<&str> = pieces
            .map(|(_, text)| text)
            .filter(|it| !it.is_empty())
            .collect();
        texts.join(" | ")
    }

    /// The names of its parts.
    fn parts(&self) -> BTreeSet<String> {
        let named = self.html.split(" part=\"").skip(1);
        named
            .filter_map(|rest| Some(rest.split_once('"')?.0.to_owned()))
            .collect()
    }

    fn has(&self, html: &str) -> bool {
        self.html.contains(html)
    }
}

/// A feed with one whole article.
fn article() -> Reading {
    read(
        "<rss version='2.0' xmlns:slash='http://purl.org/rss/1.0/modules/slash/'>\
         <channel><title>Il Giornale</title><language>it</language>\
         <item><title>Apre il ponte</title><link>https://news.example/ponte</link>\
         <pubDate>Mon, 23 Nov 2009 16:00:00 GMT</pubDate><slash:comments>0</slash:comments>\
         <description>&lt;p&gt;Uno.&lt;/p&gt;&lt;p&gt;Due &lt;img src='https://news.example/p.jpg' \
         alt='Il ponte'&gt;&lt;/p&gt;</description></item>\
         <item><title>Chiude il bar</title><link>https://news.example/bar</link>\
         <pubDate>Mon, 23 Nov 2009 14:30:00 GMT</pubDate><slash:comments>7</slash:comments>\
         </item></channel></rss>",
    )
}

/// A feed of things to hear and to see.
fn broadcast() -> Reading {
    read(
        "<rss version='2.0' xmlns:itunes='http://www.itunes.com/dtds/podcast-1.0.dtd'\
         xmlns:media='http://search.yahoo.com/mrss/'><channel><language>it</language>\
         <item><title>La notte del faro</title><category>Porto</category>\
         <category>in diretta</category><itunes:duration>1:02:03</itunes:duration>\
         <enclosure url='https://news.example/n.mp3' type='audio/mpeg' length='9'/></item>\
         <item><title>La regata</title><category>Sport</category>\
         <media:content url='https://news.example/r.mp4' type='video/mp4' duration='65.4'/></item>\
         </channel></rss>",
    )
}

#[test]
fn sound_and_film_are_spoken_by_name_with_their_length() {
    let printed = Printed::of(&[("lang", "en")], broadcast());
    assert!(printed.has("aria-label=\"Audio, 1:02:03\""));
    assert!(printed.has("aria-label=\"Video, 1:05\""));
}

#[test]
fn kickers_are_the_feed_s_own_categories_and_shown_where_they_are_asked_for() {
    let text = |attributes| Printed::of(attributes, broadcast()).text();
    assert!(!text(&[]).contains("in diretta"));
    let with = text(&[("kickers", "on"), ("lang", "en")]);
    assert!(
        with.contains("in diretta | 1:02:03 | La notte del faro"),
        "{with}"
    );
    assert!(
        !with.contains("Porto |") && !with.contains("Sport |"),
        "{with}"
    );
    assert!(text(&[("layout", "timeline")]).contains("in diretta"));
}

#[test]
fn the_lead_story_is_the_first_with_a_picture_and_stands_at_the_top() {
    let feed = || {
        read(
            "<rss version='2.0' xmlns:media='http://search.yahoo.com/mrss/'><channel>\
             <item><title>A</title><description>About A.</description></item>\
             <item><title>B</title><description>About B.</description>\
             <media:content url='https://news.example/b.jpg' medium='image' width='600'/></item>\
             </channel></rss>",
        )
    };
    let plain = Printed::of(&[("sort", "feed")], feed());
    assert_eq!(plain.text(), "A | B");
    assert!(!plain.has("<img"));
    let led = Printed::of(&[("sort", "feed"), ("lead", "first")], feed());
    assert_eq!(led.text(), "B | About B. | A");
    assert_eq!(led.html.matches("data-lead").count(), 1);
    let without = [("sort", "feed"), ("lead", "first"), ("images", "off")];
    assert_eq!(Printed::of(&without, feed()).text(), "A | B");
}

#[test]
fn small_pictures_stand_where_an_item_has_one() {
    let count = |attributes| {
        let printed = Printed::of(attributes, article());
        printed.html.matches("class=\"frame\"").count()
    };
    assert_eq!(count(&[]), 0);
    assert_eq!(count(&[("thumbnails", "end")]), 1);
    assert_eq!(count(&[("thumbnails", "end"), ("images", "off")]), 0);
}

#[test]
fn what_has_no_date_is_parted_from_the_day_above() {
    let feed = read(
        "<rss version='2.0'><channel>\
         <item><title>A</title><pubDate>Sat, 21 Nov 2009 16:00:00 GMT</pubDate></item>\
         <item><title>B</title></item>\
         <item><title>C</title><pubDate>Sat, 21 Nov 2009 15:00:00 GMT</pubDate></item>\
         </channel></rss>",
    );
    let printed = Printed::of(&[("preview", "none")], feed);
    assert_eq!(
        printed.text(),
        "2009-11-21 | 16:00 | A | B | 2009-11-21 | 15:00 | C"
    );
    assert_eq!(printed.html.matches("class=\"dateline\"></p>").count(), 1);
}

#[test]
fn several_feeds_have_no_heading_unless_it_is_set() {
    let several = ("feed", "https://news.example/feed https://b.example/");
    let has_heading =
        |attributes: &[(&str, &str)]| Printed::of(attributes, article()).has("part=\"heading\"");
    assert!(has_heading(&[]));
    assert!(!has_heading(&[several]));
    assert!(has_heading(&[several, ("heading", "Here")]));
}

#[test]
fn the_model_screen_stands_in_italian() {
    let printed = Printed::of(
        &[
            ("lang", "it"),
            ("time-zone", "Europe/Rome"),
            ("follow", "https://www.facebook.com/example"),
            ("preview", "panel"),
            ("open", "first"),
        ],
        article(),
    );
    assert_eq!(
        printed.text(),
        "Il Giornale | 17:00 | Apre il ponte | 15:30 | Chiude il bar | 7 | \
         Seguici su Facebook | Apre il ponte | 2009-11-23 17:00 | Uno. | Due  | \
         Leggi l’articolo | Commenti (0)"
    );
}

#[test]
fn nothing_of_an_item_is_printed_unescaped() {
    let printed = Printed::of(
        &[("open", "first"), ("summary", "200")],
        read(
            "<rss version='2.0' xmlns:dc='http://purl.org/dc/elements/1.1/'><channel>\
             <title>&lt;i&gt;&amp;lt;script&amp;gt;</title><item>\
             <title>a \"b\" &amp;lt;script&amp;gt; &amp;amp; c</title>\
             <link>https://news.example/\"onclick=\"x</link><dc:creator>&lt;script&gt;</dc:creator>\
             <description>&lt;p onclick='x'&gt;&amp;lt;script&amp;gt;&lt;script&gt;bad()&lt;/script&gt;\
             &lt;a href='javascript:bad()'&gt;here&lt;/a&gt;</description></item></channel></rss>",
        ),
    );
    assert!(printed.has("a &quot;b&quot; &lt;script&gt; &amp; c"));
    for bad in ["<script", "onclick=\"", "onclick='", "javascript:", "bad()"] {
        assert!(!printed.has(bad), "{bad} in {}", printed.html);
    }
}

#[test]
fn the_widget_has_the_language_and_the_direction_of_its_options() {
    let root = |attributes: &[(&str, &str)]| {
        let printed = Printed::of(attributes, article());
        let (root, _) = printed.html.split_once('>').unwrap();
        let (_, language) = root.split_once("lang=").unwrap();
        language.split(" data-").next().unwrap().to_owned()
    };
    assert_eq!(root(&[("lang", "it")]), "\"it\" dir=\"ltr\"");
    assert_eq!(root(&[("lang", "ar")]), "\"ar\" dir=\"rtl\"");
    assert_eq!(
        root(&[("lang", "ar"), ("dir", "ltr")]),
        "\"ar\" dir=\"ltr\""
    );
}

#[test]
fn a_headline_says_its_own_language() {
    let printed = Printed::of(&[("lang", "en")], article());
    assert!(printed.has("lang=\"it\" dir=\"ltr\""));
}

#[test]
fn pictures_are_shown_unless_they_are_off() {
    let open = ("open", "first");
    let shown = Printed::of(&[open], article());
    assert!(shown.has("src=\"https://news.example/p.jpg\" alt=\"Il ponte\""));
    assert!(!Printed::of(&[open, ("images", "off")], article()).has("<img"));
}

#[test]
fn comments_are_shown_unless_they_are_off() {
    let open = ("open", "first");
    assert!(Printed::of(&[open], article()).has("0 comments"));
    assert!(!Printed::of(&[open, ("comments", "off")], article()).has("comments\""));
}

#[test]
fn a_line_of_no_comments_stays_clean() {
    assert!(!Printed::of(&[], article()).has("0 comments"));
    assert!(Printed::of(&[], article()).has("aria-label=\"7 comments\""));
}

#[test]
fn times_are_shown_as_the_option_says() {
    let column = |time| Printed::of(&[("time", time)], feed("", "16:00 A")).text();
    assert_eq!(column("clock"), "16:00 | A");
    assert_eq!(column("relative"), "30 Minute ago | A");
    assert_eq!(column("date"), "2009-11-23 | A");
    assert_eq!(column("none"), "A");
}

#[test]
fn a_time_in_a_zone_that_nobody_knows_is_shown_as_its_day_alone() {
    let printed = |zone: &str, attributes: &[(&str, &str)]| {
        let feed = read(&format!(
            "<rss version='2.0'><channel><item><title>A</title>\
             <pubDate>Sun, 22 Nov 2009 23:45:00 {zone}</pubDate></item></channel></rss>"
        ));
        Printed::of(attributes, feed)
    };
    // An hour later is the next day where the partner's page is.
    let rome = [("time-zone", "Europe/Rome"), ("preview", "none")];
    assert_eq!(printed("GMT", &rome).text(), "00:45 | A");
    assert_eq!(printed("XYZ", &rome).text(), "2009-11-22 | 2009-11-22 | A");
    assert!(printed("XYZ", &rome).has("datetime=\"2009-11-22\""));
    let relative = [("time", "relative"), ("preview", "none")];
    assert_eq!(printed("XYZ", &relative).text(), "2009-11-22 | A");
}

#[test]
fn the_toggle_says_whether_its_preview_is_open() {
    let expanded = |attributes| {
        let printed = Printed::of(attributes, article());
        let states = printed.html.split("aria-expanded=\"").skip(1);
        let states: Vec<_> = states.map(|it| it.starts_with("true")).collect();
        states
    };
    assert_eq!(expanded(&[]), [false, false]);
    assert_eq!(expanded(&[("open", "first")]), [true, false]);
    assert_eq!(expanded(&[("preview", "none")]), [false; 0]);
}

#[test]
fn every_link_home_carries_the_partner_s_query_and_leaves_no_opener() {
    let printed = Printed::of(&[("link-query", "from=partner")], article());
    assert!(printed.has(
        "href=\"https://news.example/ponte?from=partner\" target=\"_blank\" rel=\"noopener\""
    ));
}

#[test]
fn a_ticker_says_each_headline_once_to_those_who_do_not_see_it() {
    let printed = Printed::of(&[("layout", "ticker")], article());
    let (first, copy) = printed.html.split_once("class=\"list copy\"").unwrap();
    assert_eq!(first.matches("part=\"headline\"").count(), 2);
    assert!(copy.starts_with(" aria-hidden=\"true\""));
    // Of the copy nothing is reached by the Tab key, and nothing says what is open.
    let (copy, _) = copy.split_once("</ul>").unwrap();
    assert_eq!(
        copy.matches("<a ").count() + copy.matches("<button ").count(),
        4
    );
    assert_eq!(copy.matches("tabindex=\"-1\"").count(), 4);
    assert!(!copy.contains("aria-expanded"));
}

#[test]
fn only_what_moves_has_a_button_that_stops_it() {
    let has_button = |attributes| Printed::of(attributes, article()).has("part=\"pause\"");
    assert!(has_button(&[("layout", "ticker")]));
    assert!(has_button(&[("layout", "rotator")]));
    assert!(!has_button(&[("layout", "ticker"), ("speed", "0")]));
    assert!(!has_button(&[("layout", "list")]));
    assert!(!has_button(&[("layout", "cards")]));
}

#[test]
fn a_rotator_names_the_place_of_its_headline() {
    let printed = Printed::of(&[("layout", "rotator")], article());
    assert!(printed.has("<bdi part=\"position\" class=\"position\">1 / 2</bdi>"));
    assert_eq!(printed.html.matches("data-current=\"true\"").count(), 1);
}

#[test]
fn cards_have_summaries_unless_told_otherwise() {
    let has_summary = |attributes| Printed::of(attributes, article()).has("part=\"summary\"");
    assert!(has_summary(&[("layout", "cards")]));
    assert!(!has_summary(&[("layout", "cards"), ("summary", "0")]));
    assert!(!has_summary(&[("layout", "list")]));
}

#[test]
fn sound_is_played_in_place_and_files_are_links_with_their_length() {
    let printed = Printed::of(
        &[("open", "first"), ("lang", "en")],
        read(
            "<rss version='2.0'><channel><item><title>A walk</title>\
             <enclosure url='https://news.example/walk.mp3' type='audio/mpeg' length='9'/>\
             <enclosure url='https://news.example/plan.pdf?x' type='application/pdf' length='3100000'/>\
             </item></channel></rss>",
        ),
    );
    assert!(
        printed.has("<audio src=\"https://news.example/walk.mp3\" controls=\"\" preload=\"none\">")
    );
    assert!(printed.text().contains("plan.pdf (3 MB)"));
}

#[test]
fn the_table_of_parts_names_all_that_are_drawn_and_no_others() {
    let news = |reading| Message::Received(web(FEED), received(reading));
    let open = ("open", "first");
    let follow = ("follow", "https://a.example/ https://b.example/");
    let mut corrected = received(feed("", "16:00 A"));
    if let Some(snapshot) = &mut corrected.snapshot {
        for entry in Arc::make_mut(&mut Arc::make_mut(snapshot).entries) {
            entry.corrected = Some(NOW);
        }
    }
    let scenes = [
        Printed::after(
            &[],
            &[
                news(feed("", "16:00 A")),
                Message::Received(web(FEED), corrected),
            ],
        ),
        Printed::of(
            &[("feed", "https://news.example/feed https://b.example/")],
            feed("B", "16:00 A"),
        ),
        Printed::of(&[open, follow, ("summary", "40")], article()),
        Printed::of(&[("layout", "cards"), open], article()),
        Printed::of(
            &[("layout", "rotator"), ("preview", "panel"), open],
            article(),
        ),
        Printed::of(&[("layout", "ticker")], article()),
        Printed::of(
            &[("limit", "1"), ("more", "1"), ("kickers", "on")],
            broadcast(),
        ),
        Printed::of(&[], feed("", "")),
        Printed::of(
            &[open],
            read(
                "<rss><channel><item><title>A</title><link>https://a.example/</link>\
                 <pubDate>Sun, 22 Nov 2009 16:00:00 GMT</pubDate><category>C</category>\
                 <enclosure url='https://a.example/a.pdf' type='application/pdf' length='9'/>\
                 </item></channel></rss>",
            ),
        ),
        Printed::after(
            &[],
            &[
                news(feed("", "16:00 A")),
                Message::Interacting(true),
                news(feed("", "16:10 B, 16:00 A")),
            ],
        ),
    ];
    let drawn: BTreeSet<String> = scenes.iter().flat_map(Printed::parts).collect();
    let named: BTreeSet<String> = PARTS.iter().map(|part| part.name.to_owned()).collect();
    assert_eq!(drawn, named);
}
