//! `strillone COMMAND`: what publishers and partners need at a terminal.

use std::process::ExitCode;

use anyhow::Result;
use clap::{Parser, Subcommand};
use strillone_cli::{inspect, print};

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

fn main() -> ExitCode {
    match run(Arguments::parse().command) {
        Ok(()) => ExitCode::SUCCESS,
        // The causes are enough: a backtrace would say where in here, which nobody asked.
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn run(command: Command) -> Result<()> {
    match command {
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
