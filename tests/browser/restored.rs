//! A page that the reader leaves and comes back to: browsers keep it whole for a while, in what
//! they call the back/forward cache, unless something on it forbids that.
//! <https://html.spec.whatwg.org/multipage/nav-history-apis.html#nrr-details-reason>

use anyhow::Result;
use serde_json::json;

use crate::{
    engines::Engine,
    feeds::{feed, rss},
    push::Stream,
    servers::Reply,
    stage::Stage,
    tests,
};

tests!(in Engine::ALL;
    page_that_comes_back_asks_again,
    page_that_comes_back_listens_again,
);

/// Ten minutes pass while the reader is away. This stands before the widget's own listeners.
const AWAY: &str = "
    const now = Date.now.bind(Date);
    let ahead = 0;
    Date.now = () => now() + ahead;
    addEventListener('pagehide', () => { ahead += 600_000; });
    addEventListener('pageshow', ({ persisted }) => { probe.isKept = persisted; });";

async fn page_that_comes_back_asks_again(stage: &mut Stage) -> Result<()> {
    open(stage, "").await?;
    leave(stage).await?;
    come_back(stage).await?;
    is_kept(stage).await?;
    stage.shows(&["Two", "One"]).await?;
    stage.until_requested(&stage.feeds, "/feed.xml", 2).await
}

/// Nothing is listened to on a page that nobody sees. Firefox keeps no page that did.
async fn page_that_comes_back_listens_again(stage: &mut Stage) -> Result<()> {
    let stream = Stream::start()?;
    open(stage, &format!("push=\"{}\"", stream.address())).await?;
    stream.until_subscribers(1).await?;
    leave(stage).await?;
    stream.until_subscribers(0).await?;
    come_back(stage).await?;
    if stage.engine != Engine::Firefox {
        is_kept(stage).await?;
    }
    stage.shows(&["Two", "One"]).await?;
    stream.until_subscribers(1).await?;
    stream.publish(&rss(20, &["Three"]))?;
    stage
        .until("probe.texts('headline').includes('Three')")
        .await
}

async fn open(stage: &mut Stage, push: &str) -> Result<()> {
    let elsewhere = Reply::new("text/html", "<!doctype html><title>Elsewhere</title>");
    stage.partner.put("/elsewhere", elsewhere);
    stage.feeds.put("/feed.xml", feed(&["One"]));
    let (cdn, feeds) = (&stage.cdn.origin, &stage.feeds.origin);
    let page = format!(
        "<!doctype html><html lang=\"en\"><title>Left</title>
         <script src=\"/probe.js\"></script><script>{AWAY}</script>
         <script async src=\"{cdn}/strillone.js\"></script>
         <strillone-news feed=\"{feeds}/feed.xml\" loading=\"eager\" {push}></strillone-news>"
    );
    // No browser keeps a page that forbids to be kept.
    let page = Reply::new("text/html; charset=utf-8", page).header("Cache-Control", "max-age=60");
    stage.open_page("left", page).await?;
    stage.shows(&["One"]).await
}

async fn leave(stage: &Stage) -> Result<()> {
    stage.run("location.href = '/elsewhere';").await?;
    stage
        .until_equal("location.pathname", &json!("/elsewhere"))
        .await?;
    stage.feeds.put("/feed.xml", feed(&["Two", "One"]));
    Ok(())
}

async fn come_back(stage: &Stage) -> Result<()> {
    // A driver that is answered while the page is left may never hear it.
    stage.run("setTimeout(() => history.back());").await?;
    stage
        .until_equal("location.pathname", &json!("/left"))
        .await
}

/// Chromium says why not.
async fn is_kept(stage: &Stage) -> Result<()> {
    let reasons = "performance.getEntriesByType('navigation')[0].notRestoredReasons";
    stage
        .until_equal(
            &format!("[probe.isKept, JSON.stringify({reasons} || null)]"),
            &json!([true, "null"]),
        )
        .await
}
