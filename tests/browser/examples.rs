//! The examples, used as readers use them. `docs/frameworks.md` shows their lines to partners.

pub mod dokuwiki;
pub mod frameworks;
pub mod leptos;
pub mod printed;
pub mod sites;

use std::{
    ffi::OsStr,
    fs,
    path::{Path, PathBuf},
    process::Command,
};

use anyhow::{Context, Result, ensure};
use serde_json::json;
use walkdir::WalkDir;

use crate::{engines::Engine, feeds::feed, servers::Reply, stage::Stage, tests};

tests!(in [Engine::Chromium];
    plain_page_shows_changes_and_removes_the_news,
    site_by_hugo_shows_headlines,
);

async fn plain_page_shows_changes_and_removes_the_news(stage: &mut Stage) -> Result<()> {
    let page = put_files(stage, "plain", &examples().join("html"))?;
    stage.open_page("plain/index.html", page).await?;
    stage.shows(&["One", "Two", "Three"]).await?;
    can_be_used(stage).await
}

async fn site_by_hugo_shows_headlines(stage: &mut Stage) -> Result<()> {
    let folder = tempfile::tempdir()?;
    let output = Command::new("hugo")
        .args(["--quiet", "--noBuildLock", "--source"])
        .arg(examples().join("hugo"))
        .arg("--destination")
        .arg(folder.path().join("site"))
        .env("HUGO_RESOURCEDIR", folder.path().join("resources"))
        .output()
        .context("hugo")?;
    ensure!(
        output.status.success(),
        "{}",
        String::from_utf8_lossy(&output.stdout)
    );
    let page = put_files(stage, "hugo", &folder.path().join("site"))?;
    stage.open_page("hugo/index.html", page).await?;
    stage.shows(&["One", "Two", "Three"]).await
}

/// Serves a folder's files on the partner's site, with this test's origins in them, and
/// returns its index page.
fn put_files(stage: &Stage, name: &str, folder: &Path) -> Result<Reply> {
    stage
        .feeds
        .put("/feed.xml", feed(&["One", "Two", "Three", "Four"]));
    let mut page = None;
    for entry in WalkDir::new(folder) {
        let file = entry?.into_path();
        let reply = match file.extension().and_then(OsStr::to_str) {
            Some("html") => {
                let text = with_probe_and_origins(stage, &fs::read_to_string(&file)?);
                let reply = Reply::new("text/html; charset=utf-8", text);
                if file.ends_with("index.html") {
                    page = Some(reply.clone());
                }
                reply
            }
            Some("js") => Reply::new("text/javascript", here(stage, &file)?),
            Some("wasm") => Reply::new("application/wasm", fs::read(&file)?),
            _ => continue,
        };
        let path = file.strip_prefix(folder)?.display();
        stage.partner.put(&format!("/{name}/{path}"), reply);
    }
    page.context("an example has a page")
}

fn here(stage: &Stage, file: &Path) -> Result<String> {
    Ok(with_origins(stage, &fs::read_to_string(file)?))
}

fn with_origins(stage: &Stage, text: &str) -> String {
    text.replace("https://cdn.example", &stage.cdn.origin)
        .replace("https://example.org", &stage.feeds.origin)
}

fn with_probe_and_origins(stage: &Stage, page: &str) -> String {
    let probe = "<script src=\"/probe.js\"></script><script src=\"/ledger.js\"></script><title>";
    with_origins(stage, page).replacen("<title>", probe, 1)
}

/// What every example's page can do: change an attribute, take the news out and put it back,
/// and say which headline was opened, without a warning on the console.
async fn can_be_used(stage: &Stage) -> Result<()> {
    // A page that a server printed hears nothing until its script has run.
    stage
        .until("(probe.all('button')[1].click(), probe.texts('headline').length === 2)")
        .await?;
    stage.shows(&["One", "Two"]).await?;
    stage.run("probe.all('button')[0].click();").await?;
    stage
        .until_equal("probe.widgets().length", &json!(0))
        .await?;
    stage.run("probe.all('button')[0].click();").await?;
    stage.shows(&["One", "Two"]).await?;
    stage
        .run(
            "document.addEventListener('click', (click) => click.preventDefault());
             probe.parts('headline')[0].click();",
        )
        .await?;
    stage
        .until_equal("probe.all('output')[0].textContent", &json!("One"))
        .await?;
    stage.until_equal("probe.seen.warnings", &json!([])).await
}

fn examples() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("examples")
}
