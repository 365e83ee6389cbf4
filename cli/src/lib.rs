//! The commands for publishers and partners, as functions: the binary `strillone` calls them,
//! and so does `cargo xtask` in a checkout.

pub mod inspect;
pub mod print;

mod fetch;

use std::ffi::OsString;

use anyhow::Result;
use clap::{Parser, Subcommand};

/// Looks after news feeds for the Strillone widget.
#[derive(Parser)]
#[command(name = "strillone", version)]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Says what the widget reads in feeds, and what is wrong with them.
    Inspect(inspect::Arguments),
    /// Prints the first headlines as HTML, for a page that a server makes.
    Print(print::Arguments),
}

/// Does what the words of a command line say, of which the first is the command's own name.
/// Words that make no sense are an error of `clap`.
pub fn run(words: impl IntoIterator<Item: Into<OsString> + Clone>) -> Result<()> {
    match Arguments::try_parse_from(words)?.command {
        Command::Inspect(arguments) => inspect::run(&arguments),
        Command::Print(arguments) => Ok(print::run(&arguments)?),
    }
}

#[cfg(test)]
mod tests {
    use clap::Parser;

    use super::Arguments;

    /// The lines of the documents that call the command, with what belongs to them.
    fn commands(text: &str) -> Vec<Vec<&str>> {
        let text = text.split("strillone ").skip(1);
        let calls =
            text.filter(|rest| rest.starts_with("print http") || rest.starts_with("inspect "));
        calls
            .map(|rest| {
                let mut words = Vec::new();
                for line in rest.split('\n') {
                    let end = line.split(['#', '`']).next().unwrap_or_default();
                    words.extend(end.split_whitespace().filter(|word| *word != "\\"));
                    if !line.ends_with('\\') {
                        break;
                    }
                }
                words
            })
            .collect()
    }

    #[test]
    fn every_call_in_the_documents_is_understood() {
        let documents = [
            include_str!("../../README.md"),
            include_str!("../../docs/printed.md"),
        ];
        let calls: Vec<Vec<&str>> = documents.into_iter().flat_map(commands).collect();
        assert!(calls.len() > 2, "{calls:?}");
        for words in calls {
            let arguments = ["strillone"].into_iter().chain(words.iter().copied());
            if let Err(error) = Arguments::try_parse_from(arguments) {
                panic!("{words:?}: {error}");
            }
        }
    }
}
