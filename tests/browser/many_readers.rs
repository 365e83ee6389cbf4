//! A feed that many read: nginx and Caddy are started with the configurations that the
//! documentation gives, in front of an origin that counts.

use std::{
    future::Future,
    net::TcpStream,
    process::Command,
    thread,
    time::{Duration, Instant},
};

use anyhow::{Context, Result, ensure};
use rustix::process::{Resource, Rlimit, getrlimit, setrlimit};
use tempfile::TempDir;
use tokio::runtime::Runtime;

use crate::{
    artefact::Test,
    feeds::feed,
    requests::{Answer, receive, send},
    running::{LIMIT, Running, caddy, documented, free_port, nginx},
    servers::{Gate, Reply, Server},
};

/// The checks of the documentation. They need no engine.
pub const TESTS: &[Test] = &[
    ("nginx_asks_once_for_a_thousand_readers", || {
        run(nginx_asks_once_for_a_thousand_readers())
    }),
    (
        "nginx_sends_the_last_good_feed_when_the_origin_fails",
        || run(nginx_sends_the_last_good_feed_when_the_origin_fails()),
    ),
    (
        "caddy_sends_the_last_good_feed_to_a_thousand_readers",
        || run(caddy_sends_the_last_good_feed_to_a_thousand_readers()),
    ),
];

const PAGE: &str = "feeds-for-many-readers.md";

async fn nginx_asks_once_for_a_thousand_readers() -> Result<()> {
    let origin = Server::start("127.0.0.1").await?;
    let gate = Gate::closed();
    origin.put("/feed.xml", as_if_for_one(&["One"]).behind(&gate));
    let front = Front::nginx(&origin, "1m")?;
    let readers = front.thousand()?;
    until(|| Ok(origin.requests("/feed.xml").len() == 1))?;
    gate.open();
    for reader in readers {
        expect(&receive(reader)?, "One")?;
    }
    origin.put("/feed.xml", feed(&["Two"]));
    for reader in front.thousand()? {
        expect(&receive(reader)?, "One")?;
    }
    let request = "GET /feed.xml HTTP/1.1\r\nHost: feeds.example\r\nConnection: close\r\n\
                   Accept-Encoding: gzip";
    let compressed = receive(send(front.port, request)?)?;
    ensure!(compressed.header("content-encoding") == Some("gzip"));
    ensure!(compressed.header("vary") == Some("Accept-Encoding"));
    let asked = origin.requests("/feed.xml").len();
    ensure!(asked == 1, "the origin was asked {asked} times");
    Ok(())
}

async fn nginx_sends_the_last_good_feed_when_the_origin_fails() -> Result<()> {
    let origin = Server::start("127.0.0.1").await?;
    origin.put("/feed.xml", as_if_for_one(&["One"]));
    let front = Front::nginx(&origin, "1s")?;
    expect(&front.ask()?, "One")?;
    origin.put("/feed.xml", as_if_for_one(&["Two"]));
    until(|| Ok(has(&front.ask()?, "Two")))?;

    let down = Reply::new("text/plain", "down").header("Retry-After", "60");
    origin.put("/feed.xml", down.status(503));
    let before = origin.requests("/feed.xml").len();
    until(|| {
        expect(&front.ask()?, "Two")?;
        Ok(origin.requests("/feed.xml").len() >= before + 3)
    })?;

    drop(origin);
    let gone = Instant::now();
    while gone.elapsed() < Duration::from_secs(3) {
        expect(&front.ask()?, "Two")?;
    }
    for reader in front.thousand()? {
        expect(&receive(reader)?, "Two")?;
    }
    Ok(())
}

async fn caddy_sends_the_last_good_feed_to_a_thousand_readers() -> Result<()> {
    let origin = Server::start("127.0.0.1").await?;
    let written = "Mon, 23 Nov 2026 20:00:00 GMT";
    let news = as_if_for_one(&["One"]).header("Last-Modified", written);
    origin.put("/feed.xml", news);
    let front = Front::caddy()?;
    ensure!(front.fetch(&origin)?, "the feed is not fetched");
    for reader in front.thousand()? {
        let answer = receive(reader)?;
        expect(&answer, "One")?;
        ensure!(answer.header("content-type") == Some("application/xml"));
        ensure!(answer.header("last-modified") == Some(written));
    }
    origin.put("/feed.xml", Reply::new("text/plain", "down").status(503));
    ensure!(!front.fetch(&origin)?, "a failure is taken for a feed");
    expect(&front.ask()?, "One")?;
    let asked = origin.requests("/feed.xml").len();
    ensure!(asked == 2, "the origin was asked {asked} times");
    origin.put("/feed.xml", feed(&["Two"]));
    ensure!(front.fetch(&origin)?, "the feed is not fetched again");
    expect(&front.ask()?, "Two")
}

/// The server that readers ask.
struct Front {
    port: u16,
    folder: TempDir,
    _server: Running,
}

impl Front {
    /// nginx, with a copy that is good for so long.
    fn nginx(origin: &Server, period: &str) -> Result<Front> {
        let (port, folder) = (free_port()?, tempfile::tempdir()?);
        let server = replaced(
            &documented(PAGE, "nginx")?,
            &[
                ("listen 80;", &format!("listen 127.0.0.1:{port};")),
                ("/var/cache/nginx", &folder.path().to_string_lossy()),
                ("http://127.0.0.1:8080", &origin.origin),
                (
                    "proxy_cache_valid 200 1m;",
                    &format!("proxy_cache_valid 200 {period};"),
                ),
            ],
        )?;
        let _server = nginx(&server, port)?;
        Ok(Front {
            port,
            folder,
            _server,
        })
    }

    fn caddy() -> Result<Front> {
        let (port, folder) = (free_port()?, tempfile::tempdir()?);
        let site = replaced(
            &documented(PAGE, "caddyfile")?,
            &[
                ("feeds.example {", &format!("http://127.0.0.1:{port} {{")),
                ("/var/www/feeds", &folder.path().to_string_lossy()),
            ],
        )?;
        let _server = caddy(&site, port)?;
        Ok(Front {
            port,
            folder,
            _server,
        })
    }

    /// Does what is done every minute, and returns whether it succeeds.
    fn fetch(&self, origin: &Server) -> Result<bool> {
        let line = documented(PAGE, "cron")?;
        let command = line.strip_prefix("* * * * * ").context("every minute")?;
        let command = replaced(
            command,
            &[
                ("/var/www/feeds", &self.folder.path().to_string_lossy()),
                ("http://127.0.0.1:8080", &origin.origin),
            ],
        )?;
        Ok(Command::new("sh")
            .args(["-c", &command])
            .status()?
            .success())
    }

    fn ask(&self) -> Result<Answer> {
        receive(self.begin(0)?)
    }

    /// A thousand readers who have asked, and none of whom has been answered.
    fn thousand(&self) -> Result<Vec<TcpStream>> {
        (0..1_000).map(|reader| self.begin(reader)).collect()
    }

    fn begin(&self, reader: u32) -> Result<TcpStream> {
        send(
            self.port,
            &format!(
                "GET /feed.xml?reader={reader} HTTP/1.0\r\nHost: 127.0.0.1:{}\r\n\
                 Origin: https://partner-{reader}.example\r\nCookie: reader={reader}",
                self.port
            ),
        )
    }
}

/// An origin that would rather not have its feed shared.
fn as_if_for_one(headlines: &[&str]) -> Reply {
    feed(headlines)
        .header("Set-Cookie", "reader=1")
        .header("Vary", "Cookie, Origin")
        .header("Expires", "Thu, 01 Jan 1970 00:00:00 GMT")
}

fn expect(answer: &Answer, headline: &str) -> Result<()> {
    ensure!(answer.status == 200, "status {}", answer.status);
    ensure!(has(answer, headline), "not {headline}");
    for (name, wanted) in [
        ("access-control-allow-origin", Some("*")),
        ("cache-control", Some("public, max-age=60")),
        ("expires", None),
        ("set-cookie", None),
        ("content-encoding", None),
    ] {
        let value = answer.header(name);
        ensure!(value == wanted, "{name} is {value:?}, not {wanted:?}");
    }
    Ok(())
}

/// Whether a feed was sent that has that headline.
pub fn has(answer: &Answer, headline: &str) -> bool {
    let body = String::from_utf8_lossy(&answer.body);
    body.contains(&format!("<title>{headline}</title>"))
}

/// The text with each of the pairs replaced; what is not there is an error.
pub fn replaced(text: &str, pairs: &[(&str, &str)]) -> Result<String> {
    pairs.iter().try_fold(text.to_owned(), |text, (old, new)| {
        ensure!(
            text.contains(old),
            "the documentation has no {old:?} any more"
        );
        Ok(text.replace(old, new))
    })
}

fn until(mut is_met: impl FnMut() -> Result<bool>) -> Result<()> {
    let start = Instant::now();
    while !is_met()? {
        ensure!(start.elapsed() < LIMIT, "it does not happen");
        thread::sleep(Duration::from_millis(20));
    }
    Ok(())
}

fn run(test: impl Future<Output = Result<()>>) -> Result<()> {
    // Many machines allow a program 1,024 open files unless it asks for more.
    let maximum = getrlimit(Resource::Nofile).maximum;
    let current = maximum;
    setrlimit(Resource::Nofile, Rlimit { current, maximum })?;
    Runtime::new()?.block_on(test)
}
