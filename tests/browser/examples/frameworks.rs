//! The examples by frameworks. `cargo xtask test` fetches the frameworks, builds the examples
//! and names the folder in `STRILLONE_EXAMPLES`.

use std::{env, path::Path};

use anyhow::{Context, Result};

use super::{can_be_used, here, put_files};
use crate::{
    engines::Engine,
    servers::{Gate, Reply},
    stage::Stage,
    tests,
};

tests!(in [Engine::Chromium];
    react_shows_changes_and_removes_the_news,
    vue_shows_changes_and_removes_the_news,
    svelte_shows_changes_and_removes_the_news,
    lit_shows_changes_and_removes_the_news,
    react_takes_over_what_a_server_printed,
    vue_takes_over_what_a_server_printed,
);

/// Names the folder of the built pages, where `cargo xtask test` could build them.
pub const FOLDER: &str = "STRILLONE_EXAMPLES";

async fn react_shows_changes_and_removes_the_news(stage: &mut Stage) -> Result<()> {
    draws(stage, "react").await
}

async fn vue_shows_changes_and_removes_the_news(stage: &mut Stage) -> Result<()> {
    draws(stage, "vue").await
}

async fn svelte_shows_changes_and_removes_the_news(stage: &mut Stage) -> Result<()> {
    draws(stage, "svelte").await
}

async fn lit_shows_changes_and_removes_the_news(stage: &mut Stage) -> Result<()> {
    draws(stage, "lit").await
}

async fn react_takes_over_what_a_server_printed(stage: &mut Stage) -> Result<()> {
    takes_over(stage, "react-printed").await
}

async fn vue_takes_over_what_a_server_printed(stage: &mut Stage) -> Result<()> {
    takes_over(stage, "vue-printed").await
}

async fn draws(stage: &mut Stage, name: &str) -> Result<()> {
    let folder = env::var_os(FOLDER).context(FOLDER)?;
    let page = put_files(stage, name, &Path::new(&folder).join(name))?;
    stage.open_page(&format!("{name}/index.html"), page).await?;
    stage.shows(&["One", "Two", "Three"]).await?;
    can_be_used(stage).await
}

/// The news is there before the framework's script, which finds the element changed by nothing
/// and keeps it.
async fn takes_over(stage: &mut Stage, name: &str) -> Result<()> {
    let folder = Path::new(&env::var_os(FOLDER).context(FOLDER)?).join(name);
    let page = put_files(stage, name, &folder)?;
    let gate = Gate::closed();
    let script = Reply::new("text/javascript", here(stage, &folder.join("main.js"))?);
    stage
        .partner
        .put(&format!("/{name}/main.js"), script.behind(&gate));
    stage
        .begin_to_open_page(&format!("{name}/index.html"), page)
        .await?;
    stage.shows(&["One", "Two", "Three"]).await?;
    stage.run("probe.first = probe.widgets()[0];").await?;
    gate.open();
    stage
        .until("(probe.all('button')[1].click(), probe.texts('headline').length === 2)")
        .await?;
    stage.until("probe.widgets()[0] === probe.first").await?;
    can_be_used(stage).await
}
