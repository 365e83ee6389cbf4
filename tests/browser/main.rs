//! The widget as readers meet it: built, embedded in a partner's page, in three engines.
//!
//! Each test opens a host page from `tests/hosts` in each engine and looks at what a reader,
//! or the partner's own scripts, would see. `cargo xtask test` installs the engines and runs
//! all of it; `cargo test --test browser -- firefox::` runs a part.

mod accessibility;
mod artefact;
mod articles;
mod axe;
mod bounds;
mod builder;
mod calm;
mod changes;
mod cors;
mod cost;
mod declarations;
mod demo;
mod documents;
mod doors;
mod embedding;
mod engines;
mod examples;
mod failures;
mod faults;
mod feeds;
mod first;
mod frame;
mod gallery;
mod hostile;
mod hosting;
mod intrusions;
mod keyboard;
mod layout;
mod leaks;
mod lifecycle;
mod lines;
mod living_tags;
mod long_lists;
mod many_readers;
mod media;
mod motion;
mod options;
mod package;
mod pages;
mod pictures;
mod policies;
mod press;
mod printed;
mod promptness;
mod proportions;
mod push;
mod reading;
mod readme;
mod real_feeds;
mod relay;
mod requests;
mod reserve;
mod restored;
mod running;
mod same_reading;
mod sharing;
mod shipped;
mod stage;
mod steps;
mod surfaces;
mod sweeps;
mod takeover;
mod third_party_scripts;
mod tree;
mod turbo;
mod without_wasm;
mod wordpress;

use std::{env, future::Future, pin::Pin, time::Duration};

use anyhow::{Context, Result, anyhow};
use engines::{Browser, Engine};
use libtest_mimic::{Arguments, Failed, Trial};
use stage::Stage;
use strillone_loopback as servers;
use tokio::{runtime::Runtime, sync::Mutex, time::timeout};

/// No test takes this long, unless a browser hangs.
const TEST_LIMIT: Duration = Duration::from_secs(90);

type Outcome<'a> = Pin<Box<dyn Future<Output = Result<()>> + Send + 'a>>;

/// A behaviour, and the engines it is looked at in.
struct Test {
    name: &'static str,
    engines: &'static [Engine],
    run: for<'a> fn(&'a mut Stage) -> Outcome<'a>,
}

/// Lists a module's tests: `tests!(in Engine::ALL: first, second);`
macro_rules! tests {
    (in $engines:expr; $($name:ident,)+) => {
        pub const TESTS: &[crate::Test] = &[$(crate::Test {
            name: stringify!($name),
            engines: &$engines,
            run: |stage| Box::pin($name(stage)),
        }),+];
    };
}
use tests;

const THEMES: &[&[Test]] = &[
    embedding::TESTS,
    lifecycle::TESTS,
    failures::TESTS,
    faults::TESTS,
    sharing::TESTS,
    sharing::long::TESTS,
    leaks::TESTS,
    living_tags::TESTS,
    intrusions::TESTS,
    doors::TESTS,
    sweeps::TESTS,
    sweeps::STORMS,
    changes::TESTS,
    push::TESTS,
    reading::TESTS,
    restored::TESTS,
    policies::TESTS,
    pages::TESTS,
    frame::TESTS,
    third_party_scripts::TESTS,
    without_wasm::TESTS,
    first::TESTS,
    takeover::TESTS,
    takeover::TOUCH,
    steps::TESTS,
    bounds::TESTS,
    layout::TESTS,
    lines::TESTS,
    long_lists::TESTS,
    options::TESTS,
    press::TESTS,
    proportions::TESTS,
    reserve::TESTS,
    surfaces::TESTS,
    readme::TESTS,
    documents::TESTS,
    examples::TESTS,
    examples::dokuwiki::TESTS,
    examples::printed::TESTS,
    wordpress::TESTS,
    real_feeds::TESTS,
    same_reading::TESTS,
    printed::TESTS,
    promptness::TESTS,
    gallery::TESTS,
    demo::TESTS,
    builder::TESTS,
    builder::given::TESTS,
    builder::paste::TESTS,
    keyboard::TESTS,
    articles::TESTS,
    calm::TESTS,
    media::TESTS,
    motion::TESTS,
    accessibility::TESTS,
    tree::TESTS,
    cost::TESTS,
];

/// Tests that need what others publish. `cargo xtask test` fetches it, where it can, and names
/// the file in a variable.
const SUPPLIED: &[(&str, &[Test])] = &[
    (hostile::PAYLOADS, hostile::TESTS),
    (axe::RULES, axe::TESTS),
    (pictures::FOLDER, pictures::TESTS),
    (examples::frameworks::FOLDER, examples::frameworks::TESTS),
    (examples::leptos::FOLDER, examples::leptos::TESTS),
    (examples::frameworks::FOLDER, examples::sites::TESTS),
    (declarations::PACKAGES, turbo::TESTS),
];

/// One window per engine, used by its tests one after the other.
static WINDOWS: [Mutex<Option<Browser>>; 3] = [
    Mutex::const_new(None),
    Mutex::const_new(None),
    Mutex::const_new(None),
];

fn main() -> Result<()> {
    let mut arguments = Arguments::from_args();
    // The engines run side by side. Within an engine tests wait for their turn.
    arguments.test_threads.get_or_insert(Engine::ALL.len());
    let runtime: &'static Runtime = Box::leak(Box::new(Runtime::new()?));
    let conclusion = libtest_mimic::run(&arguments, trials(runtime));
    runtime.block_on(close_windows());
    conclusion.exit()
}

/// In this order neighbours are of different engines, so that no thread waits for another.
fn trials(runtime: &'static Runtime) -> Vec<Trial> {
    let mut files = vec![
        ("artefact", artefact::TESTS),
        ("hosting", hosting::TESTS),
        ("many_readers", many_readers::TESTS),
        ("cors", cors::TESTS),
        ("relay", relay::TESTS),
        ("wordpress", wordpress::FILES),
        ("package", package::TESTS),
    ];
    if env::var_os(declarations::PACKAGES).is_some() {
        files.push(("declarations", declarations::TESTS));
    }
    let files = files
        .into_iter()
        .flat_map(|(theme, tests)| tests.iter().map(move |test| (theme, test)))
        .map(|(theme, &(name, run))| {
            Trial::test(format!("{theme}::{name}"), move || run().map_err(failed))
        });
    let mut tests: Vec<&'static Test> = THEMES.iter().copied().flatten().collect();
    for (variable, supplied) in SUPPLIED {
        if env::var_os(variable).is_some() {
            tests.extend(*supplied);
        }
    }
    let pages = tests
        .into_iter()
        .flat_map(|test| test.engines.iter().map(move |engine| (*engine, test)))
        .map(|(engine, test)| {
            let name = format!("{}::{}", engine.name(), test.name);
            Trial::test(name, move || {
                runtime.block_on(perform(engine, test)).map_err(failed)
            })
        });
    files.chain(pages).collect()
}

fn failed(error: anyhow::Error) -> Failed {
    Failed::from(format!("{error:#}"))
}

async fn perform(engine: Engine, test: &Test) -> Result<()> {
    let window = WINDOWS
        .get(engine as usize)
        .context("each engine has a window")?;
    let mut window = window.lock().await;
    let browser = match window.take() {
        Some(browser) => browser,
        None => engine.start().await?,
    };
    let mut stage = Stage::set(engine, browser.driver.clone()).await?;
    let outcome = match timeout(TEST_LIMIT, (test.run)(&mut stage)).await {
        Ok(Ok(())) => stage.check_calm().await,
        Ok(failure) => failure,
        Err(_) => Err(anyhow!("it takes longer than {TEST_LIMIT:?}")),
    };
    let outcome = match outcome {
        Ok(()) => Ok(()),
        Err(error) => Err(anyhow!("{error:#}\n\n{}", stage.report().await)),
    };
    // The next test begins on an empty page, or in a new window when this one is gone.
    match stage.leave().await {
        Ok(()) => *window = Some(browser),
        Err(_) => browser.stop().await,
    }
    outcome
}

async fn close_windows() {
    for window in &WINDOWS {
        if let Some(browser) = window.lock().await.take() {
            browser.stop().await;
        }
    }
}
