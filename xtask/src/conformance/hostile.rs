//! Hostile HTML of other cleaners' tests, put wherever a feed can hold a text or an address.

use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result, ensure};
use strillone::feed::{self, Document, Item};
use strillone::feed::{Block, Inline};
use strillone::host::Native;

use super::corpus::Corpus;

/// How many places each payload is put in.
pub const PLACES: usize = 7;

/// The payloads of bleach and DOMPurify.
pub fn payloads(corpus: &Corpus) -> Result<Vec<String>> {
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/conformance/payloads.py");
    let output = Command::new("python3")
        .args([&script, &corpus.bleach, &corpus.dompurify])
        .output()
        .context("python3 is needed to read the payloads")?;
    ensure!(
        output.status.success(),
        "{}",
        String::from_utf8_lossy(&output.stderr)
    );
    let lines = String::from_utf8(output.stdout)?;
    let read = |line| serde_json::from_str(line).context("a payload is a JSON string");
    lines.lines().map(read).collect()
}

/// Feeds that hold a payload, by the place they hold it in: what a browser test serves.
pub fn feeds(payload: &str) -> [(&'static str, String); PLACES] {
    let escaped = escape(payload);
    let cdata = payload.replace("]]>", "]]&gt;");
    let json = serde_json::Value::from(payload);
    let rss = |item: String| {
        format!(
            "<rss version='2.0' xmlns:content='http://purl.org/rss/1.0/modules/content/'>\
             <channel><title>{escaped}</title><item><title>Title</title>{item}</item></channel></rss>"
        )
    };
    let atom = |entry: String| {
        format!(
            "<feed xmlns='http://www.w3.org/2005/Atom'><title>Feed</title>\
             <entry><id>1</id><title>Title</title>{entry}</entry></feed>"
        )
    };
    [
        (
            "rss-description",
            rss(format!("<description>{escaped}</description>")),
        ),
        (
            "rss-content",
            rss(format!(
                "<content:encoded><![CDATA[{cdata}]]></content:encoded>"
            )),
        ),
        (
            "rss-bare",
            rss(format!("<description>{payload}</description>")),
        ),
        (
            "atom-html",
            atom(format!("<content type='html'>{escaped}</content>")),
        ),
        (
            "atom-xhtml",
            atom(format!(
                "<content type='xhtml'><div xmlns='http://www.w3.org/1999/xhtml'>{payload}</div></content>"
            )),
        ),
        (
            "json",
            format!(
                "{{\"version\":\"https://jsonfeed.org/version/1.1\",\"title\":{json},\"items\":[\
                 {{\"id\":\"1\",\"title\":{json},\"content_html\":{json},\"url\":{json},\"image\":{json}}}]}}"
            ),
        ),
        (
            "fields",
            rss(format!(
                "<title>{escaped}</title><author>{escaped}</author><category>{escaped}</category>\
                 <link>{escaped}</link><comments>{escaped}</comments>\
                 <enclosure url=\"{escaped}\" type='image/png'/>"
            )),
        ),
    ]
}

/// The payloads of which something came through that must not. What may not be in a rich
/// text has no place in its type: addresses are all that is left to check.
pub fn check(payloads: &[String]) -> Vec<String> {
    let mut found = Vec::new();
    for payload in payloads {
        for (place, feed) in feeds(payload) {
            let document = Document {
                bytes: feed.as_bytes(),
                address: None,
                charset: None,
                page: None,
            };
            let reading = feed::read(document, &Native);
            if !reading.feed.items.iter().all(is_safe) {
                found.push(format!("{place}: {payload}"));
            }
        }
    }
    found
}

fn is_safe(item: &Item) -> bool {
    let texts = [&item.summary, &item.content].into_iter().flatten();
    let addresses = item
        .link
        .iter()
        .chain(&item.comments.address)
        .chain(item.image.iter().map(|picture| &picture.address))
        .chain(item.enclosures.iter().map(|enclosure| &enclosure.address));
    addresses
        .into_iter()
        .all(|address| is_web(address.as_str()))
        && texts.into_iter().all(|text| blocks_are_safe(&text.blocks))
}

fn blocks_are_safe(blocks: &[Block]) -> bool {
    blocks.iter().all(|block| match block {
        Block::Paragraph(line) | Block::Heading(line) | Block::Caption(line) => line_is_safe(line),
        Block::List { items, .. } => items.iter().all(|item| blocks_are_safe(item)),
        Block::Quotation(blocks) => blocks_are_safe(blocks),
        Block::Preformatted(_) => true,
    })
}

fn line_is_safe(line: &[Inline]) -> bool {
    line.iter().all(|inline| match inline {
        Inline::Link { address, children } => {
            (is_web(address.as_str()) || address.as_str().starts_with("mailto:"))
                && line_is_safe(children)
        }
        Inline::Emphasis(children) | Inline::Strong(children) => line_is_safe(children),
        Inline::Picture(picture) => is_web(picture.address.as_str()),
        Inline::Text(_) | Inline::Break | Inline::Code(_) => true,
    })
}

fn is_web(address: &str) -> bool {
    address.starts_with("https://") || address.starts_with("http://")
}

fn escape(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
        .replace('"', "&quot;")
}
