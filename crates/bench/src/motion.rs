//! What running lines cost while they run.

use anyhow::{Context, Result};
use serde_json::Value;

use crate::{
    browser::Browser,
    contender::Contender,
    load,
    site::Site,
    table::{Figure, table},
    trace::{self, is_of_thread, mark},
};

/// The contenders whose line runs.
const RUNNING: [&str; 2] = ["ticker", "react"];

/// How long each is watched, in seconds.
const WATCHED: f64 = 5.0;

/// How often something happened in a second.
struct Motion {
    styles: f64,
    layouts: f64,
    paints: f64,
    dropped: f64,
}

const FIGURES: [Figure<Motion>; 4] = [
    Figure {
        name: "style recalculations a second",
        of: |it| Some(it.styles),
        decimals: 1,
    },
    Figure {
        name: "layouts a second",
        of: |it| Some(it.layouts),
        decimals: 1,
    },
    Figure {
        name: "paints a second",
        of: |it| Some(it.paints),
        decimals: 1,
    },
    Figure {
        name: "frames dropped a second",
        of: |it| Some(it.dropped),
        decimals: 1,
    },
];

/// A table of those of the contenders whose line runs.
pub async fn tables(
    browser: &mut Browser,
    site: &Site,
    contenders: &[Contender],
    rounds: usize,
) -> Result<String> {
    let running = contenders.iter().filter(|it| RUNNING.contains(&it.name));
    let mut measured: Vec<(&Contender, Vec<Motion>)> = running.map(|it| (it, Vec::new())).collect();
    for _ in 0..rounds {
        for (contender, motions) in &mut measured {
            let motion = watch(browser, site, contender).await;
            motions.push(motion.with_context(|| contender.name)?);
        }
    }
    let rows = measured
        .iter()
        .map(|(contender, motions)| (contender.name.to_owned(), motions.iter().collect()));
    Ok(format!(
        "### While a line runs\n\n{}",
        table("| |", &FIGURES, rows)
    ))
}

async fn watch(browser: &mut Browser, site: &Site, contender: &Contender) -> Result<Motion> {
    let visit = site.visit(contender);
    let page = load::watched_page(browser, &visit).await?;
    load::open(browser, &page, &visit).await?;
    browser.devtools.forget();
    trace::start(&mut browser.devtools).await?;
    let watched = format!(
        "(async () => {{
            performance.mark('bench-begin');
            await new Promise((done) => setTimeout(done, {}));
            performance.mark('bench-end');
        }})()",
        WATCHED * 1000.0
    );
    page.value(browser, &watched).await?;
    let events = trace::stop(&mut browser.devtools).await?;
    page.close(browser).await?;
    counted(&events).context("the trace does not show the page")
}

fn counted(events: &[Value]) -> Option<Motion> {
    let (begin, end) = (mark(events, "bench-begin")?, mark(events, "bench-end")?);
    let is_meanwhile = |it: &&Value| {
        let time = it["ts"].as_f64();
        time > begin["ts"].as_f64() && time < end["ts"].as_f64()
    };
    let meanwhile: Vec<&Value> = events.iter().filter(is_meanwhile).collect();
    let of_page = |name: &str| {
        let events = meanwhile
            .iter()
            .filter(|it| it["name"] == name && is_of_thread(it, begin));
        events.count() as f64 / WATCHED
    };
    // Frames are the compositor's, in the same process.
    let dropped = meanwhile
        .iter()
        .filter(|it| it["name"] == "DroppedFrame" && it["pid"] == begin["pid"]);
    Some(Motion {
        styles: of_page("UpdateLayoutTree"),
        layouts: of_page("Layout"),
        paints: of_page("Paint"),
        dropped: dropped.count() as f64 / WATCHED,
    })
}
