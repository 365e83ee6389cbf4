//! `cargo xtask conformance`: the reader against what others expect of theirs.

mod corpus;
mod feedparser;
mod hostile;

use std::{collections::BTreeMap, fs, path::PathBuf};

use anyhow::{Result, bail};
use feedparser::Outcome;

use crate::project;

/// Files that differ on purpose: `path: reason` a line.
const DIFFERENCES: &str = include_str!("conformance/differences.txt");

/// Figures by folder, below which the command fails: `pass folder` a line.
const FIGURES: &str = include_str!("conformance/figures.txt");

/// Fetches the corpora and checks them.
pub fn run() -> Result<()> {
    let Some(corpus) = corpus::fetch() else {
        println!("conformance: skipped, because the package registries cannot be reached");
        return Ok(());
    };
    let outcomes = feedparser::check(&corpus.feedparser)?;
    let payloads = hostile::payloads(&corpus)?;
    let unsafe_payloads = hostile::check(&payloads);
    let (total, is_below) = report(&outcomes);
    println!(
        "\nhostile HTML: {} payloads, each in {} places, {} unsafe",
        payloads.len(),
        hostile::PLACES,
        unsafe_payloads.len()
    );
    for payload in &unsafe_payloads {
        println!("  {payload}");
    }
    let failed = total.fail + unsafe_payloads.len();
    println!("\nconformance: {} passed, {failed} failed", total.pass);
    if is_below || failed > 0 {
        bail!("conformance is below the committed figures");
    }
    Ok(())
}

/// Writes the feeds that attack to a file, each as a JSON string on a line of its own, for the
/// browser tests; `None` when a registry cannot be reached.
pub fn hostile_feeds() -> Result<Option<PathBuf>> {
    let Some(corpus) = corpus::fetch() else {
        return Ok(None);
    };
    let mut lines = String::new();
    for payload in hostile::payloads(&corpus)? {
        for (_, feed) in hostile::feeds(&payload) {
            lines.push_str(&serde_json::to_string(&feed)?);
            lines.push('\n');
        }
    }
    // Cargo may keep its own files elsewhere.
    let folder = project::root()?.join("target");
    fs::create_dir_all(&folder)?;
    let file = folder.join("hostile-feeds.jsonl");
    fs::write(&file, lines)?;
    Ok(Some(file))
}

#[derive(Default)]
struct Count {
    pass: usize,
    /// Differences on purpose.
    differ: usize,
    fail: usize,
    /// Files about what the widget does not show.
    outside: usize,
}

/// Prints pass, differ and fail by folder; returns their sums, and whether a figure is not
/// reached.
fn report(outcomes: &[(String, Outcome)]) -> (Count, bool) {
    let known: BTreeMap<&str, &str> = DIFFERENCES
        .lines()
        .filter(|line| !line.starts_with('#'))
        .filter_map(|line| line.split_once(": "))
        .collect();
    let mut counts: BTreeMap<&str, Count> = BTreeMap::new();
    let mut failures = Vec::new();
    for (name, outcome) in outcomes {
        let folder = if name.starts_with("dates/") {
            "dates"
        } else {
            name.rsplit_once('/').map_or("", |(folder, _)| folder)
        };
        let count = counts.entry(folder).or_default();
        match outcome {
            Outcome::Pass => count.pass += 1,
            Outcome::Differs(_) if known.contains_key(name.as_str()) => count.differ += 1,
            Outcome::Differs(how) => {
                count.fail += 1;
                failures.push(format!("{name}: {how}"));
            }
            Outcome::Outside => count.outside += 1,
        }
    }
    println!(
        "{:<24} {:>6} {:>6} {:>6} {:>8}",
        "folder", "pass", "differ", "fail", "outside"
    );
    let mut total = Count::default();
    for (folder, count) in &counts {
        print_row(folder, count);
        total.pass += count.pass;
        total.differ += count.differ;
        total.fail += count.fail;
        total.outside += count.outside;
    }
    print_row("all", &total);
    for failure in &failures {
        println!("{failure}");
    }
    let mut below = false;
    for line in FIGURES.lines().filter(|line| !line.starts_with('#')) {
        let Some((least, folder)) = line.split_once(' ') else {
            continue;
        };
        let pass = counts.get(folder).map_or(0, |count| count.pass);
        if least.parse().is_ok_and(|least: usize| pass < least) {
            println!("{folder}: {pass} pass, and there were {least}");
            below = true;
        }
    }
    (total, below)
}

fn print_row(name: &str, count: &Count) {
    println!(
        "{name:<24} {:>6} {:>6} {:>6} {:>8}",
        count.pass, count.differ, count.fail, count.outside
    );
}
