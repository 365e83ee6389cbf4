//! Script tags that come and go while the page lives, and those that never run.

use anyhow::Result;
use serde_json::json;

use crate::{
    engines::Engine,
    feeds::feed,
    servers::{Gate, Reply},
    shipped::script,
    stage::Stage,
    tests,
};

tests!(in Engine::ALL;
    tag_put_on_the_page_as_html_draws_after_itself,
    tag_that_was_there_before_the_script_draws,
    tag_that_goes_takes_its_widget_with_it,
    tag_that_waits_for_consent_draws_afterwards,
    tag_that_runs_and_is_seen_draws_one_widget,
    tag_kept_by_a_router_comes_back_with_its_widget,
    script_of_somebody_else_draws_nothing,
    tag_of_next_says_what_to_do,
    tag_of_react_says_what_to_do,
    misspelt_attributes_are_named,
);

/// A page that has the script already, and an empty place.
async fn open(stage: &mut Stage) -> Result<()> {
    let tag = format!(
        "<script async src=\"{}/strillone.js\"></script>",
        stage.cdn.origin
    );
    open_with(stage, &tag).await?;
    stage.until("customElements.get('strillone-news')").await
}

async fn open_with(stage: &mut Stage, head: &str) -> Result<()> {
    stage.feeds.put("/feed.xml", feed(&["One", "Two"]));
    let (cdn, feeds) = (&stage.cdn.origin, &stage.feeds.origin);
    let page = format!(
        "<!doctype html><html lang=\"en\"><head><title>A page that lives</title>\
         <script src=\"/probe.js\"></script>{head}</head><body><main id=\"place\"></main>\
         <script>self.tag = (attributes = '', source = '{cdn}/strillone.js') =>
           `<script src=\"${{source}}\" data-feed=\"{feeds}/feed.xml\" ${{attributes}}></` +
           'script>';</script></body></html>"
    );
    let page = Reply::new("text/html; charset=utf-8", page);
    stage.open_page("living-tags", page).await
}

async fn widgets(stage: &Stage, count: usize) -> Result<()> {
    let widgets = "probe.widgets().length";
    stage.until_equal(widgets, &json!(count)).await
}

async fn tag_put_on_the_page_as_html_draws_after_itself(stage: &mut Stage) -> Result<()> {
    open(stage).await?;
    stage
        .run("place.innerHTML = `<p>${tag('data-limit=\"1\"')}<b>After</b></p>`;")
        .await?;
    stage.shows(&["One"]).await?;
    stage
        .until("place.querySelector('script + strillone-news + b')")
        .await?;
    // A page that a router has swapped.
    stage.run("place.innerHTML = tag() + tag();").await?;
    stage.shows_in(1, &["One", "Two"]).await?;
    widgets(stage, 2).await?;
    stage.run("place.innerHTML = '';").await?;
    widgets(stage, 0).await
}

async fn tag_that_was_there_before_the_script_draws(stage: &mut Stage) -> Result<()> {
    let gate = Gate::closed();
    stage.cdn.put("/strillone.js", script()?.behind(&gate));
    let tag = format!(
        "<script async src=\"{}/strillone.js\"></script>",
        stage.cdn.origin
    );
    stage.feeds.put("/feed.xml", feed(&["One", "Two"]));
    let page = format!(
        "<!doctype html><html lang=\"en\"><title>Early</title><script src=\"/probe.js\"></script>\
         {tag}<main id=\"place\"></main>"
    );
    let page = Reply::new("text/html; charset=utf-8", page);
    stage.begin_to_open_page("early-tag", page).await?;
    let (cdn, feeds) = (&stage.cdn.origin, &stage.feeds.origin);
    stage
        .run(&format!(
            "place.innerHTML = '<script src=\"{cdn}/strillone.js\" data-feed=\"{feeds}/feed.xml\"></script>';"
        ))
        .await?;
    gate.open();
    stage.shows(&["One", "Two"]).await?;
    widgets(stage, 1).await
}

async fn tag_that_goes_takes_its_widget_with_it(stage: &mut Stage) -> Result<()> {
    open(stage).await?;
    stage.run("place.innerHTML = tag() + tag();").await?;
    stage.shows_in(1, &["One", "Two"]).await?;
    stage
        .run("place.lastElementChild.isKept = true; place.querySelector('script').remove();")
        .await?;
    widgets(stage, 1).await?;
    stage.until("probe.widgets()[0].isKept").await?;
    // A widget that the page takes out is not drawn again.
    stage.run("probe.widgets()[0].remove();").await?;
    stage.run("place.append('Something else');").await?;
    stage.until_drawn().await?;
    widgets(stage, 0).await
}

async fn tag_that_waits_for_consent_draws_afterwards(stage: &mut Stage) -> Result<()> {
    open(stage).await?;
    stage
        .run("place.innerHTML = tag('type=\"text/plain\" data-limit=\"1\"') + tag();")
        .await?;
    stage.shows(&["One", "Two"]).await?;
    widgets(stage, 1).await?;
    stage
        .run("place.querySelector('script').type = 'text/javascript';")
        .await?;
    stage.shows(&["One"]).await?;
    stage.shows_in(1, &["One", "Two"]).await?;
    widgets(stage, 2).await
}

async fn tag_that_runs_and_is_seen_draws_one_widget(stage: &mut Stage) -> Result<()> {
    open(stage).await?;
    stage
        .run(
            "const range = document.createRange();
             place.append(range.createContextualFragment(tag('onload=\"probe.ran = true\"')));",
        )
        .await?;
    stage.until("probe.ran").await?;
    stage.shows(&["One", "Two"]).await?;
    widgets(stage, 1).await
}

async fn tag_kept_by_a_router_comes_back_with_its_widget(stage: &mut Stage) -> Result<()> {
    open(stage).await?;
    stage
        .run("place.innerHTML = `<div>${tag()}</div>`;")
        .await?;
    stage.shows(&["One", "Two"]).await?;
    stage
        .run(
            "probe.page = place.firstChild; probe.first = probe.widgets()[0]; probe.page.remove();",
        )
        .await?;
    widgets(stage, 0).await?;
    stage.run("place.append(probe.page);").await?;
    stage.shows(&["One", "Two"]).await?;
    stage
        .until("probe.widgets().length === 1 && probe.widgets()[0] === probe.first")
        .await?;
    // The tag is followed again.
    stage
        .run("place.querySelector('script').dataset.limit = '1';")
        .await?;
    stage.shows(&["One"]).await?;
    stage.run("place.querySelector('script').remove();").await?;
    widgets(stage, 0).await
}

async fn script_of_somebody_else_draws_nothing(stage: &mut Stage) -> Result<()> {
    open(stage).await?;
    stage
        .run("place.innerHTML = tag('', '/carousel.js') + tag('data-limit=\"1\"');")
        .await?;
    stage.shows(&["One"]).await?;
    widgets(stage, 1).await
}

async fn tag_of_next_says_what_to_do(stage: &mut Stage) -> Result<()> {
    open(stage).await?;
    stage
        .run("place.innerHTML = tag('data-nscript=\"afterInteractive\"');")
        .await?;
    stage
        .complains_of(&["/feed.xml", "next/script", "<strillone-news>"])
        .await?;
    widgets(stage, 0).await
}

async fn tag_of_react_says_what_to_do(stage: &mut Stage) -> Result<()> {
    open(stage).await?;
    stage
        .run(
            "const box = document.createElement('p');
             box.innerHTML = tag();
             box.firstChild.__reactFiber$1a2b = {};
             place.append(box);",
        )
        .await?;
    stage
        .complains_of(&["/feed.xml", "React", "<strillone-news>"])
        .await?;
    widgets(stage, 0).await
}

async fn misspelt_attributes_are_named(stage: &mut Stage) -> Result<()> {
    open(stage).await?;
    stage
        .run(
            "place.innerHTML = `<strillone-news id=\"news\" class=\"x\" data-x limt=\"1\" loading=\"eager\"
               feed=\"${/data-feed=\"(.*?)\"/.exec(tag())[1]}\"></strillone-news>`;",
        )
        .await?;
    stage.shows(&["One", "Two"]).await?;
    stage.complains_of(&["limt", "limit"]).await
}
