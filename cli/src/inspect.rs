//! `strillone inspect FILE|URL…`: what the widget reads in a feed. For a publisher it is the
//! feed doctor, for tests a reading as JSON, one object a line.

mod report;
mod serving;
mod table;

#[cfg(test)]
mod tests;

use std::io::{IsTerminal, Write};

use anyhow::{Result, bail};

use crate::fetch::fetch;
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
                let report = Report::of(source, fetched.read());
                if json {
                    serde_json::to_writer(&mut output, &report)?;
                    writeln!(output)?;
                } else {
                    let findings = fetched.findings();
                    table::print(&report, &findings, &mut output)?;
                    for feed in fetched.feeds() {
                        writeln!(output, "  A feed of this site: {}", feed.as_str())?;
                    }
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
