//! One page, loaded once and measured.

use anyhow::{Context, Result, ensure};
use serde_json::{Value, json};

use crate::{
    browser::{Browser, Page},
    condition::Condition,
    trace,
};

/// What is loaded, and what the page shows when all is there.
pub struct Visit {
    pub address: String,
    /// In all widgets together.
    pub headlines: usize,
    /// How many widgets of ours there are, whose components take over from the first headlines.
    pub widgets: usize,
    /// Whether the reader has been on the page before.
    pub is_revisit: bool,
}

/// What was measured. Times are in milliseconds since the navigation began.
#[derive(Clone, Copy, Debug)]
pub struct Load {
    pub requests: f64,
    /// Bytes on the wire, with headers.
    pub bytes: f64,
    /// When the first headline was drawn.
    pub first: f64,
    /// When the last one was.
    pub all: f64,
    /// When the component was there, whose previews open.
    pub usable: Option<f64>,
    /// Milliseconds in tasks of the main thread.
    pub busy: f64,
    pub longest_task: f64,
    pub layout_shift: f64,
    /// Bytes after collection: the heap, and what buffers and wasm hold.
    pub memory: f64,
}

/// Loads a page in a context of its own.
pub async fn load(browser: &mut Browser, visit: &Visit, condition: &Condition) -> Result<Load> {
    let page = watched_page(browser, visit).await?;
    if visit.is_revisit {
        open(browser, &page, visit).await?;
        let nothing = json!({ "url": "about:blank" });
        page.call(browser, "Page.navigate", nothing).await?;
        browser.devtools.event("Page.loadEventFired").await?;
    }
    condition.apply(browser, &page).await?;
    browser.devtools.forget();
    trace::start(&mut browser.devtools).await?;
    let seen = open(browser, &page, visit).await?;
    let main_thread = trace::main_thread(&trace::stop(&mut browser.devtools).await?);
    ensure!(
        main_thread.busy > 0.0,
        "the trace shows no task of the page"
    );
    let asked = browser.devtools.take("Network.requestWillBeSent");
    let came = browser.devtools.take("Network.loadingFinished");
    page.call(browser, "HeapProfiler.collectGarbage", json!({}))
        .await?;
    let heap = page
        .call(browser, "Runtime.getHeapUsage", json!({}))
        .await?;
    if visit.widgets > 0 {
        opens_a_preview(browser, &page).await?;
    }
    page.close(browser).await?;
    let number = |value: &Value, name: &str| value[name].as_f64().unwrap_or_default();
    Ok(Load {
        requests: asked.len() as f64,
        bytes: came.iter().map(|it| number(it, "encodedDataLength")).sum(),
        first: number(&seen, "first"),
        all: number(&seen, "all"),
        usable: (visit.widgets > 0).then(|| number(&seen, "usable")),
        busy: main_thread.busy,
        longest_task: main_thread.longest,
        layout_shift: number(&seen, "shift"),
        memory: number(&heap, "usedSize") + number(&heap, "backingStorageSize"),
    })
}

/// An empty page, with the probe in all that it will load.
pub async fn watched_page(browser: &mut Browser, visit: &Visit) -> Result<Page> {
    let page = browser.page().await?;
    let expected = json!({ "headlines": visit.headlines, "widgets": visit.widgets });
    let probe = include_str!("probe.js");
    let source = json!({ "source": format!("{{ const expected = {expected};\n{probe} }}") });
    page.call(browser, "Page.addScriptToEvaluateOnNewDocument", source)
        .await?;
    let binding = json!({ "name": "benchSeen" });
    page.call(browser, "Runtime.addBinding", binding).await?;
    Ok(page)
}

/// Opens the page and waits for the probe's word.
pub async fn open(browser: &mut Browser, page: &Page, visit: &Visit) -> Result<Value> {
    let address = &visit.address;
    page.call(browser, "Page.navigate", json!({ "url": address }))
        .await?;
    let seen = browser.devtools.event("Runtime.bindingCalled").await;
    let seen = seen.with_context(|| format!("{address} never showed all that it should"))?;
    Ok(serde_json::from_str(
        seen["payload"].as_str().context("a text")?,
    )?)
}

/// A component that is there but opens nothing would not be usable.
async fn opens_a_preview(browser: &mut Browser, page: &Page) -> Result<()> {
    let opens = "new Promise((done) => {
        const root = document.querySelector('strillone-news').shadowRoot;
        root.querySelector('[part~=toggle]').click();
        requestAnimationFrame(() => requestAnimationFrame(() =>
            done(Boolean(root.querySelector('[part~=preview]')))));
    })";
    let is_open = page.value(browser, opens).await?;
    ensure!(is_open == json!(true), "no preview opens");
    Ok(())
}
