//! One Chromium, and pages in contexts that have cached nothing.

use std::process::Stdio;

use anyhow::{Context, Result};
use serde_json::{Value, json};
use tempfile::TempDir;
use tokio::{
    io::{AsyncBufReadExt, BufReader},
    process::{Child, Command},
};

use crate::devtools::DevTools;

/// A started browser. It ends when it is dropped.
pub struct Browser {
    pub devtools: DevTools,
    _process: Child,
    _profile: TempDir,
}

impl Browser {
    /// Starts Chromium without a window.
    pub async fn start() -> Result<Self> {
        let profile = TempDir::new()?;
        let mut process = Command::new("chromium")
            .args([
                "--headless=new",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-quic",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                // Each new window would load three pages for its address bar, beside what is measured.
                "--disable-features=WebUIOmniboxPopup,WebUIOmniboxAimPopup,WebUIOmniboxFullPopup",
                "--remote-debugging-port=0",
                "--window-size=1024,768",
            ])
            .arg(format!("--user-data-dir={}", profile.path().display()))
            .arg("about:blank")
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::piped())
            .kill_on_drop(true)
            .spawn()
            .context("chromium does not start")?;
        let output = process.stderr.take().context("its output is piped")?;
        let mut lines = BufReader::new(output).lines();
        let address = loop {
            let line = lines.next_line().await?;
            let line = line.context("chromium has ended before it listened")?;
            if let Some(address) = line.strip_prefix("DevTools listening on ") {
                break address.to_owned();
            }
        };
        // What it complains of later is read, so that it never waits for a reader.
        tokio::spawn(async move { while let Ok(Some(_)) = lines.next_line().await {} });
        Ok(Self {
            devtools: DevTools::connect(&address).await?,
            _process: process,
            _profile: profile,
        })
    }

    /// Which browser it is, such as `Chrome/150.0.1.2`.
    pub async fn version(&mut self) -> Result<String> {
        let version = self
            .devtools
            .call(None, "Browser.getVersion", json!({}))
            .await?;
        text(&version, "product")
    }

    /// Opens a page in a context of its own.
    pub async fn page(&mut self) -> Result<Page> {
        let devtools = &mut self.devtools;
        let context = devtools
            .call(None, "Target.createBrowserContext", json!({}))
            .await?;
        let context = text(&context, "browserContextId")?;
        let wanted = json!({ "url": "about:blank", "browserContextId": context });
        let target = devtools.call(None, "Target.createTarget", wanted).await?;
        let target = text(&target, "targetId")?;
        let wanted = json!({ "targetId": target, "flatten": true });
        let session = devtools.call(None, "Target.attachToTarget", wanted).await?;
        let session = text(&session, "sessionId")?;
        let page = Page { context, session };
        for domain in ["Page", "Network", "Runtime"] {
            page.call(self, &format!("{domain}.enable"), json!({}))
                .await?;
        }
        Ok(page)
    }
}

/// One page, and what its context has cached.
pub struct Page {
    context: String,
    session: String,
}

impl Page {
    /// Calls a method of the page's session.
    pub async fn call(
        &self,
        browser: &mut Browser,
        method: &str,
        parameters: Value,
    ) -> Result<Value> {
        browser
            .devtools
            .call(Some(&self.session), method, parameters)
            .await
    }

    /// The value of an expression, or of the promise that it is.
    pub async fn value(&self, browser: &mut Browser, expression: &str) -> Result<Value> {
        let wanted =
            json!({ "expression": expression, "awaitPromise": true, "returnByValue": true });
        let answer = self.call(browser, "Runtime.evaluate", wanted).await?;
        Ok(answer["result"]["value"].clone())
    }

    /// Closes it, and forgets what it has cached.
    pub async fn close(self, browser: &mut Browser) -> Result<()> {
        let context = json!({ "browserContextId": self.context });
        browser
            .devtools
            .call(None, "Target.disposeBrowserContext", context)
            .await?;
        browser.devtools.forget();
        Ok(())
    }
}

fn text(answer: &Value, name: &str) -> Result<String> {
    let text = answer[name].as_str();
    Ok(text
        .with_context(|| format!("no {name} in {answer}"))?
        .to_owned())
}
