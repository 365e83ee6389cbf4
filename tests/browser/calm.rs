//! What comes by itself does not move what is read, and marks nothing that is not news; a finger
//! that presses opens nothing by passing.

use anyhow::Result;
use serde_json::json;

use crate::{
    engines::Engine,
    feeds::{feed, feed_until},
    servers::Gate,
    stage::Stage,
    tests,
};

tests!(in Engine::ALL;
    age_of_the_headlines_moves_none_of_them,
    second_feed_brings_no_arrivals_at_first,
    finger_opens_no_preview_by_passing,
);

async fn age_of_the_headlines_moves_none_of_them(stage: &mut Stage) -> Result<()> {
    stage.feeds.put("/feed.xml", feed(&["Uno", "Due"]));
    for heading in ["", "Notizie"] {
        stage.open("reader.html").await?;
        stage
            .run(&format!(
                "reader.add({{ lang: 'it', heading: '{heading}' }});"
            ))
            .await?;
        stage.shows(&["Uno", "Due"]).await?;
        stage.until_drawn().await?;
        stage
            .run(
                "probe.top = () => probe.parts('headline')[0].getBoundingClientRect().top;
                 probe.was = probe.top();
                 Object.defineProperty(navigator, 'onLine', { value: false });
                 dispatchEvent(new Event('offline'));",
            )
            .await?;
        stage
            .until("probe.parts('notice')[0]?.getBoundingClientRect().height > 10")
            .await?;
        stage
            .until_equal("probe.top() - probe.was", &json!(0))
            .await?;
    }
    Ok(())
}

async fn second_feed_brings_no_arrivals_at_first(stage: &mut Stage) -> Result<()> {
    let late = Gate::closed();
    stage.feeds.put("/feed.xml", feed_until(20, &["Uno"]));
    stage
        .feeds
        .put("/late.xml", feed_until(18, &["Due"]).behind(&late));
    stage.open("reader.html").await?;
    stage
        .run(
            "const all = [feeds + '/feed.xml', feeds + '/late.xml'];
             const both = all.map((it) => new URL(it, feeds).href).join(' ');
             const news = document.createElement('strillone-news');
             news.setAttribute('loading', 'eager');
             news.setAttribute('feed', both);
             here.append(news);",
        )
        .await?;
    stage.shows(&["Uno"]).await?;
    late.open();
    stage.shows(&["Uno", "Due"]).await?;
    stage.until_drawn().await?;
    let arrived = "reader.root().querySelectorAll('[data-arrived]').length";
    stage.until_equal(arrived, &json!(0)).await?;
    // What comes afterwards is news.
    stage
        .feeds
        .put("/late.xml", feed_until(19, &["Tre", "Due"]));
    stage.run("probe.widgets()[0].refresh();").await?;
    stage.shows(&["Uno", "Tre", "Due"]).await?;
    stage.until_equal(arrived, &json!(1)).await
}

async fn finger_opens_no_preview_by_passing(stage: &mut Stage) -> Result<()> {
    stage.feeds.put("/feed.xml", feed(&["Uno", "Due"]));
    stage.open("reader.html").await?;
    stage
        .run(
            "reader.add({ lang: 'it', preview: 'popover' });
             probe.over = (pointerType) => probe.parts('headline')[0].dispatchEvent(
                 new PointerEvent('pointerover', { pointerType, bubbles: true, composed: true }));",
        )
        .await?;
    stage.shows(&["Uno", "Due"]).await?;
    stage
        .run("probe.over('touch'); probe.since = performance.now();")
        .await?;
    // Longer than a preview waits for a pointer that stays.
    stage.until("performance.now() > probe.since + 600").await?;
    stage
        .until_equal("probe.parts('preview').length", &json!(0))
        .await?;
    stage.run("probe.over('mouse');").await?;
    stage.until("probe.parts('preview').length === 1").await
}
