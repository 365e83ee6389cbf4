//! Projects into which the package is installed from its tarball: Next, Astro, and a page for
//! each bundler. `cargo xtask test` builds them beside the other examples.

use std::{
    env,
    ffi::OsStr,
    fs,
    path::{Path, PathBuf},
};

use anyhow::{Context, Result, ensure};
use serde_json::json;
use walkdir::WalkDir;

use super::{can_be_used, frameworks::FOLDER, here, put_files};
use crate::{
    engines::Engine,
    feeds::feed,
    running::{Running, free_port, next},
    servers::Reply,
    stage::Stage,
    tests,
};

tests!(in [Engine::Chromium];
    vite_brings_the_wasm_along,
    webpack_brings_the_wasm_along,
    esbuild_brings_the_wasm_along,
    next_shows_the_news_on_every_page_of_its_router,
    next_shows_the_news_under_a_nonce,
    astro_shows_the_news_on_every_page_of_its_router,
);

async fn vite_brings_the_wasm_along(stage: &mut Stage) -> Result<()> {
    bundled(stage, "vite").await
}

async fn webpack_brings_the_wasm_along(stage: &mut Stage) -> Result<()> {
    bundled(stage, "webpack").await
}

async fn esbuild_brings_the_wasm_along(stage: &mut Stage) -> Result<()> {
    bundled(stage, "esbuild").await
}

async fn next_shows_the_news_on_every_page_of_its_router(stage: &mut Stage) -> Result<()> {
    let (address, _server) = start_next(stage)?;
    stage.open_at("next", &format!("{address}/")).await?;
    stage.shows(&["One", "Two", "Three"]).await?;
    follow(stage, "Script", "A page with next/script").await?;
    follow(stage, "Server", "A server component").await?;
    follow(stage, "Client", "A client component").await?;
    can_be_used(stage).await
}

/// The policy is Next's own, made for each request, and refuses what has no nonce.
async fn next_shows_the_news_under_a_nonce(stage: &mut Stage) -> Result<()> {
    let (address, _server) = start_next(stage)?;
    stage.open_frame(&format!("{address}/nonce")).await?;
    let titles = "[...document.querySelector('strillone-news').shadowRoot\
                  .querySelectorAll('[part~=root]:not(.first) [part~=headline]')]\
                  .map((it) => it.textContent)";
    stage
        .until_equal(titles, &json!(["One", "Two", "Three"]))
        .await?;
    stage
        .run(
            "addEventListener('securitypolicyviolation', () => { self.refused = true; });
             document.body.setAttribute('onclick', 'self.clicked = true');",
        )
        .await?;
    stage.until("self.refused").await
}

async fn astro_shows_the_news_on_every_page_of_its_router(stage: &mut Stage) -> Result<()> {
    let folder = folder("astro")?.join("dist");
    for entry in WalkDir::new(&folder).follow_root_links(true) {
        let file = entry?.into_path();
        let path = format!("/{}", file.strip_prefix(&folder)?.display());
        let reply = match file.extension().and_then(OsStr::to_str) {
            Some("html") => Reply::new("text/html", with_probe(&here(stage, &file)?)),
            Some("js") => Reply::new("text/javascript", here(stage, &file)?),
            Some("wasm") => Reply::new("application/wasm", fs::read(&file)?),
            _ => continue,
        };
        stage
            .partner
            .put(path.trim_end_matches("index.html"), reply);
    }
    stage
        .feeds
        .put("/feed.xml", feed(&["One", "Two", "Three", "Four"]));
    let address = format!("{}/element/", stage.partner.origin);
    stage.open_at("astro", &address).await?;
    stage.shows(&["One", "Two", "Three"]).await?;
    follow(stage, "Tag", "A tag").await?;
    follow(stage, "Bundled", "The package").await?;
    follow(stage, "Tag", "A tag").await?;
    follow(stage, "Element", "An element").await?;
    stage.until_equal("probe.seen.warnings", &json!([])).await
}

/// Follows a link of the router's, which leaves the document where it is, to the page with that
/// heading. The news is there once.
async fn follow(stage: &Stage, words: &str, heading: &str) -> Result<()> {
    stage
        .run(&format!(
            "self.isKept = true;
             probe.all('nav a').find((it) => it.textContent === '{words}').click();"
        ))
        .await?;
    stage
        .until_equal("probe.all('h1')[0].textContent", &json!(heading))
        .await?;
    stage.shows(&["One", "Two", "Three"]).await?;
    stage
        .until("self.isKept && probe.widgets().length === 1")
        .await
}

async fn bundled(stage: &mut Stage, name: &str) -> Result<()> {
    let folder = folder("bundled")?.join(name);
    let page = put_files(stage, name, &folder)?;
    stage.open_page(&format!("{name}/index.html"), page).await?;
    stage.shows(&["One", "Two", "Three"]).await?;
    // The wasm is the bundle's.
    ensure!(stage.cdn.requests("/strillone.wasm").is_empty());
    Ok(())
}

fn start_next(stage: &Stage) -> Result<(String, Running)> {
    stage
        .feeds
        .put("/feed.xml", feed(&["One", "Two", "Three", "Four"]));
    let port = free_port()?;
    let probe = format!(
        "<head><script src=\"{0}/probe.js\"></script><script src=\"{0}/ledger.js\"></script>",
        stage.partner.origin
    );
    let here = [
        ("https://cdn.example", &*stage.cdn.origin),
        ("https://example.org", &*stage.feeds.origin),
        ("<head>", &probe),
    ];
    let server = next(&folder("next")?, &here, port)?;
    Ok((format!("http://127.0.0.1:{port}"), server))
}

fn with_probe(page: &str) -> String {
    let probe = "<script src=\"/probe.js\"></script><script src=\"/ledger.js\"></script><title>";
    page.replacen("<title>", probe, 1)
}

fn folder(name: &str) -> Result<PathBuf> {
    let folder = env::var_os(FOLDER).context(FOLDER)?;
    Ok(Path::new(&folder).join(name))
}
