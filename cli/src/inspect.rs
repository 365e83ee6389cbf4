//! `strillone inspect FILE|URL…`: what the widget reads in a feed. For a publisher it is the
//! feed doctor, for tests a reading as JSON, one object a line.

mod report;
mod serving;
mod table;

#[cfg(test)]
mod tests;

use std::io::{IsTerminal, Write};

use anyhow::{Result, bail};

use crate::fetch::{Fetched, fetch};
use report::Report;

/// How many feeds of a website are read; all are listed.
const FEEDS_OF_SITE: usize = 5;

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
            Ok(fetched) if json => {
                serde_json::to_writer(&mut output, &Report::of(source, fetched.read()))?;
                writeln!(output)?;
            }
            Ok(fetched) => print(source, &fetched, &mut output)?,
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

/// Prints for people what is read in a source, or in the feeds of a website.
fn print(source: &str, fetched: &Fetched, output: &mut impl Write) -> Result<()> {
    let Some(feeds) = fetched.feeds() else {
        let report = Report::of(source, fetched.read());
        return Ok(table::print(&report, &fetched.findings(), output)?);
    };
    table::print_site(source, &feeds, output)?;
    for feed in feeds.iter().take(FEEDS_OF_SITE) {
        match fetch(feed.as_str()) {
            Ok(fetched) => {
                let report = Report::of(feed.as_str(), fetched.read());
                table::print(&report, &fetched.findings(), output)?;
            }
            Err(error) => writeln!(output, "{}\n  {error:#}\n", feed.as_str())?,
        }
    }
    Ok(())
}
