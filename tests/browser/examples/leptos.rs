//! The Leptos application, which draws `<NewsWidget/>` itself. `cargo xtask test` builds it by
//! Trunk and names the folder in `STRILLONE_LEPTOS_EXAMPLE`.

use std::{env, fs, path::PathBuf};

use anyhow::{Context, Result, ensure};
use serde_json::{Value, json};

use super::put_files;
use crate::{
    engines::Engine,
    feeds::feed,
    servers::{Gate, Reply},
    stage::Stage,
    tests,
};

tests!(in Engine::ALL;
    leptos_shows_changes_and_removes_the_news,
    leptos_inherits_the_language_of_the_page_around,
    leptos_asks_once_for_two_widgets,
    leptos_takes_a_widget_down_and_leaves_nothing,
    leptos_asks_for_nothing_before_a_widget_comes_near,
    leptos_takes_over_the_headlines_that_a_server_printed,
);

/// Names the folder of the built application.
pub const FOLDER: &str = "STRILLONE_LEPTOS_EXAMPLE";

const FEED: &str = "/leptos/feed.xml";

const TITLES: [&str; 4] = ["One", "Two", "Three", "Four"];

/// Presses the buttons, by their words.
const PRESS: &str = "
    self.press = (words) =>
      probe.all('button').find((it) => it.textContent === words).click();";

/// What is in the shadow root of the element with that id.
fn of(id: &str, selector: &str) -> String {
    format!(
        "[...((document.getElementById('{id}') || {{}}).shadowRoot || document)\
         .querySelectorAll('[part=root] {selector}')]"
    )
}

fn titles(id: &str) -> String {
    let headlines = of(id, "[part=list]:not([aria-hidden]) [part=headline]");
    format!(
        "{headlines}.filter((headline) => headline.getClientRects().length)\
         .map((headline) => headline.textContent)"
    )
}

fn folder() -> Result<PathBuf> {
    env::var_os(FOLDER).map(PathBuf::from).context(FOLDER)
}

/// Opens the application and waits until both widgets show the feed.
async fn open(stage: &mut Stage) -> Result<()> {
    stage.partner.put(FEED, feed(&TITLES));
    let page = put_files(stage, "leptos", &folder()?)?;
    stage.open_page("leptos/index.html", page).await?;
    stage.run(PRESS).await?;
    shows(stage, "list", &["One", "Two", "Three"]).await?;
    shows(stage, "ticker", &TITLES).await
}

async fn shows(stage: &Stage, id: &str, wanted: &[&str]) -> Result<()> {
    stage.until_equal(&titles(id), &json!(wanted)).await
}

async fn press(stage: &Stage, words: &str) -> Result<()> {
    stage.run(&format!("press('{words}');")).await
}

async fn leptos_shows_changes_and_removes_the_news(stage: &mut Stage) -> Result<()> {
    open(stage).await?;
    // A signal changes one option of one widget.
    press(stage, "Only two").await?;
    shows(stage, "list", &["One", "Two"]).await?;
    shows(stage, "ticker", &TITLES).await?;
    // A handle speaks to one widget.
    press(stage, "Stop the line").await?;
    let is_paused = "['ticker', 'list'].map((id) => document.getElementById(id).shadowRoot\
                     .querySelector('[part=root]').hasAttribute('data-paused'))";
    stage.until_equal(is_paused, &json!([true, false])).await?;
    // The page hears what the reader does.
    let click = format!("{}[1].click();", of("list", "[part=headline]"));
    stage
        .run("document.addEventListener('click', (click) => click.preventDefault());")
        .await?;
    stage.run(&click).await?;
    stage
        .until_equal("probe.all('output')[0].textContent", &json!("Two"))
        .await?;
    press(stage, "News on or off").await?;
    stage
        .until("!['ticker', 'list'].some((id) => document.getElementById(id))")
        .await?;
    press(stage, "News on or off").await?;
    shows(stage, "list", &["One", "Two"]).await?;
    shows(stage, "ticker", &TITLES).await?;
    stage.until_equal("probe.seen.warnings", &json!([])).await
}

async fn leptos_inherits_the_language_of_the_page_around(stage: &mut Stage) -> Result<()> {
    open(stage).await?;
    let languages = "['ticker', 'list'].map((id) => document.getElementById(id).shadowRoot\
                     .querySelector('[part=root]').lang)";
    stage.until_equal(languages, &json!(["en", "it"])).await
}

async fn leptos_asks_once_for_two_widgets(stage: &mut Stage) -> Result<()> {
    open(stage).await?;
    stage.until_requested(&stage.partner, FEED, 1).await?;
    let sheets = "new Set(['ticker', 'list'].flatMap((id) => \
                  [...document.getElementById(id).shadowRoot.adoptedStyleSheets])).size";
    stage.until_equal(sheets, &json!(1)).await
}

async fn leptos_takes_a_widget_down_and_leaves_nothing(stage: &mut Stage) -> Result<()> {
    open(stage).await?;
    // The ledger sees what the two have running.
    stage.until("ledger().length > 0").await?;
    press(stage, "News on or off").await?;
    stage.until_equal("ledger()", &Value::Array(vec![])).await
}

async fn leptos_asks_for_nothing_before_a_widget_comes_near(stage: &mut Stage) -> Result<()> {
    stage.partner.put(FEED, feed(&TITLES));
    let folder = folder()?;
    put_files(stage, "leptos", &folder)?;
    let page = fs::read_to_string(folder.join("index.html"))?;
    let far =
        "<script src=\"/probe.js\"></script><style>main { margin-top: 3000px }</style></head>";
    let page = Reply::new("text/html", page.replacen("</head>", far, 1));
    stage.open_page("leptos/far.html", page).await?;
    stage
        .until("document.getElementById('list')?.shadowRoot?.querySelector('.place')")
        .await?;
    stage.until_drawn().await?;
    ensure!(stage.partner.requests(FEED).is_empty());
    stage
        .run("document.getElementById('list').scrollIntoView({ behavior: 'instant' });")
        .await?;
    shows(stage, "list", &["One", "Two", "Three"]).await
}

/// What `cargo xtask test` lets a server print: the headlines of `feeds/rss2.xml`.
const PRINTED: [&str; 2] = [
    "Nets & ropes on sale",
    "No title, but a text of some length that can stand for it.",
];

async fn leptos_takes_over_the_headlines_that_a_server_printed(stage: &mut Stage) -> Result<()> {
    let news = Gate::closed();
    stage.partner.put(FEED, feed(&TITLES).behind(&news));
    put_files(stage, "leptos", &folder()?)?;
    let address = format!("{}/leptos/printed.html", stage.partner.origin);
    stage.open_at("leptos/printed.html", &address).await?;
    stage.run(PRESS).await?;
    shows(stage, "list", &PRINTED).await?;
    // They stay while the application takes the page over, and until the feed has come.
    stage
        .until("document.getElementById('list').shadowRoot.querySelector('.place')")
        .await?;
    shows(stage, "list", &PRINTED).await?;
    shows(stage, "ticker", &PRINTED).await?;
    news.open();
    shows(stage, "list", &["One", "Two", "Three"]).await?;
    shows(stage, "ticker", &TITLES).await?;
    // What is around the widgets is taken over as well.
    press(stage, "Only two").await?;
    shows(stage, "list", &["One", "Two"]).await?;
    press(stage, "News on or off").await?;
    stage.until("!document.getElementById('list')").await?;
    press(stage, "News on or off").await?;
    shows(stage, "list", &["One", "Two"]).await?;
    stage.until_equal("probe.seen.warnings", &json!([])).await
}
