//! The first headlines, which the script draws before the wasm is there: they stand where the
//! component's will, and nothing that the reader is at is lost when it takes over.

use anyhow::{Result, ensure};
use serde_json::{Value, json};

use crate::{
    engines::Engine,
    feeds::feed,
    servers::{Gate, Reply},
    sharing::until_kept,
    shipped::script,
    stage::{Stage, Trouble},
    tests,
};

tests!(in Engine::ALL;
    first_headlines_stand_where_the_components_will,
    copy_on_the_device_is_shown_before_the_feed_has_come,
    focus_stays_on_its_headline,
    selection_stays_on_its_words,
    pressed_headline_waits_for_its_click,
    failed_wasm_leaves_live_links,
    feed_that_is_not_well_formed_is_left_to_the_component,
    options_that_change_are_followed,
    preloaded_feed_is_the_one_that_is_used,
);

/// The one widget's first headlines, or those of the component, as far as they are shown.
pub const FIRST: &str = "reader.one('.first')";
pub const COMPONENT: &str = "reader.one('.place:not(.first)')";

/// Opens the page of the reader and holds the wasm back.
async fn open_without_wasm(stage: &mut Stage) -> Result<Gate> {
    let gate = stage.hold_wasm()?;
    stage.open("reader.html").await?;
    Ok(gate)
}

/// Adds a widget with these attributes, whose first headlines are then there and whose wasm is
/// held back.
pub async fn draw_first(stage: &mut Stage, headlines: &[&str], attributes: &str) -> Result<Gate> {
    stage.feeds.put("/feed.xml", feed(headlines));
    let gate = open_without_wasm(stage).await?;
    stage.run(&format!("reader.add({attributes});")).await?;
    shows_first(stage, headlines).await?;
    Ok(gate)
}

async fn shows_first(stage: &Stage, headlines: &[&str]) -> Result<()> {
    let shown = format!("[...{FIRST}.querySelectorAll('.headline')].map((it) => it.textContent)");
    stage.until_equal(&shown, &json!(headlines)).await
}

pub async fn is_live(stage: &Stage) -> Result<()> {
    stage
        .until(&format!(
            "!{FIRST}.firstChild && {COMPONENT}.querySelector('.item')"
        ))
        .await
}

async fn first_headlines_stand_where_the_components_will(stage: &mut Stage) -> Result<()> {
    let demo = include_bytes!("../../demo/feed.xml");
    stage
        .feeds
        .put("/feed.xml", Reply::new("application/rss+xml", *demo));
    for options in [
        json!({}),
        json!({ "lang": "it", "follow": "https://www.facebook.com/corriere.example", "preview": "panel" }),
        json!({ "time": "relative", "heading": "", "limit": "3", "theme": "dark", "preview": "none" }),
        json!({ "layout": "ticker", "speed": "0" }),
        json!({ "layout": "ticker" }),
        json!({ "layout": "rotator", "lang": "ar" }),
        json!({ "time": "date", "lang": "ja", "time-zone": "Asia/Tokyo", "comments": "off" }),
    ] {
        let gate = open_without_wasm(stage).await?;
        stage.run(&format!("reader.add({options});")).await?;
        stage
            .until(&format!("{FIRST}.querySelector('.item')"))
            .await?;
        let first = stage.value(&look(FIRST)).await?;
        stage.until_drawn().await?;
        // Chromium tells of a shift in a task of its own.
        stage
            .until("performance.now() > (self.noted ??= performance.now()) + 100")
            .await?;
        stage.run("probe.seen.shifts.length = 0;").await?;
        gate.open();
        is_live(stage).await?;
        stage.until_drawn().await?;
        let live = stage.value(&look(COMPONENT)).await?;
        ensure!(
            is_alike(&first, &live),
            "with {options} the first headlines\n{first}\nbecome\n{live}"
        );
        stage.until_equal("probe.seen.shifts", &json!([])).await?;
    }
    Ok(())
}

/// Each piece with its words and where it is; of a line that runs, not how far it is.
fn look(tree: &str) -> String {
    format!(
        "['heading', 'dateline', 'item', 'time', 'headline', 'comments', 'toggle', 'control',
          'position', 'follow'].flatMap((name) =>
            [...{tree}.querySelectorAll('.' + name)]
              .filter((it) => !it.closest('.copy'))
              .map((it) => {{
                const {{ x, y, width, height }} = it.getBoundingClientRect();
                const runs = it.closest('.track:not([data-still])');
                const words = name === 'follow' ? '' : it.textContent;
                return [name, words, ...[runs ? 0 : x, y, width, height].map((it) => Math.round(it * 4) / 4)];
              }}))"
    )
}

/// The same words at the same places. WebKit measures what an animation moves to a quarter of a
/// pixel.
fn is_alike(one: &Value, other: &Value) -> bool {
    match (one, other) {
        (Value::Array(one), Value::Array(other)) => {
            one.len() == other.len()
                && one
                    .iter()
                    .zip(other)
                    .all(|(one, other)| is_alike(one, other))
        }
        (Value::Number(one), Value::Number(other)) => {
            let (one, other) = (one.as_f64(), other.as_f64());
            one.zip(other)
                .is_some_and(|(one, other)| (one - other).abs() <= 0.25)
        }
        _ => one == other,
    }
}

async fn copy_on_the_device_is_shown_before_the_feed_has_come(stage: &mut Stage) -> Result<()> {
    let old = feed(&["Old"]).header("Cache-Control", "max-age=60");
    stage.feeds.put("/feed.xml", old);
    stage.open("reader.html").await?;
    if stage.value("'caches' in self").await? == json!(false) {
        return Ok(());
    }
    stage.run("reader.add({});").await?;
    stage.shows(&["Old"]).await?;
    until_kept(stage).await?;
    let gate = stage.hold_wasm()?;
    // WebKit's private windows forget what is kept when no page, and none to go back to, has the
    // store open: so the second visit has an address of its own.
    let again = stage.host_page("reader.html")?;
    stage.open_page("again", again).await?;
    let answer = Gate::closed();
    stage
        .feeds
        .put("/feed.xml", feed(&["New", "Old"]).behind(&answer));
    // A copy that is fresh enough would do, and there would be no request.
    stage
        .run(
            // In the page's own realm, because Firefox gives a test another `Date`.
            "const later = document.createElement('script');
             later.textContent = '{ const { now } = Date; Date.now = () => now() + 3_600_000; }';
             document.head.append(later);
             reader.add({});",
        )
        .await?;
    shows_first(stage, &["Old"]).await?;
    answer.open();
    shows_first(stage, &["New", "Old"]).await?;
    gate.open();
    is_live(stage).await?;
    stage.shows(&["New", "Old"]).await
}

async fn focus_stays_on_its_headline(stage: &mut Stage) -> Result<()> {
    let gate = draw_first(stage, &["One", "Two", "Three"], "{}").await?;
    stage
        .run(&format!(
            "{FIRST}.querySelectorAll('a.headline')[2].focus();"
        ))
        .await?;
    gate.open();
    is_live(stage).await?;
    stage
        .until_equal("reader.named(reader.focused())", &json!("a Three"))
        .await
}

async fn selection_stays_on_its_words(stage: &mut Stage) -> Result<()> {
    let gate = draw_first(stage, &["One", "Two", "Three"], "{}").await?;
    stage
        .run(&format!(
            "const [, two, three] = {FIRST}.querySelectorAll('a.headline');
             getSelection().setBaseAndExtent(two.firstChild, 1, three.firstChild, 2);"
        ))
        .await?;
    let chosen = "(() => {
        const root = reader.root();
        const [range] = getSelection().getComposedRanges
          ? getSelection().getComposedRanges({ shadowRoots: [root] })
          : [(root.getSelection ? root.getSelection() : getSelection()).getRangeAt(0)];
        const of = (node) => [node.nodeType, node.textContent, Boolean(node.parentElement.closest('.first'))];
        return [...of(range.startContainer), range.startOffset, ...of(range.endContainer), range.endOffset];
    })()";
    stage
        .until_equal(chosen, &json!([3, "Two", true, 1, 3, "Three", true, 2]))
        .await?;
    gate.open();
    is_live(stage).await?;
    stage
        .until_equal(chosen, &json!([3, "Two", false, 1, 3, "Three", false, 2]))
        .await
}

async fn pressed_headline_waits_for_its_click(stage: &mut Stage) -> Result<()> {
    let gate = draw_first(stage, &["One", "Two"], "{}").await?;
    stage
        .run(&format!(
            "self.pressed = {FIRST}.querySelector('a.headline');
             const press = (type) => pressed.dispatchEvent(
               new PointerEvent(type, {{ bubbles: true, composed: true }}));
             self.press = press;
             press('pointerdown');"
        ))
        .await?;
    gate.open();
    stage.until("probe.widgets()[0].state === 'ready'").await?;
    stage.until_drawn().await?;
    stage.until("probe.isShown(pressed)").await?;
    stage.run("press('pointerup');").await?;
    is_live(stage).await?;
    stage.shows(&["One", "Two"]).await
}

async fn failed_wasm_leaves_live_links(stage: &mut Stage) -> Result<()> {
    stage.expect(Trouble::Complaint);
    stage.feeds.put("/feed.xml", feed(&["One", "Two"]));
    stage
        .cdn
        .put("/strillone.wasm", Reply::new("text/plain", "").status(404));
    stage.open("reader.html").await?;
    stage.run("reader.add({});").await?;
    shows_first(stage, &["One", "Two"]).await?;
    stage.until("probe.widgets()[0].state === 'failed'").await?;
    stage
        .until(&format!("!{FIRST}.querySelector('.toggle')"))
        .await?;
    let links = format!("[...{FIRST}.querySelectorAll('a.headline')].map((it) => it.href)");
    stage
        .until_equal(
            &links,
            &json!(["https://example.org/0", "https://example.org/1"]),
        )
        .await
}

async fn feed_that_is_not_well_formed_is_left_to_the_component(stage: &mut Stage) -> Result<()> {
    let broken = "<rss version='2.0'><channel><title>News</title><item><title>One</title>\
                  <link>https://example.org/1</link></channel></rss>";
    stage
        .feeds
        .put("/feed.xml", Reply::new("application/rss+xml", broken));
    let gate = open_without_wasm(stage).await?;
    stage.run("reader.add({});").await?;
    stage.until_requested(&stage.feeds, "/feed.xml", 1).await?;
    stage
        .until("probe.isShown(reader.one('.skeleton'))")
        .await?;
    gate.open();
    stage
        .until("probe.widgets()[0].state !== 'loading'")
        .await?;
    stage.until(&format!("!{FIRST}.firstChild")).await
}

async fn options_that_change_are_followed(stage: &mut Stage) -> Result<()> {
    stage.feeds.put("/feed.xml", feed(&["One", "Two", "Three"]));
    let gate = open_without_wasm(stage).await?;
    stage.run("self.news = reader.add({});").await?;
    shows_first(stage, &["One", "Two", "Three"]).await?;
    stage.run("news.setAttribute('limit', 2);").await?;
    shows_first(stage, &["One", "Two"]).await?;
    // What only the component can do.
    stage.run("news.setAttribute('layout', 'cards');").await?;
    shows_first(stage, &[]).await?;
    gate.open();
    stage.shows(&["One", "Two"]).await
}

async fn preloaded_feed_is_the_one_that_is_used(stage: &mut Stage) -> Result<()> {
    stage.feeds.put("/feed.xml", feed(&["One"]));
    let address = format!("{}/feed.xml", stage.feeds.origin);
    let page = format!(
        "<!doctype html><html lang=en><meta charset=utf-8>
         <link rel=preload as=fetch crossorigin href='{address}'>
         <script src='/probe.js'></script>
         <script async src='{}/strillone.js'></script>
         <strillone-news id=news feed='{address}'></strillone-news></html>",
        stage.cdn.origin
    );
    let page = Reply::new("text/html; charset=utf-8", page);
    stage.cdn.put("/strillone.js", script()?);
    stage.open_page("preloading", page).await?;
    stage.shows(&["One"]).await?;
    stage.until_drawn().await?;
    let asked = stage.feeds.requests("/feed.xml").len();
    ensure!(asked == 1, "the feed was asked {asked} times");
    Ok(())
}
