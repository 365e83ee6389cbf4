//! What motion costs the page, as Chromium counts it, and that there is none for readers whose
//! device asks for none.

use anyhow::{Context, Result, bail, ensure};
use serde_json::{Value, json};

use crate::{engines::Engine, feeds::feed, gallery, stage::Stage, tests};

tests!(in [Engine::Chromium];
    running_line_costs_no_style_and_no_layout,
    page_scrolls_smoothly_past_a_running_line,
    long_list_opens_a_preview_without_long_work,
    nothing_moves_for_those_who_asked_for_that,
);

/// The compositor alone moves it.
async fn running_line_costs_no_style_and_no_layout(stage: &mut Stage) -> Result<()> {
    running_line(stage).await?;
    begin_to_count(stage).await?;
    stage.run("probe.since = performance.now();").await?;
    // What the arrival of the headlines has caused is over by then.
    stage
        .until("performance.now() > probe.since + 2000")
        .await?;
    let before = counts(stage).await?;
    stage
        .until("performance.now() > probe.since + 7000")
        .await?;
    let after = counts(stage).await?;
    ensure!(before == after, "before {before:?}, after {after:?}");
    // The control: what costs a layout is counted.
    stage
        .run("document.body.style.padding = '9px'; document.body.offsetWidth;")
        .await?;
    let control = counts(stage).await?;
    ensure!(control != after, "nothing is counted: {control:?}");
    Ok(())
}

/// How often the page's styles and its layout were worked out.
async fn counts(stage: &Stage) -> Result<[f64; 2]> {
    Ok([
        metric(stage, "RecalcStyleCount").await?,
        metric(stage, "LayoutCount").await?,
    ])
}

async fn metric(stage: &Stage, wanted: &str) -> Result<f64> {
    let answer = command(stage, "Performance.getMetrics", json!({})).await?;
    let metrics = answer.get("metrics").and_then(Value::as_array);
    let mut metrics = metrics.context("metrics")?.iter();
    let metric = metrics.find(|metric| metric["name"] == wanted);
    let metric = metric.with_context(|| format!("no metric {wanted}"))?;
    metric["value"].as_f64().context("a number")
}

/// Counts from now on, in the processor's time.
async fn begin_to_count(stage: &Stage) -> Result<()> {
    command(stage, "Performance.disable", json!({})).await?;
    let time = json!({ "timeDomain": "threadTicks" });
    command(stage, "Performance.enable", time).await?;
    Ok(())
}

/// On a processor that is four times slower, and no less smoothly than past an empty place. A
/// frame is dropped where two are further apart than one and a half of them. What else the
/// machine does meanwhile drops frames too, so both are tried in turn, a few times at most.
async fn page_scrolls_smoothly_past_a_running_line(stage: &mut Stage) -> Result<()> {
    running_line(stage).await?;
    let slow = json!({ "rate": 4 });
    command(stage, "Emulation.setCPUThrottlingRate", slow).await?;
    let outcome = scrolls_as_smoothly(stage).await;
    let full = json!({ "rate": 1 });
    command(stage, "Emulation.setCPUThrottlingRate", full).await?;
    outcome
}

async fn scrolls_as_smoothly(stage: &Stage) -> Result<()> {
    let mut rounds = Vec::new();
    while rounds.len() < 4 {
        let mut dropped = [0; 2];
        for (dropped, display) in dropped.iter_mut().zip(["block", "none"]) {
            let widget = "probe.widgets()[0].style.display";
            stage.run(&format!("{widget} = '{display}';")).await?;
            *dropped = scroll(stage).await?;
        }
        rounds.push(dropped);
        let [with, without] = dropped;
        // The first frames of a page are the engine's own business.
        if with <= without + without / 2 + 2 {
            return Ok(());
        }
    }
    bail!("frames dropped of 180 with the line and without it: {rounds:?}")
}

async fn scroll(stage: &Stage) -> Result<u64> {
    stage
        .run(
            "document.body.style.blockSize = '6000px';
             probe.dropped = undefined;
             let [begin, last, dropped] = [performance.now(), undefined, 0];
             requestAnimationFrame(function next(now) {
                 if (last && now - last > 25) dropped += 1;
                 last = now;
                 scrollTo(0, (now - begin) / 30);
                 if (now - begin < 3000) requestAnimationFrame(next);
                 else probe.dropped = dropped;
             });",
        )
        .await?;
    stage.until("probe.dropped !== undefined").await?;
    let dropped = stage.value("probe.dropped").await?;
    dropped.as_u64().context("a number of frames")
}

async fn running_line(stage: &mut Stage) -> Result<()> {
    let headlines: Vec<String> = (1..=20).map(|it| format!("Notizia numero {it}")).collect();
    let headlines: Vec<&str> = headlines.iter().map(String::as_str).collect();
    stage.feeds.put("/feed.xml", feed(&headlines));
    stage.open("reader.html").await?;
    stage
        .run("reader.add({ lang: 'it', layout: 'ticker', limit: 20 });")
        .await?;
    stage
        .until("reader.animations().length === 2 && reader.way() > 0")
        .await?;
    stage.until_drawn().await
}

/// A task is long from 50 ms on: <https://w3c.github.io/longtasks/>.
async fn long_list_opens_a_preview_without_long_work(stage: &mut Stage) -> Result<()> {
    let headlines: Vec<String> = (1..=500).map(|it| format!("Notizia numero {it}")).collect();
    let headlines: Vec<&str> = headlines.iter().map(String::as_str).collect();
    stage.feeds.put("/feed.xml", feed(&headlines));
    stage.open("reader.html").await?;
    stage.run("reader.add({ lang: 'it', limit: 500 });").await?;
    stage.until("probe.parts('toggle').length === 500").await?;
    stage.until_drawn().await?;
    begin_to_count(stage).await?;
    for number in [0, 250, 499] {
        let before = work(stage).await?;
        stage
            .run(&format!("probe.parts('toggle')[{number}].click();"))
            .await?;
        stage.until("probe.parts('preview').length === 1").await?;
        stage.until_drawn().await?;
        let work = work(stage).await? - before;
        ensure!(work < MOST_WORK, "headline {number}: {work} seconds");
    }
    // The control: what takes long is counted.
    let before = work(stage).await?;
    stage.run("for (let it = 0; it < 1e9; it += 1);").await?;
    let control = work(stage).await? - before;
    ensure!(
        control > MOST_WORK,
        "a billion steps count {control} seconds"
    );
    Ok(())
}

/// What the main thread may take for all that comes of a press, in seconds: two of the longest
/// tasks that are not long, see <https://w3c.github.io/longtasks/>.
const MOST_WORK: f64 = 0.1;

/// How long the processor was at work in the page's main thread so far, in seconds: what else
/// the machine does counts for nothing.
async fn work(stage: &Stage) -> Result<f64> {
    metric(stage, "TaskDuration").await
}

/// WCAG 2.3.3: a line stands and can be scrolled, a rotator does as when it was stopped, nothing is animated,
/// and no button offers to stop what does not move.
async fn nothing_moves_for_those_who_asked_for_that(stage: &mut Stage) -> Result<()> {
    let reduce = json!({ "features": [{ "name": "prefers-reduced-motion", "value": "reduce" }] });
    command(stage, "Emulation.setEmulatedMedia", reduce).await?;
    let seen = stands_still(stage).await;
    let as_before = json!({ "features": [] });
    command(stage, "Emulation.setEmulatedMedia", as_before).await?;
    seen
}

async fn stands_still(stage: &mut Stage) -> Result<()> {
    gallery::open(stage).await?;
    stage.run(gallery::OPEN_PREVIEWS).await?;
    let animated = "probe.widgets().flatMap((it) => it.shadowRoot.getAnimations()).length";
    stage.until_equal(animated, &json!(0)).await?;
    let buttons = "probe.widgets().filter((it) => it.shadowRoot.querySelector('.pause')).length";
    stage.until_equal(buttons, &json!(0)).await?;
    let track = "document.querySelector('#ticker').shadowRoot.querySelector('.track')";
    stage
        .run(&format!("{track}.scrollLeft = {track}.scrollWidth;"))
        .await?;
    let end = "document.querySelector('#ticker').shadowRoot
        .querySelector('.list:not(.copy) > .item:last-of-type').getBoundingClientRect().right";
    stage
        .until(&format!("{end} <= {track}.getBoundingClientRect().right"))
        .await?;
    let speaks = "document.querySelector('#rotator').shadowRoot
        .querySelector('.list').getAttribute('aria-live')";
    stage.until_equal(speaks, &json!("polite")).await
}

async fn command(stage: &Stage, name: &str, parameters: Value) -> Result<Value> {
    let answer = stage.driver.cdp().send_raw(name, parameters).await;
    answer.with_context(|| name.to_owned())
}
