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
    for feed in FORMATS {
        // Under a type that no feed has, as many servers send them.
        stage
            .feeds
            .put("/feed.xml", Reply::new("text/plain", *feed));
        stage.open("no-wasm.html").await?;
        stage.shows(&["Perché l’acqua", "<3 & more"]).await?;
        let links = json!(["https://example.org/1", "https://example.org/2"]);
        stage.until_equal(LINKS, &links).await?;
        let times = "probe.parts('time').map(({ dateTime }) => dateTime)";
        stage
            .until_equal(times, &json!(["2026-11-23T16:30:00.000Z"]))
            .await?;
    }
    Ok(())
}

/// Two items each: one with a time and all that writers do to a title, one without.
const FORMATS: &[&str] = &[
    "<?xml version='1.0' encoding='utf-8'?><rss version='2.0'><channel><title>News</title>\
     <item><guid>https://example.org/2</guid><description>&amp;lt;3 &amp;amp; more</description></item>\
     <item><title><![CDATA[<b>Perch&#233;</b> l&#8217;acqua]]></title>\
     <link>https://example.org/1</link><pubDate>Mon, 23 Nov 2026 17:30:00 +0100</pubDate></item>\
     </channel></rss>",
    "<rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#' \
     xmlns='http://purl.org/rss/1.0/' xmlns:dc='http://purl.org/dc/elements/1.1/'>\
     <channel><title>News</title></channel>\
     <item><title>Perché l’acqua</title><link>https://example.org/1</link>\
     <dc:date>2026-11-23T16:30:00Z</dc:date></item>\
     <item><title>&lt;3 &amp; more</title><link>https://example.org/2</link></item></rdf:RDF>",
    "<feed xmlns='http://www.w3.org/2005/Atom'><title>News</title>\
     <entry><title type='html'>&lt;i>Perché&lt;/i> l&amp;#x2019;acqua</title>\
     <link rel='self' href='https://example.org/x'/><link href='https://example.org/1'/>\
     <published>2026-11-23T16:30:00Z</published></entry>\
     <entry><title>&lt;3 &amp; more</title>\
     <link rel='alternate' href='https://example.org/2'/></entry></feed>",
    r#"{ "version": "https://jsonfeed.org/version/1.1", "items": [
     { "url": "https://example.org/1", "title": "Perché l’acqua", "date_published": "2026-11-23T16:30:00Z" },
     { "url": "https://example.org/2", "content_text": "<3 & more" } ] }"#,
];

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
