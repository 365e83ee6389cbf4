//! The success criteria of WCAG 2.2 that no rule of a program can judge, tried as a reader
//! would: <https://www.w3.org/TR/WCAG22/>. Those of motion are in `motion`, those of the
//! keyboard in `keyboard`.

use anyhow::Result;
use serde_json::json;
use thirtyfour::Key;

use crate::{
    engines::Engine,
    feeds::{feed, rss},
    gallery,
    keyboard::{point_at, press},
    servers::Reply,
    stage::Stage,
    tests,
};

tests!(in Engine::ALL;
    popover_under_the_pointer_stays_until_dismissed,
    popover_at_the_focus_stays_until_dismissed,
    popover_lies_in_the_window_and_not_over_its_headline,
    news_is_said_in_a_status_node_that_was_there,
    right_to_left_widget_is_mirrored,
    widely_spaced_text_is_not_cut_off,
    narrow_page_does_not_scroll_sideways,
);

const IS_OPEN: &str = "probe.parts('preview').length === 1";
const IS_CLOSED: &str = "probe.parts('preview').length === 0";

/// 1.4.13: hoverable, persistent, dismissible.
async fn popover_under_the_pointer_stays_until_dismissed(stage: &mut Stage) -> Result<()> {
    popover(stage).await?;
    point_at(stage, "probe.parts('headline')[0]").await?;
    stage.until(IS_OPEN).await?;
    point_at(stage, "probe.parts('preview')[0]").await?;
    // Longer than a preview waits for a pointer that left its headline.
    stage.run("probe.since = performance.now();").await?;
    stage.until("performance.now() > probe.since + 600").await?;
    stage.until(IS_OPEN).await?;
    press(stage, Key::Escape).await?;
    stage.until(IS_CLOSED).await?;
    // The pointer did not move, and what it is over now opens nothing.
    stage.run("probe.since = performance.now();").await?;
    stage.until("performance.now() > probe.since + 600").await?;
    stage.until(IS_CLOSED).await?;
    point_at(stage, "document.querySelector('h1')").await
}

async fn popover_at_the_focus_stays_until_dismissed(stage: &mut Stage) -> Result<()> {
    popover(stage).await?;
    stage.run("before.focus();").await?;
    press(stage, Key::Tab).await?;
    stage.until(IS_OPEN).await?;
    press(stage, Key::Escape).await?;
    stage.until(IS_CLOSED).await?;
    stage.until_equal("reader.stop()", &json!("a Uno")).await
}

/// 2.4.11: wherever in the window the headline is, and however long its text.
async fn popover_lies_in_the_window_and_not_over_its_headline(stage: &mut Stage) -> Result<()> {
    popover(stage).await?;
    let long = rss(20, &["Uno", "Due"]).replace("About Due.", &"Molte parole. ".repeat(400));
    stage.feeds.put("/feed.xml", Reply::new("text/xml", long));
    stage
        .run("document.body.style.padding = '900px 0'; probe.widgets()[0].refresh();")
        .await?;
    for place in ["start", "center", "end"] {
        stage
            .run(&format!(
                "probe.parts('item')[1].scrollIntoView({{ block: '{place}' }});
                 probe.parts('toggle')[1].click();"
            ))
            .await?;
        stage
            .until(
                "probe.parts('preview').some((preview) => {
                   const { top, bottom, height } = preview.getBoundingClientRect();
                   const opener = probe.parts('item')[1].getBoundingClientRect();
                   const isBeside = top >= opener.bottom - 1 || bottom <= opener.top + 1;
                   return height > 100 && isBeside && top >= -1 && bottom <= innerHeight + 1;
                 })",
            )
            .await?;
        press(stage, Key::Escape).await?;
        stage.until(IS_CLOSED).await?;
    }
    Ok(())
}

async fn popover(stage: &mut Stage) -> Result<()> {
    stage.feeds.put("/feed.xml", feed(&["Uno", "Due"]));
    stage.open("reader.html").await?;
    point_at(stage, "document.querySelector('h1')").await?;
    stage
        .run("reader.add({ lang: 'it', preview: 'popover' });")
        .await?;
    stage.shows(&["Uno", "Due"]).await
}

/// 4.1.3: without moving the focus, in a node that assistive technology knows already.
async fn news_is_said_in_a_status_node_that_was_there(stage: &mut Stage) -> Result<()> {
    stage.feeds.put("/feed.xml", feed(&["Uno"]));
    stage.open("reader.html").await?;
    stage.run("reader.add({ lang: 'it' });").await?;
    stage.shows(&["Uno"]).await?;
    stage
        .run("probe.status = reader.one('[role=status]'); before.focus();")
        .await?;
    stage
        .until_equal("probe.status.textContent", &json!(""))
        .await?;
    stage.feeds.put("/feed.xml", feed(&["Due", "Tre"]));
    stage.run("probe.widgets()[0].refresh();").await?;
    stage
        .until("/^\\d nuov[ae] notizi[ae]$/.test(probe.status.textContent)")
        .await?;
    stage
        .until("probe.status === reader.one('[role=status]') && reader.focused() === before")
        .await
}

async fn right_to_left_widget_is_mirrored(stage: &mut Stage) -> Result<()> {
    stage.feeds.put("/feed.xml", feed(&["واحد", "اثنان"]));
    stage.open("reader.html").await?;
    for layout in ["list", "rotator", "ticker"] {
        stage
            .run(&format!(
                "here.textContent = ''; reader.add({{ lang: 'ar', layout: '{layout}' }});"
            ))
            .await?;
        stage.until("probe.parts('headline').length > 0").await?;
        let ends = "['.item .time', '.item .headline', '.item .toggle']
            .map((it) => reader.one(it).getBoundingClientRect().right)";
        stage
            .until(&format!(
                "((ends) => ends[0] > ends[1] && ends[1] > ends[2])({ends})"
            ))
            .await?;
    }
    Ok(())
}

/// 1.4.12, with the reader's own style on the page, all previews open.
async fn widely_spaced_text_is_not_cut_off(stage: &mut Stage) -> Result<()> {
    gallery::open(stage).await?;
    stage.run(gallery::OPEN_PREVIEWS).await?;
    stage
        .run(
            "const style = new CSSStyleSheet();
             style.replaceSync(`* {
                 line-height: 1.5 !important; letter-spacing: 0.12em !important;
                 word-spacing: 0.16em !important;
             } p { margin-block-end: 2em !important; }`);
             document.adoptedStyleSheets.push(style);",
        )
        .await?;
    stage.until_drawn().await?;
    let spacing = "parseFloat(getComputedStyle(reader.one('.headline')).letterSpacing) > 1";
    stage.until(spacing).await?;
    stage.until_equal("reader.cut()", &json!([])).await
}

/// 1.4.10: 320 CSS pixels, all previews open.
async fn narrow_page_does_not_scroll_sideways(stage: &mut Stage) -> Result<()> {
    gallery::open(stage).await?;
    stage.run(gallery::OPEN_PREVIEWS).await?;
    // A frame can be narrower than any window.
    stage
        .run("document.documentElement.style.inlineSize = '320px';")
        .await?;
    stage.until_drawn().await?;
    let wide = "[...document.querySelectorAll('body, body *')]
        .filter((it) => it.getBoundingClientRect().right > 321)
        .map((it) => `${it.localName}#${it.id}`)";
    stage.until_equal(wide, &json!([])).await?;
    stage.until_equal("reader.cut()", &json!([])).await
}
