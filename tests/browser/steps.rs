//! The steps of loading, pixel by pixel: the copy on the device, the first headlines of the feed,
//! the component, and a refresh after which the feed says the same.

use anyhow::{Result, ensure};
use serde_json::json;

use crate::{
    engines::Engine,
    first::{FIRST, is_live},
    servers::{Gate, Reply},
    sharing::until_kept,
    stage::Stage,
    tests,
};

tests!(in [Engine::Chromium];
    steps_of_loading_look_the_same,
);

async fn steps_of_loading_look_the_same(stage: &mut Stage) -> Result<()> {
    let demo = include_bytes!("../../demo/feed.xml");
    let feed = Reply::new("application/rss+xml", *demo).header("Cache-Control", "max-age=60");
    stage.feeds.put("/feed.xml", feed.clone());
    stage.open("reader.html").await?;
    stage.run("reader.add({});").await?;
    stage.until("probe.parts('item').length > 0").await?;
    until_kept(stage).await?;
    for (number, options) in [
        json!({}),
        json!({ "lang": "it", "time": "relative", "preview": "none", "theme": "dark" }),
        json!({ "layout": "ticker", "speed": "0" }),
        json!({ "layout": "rotator", "lang": "ar" }),
    ]
    .into_iter()
    .enumerate()
    {
        let (answer, wasm) = (Gate::closed(), stage.hold_wasm()?);
        stage.feeds.put("/feed.xml", feed.clone().behind(&answer));
        stage.open("reader.html").await?;
        // A copy that is fresh enough would do, and there would be no request.
        let hours = number + 1;
        stage
            .run(&format!(
                "{{ const {{ now }} = Date; Date.now = () => now() + {hours} * 3_600_000; }}
                 self.answers = () => performance.getEntriesByType('resource')
                   .filter(({{ name }}) => name.endsWith('/feed.xml')).length;"
            ))
            .await?;
        stage.run(&format!("reader.add({options});")).await?;
        stage
            .until(&format!("{FIRST}.querySelector('.item')"))
            .await?;
        let copied = picture(stage).await?;
        answer.open();
        stage.until_equal("answers()", &json!(1)).await?;
        let listed = picture(stage).await?;
        wasm.open();
        is_live(stage).await?;
        let live = picture(stage).await?;
        stage.run("probe.widgets()[0].refresh();").await?;
        stage.until_equal("answers()", &json!(2)).await?;
        let refreshed = picture(stage).await?;
        for (step, seen) in [("listed", listed), ("live", live), ("refreshed", refreshed)] {
            ensure!(
                seen == copied,
                "with options {number}, what is {step} looks otherwise"
            );
        }
    }
    // The control: what looks otherwise is another picture.
    let before = picture(stage).await?;
    stage
        .run("reader.one('.heading').style.color = 'red';")
        .await?;
    ensure!(picture(stage).await? != before, "a red heading is not seen");
    Ok(())
}

/// The window once it is drawn. An encoder makes the same file of the same pixels.
async fn picture(stage: &Stage) -> Result<Vec<u8>> {
    stage.until_drawn().await?;
    Ok(stage.driver.screenshot_as_png().await?)
}
