//! Every check there is, the quick ones first. The browser tests come last, so that the last
//! line is the test runner's own count.

use std::{path::Path, process::Command, time::Instant};

use anyhow::{Context, Result};

use crate::{
    build, conformance, dist, examples, loader, packages, process, project, size, tools, write,
};

/// The rules that judge the accessibility of pages: <https://github.com/dequelabs/axe-core>.
const AXE_VERSION: &str = "4.14.1";

/// Sets up what is missing and runs everything.
pub fn everything() -> Result<()> {
    let begin = Instant::now();
    let geckodriver = tools::for_testing()?;
    let step = |name: &'static str, run: &dyn Fn() -> Result<()>| {
        announce(begin, name);
        run().context(name)
    };
    step("Formatting", &|| cargo("fmt", &["--all", "--check"]))?;
    step("What is written from tables", &write::check)?;
    step("Lints, native", &|| {
        cargo(
            "clippy",
            &["--workspace", "--all-targets", "--", "-D", "warnings"],
        )
    })?;
    step("Lints, browser tests", &|| {
        // `--all-targets` leaves out a target that is not tested by default.
        cargo("clippy", &["--test", "browser", "--", "-D", "warnings"])
    })?;
    step("Lints, in the browser", &|| {
        let target = "--target=wasm32-unknown-unknown";
        cargo("clippy", &["--lib", target, "--", "-D", "warnings"])?;
        let builder = ["-p", "strillone-builder", target, "--", "-D", "warnings"];
        cargo("clippy", &builder)
    })?;
    step("The loader alone", &loader::check)?;
    step("Native tests", &|| cargo("test", &["--workspace"]))?;
    step("The artefact", &build::run)?;
    step("Sizes", &size::check)?;
    step("The release", &release)?;
    step("Browser tests", &|| in_browsers(&geckodriver, &[]))
}

/// Runs the native tests and the browser tests whose names contain `filter`, such as
/// `firefox::`, for those who work on something in particular.
pub fn some(filter: &str) -> Result<()> {
    let geckodriver = tools::for_testing()?;
    cargo("test", &["--workspace", "--quiet", filter])?;
    build::run()?;
    release()?;
    in_browsers(&geckodriver, &[filter])
}

/// With an oEmbed document, as a publisher would have it. Written again in another folder, it
/// must be the same; `cargo xtask reproduce` compiles again as well, which takes minutes.
fn release() -> Result<()> {
    let offer = dist::Offer {
        address: "https://cdn.example".to_owned(),
        feed: "https://example.org/feed.xml".to_owned(),
    };
    let (built, release) = (project::dist()?, dist::folder()?);
    dist::write(&built, &release, Some(&offer))?;
    let again = project::root()?.join("target/release-again");
    dist::write(&built, &again, Some(&offer))?;
    dist::same(&release, &again)
}

fn announce(begin: Instant, step: &str) {
    let seconds = begin.elapsed().as_secs();
    println!("\n── {}:{:02} ── {step}", seconds / 60, seconds % 60);
}

fn in_browsers(geckodriver: &Path, arguments: &[&str]) -> Result<()> {
    let mut browsers = Command::new("cargo");
    browsers
        .args(["test", "--test", "browser", "--"])
        .args(arguments)
        .current_dir(project::root()?)
        .env("STRILLONE_DIST", project::dist()?)
        .env("STRILLONE_GECKODRIVER", geckodriver);
    match conformance::hostile_feeds()? {
        Some(file) => browsers.env("STRILLONE_HOSTILE_FEEDS", file),
        None => {
            println!("hostile feeds: skipped, because the package registries cannot be reached");
            &mut browsers
        }
    };
    match packages::npm("axe-core", AXE_VERSION) {
        Some(folder) => browsers.env("STRILLONE_AXE", folder.join("axe.min.js")),
        None => {
            println!("axe-core: skipped, because the package registry cannot be reached");
            &mut browsers
        }
    };
    browsers.env("STRILLONE_LEPTOS_EXAMPLE", examples::build_leptos()?);
    match examples::build()? {
        Some(examples) => browsers
            .env("STRILLONE_EXAMPLES", examples.pages)
            .env("STRILLONE_PACKAGES", examples.packages),
        None => {
            println!("frameworks: skipped, because the package registry cannot be reached");
            &mut browsers
        }
    };
    process::run(&mut browsers)
}

fn cargo(command: &str, arguments: &[&str]) -> Result<()> {
    process::run(
        Command::new("cargo")
            .arg(command)
            .args(arguments)
            .current_dir(project::root()?),
    )
}
