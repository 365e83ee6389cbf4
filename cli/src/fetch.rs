//! A feed's bytes, from a file or an address, and what came with them.

use std::io::Read;
use std::path::Path;
use std::time::Duration;

use anyhow::{Context, Result};
use strillone::address::WebAddress;
use strillone::feed::{self, Document, Reading, limits};
use strillone::host::Native;
use strillone_doctor::ORIGIN;
use ureq::{Agent, RequestBuilder, ResponseExt, typestate::WithoutBody};

/// A server that takes longer than this for all of an answer gives none.
const PATIENCE: Duration = Duration::from_secs(30);

/// What came from a server or a file.
pub(crate) struct Fetched {
    /// The body, or the file.
    pub bytes: Vec<u8>,
    /// The address after redirects.
    pub address: Option<WebAddress>,
    charset: Option<String>,
    /// The headers of the answer, by their names in lower case.
    headers: Vec<(String, String)>,
}

impl Fetched {
    /// Reads it as a feed.
    pub fn read(&self) -> Reading {
        let document = Document {
            bytes: &self.bytes,
            address: self.address.as_ref(),
            charset: self.charset.as_deref(),
            page: None,
        };
        feed::read(document, &Native)
    }

    /// A header of the answer.
    pub fn header(&self, name: &str) -> Option<String> {
        let found = self.headers.iter().find(|(known, _)| known == name);
        found.map(|(_, value)| value.clone())
    }
}

/// A request as a browser makes it for another site's page.
pub(crate) fn request(address: &WebAddress) -> RequestBuilder<WithoutBody> {
    let settings = Agent::config_builder().timeout_global(Some(PATIENCE));
    Agent::new_with_config(settings.build())
        .get(address.as_str())
        .header(
            "Accept",
            "application/feed+json, application/rss+xml, application/atom+xml, */*;q=0.5",
        )
        .header("Origin", ORIGIN)
}

/// Opens a file, or asks a server as a browser does from another site.
pub(crate) fn fetch(source: &str) -> Result<Fetched> {
    let address = WebAddress::parse(source, None, &Native);
    let Some(address) = address.filter(|_| !Path::new(source).is_file()) else {
        let file = std::fs::File::open(source).context("cannot be opened")?;
        return Ok(Fetched {
            bytes: read_limited(file)?,
            address: None,
            charset: None,
            headers: Vec::new(),
        });
    };
    let response = request(&address).call().context("cannot be fetched")?;
    let headers = response.headers().iter().filter_map(|(name, value)| {
        let value = value.to_str().ok()?;
        Some((name.as_str().to_owned(), value.to_owned()))
    });
    let headers = headers.collect();
    let address = WebAddress::parse(&response.get_uri().to_string(), None, &Native);
    let charset = response.body().charset().map(str::to_owned);
    let body = response.into_body().into_reader();
    Ok(Fetched {
        bytes: read_limited(body).context("does not come to its end")?,
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
