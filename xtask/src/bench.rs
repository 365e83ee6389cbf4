//! The widget beside the other ways to have headlines on a page, in Chromium.

use std::process::Command;

use anyhow::Result;
use clap::Args;

use crate::{build, process, project, tools};

/// The page in `docs` that holds the results.
const PAGE: &str = "docs/benchmarks.md";

/// What is measured, and how often.
#[derive(Args)]
pub struct Arguments {
    /// How often everything is measured, in turn.
    #[arg(long, default_value_t = 7)]
    rounds: usize,
    /// Only these, beside the floor; the results are printed, and `docs/benchmarks.md` stays.
    #[arg(long, value_delimiter = ',')]
    only: Vec<String>,
}

/// Sets up what is missing, builds, measures, and writes the page.
pub fn run(arguments: &Arguments) -> Result<()> {
    tools::for_testing()?;
    build::run()?;
    let root = project::root()?;
    let mut bench = Command::new("cargo");
    bench
        .args(["run", "--quiet", "--package", "strillone-bench", "--"])
        .arg("--dist")
        .arg(project::dist()?)
        .args(["--rounds", &arguments.rounds.to_string()])
        .current_dir(&root);
    if arguments.only.is_empty() {
        bench.arg("--page").arg(root.join(PAGE));
    } else {
        bench.args(["--only", &arguments.only.join(",")]);
    }
    process::run(&mut bench)
}
