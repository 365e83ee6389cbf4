//! What moves by itself: that it can be stopped and rests when a reader is at it (WCAG 2.2.2),
//! that a line has no seam, that nothing moves for those who asked for that, and what it costs.

use anyhow::{Context, Result, ensure};
use serde_json::{Value, json};
use thirtyfour::Key;

use crate::{
    engines::Engine,
    feeds::{feed, feed_until},
    keyboard::{point_at, press},
    stage::Stage,
    tests,
};

tests!(in Engine::ALL;
    button_stops_a_line_and_lets_it_go_on,
    line_rests_under_the_pointer_and_at_the_focus,
    rotator_stops_when_the_keyboard_comes,
    line_runs_round_without_a_gap_or_a_jump,
    headline_at_the_edge_stays_when_news_comes,
);

async fn button_stops_a_line_and_lets_it_go_on(stage: &mut Stage) -> Result<()> {
    line(stage, &["Uno", "Due", "Tre"]).await?;
    moves(stage).await?;
    stage.run("reader.one('.pause').focus();").await?;
    press(stage, Key::Enter).await?;
    stage.until_equal(STOP, &json!("button Riprendi")).await?;
    rests(stage).await?;
    press(stage, Key::Enter).await?;
    stage.until_equal(STOP, &json!("button Ferma")).await?;
    moves(stage).await
}

async fn line_rests_under_the_pointer_and_at_the_focus(stage: &mut Stage) -> Result<()> {
    line(stage, &["Uno", "Due", "Tre"]).await?;
    point_at(stage, "reader.one('.track')").await?;
    rests(stage).await?;
    point_at(stage, "document.querySelector('h1')").await?;
    moves(stage).await?;
    stage.run("reader.one('.pause').focus();").await?;
    press(stage, Key::Tab).await?;
    rests(stage).await?;
    stage.run("after.focus();").await?;
    moves(stage).await
}

const STOP: &str = "reader.stop()";

/// A ticker, with the pointer and the focus somewhere else.
async fn line(stage: &mut Stage, headlines: &[&str]) -> Result<()> {
    stage.feeds.put("/feed.xml", feed(headlines));
    stage.open("reader.html").await?;
    point_at(stage, "document.querySelector('h1')").await?;
    stage
        .run("reader.add({ lang: 'it', layout: 'ticker' });")
        .await?;
    stage.until("reader.animations().length === 2").await
}

async fn moves(stage: &Stage) -> Result<()> {
    stage.run("probe.way = reader.way();").await?;
    stage.until("reader.way() > probe.way + 5").await
}

async fn rests(stage: &Stage) -> Result<()> {
    stage
        .until("reader.animations().every((it) => it.playState === 'paused')")
        .await?;
    // WebKit stops what its compositor moves a little after it has said so.
    stage
        .until("(() => { const was = probe.way; probe.way = reader.way(); return was === probe.way; })()")
        .await
}

/// And it does not begin again by itself, while another that nobody is at turns and turns.
async fn rotator_stops_when_the_keyboard_comes(stage: &mut Stage) -> Result<()> {
    stage.feeds.put("/feed.xml", feed(&["Uno", "Due", "Tre"]));
    stage.open("reader.html").await?;
    point_at(stage, "document.querySelector('h1')").await?;
    stage
        .run(
            "for (const number of [0, 1]) {
                 reader.add({ lang: 'it', layout: 'rotator', speed: 400 });
             }",
        )
        .await?;
    turns(stage, 0).await?;
    stage.run("before.focus();").await?;
    press(stage, Key::Tab).await?;
    stage.until_equal(STOP, &json!("button Riprendi")).await?;
    stage.run("before.focus();").await?;
    let shown = stage.value(&current(0)).await?;
    turns(stage, 1).await?;
    turns(stage, 1).await?;
    stage.until_equal(&current(0), &shown).await?;
    // While it stands, what is brought up by hand is read aloud.
    let speaks = "reader.one('.list').getAttribute('aria-live')";
    stage.until_equal(speaks, &json!("polite")).await
}

/// The headline that the component shows; the first headlines, before it, do not turn.
fn current(number: usize) -> String {
    let place = ".place:not(.first) .item[data-current] .headline";
    format!("reader.one('{place}', {number})?.textContent")
}

async fn turns(stage: &Stage, number: usize) -> Result<()> {
    stage.until(&current(number)).await?;
    let shown = stage.value(&current(number)).await?;
    stage
        .until(&format!("{0} && {0} !== {shown}", current(number)))
        .await
}

/// Also where the headlines fill no more than a part of the line's box.
async fn line_runs_round_without_a_gap_or_a_jump(stage: &mut Stage) -> Result<()> {
    for count in [1, 3, 20] {
        let headlines: Vec<String> = (1..=count)
            .map(|it| format!("Notizia numero {it}"))
            .collect();
        let headlines: Vec<&str> = headlines.iter().map(String::as_str).collect();
        stage.feeds.put(&format!("/{count}.xml"), feed(&headlines));
    }
    stage.open("reader.html").await?;
    for count in [1, 3, 20] {
        for language in ["it", "ar"] {
            for width in [240, 1400] {
                stage
                    .run(&format!(
                        "here.textContent = '';
                         reader.add(
                             {{ feed: '/{count}.xml', lang: '{language}', limit: 20, layout: 'ticker' }},
                             'inline-size: {width}px',
                         );"
                    ))
                    .await?;
                stage
                    .until("reader.animations().length === 2 && reader.round() > 0")
                    .await?;
                stage.until_drawn().await?;
                let faults = stage.value("reader.faults()").await?;
                ensure!(
                    faults == json!([]),
                    "{count} headlines, {width} pixels, {language}: {faults:#}"
                );
            }
        }
    }
    Ok(())
}

async fn headline_at_the_edge_stays_when_news_comes(stage: &mut Stage) -> Result<()> {
    let old: Vec<String> = (1..=8).map(|it| format!("Notizia numero {it}")).collect();
    let mut headlines: Vec<&str> = old.iter().map(String::as_str).collect();
    stage.feeds.put("/feed.xml", feed_until(19, &headlines));
    stage.open("reader.html").await?;
    point_at(stage, "document.querySelector('h1')").await?;
    stage
        .run("reader.add({ lang: 'it', layout: 'ticker' });")
        .await?;
    stage.until("reader.animations().length === 2").await?;
    stage.until_drawn().await?;
    stage.run("probe.widgets()[0].pause();").await?;
    // In the midst of its round, and of a headline.
    stage
        .run("for (const it of reader.animations()) it.currentTime = reader.round() * 0.55;")
        .await?;
    let before = stage.value("reader.seen()[0]").await?;
    headlines.insert(0, "Una notizia nuova");
    stage.feeds.put("/feed.xml", feed_until(20, &headlines));
    stage.run("probe.widgets()[0].refresh();").await?;
    stage
        .until("probe.texts('headline').includes('Una notizia nuova')")
        .await?;
    stage.until_drawn().await?;
    let after = stage.value("reader.seen()[0]").await?;
    let place = |seen: &Value| seen.get(1).and_then(Value::as_f64).context("a place");
    ensure!(
        before.get(0) == after.get(0) && (place(&before)? - place(&after)?).abs() < 2.0,
        "the headline at the edge was {before} and is {after}"
    );
    Ok(())
}
