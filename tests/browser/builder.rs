//! The builder, as an editor uses it who cannot program: choose, see, copy.

pub mod given;
pub mod paste;

use std::fs;

use anyhow::{Context, Result, bail, ensure};
use serde_json::json;
use strillone::config;
use thirtyfour::Key;
use walkdir::WalkDir;

use crate::{
    engines::Engine,
    feeds::feed,
    keyboard::press,
    servers::Reply,
    shipped::{content_type, dist, script, wasm},
    stage::{Stage, Trouble},
    tests,
};

tests!(in Engine::ALL;
    website_leads_to_its_feeds,
    keyboard_alone_leads_from_the_feed_to_the_snippet,
    page_s_own_address_restores_what_was_chosen,
    preset_replaces_the_look,
    steps_of_loading_are_shown_one_by_one,
    every_option_has_a_control_of_its_name,
    feed_that_other_sites_may_not_read_comes_with_its_mend,
    address_is_taken_as_local_testers_type_it,
    builder_speaks_italian_and_fits_a_phone,
);

async fn website_leads_to_its_feeds(stage: &mut Stage) -> Result<()> {
    open(stage, "").await?;
    let link = |path: &str| {
        format!("<link rel=\"alternate\" type=\"application/rss+xml\" href=\"{path}\">")
    };
    let website = |links: &str| {
        let page = format!("<!doctype html><html><head><title>Home</title>{links}</head></html>");
        Reply::new("text/html", page)
    };
    stage.feeds.put("/news.xml", feed(&["One"]));
    stage.feeds.put("/sport.xml", feed(&["Two"]));
    stage.feeds.put("/", website(&link("/news.xml")));
    look_at(stage, "/").await?;
    stage.shows(&["One"]).await?;
    let found = json!(format!("{}/news.xml", stage.feeds.origin));
    stage
        .until_equal("document.getElementById('feed').value", &found)
        .await?;
    // Of several one is taken.
    let both = ["/news.xml", "/sport.xml"].map(link).concat();
    stage.feeds.put("/", website(&both));
    look_at(stage, "/").await?;
    stage.until("probe.all('.take').length === 2").await?;
    stage.run("probe.all('.take')[1].click();").await?;
    stage.shows(&["Two"]).await
}

async fn keyboard_alone_leads_from_the_feed_to_the_snippet(stage: &mut Stage) -> Result<()> {
    open(stage, paste::CLIPBOARD).await?;
    stage.feeds.put("/feed.xml", feed(&["One", "Two", "Three"]));
    tab_to(stage, "#feed").await?;
    write(stage, &format!("{}/feed.xml", stage.feeds.origin)).await?;
    press(stage, Key::Enter).await?;
    stage.shows(&["One", "Two", "Three"]).await?;
    tab_to(stage, "[name=limit]").await?;
    write(stage, "2").await?;
    press(stage, Key::Tab).await?;
    stage.shows(&["One", "Two"]).await?;
    tab_to(stage, ".snippet .copy").await?;
    press(stage, Key::Enter).await?;
    stage.until("self.copied.includes('limit=\"2\"')").await
}

async fn page_s_own_address_restores_what_was_chosen(stage: &mut Stage) -> Result<()> {
    open(stage, "").await?;
    stage.feeds.put("/feed.xml", feed(&["One", "Two", "Three"]));
    look_at(stage, "/feed.xml").await?;
    stage.shows(&["One", "Two", "Three"]).await?;
    choose(stage, "limit", "2").await?;
    choose(stage, "layout", "timeline").await?;
    check(stage, "page", "dark").await?;
    check(stage, "form", "svelte").await?;
    stage
        .until("/limit=2.*layout=timeline.*page=dark.*form=svelte/.test(location.hash)")
        .await?;
    stage.run("self.isLeft = true; location.reload();").await?;
    stage
        .until("!self.isLeft && self.probe && document.querySelector('h1')")
        .await?;
    stage.shows(&["One", "Two"]).await?;
    let chosen = "[document.getElementsByName('limit')[0].value,
          document.getElementsByName('layout')[0].value,
          document.querySelector('.sheet').dataset.ground,
          document.querySelector('[name=form]:checked').value]";
    let wanted = json!(["2", "timeline", "dark", "svelte"]);
    stage.until_equal(chosen, &wanted).await
}

async fn preset_replaces_the_look(stage: &mut Stage) -> Result<()> {
    open(stage, "").await?;
    choose(stage, "density", "compact").await?;
    stage.run("probe.all('.preset')[3].click();").await?;
    let look = "['layout', 'limit', 'density'].map((it) => probe.widgets()[0].getAttribute(it))";
    stage
        .until_equal(look, &json!(["cards", "6", null]))
        .await?;
    stage
        .until("probe.all('.preset')[3].getAttribute('aria-pressed') === 'true'")
        .await
}

async fn steps_of_loading_are_shown_one_by_one(stage: &mut Stage) -> Result<()> {
    open(stage, "").await?;
    stage.run("probe.all('.below button')[0].click();").await?;
    for number in 1..=4 {
        let said = format!("document.querySelector('.steps')?.textContent.includes('{number}. ')");
        stage.until(&said).await?;
        stage
            .run("document.querySelector('.steps button:not(:disabled)')?.click();")
            .await?;
    }
    stage.run("probe.all('.below button')[0].click();").await?;
    stage.until("probe.widgets().length === 1").await
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

async fn address_is_taken_as_local_testers_type_it(stage: &mut Stage) -> Result<()> {
    open(stage, "").await?;
    stage.feeds.put("/feed.xml", feed(&["One"]));
    stage.feeds.put("/other.xml", feed(&["One", "Two"]));
    let origin = stage.feeds.origin.clone();
    let host = origin.strip_prefix("http://").context("no https")?;
    enter(stage, &format!("{host}/feed.xml, {host}/other.xml,")).await?;
    let field = "document.getElementById('feed').value";
    let wanted = format!("{origin}/feed.xml {origin}/other.xml");
    stage.until_equal(field, &json!(wanted)).await?;
    stage.shows(&["One", "Two"]).await?;
    // What is no address stays to be corrected.
    enter(stage, "nonsense").await?;
    let state = format!("[{field}, document.getElementById('feed').getAttribute('aria-invalid')]");
    stage
        .until_equal(&state, &json!(["nonsense", "true"]))
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
    // Neither the page nor the picture of a partner's page in it is wider than the phone.
    for element in ["documentElement", "querySelector('.window')"] {
        let overflow = format!(
            "(({{ clientWidth, scrollWidth }}) => scrollWidth - clientWidth)({inside}.{element})"
        );
        stage.until_equal(&overflow, &json!(0)).await?;
    }
    Ok(())
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
        let reply = Reply::new(content_type(name), fs::read(entry.path())?);
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

/// Writes an address of the publisher's into the field, and sends it.
async fn look_at(stage: &Stage, path: &str) -> Result<()> {
    enter(stage, &format!("{}{path}", stage.feeds.origin)).await
}

/// Writes a text into the field for addresses, and sends it.
async fn enter(stage: &Stage, text: &str) -> Result<()> {
    let address = json!(text);
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

/// Chooses one of a row of choices.
async fn check(stage: &Stage, name: &str, value: &str) -> Result<()> {
    stage
        .run(&format!(
            "document.querySelector('[name={name}][value={value}]').click();"
        ))
        .await
}

/// Goes on with the keyboard until what a selector names has the focus.
async fn tab_to(stage: &Stage, selector: &str) -> Result<()> {
    let is_there = format!("document.activeElement.matches('{selector}')");
    // More stops than the page has.
    for _ in 0..150 {
        press(stage, Key::Tab).await?;
        if stage.value(&is_there).await? == json!(true) {
            return Ok(());
        }
    }
    bail!("the keyboard does not reach {selector}")
}

/// Types a text where the focus is.
async fn write(stage: &Stage, text: &str) -> Result<()> {
    let keys = stage.driver.action_chain().send_keys(text);
    keys.perform().await.context("a text")
}
