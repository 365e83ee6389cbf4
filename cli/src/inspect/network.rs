//! Where the bytes come from, and what came with them.

use std::io::Read;

use anyhow::{Context, Result};
use strillone::address::WebAddress;
use strillone::feed::{self, Document, limits};
use strillone::host::Native;
use strillone_doctor::{Finding, ORIGIN, feeds_of_page, is_page, rest_root, served};

use super::Report;

/// What came from a server or a file.
pub(super) struct Fetched {
    bytes: Vec<u8>,
    /// The address after redirects.
    address: Option<WebAddress>,
    charset: Option<String>,
    /// The headers of the answer, by their names in lower case.
    headers: Vec<(String, String)>,
}

impl Fetched {
    pub fn read(&self, source: &str) -> Report {
        let document = Document {
            bytes: &self.bytes,
            address: self.address.as_ref(),
            charset: self.charset.as_deref(),
            page: None,
        };
        Report::of(source, feed::read(document, &Native))
    }

    fn header(&self, name: &str) -> Option<String> {
        let found = self.headers.iter().find(|(known, _)| known == name);
        found.map(|(_, value)| value.clone())
    }

    /// What is wrong with how it was served; nothing of a file.
    pub fn findings(&self) -> Vec<Finding> {
        self.address.as_ref().map_or_else(Vec::new, |address| {
            served(
                address,
                &|name| self.header(name),
                comes_compressed(address),
            )
        })
    }

    /// The feeds that it names, if it is a page of a website.
    pub fn feeds(&self) -> Vec<WebAddress> {
        let Some(address) = &self.address else {
            return Vec::new();
        };
        let page = String::from_utf8_lossy(&self.bytes);
        if !is_page(&page) {
            return Vec::new();
        }
        let mut feeds = feeds_of_page(&page, address, &Native);
        let rest = self
            .header("link")
            .and_then(|link| rest_root(&link, address, &Native))
            .and_then(|root| WebAddress::parse("wp/v2/posts?_embed", Some(&root), &Native));
        feeds.extend(rest);
        feeds
    }
}

/// A request as a browser makes it for another site's page.
fn request(address: &WebAddress) -> ureq::RequestBuilder<ureq::typestate::WithoutBody> {
    ureq::get(address.as_str())
        .header(
            "Accept",
            "application/feed+json, application/rss+xml, application/atom+xml, */*;q=0.5",
        )
        .header("Origin", ORIGIN)
}

/// Whether the server compresses when it may: asked once more, and the body left unread.
fn comes_compressed(address: &WebAddress) -> bool {
    let answer = request(address)
        .header("Accept-Encoding", "gzip, br")
        .call();
    answer.is_ok_and(|answer| answer.headers().contains_key("content-encoding"))
}

/// Opens a file, or asks a server as a browser does from another site.
pub(super) fn fetch(source: &str) -> Result<Fetched> {
    let Some(address) = WebAddress::parse(source, None, &Native) else {
        let file = std::fs::File::open(source).context("cannot be opened")?;
        return Ok(Fetched {
            bytes: read_limited(file)?,
            address: None,
            charset: None,
            headers: Vec::new(),
        });
    };
    use ureq::ResponseExt;
    let response = request(&address).call().context("cannot be fetched")?;
    let headers = response.headers().iter().filter_map(|(name, value)| {
        let value = value.to_str().ok()?;
        Some((name.as_str().to_owned(), value.to_owned()))
    });
    let headers = headers.collect();
    let address = WebAddress::parse(&response.get_uri().to_string(), None, &Native);
    let charset = response.body().charset().map(str::to_owned);
    Ok(Fetched {
        bytes: read_limited(response.into_body().into_reader())?,
        address,
        charset,
        headers,
    })
}

/// As many bytes as the reader takes, and one more so that it can tell.
fn read_limited(reader: impl Read) -> Result<Vec<u8>> {
    let mut bytes = Vec::new();
    let limit = u64::try_from(limits::BYTES)? + 1;
    reader.take(limit).read_to_end(&mut bytes)?;
    Ok(bytes)
}
