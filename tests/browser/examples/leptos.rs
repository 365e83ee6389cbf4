//! The Leptos application, which draws `<NewsWidget/>` itself. `cargo xtask test` builds it by
//! Trunk and names the folder in `STRILLONE_LEPTOS_EXAMPLE`.

use std::{
    env,
    ffi::OsStr,
    fs,
    path::{Path, PathBuf},
};

use anyhow::{Context, Result};
use serde_json::json;

use crate::engines::Engine;
use crate::feeds::feed;
use crate::servers::Reply;
use crate::stage::Stage;
use crate::tests;

tests!(in [Engine::Chromium];
    leptos_shows_changes_and_removes_the_news,
);

/// Names the folder of the built application.
pub const FOLDER: &str = "STRILLONE_LEPTOS_EXAMPLE";

/// The headlines in the shadow root of an element.
const HEADLINES: &str = "
    const headlines = (id) => {
        const host = document.getElementById(id);
        const found = host ? host.shadowRoot.querySelectorAll('[part=list] [part=headline]') : [];
        return [...found].map((headline) => headline.textContent);
    };";

async fn leptos_shows_changes_and_removes_the_news(stage: &mut Stage) -> Result<()> {
    stage
        .partner
        .put("/leptos/feed.xml", feed(&["One", "Two", "Three", "Four"]));
    let folder = PathBuf::from(env::var_os(FOLDER).context(FOLDER)?);
    put_application(stage, &folder)?;
    let page = fs::read_to_string(folder.join("index.html"))?;
    let page = page.replacen("<title>", "<script src=\"/probe.js\"></script><title>", 1);
    stage
        .begin_to_open_page(
            "leptos/index.html",
            Reply::new("text/html; charset=utf-8", page),
        )
        .await?;
    let shows = |id: &str| format!("(() => {{ {HEADLINES} return headlines('{id}'); }})()");
    let until = |id: &str, titles: serde_json::Value| (shows(id), titles);
    for (shown, titles) in [
        until("list", json!(["One", "Two", "Three"])),
        until("ticker", json!(["One", "Two", "Three", "Four"])),
    ] {
        stage.until_equal(&shown, &titles).await?;
    }
    // A signal changes one option of one widget.
    stage.run("probe.all('button')[1].click();").await?;
    stage
        .until_equal(&shows("list"), &json!(["One", "Two"]))
        .await?;
    stage
        .until_equal(&format!("{}.length", shows("ticker")), &json!(4))
        .await?;
    // Its handle stops the ticker, and the ticker alone.
    stage.run("probe.all('button')[2].click();").await?;
    let is_paused = "['list', 'ticker'].map((id) => document.getElementById(id).shadowRoot\
                     .querySelector('[part=root]').hasAttribute('data-paused'))";
    stage.until_equal(is_paused, &json!([false, true])).await?;
    // Taken out, and drawn again.
    stage.run("probe.all('button')[0].click();").await?;
    stage
        .until("!document.getElementById('list') && !document.getElementById('ticker')")
        .await?;
    stage.run("probe.all('button')[0].click();").await?;
    stage
        .until_equal(&shows("list"), &json!(["One", "Two"]))
        .await?;
    stage.until_equal("probe.seen.warnings", &json!([])).await
}

/// Serves the application's scripts and its wasm.
fn put_application(stage: &mut Stage, folder: &Path) -> Result<()> {
    for entry in walk(folder)? {
        let kind = match entry.extension().and_then(OsStr::to_str) {
            Some("js") => "text/javascript",
            Some("wasm") => "application/wasm",
            _ => continue,
        };
        let path = entry.strip_prefix(folder)?.display().to_string();
        let bytes = fs::read(&entry)?;
        stage
            .partner
            .put(&format!("/leptos/{path}"), Reply::new(kind, bytes));
    }
    Ok(())
}

fn walk(folder: &Path) -> Result<Vec<PathBuf>> {
    let mut files = Vec::new();
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            files.extend(walk(&path)?);
        } else {
            files.push(path);
        }
    }
    Ok(files)
}
