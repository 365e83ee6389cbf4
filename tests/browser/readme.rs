//! What the README tells a partner to paste, pasted.

use anyhow::{Context, Result, ensure};
use base64::{Engine as _, engine::general_purpose::STANDARD};
use serde_json::json;
use sha2::{Digest, Sha384};

use crate::{
    engines::Engine,
    feeds::feed,
    running,
    servers::Reply,
    shipped::{script, shipped, wasm},
    stage::Stage,
    tests,
};

tests!(in Engine::ALL;
    readme_snippets_show_headlines,
    readme_policy_is_enough,
    readme_event_listener_hears_a_click,
    readme_preload_line_makes_the_request_that_is_used,
);

async fn readme_snippets_show_headlines(stage: &mut Stage) -> Result<()> {
    let snippets = snippets()?;
    ensure!(snippets.len() > 2, "{} snippets", snippets.len());
    for (number, snippet) in snippets.iter().enumerate() {
        paste(stage, number, snippet, None).await?;
        stage.check_calm().await?;
    }
    Ok(())
}

/// With nothing else allowed but the page's own probe, and the icon that browsers ask for.
async fn readme_policy_is_enough(stage: &mut Stage) -> Result<()> {
    let header = blocks("http")?.concat();
    let policy = header
        .trim()
        .strip_prefix("Content-Security-Policy: ")
        .context("the policy is a header")?
        .replace("script-src ", "script-src 'self' ")
        .replace("img-src ", "img-src 'self' ");
    let policy = format!(
        "default-src 'none'; {policy}; require-trusted-types-for 'script'; trusted-types 'none'"
    );
    for (number, snippet) in snippets()?.iter().enumerate() {
        paste(stage, number, snippet, Some(&policy)).await?;
        stage.until_drawn().await?;
        stage.check_calm().await?;
    }
    Ok(())
}

async fn readme_event_listener_hears_a_click(stage: &mut Stage) -> Result<()> {
    let snippet = snippets()?.into_iter().next().context("a snippet")?;
    paste(stage, 0, &snippet, None).await?;
    let listener = blocks("js")?.concat();
    stage
        .run(&format!(
            "probe.heard = [];
             const console = {{ log: (line) => probe.heard.push(line) }};
             {listener}
             document.addEventListener('click', (click) => click.preventDefault());
             probe.parts('headline')[0].click();"
        ))
        .await?;
    let line = format!(
        "from {}/feed.xml: One, https://example.org/0",
        stage.feeds.origin
    );
    stage.until_equal("probe.heard", &json!([line])).await
}

async fn readme_preload_line_makes_the_request_that_is_used(stage: &mut Stage) -> Result<()> {
    let snippet = snippets()?.into_iter().next().context("a snippet")?;
    let line = blocks("html")?
        .into_iter()
        .find(|block| block.contains("preload"))
        .context("a line for the page's head")?;
    // Only the widget itself says which formats it reads.
    let accepted = |stage: &Stage| -> Vec<bool> {
        let requests = stage.feeds.requests("/feed.xml");
        let accepts = requests.iter().map(|it| it.headers.get("Accept"));
        accepts
            .map(|it| it.is_some_and(|it| it.as_bytes().starts_with(b"application/rss+xml")))
            .collect()
    };
    paste(stage, 0, &snippet, None).await?;
    ensure!(accepted(stage) == [true], "{:?}", accepted(stage));
    stage.run("caches.delete('strillone/1');").await?;
    paste(stage, 1, &format!("{line}{snippet}"), None).await?;
    stage.until_drawn().await?;
    ensure!(accepted(stage) == [true, false], "{:?}", accepted(stage));
    Ok(())
}

/// What a partner pastes to have a widget.
fn snippets() -> Result<Vec<String>> {
    let mut blocks = blocks("html")?;
    blocks.retain(|block| block.contains("strillone.js"));
    Ok(blocks)
}

/// Puts a snippet on a page of its own and waits for its headlines.
async fn paste(
    stage: &mut Stage,
    number: usize,
    snippet: &str,
    policy: Option<&str>,
) -> Result<()> {
    let folder = concat!("/", env!("CARGO_PKG_VERSION"));
    stage.cdn.put(&format!("{folder}/strillone.js"), script()?);
    stage.cdn.put(&format!("{folder}/strillone.wasm"), wasm()?);
    stage.feeds.put("/feed.xml", feed(&["One", "Two"]));
    let hash = STANDARD.encode(Sha384::digest(shipped("strillone.js")?));
    let snippet = snippet.replace("sha384-…", &format!("sha384-{hash}"));
    let here = |text: &str| {
        text.replace("https://cdn.example", &stage.cdn.origin)
            .replace("https://example.org", &stage.feeds.origin)
    };
    let page = Reply::new(
        "text/html; charset=utf-8",
        format!(
            "<!doctype html><html lang=\"en\"><title>A snippet</title>\
             <script src=\"/probe.js\"></script><h1>A partner's page</h1>{}</html>",
            here(&snippet)
        ),
    );
    let page = match policy {
        Some(policy) => page.header("Content-Security-Policy", &here(policy)),
        None => page,
    };
    // Each at an address of its own, so that none is taken for the one before.
    let address = format!("readme-snippet-{number}.html");
    stage.open_page(&address, page).await?;
    stage
        .shows(&["One", "Two"])
        .await
        .with_context(|| format!("pasted:\n{snippet}"))
}

/// The README's blocks of code in that language.
fn blocks(language: &str) -> Result<Vec<String>> {
    running::blocks("../README.md", language)
}
