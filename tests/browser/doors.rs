//! The first mistakes of those who paste a tag: each is one true line on the console.

use anyhow::Result;

use crate::{engines::Engine, feeds::feed, servers::Reply, stage::Stage, tests};

tests!(in Engine::ALL;
    website_instead_of_a_feed_names_its_feed,
    website_without_a_feed_says_where_to_look,
    feed_that_looks_like_wordpress_names_the_rest_address,
    page_without_an_origin_says_so,
    feed_without_data_on_a_tag_is_named,
);

fn page(stage: &Stage, inner: &str) -> Reply {
    let cdn = &stage.cdn.origin;
    let text = format!(
        "<!doctype html><html lang=\"en\"><title>A door</title><script src=\"/probe.js\"></script>\
         <body><script async src=\"{cdn}/strillone.js\"></script>{inner}"
    );
    Reply::new("text/html; charset=utf-8", text)
}

/// Opens a page with a widget for that feed of the publisher's.
async fn open(stage: &mut Stage, path: &str, headers: &[(&str, &str)]) -> Result<()> {
    let feed = format!("{}{path}", stage.feeds.origin);
    let widget = format!("<strillone-news loading=\"eager\" feed=\"{feed}\"></strillone-news>");
    let page = headers
        .iter()
        .fold(page(stage, &widget), |page, (name, value)| {
            page.header(name, value)
        });
    stage.open_page("door", page).await
}

async fn website_instead_of_a_feed_names_its_feed(stage: &mut Stage) -> Result<()> {
    let website = "<!DOCTYPE html><html><head><title>Example</title>\
        <link rel=\"alternate\" type=\"application/rss+xml\" href=\"/news.xml\"></head>";
    stage.feeds.put("/", Reply::new("text/html", website));
    open(stage, "/", &[]).await?;
    let named = format!("its feed is {}/news.xml", stage.feeds.origin);
    stage.complains_of(&["is not a feed", &named]).await
}

async fn website_without_a_feed_says_where_to_look(stage: &mut Stage) -> Result<()> {
    let website = "<html><head><title>Example</title></head>";
    stage.feeds.put("/", Reply::new("text/html", website));
    open(stage, "/", &[]).await?;
    stage
        .complains_of(&["is not a feed", "open the address in a tab"])
        .await
}

async fn feed_that_looks_like_wordpress_names_the_rest_address(stage: &mut Stage) -> Result<()> {
    let closed = feed(&["One"]).header("Access-Control-Allow-Origin", "https://example.org");
    stage.feeds.put("/blog/feed/", closed);
    open(stage, "/blog/feed/", &[]).await?;
    let rest = format!("{}/blog/wp-json/wp/v2/posts?_embed", stage.feeds.origin);
    stage
        .complains_of(&["/blog/feed/", "Access-Control-Allow-Origin", &rest])
        .await
}

async fn page_without_an_origin_says_so(stage: &mut Stage) -> Result<()> {
    let closed = feed(&["One"]).header("Access-Control-Allow-Origin", "https://example.org");
    stage.feeds.put("/feed.xml", closed);
    // As a page that was opened as a file.
    let policy = [("Content-Security-Policy", "sandbox allow-scripts")];
    open(stage, "/feed.xml", &policy).await?;
    stage
        .complains_of(&["/feed.xml", "without an origin", "web server"])
        .await
}

async fn feed_without_data_on_a_tag_is_named(stage: &mut Stage) -> Result<()> {
    let (cdn, feeds) = (&stage.cdn.origin, &stage.feeds.origin);
    let tag = format!("<script src=\"{cdn}/strillone.js\" feed=\"{feeds}/feed.xml\"></script>");
    let page = page(stage, &tag);
    stage.open_page("door", page).await?;
    stage.complains_of(&["attribute feed", "data-feed"]).await
}
