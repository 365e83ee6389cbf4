//! The builder, as an editor uses it who cannot program: choose, see, copy, paste.

use std::{fs, path::Path};

use anyhow::{Context, Result, bail, ensure};
use serde_json::json;
use strillone::config;
use thirtyfour::{By, Key};
use walkdir::WalkDir;

use crate::{
    engines::Engine,
    feeds::feed,
    keyboard::press,
    servers::Reply,
    shipped::{dist, script, shipped, wasm},
    stage::{Stage, Trouble},
    tests,
};

tests!(in Engine::ALL;
    what_was_chosen_and_pasted_shows_the_same,
    pasted_tag_shows_the_same,
    pasted_frame_shows_the_same,
    website_offers_its_feeds,
    address_of_the_page_brings_all_choices_back,
    keyboard_alone_leads_to_the_snippet,
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
    paste(stage).await?;
    stage.shows(&["One", "Two"]).await?;
    let layout = "probe.widgets()[0].getAttribute('layout')";
    stage.until_equal(layout, &json!("timeline")).await
}

async fn pasted_tag_shows_the_same(stage: &mut Stage) -> Result<()> {
    open(stage, CLIPBOARD).await?;
    stage.feeds.put("/feed.xml", feed(&["One", "Two", "Three"]));
    look_at(stage, "/feed.xml").await?;
    choose(stage, "limit", "2").await?;
    choose_form(stage, "tag").await?;
    paste(stage).await?;
    stage.shows(&["One", "Two"]).await
}

async fn pasted_frame_shows_the_same(stage: &mut Stage) -> Result<()> {
    open(stage, CLIPBOARD).await?;
    for (name, kind) in [
        ("embed.html", "text/html; charset=utf-8"),
        ("embed.js", "text/javascript"),
        ("embed-height.js", "text/javascript"),
    ] {
        let reply = Reply::new(kind, shipped(name)?);
        stage.partner.put(&format!("/{name}"), reply);
    }
    stage.feeds.put("/feed.xml", feed(&["One", "Two", "Three"]));
    look_at(stage, "/feed.xml").await?;
    choose(stage, "limit", "2").await?;
    choose_form(stage, "frame").await?;
    paste(stage).await?;
    let frame = stage.driver.find(By::Tag("iframe")).await?;
    frame.enter_frame().await?;
    let titles = "[...document.querySelector('strillone-news').shadowRoot\
                  .querySelectorAll('[part~=headline]')].map((it) => it.textContent)";
    let shown = stage.until_equal(titles, &json!(["One", "Two"])).await;
    stage.driver.enter_default_frame().await?;
    shown
}

async fn website_offers_its_feeds(stage: &mut Stage) -> Result<()> {
    open(stage, "").await?;
    let website = "<!DOCTYPE html><html><head><title>Example</title>\
        <link rel=\"alternate\" type=\"application/rss+xml\" href=\"/news.xml\">\
        <link rel=\"alternate\" type=\"application/rss+xml\" href=\"/comments.xml\"></head>";
    stage.feeds.put("/", Reply::new("text/html", website));
    stage.feeds.put("/news.xml", feed(&["One", "Two"]));
    look_at(stage, "/").await?;
    stage
        .until_equal("probe.all('.feeds .take').length", &json!(2))
        .await?;
    stage.run("probe.all('.feeds .take')[0].click();").await?;
    stage.shows(&["One", "Two"]).await
}

/// The address is all that there is to keep or to send to somebody.
async fn address_of_the_page_brings_all_choices_back(stage: &mut Stage) -> Result<()> {
    open(stage, "").await?;
    stage.feeds.put("/feed.xml", feed(&["One", "Two", "Three"]));
    look_at(stage, "/feed.xml").await?;
    choose(stage, "limit", "2").await?;
    choose(stage, "layout", "timeline").await?;
    choose_form(stage, "astro").await?;
    stage.shows(&["One", "Two"]).await?;
    stage.until("location.hash.includes('form=astro')").await?;
    let address = stage.value("location.href").await?;
    stage.leave().await?;
    let address = address.as_str().context("an address")?;
    stage.open_at("builder", address).await?;
    stage.shows(&["One", "Two"]).await?;
    let chosen = "['layout', 'limit', 'feed'].map((it) => document.getElementsByName(it)[0].value)";
    let feed = format!("{}/feed.xml", stage.feeds.origin);
    stage
        .until_equal(chosen, &json!(["timeline", "2", feed]))
        .await?;
    stage
        .until_equal(
            "document.querySelector('.forms :checked').value",
            &json!("astro"),
        )
        .await
}

async fn keyboard_alone_leads_to_the_snippet(stage: &mut Stage) -> Result<()> {
    open(stage, CLIPBOARD).await?;
    stage.feeds.put("/feed.xml", feed(&["One", "Two", "Three"]));
    until_focused(stage, "#feed").await?;
    let address = format!("{}/feed.xml", stage.feeds.origin);
    let keys = stage.driver.action_chain().send_keys(address);
    keys.perform().await?;
    press(stage, Key::Enter).await?;
    stage.shows(&["One", "Two", "Three"]).await?;
    until_focused(stage, "[name=limit]").await?;
    let keys = stage.driver.action_chain().send_keys("2");
    keys.perform().await?;
    press(stage, Key::Tab).await?;
    stage.shows(&["One", "Two"]).await?;
    until_focused(stage, ".snippet .copy").await?;
    press(stage, Key::Enter).await?;
    stage.until("self.copied?.includes('limit=\"2\"')").await
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
pub async fn open(stage: &mut Stage, scripts: &str) -> Result<()> {
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

async fn choose_form(stage: &Stage, form: &str) -> Result<()> {
    stage
        .run(&format!(
            "document.querySelector('.forms [value={form}]').click();"
        ))
        .await
}

/// Copies what stands in the builder, and opens an empty page with nothing else on it.
async fn paste(stage: &mut Stage) -> Result<()> {
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
    stage.open_page("pasted.html", page).await
}

/// Goes on by the tabulator key until it is there.
async fn until_focused(stage: &Stage, selector: &str) -> Result<()> {
    let is_there = format!("document.activeElement.matches('{selector}')");
    for _ in 0..120 {
        if stage.value(&is_there).await? == json!(true) {
            return Ok(());
        }
        press(stage, Key::Tab).await?;
    }
    bail!("the keyboard does not reach {selector}")
}
