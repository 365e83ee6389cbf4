//! In what order the script does things, so that the first headlines are there soon.

use anyhow::Result;
use serde_json::json;

use crate::{
    engines::Engine,
    feeds::feed,
    first::{FIRST, draw_first},
    servers::Gate,
    stage::Stage,
    tests,
};

tests!(in Engine::ALL;
    feed_is_asked_for_before_anything_is_drawn,
    formats_of_times_are_made_while_the_feed_is_on_its_way,
    component_starts_when_the_first_headlines_are_on_the_screen,
);

async fn feed_is_asked_for_before_anything_is_drawn(stage: &mut Stage) -> Result<()> {
    stage.feeds.put("/feed.xml", feed(&["One"]));
    stage.open("reader.html").await?;
    stage
        .run(
            "self.order = [];
             const noting = (name, owner, method) => {
               const own = owner[method];
               owner[method] = function (...given) {
                 order.push(name);
                 return own.apply(this, given);
               };
             };
             noting('feed', navigator.locks, 'request');
             noting('shadow root', Element.prototype, 'attachShadow');
             reader.add({});",
        )
        .await?;
    stage.shows(&["One"]).await?;
    stage
        .until_equal("order.slice(0, 2)", &json!(["feed", "shadow root"]))
        .await
}

async fn formats_of_times_are_made_while_the_feed_is_on_its_way(stage: &mut Stage) -> Result<()> {
    let answer = Gate::closed();
    let wasm = stage.hold_wasm()?;
    stage
        .feeds
        .put("/feed.xml", feed(&["One", "Two"]).behind(&answer));
    stage.open("reader.html").await?;
    run_as_page(
        stage,
        "self.made = 0;
         Intl.DateTimeFormat = new Proxy(Intl.DateTimeFormat, {
           construct(own, given) {
             made += 1;
             return Reflect.construct(own, given);
           },
         });
         reader.add({ lang: 'it' });",
    )
    .await?;
    stage.until_equal("made", &json!(2)).await?;
    answer.open();
    stage
        .until(&format!(
            "{FIRST}.querySelectorAll('.item').length === 2 && made === 2"
        ))
        .await?;
    wasm.open();
    stage.shows(&["One", "Two"]).await
}

async fn component_starts_when_the_first_headlines_are_on_the_screen(
    stage: &mut Stage,
) -> Result<()> {
    let wasm = draw_first(stage, &["One"], "{}").await?;
    wasm.open();
    stage.shows(&["One"]).await?;
    // The wasm is there before the feed is.
    let answer = Gate::closed();
    stage.feeds.put("/feed.xml", feed(&["One"]).behind(&answer));
    stage.open("reader.html").await?;
    run_as_page(
        stage,
        "self.frames = 0;
         const count = () => {
           frames += 1;
           requestAnimationFrame(count);
         };
         count();
         const { compile, compileStreaming, instantiate } = WebAssembly;
         const noting = (compile) => async (...given) => {
           const module = await compile(...given);
           self.isCompiled = true;
           return module;
         };
         WebAssembly.compile = noting(compile);
         if (compileStreaming) WebAssembly.compileStreaming = noting(compileStreaming);
         WebAssembly.instantiate = (...given) => {
           self.startedIn = frames;
           return instantiate(...given);
         };
         reader.add({ loading: 'eager' });
         new MutationObserver(() => {
           if (reader.one('.first').firstChild) self.drawnIn ??= frames;
         }).observe(reader.root(), { childList: true, subtree: true });",
    )
    .await?;
    stage.until("self.isCompiled").await?;
    answer.open();
    stage.shows(&["One"]).await?;
    stage.until("self.drawnIn < self.startedIn").await
}

/// Runs a script of the page's own: Firefox gives a test another `Intl` and `WebAssembly`.
async fn run_as_page(stage: &Stage, script: &str) -> Result<()> {
    let script = json!(script);
    stage
        .run(&format!(
            "const own = document.createElement('script');
             own.textContent = {script};
             document.head.append(own);"
        ))
        .await
}
