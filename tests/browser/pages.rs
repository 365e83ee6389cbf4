//! Kinds of pages: old ones, strange ones, and pages within pages.

use anyhow::Result;
use serde_json::json;

use crate::{
    engines::Engine,
    feeds::feed,
    shipped::{script, wasm},
    stage::Stage,
    tests,
};

tests!(in Engine::ALL;
    page_in_quirks_mode_shows_headlines,
    page_in_xml_shows_headlines,
    page_that_sets_its_domain_shows_headlines,
    relative_feed_follows_the_pages_base,
    page_in_an_attribute_shows_headlines,
    page_on_the_widgets_own_site_shows_headlines,
    table_gives_the_widget_room,
);

async fn page_in_quirks_mode_shows_headlines(stage: &mut Stage) -> Result<()> {
    shows_headlines(stage, "quirks.html").await?;
    stage.until("document.compatMode === 'BackCompat'").await
}

/// A cell is as wide as what it holds, and a container has no width of its own.
async fn table_gives_the_widget_room(stage: &mut Stage) -> Result<()> {
    stage.feeds.put("/feed.xml", feed(&["One", "Two"]));
    stage.open("reader.html").await?;
    stage
        .run(
            "const widget = reader.add({ lang: 'en' });
             here.innerHTML = '<table><tr><td></td><td>The partner’s own</td></tr></table>';
             here.querySelector('td').append(widget);",
        )
        .await?;
    stage.shows(&["One", "Two"]).await?;
    stage
        .until("here.querySelector('td').offsetWidth >= 240")
        .await
}

async fn page_in_xml_shows_headlines(stage: &mut Stage) -> Result<()> {
    shows_headlines(stage, "page.xhtml").await?;
    stage.shows_in(1, &["One", "Two"]).await?;
    stage
        .until("document.contentType === 'application/xhtml+xml'")
        .await
}

async fn page_that_sets_its_domain_shows_headlines(stage: &mut Stage) -> Result<()> {
    shows_headlines(stage, "document-domain.html").await
}

async fn relative_feed_follows_the_pages_base(stage: &mut Stage) -> Result<()> {
    shows_headlines(stage, "base.html").await
}

async fn page_in_an_attribute_shows_headlines(stage: &mut Stage) -> Result<()> {
    stage.feeds.put("/feed.xml", feed(&["One", "Two"]));
    stage.open("srcdoc.html").await?;
    stage
        .until_equal(
            "frames[0].probe && frames[0].probe.texts('headline')",
            &json!(["One", "Two"]),
        )
        .await?;
    let seen = "['errors', 'rejections', 'violations', 'complaints'].flatMap((kind) => frames[0].probe.seen[kind])";
    stage.until_equal(seen, &json!([])).await
}

async fn page_on_the_widgets_own_site_shows_headlines(stage: &mut Stage) -> Result<()> {
    stage.partner.put("/strillone.js", script()?);
    stage.partner.put("/strillone.wasm", wasm()?);
    shows_headlines(stage, "own-site.html").await
}

async fn shows_headlines(stage: &mut Stage, host: &str) -> Result<()> {
    stage.feeds.put("/feed.xml", feed(&["One", "Two"]));
    stage.open(host).await?;
    stage.shows(&["One", "Two"]).await
}
