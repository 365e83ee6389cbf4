//! Pages that Turbo visits: it takes the body out, puts another one in, keeps a copy of the old
//! one, and runs the scripts of every body it puts in.
//!
//! `cargo xtask test` fetches it and names its folder in `STRILLONE_PACKAGES`.

use std::{env, fs, path::PathBuf};

use anyhow::{Context, Result};
use serde_json::json;

use crate::{
    declarations::PACKAGES, engines::Engine, feeds::feed, servers::Reply, stage::Stage, tests,
};

tests!(in Engine::ALL;
    pages_visited_by_turbo_have_one_widget_each,
    pages_refreshed_by_turbo_keep_their_widget,
);

async fn pages_visited_by_turbo_have_one_widget_each(stage: &mut Stage) -> Result<()> {
    open(stage, "turbo.html", "turbo-other.html").await?;
    for _ in 0..3 {
        stage
            .run("document.querySelector('a[href]').click();")
            .await?;
        shows_on(stage, "/turbo-other.html", &["One", "Two"]).await?;
        // A driver goes back over pages that nobody has touched, in WebKit.
        stage.run("history.back();").await?;
        shows_on(stage, "/turbo.html", &["One", "Two", "Three"]).await?;
    }
    // It came from Turbo's copy each time.
    stage
        .until_requested(&stage.partner, "/turbo.html", 1)
        .await?;
    // It is still at work.
    stage.feeds.put("/feed.xml", feed(&["Four"]));
    stage.run("probe.widgets()[0].refresh();").await?;
    stage
        .until("probe.texts('headline').includes('Four')")
        .await?;
    // All the others have left nothing. An observer of a tag that is gone goes with it.
    stage.run("probe.widgets()[0].remove();").await?;
    stage
        .until_equal(
            "ledger().filter((stack) => !/observe/.test(stack))",
            &json!([]),
        )
        .await
}

/// The server's page has no widget of ours in it, and Turbo makes the shown page like it.
async fn pages_refreshed_by_turbo_keep_their_widget(stage: &mut Stage) -> Result<()> {
    open(stage, "turbo-other.html", "turbo.html").await?;
    stage.run("probe.first = probe.widgets()[0];").await?;
    stage
        .run(
            "document.addEventListener('turbo:render', () => { probe.rendered = true; });
             Turbo.session.refresh(location.href);",
        )
        .await?;
    stage.until("probe.rendered").await?;
    stage.until("probe.widgets()[0] === probe.first").await?;
    stage.shows(&["One", "Two"]).await
}

/// Opens the one page; the other is there to be visited.
async fn open(stage: &mut Stage, page: &str, other: &str) -> Result<()> {
    let packages: PathBuf = env::var_os(PACKAGES).context(PACKAGES)?.into();
    let turbo = packages.join("node_modules/@hotwired/turbo/dist/turbo.es2017-umd.js");
    let turbo = Reply::new("text/javascript", fs::read(turbo)?);
    stage.partner.put("/turbo.js", turbo);
    let reply = stage.host_page(other)?;
    stage.partner.put(&format!("/{other}"), reply);
    stage.feeds.put("/feed.xml", feed(&["One", "Two", "Three"]));
    stage.open(page).await?;
    stage.until("probe.texts('headline').length > 0").await
}

async fn shows_on(stage: &Stage, path: &str, headlines: &[&str]) -> Result<()> {
    stage.until_equal("location.pathname", &json!(path)).await?;
    stage
        .until("!document.documentElement.hasAttribute('data-turbo-preview')")
        .await?;
    stage.shows(headlines).await?;
    stage.until_drawn().await?;
    stage.until_equal("probe.widgets().length", &json!(1)).await
}
