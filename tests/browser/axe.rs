//! The rules of axe-core (<https://github.com/dequelabs/axe-core>) on every layout and state of
//! the gallery, and on the builder: the success criteria of WCAG 2.0 to 2.2 at A and AA that a program can judge,
//! and best practices.

use std::{env, fs};

use anyhow::{Context, Result, ensure};
use serde_json::json;

use crate::{builder, engines::Engine, gallery, stage::Stage, tests};

tests!(in [Engine::Chromium, Engine::WebKit];
    gallery_breaks_no_rule_of_accessibility,
    builder_breaks_no_rule_of_accessibility,
);

/// The variable that names axe-core's script.
pub const RULES: &str = "STRILLONE_AXE";

async fn gallery_breaks_no_rule_of_accessibility(stage: &mut Stage) -> Result<()> {
    gallery::open(stage).await?;
    bring_axe(stage).await?;
    judge(stage, "light").await?;
    gallery::press(stage, "theme").await?;
    judge(stage, "dark").await?;
    stage.run(gallery::OPEN_PREVIEWS).await?;
    stage
        .until("reader.one('.toggle').getAttribute('aria-expanded') === 'true'")
        .await?;
    judge(stage, "dark, previews open").await?;
    gallery::press(stage, "theme").await?;
    judge(stage, "light, previews open").await?;
    stage
        .run("document.querySelector('#popover').shadowRoot.querySelector('.toggle').click();")
        .await?;
    stage
        .until("document.querySelector('#popover').shadowRoot.querySelector('.preview')")
        .await?;
    gallery::press(stage, "network").await?;
    stage.until("reader.one('.notice')").await?;
    judge(stage, "offline, a preview over the page").await
}

async fn builder_breaks_no_rule_of_accessibility(stage: &mut Stage) -> Result<()> {
    builder::open(stage, "").await?;
    bring_axe(stage).await?;
    stage.until("probe.parts('headline').length > 0").await?;
    judge(stage, "at first").await?;
    stage
        .run("for (const it of document.querySelectorAll('details')) it.open = true;")
        .await?;
    judge(stage, "unfolded").await?;
    stage
        .run("document.documentElement.style.colorScheme = 'dark';")
        .await?;
    judge(stage, "dark").await
}

async fn bring_axe(stage: &Stage) -> Result<()> {
    let axe = fs::read_to_string(env::var_os(RULES).context("axe-core is there")?)?;
    stage.run(&format!("{axe}; self.axe = axe;")).await
}

/// Runs every rule; what it finds is said as `rule: where: why`.
async fn judge(stage: &Stage, state: &str) -> Result<()> {
    stage
        .run(
            "self.judged = undefined;
             const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
             axe.run(document, {
                 runOnly: { type: 'tag', values: tags },
                 resultTypes: ['violations'],
             }).then(
                 ({ violations, passes }) => {
                     const found = violations.flatMap(({ id, nodes }) =>
                         nodes.map((it) => `${id}: ${it.target}: ${it.failureSummary}`));
                     self.judged = { found, rules: passes.length };
                 },
                 (error) => { self.judged = { found: [String(error)], rules: 0 }; },
             );",
        )
        .await?;
    stage.until("self.judged").await?;
    let judged = stage.value("judged").await?;
    let found = judged.pointer("/found").context("what was found")?;
    ensure!(*found == json!([]), "{state}: {found:#}");
    let rules = judged.pointer("/rules").and_then(|it| it.as_u64());
    ensure!(
        rules > Some(30),
        "{state}: only {rules:?} rules had something to judge"
    );
    Ok(())
}
