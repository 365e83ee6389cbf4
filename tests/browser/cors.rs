//! The lines of `docs/cors.md`, in the servers they are for: a feed has the header, also when it
//! has not changed, and a page beside it has not.

use std::{fs, process::Command};

use anyhow::{Context, Result, ensure};
use tempfile::TempDir;

use crate::artefact::Test;
use crate::requests::{Answer, receive, send};
use crate::running::{Running, apache, caddy, documented, free_port, nginx};

/// The checks of the documentation. They need no engine.
pub const TESTS: &[Test] = &[
    ("filter_for_wordpress_opens_feeds_alone", || {
        let filter = documented(PAGE, "php")?;
        let asked = "
            function add_filter( $name, $filter ) { $GLOBALS[ $name ] = $filter; }
            function headers( $query ) {
                $wp = (object) array( 'query_vars' => $query );
                return $GLOBALS['wp_headers']( array( 'ETag' => 'x' ), $wp );
            }";
        let answers = "
            echo json_encode( array( headers( array( 'feed' => 'rss2' ) ), headers( array() ) ) );";
        let output = Command::new("php")
            .arg("-r")
            .arg([asked, &filter, answers].concat())
            .output()?;
        let said = String::from_utf8_lossy(&output.stdout).into_owned();
        let wanted = r#"[{"ETag":"x","Access-Control-Allow-Origin":"*"},{"ETag":"x"}]"#;
        ensure!(said == wanted, "{said}");
        Ok(())
    }),
    ("apache_lets_other_sites_read_a_feed", || {
        let (folder, port) = site()?;
        fs::write(folder.path().join(".htaccess"), documented(PAGE, "apache")?)?;
        is_open_for_the_feed_alone(apache(folder.path(), port)?, port)
    }),
    ("nginx_lets_other_sites_read_a_feed", || {
        let (folder, port) = site()?;
        let root = folder.path().display();
        let lines = documented(PAGE, "nginx")?;
        let server = format!("server {{ listen 127.0.0.1:{port}; root {root};\n{lines}}}");
        is_open_for_the_feed_alone(nginx(&server, port)?, port)
    }),
    ("caddy_lets_other_sites_read_a_feed", || {
        let (folder, port) = site()?;
        let root = folder.path().display();
        let line = documented(PAGE, "caddyfile")?;
        let server =
            format!("http://127.0.0.1:{port} {{\n\troot * {root}\n\t{line}\tfile_server\n}}\n");
        is_open_for_the_feed_alone(caddy(&server, port)?, port)
    }),
    ("curl_shows_whether_a_feed_is_open", || {
        let (folder, port) = site()?;
        let root = folder.path().display();
        let lines = documented(PAGE, "nginx")?;
        let server = format!("server {{ listen 127.0.0.1:{port}; root {root};\n{lines}}}");
        let _server = nginx(&server, port)?;
        let question = documented(PAGE, "sh")?;
        let ask = |path: &str| {
            let address = format!("http://127.0.0.1:{port}{path}");
            let question = question.replace("https://example.org/feed.xml", &address);
            let output = Command::new("sh").args(["-c", &question]).output()?;
            anyhow::Ok(String::from_utf8_lossy(&output.stdout).trim().to_owned())
        };
        let (feed, page) = (ask("/feed.xml")?, ask("/page.html")?);
        ensure!(feed == "Access-Control-Allow-Origin: *", "{feed}");
        ensure!(page.is_empty(), "{page}");
        Ok(())
    }),
];

const PAGE: &str = "cors.md";

/// A folder with a feed and a page, and a port for its server.
fn site() -> Result<(TempDir, u16)> {
    let folder = tempfile::tempdir()?;
    fs::write(folder.path().join("feed.xml"), "<rss/>")?;
    fs::write(folder.path().join("page.html"), "A page")?;
    Ok((folder, free_port()?))
}

fn is_open_for_the_feed_alone(_server: Running, port: u16) -> Result<()> {
    let feed = ask(port, "/feed.xml", "")?;
    ensure!(feed.status == 200, "status {}", feed.status);
    ensure!(feed.header(HEADER) == Some("*"), "the feed is not open");
    let tag = feed.header("etag").context("a tag")?;
    let unchanged = ask(port, "/feed.xml", &format!("If-None-Match: {tag}\r\n"))?;
    ensure!(unchanged.status == 304, "status {}", unchanged.status);
    ensure!(unchanged.header(HEADER) == Some("*"), "304 is not open");
    let page = ask(port, "/page.html", "")?;
    ensure!(page.status == 200, "status {}", page.status);
    ensure!(page.header(HEADER).is_none(), "the page is open as well");
    Ok(())
}

const HEADER: &str = "access-control-allow-origin";

fn ask(port: u16, path: &str, headers: &str) -> Result<Answer> {
    receive(send(
        port,
        &format!(
            "GET {path} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nOrigin: https://partner.example\r\n\
             {headers}Connection: close"
        ),
    )?)
}
