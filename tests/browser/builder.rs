//! The builder, as an editor uses it who cannot program: choose, see, copy, paste.

use std::{fs, path::Path};

use anyhow::{Context, Result, ensure};
use serde_json::json;
use strillone::config;
use walkdir::WalkDir;

use crate::{
    engines::Engine,
    feeds::feed,
    servers::Reply,
    shipped::{dist, script, wasm},
    stage::{Stage, Trouble},
    tests,
};

tests!(in Engine::ALL;
    what_was_chosen_and_pasted_shows_the_same,
    every_option_has_a_control_of_its_name,
    feed_that_other_sites_may_not_read_comes_with_its_mend,
    builder_speaks_italian_and_fits_a_phone,
);

/// What the page puts on the clipboard is noted, and the clipboard left alone: a browser without
/// a window may have none.
const CLIPBOARD: &str = "<script>
    Object.defineProperty(navigator, 'clipboard', {
      value: { writeText: async (text) => { self.copied = text; } },
    });
  </script>";

async fn what_was_chosen_and_pasted_shows_the_same(stage: &mut Stage) -> Result<()> {
    open(stage, CLIPBOARD).await?;
    let news = feed(&["One", "Two", "Three"]);
    stage.feeds.put("/feed.xml", news);
    look_at(stage, "/feed.xml").await?;
    stage.shows(&["One", "Two", "Three"]).await?;
    stage
        .until("probe.all('.findings .good').length > 1")
        .await?;
    choose(stage, "limit", "2").await?;
    choose(stage, "layout", "timeline").await?;
    stage.shows(&["One", "Two"]).await?;
    stage
        .run("document.querySelector('.snippet .copy').click();")
        .await?;
    stage.until("self.copied").await?;
    let copied = stage.value("self.copied").await?;
    let snippet = copied.as_str().context("a text")?;
    let page = format!(
        "<!doctype html><html lang=\"en\"><script src=\"/probe.js\"></script>\
         <title>Empty</title><body>{snippet}"
    );
    let page = Reply::new("text/html; charset=utf-8", page);
    stage.open_page("pasted.html", page).await?;
    stage.shows(&["One", "Two"]).await?;
    let layout = "probe.widgets()[0].getAttribute('layout')";
    stage.until_equal(layout, &json!("timeline")).await
}

async fn every_option_has_a_control_of_its_name(stage: &mut Stage) -> Result<()> {
    open(stage, "").await?;
    for option in config::options() {
        let name = option.name;
        let control = format!(
            "(([it]) => it && (it.labels.length > 0))(document.getElementsByName('{name}'))"
        );
        ensure!(stage.value(&control).await? == json!(true), "{name}");
    }
    Ok(())
}

async fn feed_that_other_sites_may_not_read_comes_with_its_mend(stage: &mut Stage) -> Result<()> {
    open(stage, "").await?;
    stage.expect(Trouble::Complaint);
    let closed = feed(&["One"]).header("Access-Control-Allow-Origin", "https://example.org");
    stage.feeds.put("/closed.xml", closed);
    look_at(stage, "/closed.xml").await?;
    stage
        .until("document.querySelector('.mending .code')")
        .await?;
    let lines = "document.querySelector('.mending code').textContent";
    stage
        .until(&format!("{lines}.includes('wp_headers')"))
        .await
}

async fn builder_speaks_italian_and_fits_a_phone(stage: &mut Stage) -> Result<()> {
    let italian = "<script>
        Object.defineProperty(navigator, 'language', { value: 'it-IT' });
      </script>";
    open(stage, italian).await?;
    let language = "document.documentElement.lang";
    stage.until_equal(language, &json!("it")).await?;
    // A frame is a window as narrow as a phone's.
    stage
        .run(
            "const phone = document.createElement('iframe');
             phone.id = 'phone';
             phone.style.cssText = 'inline-size: 360px; block-size: 640px; border: 0';
             phone.src = location.href;
             document.body.append(phone);",
        )
        .await?;
    let inside = "document.getElementById('phone').contentDocument";
    stage
        .until(&format!("{inside}?.querySelector('.forms')"))
        .await?;
    let overflow = format!(
        "(({{ clientWidth, scrollWidth }}) => scrollWidth - clientWidth)({inside}.documentElement)"
    );
    stage.until_equal(&overflow, &json!(0)).await
}

/// Opens the builder as the release has it, on the partner's host.
async fn open(stage: &mut Stage, scripts: &str) -> Result<()> {
    let folder = dist().join("builder");
    for entry in WalkDir::new(&folder) {
        let entry = entry?;
        if !entry.file_type().is_file() {
            continue;
        }
        let name = entry.path().strip_prefix(&folder)?;
        let path = format!("/builder/{}", name.to_string_lossy());
        let reply = Reply::new(type_of(name), fs::read(entry.path())?);
        stage.partner.put(&path, reply);
    }
    let manifest = fs::read(dist().join("manifest.json"))?;
    let manifest = Reply::new("application/json", manifest);
    stage.partner.put("/manifest.json", manifest);
    stage.partner.put("/strillone.js", script()?);
    stage.partner.put("/strillone.wasm", wasm()?);
    let page = fs::read_to_string(folder.join("index.html"))?;
    let (head, rest) = page.split_once("<head>").context("the page has a head")?;
    let page = format!("{head}<head><script src=\"/probe.js\"></script>{scripts}{rest}");
    let page = Reply::new("text/html; charset=utf-8", page);
    stage.open_page("builder/index.html", page).await?;
    stage.until("document.querySelector('h1')").await
}

fn type_of(name: &Path) -> &'static str {
    match name.extension().and_then(|it| it.to_str()) {
        Some("js") => "text/javascript",
        Some("wasm") => "application/wasm",
        Some("css") => "text/css",
        Some("svg") => "image/svg+xml",
        Some("xml") => "application/xml",
        _ => "text/html; charset=utf-8",
    }
}

/// Writes an address of the publisher's into the field, and sends it.
async fn look_at(stage: &Stage, path: &str) -> Result<()> {
    let address = json!(format!("{}{path}", stage.feeds.origin));
    stage
        .run(&format!(
            "const field = document.getElementById('feed');
             field.value = {address};
             field.form.requestSubmit();"
        ))
        .await
}

/// Chooses a value of an option, as a reader does.
async fn choose(stage: &Stage, name: &str, value: &str) -> Result<()> {
    stage
        .run(&format!(
            "const control = document.getElementsByName('{name}')[0];
             control.value = '{value}';
             control.dispatchEvent(new Event('change', {{ bubbles: true }}));"
        ))
        .await
}
