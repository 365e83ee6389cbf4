//! A server that does everything a server should not do: the list stays, the page lives, the
//! widget recovers by itself, and does not hurry the server.

use std::io::Write;

use anyhow::{Result, ensure};
use flate2::{Compression, write::GzEncoder};
use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::{TcpListener, TcpStream},
    task::JoinHandle,
    time::{Duration, sleep},
};

use crate::{
    engines::Engine,
    feeds::feed,
    servers::Reply,
    stage::{Stage, Trouble},
    tests,
};

tests!(in Engine::ALL;
    answers_that_are_no_news_leave_the_list,
    connections_that_break_leave_the_list,
    answers_that_never_end_leave_the_list,
    a_redirection_without_end_leaves_the_list,
);

/// What becomes of a connection after its request was read.
#[derive(Clone, Copy, Debug)]
enum Fault {
    Reset,
    StallBeforeTheHead,
    StallInTheBody,
    Trickle,
    Truncated,
    TooLong,
}

const HEAD: &str = "HTTP/1.1 200 OK\r\nAccess-Control-Allow-Origin: *\r\n\
                    Cache-Control: no-store\r\nContent-Type: application/rss+xml\r\n";

/// A server with one fault. It stops when it is dropped.
struct FaultServer {
    origin: String,
    task: JoinHandle<()>,
}

impl FaultServer {
    async fn start(fault: Fault) -> Result<FaultServer> {
        let listener = TcpListener::bind("127.0.0.1:0").await?;
        let origin = format!("http://localhost:{}", listener.local_addr()?.port());
        let task = tokio::spawn(async move {
            while let Ok((connection, _)) = listener.accept().await {
                tokio::spawn(async move {
                    // The reader hangs up when it has had enough.
                    let _ = misbehave(connection, fault).await;
                });
            }
        });
        Ok(FaultServer { origin, task })
    }
}

impl Drop for FaultServer {
    fn drop(&mut self) {
        self.task.abort();
    }
}

async fn misbehave(mut connection: TcpStream, fault: Fault) -> Result<()> {
    let mut request = [0; 4096];
    let _ = connection.read(&mut request).await?;
    let long_while = Duration::from_secs(60);
    match fault {
        Fault::Reset => connection.set_zero_linger()?,
        Fault::StallBeforeTheHead => sleep(long_while).await,
        Fault::StallInTheBody => {
            let begun = format!("{HEAD}Content-Length: 999\r\n\r\n<rss version=\"2.0\">");
            connection.write_all(begun.as_bytes()).await?;
            sleep(long_while).await;
        }
        Fault::Trickle => {
            let head = format!("{HEAD}Content-Length: 999999\r\n\r\n");
            connection.write_all(head.as_bytes()).await?;
            loop {
                connection.write_all(b" ").await?;
                sleep(Duration::from_millis(50)).await;
            }
        }
        Fault::Truncated => {
            let cut = format!("{HEAD}Content-Length: 999\r\n\r\n<rss version=\"2.0\"><channel>");
            connection.write_all(cut.as_bytes()).await?;
        }
        Fault::TooLong => {
            let cut = format!("{HEAD}Content-Length: 3\r\n\r\n<rss version=\"2.0\"></rss>");
            connection.write_all(cut.as_bytes()).await?;
        }
    }
    Ok(())
}

/// Shows a list, has the feed answered so, and good again when the widget has seen that.
async fn survives(stage: &mut Stage, reply: Reply) -> Result<()> {
    stage.expect(Trouble::Complaint);
    stage.feeds.put("/feed.xml", feed(&["One"]));
    stage.open("fast-clock.html").await?;
    stage.shows(&["One"]).await?;
    let asked = stage.feeds.requests("/feed.xml").len();
    stage.feeds.put("/feed.xml", reply);
    stage.run("news.refresh();").await?;
    stage.until("probe.seen.complaints.length > 0").await?;
    stage.shows(&["One"]).await?;
    stage.feeds.put("/feed.xml", feed(&["Two"]));
    // It asks again by itself.
    stage.shows(&["Two"]).await?;
    let asked = stage.feeds.requests("/feed.xml").len() - asked;
    ensure!(asked < 10, "it asked {asked} times");
    Ok(())
}

async fn answers_that_are_no_news_leave_the_list(stage: &mut Stage) -> Result<()> {
    let page = "<!doctype html><title>Sign in</title><p>Please pay for the network.";
    let text = |status| Reply::new("text/plain", "no").status(status);
    let replies = [
        Reply::new("text/plain", "").status(204),
        Reply::new("text/plain", "").status(304),
        text(403),
        text(404),
        text(410),
        text(429),
        text(429)
            .header("Retry-After", "60")
            .header("Access-Control-Expose-Headers", "Retry-After"),
        text(500),
        text(503),
        Reply::new("text/html", page),
        Reply::new("image/png", [0x89, b'P', b'N', b'G', 0, 0, 0]),
        Reply::new("application/rss+xml", vec![b' '; 50 << 20]),
        Reply::new("application/rss+xml", gzip_bomb()?).header("Content-Encoding", "gzip"),
        Reply::new("application/rss+xml", "not gzip").header("Content-Encoding", "gzip"),
    ];
    for reply in replies {
        survives(stage, reply).await?;
    }
    Ok(())
}

/// 200 MB of nothing in some 200 KB.
fn gzip_bomb() -> Result<Vec<u8>> {
    let mut bomb = GzEncoder::new(Vec::new(), Compression::fast());
    for _ in 0..200 {
        bomb.write_all(&vec![b' '; 1 << 20])?;
    }
    Ok(bomb.finish()?)
}

async fn connections_that_break_leave_the_list(stage: &mut Stage) -> Result<()> {
    for fault in [Fault::Reset, Fault::Truncated, Fault::TooLong] {
        survives_server(stage, fault).await?;
    }
    Ok(())
}

async fn answers_that_never_end_leave_the_list(stage: &mut Stage) -> Result<()> {
    for fault in [
        Fault::StallBeforeTheHead,
        Fault::StallInTheBody,
        Fault::Trickle,
    ] {
        survives_server(stage, fault).await?;
    }
    Ok(())
}

/// The same, where the answer is no HTTP that our own server would write.
async fn survives_server(stage: &mut Stage, fault: Fault) -> Result<()> {
    let server = FaultServer::start(fault).await?;
    let elsewhere = Reply::new("text/plain", "")
        .status(302)
        .header("Location", &format!("{}/feed.xml", server.origin));
    survives(stage, elsewhere).await
}

async fn a_redirection_without_end_leaves_the_list(stage: &mut Stage) -> Result<()> {
    let circle = Reply::new("text/plain", "")
        .status(301)
        .header("Location", "/feed.xml");
    stage.expect(Trouble::Complaint);
    stage.feeds.put("/feed.xml", feed(&["One"]));
    stage.open("fast-clock.html").await?;
    stage.shows(&["One"]).await?;
    stage.feeds.put("/feed.xml", circle);
    stage.run("news.refresh();").await?;
    stage.until("probe.seen.complaints.length > 0").await?;
    stage.shows(&["One"]).await?;
    stage.feeds.put("/feed.xml", feed(&["Two"]));
    stage.shows(&["Two"]).await
}
