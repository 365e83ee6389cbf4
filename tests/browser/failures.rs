//! Something is broken: the reader sees the partner's content or a way to the news, the one
//! who can mend it reads one line on the console, and the page never notices.

use anyhow::{Result, ensure};
use serde_json::json;

use crate::{
    engines::Engine,
    feeds::feed,
    servers::Reply,
    shipped::{shipped, wasm},
    stage::Stage,
    tests,
};

tests!(in Engine::ALL;
    missing_feed_leaves_the_partners_content,
    missing_feed_leaves_a_link_where_there_is_no_content,
    feed_that_is_none_leaves_the_partners_content,
    missing_script_leaves_the_page_as_it_is,
    missing_wasm_leaves_the_partners_content,
    missing_wasm_leaves_a_link_where_there_is_no_content,
    missing_wasm_is_asked_for_once_by_all_widgets,
    wasm_of_a_wrong_type_works,
    wasm_of_another_build_is_refused,
    wasm_of_another_release_gives_way_to_the_fixed_one,
    changed_script_is_refused,
    crash_leaves_the_partners_content,
);

const ERROR_KINDS: &str =
    "probe.seen.events.filter(({ name }) => name === 'error').map(({ detail }) => detail.kind)";

async fn missing_feed_leaves_the_partners_content(stage: &mut Stage) -> Result<()> {
    stage.open("element.html").await?;
    stage.complains_of(&["/feed.xml", "404"]).await?;
    stage
        .until("probe.seen.events.some(({ name }) => name === 'error')")
        .await?;
    stage.until("probe.isShown(own)").await?;
    stage
        .until_equal("probe.texts('headline')", &json!([]))
        .await
}

async fn missing_feed_leaves_a_link_where_there_is_no_content(stage: &mut Stage) -> Result<()> {
    stage.open("bare-element.html").await?;
    stage.complains_of(&["/feed.xml", "404"]).await?;
    leads_to_the_feeds_site(stage).await
}

async fn feed_that_is_none_leaves_the_partners_content(stage: &mut Stage) -> Result<()> {
    let page = Reply::new(
        "text/html",
        "<!doctype html><title>Sign in</title><p>Please.",
    );
    stage.feeds.put("/feed.xml", page);
    stage.open("element.html").await?;
    stage.complains_of(&["/feed.xml"]).await?;
    stage.until("probe.isShown(own)").await
}

async fn missing_script_leaves_the_page_as_it_is(stage: &mut Stage) -> Result<()> {
    stage.cdn.put(
        "/strillone.js",
        Reply::new("text/plain", "gone").status(404),
    );
    stage.open("element.html").await?;
    stage.until("document.readyState === 'complete'").await?;
    stage.until("probe.isShown(own)").await
}

async fn missing_wasm_leaves_the_partners_content(stage: &mut Stage) -> Result<()> {
    // The script alone reads no JSON.
    let json = r#"{ "version": "https://jsonfeed.org/version/1.1", "items": [] }"#;
    stage
        .feeds
        .put("/feed.xml", Reply::new("application/feed+json", json));
    stage.cdn.put(
        "/strillone.wasm",
        Reply::new("text/plain", "gone").status(404),
    );
    stage.open("element.html").await?;
    stage.complains_of(&["/strillone.wasm", "404"]).await?;
    stage.until_equal(ERROR_KINDS, &json!(["status"])).await?;
    stage
        .until_equal("[news.state, news.items]", &json!(["failed", []]))
        .await?;
    stage.until("probe.isShown(own)").await
}

async fn missing_wasm_leaves_a_link_where_there_is_no_content(stage: &mut Stage) -> Result<()> {
    stage.cdn.put(
        "/strillone.wasm",
        Reply::new("text/plain", "gone").status(404),
    );
    stage.open("bare-element.html").await?;
    stage.complains_of(&["/strillone.wasm"]).await?;
    leads_to_the_feeds_site(stage).await
}

async fn missing_wasm_is_asked_for_once_by_all_widgets(stage: &mut Stage) -> Result<()> {
    stage.cdn.put(
        "/strillone.wasm",
        Reply::new("text/plain", "gone").status(404),
    );
    stage.open("two-widgets.html").await?;
    stage
        .until_equal(ERROR_KINDS, &json!(["status", "status"]))
        .await?;
    stage.complains_of(&["/strillone.wasm"]).await?;
    // Once for the file, and once for what to tell.
    stage
        .until_requested(&stage.cdn, "/strillone.wasm", 2)
        .await
}

async fn wasm_of_a_wrong_type_works(stage: &mut Stage) -> Result<()> {
    stage.feeds.put("/feed.xml", feed(&["One"]));
    let download = wasm()?.header("Content-Type", "application/octet-stream");
    stage.cdn.put("/strillone.wasm", download);
    stage.open("element.html").await?;
    stage.shows(&["One"]).await
}

async fn wasm_of_another_build_is_refused(stage: &mut Stage) -> Result<()> {
    let empty_module = b"\0asm\x01\0\0\0";
    stage.cdn.put(
        "/strillone.wasm",
        Reply::new("application/wasm", *empty_module),
    );
    stage.open("element.html").await?;
    stage
        .complains_of(&["/strillone.wasm", "belongs to this strillone.js"])
        .await?;
    stage
        .until_equal(ERROR_KINDS, &json!(["integrity"]))
        .await?;
    stage.until("probe.isShown(own)").await
}

/// As when a new release has reached one cache and not the other.
async fn wasm_of_another_release_gives_way_to_the_fixed_one(stage: &mut Stage) -> Result<()> {
    stage.feeds.put("/feed.xml", feed(&["One"]));
    let other = Reply::new("application/wasm", *b"\0asm\x01\0\0\0");
    stage.cdn.put("/strillone.wasm", other);
    let fixed = concat!("/", env!("CARGO_PKG_VERSION"), "/strillone.wasm");
    stage.cdn.put(fixed, wasm()?);
    stage.open("element.html").await?;
    stage.shows(&["One"]).await
}

async fn changed_script_is_refused(stage: &mut Stage) -> Result<()> {
    let mut changed = shipped("strillone.js")?;
    changed.push(b' ');
    stage
        .cdn
        .put("/strillone.js", Reply::new("text/javascript", changed));
    stage.open("pinned.html").await?;
    ensure!(!stage.cdn.requests("/strillone.js").is_empty(), "not asked");
    stage
        .until("!customElements.get('strillone-news') && probe.isShown(own)")
        .await
}

/// A page's own patch throws right through the wasm, which is as bad as a crash of its own.
async fn crash_leaves_the_partners_content(stage: &mut Stage) -> Result<()> {
    stage.feeds.put("/feed.xml", feed(&["One"]));
    stage.open("element.html").await?;
    stage.shows(&["One"]).await?;
    stage
        .run(
            "const { Date } = window;
             const { now } = Date;
             Date.now = () => { throw new Error('a careless patch'); };
             news.refresh();
             Date.now = now;",
        )
        .await?;
    stage
        .complains_of(&["stopped working", "a careless patch"])
        .await?;
    stage.until_equal(ERROR_KINDS, &json!(["crash"])).await?;
    stage.until_equal("news.state", &json!("failed")).await?;
    stage.until("probe.isShown(own)").await
}

async fn leads_to_the_feeds_site(stage: &Stage) -> Result<()> {
    let links = "probe.parts('notice').filter(({ localName }) => localName === 'a').map(({ origin }) => origin)";
    stage.until_equal(links, &json!([stage.feeds.origin])).await
}
