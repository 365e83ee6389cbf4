//! A feed changes while it is shown: what did not change stays untouched.

use std::fmt::Write;

use anyhow::Result;
use serde_json::json;

use crate::{engines::Engine, servers::Reply, stage::Stage, tests};

tests!(in Engine::ALL;
    one_new_headline_among_five_hundred_touches_a_handful_of_nodes,
    a_correction_is_marked_with_its_time,
    what_is_taken_back_while_it_is_read_stays_and_says_so,
);

/// Items with an identity of their own, newest first, a minute apart.
fn feed(items: &[(usize, &str)]) -> Reply {
    let mut text = String::from("<rss version=\"2.0\"><channel><title>Example</title>");
    for (number, title) in items {
        let (hour, minute) = (number / 60, number % 60);
        // Writing into a string cannot fail.
        let _ = write!(
            text,
            "<item><guid isPermaLink=\"false\">{number}</guid><title>{title}</title>\
             <link>https://example.org/{number}</link><description>About it.</description>\
             <pubDate>Mon, 23 Nov 2009 {hour:02}:{minute:02}:00 GMT</pubDate></item>"
        );
    }
    text.push_str("</channel></rss>");
    Reply::new("application/rss+xml", text)
}

async fn one_new_headline_among_five_hundred_touches_a_handful_of_nodes(
    stage: &mut Stage,
) -> Result<()> {
    let mut items: Vec<(usize, &str)> = (0..500).rev().map(|number| (number, "News")).collect();
    stage.feeds.put("/feed.xml", feed(&items));
    stage.open("element.html").await?;
    stage.until("probe.texts('headline')[0] === 'News'").await?;
    stage
        .run("news.setAttribute('time', 'date'); news.setAttribute('limit', '500');")
        .await?;
    stage
        .until_equal("probe.parts('item').length", &json!(500))
        .await?;
    items.insert(0, (500, "Fresh"));
    stage.feeds.put("/feed.xml", feed(&items));
    stage
        .run(
            "probe.mutations = 0;
             new MutationObserver((records) => { probe.mutations += records.length; }).observe(
               news.shadowRoot,
               { subtree: true, childList: true, attributes: true, characterData: true },
             );
             news.refresh();",
        )
        .await?;
    stage
        .until("probe.texts('headline')[0] === 'Fresh'")
        .await?;
    stage.until_drawn().await?;
    stage
        .until("probe.parts('item').length === 500 && probe.mutations > 0 && probe.mutations < 8")
        .await
}

async fn a_correction_is_marked_with_its_time(stage: &mut Stage) -> Result<()> {
    stage
        .feeds
        .put("/feed.xml", feed(&[(1, "Ten hurt"), (0, "Sun")]));
    stage.open("element.html").await?;
    stage.shows(&["Ten hurt", "Sun"]).await?;
    stage
        .feeds
        .put("/feed.xml", feed(&[(1, "Two hurt"), (0, "Sun")]));
    stage.run("news.refresh();").await?;
    stage.shows(&["Two hurt", "Sun"]).await?;
    stage
        .until_equal("probe.parts('mark').length", &json!(1))
        .await?;
    stage
        .until("/^Updated \\d/.test(probe.texts('mark')[0])")
        .await
}

async fn what_is_taken_back_while_it_is_read_stays_and_says_so(stage: &mut Stage) -> Result<()> {
    stage
        .feeds
        .put("/feed.xml", feed(&[(1, "A rumour"), (0, "Sun")]));
    stage.open("element.html").await?;
    stage.shows(&["A rumour", "Sun"]).await?;
    stage
        .run("probe.parts('toggle')[0].click(); probe.parts('item')[0].isTheSame = true;")
        .await?;
    stage
        .until_equal("probe.parts('preview').length", &json!(1))
        .await?;
    stage.feeds.put("/feed.xml", feed(&[(0, "Sun")]));
    stage.run("news.refresh();").await?;
    stage
        .until_equal("probe.texts('mark')", &json!(["Withdrawn"]))
        .await?;
    stage.until("probe.parts('item')[0].isTheSame").await?;
    stage.run("probe.parts('toggle')[0].click();").await?;
    stage.shows(&["Sun"]).await
}
