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
