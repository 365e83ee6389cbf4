//! Long lists are drawn in slices: the page answers its reader in between, and what is shown
//! stays shown.

use anyhow::Result;
use serde_json::json;

use crate::{
    engines::Engine,
    feeds::feed,
    first::{draw_first, is_live},
    stage::Stage,
    tests,
};

tests!(in Engine::ALL;
    long_list_is_drawn_a_screenful_at_a_time,
    rows_stay_until_those_in_their_place_are_drawn,
);

async fn long_list_is_drawn_a_screenful_at_a_time(stage: &mut Stage) -> Result<()> {
    let headlines = numbered("Number", 300);
    let wasm = draw_first(stage, &texts(&headlines), "{ limit: 300 }").await?;
    watch(stage).await?;
    wasm.open();
    is_live(stage).await?;
    // The control: all of them were noticed.
    stage
        .until_equal("drawn", &json!([50, 50, 50, 50, 50, 50]))
        .await?;
    stage.until_equal("fewest", &json!(300)).await?;
    stage
        .until_equal(
            "reader.one('.list').getAttribute('aria-busy')",
            &json!(null),
        )
        .await?;
    stage
        .until_equal(
            "probe.seen.events.map(({ name, detail }) => [name, detail.items.length])",
            &json!([["ready", 300]]),
        )
        .await
}

async fn rows_stay_until_those_in_their_place_are_drawn(stage: &mut Stage) -> Result<()> {
    let (old, new) = (numbered("Old", 120), numbered("New", 120));
    stage.feeds.put("/feed.xml", feed(&texts(&old)));
    stage.open("reader.html").await?;
    stage.run("reader.add({ limit: 120 });").await?;
    stage.shows(&texts(&old)).await?;
    watch(stage).await?;
    stage.feeds.put("/feed.xml", feed(&texts(&new)));
    stage.run("probe.widgets()[0].refresh();").await?;
    stage.shows(&texts(&new)).await?;
    stage.until_equal("fewest", &json!(120)).await
}

/// Notes how many rows the component draws in a task, and how many are seen after each.
async fn watch(stage: &Stage) -> Result<()> {
    stage
        .run(
            "self.drawn = [];
             self.fewest = Infinity;
             const isRow = (it) => it.matches?.('.item') && !it.closest('.first');
             new MutationObserver((changes) => {
               const rows = changes.flatMap((it) => [...it.addedNodes].filter(isRow));
               if (rows.length > 0) drawn.push(rows.length);
               const all = [...reader.root().querySelectorAll('.item')];
               self.fewest = Math.min(self.fewest, all.filter((it) => it.checkVisibility()).length);
             }).observe(reader.root(), { childList: true, subtree: true });",
        )
        .await
}

fn numbered(word: &str, count: usize) -> Vec<String> {
    (1..=count).map(|it| format!("{word} {it}")).collect()
}

fn texts(headlines: &[String]) -> Vec<&str> {
    headlines.iter().map(String::as_str).collect()
}
