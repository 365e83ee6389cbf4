//! Attributes → options. A value that cannot be used never breaks the widget: its default
//! stands in, and the person who wrote it is told which it was.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]
#![allow(missing_docs)]

mod common;

use common::{configure, options, web};
use strillone::config::{self, Layout, Preview, Sort, Switch, Target, Time};

fn complaints(attributes: &[(&str, &str)]) -> Vec<String> {
    let (_, problems) = configure(attributes);
    problems.iter().map(ToString::to_string).collect()
}

#[test]
fn without_attributes_every_option_has_its_default_and_nothing_is_wrong() {
    let config = options(&[]);
    assert_eq!(config.feed, []);
    assert_eq!(config.limit.get(), 10);
    assert_eq!(config.refresh.get(), 300);
    assert_eq!(config.sort, Sort::Newest);
    assert_eq!(config.layout, Layout::List);
    assert_eq!(config.time, Time::Clock);
    assert_eq!(config.preview, Preview::Inline);
    assert_eq!(config.target, Target::Blank);
    assert_eq!(config.lang, "en");
}

#[test]
fn keywords_are_read_in_any_case_and_with_white_space_around_them() {
    let config = options(&[("sort", " OLDEST\n"), ("images", "Off")]);
    assert_eq!(config.sort, Sort::Oldest);
    assert_eq!(config.images, Switch::Off);
}

#[test]
fn an_unusable_value_gives_way_to_its_default_and_is_named() {
    let attributes = [("layout", "carousel"), ("limit", "5")];
    let (config, problems) = configure(&attributes);
    assert_eq!(config.layout, Layout::List);
    assert_eq!(config.limit.get(), 5);
    assert_eq!(problems.len(), 1);
    assert_eq!(
        complaints(&attributes),
        [
            "the attribute layout=\"carousel\" is not used: it must be list, ticker, rotator, cards or timeline"
        ]
    );
}

#[test]
fn a_number_counts_only_within_its_bounds() {
    for (written, limit) in [
        ("1", 1),
        ("500", 500),
        ("0", 10),
        ("501", 10),
        ("-3", 10),
        ("2.5", 10),
        ("99999999999", 10),
        ("", 10),
    ] {
        let (config, problems) = configure(&[("limit", written)]);
        assert_eq!(config.limit.get(), limit, "{written}");
        assert_eq!(
            problems.is_empty(),
            written == limit.to_string(),
            "{written}"
        );
    }
}

#[test]
fn nobody_can_ask_for_a_feed_more_often_than_once_a_minute() {
    let (config, problems) = configure(&[("refresh", "5")]);
    assert_eq!(config.refresh.get(), 300);
    assert_eq!(problems.len(), 1);
}

#[test]
fn feeds_are_separated_by_any_white_space_and_resolved_against_the_page() {
    let config = options(&[("feed", " /feed.xml\n\tnews.json  https://b.example/atom ")]);
    let feeds: Vec<&str> = config.feed.iter().map(|feed| feed.as_str()).collect();
    assert_eq!(
        feeds,
        [
            "https://partner.example/feed.xml",
            "https://partner.example/page/news.json",
            "https://b.example/atom",
        ]
    );
}

#[test]
fn one_bad_address_does_not_take_the_good_ones_with_it() {
    let attributes = [
        (
            "feed",
            "https://a.example/feed javascript:alert(1) https://b.example/feed",
        ),
        (
            "follow",
            "ftp://c.example/ https://www.facebook.com/example",
        ),
    ];
    let (config, _) = configure(&attributes);
    assert_eq!(
        config.feed,
        [web("https://a.example/feed"), web("https://b.example/feed")]
    );
    assert_eq!(config.follow.len(), 1);
    assert_eq!(
        complaints(&attributes),
        [
            "the attribute feed=\"javascript:alert(1)\" is not used: it must be http or https \
             addresses separated by spaces",
            "the attribute follow=\"ftp://c.example/\" is not used: it must be http, https or \
             mailto addresses separated by spaces",
        ]
    );
}

#[test]
fn an_empty_list_of_addresses_is_no_mistake() {
    let config = options(&[("feed", ""), ("follow", "  ")]);
    assert_eq!(config.feed, []);
    assert_eq!(config.follow, []);
}

#[test]
fn words_are_separated_by_commas_and_empty_ones_are_dropped() {
    let config = options(&[("include", " Roma , , ÈLITE,"), ("exclude", " , ")]);
    assert!(config.include.occur_in("notizie da roma"));
    assert!(config.include.occur_in("l'èlite"));
    assert!(!config.include.occur_in("milano"));
    assert!(config.exclude.is_empty());
}

#[test]
fn a_time_zone_must_be_one_that_exists() {
    let rome = options(&[("time-zone", "Europe/Rome")]);
    assert_eq!(rome.time_zone.as_ref().unwrap().as_str(), "Europe/Rome");
    let (atlantis, problems) = configure(&[("time-zone", "Europe/Atlantis")]);
    assert_eq!(atlantis.time_zone, None);
    assert_eq!(problems.len(), 1);
}

#[test]
fn a_proxy_gets_the_whole_address_of_the_feed_percent_encoded() {
    let config = options(&[("proxy", "/relay?from={url}")]);
    let asked = config.request_address(&web("https://a.example/f?x=1&y=è#z"));
    assert_eq!(
        asked.as_str(),
        "https://partner.example/relay?from=\
         https%3A%2F%2Fa.example%2Ff%3Fx%3D1%26y%3D%25C3%25A8%23z"
    );
}

#[test]
fn a_proxy_needs_a_place_for_the_address_and_a_web_address_around_it() {
    for bad in [
        "https://relay.example/",
        "javascript:{url}",
        "data:,{url}",
        "https://{url}/",
    ] {
        let (config, problems) = configure(&[("proxy", bad)]);
        assert_eq!(config.proxy, None, "{bad}");
        assert_eq!(problems.len(), 1, "{bad}");
    }
}

#[test]
fn an_empty_heading_is_a_heading_that_was_chosen() {
    assert_eq!(options(&[]).heading, None);
    assert_eq!(options(&[("heading", "")]).heading.as_deref(), Some(""));
}

#[test]
fn every_option_of_the_table_reads_its_own_default_and_keywords() {
    let table = config::options();
    assert!(table.iter().any(|entry| entry.name == "feed"));
    for entry in table {
        assert!(!entry.description.is_empty(), "{}", entry.name);
        let default = Some(entry.default.as_str()).filter(|text| !text.is_empty());
        for value in entry.keywords.iter().copied().chain(default) {
            let (_, problems) = configure(&[(entry.name, value)]);
            assert_eq!(problems, [], "{}", entry.name);
        }
    }
}

#[test]
fn a_feed_over_http_is_asked_for_over_https_unless_a_proxy_asks() {
    for (written, asked) in [
        ("http://a.example/feed", "https://a.example/feed"),
        ("http://127.a.example/feed", "https://127.a.example/feed"),
        ("http://localhost:8000/feed", "http://localhost:8000/feed"),
        ("http://a.localhost/feed", "http://a.localhost/feed"),
        ("http://127.0.0.2/feed", "http://127.0.0.2/feed"),
        ("http://[::1]:8000/feed", "http://[::1]:8000/feed"),
    ] {
        assert_eq!(options(&[("feed", written)]).feed, [web(asked)]);
    }
    let proxy = ("proxy", "https://proxy.example/?url={url}");
    let config = options(&[("feed", "http://a.example/feed"), proxy]);
    assert_eq!(config.feed, [web("http://a.example/feed")]);
}

#[test]
fn addresses_may_have_commas_between_them() {
    let (a, b) = (web("https://a.example/feed"), web("https://b.example/1,2"));
    for written in [
        "https://a.example/feed https://b.example/1,2",
        "https://a.example/feed, https://b.example/1,2",
        "https://a.example/feed,https://b.example/1,2",
        " https://a.example/feed ; https://b.example/1,2, ",
    ] {
        let (config, problems) = configure(&[("feed", written)]);
        assert_eq!(config.feed, [a.clone(), b.clone()], "{written}");
        assert_eq!(problems, [], "{written}");
    }
}

#[test]
fn a_switch_is_what_it_is_elsewhere() {
    for (written, is_on) in [
        ("on", true),
        ("True", true),
        ("yes", true),
        ("1", true),
        ("off", false),
        ("FALSE", false),
        (" no ", false),
        ("0", false),
    ] {
        let switch = if is_on { Switch::On } else { Switch::Off };
        let config = options(&[("images", written), ("kickers", written)]);
        assert_eq!(
            (config.images, config.kickers),
            (switch, switch),
            "{written}"
        );
    }
    // No other keyword is one.
    let (_, problems) = configure(&[("layout", "true"), ("images", "perhaps")]);
    assert_eq!(problems.len(), 2);
}

#[test]
fn languages_are_known_however_they_are_spelled() {
    for (written, tag) in [
        ("pt_BR", "pt-BR"),
        ("PT-br", "PT-br"),
        ("zh_Hant_TW", "zh-Hant-TW"),
        ("it_IT.UTF-8", "it-IT"),
        ("sr_RS@latin", "sr-RS"),
        (" de-CH ", "de-CH"),
        ("en-us, de", "en-us"),
        ("fr (France)", "fr"),
        ("_nb_NO_", "nb-NO"),
        ("", "en"),
    ] {
        assert_eq!(options(&[("lang", written)]).lang, tag);
    }
}
