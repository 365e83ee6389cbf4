//! A partner who keeps room for the widget, as the documentation says, has a page that does
//! not move: <https://wicg.github.io/layout-instability/>, measured by Chromium alone.

use anyhow::Result;
use serde_json::json;

use crate::{
    engines::Engine,
    feeds::{feed, front_page_text},
    servers::{Gate, Reply},
    shipped::{script, wasm},
    stage::Stage,
    tests,
};

tests!(in [Engine::Chromium];
    element_shifts_nothing_when_it_arrives,
    element_without_content_shifts_nothing_when_it_arrives,
    script_tag_shifts_nothing_when_it_arrives,
    pictures_shift_nothing_when_they_come,
);

async fn element_shifts_nothing_when_it_arrives(stage: &mut Stage) -> Result<()> {
    arrives_without_a_shift(stage, "reserved-element.html").await
}

async fn element_without_content_shifts_nothing_when_it_arrives(stage: &mut Stage) -> Result<()> {
    arrives_without_a_shift(stage, "reserved-bare-element.html").await
}

async fn script_tag_shifts_nothing_when_it_arrives(stage: &mut Stage) -> Result<()> {
    arrives_without_a_shift(stage, "reserved-script-tag.html").await
}

/// Each part comes after the page has been drawn without it: the script, the wasm, the feed.
async fn arrives_without_a_shift(stage: &mut Stage, host: &str) -> Result<()> {
    let [code, module, news] = [Gate::closed(), Gate::closed(), Gate::closed()];
    stage.cdn.put("/strillone.js", script()?.behind(&code));
    stage.cdn.put("/strillone.wasm", wasm()?.behind(&module));
    stage
        .feeds
        .put("/feed.xml", feed(&["One", "Two", "Three"]).behind(&news));
    stage.begin_to_open(host).await?;
    stage.until("self.below").await?;
    stage.until_drawn().await?;
    code.open();
    stage
        .until("probe.widgets()[0] && probe.widgets()[0].state === 'loading'")
        .await?;
    stage.until_drawn().await?;
    module.open();
    stage
        .until_requested(&stage.cdn, "/strillone.wasm", 1)
        .await?;
    stage
        .until("probe.widgets()[0].state === 'loading'")
        .await?;
    stage.until_drawn().await?;
    news.open();
    stage.shows(&["One", "Two", "Three"]).await?;
    stage.until_drawn().await?;
    stage.until_equal("probe.seen.shifts", &json!([])).await
}

/// Also where the feed does not say how large they are.
async fn pictures_shift_nothing_when_they_come(stage: &mut Stage) -> Result<()> {
    stage.open("reader.html").await?;
    for (number, attributes) in [
        "{ thumbnails: 'start' }",
        "{ lead: 'first' }",
        "{ layout: 'cards' }",
        "{ preview: 'panel', open: 'first' }",
        "{ open: 'first' }",
    ]
    .into_iter()
    .enumerate()
    {
        let come = Gate::closed();
        let name = format!("picture-{number}.svg");
        let feed = front_page_text()
            .replace(" width='600' height='400'", "")
            .replace("picture.svg", &name);
        stage.feeds.put("/feed.xml", Reply::new("text/xml", feed));
        let drawing = "<svg xmlns='http://www.w3.org/2000/svg' width='500' height='300'/>";
        let picture = Reply::new("image/svg+xml", drawing);
        stage.feeds.put(&format!("/{name}"), picture.behind(&come));
        stage
            .run(&format!(
                "here.textContent = ''; reader.add({{ limit: 3, ...{attributes} }});"
            ))
            .await?;
        stage.until("probe.parts('picture').length > 0").await?;
        stage.until_drawn().await?;
        stage.run("probe.seen.shifts.length = 0;").await?;
        come.open();
        stage
            .until("probe.parts('picture').some((it) => it.naturalWidth === 500)")
            .await?;
        stage.until_drawn().await?;
        stage
            .until_equal("probe.seen.shifts", &json!([]))
            .await
            .map_err(|error| error.context(attributes))?;
    }
    Ok(())
}
