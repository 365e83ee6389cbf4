//! What the builder gives, pasted into an empty page.

use std::{fs, process::Command};

use anyhow::{Context, Result, ensure};
use serde_json::json;
use tokio::task::spawn_blocking;

use super::{check, choose, look_at, open};
use crate::{
    engines::Engine,
    feeds::feed,
    servers::Reply,
    shipped::{script, shipped, wasm},
    stage::Stage,
    tests,
};

tests!(in Engine::ALL;
    pasted_element_shows_what_was_chosen,
    pasted_tag_shows_what_was_chosen,
    pasted_frame_shows_what_was_chosen,
    script_that_is_pinned_runs_on_the_page,
    what_the_command_prints_is_what_was_chosen,
);

/// What the page puts on the clipboard is noted, and the clipboard left alone: a browser without
/// a window may have none.
pub const CLIPBOARD: &str = "<script>
    Object.defineProperty(navigator, 'clipboard', {
      value: { writeText: async (text) => { self.copied = text; } },
    });
  </script>";

async fn pasted_element_shows_what_was_chosen(stage: &mut Stage) -> Result<()> {
    shows_what_was_chosen(stage, "element").await
}

async fn pasted_tag_shows_what_was_chosen(stage: &mut Stage) -> Result<()> {
    shows_what_was_chosen(stage, "tag").await
}

async fn pasted_frame_shows_what_was_chosen(stage: &mut Stage) -> Result<()> {
    let snippet = copied(stage, "frame").await?;
    for (name, kind) in [
        ("embed.html", "text/html; charset=utf-8"),
        ("embed.js", "text/javascript"),
        ("embed-height.js", "text/javascript"),
    ] {
        let file = Reply::new(kind, shipped(name)?);
        stage.partner.put(&format!("/{name}"), file);
    }
    paste(stage, &snippet).await?;
    let frame = "document.querySelector('iframe')";
    stage.until(&format!("{frame}?.src")).await?;
    // It is another origin's, which a page cannot look into: so it is looked at alone.
    let address = stage.value(&format!("{frame}.src")).await?;
    stage
        .open_frame(address.as_str().context("an address")?)
        .await?;
    let titles = "[...document.querySelector('strillone-news').shadowRoot\
                  .querySelectorAll('[part~=root]:not(.first) [part~=headline]')]\
                  .map((it) => it.textContent)";
    stage.until_equal(titles, &json!(["One", "Two"])).await
}

async fn script_that_is_pinned_runs_on_the_page(stage: &mut Stage) -> Result<()> {
    copied(stage, "element").await?;
    stage
        .run("self.copied = ''; document.getElementById('integrity').click();")
        .await?;
    let snippet = copied_now(stage).await?;
    ensure!(snippet.contains("integrity=\"sha384-"), "{snippet}");
    // It is the script of just this release.
    let path = format!("/{}/strillone.js", env!("CARGO_PKG_VERSION"));
    stage.partner.put(&path, script()?);
    let wasm_path = path.replace(".js", ".wasm");
    stage.partner.put(&wasm_path, wasm()?);
    paste(stage, &snippet).await?;
    stage.shows(&["One", "Two"]).await
}

/// The command is run as a shell would, on the publisher's own feed.
async fn what_the_command_prints_is_what_was_chosen(stage: &mut Stage) -> Result<()> {
    let command = copied(stage, "printed").await?;
    let folder = tempfile::tempdir()?;
    let file = folder.path().join("news.html");
    let command = command.replace("news.html", &file.to_string_lossy());
    let words = Command::new("sh")
        .args(["-c", &format!("printf '%s\\n' {command}")])
        .output()?;
    let words = String::from_utf8(words.stdout)?;
    let words: Vec<String> = words.lines().map(str::to_owned).collect();
    spawn_blocking(move || strillone_cli::run(words)).await??;
    let printed = fs::read_to_string(file)?;
    ensure!(printed.contains(">One<") && printed.contains(">Two<"));
    ensure!(!printed.contains(">Three<"), "{printed}");
    let script = stage
        .value("document.querySelectorAll('.snippet code')[1].textContent")
        .await?;
    let script = script.as_str().context("a text")?;
    paste(stage, &script.replace("<!-- news.html -->", &printed)).await?;
    stage.shows(&["One", "Two"]).await
}

async fn shows_what_was_chosen(stage: &mut Stage, form: &str) -> Result<()> {
    let snippet = copied(stage, form).await?;
    paste(stage, &snippet).await?;
    stage.shows(&["One", "Two"]).await?;
    let layout = "probe.widgets()[0].getAttribute('layout')";
    stage.until_equal(layout, &json!("timeline")).await
}

/// What the builder puts on the clipboard after some choices, which it shows beside it.
async fn copied(stage: &mut Stage, form: &str) -> Result<String> {
    open(stage, CLIPBOARD).await?;
    stage.feeds.put("/feed.xml", feed(&["One", "Two", "Three"]));
    look_at(stage, "/feed.xml").await?;
    stage.shows(&["One", "Two", "Three"]).await?;
    stage
        .until("probe.all('.findings .good').length > 1")
        .await?;
    choose(stage, "limit", "2").await?;
    choose(stage, "layout", "timeline").await?;
    stage.shows(&["One", "Two"]).await?;
    check(stage, "form", form).await?;
    copied_now(stage).await
}

async fn copied_now(stage: &Stage) -> Result<String> {
    stage
        .run("document.querySelector('.snippet .copy').click();")
        .await?;
    stage.until("self.copied").await?;
    let copied = stage.value("self.copied").await?;
    Ok(copied.as_str().context("a text")?.to_owned())
}

/// Opens a page with nothing else on it.
async fn paste(stage: &mut Stage, snippet: &str) -> Result<()> {
    let page = format!(
        "<!doctype html><html lang=\"en\"><script src=\"/probe.js\"></script>\
         <title>Empty</title><body>{snippet}"
    );
    let page = Reply::new("text/html; charset=utf-8", page);
    stage.open_page("pasted.html", page).await
}
