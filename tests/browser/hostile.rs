//! Feeds that attack. The payloads are those of other cleaners' tests; `cargo xtask test`
//! fetches them and names the file in `STRILLONE_HOSTILE_FEEDS`, a feed as a JSON string a line.

use std::{env, fs};

use anyhow::{Context, Result, ensure};
use serde_json::{Value, json};

use crate::{
    engines::Engine,
    servers::Reply,
    stage::{Stage, Trouble},
    tests,
};

tests!(in [Engine::Chromium];
    feeds_that_attack_put_nothing_forbidden_on_the_page,
);

const AT_ONCE: usize = 100;

/// The variable that names the file of payloads.
pub const PAYLOADS: &str = "STRILLONE_HOSTILE_FEEDS";

async fn feeds_that_attack_put_nothing_forbidden_on_the_page(stage: &mut Stage) -> Result<()> {
    // Pictures are allowed, but not by the page's policy: so none is asked for.
    stage.expect(Trouble::Violation);
    stage.expect(Trouble::Complaint);
    let file = env::var_os(PAYLOADS).context("the payloads are there")?;
    let mut addresses = Vec::new();
    for (number, line) in fs::read_to_string(file)?.lines().enumerate() {
        let feed: String = serde_json::from_str(line)?;
        let path = format!("/{number}");
        stage
            .feeds
            .put(&path, Reply::new("text/plain; charset=utf-8", feed));
        addresses.push(format!("{}{path}", stage.feeds.origin));
    }
    stage.open("hostile.html").await?;
    for part in addresses.chunks(AT_ONCE) {
        stage.run("self.judged = undefined;").await?;
        stage.run(&format!("judge({});", json!(part))).await?;
        stage.until("self.judged").await?;
        let judged = stage.value("self.judged").await?;
        ensure!(judged.pointer("/found") == Some(&json!([])), "{judged:#}");
        ensure!(judged.pointer("/asked") == Some(&json!([])), "{judged:#}");
        // Most payloads leave something to read.
        let shown = judged.pointer("/shown").and_then(Value::as_u64);
        ensure!(shown > Some(20), "{judged:#}");
    }
    Ok(())
}
