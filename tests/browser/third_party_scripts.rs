//! Other people's scripts on the same page, and the ways a page brings ours.

use anyhow::Result;
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
    wrapped_fetch_promise_and_registry_do_no_harm,
    additions_to_every_object_do_no_harm,
    another_element_of_the_name_keeps_it,
    first_of_two_versions_stays,
    script_added_late_draws_the_element,
    script_written_by_a_script_draws_after_itself,
    script_of_a_tag_manager_draws_the_element,
    script_in_a_template_waits_for_its_use,
    page_come_back_to_shows_headlines,
    translated_headlines_give_way_to_new_ones,
    hidden_element_asks_for_nothing,
);

async fn wrapped_fetch_promise_and_registry_do_no_harm(stage: &mut Stage) -> Result<()> {
    shows_headlines(stage, "patched.html").await?;
    stage.feeds.put("/feed.xml", feed(&["Three"]));
    stage.run("news.refresh();").await?;
    stage
        .until("probe.texts('headline').includes('Three')")
        .await
}

async fn additions_to_every_object_do_no_harm(stage: &mut Stage) -> Result<()> {
    shows_headlines(stage, "prototype-additions.html").await
}

async fn another_element_of_the_name_keeps_it(stage: &mut Stage) -> Result<()> {
    stage.open("name-taken.html").await?;
    stage
        .complains_of(&["another element", "strillone-news"])
        .await?;
    stage.until("!news.shadowRoot && probe.isShown(own)").await
}

async fn first_of_two_versions_stays(stage: &mut Stage) -> Result<()> {
    let version = env!("CARGO_PKG_VERSION");
    let old = String::from_utf8(shipped("strillone.js")?)?.replace(version, "0.0.9");
    stage
        .cdn
        .put("/old/strillone.js", Reply::new("text/javascript", old));
    stage.cdn.put("/old/strillone.wasm", wasm()?);
    shows_headlines(stage, "two-versions.html").await?;
    stage.complains_of(&["0.0.9", version]).await?;
    stage
        .until_requested(&stage.cdn, "/strillone.wasm", 0)
        .await
}

async fn script_added_late_draws_the_element(stage: &mut Stage) -> Result<()> {
    shows_headlines(stage, "late-script.html").await
}

async fn script_written_by_a_script_draws_after_itself(stage: &mut Stage) -> Result<()> {
    shows_headlines(stage, "written-script.html").await
}

async fn script_of_a_tag_manager_draws_the_element(stage: &mut Stage) -> Result<()> {
    shows_headlines(stage, "tag-manager.html").await
}

async fn script_in_a_template_waits_for_its_use(stage: &mut Stage) -> Result<()> {
    stage.feeds.put("/feed.xml", feed(&["One", "Two"]));
    stage.open("template.html").await?;
    stage.until_drawn().await?;
    stage
        .until_requested(&stage.cdn, "/strillone.js", 0)
        .await?;
    stage
        .run("place.append(document.importNode(snippet.content, true));")
        .await?;
    stage.shows(&["One", "Two"]).await?;
    stage
        .until("place.querySelector('script + strillone-news')")
        .await
}

async fn page_come_back_to_shows_headlines(stage: &mut Stage) -> Result<()> {
    shows_headlines(stage, "element.html").await?;
    let first = stage.value("location.href").await?;
    stage.open("quirks.html").await?;
    stage.shows(&["One", "Two"]).await?;
    stage.driver.back().await?;
    stage.until_equal("location.href", &first).await?;
    stage.shows(&["One", "Two"]).await?;
    // It is still at work, whether the page was kept or loaded again.
    stage.feeds.put("/feed.xml", feed(&["Three"]));
    stage.run("news.refresh();").await?;
    stage
        .until("probe.texts('headline').includes('Three')")
        .await
}

/// As a translator does it: the text is wrapped, and the node that held it is gone.
async fn translated_headlines_give_way_to_new_ones(stage: &mut Stage) -> Result<()> {
    shows_headlines(stage, "element.html").await?;
    stage
        .run(
            "const texts = document.createTreeWalker(news.shadowRoot, NodeFilter.SHOW_TEXT);
             const nodes = [];
             while (texts.nextNode()) nodes.push(texts.currentNode);
             for (const node of nodes.filter(({ data }) => data.trim())) {
               const font = document.createElement('font');
               font.textContent = `tr: ${node.data}`;
               node.replaceWith(font);
             }",
        )
        .await?;
    stage.shows(&["tr: One", "tr: Two"]).await?;
    stage.feeds.put("/feed.xml", feed(&["One", "Two", "Three"]));
    stage.run("news.refresh();").await?;
    stage
        .until("probe.texts('headline').some((it) => it === 'Three')")
        .await?;
    stage.run("news.setAttribute('limit', '1');").await?;
    stage
        .until_equal("probe.texts('headline').length", &json!(1))
        .await
}

async fn hidden_element_asks_for_nothing(stage: &mut Stage) -> Result<()> {
    stage.feeds.put("/feed.xml", feed(&["One"]));
    stage.open("blocker.html").await?;
    stage.until("news.shadowRoot").await?;
    stage.until_drawn().await?;
    stage
        .until_requested(&stage.cdn, "/strillone.wasm", 0)
        .await?;
    stage.until_requested(&stage.feeds, "/feed.xml", 0).await
}

async fn shows_headlines(stage: &mut Stage, host: &str) -> Result<()> {
    stage.feeds.put("/feed.xml", feed(&["One", "Two"]));
    stage.open(host).await?;
    stage.shows(&["One", "Two"]).await
}
