//! A wiki by DokuWiki, as Debian packages it, with data of its own in a temporary folder.

use std::fs;

use anyhow::Result;

use super::{examples, here};
use crate::{
    engines::Engine,
    feeds::feed,
    running::{free_port, php},
    stage::Stage,
    tests,
};

tests!(in [Engine::Chromium];
    wiki_by_dokuwiki_shows_headlines,
);

const PROGRAM: &str = "/usr/share/dokuwiki";

/// DokuWiki makes no folder for its data by itself.
const DATA: [&str; 11] = [
    "attic",
    "cache",
    "index",
    "locks",
    "log",
    "media",
    "media_attic",
    "media_meta",
    "meta",
    "pages",
    "tmp",
];

async fn wiki_by_dokuwiki_shows_headlines(stage: &mut Stage) -> Result<()> {
    stage
        .feeds
        .put("/feed.xml", feed(&["One", "Two", "Three", "Four"]));
    let folder = tempfile::tempdir()?;
    let (settings, data) = (folder.path().join("conf"), folder.path().join("data"));
    for name in DATA {
        fs::create_dir_all(data.join(name))?;
    }
    fs::write(data.join("pages/start.txt"), "Welcome.")?;
    fs::write(data.join("pages/sidebar.txt"), "News:")?;
    fs::create_dir(&settings)?;
    let local = format!("<?php $conf['savedir'] = '{}';", data.display());
    fs::write(settings.join("local.php"), local)?;
    let snippet = here(stage, &examples().join("dokuwiki/sidebarfooter.html"))?;
    fs::write(settings.join("sidebarfooter.html"), snippet)?;
    let probe = format!(
        "<script src=\"{}/probe.js\"></script>",
        stage.partner.origin
    );
    fs::write(settings.join("meta.html"), probe)?;
    let first = format!("define('DOKU_CONF', '{}/');", settings.display());
    let port = free_port()?;
    let _server = php(PROGRAM, &first, port)?;

    let page = format!("http://127.0.0.1:{port}/doku.php?id=start");
    stage.driver.goto(&page).await?;
    stage
        .until("self.probe && document.readyState === 'complete'")
        .await?;
    stage.shows(&["One", "Two", "Three"]).await?;
    stage
        .until("probe.widgets()[0].closest('#dokuwiki__aside')")
        .await?;
    // The wiki has a feed as well.
    stage
        .run("probe.widgets()[0].setAttribute('feed', '/feed.php?mode=list');")
        .await?;
    stage
        .until("probe.texts('headline').sort().join() === 'sidebar,start'")
        .await
}
