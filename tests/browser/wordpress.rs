//! The plugin for WordPress, in a real one: what other sites may read of it, and what its
//! administrators, editors and authors can do.

mod site;

use std::{fs, path::Path, process::Command};

use anyhow::{Context, Result, ensure};
use serde_json::json;

use crate::artefact::Test;
use crate::engines::Engine;
use crate::feeds::feed;
use crate::requests::{Answer, receive, send};
use crate::running::documented;
use crate::stage::{Stage, Trouble};
use crate::tests;
use site::Site;

/// Needs no engine.
pub const FILES: &[Test] = &[
    ("plugin_passes_the_linter_of_php", || {
        plugin_passes_the_linter_of_php()
    }),
    ("plugin_is_written_as_wordpress_writes", || {
        plugin_is_written_as_wordpress_writes()
    }),
];

tests!(in [Engine::Chromium];
    wordpress_lets_other_sites_read_its_feeds,
    wordpress_s_rest_address_is_a_feed_for_other_sites,
    wordpress_shows_headlines_that_any_author_inserts,
);

fn plugin_passes_the_linter_of_php() -> Result<()> {
    let plugin = Path::new(env!("CARGO_MANIFEST_DIR")).join("integrations/wordpress/strillone");
    let mut files = 0;
    for file in walkdir::WalkDir::new(plugin) {
        let file = file?.into_path();
        if file.extension().is_some_and(|extension| extension == "php") {
            let output = Command::new("php").arg("-l").arg(&file).output()?;
            let said = String::from_utf8_lossy(&output.stdout).into_owned();
            ensure!(output.status.success(), "{said}");
            files += 1;
        }
    }
    ensure!(files > 0, "there is no file of PHP");
    Ok(())
}

fn plugin_is_written_as_wordpress_writes() -> Result<()> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("integrations/wordpress");
    let judge = |files: &Path| {
        let standard = folder.join("phpcs.xml");
        let mut phpcs = Command::new("phpcs");
        phpcs
            .arg("--report=emacs")
            .arg(format!("--standard={}", standard.display()));
        phpcs.arg(files).output()
    };
    let output = judge(&folder.join("strillone"))?;
    ensure!(
        output.status.success(),
        "{}",
        String::from_utf8_lossy(&output.stdout)
    );
    // The control.
    let other = tempfile::tempdir()?;
    let file = other.path().join("other.php");
    fs::write(&file, "<?php\nfunction a($b) {\n    return $b;\n}\n")?;
    ensure!(!judge(&file)?.status.success(), "everything passes");
    Ok(())
}

async fn wordpress_lets_other_sites_read_its_feeds(stage: &mut Stage) -> Result<()> {
    stage.expect(Trouble::Unseen);
    let site = Site::start(stage)?;
    for format in ["rss2", "atom"] {
        let path = format!("/?feed={format}");
        let answer = ask(&site, &path, "")?;
        ensure!(answer.status == 200, "{path}: status {}", answer.status);
        ensure!(answer.header("access-control-allow-origin") == Some("*"));
        let text = String::from_utf8_lossy(&answer.body).into_owned();
        ensure!(text.contains("picture.png\" medium=\"image\" width=\"600\" height=\"400\""));
        ensure!(
            text.contains("A harbour &amp; its &lt;lights&gt;"),
            "{text}"
        );
        let tag = answer.header("etag").context("a tag")?;
        let unchanged = ask(&site, &path, &format!("If-None-Match: {tag}\r\n"))?;
        ensure!(unchanged.status == 304, "{path}: {}", unchanged.status);
        ensure!(unchanged.header("access-control-allow-origin") == Some("*"));
    }
    // The control: nothing else of the site is opened.
    let page = ask(&site, "/", "")?;
    ensure!(page.header("access-control-allow-origin").is_none());
    Ok(())
}

async fn wordpress_s_rest_address_is_a_feed_for_other_sites(stage: &mut Stage) -> Result<()> {
    let site = Site::start(stage)?;
    stage.open("reader.html").await?;
    // The same as `/wp-json/wp/v2/posts?_embed` where a site writes its addresses plainly.
    let feed = json!(format!("{}/?rest_route=/wp/v2/posts&_embed", site.address));
    stage
        .run(&format!(
            "reader.add({{ feed: {feed}, summary: 80, thumbnails: 'start', preview: 'panel' }});"
        ))
        .await?;
    stage.shows(&["Newer", "Older", "Protected"]).await?;
    let summaries = json!(["The text of Newer.", "The text of Older."]);
    stage
        .until_equal("probe.texts('summary')", &summaries)
        .await?;
    let dates = "probe.parts('time').map((time) => time.dateTime)";
    let written = ["11", "10", "09"].map(|hour| format!("2026-11-23T{hour}:00:00Z"));
    stage.until_equal(dates, &json!(written)).await?;
    stage
        .until("probe.texts('comments')[0].startsWith('2')")
        .await?;
    stage.run("reader.one('.toggle').click();").await?;
    stage
        .until("probe.texts('byline')[0].startsWith('admin')")
        .await?;
    stage
        .until_equal(
            "probe.parts('picture').map((picture) => picture.alt)",
            &json!(["", "A harbour & its <lights>"]),
        )
        .await
}

async fn wordpress_shows_headlines_that_any_author_inserts(stage: &mut Stage) -> Result<()> {
    stage.feeds.put("/feed.xml", feed(&["One", "Two", "Three"]));
    let site = Site::start(stage)?;
    log_in(stage, &site, "admin").await?;
    enter_script(stage, &site).await?;
    for role in ["admin", "editor", "author"] {
        log_in(stage, &site, role).await?;
        let post = publish(stage, &site).await?;
        let path = post
            .strip_prefix(&site.address)
            .context("a post of the site")?;
        let printed = String::from_utf8_lossy(&ask(&site, path, "")?.body).into_owned();
        ensure!(
            printed.matches("rel=\"noopener\">One</a></li>").count() == 3,
            "the server prints no headlines for {role}"
        );
        go(stage, &post).await?;
        stage.shows_in(0, &["One", "Two"]).await?;
        stage.shows_in(1, &["One", "Two", "Three"]).await?;
        stage.shows_in(2, &["One", "Two", "Three"]).await?;
        let heading = "probe.texts('heading', 2)";
        stage.until_equal(heading, &json!([HEADING])).await?;
    }
    Ok(())
}

fn ask(site: &Site, path: &str, headers: &str) -> Result<Answer> {
    receive(send(
        site.port,
        &format!(
            "GET {path} HTTP/1.1\r\nHost: 127.0.0.1:{}\r\n{headers}Connection: close",
            site.port
        ),
    )?)
}

async fn go(stage: &Stage, address: &str) -> Result<()> {
    stage.run("self.isLeft = true;").await?;
    stage.driver.goto(address).await?;
    stage
        .until("!self.isLeft && document.readyState === 'complete'")
        .await
}

async fn log_in(stage: &Stage, site: &Site, user: &str) -> Result<()> {
    stage.driver.delete_all_cookies().await?;
    go(stage, &format!("{}/wp-login.php", site.address)).await?;
    stage
        .run(&format!(
            "user_login.value = {}; user_pass.value = 'secret'; loginform.submit();",
            json!(user)
        ))
        .await?;
    stage.until("document.body.matches('.wp-admin')").await
}

/// As an administrator does once.
async fn enter_script(stage: &Stage, site: &Site) -> Result<()> {
    let page = format!(
        "{}/wp-admin/options-general.php?page=strillone",
        site.address
    );
    go(stage, &page).await?;
    let script = json!(format!("{}/strillone.js", stage.cdn.origin));
    stage
        .run(&format!(
            "strillone_script.value = {script}; submit.click();"
        ))
        .await?;
    stage
        .until(&format!(
            "document.querySelector('#setting-error-settings_updated') \
             && strillone_script.value === {script}"
        ))
        .await
}

/// A heading with all that WordPress's parser of shortcodes trips over.
const HEADING: &str = r#"L'ora "X" di [oggi] <b> & \n"#;

/// The same as the builder writes it.
const WRITTEN: &str = "L&#39;ora &#34;X&#34; di &#91;oggi&#93; &#60;b&#62; &amp; &#92;n";

/// Writes a post with the block and the shortcode in the editor, and returns its address.
async fn publish(stage: &Stage, site: &Site) -> Result<String> {
    go(stage, &format!("{}/wp-admin/post-new.php", site.address)).await?;
    stage
        .until(
            "self.wp && wp.data && wp.blocks.getBlockType('strillone/news') \
             && wp.data.select('core/editor').getCurrentPostId()",
        )
        .await?;
    let feed = format!("{}/feed.xml", stage.feeds.origin);
    let (block, shortcode, headed) = (
        json!({ "options": { "feed": feed, "limit": "2" } }),
        json!({ "text": documented("wordpress.md", "text")?.replace("https://example.org/feed.xml", &feed) }),
        json!({ "text": format!("[strillone feed=\"{feed}\" heading=\"{WRITTEN}\"]") }),
    );
    stage
        .run(&format!(
            "const block = wp.blocks.createBlock;
             wp.data.dispatch('core/editor').editPost({{ title: 'News' }});
             wp.data.dispatch('core/block-editor').insertBlocks([
               block('strillone/news', {block}),
               block('core/shortcode', {shortcode}),
               block('core/shortcode', {headed}),
             ]);"
        ))
        .await?;
    stage
        .until("document.querySelector('.wp-block-strillone-news strillone-news li a')")
        .await?;
    stage
        .run(
            "wp.data.dispatch('core/editor').editPost({ status: 'publish' });
             wp.data.dispatch('core/editor').savePost();",
        )
        .await?;
    stage
        .until("wp.data.select('core/editor').isCurrentPostPublished()")
        .await?;
    let address = stage
        .value("wp.data.select('core/editor').getPermalink()")
        .await?;
    Ok(address.as_str().context("an address")?.to_owned())
}
