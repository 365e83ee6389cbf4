//! One test's stage: a browser window, a partner's page, the widget's files on a second
//! origin and the feeds on a third.

mod trouble;

use std::{
    env,
    ffi::OsStr,
    fs,
    path::{Path, PathBuf},
    sync::LazyLock,
    time::{Duration, Instant, SystemTime},
};

use anyhow::{Context, Result, bail};
use serde_json::{Value, json};
use thirtyfour::WebDriver;
use tokio::time::{sleep, timeout};
pub use trouble::Trouble;

use crate::{
    engines::Engine,
    servers::{Gate, Reply, Server},
    shipped::{integrity, script, shipped, wasm},
};

/// A condition that is not met by then never will be. Slow machines are the common case.
const PATIENCE: Duration = Duration::from_secs(30);
/// A driver loses a question when its page is left or comes back meanwhile: there is never an answer.
const ANSWER_LIMIT: Duration = Duration::from_secs(10);
const GLANCE: Duration = Duration::from_millis(30);

/// 2026-11-25T12:00:00Z, a day and a half after the newest headline of most tests. What is shown of
/// a time depends on the day of the reader.
const OPENING: i128 = 1_795_608_000_000;

/// How far the clock of the pages is ahead of the machine's, in milliseconds. It goes on from one
/// page to the next, because pages leave copies of feeds for one another.
static AHEAD: LazyLock<i128> = LazyLock::new(|| {
    let since = SystemTime::now().duration_since(SystemTime::UNIX_EPOCH);
    OPENING - since.map_or(0, |since| since.as_millis() as i128)
});

pub struct Stage {
    pub engine: Engine,
    pub driver: WebDriver,
    /// The partner's site.
    pub partner: Server,
    /// Where the widget's files are.
    pub cdn: Server,
    /// The publisher's feeds.
    pub feeds: Server,
    host: String,
    expected: Vec<Trouble>,
}

impl Stage {
    pub async fn set(engine: Engine, driver: WebDriver) -> Result<Self> {
        let stage = Self {
            engine,
            driver,
            partner: Server::start("127.0.0.1").await?,
            cdn: Server::start("127.0.0.1").await?,
            feeds: Server::start("localhost").await?,
            host: String::new(),
            expected: Vec::new(),
        };
        stage.cdn.put("/strillone.js", script()?);
        stage.cdn.put("/strillone.wasm", wasm()?);
        stage.put_assets()?;
        Ok(stage)
    }

    /// The scripts and styles of the host pages.
    fn put_assets(&self) -> Result<()> {
        for entry in hosts().read_dir()? {
            let file = entry?.path();
            let kind = match file.extension().and_then(OsStr::to_str) {
                Some("js") => "text/javascript",
                Some("css") => "text/css",
                _ => continue,
            };
            let name = file
                .file_name()
                .and_then(OsStr::to_str)
                .context("a plain name")?;
            let reply = Reply::new(kind, host_asset(name)?);
            self.partner.put(&format!("/{name}"), reply);
        }
        Ok(())
    }

    /// Opens the partner's page `tests/hosts/{host}` and waits until it is loaded.
    pub async fn open(&mut self, host: &str) -> Result<()> {
        self.begin_to_open(host).await?;
        self.until("document.readyState === 'complete'").await
    }

    /// The same for a page that is no file.
    pub async fn open_page(&mut self, host: &str, page: Reply) -> Result<()> {
        self.begin_to_open_page(host, page).await?;
        self.until("document.readyState === 'complete'").await
    }

    /// The same for a page whose load event waits for something that a gate holds back.
    pub async fn begin_to_open(&mut self, host: &str) -> Result<()> {
        let page = self.host_page(host)?;
        self.begin_to_open_page(host, page).await
    }

    /// Opens an address where no page of the partner's is, and so no probe either.
    pub async fn open_frame(&mut self, address: &str) -> Result<()> {
        self.expect(Trouble::Unseen);
        self.turn_to(address).await?;
        self.until("document.querySelector('strillone-news') && document.readyState === 'complete'")
            .await
    }

    /// The same for a page that is no file.
    pub async fn begin_to_open_page(&mut self, host: &str, page: Reply) -> Result<()> {
        self.partner.put(&format!("/{host}"), page);
        let address = format!("{}/{host}", self.partner.origin);
        self.begin_to_open_at(host, &address).await
    }

    /// Opens an address of a server that is not the stage's, whose page has the probe in it.
    pub async fn open_at(&mut self, host: &str, address: &str) -> Result<()> {
        self.begin_to_open_at(host, address).await?;
        self.until("document.readyState === 'complete'").await
    }

    async fn begin_to_open_at(&mut self, host: &str, address: &str) -> Result<()> {
        self.host = host.to_owned();
        self.turn_to(address).await?;
        self.until(&format!(
            "location.href === {} && self.probe",
            json!(address)
        ))
        .await
    }

    /// Asks for another page, or for the same once more, and waits until the old one is gone. The
    /// sessions' page load strategy is `none`, so the browser still has the old one for a moment.
    async fn turn_to(&self, address: &str) -> Result<()> {
        self.run("self.isLeft = true;").await?;
        self.driver.goto(address).await?;
        self.until("!self.isLeft").await
    }

    /// Leaves the page, so that the next test begins on an empty one.
    pub async fn leave(&self) -> Result<()> {
        self.turn_to("about:blank").await
    }

    /// The page with the origins of this test in it, and the headers that its leading comment
    /// asks for: `<!-- headers`, then one `Name: value` a line, then `-->`.
    pub fn host_page(&self, host: &str) -> Result<Reply> {
        let text = fs::read_to_string(hosts().join(host))
            .with_context(|| format!("tests/hosts/{host}"))?
            .replace("{{cdn}}", &self.cdn.origin)
            .replace("{{feeds}}", &self.feeds.origin)
            .replace("{{integrity}}", &integrity(&shipped("strillone.js")?))
            .replace(
                "{{probe-integrity}}",
                &integrity(host_asset("probe.js")?.as_bytes()),
            );
        let (head, body) = match text.strip_prefix("<!-- headers\n") {
            Some(rest) => rest
                .split_once("-->\n")
                .context("a comment of headers ends")?,
            None => ("", text.as_str()),
        };
        let page = Reply::new("text/html; charset=utf-8", body);
        head.lines().try_fold(page, |page, line| {
            let (name, value) = line.split_once(": ").context("a header is `Name: value`")?;
            Ok(page.header(name, value))
        })
    }

    /// Keeps the wasm back until the gate is opened.
    pub fn hold_wasm(&self) -> Result<Gate> {
        let gate = Gate::closed();
        self.cdn.put("/strillone.wasm", wasm()?.behind(&gate));
        Ok(gate)
    }

    /// The value of an expression on the page.
    pub async fn value(&self, expression: &str) -> Result<Value> {
        let script = format!("return ({expression});");
        let answer = timeout(ANSWER_LIMIT, self.driver.execute(script, Vec::new())).await;
        Ok(answer
            .with_context(|| format!("the driver does not answer: {expression}"))?
            .with_context(|| format!("on the page: {expression}"))?
            .json()
            .clone())
    }

    /// Runs statements on the page.
    pub async fn run(&self, statements: &str) -> Result<()> {
        let answer = self.driver.execute(statements, Vec::new()).await;
        answer.with_context(|| format!("on the page: {statements}"))?;
        Ok(())
    }

    /// Waits until an expression has that value.
    pub async fn until_equal(&self, expression: &str, wanted: &Value) -> Result<()> {
        let start = Instant::now();
        loop {
            let value = self.value(expression).await;
            if matches!(&value, Ok(value) if value == wanted) {
                return Ok(());
            }
            if start.elapsed() > PATIENCE {
                let value = value?;
                bail!("{expression}\n  is     {value}\n  not    {wanted}");
            }
            sleep(GLANCE).await;
        }
    }

    /// Waits until an expression is true.
    pub async fn until(&self, expression: &str) -> Result<()> {
        self.until_equal(&format!("Boolean({expression})"), &json!(true))
            .await
    }

    /// Waits until the page's widget of that number shows just these headlines.
    pub async fn shows_in(&self, number: usize, headlines: &[&str]) -> Result<()> {
        let expression = format!("probe.texts('headline', {number})");
        self.until_equal(&expression, &json!(headlines)).await
    }

    /// Waits until the page's only widget shows just these headlines.
    pub async fn shows(&self, headlines: &[&str]) -> Result<()> {
        self.shows_in(0, headlines).await
    }

    /// Waits until a server has had that many requests for `path`.
    pub async fn until_requested(&self, server: &Server, path: &str, count: usize) -> Result<()> {
        let start = Instant::now();
        while server.requests(path).len() != count {
            if start.elapsed() > PATIENCE {
                let seen = server.requests(path).len();
                bail!("{path} was requested {seen} times, not {count}");
            }
            sleep(GLANCE).await;
        }
        Ok(())
    }

    /// Waits until the page has been drawn after all that was under way.
    pub async fn until_drawn(&self) -> Result<()> {
        self.run(
            "probe.drawn = false;
             requestAnimationFrame(() => requestAnimationFrame(() => { probe.drawn = true; }));",
        )
        .await?;
        self.until("probe.drawn").await
    }
}

/// A script or style of the host pages, with the stage's clock in it.
fn host_asset(name: &str) -> Result<String> {
    let text = fs::read_to_string(hosts().join(name)).with_context(|| name.to_owned())?;
    Ok(text.replace("{{ahead}}", &AHEAD.to_string()))
}

fn hosts() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/hosts")
}
