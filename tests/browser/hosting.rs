//! The release as publishers' servers send it: nginx, Caddy and Apache are started with the
//! configuration that the release brings, and asked as browsers ask.

use std::{fs, path::Path};

use anyhow::{Context, Result, ensure};
use sha2::{Digest, Sha256};

use crate::{
    artefact::Test,
    requests::{Answer, receive, send},
    running::{apache, caddy, free_port, nginx},
    shipped::release,
};

/// The checks of the release. They need no engine.
pub const TESTS: &[Test] = &[
    (
        "nginx_sends_the_release_rightly",
        nginx_sends_the_release_rightly,
    ),
    (
        "caddy_sends_the_release_rightly",
        caddy_sends_the_release_rightly,
    ),
    (
        "apache_sends_the_release_rightly",
        apache_sends_the_release_rightly,
    ),
    ("every_file_has_its_checksum", every_file_has_its_checksum),
    (
        "netlify_names_every_file_once",
        netlify_names_every_file_once,
    ),
];

const VERSION: &str = env!("CARGO_PKG_VERSION");

fn nginx_sends_the_release_rightly() -> Result<()> {
    let port = free_port()?;
    let server = read("servers/nginx.conf")?
        .replace("listen 80;", &format!("listen 127.0.0.1:{port};"))
        .replace("/var/www/strillone", &site()?);
    let _server = nginx(&server, port)?;
    sends_the_release_rightly(port)
}

fn caddy_sends_the_release_rightly() -> Result<()> {
    let port = free_port()?;
    let server = read("servers/Caddyfile")?
        .replace(":80 {", &format!("http://127.0.0.1:{port} {{"))
        .replace("/var/www/strillone", &site()?);
    let _server = caddy(&server, port)?;
    sends_the_release_rightly(port)
}

fn apache_sends_the_release_rightly() -> Result<()> {
    let port = free_port()?;
    let _server = apache(&release().join("site"), port)?;
    sends_the_release_rightly(port)
}

fn sends_the_release_rightly(port: u16) -> Result<()> {
    for name in [
        "strillone.js",
        "strillone.wasm",
        "strillone.css",
        "embed.html",
    ] {
        for place in ["", concat!(env!("CARGO_PKG_VERSION"), "/")] {
            for (accepted, encoding) in [
                ("", None),
                ("identity", None),
                ("gzip, deflate", Some("gzip")),
                ("gzip, deflate, br, zstd", Some("br")),
                ("br;q=0, gzip", Some("gzip")),
            ] {
                let path = format!("/{place}{name}");
                let answer = ask(port, &path, accepted)?;
                judge(&answer, name, !place.is_empty(), encoding)
                    .with_context(|| format!("{path}, Accept-Encoding: {accepted}"))?;
            }
        }
    }
    has_a_front_door(port)?;
    let missing = ask(port, &format!("/{VERSION}/nothing.js"), "br")?;
    ensure!(missing.status == 404, "{}", missing.status);
    // The loader then can tell a missing file from a server that does not answer.
    ensure!(missing.header("access-control-allow-origin") == Some("*"));
    let cache = missing.header("cache-control").unwrap_or_default();
    ensure!(!cache.contains("immutable"), "an error that stays: {cache}");
    ensure!(
        ask(port, "/.htaccess", "")?.status == 404,
        "a hidden file is sent"
    );
    Ok(())
}

/// The host's own address leads to the builder, whose files come with their types.
fn has_a_front_door(port: u16) -> Result<()> {
    for path in ["/", "/builder/"] {
        let answer = ask(port, path, "br")?;
        ensure!(answer.status == 200, "{path}: status {}", answer.status);
        let kind = answer.header("content-type");
        ensure!(kind == Some("text/html; charset=utf-8"), "{path}: {kind:?}");
    }
    let folder = release().join("site/builder");
    for (extension, wanted) in [
        ("css", "text/css"),
        ("svg", "image/svg+xml"),
        ("wasm", "application/wasm"),
    ] {
        for entry in fs::read_dir(&folder)? {
            let name = entry?.file_name().to_string_lossy().into_owned();
            if !name.ends_with(&format!(".{extension}")) {
                continue;
            }
            let answer = ask(port, &format!("/builder/{name}"), "")?;
            let kind = answer.header("content-type").unwrap_or_default();
            ensure!(kind.starts_with(wanted), "{name}: {kind}");
        }
    }
    Ok(())
}

fn judge(answer: &Answer, name: &str, is_fixed: bool, encoding: Option<&str>) -> Result<()> {
    ensure!(answer.status == 200, "status {}", answer.status);
    let kind = match name.rsplit('.').next() {
        Some("js") => "text/javascript; charset=utf-8",
        Some("wasm") => "application/wasm",
        Some("css") => "text/css; charset=utf-8",
        _ => "text/html; charset=utf-8",
    };
    let cache = if is_fixed {
        "public, max-age=31536000, immutable"
    } else {
        "public, max-age=300"
    };
    for (header, wanted) in [
        ("content-type", Some(kind)),
        ("cache-control", Some(cache)),
        ("access-control-allow-origin", Some("*")),
        ("cross-origin-resource-policy", Some("cross-origin")),
        ("vary", Some("Accept-Encoding")),
        ("content-encoding", encoding),
    ] {
        let value = answer.header(header);
        ensure!(value == wanted, "{header} is {value:?}, not {wanted:?}");
    }
    let extension = match encoding {
        Some("br") => ".br",
        Some(_) => ".gz",
        None => "",
    };
    let file = fs::read(release().join("site").join(format!("{name}{extension}")))?;
    ensure!(answer.body == file, "other bytes than the file's");
    Ok(())
}

fn every_file_has_its_checksum() -> Result<()> {
    let sums = read("site/SHA256SUMS")?;
    for line in sums.lines() {
        let (sum, name) = line.split_once("  ").context("a sum and a name")?;
        let file = fs::read(release().join("site").join(name))?;
        let hash: String = Sha256::digest(file)
            .iter()
            .map(|byte| format!("{byte:02x}"))
            .collect();
        ensure!(hash == sum, "{name}");
    }
    for name in [
        "strillone.wasm",
        &format!("{VERSION}/strillone.js.br"),
        "oembed.json",
        ".htaccess",
    ] {
        ensure!(
            sums.lines()
                .any(|line| line.ends_with(&format!("  {name}"))),
            "{name}"
        );
    }
    Ok(())
}

fn netlify_names_every_file_once() -> Result<()> {
    let text = read("site/_headers")?;
    let paths: Vec<&str> = text.lines().filter(|line| line.starts_with('/')).collect();
    for path in &paths {
        ensure!(
            release()
                .join("site")
                .join(path.trim_start_matches('/'))
                .is_file(),
            "{path}"
        );
        ensure!(paths.iter().filter(|it| it == &path).count() == 1, "{path}");
    }
    ensure!(paths.len() > 10, "{paths:?}");
    Ok(())
}

/// HTTP/1.0, so that no answer comes in chunks.
fn ask(port: u16, path: &str, accepted: &str) -> Result<Answer> {
    let request =
        format!("GET {path} HTTP/1.0\r\nHost: 127.0.0.1:{port}\r\nAccept-Encoding: {accepted}");
    receive(send(port, &request)?)
}

fn site() -> Result<String> {
    let site = release().join("site");
    Ok(Path::new(&site)
        .to_str()
        .context("a plain path")?
        .to_owned())
}

fn read(name: &str) -> Result<String> {
    let file = release().join(name);
    fs::read_to_string(&file)
        .with_context(|| format!("{} is not there: run `cargo xtask dist`", file.display()))
}
