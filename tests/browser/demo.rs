//! The demo page, which is the first that many see of the widget.

use std::fs;

use anyhow::{Context, Result, ensure};
use serde_json::json;
use walkdir::WalkDir;

use crate::{
    engines::Engine,
    servers::Reply,
    shipped::{content_type, dist, script, wasm},
    stage::Stage,
    tests,
};

tests!(in Engine::ALL;
    demo_asks_for_nothing_that_is_missing,
);

async fn demo_asks_for_nothing_that_is_missing(stage: &mut Stage) -> Result<()> {
    for folder in ["demo", "builder"] {
        for entry in WalkDir::new(dist().join(folder)) {
            let file = entry?.into_path();
            if file.is_file() {
                let path = format!("/{}", file.strip_prefix(dist())?.display());
                let reply = Reply::new(content_type(&file), fs::read(&file)?);
                stage.partner.put(&path, reply);
            }
        }
    }
    let style = Reply::new("text/css", fs::read(dist().join("page.css"))?);
    stage.partner.put("/page.css", style);
    stage.partner.put("/strillone.js", script()?);
    stage.partner.put("/strillone.wasm", wasm()?);
    let page = fs::read_to_string(dist().join("index.html"))?;
    let (head, rest) = page.split_once("<head>").context("the page has a head")?;
    let page = format!("{head}<head><script src=\"/probe.js\"></script>{rest}");
    let page = Reply::new("text/html; charset=utf-8", page);
    stage.open_page("index.html", page).await?;
    // Two widgets: the column, and the cards below.
    stage
        .until("probe.parts('preview-title').length > 0")
        .await?;
    stage
        .run("scrollTo(0, document.body.scrollHeight);")
        .await?;
    stage
        .until("probe.parts('headline', 1).length === 3 && probe.parts('frame', 1).length > 1")
        .await?;
    stage
        .until("probe.all('img').every((it) => it.complete && it.naturalWidth > 0)")
        .await?;
    stage.until_drawn().await?;
    let missing = stage.partner.missing();
    ensure!(missing.is_empty(), "{missing:?}");
    // The control.
    stage.run("fetch('/nowhere');").await?;
    stage.until_requested(&stage.partner, "/nowhere", 1).await?;
    ensure!(stage.partner.missing() == ["/nowhere"]);
    stage.until_equal("probe.seen.warnings", &json!([])).await
}
