//! A page that mounts and removes a widget a thousand times is as light as it was.

use anyhow::{Context, Result, ensure};
use serde_json::{Value, json};

use crate::{engines::Engine, feeds::feed, push::Stream, stage::Stage, tests};

// Only Chromium's driver can collect garbage and tell the heap.
tests!(in [Engine::Chromium];
    a_thousand_lives_of_a_widget_leave_nothing,
);

/// Mounts, refreshes and removes a widget, so many times. Every fifth has a stream, and every
/// tenth waits until it is open.
const LIVES: &str = "
    probe.lives = async (count) => {
      for (let life = 0; life < count; life += 1) {
        const widget = add();
        if (life % 5 === 0) widget.setAttribute('push', stream);
        while (!widget.items.length) await new Promise((done) => setTimeout(done));
        if (life % 10 === 0) {
          while (!source || source.readyState !== source.OPEN) {
            await new Promise((done) => setTimeout(done));
          }
        }
        const updated = new Promise((done) => {
          widget.addEventListener('strillone:update', done, { once: true });
        });
        feedNumber += 1;
        widget.refresh();
        await updated;
        widget.remove();
        source = null;
        await new Promise((done) => setTimeout(done));
        // What the probe notes would count as the widget's.
        for (const notes of Object.values(probe.seen)) notes.length = 0;
      }
      probe.lived = (probe.lived || 0) + count;
    };";

async fn a_thousand_lives_of_a_widget_leave_nothing(stage: &mut Stage) -> Result<()> {
    let stream = Stream::start()?;
    stage.feeds.put("/feed.xml", feed(&["One"]));
    stage.open("single-page.html").await?;
    stage
        .run(&format!(
            "self.stream = '{}';
             self.source = null;
             const {{ EventSource }} = self;
             self.EventSource = class extends EventSource {{
               constructor(address) {{
                 super(address);
                 source = this;
               }}
             }};",
            stream.address()
        ))
        .await?;
    // The feed is another with every answer, without a server that is asked so often.
    stage
        .run(
            "const { instantiate } = WebAssembly;
             WebAssembly.instantiate = async (...given) => {
               const instance = await instantiate(...given);
               const exported = Object.values(instance.exports);
               probe.memory = exported.find((it) => it instanceof WebAssembly.Memory);
               return instance;
             };
             self.feedNumber = 0;
             const { fetch } = self;
             self.fetch = async (address, ...rest) => {
               if (!String(address).includes('/feed.xml')) return fetch(address, ...rest);
               const body = `<rss version='2.0'><channel><title>Example</title><item>
                 <title>News ${feedNumber}</title></item></channel></rss>`;
               return new Response(body, { headers: { 'Cache-Control': 'no-store' } });
             };",
        )
        .await?;
    stage.run(LIVES).await?;
    let before = live(stage, 100).await?;
    let memory = stage.value("probe.memory.buffer.byteLength").await?;
    let after = live(stage, 1_100).await?;
    stage
        .until_equal("probe.memory.buffer.byteLength", &memory)
        .await?;
    ensure!(
        after - before < 1_000_000.0,
        "the heap grew from {before} to {after} bytes"
    );
    stage.until_equal("ledger()", &json!([])).await?;
    stream.until_subscribers(0).await?;
    stage
        .run("navigator.locks.query().then(({ held, pending }) => { probe.locks = [held, pending]; });")
        .await?;
    stage.until_equal("probe.locks", &json!([[], []])).await
}

/// Lives until the page has lived so often, and returns the bytes of its heap.
async fn live(stage: &Stage, until: u32) -> Result<f64> {
    stage
        .run(&format!("probe.lives({until} - (probe.lived || 0));"))
        .await?;
    let tools = stage.driver.cdp();
    let start = std::time::Instant::now();
    while stage.value("probe.lived || 0").await? != json!(until) {
        ensure!(start.elapsed().as_secs() < 60, "it does not come to an end");
        tokio::time::sleep(std::time::Duration::from_millis(100)).await;
    }
    tools
        .send_raw("HeapProfiler.collectGarbage", json!({}))
        .await?;
    let heap: Value = tools.send_raw("Runtime.getHeapUsage", json!({})).await?;
    heap.get("usedSize")
        .and_then(Value::as_f64)
        .context("a size")
}
