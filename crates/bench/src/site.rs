//! The three origins of every page: the partner's, the one with the scripts, the feeds'.

use std::{fs, iter::repeat_n, path::Path};

use anyhow::{Context, Result};
use brotli::enc::BrotliEncoderParams;
use serde_json::json;
use strillone_loopback::{Reply, Server};

use crate::{contender::Contender, load::Visit, news};

/// How many headlines the feed has.
pub const HEADLINES: usize = 30;

/// The servers.
pub struct Site {
    partner: Server,
    cdn: Server,
    feeds: Server,
}

impl Site {
    /// Serves the built widget in `dist`, the feed, and the page of each contender.
    pub async fn start(dist: &Path, contenders: &[Contender]) -> Result<Self> {
        let site = Self {
            partner: Server::start("127.0.0.1").await?,
            cdn: Server::start("127.0.0.1").await?,
            feeds: Server::start("localhost").await?,
        };
        for (name, kind) in [
            ("strillone.js", "text/javascript"),
            ("strillone.wasm", "application/wasm"),
        ] {
            let file = dist.join(name);
            let bytes =
                fs::read(&file).with_context(|| format!("{} is not there", file.display()))?;
            let reply = compressed(kind, &bytes)?.header("Cache-Control", "public, max-age=3600");
            site.cdn.put(&format!("/{name}"), reply);
        }
        let items = news::items(1..=HEADLINES)?;
        site.put_feed("/feed.xml", &items)?;
        let filled = |text: &str| {
            text.replace("{{cdn}}", &site.cdn.origin)
                .replace("{{feeds}}", &site.feeds.origin)
                .replace("{{links}}", &news::links(&items))
        };
        for contender in contenders {
            let page = compressed(
                "text/html; charset=utf-8",
                filled(contender.page).as_bytes(),
            )?;
            site.partner
                .put(&path(contender), page.header("Cache-Control", "no-cache"));
        }
        let floor = filled(include_str!("../pages/floor.js"));
        let floor = compressed("text/javascript", floor.as_bytes())?;
        site.partner.put(
            "/floor.js",
            floor.header("Cache-Control", "public, max-age=3600"),
        );
        Ok(site)
    }

    /// Serves what the peers need: their files, in one folder, and the servers that they ask.
    pub fn put_peers(&self, folder: &Path) -> Result<()> {
        for entry in folder.read_dir()? {
            let file = entry?.path();
            let name = file
                .file_name()
                .context("a file has a name")?
                .to_string_lossy();
            let kind = if name.ends_with(".css") {
                "text/css"
            } else {
                "text/javascript"
            };
            let text = fs::read_to_string(&file)?;
            // The one thing of it that cannot be set.
            let text = text.replace("https://api.bsky.app", &self.feeds.origin);
            let reply = compressed(kind, text.as_bytes())?;
            self.cdn.put(
                &format!("/{name}"),
                reply.header("Cache-Control", "public, max-age=3600"),
            );
        }
        let items = news::items(1..=HEADLINES)?;
        let origin = &self.feeds.origin;
        for (path, answer) in [
            ("/api/v1/timelines/public", news::statuses(&items, origin)),
            ("/api/v1/custom_emojis", json!([])),
            (
                "/xrpc/app.bsky.feed.getAuthorFeed",
                news::author_feed(&items, origin),
            ),
        ] {
            let reply = compressed("application/json", answer.to_string().as_bytes())?;
            self.feeds.put(
                path,
                reply.header("Access-Control-Allow-Headers", "*, atproto-accept-labelers"),
            );
        }
        let avatar = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 1 1\"><path d=\"M0 0h1v1z\"/></svg>";
        self.feeds
            .put("/avatar.svg", Reply::new("image/svg+xml", avatar));
        Ok(())
    }

    /// A contender's page.
    pub fn visit(&self, contender: &Contender) -> Visit {
        Visit {
            address: format!("{}{}", self.partner.origin, path(contender)),
            headlines: HEADLINES,
            widgets: usize::from(contender.is_ours),
            is_revisit: contender.is_revisit,
        }
    }

    /// Serves a feed.
    pub fn put_feed(&self, path: &str, items: &[news::Item]) -> Result<()> {
        let feed = news::feed(items);
        let feed = compressed("application/atom+xml; charset=utf-8", feed.as_bytes())?;
        self.feeds
            .put(path, feed.header("Cache-Control", "public, max-age=300"));
        Ok(())
    }

    /// Serves a page with so many widgets, all of one feed, which show so many headlines each.
    pub fn put_widgets(&self, feed: &str, widgets: usize, limit: usize) -> Result<Visit> {
        let feeds = &self.feeds.origin;
        let widget = format!(
            "<strillone-news feed=\"{feeds}{feed}\" limit=\"{limit}\" loading=\"eager\"></strillone-news>\n"
        );
        let page = include_str!("../pages/widgets.html")
            .replace("{{cdn}}", &self.cdn.origin)
            .replace(
                "{{widgets}}",
                &repeat_n(widget, widgets).collect::<String>(),
            );
        let page = compressed("text/html; charset=utf-8", page.as_bytes())?;
        self.partner
            .put("/widgets.html", page.header("Cache-Control", "no-cache"));
        Ok(Visit {
            address: format!("{}/widgets.html", self.partner.origin),
            headlines: widgets * limit,
            widgets,
            is_revisit: false,
        })
    }
}

fn path(contender: &Contender) -> String {
    format!("/{}.html", contender.name.replace(' ', "-"))
}

/// As a web server sends it to every browser of today.
fn compressed(kind: &str, bytes: &[u8]) -> Result<Reply> {
    let parameters = BrotliEncoderParams {
        quality: 11,
        size_hint: bytes.len(),
        ..BrotliEncoderParams::default()
    };
    let mut small = Vec::new();
    brotli::BrotliCompress(&mut &bytes[..], &mut small, &parameters)?;
    let reply = Reply::new(kind, small).header("Content-Encoding", "br");
    Ok(reply.header("Cross-Origin-Resource-Policy", "cross-origin"))
}
