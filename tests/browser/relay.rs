//! The relay for feeds of others: the script and the nginx configuration that `docs/relay.md`
//! gives, run between readers and the publishers' servers.

use std::{fs, process::Command};

use anyhow::{Result, ensure};
use tempfile::TempDir;
use tokio::runtime::Runtime;

use crate::artefact::Test;
use crate::feeds::feed;
use crate::many_readers::{has, replaced};
use crate::requests::{Answer, receive, send};
use crate::running::{Running, documented, free_port, nginx};
use crate::servers::{Reply, Server};

/// The checks of the documentation. They need no engine.
pub const TESTS: &[Test] = &[
    ("relay_sends_the_feeds_of_its_list_to_other_sites", || {
        Runtime::new()?.block_on(relay_sends_the_feeds_of_its_list_to_other_sites())
    }),
    ("relay_asks_nobody_for_what_is_not_on_its_list", || {
        Runtime::new()?.block_on(relay_asks_nobody_for_what_is_not_on_its_list())
    }),
    ("relay_keeps_the_last_good_feed", || {
        Runtime::new()?.block_on(relay_keeps_the_last_good_feed())
    }),
];

const PAGE: &str = "relay.md";

async fn relay_sends_the_feeds_of_its_list_to_other_sites() -> Result<()> {
    let publisher = Server::start("127.0.0.1").await?;
    publisher.put("/feed.xml", feed(&["Plain"]));
    publisher.put("/news/", feed(&["Folder"]));
    let address = format!("{}/feed.xml", publisher.origin);
    let folder = format!("{}/news/", publisher.origin);
    let relay = Relay::start(&[&address, &folder])?;
    relay.fetch()?;
    for (address, headline) in [(&address, "Plain"), (&folder, "Folder")] {
        let answer = relay.ask(address)?;
        ensure!(answer.status == 200, "{address}: status {}", answer.status);
        ensure!(has(&answer, headline), "{address}: not {headline}");
        ensure!(answer.header("access-control-allow-origin") == Some("*"));
    }
    let asked = publisher.requests("/feed.xml").len();
    ensure!(asked == 1, "the publisher was asked {asked} times");
    Ok(())
}

async fn relay_asks_nobody_for_what_is_not_on_its_list() -> Result<()> {
    let publisher = Server::start("127.0.0.1").await?;
    publisher.put("/feed.xml", feed(&["On the list"]));
    publisher.put("/secret", feed(&["Secret"]));
    let moved = Reply::new("text/plain", "")
        .status(302)
        .header("Location", &format!("{}/secret", publisher.origin));
    publisher.put("/moved.xml", moved);
    let listed = format!("{}/feed.xml", publisher.origin);
    let redirected = format!("{}/moved.xml", publisher.origin);
    let relay = Relay::start(&[&listed, &redirected, "file:///etc/hostname"])?;
    relay.fetch()?;
    // The control: what is on the list is there.
    ensure!(relay.ask(&listed)?.status == 200);
    let secret = format!("{}/secret", publisher.origin);
    let above = format!("{}/../../../etc/passwd", publisher.origin);
    for address in [&secret, &redirected, &above, "file:///etc/hostname"] {
        let status = relay.ask(address)?.status;
        ensure!(matches!(status, 400 | 403), "{address}: status {status}");
    }
    ensure!(publisher.requests("/secret").is_empty());
    Ok(())
}

async fn relay_keeps_the_last_good_feed() -> Result<()> {
    let publisher = Server::start("127.0.0.1").await?;
    let address = format!("{}/feed.xml", publisher.origin);
    let relay = Relay::start(&[&address])?;
    publisher.put("/feed.xml", feed(&["Good"]));
    relay.fetch()?;
    let too_long = feed(&[&"long ".repeat(900_000)]);
    for bad in [
        Reply::new("text/plain", "down").status(503),
        Reply::new("application/xml", ""),
        too_long,
    ] {
        publisher.put("/feed.xml", bad);
        relay.fetch()?;
        ensure!(has(&relay.ask(&address)?, "Good"), "the good feed is gone");
    }
    publisher.put("/feed.xml", feed(&["Better"]));
    relay.fetch()?;
    ensure!(has(&relay.ask(&address)?, "Better"), "no news comes");
    Ok(())
}

struct Relay {
    port: u16,
    folder: TempDir,
    _server: Running,
}

impl Relay {
    fn start(list: &[&str]) -> Result<Relay> {
        let (port, folder) = (free_port()?, tempfile::tempdir()?);
        fs::write(folder.path().join("feeds.txt"), list.join("\n") + "\n")?;
        // The publisher of the test is on the loopback, without a certificate.
        let script = replaced(
            &documented(PAGE, "sh")?,
            &[
                ("--proto =https", "--proto =http"),
                ("https://*", "http://*"),
            ],
        )?;
        fs::write(folder.path().join("relay-fetch"), script)?;
        let site = replaced(
            &documented(PAGE, "nginx")?,
            &[
                ("listen 80;", &format!("listen 127.0.0.1:{port};")),
                (
                    "/var/lib/relay",
                    &folder.path().join("files").to_string_lossy(),
                ),
            ],
        )?;
        let _server = nginx(&site, port)?;
        Ok(Relay {
            port,
            folder,
            _server,
        })
    }

    /// Does what the timer does.
    fn fetch(&self) -> Result<()> {
        let status = Command::new("sh")
            .arg(self.folder.path().join("relay-fetch"))
            .arg(self.folder.path().join("feeds.txt"))
            .arg(self.folder.path().join("files"))
            .status()?;
        ensure!(status.success(), "{status}");
        Ok(())
    }

    /// Asks for a feed as the widget does.
    fn ask(&self, address: &str) -> Result<Answer> {
        let address = address.replace(':', "%3A").replace('/', "%2F");
        receive(send(
            self.port,
            &format!(
                "GET /{address} HTTP/1.1\r\nHost: relay.example\r\nConnection: close\r\n\
                 Origin: https://partner.example"
            ),
        )?)
    }
}
