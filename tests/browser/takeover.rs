//! What the reader is at stays when the component takes over from the first headlines.

use anyhow::{Result, ensure};
use serde_json::json;
use thirtyfour::Key;

use crate::{
    engines::Engine,
    first::{COMPONENT, FIRST, draw_first, is_live},
    keyboard::{point_at, press},
    stage::Stage,
    tests,
};

tests!(in Engine::ALL;
    tab_key_goes_on_from_the_headline_it_was_at,
    mouse_presses_the_headline_that_it_was_over,
    page_stays_where_it_was_scrolled_to,
    standing_line_stays_where_it_was_scrolled_to,
);

/// Only Chromium's driver has fingers that scroll.
mod touch {
    use super::{Engine, tests, touch_scroll_goes_on};

    tests!(in [Engine::Chromium]; touch_scroll_goes_on,);
}
pub use touch::TESTS as TOUCH;

async fn tab_key_goes_on_from_the_headline_it_was_at(stage: &mut Stage) -> Result<()> {
    let wasm = draw_first(stage, &["One", "Two", "Three"], "{ lang: 'en' }").await?;
    stage.run("before.focus();").await?;
    for headline in ["a One", "a Two"] {
        press(stage, Key::Tab).await?;
        has_focus(stage, headline).await?;
    }
    wasm.open();
    is_live(stage).await?;
    has_focus(stage, "a Two").await?;
    for next in ["button Preview: Two", "a Three"] {
        press(stage, Key::Tab).await?;
        has_focus(stage, next).await?;
    }
    Ok(())
}

async fn mouse_presses_the_headline_that_it_was_over(stage: &mut Stage) -> Result<()> {
    let wasm = draw_first(stage, &["One", "Two", "Three"], "{}").await?;
    let second = format!("{FIRST}.querySelectorAll('a.headline')[1]");
    point_at(stage, &second).await?;
    stage.until(&format!("{second}.matches(':hover')")).await?;
    wasm.open();
    is_live(stage).await?;
    // What is pressed without moving the mouse is the same headline.
    stage
        .run("document.addEventListener('click', (click) => click.preventDefault());")
        .await?;
    stage.driver.action_chain().click().perform().await?;
    stage
        .until_equal(
            "probe.seen.events.filter(({ name }) => name === 'open').map(({ detail }) => detail.title)",
            &json!(["Two"]),
        )
        .await
}

async fn page_stays_where_it_was_scrolled_to(stage: &mut Stage) -> Result<()> {
    let headlines: Vec<String> = (1..=300).map(|it| format!("Number {it}")).collect();
    let headlines: Vec<&str> = headlines.iter().map(String::as_str).collect();
    let wasm = draw_first(stage, &headlines, "{ limit: 300 }").await?;
    stage.run("scrollTo(0, 5000);").await?;
    stage.until_equal("scrollY", &json!(5000)).await?;
    wasm.open();
    is_live(stage).await?;
    stage.until_drawn().await?;
    stage.until_equal("scrollY", &json!(5000)).await
}

async fn touch_scroll_goes_on(stage: &mut Stage) -> Result<()> {
    let headlines: Vec<String> = (1..=100).map(|it| format!("Number {it}")).collect();
    let headlines: Vec<&str> = headlines.iter().map(String::as_str).collect();
    let wasm = draw_first(stage, &headlines, "{ limit: 100 }").await?;
    // The finger takes the page by a headline, which is gone before it lets go.
    touch(stage, "touchStart", 400).await?;
    for y in [380, 350, 320, 300] {
        touch(stage, "touchMove", y).await?;
    }
    stage.until("scrollY > 50").await?;
    stage.until_drawn().await?;
    let scrolled = stage.value("scrollY").await?;
    wasm.open();
    is_live(stage).await?;
    stage.until_drawn().await?;
    stage.until_equal("scrollY", &scrolled).await?;
    for y in [250, 200, 150] {
        touch(stage, "touchMove", y).await?;
    }
    stage.until(&format!("scrollY > {scrolled} + 100")).await?;
    touch(stage, "touchEnd", 150).await?;
    stage
        .until_equal(
            "probe.seen.events.map(({ name }) => name)",
            &json!(["ready"]),
        )
        .await
}

async fn touch(stage: &Stage, kind: &str, y: i32) -> Result<()> {
    let points = match kind {
        "touchEnd" => json!([]),
        _ => json!([{ "x": 200, "y": y }]),
    };
    let touch = json!({ "type": kind, "touchPoints": points });
    let devtools = stage.driver.cdp();
    devtools.send_raw("Input.dispatchTouchEvent", touch).await?;
    Ok(())
}

async fn standing_line_stays_where_it_was_scrolled_to(stage: &mut Stage) -> Result<()> {
    let headlines: Vec<String> = (1..=20).map(|it| format!("Number {it}")).collect();
    let headlines: Vec<&str> = headlines.iter().map(String::as_str).collect();
    let wasm = draw_first(
        stage,
        &headlines,
        "{ layout: 'ticker', speed: 0, limit: 20 }",
    )
    .await?;
    // It comes to rest at a headline.
    let first = format!("{FIRST}.querySelector('.track').scrollLeft");
    stage.run(&format!("{first} = 150;")).await?;
    stage.until_drawn().await?;
    let scrolled = stage.value(&first).await?;
    ensure!(scrolled.as_f64() > Some(50.0), "{scrolled}");
    wasm.open();
    is_live(stage).await?;
    let component = format!("{COMPONENT}.querySelector('.track').scrollLeft");
    stage.until_equal(&component, &scrolled).await
}

async fn has_focus(stage: &Stage, name: &str) -> Result<()> {
    stage
        .until_equal("reader.named(reader.focused())", &json!(name))
        .await
}
