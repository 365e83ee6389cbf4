//! What servers say with each file: its type, who may read it, how long it stays. One meaning,
//! in the language of four servers; the tests ask nginx, Caddy and Apache.

use std::{fmt::Write, path::Path};

use anyhow::Result;

use super::{files_below, put};
use crate::assemble::SHIPPED;
use crate::{builder, project};

const NGINX: &str = include_str!("servers/nginx.conf");
const CADDY: &str = include_str!("servers/Caddyfile");
const APACHE: &str = include_str!("servers/htaccess");

const ALWAYS: &[(&str, &str)] = &[
    ("Access-Control-Allow-Origin", "*"),
    ("Cross-Origin-Resource-Policy", "cross-origin"),
    ("X-Content-Type-Options", "nosniff"),
];
const MOVING: &str = "public, max-age=300";
const FIXED: &str = "public, max-age=31536000, immutable";

/// Writes what lies beside the files, and what a server's own configuration takes.
pub fn write(site: &Path, servers: &Path) -> Result<()> {
    put(&site.join(".htaccess"), APACHE)?;
    put(&site.join("_headers"), &netlify(site)?)?;
    put(&servers.join("nginx.conf"), NGINX)?;
    put(&servers.join("Caddyfile"), CADDY)
}

/// Netlify joins the values of all rules that fit, so no two rules here fit one file. It
/// compresses by itself and says so in `Vary`.
fn netlify(site: &Path) -> Result<String> {
    let mut text = String::new();
    for name in SHIPPED.iter().chain(&["manifest.json"]) {
        rule(&mut text, &format!("/{name}"), type_of(name), MOVING)?;
    }
    for name in SHIPPED {
        let path = format!("/{}/{name}", project::VERSION);
        rule(&mut text, &path, type_of(name), FIXED)?;
    }
    let page = files_below(&site.join(builder::FOLDER))?;
    let is_copy = |name: &str| name.ends_with(".br") || name.ends_with(".gz");
    for name in page.iter().filter(|name| !is_copy(name)) {
        let path = format!("/{}/{name}", builder::FOLDER);
        rule(&mut text, &path, type_of(name), MOVING)?;
    }
    Ok(text)
}

fn rule(text: &mut String, path: &str, kind: &str, cache: &str) -> Result<()> {
    writeln!(
        text,
        "{path}\n  Content-Type: {kind}\n  Cache-Control: {cache}"
    )?;
    for (name, value) in ALWAYS {
        writeln!(text, "  {name}: {value}")?;
    }
    Ok(())
}

fn type_of(name: &str) -> &'static str {
    match name.rsplit('.').next() {
        Some("js") => "text/javascript; charset=utf-8",
        Some("wasm") => "application/wasm",
        Some("css") => "text/css; charset=utf-8",
        Some("json") => "application/json; charset=utf-8",
        Some("svg") => "image/svg+xml",
        Some("xml") => "application/xml; charset=utf-8",
        _ => "text/html; charset=utf-8",
    }
}
