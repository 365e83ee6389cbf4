//! WebAssembly is refused or missing: a list by script alone, or else the partner's content.

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
    browser_without_webassembly_gets_a_plain_list,
    policy_without_webassembly_gets_a_plain_list,
    plain_list_works_under_trusted_types,
    plain_list_uses_the_tags_nonce,
    plain_list_refused_leaves_the_partners_content,
    changed_plain_list_is_refused,
    plain_list_reads_every_format,
    plain_list_follows_the_attributes,
);

async fn browser_without_webassembly_gets_a_plain_list(stage: &mut Stage) -> Result<()> {
    shows_a_list(stage, "no-wasm.html").await?;
    stage.complains_of(&["no WebAssembly"]).await
}

async fn policy_without_webassembly_gets_a_plain_list(stage: &mut Stage) -> Result<()> {
    shows_a_list(stage, "no-wasm-policy.html").await?;
    stage
        .complains_of(&["'wasm-unsafe-eval'", "script-src"])
        .await?;
    stage
        .until("probe.parts('time').every(({ dateTime }) => Date.parse(dateTime))")
        .await?;
    stage
        .until_equal(
            "probe.parts('headline').map(({ href }) => href)",
            &json!(["https://example.org/0", "https://example.org/1"]),
        )
        .await?;
    stage.until("!probe.isShown(own)").await?;
    stage
        .until("!news.shadowRoot.querySelector('script')")
        .await
}

async fn plain_list_works_under_trusted_types(stage: &mut Stage) -> Result<()> {
    shows_a_list(stage, "no-wasm-trusted-types.html").await
}

async fn plain_list_uses_the_tags_nonce(stage: &mut Stage) -> Result<()> {
    shows_a_list(stage, "no-wasm-nonce.html").await
}

async fn plain_list_refused_leaves_the_partners_content(stage: &mut Stage) -> Result<()> {
    stage.expect(Trouble::Violation);
    stage.feeds.put("/feed.xml", feed(&["One"]));
    stage.open("no-wasm-no-types.html").await?;
    stage.complains_of(&["'wasm-unsafe-eval'"]).await?;
    stage.until("probe.isShown(own)").await?;
    stage
        .until_requested(&stage.cdn, "/strillone-list.js", 0)
        .await
}

async fn changed_plain_list_is_refused(stage: &mut Stage) -> Result<()> {
    stage.feeds.put("/feed.xml", feed(&["One"]));
    let other = Reply::new("text/javascript", "self.hasRun = true;");
    stage.cdn.put("/strillone-list.js", other);
    stage.open("no-wasm.html").await?;
    stage.complains_of(&["no WebAssembly"]).await?;
    stage
        .until_requested(&stage.cdn, "/strillone-list.js", 1)
        .await?;
    stage.until_drawn().await?;
    stage.until("!self.hasRun && probe.isShown(own)").await
}

async fn plain_list_reads_every_format(stage: &mut Stage) -> Result<()> {
    stage.expect(Trouble::Complaint);
    let formats = [
        ("application/rss+xml", include_str!("feeds/rss2.xml")),
        ("application/rdf+xml", include_str!("feeds/rss1.rdf")),
        ("text/html", include_str!("feeds/atom1.xml")),
        ("application/feed+json", include_str!("feeds/feed.json")),
    ];
    for (kind, text) in formats {
        stage.feeds.put("/feed.xml", Reply::new(kind, text));
        stage.open("element.html").await?;
        stage.until("probe.texts('headline').length > 0").await?;
        let headlines = stage.value("probe.texts('headline')").await?;
        let links = stage.value(LINKS).await?;
        stage.open("no-wasm.html").await?;
        stage
            .until_equal("probe.texts('headline')", &headlines)
            .await?;
        stage.until_equal(LINKS, &links).await?;
    }
    Ok(())
}

const LINKS: &str = "probe.parts('headline').map((it) => it.href)";

async fn plain_list_follows_the_attributes(stage: &mut Stage) -> Result<()> {
    shows_a_list(stage, "no-wasm.html").await?;
    stage.expect(Trouble::Complaint);
    stage
        .run(
            "news.setAttribute('limit', '1');
             news.setAttribute('time', 'none');
             news.setAttribute('link-query', 'from=partner');",
        )
        .await?;
    stage.shows(&["One"]).await?;
    stage
        .until_equal(LINKS, &json!(["https://example.org/0?from=partner"]))
        .await?;
    stage.until_equal("probe.texts('time')", &json!([])).await?;
    // What is no web address is no link.
    let attack = "<rss><channel><item><title>&lt;img src=x onerror=alert(1)>Two</title>\
                  <link>java\tscript:alert(1)</link></item></channel></rss>";
    stage
        .feeds
        .put("/feed.xml", Reply::new("application/xml", attack));
    stage.run("news.setAttribute('limit', '2');").await?;
    stage.shows(&["Two"]).await?;
    stage
        .until("!news.shadowRoot.querySelector('ul a, ul img')")
        .await
}

async fn shows_a_list(stage: &mut Stage, host: &str) -> Result<()> {
    stage.expect(Trouble::Violation);
    stage.expect(Trouble::Complaint);
    stage.feeds.put("/feed.xml", feed(&["One", "Two"]));
    stage.open(host).await?;
    stage.shows(&["One", "Two"]).await?;
    stage
        .until_requested(&stage.cdn, "/strillone.wasm", 0)
        .await
}
