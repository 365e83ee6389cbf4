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
    minimal_policy_is_enough,
    nonce_with_strict_dynamic_is_enough,
    hash_of_the_script_is_enough,
    integrity_policy_is_met,
    isolated_pages_show_headlines,
    sandbox_without_an_origin_shows_headlines,
    documented_policy_with_trusted_types_is_enough,
    policy_without_the_script_leaves_the_partners_content,
    policy_without_webassembly_is_named,
    policy_without_the_widgets_host_is_named,
    policy_without_the_feeds_host_leaves_the_partners_content,
);

async fn minimal_policy_is_enough(stage: &mut Stage) -> Result<()> {
    shows_headlines(stage, "minimal-policy.html").await
}

async fn nonce_with_strict_dynamic_is_enough(stage: &mut Stage) -> Result<()> {
    shows_headlines(stage, "nonce-policy.html").await
}

/// What WebKit asks for ahead of its parser it asks for without the tag's `integrity`, and reports
/// that; then it asks as the tag says. <https://bugs.webkit.org/show_bug.cgi?id=305461>
async fn hash_of_the_script_is_enough(stage: &mut Stage) -> Result<()> {
    if stage.engine == Engine::WebKit {
        stage.expect(Trouble::Violation);
    }
    shows_headlines(stage, "hash-policy.html").await
}

async fn integrity_policy_is_met(stage: &mut Stage) -> Result<()> {
    shows_headlines(stage, "integrity-policy.html").await
}

/// The page's own probe is of the page's origin; everything else says that it may be loaded.
async fn isolated_pages_show_headlines(stage: &mut Stage) -> Result<()> {
    shows_headlines(stage, "isolated.html").await?;
    stage.until("self.crossOriginIsolated").await?;
    shows_headlines(stage, "isolated-without-credentials.html").await
}

async fn sandbox_without_an_origin_shows_headlines(stage: &mut Stage) -> Result<()> {
    shows_headlines(stage, "sandbox.html").await?;
    stage.until("self.origin === 'null'").await
}

async fn shows_headlines(stage: &mut Stage, host: &str) -> Result<()> {
    stage.feeds.put("/feed.xml", feed(&["One", "Two"]));
    stage.open(host).await?;
    stage.shows(&["One", "Two"]).await?;
    stage.until_drawn().await?;
    stage.check_calm().await
}

async fn documented_policy_with_trusted_types_is_enough(stage: &mut Stage) -> Result<()> {
    shows_headlines(stage, "strict-policy.html").await
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
