//! News comes while a reader reads: what is under the eyes or the hand stays where it is.

use anyhow::Result;
use serde_json::json;

use crate::{engines::Engine, feeds::feed_until, keyboard::point_at, stage::Stage, tests};

tests!(in Engine::ALL;
    headline_under_the_eyes_stays_when_news_comes_above_it,
    headline_under_the_pointer_stays_when_news_waits,
    news_waits_while_the_reader_has_scrolled_in_a_box,
    news_waits_while_the_reader_has_scrolled_a_standing_line,
);

/// Browsers that anchor the page show the news at once; in WebKit they wait.
async fn headline_under_the_eyes_stays_when_news_comes_above_it(stage: &mut Stage) -> Result<()> {
    open(stage, "{}", "").await?;
    stage
        .run("probe.parts('item')[10].scrollIntoView();")
        .await?;
    stage
        .until("here.getBoundingClientRect().top < -99")
        .await?;
    fix_the_eyes(stage, 12).await?;
    news_comes(stage).await?;
    if stage.engine == Engine::WebKit {
        waits(stage).await?;
    } else {
        stage
            .until("probe.texts('headline')[0] === 'Nuova'")
            .await?;
    }
    stays(stage).await
}

async fn headline_under_the_pointer_stays_when_news_waits(stage: &mut Stage) -> Result<()> {
    for attributes in ["{}", "{ heading: '' }"] {
        open(stage, attributes, "").await?;
        point_at(stage, "probe.parts('headline')[3]").await?;
        fix_the_eyes(stage, 3).await?;
        news_comes(stage).await?;
        waits(stage).await?;
        stays(stage).await?;
        // It can be seen where it lies.
        stage
            .until(
                "(({ left, top, width, height }) =>
                   probe.widgets()[0].shadowRoot
                     .elementFromPoint(left + width / 2, top + height / 2)
                     .matches('.fresh')
                 )(reader.one('.fresh').getBoundingClientRect())",
            )
            .await?;
        point_at(stage, "document.querySelector('h1')").await?;
        stage
            .until("probe.texts('headline')[0] === 'Nuova'")
            .await?;
    }
    Ok(())
}

async fn news_waits_while_the_reader_has_scrolled_in_a_box(stage: &mut Stage) -> Result<()> {
    open(
        stage,
        "{}",
        "--strillone-reserve: 160px; block-size: 160px; overflow: auto",
    )
    .await?;
    waits_while_scrolled(stage, "probe.widgets()[0].scrollTop").await
}

async fn news_waits_while_the_reader_has_scrolled_a_standing_line(stage: &mut Stage) -> Result<()> {
    open(stage, "{ layout: 'ticker', speed: 0 }", "").await?;
    waits_while_scrolled(stage, "reader.one('.track').scrollLeft").await
}

async fn waits_while_scrolled(stage: &Stage, offset: &str) -> Result<()> {
    // A standing line then snaps to a headline.
    stage.run(&format!("{offset} = 90;")).await?;
    stage.until(&format!("{offset} > 20")).await?;
    stage.until_drawn().await?;
    fix_the_eyes(stage, 3).await?;
    news_comes(stage).await?;
    waits(stage).await?;
    stays(stage).await?;
    stage.run(&format!("{offset} = 0;")).await?;
    stage.until_equal(offset, &json!(0)).await?;
    stage.run("probe.widgets()[0].refresh();").await?;
    stage.until("probe.texts('headline')[0] === 'Nuova'").await
}

/// A widget of many headlines on a long page, with the pointer somewhere else.
async fn open(stage: &mut Stage, attributes: &str, style: &str) -> Result<()> {
    stage.feeds.put("/feed.xml", feed_until(19, &numbered()));
    stage.open("reader.html").await?;
    stage
        .run(&format!(
            "document.body.style.paddingBlockEnd = '3000px';
             reader.add({{ lang: 'it', limit: 30, ...{attributes} }}, 'inline-size: 320px; {style}');"
        ))
        .await?;
    // At the other end of the window, so that nothing is scrolled under it.
    let mouse = stage.driver.action_chain().move_to(700, 300);
    mouse.perform().await?;
    stage
        .until_equal("probe.parts('item').length", &json!(numbered().len()))
        .await?;
    stage.until_drawn().await
}

fn numbered() -> Vec<&'static str> {
    vec![
        "Uno",
        "Due",
        "Tre",
        "Quattro",
        "Cinque",
        "Sei",
        "Sette",
        "Otto",
        "Nove",
        "Dieci",
        "Undici",
        "Dodici",
        "Tredici",
        "Quattordici",
        "Quindici",
        "Sedici",
        "Diciassette",
        "Diciotto",
    ]
}

async fn news_comes(stage: &Stage) -> Result<()> {
    let mut headlines = numbered();
    headlines.insert(0, "Nuova");
    stage.feeds.put("/feed.xml", feed_until(20, &headlines));
    stage.run("probe.widgets()[0].refresh();").await
}

async fn waits(stage: &Stage) -> Result<()> {
    stage.until("reader.one('.fresh')").await?;
    stage
        .until_equal("probe.texts('headline')[0]", &json!("Uno"))
        .await
}

/// The reader reads the headline of that number.
async fn fix_the_eyes(stage: &Stage, number: usize) -> Result<()> {
    stage
        .run(&format!(
            "probe.read = probe.parts('headline')[{number}];
             probe.place = () => probe.read.getBoundingClientRect();
             probe.was = probe.place();"
        ))
        .await
}

/// Give or take a pixel: browsers scroll by whole ones.
async fn stays(stage: &Stage) -> Result<()> {
    stage.until_drawn().await?;
    stage
        .until_equal(
            "['left', 'top']
               .map((side) => probe.place()[side] - probe.was[side])
               .filter((way) => Math.abs(way) > 1)",
            &json!([]),
        )
        .await
}
