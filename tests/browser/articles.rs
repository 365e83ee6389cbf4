//! Where an opened article stands: its title in view, and the pressed row under the pointer.

use anyhow::Result;
use serde_json::json;

use crate::{engines::Engine, feeds::rss, keyboard::point_at, servers::Reply, stage::Stage, tests};

tests!(in Engine::ALL;
    title_beside_the_list_is_in_view_and_the_pressed_row_stays,
    last_row_stays_at_the_end_of_the_page,
    title_under_the_list_is_in_view,
    next_article_s_title_is_in_view,
    title_is_in_view_in_a_box_that_scrolls,
    pointer_that_moves_on_shows_the_next_preview,
    more_headlines_take_the_focus,
    reader_s_own_region_writes_the_times,
);

const TITLE_IS_IN_VIEW: &str = "(() => {
    const title = probe.parts('preview-title')[0];
    if (!title) return false;
    const { top, bottom } = title.getBoundingClientRect();
    const box = probe.widgets()[0].getBoundingClientRect();
    const isWithin = (start, end) => top >= start - 1 && bottom <= end + 1;
    return isWithin(0, innerHeight) && isWithin(box.top, box.bottom);
})()";

async fn title_beside_the_list_is_in_view_and_the_pressed_row_stays(
    stage: &mut Stage,
) -> Result<()> {
    open(stage, "{ preview: 'panel' }", "inline-size: 750px").await?;
    press_toggle(stage, 30).await?;
    stage.until(TITLE_IS_IN_VIEW).await?;
    stage
        .until("Math.abs(probe.row.getBoundingClientRect().top - probe.was) <= 2")
        .await
}

async fn last_row_stays_at_the_end_of_the_page(stage: &mut Stage) -> Result<()> {
    open(stage, "{ preview: 'panel' }", "inline-size: 750px").await?;
    stage
        .run("document.body.style.paddingBlockEnd = '60px';")
        .await?;
    press_toggle(stage, 39).await?;
    stage.until(TITLE_IS_IN_VIEW).await?;
    stage
        .until("Math.abs(probe.row.getBoundingClientRect().top - probe.was) <= 2")
        .await
}

async fn title_under_the_list_is_in_view(stage: &mut Stage) -> Result<()> {
    open(stage, "{ preview: 'panel' }", "inline-size: 320px").await?;
    press_toggle(stage, 1).await?;
    stage.until(TITLE_IS_IN_VIEW).await
}

async fn next_article_s_title_is_in_view(stage: &mut Stage) -> Result<()> {
    title_under_the_list_is_in_view(stage).await?;
    stage.run("reader.one('.preview .next').click();").await?;
    stage
        .until("probe.texts('preview-title')[0].startsWith('Headline 2 ')")
        .await?;
    stage.until(TITLE_IS_IN_VIEW).await?;
    stage
        .until("reader.focused().matches('.preview .next')")
        .await
}

async fn title_is_in_view_in_a_box_that_scrolls(stage: &mut Stage) -> Result<()> {
    let style = "inline-size: 340px; padding-inline-end: 20px; overflow: auto; \
                 --strillone-reserve: 300px; block-size: 300px";
    open(stage, "{ preview: 'panel' }", style).await?;
    press_toggle(stage, 1).await?;
    stage.until(TITLE_IS_IN_VIEW).await
}

async fn pointer_that_moves_on_shows_the_next_preview(stage: &mut Stage) -> Result<()> {
    open(
        stage,
        "{ preview: 'popover', limit: 4 }",
        "inline-size: 320px",
    )
    .await?;
    for number in [0, 1] {
        point_at(stage, &format!("probe.parts('headline')[{number}]")).await?;
        stage
            .until(&format!(
                "probe.texts('preview-title')[0]?.startsWith('Headline {number} ')"
            ))
            .await?;
    }
    point_at(stage, "document.querySelector('h1')").await
}

async fn more_headlines_take_the_focus(stage: &mut Stage) -> Result<()> {
    open(
        stage,
        "{ limit: 3, more: 4, lines: 1 }",
        "inline-size: 320px",
    )
    .await?;
    stage.run("probe.parts('more')[0].click();").await?;
    stage
        .until_equal("probe.parts('headline').length", &json!(7))
        .await?;
    stage
        .until("reader.focused() === probe.parts('headline')[3]")
        .await
}

/// A British reader has no "PM" on a page in English, and an American no "04".
async fn reader_s_own_region_writes_the_times(stage: &mut Stage) -> Result<()> {
    stage.feeds.put("/feed.xml", feed(1));
    stage.open("reader.html").await?;
    for (reader, page, time) in [
        ("en-GB", "en", "^16:00$"),
        ("en-US", "en", "^4:00.PM$"),
        ("en-GB", "en-US", "^4:00.PM$"),
        ("en-GB", "it", "^16:00$"),
        ("zh-TW", "zh", "^16:00$"),
    ] {
        stage
            .run(&format!(
                "here.textContent = '';
                 Object.defineProperty(navigator, 'languages', {{ value: ['{reader}'], configurable: true }});
                 reader.add({{ lang: '{page}', 'time-zone': 'UTC' }});"
            ))
            .await?;
        stage
            .until(&format!("/{time}/.test(probe.texts('time')[0])"))
            .await?;
        // A formatter is kept for the reader that it was made for.
        stage.open("reader.html").await?;
    }
    Ok(())
}

/// A feed of that many long articles.
fn feed(count: usize) -> Reply {
    let titles: Vec<String> = (0..count)
        .map(|number| {
            format!("Headline {number} is as long as headlines of newspapers are, or longer")
        })
        .collect();
    let titles: Vec<&str> = titles.iter().map(String::as_str).collect();
    let long = rss(16, &titles);
    let words = "Many words. ".repeat(200);
    Reply::new(
        "text/xml",
        long.replace("About Headline", &format!("{words} About Headline")),
    )
}

async fn open(stage: &mut Stage, attributes: &str, style: &str) -> Result<()> {
    stage.feeds.put("/feed.xml", feed(40));
    stage.open("reader.html").await?;
    let outside = stage.driver.action_chain().move_to(799, 1);
    outside.perform().await?;
    stage
        .run(&format!(
            "document.body.style.paddingBlockEnd = '3000px';
             reader.add({{ lang: 'it', limit: 40, heading: '', ...{attributes} }}, '{style}');"
        ))
        .await?;
    stage.until("probe.parts('headline').length > 2").await?;
    stage.until_drawn().await
}

/// Presses the button of a headline with the pointer.
async fn press_toggle(stage: &Stage, number: usize) -> Result<()> {
    stage
        .run(&format!(
            "probe.row = probe.parts('item')[{number}];
             probe.row.scrollIntoView({{ block: 'center', behavior: 'instant' }});"
        ))
        .await?;
    stage.until_drawn().await?;
    point_at(stage, &format!("probe.parts('toggle')[{number}]")).await?;
    stage
        .run("probe.was = probe.row.getBoundingClientRect().top;")
        .await?;
    stage.driver.action_chain().click().perform().await?;
    Ok(())
}
