//! The project's own commands: `cargo xtask COMMAND`.
//!
//! * [`tools`]: what has to be on the machine, and how it gets there
//! * [`build`]: the sources → `dist/`, by Trunk; [`assemble`] is its hook
//! * [`builder`]: what the builder's page has beside what Trunk makes of it
//! * [`dist`]: what was built → `release/`, for static hosts, servers and npm
//! * [`reproduce`]: the release from two folders, compared
//! * [`examples`]: the pages by frameworks, built for the tests
//! * [`serve`]: the demo page at a local address
//! * [`loader`]: the loader's types, style and own tests
//! * [`size`]: the artefact against its budgets
//! * [`tables`]: the options, events, errors and so on of the crate, for templates
//! * [`write`]: documents and the loader's errors, written from those tables
//! * [`test`]: every check there is
//! * [`pictures`]: those of the README, taken of the gallery
//! * [`bench`]: the widget beside other ways to have headlines on a page
//! * [`inspect`]: `strillone inspect`, from the checkout
//! * [`conformance`]: the reader against other readers' tests
//! * [`packages`]: what others publish for tests, fetched by name

mod packages;
mod process;
mod project;
mod tools;

mod assemble;
mod bench;
mod build;
mod builder;
mod compress;
mod dist;
mod examples;
mod glue;
mod imports;
mod loader;
mod order;
mod pictures;
mod rename;
mod reproduce;
mod serve;
mod size;
mod tables;
mod test;
mod write;

mod conformance;

use std::process::ExitCode;

use anyhow::Result;
use clap::{Parser, Subcommand};
use strillone_cli::inspect;

/// Builds, serves and tests Strillone.
#[derive(Parser)]
#[command(name = "cargo xtask", bin_name = "cargo xtask")]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Sets up what is missing, builds, and serves the demo page.
    Serve {
        /// Where to listen; the next free port is taken when this one is in use.
        #[arg(long, default_value_t = 8000)]
        port: u16,
    },
    /// Sets up what is missing and builds everything that is shipped, into `dist`.
    Build,
    /// Builds and writes the release: a folder for static hosts, and a package for npm.
    Dist {
        /// Where the release will lie, such as `https://cdn.example`, for `oembed.json`.
        #[arg(long, requires = "feed")]
        address: Option<String>,
        /// The feed that `oembed.json` offers.
        #[arg(long, requires = "address")]
        feed: Option<String>,
    },
    /// Builds the release twice, in two folders, and fails unless all bytes are the same.
    Reproduce,
    /// Sets up what is missing and runs every check there is.
    Test {
        /// Runs only the tests whose names contain this, for example `firefox::`.
        filter: Option<String>,
    },
    /// Writes what stands in the documents and the loader from the crate's tables.
    Write,
    /// Builds the gallery, and takes the README's pictures of it.
    Pictures,
    /// Prints the sizes of what was built and fails when a budget is passed.
    Size,
    /// Measures the widget beside other ways to have headlines on a page, in Chromium.
    Bench(bench::Arguments),
    /// Prints what the widget reads in feeds, and what is wrong with them.
    Inspect(inspect::Arguments),
    /// Runs the open corpora of other readers and fails below the committed figures.
    Conformance,
    /// Makes the two shipped files out of Trunk's output: the hook in `Trunk.toml`.
    #[command(hide = true)]
    Assemble,
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
        Command::Serve { port } => serve::run(port),
        Command::Build => {
            build::run()?;
            size::report()?;
            Ok(())
        }
        Command::Dist { address, feed } => {
            let offer = address.zip(feed).map(|(address, feed)| dist::Offer {
                address: address.trim_end_matches('/').to_owned(),
                feed,
            });
            dist::run(offer.as_ref())?;
            Ok(())
        }
        Command::Reproduce => reproduce::run(),
        Command::Test { filter: None } => test::everything(),
        Command::Test {
            filter: Some(filter),
        } => test::some(&filter),
        Command::Write => write::run(),
        Command::Pictures => pictures::run(),
        Command::Size => size::check(),
        Command::Bench(arguments) => bench::run(&arguments),
        Command::Inspect(arguments) => inspect::run(&arguments),
        Command::Conformance => conformance::run(),
        Command::Assemble => assemble::run(),
    }
}

#[cfg(test)]
mod tests {
    use std::fs;

    use anyhow::{Context, Result, ensure};
    use clap::Parser;

    use super::{Arguments, project};

    #[test]
    fn every_command_that_a_document_names_is_understood() -> Result<()> {
        let root = project::root()?;
        let mut documents = vec![root.join("README.md"), root.join("CONTRIBUTING.md")];
        for entry in fs::read_dir(root.join("docs"))? {
            documents.push(entry?.path());
        }
        documents.retain(|path| path.extension().is_some_and(|it| it == "md"));
        let mut count = 0;
        for document in documents {
            let text = fs::read_to_string(&document)?;
            for rest in text.split("cargo xtask ").skip(1) {
                // A command ends with its line, with a remark, or with the text's own mark.
                let command = rest.split(['\n', '#', '`']).next().unwrap_or_default();
                let words = command.split_whitespace();
                Arguments::try_parse_from(["cargo xtask"].into_iter().chain(words))
                    .with_context(|| format!("{}: {command}", document.display()))?;
                count += 1;
            }
        }
        ensure!(count > 20, "{count} commands");
        Ok(())
    }
}
