//! The examples of pages with the first headlines in them, printed by `strillone print` or by a
//! server in Rust. What is printed stands there before the feed has come, and becomes the widget.

use std::{fs, path::Path, process::Output};

use anyhow::{Context, Result, ensure};
use serde_json::json;
use tempfile::TempDir;
use tokio::process::Command;

use super::{examples, with_probe_and_origins};
use crate::{
    engines::Engine,
    feeds::feed,
    requests::{receive, send},
    running::{free_port, nginx, php, program},
    servers::{Gate, Reply},
    shipped::shipped,
    stage::Stage,
    tests,
};

tests!(in [Engine::Chromium];
    static_page_by_hugo_has_headlines_in_it,
    page_by_php_has_headlines_in_it,
    page_with_server_side_includes_has_headlines_in_it,
    page_by_axum_and_leptos_has_headlines_in_it,
);

async fn static_page_by_hugo_has_headlines_in_it(stage: &mut Stage) -> Result<()> {
    let folder = site(stage, "hugo").await?;
    let built = folder.path().join("built");
    let hugo = Command::new("hugo")
        .args(["--quiet", "--noBuildLock", "--source"])
        .arg(folder.path())
        .arg("--destination")
        .arg(&built)
        .output();
    succeeded(&hugo.await.context("hugo")?)?;
    let page = fs::read_to_string(built.join("index.html"))?;
    becomes_the_widget(stage, &page).await
}

async fn page_by_php_has_headlines_in_it(stage: &mut Stage) -> Result<()> {
    let folder = site(stage, "php").await?;
    let port = free_port()?;
    let _server = php(&folder.path().to_string_lossy(), "", port)?;
    becomes_the_widget(stage, &page_at(port)?).await
}

async fn page_with_server_side_includes_has_headlines_in_it(stage: &mut Stage) -> Result<()> {
    let folder = site(stage, "ssi").await?;
    let port = free_port()?;
    let server = fs::read_to_string(folder.path().join("nginx.conf"))?
        .replace("listen 80", &format!("listen 127.0.0.1:{port}"))
        .replace("/var/www", &folder.path().to_string_lossy());
    let _server = nginx(&server, port)?;
    becomes_the_widget(stage, &page_at(port)?).await
}

async fn page_by_axum_and_leptos_has_headlines_in_it(stage: &mut Stage) -> Result<()> {
    let feed = put_feed(stage, None);
    let css = Reply::new("text/css", shipped("strillone.css")?);
    stage.cdn.put("/strillone.css", css);
    let package = "strillone-example-axum";
    let build = ["build", "--quiet", "--package", package];
    succeeded(&Command::new("cargo").args(build).output().await?)?;
    let port = free_port()?;
    let mut command = std::process::Command::new("cargo");
    command
        .args(["run", "--quiet", "--package", package, "--"])
        .args([&format!("127.0.0.1:{port}"), &feed, &stage.cdn.origin]);
    let _server = program(command, port)?;
    becomes_the_widget(stage, &page_at(port)?).await
}

/// A copy of an example, with what `strillone print` writes in it.
async fn site(stage: &Stage, name: &str) -> Result<TempDir> {
    let folder = tempfile::tempdir()?;
    let sources = examples().join("printed").join(name);
    let copied = Command::new("cp")
        .arg("-rT")
        .arg(sources)
        .arg(folder.path())
        .output();
    succeeded(&copied.await?)?;
    print(&put_feed(stage, None), &folder.path().join("news.html")).await?;
    Ok(folder)
}

async fn print(feed: &str, file: &Path) -> Result<()> {
    let printed = Command::new("cargo")
        .args(["run", "--quiet", "--package", "strillone-cli", "--"])
        .args(["print", feed, "--form", "plain"])
        .args(["--attribute", "limit=3", "--attribute", "lang=en"])
        .args(["--attribute", "time-zone=Europe/London"])
        .arg("--output")
        .arg(file)
        .output();
    succeeded(&printed.await?)
}

/// Serves the feed, if need be only when that gate is open, and returns its address.
fn put_feed(stage: &Stage, gate: Option<&Gate>) -> String {
    let feed = feed(&["One", "Two", "Three", "Four"]);
    let reply = match gate {
        Some(gate) => feed.behind(gate),
        None => feed,
    };
    stage.feeds.put("/feed.xml", reply);
    format!("{}/feed.xml", stage.feeds.origin)
}

fn page_at(port: u16) -> Result<String> {
    let request = format!("GET / HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nConnection: close");
    let answer = receive(send(port, &request)?)?;
    ensure!(answer.status == 200, "status {}", answer.status);
    Ok(String::from_utf8(answer.body)?)
}

async fn becomes_the_widget(stage: &mut Stage, page: &str) -> Result<()> {
    let (answer, wasm) = (Gate::closed(), stage.hold_wasm()?);
    put_feed(stage, Some(&answer));
    let page = with_probe_and_origins(stage, page);
    stage
        .open_page("page.html", Reply::new("text/html; charset=utf-8", page))
        .await?;
    stage
        .until("probe.widgets()[0].state === 'loading'")
        .await?;
    let shown = "(() => {
        const [news] = probe.widgets();
        const links = [...news.querySelectorAll('li a'), ...news.shadowRoot.querySelectorAll('a.headline')];
        return links.filter(probe.isShown).map((it) => it.textContent);
    })()";
    stage
        .until_equal(shown, &json!(["One", "Two", "Three"]))
        .await?;
    answer.open();
    wasm.open();
    stage.shows(&["One", "Two", "Three"]).await?;
    stage
        .until_equal(shown, &json!(["One", "Two", "Three"]))
        .await
}

fn succeeded(output: &Output) -> Result<()> {
    let errors = String::from_utf8_lossy(&output.stderr);
    let said = String::from_utf8_lossy(&output.stdout);
    ensure!(output.status.success(), "{errors}{said}");
    Ok(())
}
