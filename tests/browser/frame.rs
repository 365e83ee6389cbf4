//! The widget in a frame, on a page that runs no foreign script.

use std::fs;

use anyhow::{Context, Result, ensure};
use serde_json::{Value, json};

use crate::{
    engines::Engine,
    feeds::feed,
    servers::Reply,
    shipped::{release, shipped},
    stage::Stage,
    tests,
};

tests!(in Engine::ALL;
    frame_takes_its_options_from_the_address,
    frame_tells_its_height,
    page_without_the_helper_shows_the_frame,
    helper_heeds_only_its_own_frames,
    oembed_shows_the_publishers_feed,
);

/// The page of the frame itself, opened alone: its own policy is strict, and holds.
async fn frame_takes_its_options_from_the_address(stage: &mut Stage) -> Result<()> {
    put_frame_files(stage)?;
    stage.feeds.put("/one.xml", feed(&["One"]));
    stage.feeds.put("/two.xml", feed(&[]));
    let feeds = stage.feeds.origin.clone();
    let address = format!(
        "{}/embed.html?feed={feeds}/one.xml&feed={feeds}/two.xml&limit=5&heading=News&lang=it\
         &theme=dark&onclick=alert(1)&style=color:red",
        stage.cdn.origin
    );
    stage.open_frame(&address).await?;
    let state = "document.querySelector('strillone-news').state";
    stage.until_equal(state, &json!("ready")).await?;
    stage
        .until_equal(&texts("headline"), &json!(["One"]))
        .await?;
    let both = format!("{feeds}/one.xml {feeds}/two.xml");
    let feed = "document.querySelector('strillone-news').getAttribute('feed')";
    stage.until_equal(feed, &json!(both)).await?;
    stage
        .until_equal(&texts("heading"), &json!(["News"]))
        .await?;
    let written = "[document.documentElement.lang, \
         document.querySelector('strillone-news').getAttributeNames().sort().join()]";
    stage
        .until_equal(written, &json!(["it", "feed,heading,lang,limit,theme"]))
        .await?;
    stage
        .until("getComputedStyle(document.documentElement).colorScheme === 'dark'")
        .await
}

async fn frame_tells_its_height(stage: &mut Stage) -> Result<()> {
    put_frame_files(stage)?;
    stage.feeds.put("/feed.xml", feed(&["One", "Two", "Three"]));
    stage.open("frame.html").await?;
    // It grows from its first height to that of three headlines, and follows.
    stage.until("probe.heights.length > 0").await?;
    stage
        .until("frame.offsetHeight === probe.heights.at(-1) && frame.offsetHeight !== 33")
        .await?;
    let messages = stage.value("probe.messages").await?;
    for message in messages.as_array().context("messages")? {
        ensure!(
            message.pointer("/data/strillone") == Some(&json!(1)),
            "{message}"
        );
        ensure!(message.get("origin") == Some(&json!("null")), "{message}");
    }
    Ok(())
}

async fn page_without_the_helper_shows_the_frame(stage: &mut Stage) -> Result<()> {
    put_frame_files(stage)?;
    stage.feeds.put("/feed.xml", feed(&["One"]));
    stage.open("frame-alone.html").await?;
    stage.until_requested(&stage.feeds, "/feed.xml", 1).await?;
    stage.until_equal("frame.offsetHeight", &json!(420)).await
}

async fn helper_heeds_only_its_own_frames(stage: &mut Stage) -> Result<()> {
    put_frame_files(stage)?;
    stage.feeds.put("/feed.xml", feed(&["One"]));
    stage.open("frame.html").await?;
    stage.until("probe.heights.length > 0").await?;
    stage
        .run(
            "other.contentWindow.eval(\"parent.postMessage({ strillone: 1, height: 999 }, '*')\");
             postMessage({ strillone: 1, height: 998 }, '*');",
        )
        .await?;
    stage
        .until("probe.heights.includes(999) && probe.heights.includes(998)")
        .await?;
    stage.until_equal("other.offsetHeight", &json!(50)).await?;
    stage.until("frame.offsetHeight < 900").await
}

async fn oembed_shows_the_publishers_feed(stage: &mut Stage) -> Result<()> {
    put_frame_files(stage)?;
    stage.feeds.put("/feed.xml", feed(&["One"]));
    let document = fs::read_to_string(release().join("site/oembed.json"))?;
    let document: Value = serde_json::from_str(&document)?;
    ensure!(document.get("version") == Some(&json!("1.0")), "{document}");
    ensure!(
        document.get("width").is_some_and(Value::is_u64),
        "{document}"
    );
    let html = document
        .get("html")
        .and_then(Value::as_str)
        .context("html")?;
    let encoded = |origin: &str| origin.replace(':', "%3A").replace('/', "%2F");
    let html = html
        .replace("https://cdn.example", &stage.cdn.origin)
        .replace(
            &encoded("https://example.org"),
            &encoded(&stage.feeds.origin),
        );
    let page = format!(
        "<!doctype html><html lang=\"en\"><title>oEmbed</title>\
         <script src=\"/probe.js\"></script>{html}</html>"
    );
    stage
        .open_page("oembed.html", Reply::new("text/html; charset=utf-8", page))
        .await?;
    stage.until_requested(&stage.feeds, "/feed.xml", 1).await
}

/// The frame's page has no probe.
fn texts(part: &str) -> String {
    format!(
        "[...document.querySelector('strillone-news').shadowRoot\
         .querySelectorAll('[part~={part}]')].map((it) => it.textContent.trim())"
    )
}

fn put_frame_files(stage: &Stage) -> Result<()> {
    for (name, kind) in [
        ("embed.html", "text/html; charset=utf-8"),
        ("embed.js", "text/javascript"),
        ("embed-height.js", "text/javascript"),
    ] {
        stage
            .cdn
            .put(&format!("/{name}"), Reply::new(kind, shipped(name)?));
    }
    Ok(())
}
