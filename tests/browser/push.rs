//! A stream of events, from nginx with nchan in the configuration that the documentation gives.

use std::{
    io::{Read, Write},
    net::TcpStream,
    time::{Duration, Instant},
};

use anyhow::{Result, ensure};
use serde_json::json;
use thirtyfour::WindowHandle;
use tokio::time::sleep;

use crate::{
    engines::Engine,
    feeds::{feed, rss},
    running::{LIMIT, Running, documented, free_port, nginx},
    servers::Reply,
    stage::{Stage, Trouble},
    tests,
};

tests!(in Engine::ALL;
    what_is_published_appears_at_once_in_all_widgets_of_a_page,
    frames_of_an_origin_share_one_stream,
    windows_of_an_origin_share_one_stream,
    a_broken_stream_hands_over_to_polling,
    a_stream_that_the_policy_forbids_is_told_of_once,
);

/// nginx with nchan.
pub struct Stream {
    port: u16,
    _nginx: Running,
}

impl Stream {
    pub fn start() -> Result<Stream> {
        let port = free_port()?;
        let listen = format!("listen 127.0.0.1:{port};");
        let server = documented("push.md", "nginx")?.replace("listen 80;", &listen);
        let _nginx = nginx(&server, port)?;
        Ok(Stream { port, _nginx })
    }

    pub fn address(&self) -> String {
        format!("http://localhost:{}/stream", self.port)
    }

    pub fn publish(&self, event: &str) -> Result<()> {
        let answer = self.ask("POST", event)?;
        ensure!(answer.contains("active subscribers: 1"), "{answer}");
        Ok(())
    }

    /// What nchan says of its channel: <https://nchan.io/#publisher-endpoints>
    fn ask(&self, method: &str, body: &str) -> Result<String> {
        let mut connection = TcpStream::connect(("127.0.0.1", self.port))?;
        connection.set_read_timeout(Some(LIMIT))?;
        let length = body.len();
        write!(
            connection,
            "{method} /publish HTTP/1.0\r\nContent-Length: {length}\r\n\r\n{body}"
        )?;
        let mut answer = String::new();
        connection.read_to_string(&mut answer)?;
        Ok(answer)
    }

    pub async fn until_subscribers(&self, count: usize) -> Result<()> {
        let wanted = format!("active subscribers: {count}");
        let start = Instant::now();
        loop {
            let answer = self.ask("GET", "")?;
            if answer.contains(&wanted) {
                return Ok(());
            }
            ensure!(start.elapsed() < LIMIT, "not {wanted} but {answer}");
            sleep(Duration::from_millis(50)).await;
        }
    }
}

/// A page whose time goes five times as fast, with so many widgets of one feed and stream. Any
/// faster, and a busy machine does not answer in the time that a request may take.
fn page(stage: &Stage, stream: &str, widgets: usize) -> Reply {
    let (cdn, feeds) = (&stage.cdn.origin, &stage.feeds.origin);
    let widget = format!(
        "<strillone-news loading=\"eager\" refresh=\"300\" feed=\"{feeds}/feed.xml\" \
         push=\"{stream}\"></strillone-news>"
    );
    Reply::new(
        "text/html; charset=utf-8",
        format!(
            "<!doctype html><html lang=\"en\"><title>Push</title>\
             <script src=\"/probe.js\"></script><script src=\"/fast-clock.js\" data-speed=\"5\"></script>\
             <script async src=\"{cdn}/strillone.js\"></script>{}",
            widget.repeat(widgets)
        ),
    )
}

async fn what_is_published_appears_at_once_in_all_widgets_of_a_page(
    stage: &mut Stage,
) -> Result<()> {
    let stream = Stream::start()?;
    stage.feeds.put("/feed.xml", feed(&["One"]));
    let page = page(stage, &stream.address(), 2);
    stage.open_page("push", page).await?;
    stage.shows_in(1, &["One"]).await?;
    stream.until_subscribers(1).await?;
    // An answer that was asked for with the stream open: from now on polling is slow.
    stage.run("probe.widgets()[0].refresh();").await?;
    stage.until_requested(&stage.feeds, "/feed.xml", 2).await?;

    stage.feeds.put("/feed.xml", feed(&["Two"]));
    stream.publish("look")?;
    stage.shows_in(0, &["Two"]).await?;
    stage.shows_in(1, &["Two"]).await?;
    let asked = stage.feeds.requests("/feed.xml").len();
    ensure!(asked == 3, "asked {asked} times");

    stream.publish(&rss(20, &["Three"]))?;
    stage.shows_in(0, &["Three"]).await?;
    stage.shows_in(1, &["Three"]).await?;
    let asked = stage.feeds.requests("/feed.xml").len();
    ensure!(asked == 3, "asked {asked} times");

    let remove = "for (const widget of probe.widgets()) widget.remove();";
    stage.run(remove).await?;
    stream.until_subscribers(0).await
}

async fn frames_of_an_origin_share_one_stream(stage: &mut Stage) -> Result<()> {
    let stream = Stream::start()?;
    stage.feeds.put("/feed.xml", feed(&["One"]));
    let frame = page(stage, &stream.address(), 1);
    stage.partner.put("/frame", frame);
    let frames = "<iframe src=\"/frame\" width=\"90\" height=\"90\"></iframe>".repeat(5);
    let page = Reply::new(
        "text/html",
        format!("<!doctype html><title>Frames</title><script src=\"/probe.js\"></script>{frames}"),
    );
    stage.open_page("frames", page).await?;
    let shown = |headline| {
        format!(
            "[...document.querySelectorAll('iframe')].filter(({{ contentWindow: {{ probe }} }}) =>
             probe && probe.texts('headline')[0] === '{headline}').length"
        )
    };
    stage.until_equal(&shown("One"), &json!(5)).await?;
    stream.until_subscribers(1).await?;
    // Nobody else than the stream has it.
    stream.publish(&rss(20, &["Two"]))?;
    stage.until_equal(&shown("Two"), &json!(5)).await?;
    // Whoever has the stream leaves; another takes it over.
    let remove = "document.querySelector('iframe').remove();";
    for _ in 0..4 {
        stage.run(remove).await?;
        stream.until_subscribers(1).await?;
    }
    stage.run(remove).await?;
    stream.until_subscribers(0).await
}

async fn windows_of_an_origin_share_one_stream(stage: &mut Stage) -> Result<()> {
    let here = stage.driver.window().await?;
    let there = stage.driver.new_window().await?;
    let outcome = two_windows_share_one_stream(stage, &here, &there).await;
    for window in stage.driver.windows().await? {
        if window != here {
            stage.driver.switch_to_window(window).await?;
            stage.driver.close_window().await?;
        }
    }
    stage.driver.switch_to_window(here).await?;
    outcome
}

async fn two_windows_share_one_stream(
    stage: &mut Stage,
    here: &WindowHandle,
    there: &WindowHandle,
) -> Result<()> {
    let stream = Stream::start()?;
    stage.feeds.put("/feed.xml", feed(&["One"]));
    let page = page(stage, &stream.address(), 1);
    stage.driver.switch_to_window(there.clone()).await?;
    stage.open_page("there", page.clone()).await?;
    stage.shows(&["One"]).await?;
    stream.until_subscribers(1).await?;
    stage.driver.switch_to_window(here.clone()).await?;
    stage.open_page("here", page).await?;
    stage.shows(&["One"]).await?;
    // Nobody else than the stream has it.
    stream.publish(&rss(20, &["Two"]))?;
    stage.shows(&["Two"]).await?;
    stage.driver.switch_to_window(there.clone()).await?;
    stage.shows(&["Two"]).await?;
    // The window that has the stream is closed; the other takes it over.
    stage.driver.close_window().await?;
    stage.driver.switch_to_window(here.clone()).await?;
    stream.until_subscribers(1).await?;
    stream.publish(&rss(20, &["Three"]))?;
    stage.shows(&["Three"]).await
}

async fn a_broken_stream_hands_over_to_polling(stage: &mut Stage) -> Result<()> {
    // Some browsers take a server that is gone for one that refuses.
    stage.expect(Trouble::Complaint);
    let stream = Stream::start()?;
    stage.feeds.put("/feed.xml", feed(&["One"]));
    let page = page(stage, &stream.address(), 1);
    stage.open_page("broken", page).await?;
    stage.shows(&["One"]).await?;
    stream.until_subscribers(1).await?;
    stage.run("probe.widgets()[0].refresh();").await?;
    stage.until_requested(&stage.feeds, "/feed.xml", 2).await?;
    stage
        .run("probe.widgets()[0].setAttribute('refresh', '60');")
        .await?;
    drop(stream);
    stage.feeds.put("/feed.xml", feed(&["Two"]));
    // A minute and a fifth are 14.4 s here; with the stream it would be 180 s.
    stage.shows(&["Two"]).await
}

async fn a_stream_that_the_policy_forbids_is_told_of_once(stage: &mut Stage) -> Result<()> {
    stage.expect(Trouble::Violation);
    stage.feeds.put("/feed.xml", feed(&["One"]));
    let (cdn, feeds) = (&stage.cdn.origin, &stage.feeds.origin);
    let policy = format!("connect-src {cdn} {feeds}");
    let page = page(stage, "http://stream.invalid/stream", 2);
    let page = page.header("Content-Security-Policy", &policy);
    stage.open_page("forbidden", page).await?;
    stage.shows_in(1, &["One"]).await?;
    stage
        .complains_of(&["http://stream.invalid/stream", "connect-src"])
        .await
}
