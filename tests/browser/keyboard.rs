//! The widget by the keyboard alone: the order of the stops, what has the focus in view, and
//! where the focus goes when previews open and close.

use std::fmt::Write;

use anyhow::{Context, Result, ensure};
use serde_json::{Value, json};
use thirtyfour::Key;

use crate::{engines::Engine, feeds::feed, stage::Stage, tests};

tests!(in Engine::ALL;
    tab_reaches_everything_in_order_and_in_view,
    focus_goes_into_an_area_and_comes_back,
    focus_goes_into_a_popover_and_comes_back,
);

/// The stops of each layout, with the attributes that make it.
const STOPS: &str = include_str!("keyboard/stops.txt");

/// WCAG 2.1.1, 2.1.2, 2.4.3, 2.4.11. A narrow ticker's headlines are wider than its box.
async fn tab_reaches_everything_in_order_and_in_view(stage: &mut Stage) -> Result<()> {
    stage
        .feeds
        .put("/feed.xml", feed(&["Il faro torna ad accendersi", "Due"]));
    stage.open("reader.html").await?;
    let mut seen = String::new();
    for attributes in STOPS.lines().filter(|line| line.starts_with('{')) {
        stage.run("here.textContent = '';").await?;
        let width = "inline-size: 20rem";
        stage
            .run(&format!("reader.add({attributes}, '{width}');"))
            .await?;
        stage.until("probe.parts('toggle').length > 0").await?;
        stage.until_drawn().await?;
        stage.run("before.focus();").await?;
        writeln!(seen, "{attributes}")?;
        // More stops than any widget has: the keyboard must get out of it.
        for _ in 0..20 {
            press(stage, Key::Tab).await?;
            let stop = stage.value("reader.stop()").await?;
            writeln!(seen, "  {}", stop.as_str().context("a stop has a name")?)?;
            if stop == json!("a After") {
                break;
            }
        }
        seen.push('\n');
    }
    ensure!(seen.trim_end() == STOPS.trim_end(), "the stops are\n{seen}");
    Ok(())
}

async fn focus_goes_into_an_area_and_comes_back(stage: &mut Stage) -> Result<()> {
    focus_goes_and_comes_back(stage, "panel").await
}

async fn focus_goes_into_a_popover_and_comes_back(stage: &mut Stage) -> Result<()> {
    focus_goes_and_comes_back(stage, "popover").await?;
    // Longer than a headline with the focus waits before it opens: the reader has closed this one.
    stage.run("probe.since = performance.now();").await?;
    stage.until("performance.now() > probe.since + 600").await?;
    let titles = "probe.texts('preview-title')";
    stage.until_equal(titles, &json!([])).await?;
    // Another that the reader goes to opens.
    stage.run("probe.parts('toggle')[0].focus();").await?;
    stage.until_equal(titles, &json!(["Uno"])).await
}

async fn focus_goes_and_comes_back(stage: &mut Stage, preview: &str) -> Result<()> {
    stage.feeds.put("/feed.xml", feed(&["Uno", "Due"]));
    stage.open("reader.html").await?;
    stage
        .run(&format!(
            "reader.add({{ lang: 'it', preview: '{preview}' }});"
        ))
        .await?;
    stage.until("probe.parts('toggle').length === 2").await?;
    stage.run("probe.parts('toggle')[0].focus();").await?;
    press(stage, Key::Enter).await?;
    stage
        .until_equal("reader.focused().className", &json!("preview"))
        .await?;
    stage
        .until_equal("probe.texts('preview-title')", &json!(["Uno"]))
        .await?;
    // Next, then previous: the focus stays on the button that was pressed, as long as it is there.
    stage.run("reader.one('.preview .next').focus();").await?;
    press(stage, Key::Enter).await?;
    stage
        .until_equal("probe.texts('preview-title')", &json!(["Due"]))
        .await?;
    stage
        .until_equal("reader.focused().className", &json!("preview"))
        .await?;
    press(stage, Key::Escape).await?;
    stage
        .until_equal("probe.texts('preview-title')", &json!([]))
        .await?;
    stage
        .until_equal(STOP, &json!("button Anteprima: Due"))
        .await
}

const STOP: &str = "reader.stop()";

/// Presses a key, as a reader does.
pub async fn press(stage: &Stage, key: Key) -> Result<()> {
    let keys = stage.driver.action_chain().send_keys(key);
    keys.perform().await.context("a key")?;
    Ok(())
}

/// Moves the mouse to the middle of an element that an expression names.
pub async fn point_at(stage: &Stage, element: &str) -> Result<()> {
    let place = stage
        .value(&format!(
            "(({{ left, top, width, height }}) => [left + width / 2, top + height / 2].map(Math.round))\
             ({element}.getBoundingClientRect())"
        ))
        .await?;
    let coordinate = |number| place.get(number).and_then(Value::as_i64);
    let (left, top) = (coordinate(0).context("x")?, coordinate(1).context("y")?);
    let mouse = stage.driver.action_chain().move_to(left, top);
    mouse.perform().await.context("the mouse")?;
    Ok(())
}
