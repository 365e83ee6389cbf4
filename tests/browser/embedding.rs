//! The ways to embed a widget, and when it loads.

use anyhow::{Result, ensure};
use serde_json::json;

use crate::{engines::Engine, feeds::feed, servers::Gate, stage::Stage, tests};

tests!(in Engine::ALL;
    script_tag_draws_a_widget_after_itself,
    script_tag_forwards_later_changes,
    script_tag_in_head_says_where_to_put_it,
    element_replaces_the_partners_content,
    partners_content_stays_until_the_headlines_are_there,
    feed_is_requested_while_the_wasm_is_on_its_way,
    feed_of_another_origin_is_asked_for_without_credentials,
    two_widgets_load_the_wasm_once,
    two_widgets_with_one_feed_show_it_both,
    script_twice_draws_two_widgets,
    far_widget_loads_when_the_reader_comes_near,
    eager_widget_loads_at_once,
);

async fn script_tag_draws_a_widget_after_itself(stage: &mut Stage) -> Result<()> {
    stage.feeds.put("/feed.xml", feed(&["One", "Two", "Three"]));
    stage.open("script-tag.html").await?;
    stage
        .until("document.querySelector('script[data-feed] + strillone-news')")
        .await?;
    stage.shows(&["One", "Two"]).await
}

async fn script_tag_forwards_later_changes(stage: &mut Stage) -> Result<()> {
    stage.feeds.put("/feed.xml", feed(&["One", "Two", "Three"]));
    stage.open("script-tag.html").await?;
    stage.shows(&["One", "Two"]).await?;
    stage
        .run("document.querySelector('script[data-feed]').dataset.limit = '1';")
        .await?;
    stage.shows(&["One"]).await?;
    stage
        .run("delete document.querySelector('script[data-feed]').dataset.limit;")
        .await?;
    stage.shows(&["One", "Two", "Three"]).await
}

async fn script_tag_in_head_says_where_to_put_it(stage: &mut Stage) -> Result<()> {
    stage.open("script-in-head.html").await?;
    stage
        .complains_of(&["/feed.xml", "<body>", "<strillone-news>"])
        .await?;
    stage.until_equal("probe.widgets().length", &json!(0)).await
}

async fn element_replaces_the_partners_content(stage: &mut Stage) -> Result<()> {
    stage.feeds.put("/feed.xml", feed(&["One", "Two", "Three"]));
    stage.open("element.html").await?;
    stage.shows(&["One", "Two", "Three"]).await?;
    stage.until("!probe.isShown(own)").await?;
    stage.until("own.parentNode === news").await
}

async fn partners_content_stays_until_the_headlines_are_there(stage: &mut Stage) -> Result<()> {
    let gate = Gate::closed();
    stage.feeds.put("/feed.xml", feed(&["One"]).behind(&gate));
    stage.open("element.html").await?;
    stage
        .until("news.shadowRoot && news.state === 'loading'")
        .await?;
    stage.until_drawn().await?;
    stage.until("probe.isShown(own)").await?;
    gate.open();
    stage.shows(&["One"]).await?;
    stage.until("!probe.isShown(own)").await
}

async fn feed_is_requested_while_the_wasm_is_on_its_way(stage: &mut Stage) -> Result<()> {
    let gate = stage.hold_wasm()?;
    stage.feeds.put("/feed.xml", feed(&["One"]));
    stage.open("element.html").await?;
    stage.until_requested(&stage.feeds, "/feed.xml", 1).await?;
    gate.open();
    stage.shows(&["One"]).await?;
    stage.until_requested(&stage.feeds, "/feed.xml", 1).await
}

async fn feed_of_another_origin_is_asked_for_without_credentials(stage: &mut Stage) -> Result<()> {
    stage.feeds.put(
        "/feed.xml",
        feed(&["One"]).header("Set-Cookie", "reader=1; Path=/"),
    );
    stage.open("element.html").await?;
    stage.shows(&["One"]).await?;
    stage.run("news.refresh();").await?;
    stage.until_requested(&stage.feeds, "/feed.xml", 2).await?;
    for request in stage.feeds.requests("/feed.xml") {
        ensure!(
            request.method == "GET",
            "a preflight was needed: {request:?}"
        );
        ensure!(
            !request.headers.contains_key("cookie"),
            "a cookie was sent: {request:?}"
        );
        let page = format!("{}/", stage.partner.origin);
        let referrer = request.headers.get("referer");
        ensure!(
            referrer.is_none_or(|referrer| referrer == page.as_str()),
            "more than the site was told: {request:?}"
        );
    }
    Ok(())
}

async fn two_widgets_load_the_wasm_once(stage: &mut Stage) -> Result<()> {
    stage.feeds.put("/one.xml", feed(&["One", "Two"]));
    stage.feeds.put("/two.xml", feed(&["Three", "Four"]));
    stage.open("two-widgets.html").await?;
    stage.shows_in(0, &["One", "Two"]).await?;
    stage.shows_in(1, &["Three"]).await?;
    stage
        .until_requested(&stage.cdn, "/strillone.wasm", 1)
        .await
}

async fn two_widgets_with_one_feed_show_it_both(stage: &mut Stage) -> Result<()> {
    stage.feeds.put("/feed.xml", feed(&["One", "Two"]));
    stage.open("same-feed.html").await?;
    stage.shows_in(0, &["One", "Two"]).await?;
    stage.shows_in(1, &["One"]).await
}

async fn script_twice_draws_two_widgets(stage: &mut Stage) -> Result<()> {
    stage.feeds.put("/one.xml", feed(&["One"]));
    stage.feeds.put("/two.xml", feed(&["Two"]));
    stage.open("script-twice.html").await?;
    stage
        .until_equal("probe.widgets().length", &json!(2))
        .await?;
    stage.shows_in(0, &["One"]).await?;
    stage.shows_in(1, &["Two"]).await?;
    stage
        .until_requested(&stage.cdn, "/strillone.wasm", 1)
        .await
}

async fn far_widget_loads_when_the_reader_comes_near(stage: &mut Stage) -> Result<()> {
    stage.feeds.put("/feed.xml", feed(&["One"]));
    stage.open("far-below.html").await?;
    stage.until("news.shadowRoot").await?;
    stage.until_drawn().await?;
    stage
        .until_equal("[news.state, news.items]", &json!(["idle", []]))
        .await?;
    stage
        .until_requested(&stage.cdn, "/strillone.wasm", 0)
        .await?;
    stage.until_requested(&stage.feeds, "/feed.xml", 0).await?;
    stage
        .run("scrollTo(0, document.documentElement.scrollHeight);")
        .await?;
    stage.shows(&["One"]).await
}

async fn eager_widget_loads_at_once(stage: &mut Stage) -> Result<()> {
    stage.feeds.put("/feed.xml", feed(&["One"]));
    stage.open("eager.html").await?;
    stage.shows(&["One"]).await
}
