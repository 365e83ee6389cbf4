//! Pages with a content security policy.

use anyhow::Result;
use serde_json::json;

use crate::{
    engines::Engine,
    feeds::feed,
    stage::{Stage, Trouble},
    tests,
};

tests!(in Engine::ALL;
    documented_policy_with_trusted_types_is_enough,
    policy_without_the_script_leaves_the_partners_content,
    policy_without_webassembly_is_named,
    policy_without_the_widgets_host_is_named,
    policy_without_the_feeds_host_leaves_the_partners_content,
);

async fn documented_policy_with_trusted_types_is_enough(stage: &mut Stage) -> Result<()> {
    stage.feeds.put("/feed.xml", feed(&["One", "Two"]));
    stage.open("strict-policy.html").await?;
    stage.shows(&["One", "Two"]).await?;
    stage.until_drawn().await
}

async fn policy_without_the_script_leaves_the_partners_content(stage: &mut Stage) -> Result<()> {
    stage.expect(Trouble::Violation);
    stage.open("blocked-script.html").await?;
    stage.until("probe.seen.violations.length > 0").await?;
    stage.until("probe.isShown(own)").await
}

async fn policy_without_webassembly_is_named(stage: &mut Stage) -> Result<()> {
    stage.expect(Trouble::Violation);
    stage.open("no-wasm-policy.html").await?;
    stage
        .complains_of(&["'wasm-unsafe-eval'", "script-src"])
        .await?;
    stage.until("probe.isShown(own)").await?;
    stage
        .until_requested(&stage.cdn, "/strillone.wasm", 0)
        .await
}

async fn policy_without_the_widgets_host_is_named(stage: &mut Stage) -> Result<()> {
    stage.expect(Trouble::Violation);
    stage.open("no-connect-policy.html").await?;
    let host = stage.cdn.origin.clone();
    stage.complains_of(&["connect-src", &host]).await?;
    stage.until_equal("news.state", &json!("failed")).await?;
    stage.until("probe.isShown(own)").await
}

async fn policy_without_the_feeds_host_leaves_the_partners_content(
    stage: &mut Stage,
) -> Result<()> {
    stage.expect(Trouble::Violation);
    stage.open("no-feed-policy.html").await?;
    stage.complains_of(&["/feed.xml"]).await?;
    stage.until("probe.isShown(own)").await
}
