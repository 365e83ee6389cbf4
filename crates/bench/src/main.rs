//! The widget beside the other ways to have headlines on a page, in Chromium: `cargo xtask bench`.
//!
//! * [`contender`]: what is compared, a page each; [`condition`]: on which device and network
//! * [`site`]: the servers, with the [`news`] that all of them show
//! * [`browser`], over [`devtools`]: Chromium, and pages that have cached nothing
//! * [`load`]: one page loaded once, watched by `probe.js` and by the [`trace`]
//! * [`results`]: of medians and spreads ([`statistics`]), [`table`]s
//! * [`scale`]: more headlines, more widgets, more news; [`motion`]: lines that run

mod browser;
mod condition;
mod contender;
mod devtools;
mod load;
mod motion;
mod news;
mod results;
mod scale;
mod site;
mod statistics;
mod table;
mod trace;

use std::{fs, path::PathBuf};

use anyhow::{Context, Result};
use clap::Parser;

use browser::Browser;
use condition::CONDITIONS;
use contender::{CONTENDERS, Contender, PEERS};
use results::Results;
use site::Site;

/// Measures, and prints what was measured.
#[derive(Parser)]
struct Arguments {
    /// The built widget.
    #[arg(long)]
    dist: PathBuf,
    /// The files of the packages of others; without it they are left out.
    #[arg(long)]
    peers: Option<PathBuf>,
    /// How often everything is measured, in turn.
    #[arg(long, default_value_t = 5)]
    rounds: usize,
    /// Only these, beside the floor.
    #[arg(long, value_delimiter = ',')]
    only: Vec<String>,
    /// Where the results are written as a page.
    #[arg(long)]
    page: Option<PathBuf>,
}

/// What is compared with nothing else is measured less often.
const FEW_ROUNDS: usize = 3;

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<()> {
    let arguments = Arguments::parse();
    let mut contenders = CONTENDERS.to_vec();
    if !arguments.only.is_empty() {
        contenders
            .retain(|it| it.name == "floor" || arguments.only.iter().any(|name| name == it.name));
    }
    if arguments.peers.is_none() {
        contenders.retain(|it| !PEERS.contains(&it.name));
    }
    let site = Site::start(&arguments.dist, &contenders).await?;
    let left_out = match &arguments.peers {
        Some(peers) => {
            site.put_peers(peers)?;
            String::new()
        }
        None => format!(
            "Left out, because their packages could not be fetched: {}.\n",
            PEERS.join(", ")
        ),
    };
    let mut browser = Browser::start().await?;
    // What a browser does once in its life is nobody's.
    for contender in &contenders {
        load::load(&mut browser, &site.visit(contender), &CONDITIONS[0]).await?;
    }
    let mut results = Results::of(contenders.clone());
    for number in 1..=arguments.rounds {
        eprintln!("round {number} of {}", arguments.rounds);
        results.push(round(&mut browser, &site, &contenders).await?);
    }
    eprintln!("what grows, and what runs");
    let scale = scale::tables(&mut browser, &site, FEW_ROUNDS).await?;
    let motion = motion::tables(&mut browser, &site, &contenders, FEW_ROUNDS).await?;
    let version = browser.version().await?;
    let text = include_str!("results.md")
        .replace("{{browser}}", &version)
        .replace("{{rounds}}", &results.rounds().to_string())
        .replace("{{contenders}}", &(results.contenders() + &left_out))
        .replace("{{tables}}", &results.tables())
        .replace("{{few-rounds}}", &FEW_ROUNDS.to_string())
        .replace("{{scale}}", &scale)
        .replace("{{motion}}", &motion);
    match &arguments.page {
        Some(page) => fs::write(page, text).with_context(|| page.display().to_string()),
        None => {
            println!("{text}");
            Ok(())
        }
    }
}

/// Every contender under every condition, once.
async fn round(
    browser: &mut Browser,
    site: &Site,
    contenders: &[Contender],
) -> Result<Vec<Vec<load::Load>>> {
    let mut loads = Vec::new();
    for condition in &CONDITIONS {
        let mut row = Vec::new();
        for contender in contenders {
            let load = load::load(browser, &site.visit(contender), condition).await;
            row.push(load.with_context(|| format!("{}, {}", contender.name, condition.name))?);
        }
        loads.push(row);
    }
    Ok(loads)
}
