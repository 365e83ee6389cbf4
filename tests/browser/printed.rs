//! What a server prints is what the widget then shows.

use std::sync::Arc;

use anyhow::{Context, Result, ensure};
use leptos::prelude::{Owner, RenderHtml};
use serde_json::{Value, json};
use strillone::address::WebAddress;
use strillone::component::PrintedWidget;
use strillone::feed::{self, Document};
use strillone::host::Native;
use strillone::i18n::LANGUAGES;
use strillone::source::{Answer, Snapshot};
use strillone::time::Timestamp;

use crate::{engines::Engine, servers::Reply, shipped::shipped, stage::Stage, tests};

tests!(in Engine::ALL;
    printed_words_and_dates_are_those_of_the_engine_in_every_language,
    printed_headlines_stand_before_any_script_and_become_the_widget,
);

/// When all this is printed, 2026-11-25T12:20:00Z: the pages' clocks stand within the same hour.
const NOW: Timestamp = Timestamp(1_795_609_200_000);

/// In the morning and in the afternoon, of today, of an earlier day, of last year; a day without
/// a time, and something that is still to come. All are the same number of hours old until 12:45.
const FEED: &str = "<rss version='2.0' xmlns:slash='http://purl.org/rss/1.0/modules/slash/'>\
    <channel><title>News</title>\
    <item><title>A</title><pubDate>Sun, 29 Nov 2026 18:05:00 GMT</pubDate></item>\
    <item><title>B</title><pubDate>Wed, 25 Nov 2026 10:50:00 GMT</pubDate>\
    <slash:comments>1234</slash:comments></item>\
    <item><title>C</title><pubDate>Wed, 25 Nov 2026 04:45:00 GMT</pubDate></item>\
    <item><title>D</title><pubDate>Tue, 24 Nov 2026 23:50:00 GMT</pubDate></item>\
    <item><title>E</title><pubDate>Mon, 23 Nov 2026 06:04:00 GMT</pubDate></item>\
    <item><title>F</title><pubDate>2026-11-01</pubDate></item>\
    <item><title>G</title><pubDate>Fri, 04 Jul 2025 12:00:00 GMT</pubDate></item>\
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
    stage
        .feeds
        .put("/feed.xml", Reply::new("application/rss+xml", FEED));
    let css = Reply::new("text/css", shipped("strillone.css")?);
    stage.cdn.put("/strillone.css", css);
    let (cdn, feeds) = (&stage.cdn.origin, &stage.feeds.origin);
    let feed = format!("{feeds}/feed.xml");
    let widget = printed(&[("feed", &feed), ("limit", "3")])?;
    let page = format!(
        "<!doctype html><html lang=\"en\"><title>Printed</title>\
         <script src=\"/probe.js\"></script>\
         <strillone-news feed=\"{feed}\" limit=\"3\"><template shadowrootmode=\"open\">\
         <link rel=\"stylesheet\" href=\"{cdn}/strillone.css\">\
         <div class=\"place\">{widget}</div></template></strillone-news>"
    );
    let script = format!("{cdn}/strillone.js");
    let page = Reply::new("text/html; charset=utf-8", page);
    stage.open_page("printed.html", page).await?;
    stage.shows(&["A", "B", "C"]).await?;
    let is_styled = "getComputedStyle(probe.parts('item')[0]).listStyleType === 'none'";
    stage.until(is_styled).await?;
    stage
        .run(&format!(
            "const script = document.createElement('script'); script.src = '{script}'; \
             document.head.append(script);"
        ))
        .await?;
    stage.until("probe.widgets()[0].state === 'ready'").await?;
    stage.shows(&["A", "B", "C"]).await
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
    let answer = Answer {
        reading: feed::read(document, &Native),
        at: NOW,
        fingerprint: 0,
        max_age: None,
    };
    let address = WebAddress::parse(&feed, None, &Native).context("an address")?;
    let first = [(address, Arc::new(Snapshot::new(answer, None)))];
    let widget = PrintedWidget::new(&attribute, &first);
    Ok(Owner::new().with(|| widget.widget().to_html()))
}
