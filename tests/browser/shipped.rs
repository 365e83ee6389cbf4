//! What is shipped, as the tests' servers send it.

use std::{
    env, fs,
    path::{Path, PathBuf},
};

use anyhow::{Context, Result};
use base64::{Engine as _, engine::general_purpose::STANDARD};
use sha2::{Digest, Sha384};

use crate::servers::Reply;

/// What an `integrity` attribute says of a file.
pub fn integrity(bytes: &[u8]) -> String {
    format!("sha384-{}", STANDARD.encode(Sha384::digest(bytes)))
}

/// The built widget, as it is shipped.
pub fn dist() -> PathBuf {
    match env::var_os("STRILLONE_DIST") {
        Some(folder) => folder.into(),
        None => Path::new(env!("CARGO_MANIFEST_DIR")).join("dist"),
    }
}

/// The release, as a publisher copies it to a server.
pub fn release() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("release")
}

/// The script as a server should send it.
pub fn script() -> Result<Reply> {
    served("text/javascript", "strillone.js")
}

/// The wasm file as a server should send it.
pub fn wasm() -> Result<Reply> {
    served("application/wasm", "strillone.wasm")
}

fn served(kind: &str, name: &str) -> Result<Reply> {
    let reply = Reply::new(kind, shipped(name)?);
    Ok(reply.header("Cross-Origin-Resource-Policy", "cross-origin"))
}

/// A file of the built widget.
pub fn shipped(name: &str) -> Result<Vec<u8>> {
    let file = dist().join(name);
    fs::read(&file)
        .with_context(|| format!("{} is not there: run `cargo xtask build`", file.display()))
}

/// What a server should say that a file of the site is.
pub fn content_type(file: &Path) -> &'static str {
    match file.extension().and_then(|it| it.to_str()) {
        Some("js") => "text/javascript",
        Some("wasm") => "application/wasm",
        Some("css") => "text/css",
        Some("svg") => "image/svg+xml",
        Some("xml") => "application/xml",
        _ => "text/html; charset=utf-8",
    }
}
