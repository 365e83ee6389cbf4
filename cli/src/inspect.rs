//! `strillone inspect FILE|URL…`: what the widget reads in a feed. For a publisher it is the
//! feed doctor, for tests a reading as JSON, one object a line.

mod report;
mod table;

#[cfg(test)]
mod tests;

use std::io::{IsTerminal, Read, Write};

use anyhow::{Context, Result, bail};
use strillone::address::WebAddress;
use strillone::feed::{self, Document, limits};
use strillone::host::Native;

use report::Report;

/// What the command is asked for.
#[derive(clap::Args)]
pub struct Arguments {
    /// Files or addresses.
    #[arg(required = true)]
    sources: Vec<String>,
    /// One JSON object a line, also at a terminal.
    #[arg(long)]
    json: bool,
}

/// Prints what is read in each source; fails when one of them could not be fetched or opened.
pub fn run(arguments: &Arguments) -> Result<()> {
    let Arguments { sources, json } = arguments;
    let json = *json || !std::io::stdout().is_terminal();
    let mut unread = 0;
    let mut output = std::io::stdout().lock();
    for source in sources {
        match fetch(source) {
            Ok(fetched) => {
                let report = fetched.read(source);
                if json {
                    serde_json::to_writer(&mut output, &report)?;
                    writeln!(output)?;
                } else {
                    table::print(&report, &mut output)?;
                }
            }
            Err(error) => {
                eprintln!("{source}: {error:#}");
                unread += 1;
            }
        }
    }
    if unread > 0 {
        bail!("{unread} of {} could not be read", sources.len());
    }
    Ok(())
}

/// What came from a server or a file.
struct Fetched {
    bytes: Vec<u8>,
    /// The address after redirects.
    address: Option<WebAddress>,
    charset: Option<String>,
}

impl Fetched {
    fn read(&self, source: &str) -> Report {
        let document = Document {
            bytes: &self.bytes,
            address: self.address.as_ref(),
            charset: self.charset.as_deref(),
            page: None,
        };
        Report::of(source, feed::read(document, &Native))
    }
}

fn fetch(source: &str) -> Result<Fetched> {
    let Some(address) = WebAddress::parse(source, None, &Native) else {
        let file = std::fs::File::open(source).context("cannot be opened")?;
        return Ok(Fetched {
            bytes: read_limited(file)?,
            address: None,
            charset: None,
        });
    };
    use ureq::ResponseExt;
    let response = ureq::get(address.as_str())
        .header(
            "Accept",
            "application/feed+json, application/rss+xml, application/atom+xml, */*;q=0.5",
        )
        .call()
        .context("cannot be fetched")?;
    let address = WebAddress::parse(&response.get_uri().to_string(), None, &Native);
    let charset = response.body().charset().map(str::to_owned);
    Ok(Fetched {
        bytes: read_limited(response.into_body().into_reader())?,
        address,
        charset,
    })
}

/// As many bytes as the reader takes, and one more so that it can tell.
fn read_limited(reader: impl Read) -> Result<Vec<u8>> {
    let mut bytes = Vec::new();
    let limit = u64::try_from(limits::BYTES)? + 1;
    reader.take(limit).read_to_end(&mut bytes)?;
    Ok(bytes)
}
