//! The room that is kept for a widget before anything is known of its headlines: about what it
//! needs, in every layout and width, so that the page does not move when they come.

use anyhow::{Context, Result, ensure};
use serde_json::{Value, json};

use crate::{
    engines::Engine,
    feeds::{feed, front_page},
    keyboard::point_at,
    servers::{Gate, Reply},
    stage::Stage,
    tests,
};

tests!(in Engine::ALL;
    reserve_is_about_the_final_height_in_every_layout_and_width,
    excess_is_given_back_out_of_view,
    partner_s_own_reserve_is_kept,
    bars_stand_in_the_place_of_words,
    more_headlines_move_nothing_above_them,
);

const LAYOUTS: [&str; 10] = [
    "{}",
    "{ heading: '', time: 'none', preview: 'none' }",
    "{ layout: 'timeline' }",
    "{ layout: 'ticker' }",
    "{ layout: 'rotator' }",
    "{ layout: 'cards' }",
    "{ layout: 'cards', columns: 'strip' }",
    "{ thumbnails: 'end', columns: 2 }",
    "{ lead: 'first' }",
    "{ density: 'compact', lines: 1, follow: 'https://www.facebook.com/example' }",
];

const WIDTHS: [u32; 4] = [240, 320, 480, 760];

/// What moves by less does not shift: <https://wicg.github.io/layout-instability/>.
const NO_SHIFT: f64 = 3.0;

/// How much higher than the widget the reserve may be, because the words are not known before: a
/// line for each of the five headlines, or this part of it.
const LINES: f64 = 5.0 * 25.0;
const EXCESS: f64 = 0.45;

async fn reserve_is_about_the_final_height_in_every_layout_and_width(
    stage: &mut Stage,
) -> Result<()> {
    stage.open("reader.html").await?;
    stage
        .feeds
        .put("/picture.svg", Reply::new("image/svg+xml", PICTURE));
    for (number, layout) in LAYOUTS.iter().enumerate() {
        for width in WIDTHS {
            let (reserved, height) = grow(stage, number, layout, width, "").await?;
            ensure!(
                reserved >= height - NO_SHIFT && reserved - height <= LINES.max(height * EXCESS),
                "{layout} in {width}px: {reserved} is kept for {height}"
            );
            stage
                .until_equal("probe.seen.shifts", &json!([]))
                .await
                .with_context(|| format!("{layout} in {width}px"))?;
        }
    }
    if stage.engine == Engine::Chromium {
        // The control: without a reserve the page moves, and it is seen.
        grow(stage, LAYOUTS.len(), "{}", 320, "--strillone-reserve: 0px").await?;
        stage.until("probe.seen.shifts.length").await?;
    }
    Ok(())
}

/// Adds a widget whose feed comes once its place has been drawn. How high its place was, and how
/// high its headlines are.
async fn grow(
    stage: &Stage,
    number: usize,
    layout: &str,
    width: u32,
    style: &str,
) -> Result<(f64, f64)> {
    let news = Gate::closed();
    let path = format!("/feed-{number}-{width}.xml");
    stage.feeds.put(&path, front_page().behind(&news));
    stage
        .run(&format!(
            "here.textContent = '';
             reader.add({{ lang: 'it', limit: 5, ...{layout}, feed: '{path}' }}, 'inline-size: {width}px; {style}');"
        ))
        .await?;
    stage
        .until("reader.one('.skeleton > .root')?.offsetHeight > 0")
        .await?;
    stage.until_drawn().await?;
    stage.run("probe.seen.shifts.length = 0;").await?;
    let reserved = number_of(stage, "probe.widgets()[0].offsetHeight").await?;
    news.open();
    stage.until("probe.parts('headline').length > 0").await?;
    stage.until_drawn().await?;
    let height = number_of(
        stage,
        "reader.one('.place:not(.first) > .root').offsetHeight",
    )
    .await?;
    Ok((reserved, height))
}

async fn excess_is_given_back_out_of_view(stage: &mut Stage) -> Result<()> {
    let news = Gate::closed();
    stage
        .feeds
        .put("/feed.xml", feed(&["Uno", "Due"]).behind(&news));
    stage.open("reader.html").await?;
    stage.run("reader.add({ lang: 'it', limit: 8 });").await?;
    let own = "reader.one('.place:not(.first) > .root').offsetHeight";
    stage
        .until("reader.one('.skeleton > .root')?.offsetHeight > 250")
        .await?;
    stage.until_drawn().await?;
    news.open();
    stage.shows(&["Uno", "Due"]).await?;
    stage.until_drawn().await?;
    // In view it would move the page.
    stage
        .until(&format!("probe.widgets()[0].offsetHeight > {own} + 100"))
        .await?;
    stage
        .run(
            "document.body.style.paddingBlock = '3000px';
             scrollTo({ top: 0, behavior: 'instant' });",
        )
        .await?;
    stage
        .until(&format!("probe.widgets()[0].offsetHeight === {own}"))
        .await
}

async fn partner_s_own_reserve_is_kept(stage: &mut Stage) -> Result<()> {
    let news = Gate::closed();
    stage.feeds.put("/feed.xml", feed(&["Uno"]).behind(&news));
    stage.open("reader.html").await?;
    stage
        .run("reader.add({ limit: 20, heading: '' }, '--strillone-reserve: 150px');")
        .await?;
    let height = "probe.widgets()[0].offsetHeight";
    stage
        .until("reader.one('.skeleton > .root')?.offsetHeight > 300")
        .await?;
    stage.until_drawn().await?;
    stage.until_equal(height, &json!(150)).await?;
    news.open();
    stage.shows(&["Uno"]).await?;
    stage.until_drawn().await?;
    stage.until_equal(height, &json!(150)).await
}

async fn bars_stand_in_the_place_of_words(stage: &mut Stage) -> Result<()> {
    let news = Gate::closed();
    stage.feeds.put("/feed.xml", feed(&["Uno"]).behind(&news));
    stage.open("reader.html").await?;
    for (attributes, shape) in [
        ("{}", json!([10, 10, 0])),
        ("{ layout: 'cards', limit: 4 }", json!([4, 4, 4])),
        (
            "{ lead: 'first', limit: 3, time: 'none' }",
            json!([3, 0, 1]),
        ),
        ("{ thumbnails: 'start', limit: 3 }", json!([3, 3, 3])),
        ("{ layout: 'rotator' }", json!([1, 1, 0])),
    ] {
        stage
            .run(&format!("here.textContent = ''; reader.add({attributes});"))
            .await?;
        let shown = "['.headline .bar', '.time .bar', '.frame'].map((it) => [...reader.root()
            .querySelectorAll(`.skeleton ${it}`)].filter((it) => it.getClientRects().length).length)";
        stage.until_equal(shown, &shape).await?;
    }
    // There is nothing to hear or to find.
    stage
        .until("reader.one('.skeleton').getAttribute('aria-hidden') === 'true'")
        .await?;
    stage
        .until("!reader.one('.skeleton').textContent.trim()")
        .await
}

/// What the reader asks for comes below; it is no news, and is not marked as such.
async fn more_headlines_move_nothing_above_them(stage: &mut Stage) -> Result<()> {
    stage
        .feeds
        .put("/feed.xml", feed(&["Uno", "Due", "Tre", "Quattro"]));
    stage.open("reader.html").await?;
    stage
        .run("reader.add({ lang: 'it', limit: 2, more: 2 });")
        .await?;
    stage.shows(&["Uno", "Due"]).await?;
    stage.until_drawn().await?;
    stage
        .run(
            "probe.unasked = [];
             probe.tops = () => probe.parts('headline').slice(0, 2).map((it) => it.getBoundingClientRect().top);
             probe.were = JSON.stringify(probe.tops());
             try {
                 new PerformanceObserver((list) => {
                     for (const it of list.getEntries()) if (!it.hadRecentInput) probe.unasked.push(it.value);
                 }).observe({ type: 'layout-shift' });
             } catch {}",
        )
        .await?;
    point_at(stage, "probe.parts('more')[0]").await?;
    stage.driver.action_chain().click().perform().await?;
    stage.shows(&["Uno", "Due", "Tre", "Quattro"]).await?;
    stage.until_drawn().await?;
    stage
        .until("JSON.stringify(probe.tops()) === probe.were")
        .await?;
    stage.until_equal("probe.unasked", &json!([])).await?;
    let arrived = "reader.root().querySelectorAll('[data-arrived]').length";
    stage.until_equal(arrived, &json!(0)).await?;
    // News that comes later is marked.
    stage
        .feeds
        .put("/feed.xml", feed(&["Zero", "Uno", "Due", "Tre", "Quattro"]));
    point_at(stage, "document.querySelector('h1')").await?;
    stage
        .run("document.activeElement.blur(); probe.widgets()[0].refresh();")
        .await?;
    stage
        .until("probe.texts('headline').includes('Zero') || probe.parts('fresh').length")
        .await
}

async fn number_of(stage: &Stage, expression: &str) -> Result<f64> {
    let value: Value = stage.value(expression).await?;
    value.as_f64().context(expression.to_owned())
}

const PICTURE: &str = "<svg xmlns='http://www.w3.org/2000/svg' width='600' height='400'/>";
