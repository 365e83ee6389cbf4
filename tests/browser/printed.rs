//! What a server prints is what the widget then shows.

use anyhow::{Context, Result, ensure};
use leptos::prelude::{Owner, RenderHtml};
use serde_json::{Value, json};
use strillone::address::WebAddress;
use strillone::component::{FirstHeadlines, PrintedWidget};
use strillone::feed::{self, Document};
use strillone::host::Native;
use strillone::i18n::LANGUAGES;
use strillone::time::Timestamp;

use crate::{
    engines::Engine,
    servers::{Gate, Reply},
    shipped::shipped,
    stage::Stage,
    tests,
};

tests!(in Engine::ALL;
    printed_words_and_dates_are_those_of_the_engine_in_every_language,
    printed_headlines_stand_before_any_script_and_become_the_widget,
    headlines_that_are_parsed_after_the_script_are_found,
    printed_headlines_give_way_to_the_news,
    printed_links_stay_until_there_are_headlines,
);

/// When all this is printed, 2026-11-25T12:20:00Z: the pages' clocks stand within the same hour.
const NOW: Timestamp = Timestamp(1_795_609_200_000);

/// In the morning and in the afternoon, of today, of an earlier day, of last year; a day without
/// a time, and something that is still to come. All are the same number of hours old until 12:45.
const FEED: &str = "<rss version='2.0' xmlns:slash='http://purl.org/rss/1.0/modules/slash/'>\
    <channel><title>News</title>\
    <item><title>A</title><link>https://example.org/a</link>\
    <pubDate>Sun, 29 Nov 2026 18:05:00 GMT</pubDate></item>\
    <item><title>B</title><link>https://example.org/b</link>\
    <pubDate>Wed, 25 Nov 2026 10:50:00 GMT</pubDate>\
    <slash:comments>1234</slash:comments></item>\
    <item><title>C</title><link>https://example.org/c</link>\
    <pubDate>Wed, 25 Nov 2026 04:45:00 GMT</pubDate></item>\
    <item><title>D</title><link>https://example.org/d</link>\
    <pubDate>Tue, 24 Nov 2026 23:50:00 GMT</pubDate></item>\
    <item><title>E</title><link>https://example.org/e</link>\
    <pubDate>Mon, 23 Nov 2026 06:04:00 GMT</pubDate></item>\
    <item><title>F</title><link>https://example.org/f</link>\
    <pubDate>2026-11-01</pubDate></item>\
    <item><title>G</title><link>https://example.org/g</link>\
    <pubDate>Fri, 04 Jul 2025 12:00:00 GMT</pubDate></item>\
    </channel></rss>";

/// All that is said in a widget, to the eyes or to the ears, a piece a line.
const WORDS: &str = "
    self.wordsOf = (root) =>
      [root, ...root.querySelectorAll('*')].flatMap((element) => [
        ...['aria-label', 'title', 'datetime'].map((name) => element.getAttribute(name)),
        ...[...element.childNodes].map((node) => (node.nodeType === 3 ? node.data : '')),
      ]).filter(Boolean);
    self.wordsOfHtml = (html) => {
      const { body } = new DOMParser().parseFromString(html, 'text/html');
      return wordsOf(body.firstElementChild);
    };";

/// Languages whose dates or numbers were written otherwise in older tables: other digits, other
/// spaces, other words before a time or for a span of it.
const OLDER_IN_WEBKIT: [&str; 6] = ["ar ", "bn ", "es ", "he ", "it ", "zh-hant "];

async fn printed_words_and_dates_are_those_of_the_engine_in_every_language(
    stage: &mut Stage,
) -> Result<()> {
    stage
        .feeds
        .put("/feed.xml", Reply::new("application/rss+xml", FEED));
    stage.open("reader.html").await?;
    stage.run(WORDS).await?;
    let feed = format!("{}/feed.xml", stage.feeds.origin);
    let mut different = Vec::new();
    for (language, _) in LANGUAGES {
        for time in ["clock", "date", "relative"] {
            let attributes = [
                ("feed", &*feed),
                ("lang", language),
                ("time", time),
                ("time-zone", "Europe/Rome"),
            ];
            let add = json!({ "lang": language, "time": time, "time-zone": "Europe/Rome" });
            stage
                .run(&format!(
                    "probe.all('strillone-news').forEach((it) => it.remove()); reader.add({add});"
                ))
                .await?;
            stage.until("probe.texts('headline').length === 7").await?;
            let shown = stage.value("wordsOf(probe.parts('root')[0])").await?;
            let html = json!(printed(&attributes)?);
            let printed = stage.value(&format!("wordsOfHtml({html})")).await?;
            if shown != printed {
                different.push(differences(language, time, &shown, &printed));
            }
        }
    }
    // Of this engine Debian has one with the tables of some years ago.
    if stage.engine == Engine::WebKit {
        different.retain(|line: &String| !OLDER_IN_WEBKIT.iter().any(|it| line.starts_with(it)));
    }
    ensure!(different.is_empty(), "{}", different.join("\n"));
    Ok(())
}

async fn printed_headlines_stand_before_any_script_and_become_the_widget(
    stage: &mut Stage,
) -> Result<()> {
    let (template, script) = (template(stage)?, script_tag(stage));
    let wasm = stage.hold_wasm()?;
    stage.open_page("printed.html", page(&template)).await?;
    let is_styled = "getComputedStyle(probe.parts('item')[0]).listStyleType === 'none'";
    stage.until(is_styled).await?;
    let printed = stage.value(LOOK).await?;
    ensure!(said(&printed) == ["A", "B", "C"], "{printed}");
    stage
        .run(
            "document.querySelector('strillone-news').shadowRoot.querySelectorAll('a')[1].focus();",
        )
        .await?;
    let script = json!(script);
    stage
        .run(&format!(
            "document.head.append(document.createRange().createContextualFragment({script}));"
        ))
        .await?;
    stage
        .until("probe.widgets()[0].state === 'loading'")
        .await?;
    stage.until_requested(&stage.feeds, "/feed.xml", 1).await?;
    stage.until_drawn().await?;
    stage.until_equal(LOOK, &printed).await?;
    stage.until_equal(FOCUSED, &json!("B")).await?;
    wasm.open();
    stage.until("probe.widgets()[0].state === 'ready'").await?;
    stage.until_equal(LOOK, &printed).await?;
    stage.until_equal(FOCUSED, &json!("B")).await?;
    stage.shows(&["A", "B", "C"]).await?;
    stage.until_equal("probe.seen.shifts", &json!([])).await
}

/// The parser leaves a template alone when its element has a shadow root already.
async fn headlines_that_are_parsed_after_the_script_are_found(stage: &mut Stage) -> Result<()> {
    let (template, script) = (template(stage)?, script_tag(stage));
    let wasm = stage.hold_wasm()?;
    let answer = Gate::closed();
    let feed = Reply::new("application/rss+xml", FEED).behind(&answer);
    stage.feeds.put("/feed.xml", feed);
    stage
        .open_page("inert.html", page(&format!("{script}{template}")))
        .await?;
    stage
        .until("probe.widgets()[0].state === 'loading'")
        .await?;
    stage.until(&format!("{LOOK}.length > 0")).await?;
    let printed = stage.value(LOOK).await?;
    ensure!(said(&printed) == ["A", "B", "C"], "{printed}");
    answer.open();
    wasm.open();
    stage.shows(&["A", "B", "C"]).await?;
    stage.until_equal(LOOK, &printed).await
}

async fn printed_headlines_give_way_to_the_news(stage: &mut Stage) -> Result<()> {
    let (template, script) = (template(stage)?, script_tag(stage));
    let wasm = stage.hold_wasm()?;
    let news = "<rss version='2.0'><channel><title>News</title><item><title>Now</title>\
        <link>https://example.org/now</link><pubDate>Wed, 25 Nov 2026 11:00:00 GMT</pubDate></item>\
        </channel></rss>";
    let answer = Gate::closed();
    let news = Reply::new("application/rss+xml", news).behind(&answer);
    stage.feeds.put("/feed.xml", news);
    stage
        .open_page("news.html", page(&format!("{template}{script}")))
        .await?;
    stage
        .until("probe.widgets()[0].state === 'loading'")
        .await?;
    ensure!(said(&stage.value(LOOK).await?) == ["A", "B", "C"]);
    answer.open();
    // Drawn by the script.
    let shown = format!("JSON.stringify({LOOK}.map(([it]) => it))");
    stage.until_equal(&shown, &json!("[\"Now\"]")).await?;
    wasm.open();
    stage.shows(&["Now"]).await?;
    stage.until_equal(&shown, &json!("[\"Now\"]")).await
}

async fn printed_links_stay_until_there_are_headlines(stage: &mut Stage) -> Result<()> {
    let feed = format!("{}/feed.xml", stage.feeds.origin);
    let links = printed_as(&[("feed", &feed), ("limit", "3")], |it| {
        it.links().to_html()
    })?;
    let reply = Reply::new("application/rss+xml", FEED);
    stage.feeds.put("/feed.xml", reply);
    let script = script_tag(stage);
    let wasm = stage.hold_wasm()?;
    let element = format!(
        "<strillone-news feed=\"{feed}\" limit=\"3\" style=\"display:block;min-block-size:24rem\">\
         {links}</strillone-news>"
    );
    stage
        .open_page("plain.html", page(&format!("{element}{script}")))
        .await?;
    stage
        .until("probe.widgets()[0].state === 'loading'")
        .await?;
    stage.until_requested(&stage.feeds, "/feed.xml", 1).await?;
    stage.until_drawn().await?;
    let links =
        "[...document.querySelectorAll('strillone-news > ul li')].filter(probe.isShown).length";
    stage.until_equal(links, &json!(3)).await?;
    wasm.open();
    stage.shows(&["A", "B", "C"]).await?;
    stage.until_equal(links, &json!(0)).await
}

/// The headlines that are shown, whoever has drawn them, each with its place.
const LOOK: &str =
    "[...document.querySelector('strillone-news').shadowRoot.querySelectorAll('.headline')]
    .filter(probe.isShown)
    .map((it) => {
      const { x, y, width, height } = it.getBoundingClientRect();
      return [it.textContent, ...[x, y, width, height].map((it) => Math.round(it * 4) / 4)];
    })";

/// The text of the link that has the focus.
const FOCUSED: &str =
    "(document.querySelector('strillone-news').shadowRoot.activeElement || {}).textContent";

fn said(look: &Value) -> Vec<&str> {
    let lines = look.as_array().into_iter().flatten();
    lines.filter_map(|line| line[0].as_str()).collect()
}

/// The element with three headlines, as `strillone print` writes it.
fn template(stage: &Stage) -> Result<String> {
    let feed = format!("{}/feed.xml", stage.feeds.origin);
    let feed_reply = Reply::new("application/rss+xml", FEED);
    stage.feeds.put("/feed.xml", feed_reply);
    let css = Reply::new("text/css", shipped("strillone.css")?);
    stage.cdn.put("/strillone.css", css);
    let widget = printed(&[("feed", &feed), ("limit", "3")])?;
    Ok(format!(
        "<strillone-news feed=\"{feed}\" limit=\"3\">\n<template shadowrootmode=\"open\">\
         <link rel=\"stylesheet\" href=\"{}/strillone.css\">\
         <div class=\"place\" data-printed=\"{}\">{widget}</div></template>\n\
         <a href=\"https://example.org/\">News</a>\n</strillone-news>",
        stage.cdn.origin, NOW.0
    ))
}

fn script_tag(stage: &Stage) -> String {
    format!(
        "<script src=\"{}/strillone.js\"></script>",
        stage.cdn.origin
    )
}

fn page(content: &str) -> Reply {
    Reply::new(
        "text/html; charset=utf-8",
        format!(
            "<!doctype html><html lang=\"en\"><title>Printed</title>\
             <script src=\"/probe.js\"></script>{content}<p>After</p></html>"
        ),
    )
}

fn differences(language: &str, time: &str, shown: &Value, printed: &Value) -> String {
    let pieces = |value: &Value| value.as_array().cloned().unwrap_or_default();
    let (shown, printed) = (pieces(shown), pieces(printed));
    let pairs = shown
        .iter()
        .zip(&printed)
        .filter(|(one, other)| one != other);
    let pairs = pairs.map(|(one, other)| format!("{one:?} is printed as {other:?}"));
    let pairs: Vec<String> = pairs.collect();
    format!(
        "{language} {time} ({} pieces, {} printed): {}",
        shown.len(),
        printed.len(),
        pairs.join(", ")
    )
}

/// What a server prints that has read the feed at that moment.
fn printed(attributes: &[(&str, &str)]) -> Result<String> {
    printed_as(attributes, |it| it.widget().to_html())
}

fn printed_as(
    attributes: &[(&str, &str)],
    form: impl FnOnce(&PrintedWidget) -> String,
) -> Result<String> {
    let attribute = |name: &str| {
        let named = attributes.iter().find(|(known, _)| *known == name);
        named.map(|(_, value)| (*value).to_owned())
    };
    let feed = attribute("feed").context("a feed")?;
    let document = Document {
        bytes: FEED.as_bytes(),
        address: None,
        charset: None,
        page: None,
    };
    let address = WebAddress::parse(&feed, None, &Native).context("an address")?;
    let reading = feed::read(document, &Native);
    let first = FirstHeadlines::default().with(address, reading, NOW);
    let widget = PrintedWidget::new(&attribute, &first);
    Ok(Owner::new().with(|| form(&widget)))
}
