//! The widget alone, as there is more of it to do: headlines, widgets, news.

use anyhow::{Context, Result};
use serde_json::{Value, json};

use crate::{
    browser::Browser,
    condition::CONDITIONS,
    load::{self, Load, Visit},
    news,
    results::FIGURES,
    site::{HEADLINES, Site},
    table::{Figure, table},
    trace,
};

/// How many headlines the feed has, how many a widget shows of them, and how many widgets there are.
const SIZES: [(usize, usize, usize); 5] = [
    (30, 30, 1),
    (300, 300, 1),
    (3_000, 500, 1),
    (30, 30, 10),
    (30, 30, 100),
];

/// The feed that is refreshed.
const FEED: &str = "/news.xml";

/// How many of the headlines are new at a refresh.
const NEWS: [usize; 4] = [0, 1, 10, HEADLINES];

/// What a refresh costs, and how far it moves the page.
struct Refresh {
    busy: f64,
    longest_task: f64,
    layout_shift: f64,
}

const REFRESH_FIGURES: [Figure<Refresh>; 3] = [
    Figure {
        name: "main thread, ms",
        of: |it| Some(it.busy),
        decimals: 0,
    },
    Figure {
        name: "longest task, ms",
        of: |it| Some(it.longest_task),
        decimals: 0,
    },
    Figure {
        name: "layout shift",
        of: |it| Some(it.layout_shift),
        decimals: 3,
    },
];

/// A table by size and one by what a refresh brings, each of so many rounds.
pub async fn tables(browser: &mut Browser, site: &Site, rounds: usize) -> Result<String> {
    let mut sizes: Vec<(String, Vec<Load>)> = SIZES.map(named_size).into();
    let mut refreshes: Vec<(String, Vec<Refresh>)> = NEWS.map(named_news).into();
    let path_of = |feed: usize| format!("/{feed}.xml");
    for (feed, ..) in SIZES {
        site.put_feed(&path_of(feed), &news::items(1..=feed)?)?;
    }
    for _ in 0..rounds {
        for ((name, loads), (feed, shown, widgets)) in sizes.iter_mut().zip(SIZES) {
            let visit = site.put_widgets(&path_of(feed), widgets, shown)?;
            let load = load::load(browser, &visit, &CONDITIONS[0]).await;
            loads.push(load.with_context(|| name.clone())?);
        }
        for ((name, refreshes), count) in refreshes.iter_mut().zip(NEWS) {
            let refresh = refresh(browser, site, count).await;
            refreshes.push(refresh.with_context(|| name.clone())?);
        }
    }
    let sizes = sizes
        .iter()
        .map(|(name, loads)| (name.clone(), loads.iter().collect()));
    let sizes = table("| |", &FIGURES, sizes);
    let refreshes = refreshes
        .iter()
        .map(|(name, all)| (name.clone(), all.iter().collect()));
    let refreshes = table("| |", &REFRESH_FIGURES, refreshes);
    Ok(format!(
        "### More headlines, more widgets\n\n{sizes}\n### A refresh\n\n{refreshes}"
    ))
}

fn named_size((feed, shown, widgets): (usize, usize, usize)) -> (String, Vec<Load>) {
    let name = match (widgets, feed == shown) {
        (1, true) => format!("{feed} headlines"),
        (1, false) => format!("{shown} of {feed} headlines"),
        _ => format!("{widgets} widgets of {shown} headlines"),
    };
    (name, Vec::new())
}

fn named_news(count: usize) -> (String, Vec<Refresh>) {
    (
        format!("{count} of {HEADLINES} headlines are new"),
        Vec::new(),
    )
}

/// Refreshes a widget whose feed has so many new headlines.
async fn refresh(browser: &mut Browser, site: &Site, count: usize) -> Result<Refresh> {
    let begin = HEADLINES + 1;
    let items = |begin: usize| news::items(begin..begin + HEADLINES);
    let old = items(begin)?;
    site.put_feed(FEED, &old)?;
    let visit: Visit = site.put_widgets(FEED, 1, HEADLINES)?;
    let page = load::watched_page(browser, &visit).await?;
    load::open(browser, &page, &visit).await?;
    if count > 0 {
        site.put_feed(FEED, &items(begin - count)?)?;
    }
    browser.devtools.forget();
    trace::start(&mut browser.devtools).await?;
    let wanted = format!("Notizia numero {}:", begin - count);
    let seen = page.value(browser, &refreshing(&wanted)).await?;
    browser.devtools.event("Network.loadingFinished").await?;
    let main_thread = trace::main_thread(&trace::stop(&mut browser.devtools).await?);
    page.close(browser).await?;
    Ok(Refresh {
        busy: main_thread.busy,
        longest_task: main_thread.longest,
        layout_shift: seen.as_f64().context("the layout shift")?,
    })
}

/// A script that refreshes the widget, waits a while, and tells how far the page has moved.
fn refreshing(first: &str) -> String {
    let first: Value = json!(first);
    format!(
        "(async () => {{
            const widget = document.querySelector('strillone-news');
            let shift = 0;
            new PerformanceObserver((list) => {{
                for (const {{ value }} of list.getEntries()) shift += value;
            }}).observe({{ type: 'layout-shift' }});
            performance.mark('bench-begin');
            widget.refresh();
            await new Promise((done) => setTimeout(done, 1000));
            performance.mark('bench-end');
            await new Promise((done) => setTimeout(done, 50));
            if (!widget.items[0].title.startsWith({first})) throw new Error('nothing is new');
            return shift;
        }})()"
    )
}
