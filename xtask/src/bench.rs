//! The widget beside the other ways to have headlines on a page, in Chromium.

use std::{
    fs,
    path::{Path, PathBuf},
    process::Command,
};

use anyhow::{Context, Result};
use clap::Args;

use crate::{build, examples, process, project, tools};

/// The page in `docs` that holds the results.
const PAGE: &str = "docs/benchmarks.md";

/// What is measured, and how often.
#[derive(Args)]
pub struct Arguments {
    /// How often everything is measured, in turn.
    #[arg(long, default_value_t = 5)]
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
    match peers(&root)? {
        Some(folder) => bench.arg("--peers").arg(folder),
        None => {
            println!("peers: left out, because the package registry cannot be reached");
            &mut bench
        }
    };
    if arguments.only.is_empty() {
        bench.arg("--page").arg(root.join(PAGE));
    } else {
        bench.args(["--only", &arguments.only.join(",")]);
    }
    process::run(&mut bench)
}

/// Gathers the files of the packages of others in one folder; `None` when they cannot be had.
fn peers(root: &Path) -> Result<Option<PathBuf>> {
    let sources = root.join("crates/bench/peers");
    let Some(packages) = examples::install(&sources.join("package.json"))? else {
        return Ok(None);
    };
    let packages = packages.join("node_modules");
    let folder = root.join("target/bench-peers");
    fs::create_dir_all(&folder)?;
    for file in [
        "@idotj/mastodon-embed-timeline/dist/mastodon-timeline.umd.js",
        "@idotj/mastodon-embed-timeline/dist/mastodon-timeline.min.css",
        "bsky-embed/dist/bsky-embed.es.js",
    ] {
        let file = packages.join(file);
        let name = file.file_name().context("a file has a name")?;
        fs::copy(&file, folder.join(name)).with_context(|| file.display().to_string())?;
    }
    process::run(
        Command::new(tools::esbuild()?)
            .arg(sources.join("react.jsx"))
            .args([
                "--bundle",
                "--minify",
                "--jsx=automatic",
                "--log-level=warning",
            ])
            .arg("--define:process.env.NODE_ENV=\"production\"")
            .arg(format!("--outfile={}", folder.join("react.js").display()))
            .env("NODE_PATH", &packages),
    )?;
    Ok(Some(folder))
}
