//! WebAssembly is refused or missing: the first headlines stay, or else the partner's content.

use anyhow::Result;
use serde_json::json;

use crate::{
    engines::Engine,
    feeds::feed,
    servers::Reply,
    stage::{Stage, Trouble},
    tests,
};

tests!(in Engine::ALL;
    browser_without_webassembly_keeps_the_first_headlines,
    policy_without_webassembly_keeps_the_first_headlines,
    first_headlines_need_no_trusted_types,
    first_headlines_need_no_nonce_of_their_own,
    first_headlines_follow_the_attributes,
    feed_that_only_the_component_reads_leaves_the_partners_content,
);

/// What stands in the widget's place.
const HEADLINES: &str =
    "[...news.shadowRoot.querySelectorAll('.first .headline')].map((it) => it.textContent)";
const LINKS: &str =
    "[...news.shadowRoot.querySelectorAll('.first a.headline')].map((it) => it.href)";
const TIMES: &str = "[...news.shadowRoot.querySelectorAll('.first time')]";

async fn browser_without_webassembly_keeps_the_first_headlines(stage: &mut Stage) -> Result<()> {
    shows_a_list(stage, "no-wasm.html").await?;
    stage.complains_of(&["no WebAssembly"]).await
}

async fn policy_without_webassembly_keeps_the_first_headlines(stage: &mut Stage) -> Result<()> {
    shows_a_list(stage, "no-wasm-policy.html").await?;
    stage
        .complains_of(&["'wasm-unsafe-eval'", "script-src"])
        .await?;
    stage
        .until(&format!(
            "{TIMES}.every(({{ dateTime }}) => Date.parse(dateTime))"
        ))
        .await?;
    stage
        .until_equal(
            LINKS,
            &json!(["https://example.org/0", "https://example.org/1"]),
        )
        .await?;
    stage.until("!probe.isShown(own)").await
}

async fn first_headlines_need_no_trusted_types(stage: &mut Stage) -> Result<()> {
    shows_a_list(stage, "no-wasm-trusted-types.html").await
}

async fn first_headlines_need_no_nonce_of_their_own(stage: &mut Stage) -> Result<()> {
    shows_a_list(stage, "no-wasm-nonce.html").await
}

async fn feed_that_only_the_component_reads_leaves_the_partners_content(
    stage: &mut Stage,
) -> Result<()> {
    stage.expect(Trouble::Violation);
    let json = Reply::new(
        "application/feed+json",
        r#"{ "version": "1", "items": [] }"#,
    );
    stage.feeds.put("/feed.xml", json);
    stage.open("no-wasm-no-types.html").await?;
    stage.complains_of(&["'wasm-unsafe-eval'"]).await?;
    stage.until_requested(&stage.feeds, "/feed.xml", 1).await?;
    stage.until("probe.isShown(own)").await
}

async fn first_headlines_follow_the_attributes(stage: &mut Stage) -> Result<()> {
    shows_a_list(stage, "no-wasm.html").await?;
    stage.expect(Trouble::Complaint);
    stage
        .run(
            "news.setAttribute('limit', '1');
             news.setAttribute('time', 'none');
             news.setAttribute('link-query', 'from=partner');",
        )
        .await?;
    stage.until_equal(HEADLINES, &json!(["One"])).await?;
    stage
        .until_equal(LINKS, &json!(["https://example.org/0?from=partner"]))
        .await?;
    stage
        .until_equal(&format!("{TIMES}.length"), &json!(0))
        .await?;
    // What is no web address is no link, and what may be markup is the component's to read.
    let attack = "<rss version='2.0'><channel><item><title>Two</title>\
                  <guid isPermaLink='false'>2</guid>\
                  <link>java\tscript:alert(1)</link></item></channel></rss>";
    stage
        .feeds
        .put("/feed.xml", Reply::new("application/xml", attack));
    stage.run("news.setAttribute('limit', '2');").await?;
    stage
        .until("!news.shadowRoot.querySelector('.first a')")
        .await
}

async fn shows_a_list(stage: &mut Stage, host: &str) -> Result<()> {
    stage.expect(Trouble::Violation);
    stage.expect(Trouble::Complaint);
    stage.feeds.put("/feed.xml", feed(&["One", "Two"]));
    stage.open(host).await?;
    stage.until_equal(HEADLINES, &json!(["One", "Two"])).await?;
    stage
        .until_requested(&stage.cdn, "/strillone.wasm", 0)
        .await
}
