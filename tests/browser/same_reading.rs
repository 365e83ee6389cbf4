//! The same bytes read alike natively and in every engine: the crates there and the browser's
//! own parsers here follow the same standards.

use anyhow::{Context, Result};
use encoding_rs::Encoding;
use serde_json::{Value, json};
use strillone::{
    address::WebAddress,
    feed::{self, Document, Item},
    host::Native,
};

use crate::{engines::Engine, servers::Reply, stage::Stage, tests};

tests!(in Engine::ALL;
    every_format_reads_as_it_does_natively,
    every_encoding_reads_as_it_does_natively,
);

const FORMATS: &[&str] = &[
    include_str!("feeds/rss2.xml"),
    include_str!("feeds/rss1.rdf"),
    include_str!("feeds/atom1.xml"),
    include_str!("feeds/feed.json"),
    include_str!("feeds/broken.xml"),
];

/// A label of the Encoding Standard, and a headline it can write.
const ENCODINGS: &[(&str, &str)] = &[
    ("windows-1252", "Perché no? – “Sì”"),
    ("iso-8859-2", "Zażółć gęślą jaźń"),
    ("windows-1251", "Съешь ещё этих булок"),
    ("koi8-u", "Щастя, ґанок, їжак"),
    ("iso-8859-7", "Ξεσκεπάζω την ψυχοφθόρα"),
    ("windows-1256", "نص حكيم له سر"),
    ("gb18030", "头条新闻：今天"),
    ("big5", "頭條新聞：今天"),
    ("shift_jis", "見出しのニュース"),
    ("euc-jp", "見出しのニュース"),
    ("iso-2022-jp", "見出しのニュース"),
    ("euc-kr", "오늘의 머리기사"),
];

async fn every_format_reads_as_it_does_natively(stage: &mut Stage) -> Result<()> {
    for feed in FORMATS {
        reads_alike(stage, "text/plain", feed.as_bytes()).await?;
    }
    Ok(())
}

async fn every_encoding_reads_as_it_does_natively(stage: &mut Stage) -> Result<()> {
    for (label, title) in ENCODINGS {
        let encoding = Encoding::for_label(label.as_bytes()).context("a label")?;
        let feed = format!(
            "<?xml version=\"1.0\" encoding=\"{label}\"?><rss version=\"2.0\"><channel>\
             <item><guid isPermaLink=\"false\">1</guid><title>{title}</title></item>\
             </channel></rss>"
        );
        let (bytes, _, has_gaps) = encoding.encode(&feed);
        anyhow::ensure!(!has_gaps, "{label} cannot write {title}");
        reads_alike(stage, "application/xml", &bytes).await?;
        stage.shows(&[*title]).await?;
    }
    Ok(())
}

async fn reads_alike(stage: &mut Stage, kind: &str, bytes: &[u8]) -> Result<()> {
    stage.feeds.put("/feed.xml", Reply::new(kind, bytes));
    stage.open("element.html").await?;
    let address = format!("{}/feed.xml", stage.feeds.origin);
    let address = WebAddress::parse(&address, None, &Native).context("an address")?;
    let document = Document {
        bytes,
        address: Some(&address),
        charset: None,
        page: None,
    };
    let mut items = feed::read(document, &Native).feed.items;
    items.sort_by_key(|item| std::cmp::Reverse(item.time()));
    let wanted: Vec<Value> = items.iter().map(described).collect();
    stage.until_equal("news.items", &json!(wanted)).await
}

/// An item as the element's `items` describe it.
fn described(item: &Item) -> Value {
    json!({
        "id": item.id,
        "url": item.link.as_ref().map(WebAddress::as_str),
        "title": item.headline(),
        "published": item.published.map(|time| time.to_rfc3339()),
        "updated": item.updated.map(|time| time.to_rfc3339()),
        "comments": item.comments.count,
    })
}
