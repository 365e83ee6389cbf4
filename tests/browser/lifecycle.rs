//! What happens to a widget while the page lives: it is moved, removed, added again, changed
//! and asked.

use anyhow::Result;
use serde_json::json;

use crate::{engines::Engine, feeds::feed, servers::Gate, shipped::wasm, stage::Stage, tests};

tests!(in Engine::ALL;
    moved_element_keeps_its_widget,
    removed_element_leaves_nothing_behind,
    element_removed_while_loading_leaves_nothing_behind,
    element_added_again_shows_the_feed_again,
    changed_feed_replaces_the_headlines,
    feed_changed_while_loading_is_the_one_shown,
    changed_limit_shows_more_headlines,
    element_answers_for_itself,
    refresh_shows_what_is_new,
);

const LEDGER: &str = "ledger()";

async fn moved_element_keeps_its_widget(stage: &mut Stage) -> Result<()> {
    stage.feeds.put("/feed.xml", feed(&["One"]));
    stage.open("single-page.html").await?;
    stage.run("add().id = 'news';").await?;
    stage.shows(&["One"]).await?;
    stage
        .run("probe.parts('headline')[0].isTheSame = true; right.append(news);")
        .await?;
    stage.until_drawn().await?;
    stage
        .until("news.parentNode === right && probe.parts('headline')[0].isTheSame")
        .await?;
    stage.until_requested(&stage.feeds, "/feed.xml", 1).await
}

async fn removed_element_leaves_nothing_behind(stage: &mut Stage) -> Result<()> {
    stage.feeds.put("/feed.xml", feed(&["One"]));
    stage.open("single-page.html").await?;
    stage.until_equal(LEDGER, &json!([])).await?;
    stage
        .run("add(); probe.first = probe.widgets()[0];")
        .await?;
    stage.shows(&["One"]).await?;
    // The ledger sees what the widget does.
    stage.until("ledger().length > 0").await?;
    stage.run("probe.first.remove();").await?;
    stage.until_equal(LEDGER, &json!([])).await?;
    let drawn = "probe.first.shadowRoot.querySelectorAll('[part]').length";
    stage.until_equal(drawn, &json!(0)).await
}

async fn element_removed_while_loading_leaves_nothing_behind(stage: &mut Stage) -> Result<()> {
    let gate = Gate::closed();
    stage.feeds.put("/feed.xml", feed(&["One"]).behind(&gate));
    stage.cdn.put("/strillone.wasm", wasm()?.behind(&gate));
    stage.open("single-page.html").await?;
    stage.run("probe.first = add();").await?;
    stage.until_requested(&stage.feeds, "/feed.xml", 1).await?;
    stage.run("probe.first.remove();").await?;
    gate.open();
    // Another widget proves that the wasm has arrived meanwhile.
    stage.run("probe.second = add();").await?;
    stage.shows(&["One"]).await?;
    stage.run("probe.second.remove();").await?;
    stage.until_equal(LEDGER, &json!([])).await?;
    let drawn = "probe.first.shadowRoot.querySelectorAll('[part]').length";
    stage.until_equal(drawn, &json!(0)).await
}

async fn element_added_again_shows_the_feed_again(stage: &mut Stage) -> Result<()> {
    stage.feeds.put("/feed.xml", feed(&["One"]));
    stage.open("single-page.html").await?;
    stage.run("probe.first = add();").await?;
    stage.shows(&["One"]).await?;
    stage.run("probe.first.remove();").await?;
    stage
        .until_equal("probe.first.state", &json!("idle"))
        .await?;
    stage.feeds.put("/feed.xml", feed(&["Two", "One"]));
    stage.run("right.append(probe.first);").await?;
    stage.shows(&["Two", "One"]).await
}

async fn changed_feed_replaces_the_headlines(stage: &mut Stage) -> Result<()> {
    stage.feeds.put("/feed.xml", feed(&["One"]));
    stage.feeds.put("/other.xml", feed(&["Two", "Three"]));
    stage.open("single-page.html").await?;
    stage.run("add().id = 'news';").await?;
    stage.shows(&["One"]).await?;
    stage
        .run("news.setAttribute('feed', feed.replace('feed.xml', 'other.xml'));")
        .await?;
    stage.shows(&["Two", "Three"]).await
}

async fn feed_changed_while_loading_is_the_one_shown(stage: &mut Stage) -> Result<()> {
    let gate = Gate::closed();
    stage.feeds.put("/feed.xml", feed(&["One"]));
    stage.feeds.put("/other.xml", feed(&["Two"]));
    stage.cdn.put("/strillone.wasm", wasm()?.behind(&gate));
    stage.open("single-page.html").await?;
    stage.run("add().id = 'news';").await?;
    stage.until_requested(&stage.feeds, "/feed.xml", 1).await?;
    stage
        .run("news.setAttribute('feed', feed.replace('feed.xml', 'other.xml'));")
        .await?;
    stage.until_requested(&stage.feeds, "/other.xml", 1).await?;
    gate.open();
    stage.shows(&["Two"]).await?;
    stage.until_requested(&stage.feeds, "/other.xml", 1).await
}

async fn changed_limit_shows_more_headlines(stage: &mut Stage) -> Result<()> {
    stage.feeds.put("/feed.xml", feed(&["One", "Two", "Three"]));
    stage.open("single-page.html").await?;
    stage
        .run("const news = add(); news.id = 'news'; news.setAttribute('limit', '1');")
        .await?;
    stage.shows(&["One"]).await?;
    stage
        .run("news.setAttribute('limit', '2'); news.className = 'wide';")
        .await?;
    stage.shows(&["One", "Two"]).await
}

async fn element_answers_for_itself(stage: &mut Stage) -> Result<()> {
    stage.feeds.put("/feed.xml", feed(&["One", "Two"]));
    stage.open("element.html").await?;
    stage.shows(&["One", "Two"]).await?;
    stage.until_equal("news.state", &json!("ready")).await?;
    stage
        .until_equal(
            "news.items.map((item) => item.title)",
            &json!(["One", "Two"]),
        )
        .await?;
    stage
        .run("news.pause(); news.play(); news.pause();")
        .await?;
    let ready =
        "probe.seen.events.filter(({ name }) => name === 'ready').map(({ target }) => target)";
    stage.until_equal(ready, &json!(["news"])).await
}

async fn refresh_shows_what_is_new(stage: &mut Stage) -> Result<()> {
    stage.feeds.put("/feed.xml", feed(&["One"]));
    stage.open("element.html").await?;
    stage.shows(&["One"]).await?;
    stage.feeds.put("/feed.xml", feed(&["Two"]));
    stage.run("news.refresh();").await?;
    stage.until("probe.texts('headline').includes('Two')").await
}
