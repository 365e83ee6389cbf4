//! A page of a server by axum and Leptos, with the first headlines printed into it.
//!
//! ```sh
//! cargo run --package strillone-example-axum -- 127.0.0.1:8080 https://example.org/feed.xml https://cdn.example
//! ```

use std::{
    env,
    sync::{Arc, PoisonError, RwLock},
    time::{Duration, UNIX_EPOCH},
};

use anyhow::{Context, Result, ensure};
use axum::{Router, response::Html, routing::get};
use leptos::{html::template, prelude::*};
use strillone::{
    address::WebAddress,
    component::{FirstHeadlines, NewsWidget},
    feed::{self, Document},
    host::Native,
    time::Timestamp,
};
use tokio::{net::TcpListener, task::spawn_blocking, time::sleep};

const PERIOD: Duration = Duration::from_secs(300);

/// What was last read of the feed.
type Last = Arc<RwLock<FirstHeadlines>>;

#[tokio::main]
async fn main() -> Result<()> {
    let mut arguments = env::args().skip(1);
    let mut argument = || arguments.next().context("ADDRESS FEED FILES");
    let (address, feed, files) = (argument()?, argument()?, argument()?);
    let feed = WebAddress::parse(&feed, None, &Native).context("the feed's address")?;

    let last: Last = Arc::new(RwLock::new(read(feed.clone()).await?));
    tokio::spawn(keep_reading(feed.clone(), last.clone()));
    let page = move || {
        let last = last.read().unwrap_or_else(PoisonError::into_inner);
        let html = print(&feed, &files, last.clone());
        async { Html(html) }
    };
    let listener = TcpListener::bind(address).await?;
    axum::serve(listener, Router::new().route("/", get(page))).await?;
    Ok(())
}

/// A feed that cannot be had leaves what was read before.
async fn keep_reading(feed: WebAddress, last: Last) {
    loop {
        sleep(PERIOD).await;
        match read(feed.clone()).await {
            Ok(first) => *last.write().unwrap_or_else(PoisonError::into_inner) = first,
            Err(error) => eprintln!("{error:#}"),
        }
    }
}

async fn read(feed: WebAddress) -> Result<FirstHeadlines> {
    let address = feed.as_str().to_owned();
    let bytes = spawn_blocking(move || {
        let mut answer = ureq::get(address).call()?;
        answer.body_mut().read_to_vec()
    })
    .await??;
    let document = Document {
        bytes: &bytes,
        address: None,
        charset: None,
        page: None,
    };
    let reading = feed::read(document, &Native);
    ensure!(reading.feed.format.is_some(), "that is no feed");
    Ok(FirstHeadlines::default().with(feed, reading, now()?))
}

fn now() -> Result<Timestamp> {
    let since = UNIX_EPOCH.elapsed()?;
    Ok(Timestamp(i64::try_from(since.as_millis())?))
}

fn print(feed: &WebAddress, files: &str, last: FirstHeadlines) -> String {
    Owner::new().with(|| {
        let printed_at = last.read_at();
        provide_context(last);
        let (feed, files) = (feed.as_str().to_owned(), files.to_owned());
        view! { <Page feed files printed_at/> }.to_html()
    })
}

/// The element is given the same options as the component that is printed into it.
#[component]
fn Page(feed: String, files: String, printed_at: Option<Timestamp>) -> impl IntoView {
    let widget = view! {
        <link rel="stylesheet" href=format!("{files}/strillone.css")/>
        <div class="place" data-printed=printed_at.map(|at| at.0.to_string())>
            <NewsWidget feed=feed.clone() limit=3 lang="en" time_zone="Europe/London"/>
        </div>
    };
    // The macro does not know this attribute.
    let shadow_root = template().attr("shadowrootmode", "open").child(widget);
    view! {
        <!DOCTYPE html>
        <html lang="en">
            <head>
                <meta charset="utf-8"/>
                <title>"A page by axum and Leptos"</title>
                <script async src=format!("{files}/strillone.js")></script>
            </head>
            <body>
                <h1>"A page by axum and Leptos"</h1>
                <strillone-news feed=feed limit="3" time-zone="Europe/London">
                    {shadow_root}
                </strillone-news>
            </body>
        </html>
    }
}
