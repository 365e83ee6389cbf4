//! The gallery of the demo: every layout and every state, as a visitor of that page meets them.

use std::fs;

use anyhow::{Context, Result, ensure};
use serde_json::json;

use crate::{
    engines::Engine,
    servers::Reply,
    shipped::{script, wasm},
    stage::{Stage, Trouble},
    tests,
};

tests!(in Engine::ALL;
    gallery_shows_every_layout_and_state,
);

const FOLDER: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/demo");

/// What each widget shows once it has come.
const AT_FIRST: &str = include_str!("gallery/at-first.txt");

/// What is otherwise after ten minutes, in which some feeds changed and one failed.
const LATER: &str = include_str!("gallery/later.txt");

/// And after twenty, while the reader is at the widget whose news waits.
const STILL_LATER: &str = include_str!("gallery/still-later.txt");

/// What is otherwise when the device has lost its network.
const OFFLINE: &str = include_str!("gallery/offline.txt");

/// Opens a preview in each widget that has none open.
pub const OPEN_PREVIEWS: &str = "
    for (const widget of probe.widgets()) {
        const toggles = [...(widget.shadowRoot?.querySelectorAll('.toggle') || [])];
        const isOpen = toggles.some((it) => it.getAttribute('aria-expanded') === 'true');
        const isOver = widget.getAttribute('preview') === 'popover';
        if (toggles.length > 0 && !isOpen && !isOver) toggles[0].click();
    }";

async fn gallery_shows_every_layout_and_state(stage: &mut Stage) -> Result<()> {
    open(stage).await?;
    expect(stage, AT_FIRST).await?;
    stage
        .run("document.querySelector('#growing').shadowRoot.querySelector('a').focus();")
        .await?;
    press(stage, "later").await?;
    expect(stage, LATER).await?;
    press(stage, "later").await?;
    expect(stage, STILL_LATER).await?;
    press(stage, "network").await?;
    expect(stage, OFFLINE).await?;
    press(stage, "theme").await?;
    let colour = "getComputedStyle(reader.one('.headline')).color";
    stage
        .until_equal(colour, &json!("rgb(232, 228, 221)"))
        .await
}

/// Presses a button of the page, which says what time it is or what the network does.
pub async fn press(stage: &Stage, id: &str) -> Result<()> {
    stage
        .run(&format!("document.getElementById('{id}').click();"))
        .await
}

/// Opens the gallery with every widget on it loaded. Some of its feeds fail, on purpose.
pub async fn open(stage: &mut Stage) -> Result<()> {
    for entry in fs::read_dir(FOLDER)?.chain(fs::read_dir(format!("{FOLDER}/pictures"))?) {
        let file = entry?.path();
        let kind = match file.extension().and_then(|it| it.to_str()) {
            Some("js") => "text/javascript",
            Some("css") => "text/css",
            Some("svg") => "image/svg+xml",
            _ => continue,
        };
        let name = file.strip_prefix(FOLDER)?.to_string_lossy().into_owned();
        let reply = Reply::new(kind, fs::read(&file)?);
        stage.partner.put(&format!("/demo/{name}"), reply);
    }
    stage.partner.put("/strillone.js", script()?);
    stage.partner.put("/strillone.wasm", wasm()?);
    let page = fs::read_to_string(format!("{FOLDER}/gallery.html"))?;
    let (head, rest) = page.split_once("<head>").context("the page has a head")?;
    let page = format!(
        "{head}<head><script src=\"/probe.js\"></script><script src=\"/reader.js\"></script>{rest}"
    );
    stage.expect(Trouble::Complaint);
    let page = Reply::new("text/html; charset=utf-8", page);
    stage.open_page("demo/gallery.html", page).await?;
    let widgets = stage.value("probe.widgets().map(({ id }) => id)").await?;
    let widgets = widgets.as_array().context("widgets")?;
    ensure!(widgets.len() > 20, "there are {} widgets", widgets.len());
    for id in widgets.iter().filter_map(|id| id.as_str()) {
        come_to(stage, id).await?;
        let state = format!("document.getElementById('{id}').state");
        let is_loaded = format!("'{id}' === 'loading' || !['idle', 'loading'].includes({state})");
        stage.until(&is_loaded).await?;
    }
    Ok(())
}

/// Scrolls to a widget: it loads, and asks for news, only where a reader may see it.
async fn come_to(stage: &Stage, id: &str) -> Result<()> {
    let near = "scrollIntoView({ block: 'center', behavior: 'instant' })";
    stage
        .run(&format!("document.getElementById('{id}').{near};"))
        .await
}

/// Waits until the widgets named in the text show what it says of them.
async fn expect(stage: &Stage, text: &str) -> Result<()> {
    for block in text.trim_end().split("\n\n") {
        let (id, shown) = block.split_once(": ").context("`id: what it shows`")?;
        come_to(stage, id).await?;
        stage
            .until_equal(&format!("reader.told('{id}')"), &json!(shown))
            .await?;
    }
    Ok(())
}
