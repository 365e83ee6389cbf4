//! What the documents tell people to paste, pasted.

use anyhow::{Context, Result, ensure};
use serde_json::json;

use crate::{
    engines::Engine, feeds::feed, running::blocks, servers::Reply, shipped::shipped, stage::Stage,
    tests,
};

tests!(in Engine::ALL;
    readme_looks_are_those_that_are_seen,
    methods_and_properties_of_developers_md_work,
    listeners_of_developers_md_hear_their_events,
    frame_md_s_listener_gives_the_frame_its_height,
    frame_md_s_script_gives_the_frame_its_height,
);

const README: &str = "../README.md";
const DEVELOPERS: &str = "developers.md";
const FRAME: &str = "frame.md";

async fn readme_looks_are_those_that_are_seen(stage: &mut Stage) -> Result<()> {
    let looks = block(README, "css", "--strillone-accent")?;
    open(stage, &format!("<style>{looks}</style>")).await?;
    stage.shows(&["One", "Two"]).await?;
    let seen =
        "[getComputedStyle(probe.widgets()[0]).getPropertyValue('--strillone-accent').trim(),
         getComputedStyle(probe.parts('headline')[0]).fontWeight]";
    stage.until_equal(seen, &json!(["#a3271c", "700"])).await
}

async fn methods_and_properties_of_developers_md_work(stage: &mut Stage) -> Result<()> {
    open(stage, "").await?;
    stage.shows(&["One", "Two"]).await?;
    let properties = block(DEVELOPERS, "js", "state, items")?;
    stage
        .run(&format!(
            "{properties}; probe.read = [state, items.map(({{ title }}) => title)];"
        ))
        .await?;
    stage
        .until_equal("probe.read", &json!(["ready", ["One", "Two"]]))
        .await?;
    stage.run(&block(DEVELOPERS, "js", "refresh()")?).await?;
    stage.until_requested(&stage.feeds, "/feed.xml", 2).await?;
    let is_paused = "probe.parts('pause')[0].getAttribute('aria-label')";
    stage
        .run("probe.widgets()[0].setAttribute('layout', 'rotator');")
        .await?;
    stage.until(&format!("{is_paused} === 'Pause'")).await?;
    let lines = block(DEVELOPERS, "js", "pause()")?;
    let (pause, play) = lines.split_once('\n').context("two lines")?;
    stage.run(pause).await?;
    stage.until(&format!("{is_paused} !== 'Pause'")).await?;
    stage.run(play).await?;
    stage.until(&format!("{is_paused} === 'Pause'")).await
}

async fn listeners_of_developers_md_hear_their_events(stage: &mut Stage) -> Result<()> {
    let listeners = block(DEVELOPERS, "js", "addEventListener")?;
    open(
        stage,
        &format!(
            "<script>{{
               probe.heard = [];
               const console = {{ log: (...words) => probe.heard.push(words.join(' ')) }};
               {listeners}
               document.addEventListener('click', (click) => click.preventDefault());
             }}</script>"
        ),
    )
    .await?;
    stage.shows(&["One", "Two"]).await?;
    stage.feeds.put("/feed.xml", feed(&["Three", "One", "Two"]));
    stage.run("probe.widgets()[0].refresh();").await?;
    stage.shows(&["Three", "One", "Two"]).await?;
    stage
        .run(
            "probe.widgets()[0].setAttribute('follow', 'https://social.example/us');
             probe.parts('headline')[0].click();
             probe.parts('toggle')[0].click();",
        )
        .await?;
    stage.until("probe.parts('follow-link').length").await?;
    stage.run("probe.parts('follow-link')[0].click();").await?;
    stage
        .feeds
        .put("/feed.xml", Reply::new("text/plain", "down").status(503));
    stage.run("probe.widgets()[0].refresh();").await?;
    let failure = format!(
        "status the feed {}/feed.xml is refused by its server with status 503",
        stage.feeds.origin
    );
    for line in [
        // How many there were at first; the first one after the update, followed and opened.
        "2",
        "Three",
        "https://example.org/0",
        "https://social.example/us",
        &failure,
    ] {
        stage
            .until(&format!("probe.heard.includes({})", json!(line)))
            .await?;
    }
    stage.complains_of(&["503"]).await
}

async fn frame_md_s_listener_gives_the_frame_its_height(stage: &mut Stage) -> Result<()> {
    let listener = block(FRAME, "js", "addEventListener")?;
    framed(stage, &format!("<script>{listener}</script>")).await
}

async fn frame_md_s_script_gives_the_frame_its_height(stage: &mut Stage) -> Result<()> {
    let script = block(FRAME, "html", "embed-height.js")?;
    framed(stage, &script).await
}

/// Pastes the frame, and what gives it its height.
async fn framed(stage: &mut Stage, helper: &str) -> Result<()> {
    for (name, kind) in [
        ("embed.html", "text/html; charset=utf-8"),
        ("embed.js", "text/javascript"),
        ("embed-height.js", "text/javascript"),
    ] {
        let reply = Reply::new(kind, shipped(name)?);
        stage.cdn.put(&format!("/{name}"), reply);
    }
    let frame = block(FRAME, "html", "<iframe")?;
    paste(stage, &format!("{helper}{frame}")).await?;
    let frame = "document.querySelector('iframe')";
    // Two headlines need less than the height it begins with; it is as wide as the page's text.
    stage
        .until(&format!(
            "{frame}.offsetHeight < 300 && {frame}.offsetWidth === document.body.clientWidth"
        ))
        .await
}

/// Opens a page with the README's first tag on it, after something of the page's own.
async fn open(stage: &mut Stage, before: &str) -> Result<()> {
    let tag = block(README, "html", "strillone.js")?;
    paste(stage, &format!("{before}{tag}")).await
}

async fn paste(stage: &mut Stage, text: &str) -> Result<()> {
    stage.feeds.put("/feed.xml", feed(&["One", "Two"]));
    let encoded = |origin: &str| origin.replace(':', "%3A").replace('/', "%2F");
    let text = text
        .replace("https://cdn.example", &stage.cdn.origin)
        .replace(
            "https://example.org/feed.xml",
            &format!("{}/feed.xml", stage.feeds.origin),
        )
        .replace(
            &encoded("https://example.org"),
            &encoded(&stage.feeds.origin),
        );
    let page = format!(
        "<!doctype html><html lang=\"en\"><title>A document</title>\
         <script src=\"/probe.js\"></script><body>{text}</body></html>"
    );
    let page = Reply::new("text/html; charset=utf-8", page);
    stage.open_page("document", page).await
}

/// The first block of a document in that language that has `words` in it.
fn block(document: &str, language: &str, words: &str) -> Result<String> {
    let found = blocks(document, language)?
        .into_iter()
        .find(|block| block.contains(words));
    let found = found.with_context(|| format!("{document} has no {words}"))?;
    ensure!(!found.trim().is_empty());
    Ok(found)
}
