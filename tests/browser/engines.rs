//! The three engines, each driven over WebDriver by its own driver program.

use std::{
    env,
    path::{Path, PathBuf},
    process::Stdio,
    time::{Duration, Instant},
};

use anyhow::{Context, Result, bail};
use serde_json::{Value, json};
use thirtyfour::{Capabilities, WebDriver};
use tokio::{
    io::{AsyncBufReadExt, BufReader},
    net::{TcpListener, TcpStream},
    process::{Child, Command},
    time::sleep,
};

const START_LIMIT: Duration = Duration::from_secs(30);

/// What the engines would else take from the machine: fonts, language and time zone. An engine
/// without a language of its own speaks American English.
const SURROUNDINGS: &[(&str, &str)] = &[
    (
        "FONTCONFIG_FILE",
        concat!(env!("CARGO_MANIFEST_DIR"), "/tests/browser/fonts.conf"),
    ),
    ("LC_ALL", "C.UTF-8"),
    ("LANGUAGE", "en_US"),
    ("TZ", "UTC"),
];

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Engine {
    Chromium,
    Firefox,
    WebKit,
}

impl Engine {
    pub const ALL: [Engine; 3] = [Engine::Chromium, Engine::Firefox, Engine::WebKit];

    pub fn name(self) -> &'static str {
        match self {
            Engine::Chromium => "chromium",
            Engine::Firefox => "firefox",
            Engine::WebKit => "webkit",
        }
    }

    /// Starts the engine and opens its one window.
    pub async fn start(self) -> Result<Browser> {
        let port = free_port().await?;
        let mut programs = Programs::default();
        match self {
            Engine::Chromium => {
                let driver = program("STRILLONE_CHROMEDRIVER", "chromedriver")?;
                programs.start(Command::new(driver).arg(format!("--port={port}")))?;
            }
            Engine::Firefox => {
                let driver = program("STRILLONE_GECKODRIVER", "geckodriver")?;
                let port = port.to_string();
                programs.start(Command::new(driver).args([
                    "--host",
                    "127.0.0.1",
                    "--port",
                    &port,
                ]))?;
            }
            Engine::WebKit => {
                // MiniBrowser has no headless form: it needs a display and a message bus.
                let display = programs.start_display().await?;
                let driver = program("STRILLONE_WEBKITDRIVER", "WebKitWebDriver")?;
                programs.start(
                    Command::new(program("STRILLONE_DBUS_RUN_SESSION", "dbus-run-session")?)
                        .arg("--")
                        .arg(driver)
                        .args(["--host=127.0.0.1", &format!("--port={port}")])
                        .env("DISPLAY", display)
                        .env("GDK_BACKEND", "x11"),
                )?;
            }
        }
        wait_for_port(port).await.context(self.name())?;
        let driver = self.open_session(port).await?;
        Ok(Browser { driver, programs })
    }

    /// A driver that has just begun to listen may still drop its first connection.
    async fn open_session(self, port: u16) -> Result<WebDriver> {
        let Value::Object(capabilities) = self.capabilities()? else {
            bail!("capabilities are an object");
        };
        let address = format!("http://127.0.0.1:{port}");
        let start = Instant::now();
        loop {
            let session = WebDriver::new(&address, Capabilities::from(capabilities.clone())).await;
            if session.is_ok() || start.elapsed() > START_LIMIT {
                return session.with_context(|| format!("{} opens no session", self.name()));
            }
            sleep(Duration::from_millis(100)).await;
        }
    }

    fn capabilities(self) -> Result<Value> {
        // Tests wait for what they need. Some look at pages that are not loaded yet.
        let strategy = "none";
        Ok(match self {
            Engine::Chromium => json!({
                "browserName": "chrome",
                "pageLoadStrategy": strategy,
                "goog:chromeOptions": { "args": [
                    "--headless=new",
                    "--no-sandbox",
                    "--disable-gpu",
                    "--disable-quic",
                    "--no-first-run",
                    "--disable-background-networking",
                    "--disable-component-update",
                    "--disable-sync",
                    "--window-size=1024,768",
                    "--lang=en-US",
                    "--accept-lang=en-US,en",
                ] },
            }),
            Engine::Firefox => json!({
                "browserName": "firefox",
                "pageLoadStrategy": strategy,
                "moz:firefoxOptions": {
                    "args": ["-headless", "--width=1024", "--height=768"],
                    "prefs": { "intl.accept_languages": "en-US, en" },
                },
            }),
            Engine::WebKit => json!({
                "browserName": "MiniBrowser",
                "pageLoadStrategy": strategy,
                "webkitgtk:browserOptions": {
                    "binary": mini_browser()?,
                    "args": ["--automation"],
                },
            }),
        })
    }
}

/// A started engine: its window, and the programs behind it.
pub struct Browser {
    pub driver: WebDriver,
    programs: Programs,
}

impl Browser {
    pub async fn stop(self) {
        // One that has crashed cannot be asked to quit, but its programs can be ended.
        let _ = self.driver.quit().await;
        self.programs.end().await;
    }
}

/// The programs started for one engine, each with its children in a process group.
#[derive(Default)]
struct Programs(Vec<Child>);

impl Programs {
    fn start(&mut self, command: &mut Command) -> Result<()> {
        command.stdout(Stdio::null()).stderr(Stdio::null());
        self.spawn(command).map(|_| ())
    }

    fn spawn(&mut self, command: &mut Command) -> Result<&mut Child> {
        let child = command
            .envs(SURROUNDINGS.iter().copied())
            .stdin(Stdio::null())
            .process_group(0)
            .kill_on_drop(true)
            .spawn()
            .with_context(|| format!("{command:?} does not start"))?;
        self.0.push(child);
        self.0.last_mut().context("just started")
    }

    /// Starts a virtual display, which chooses its own number, and returns its name.
    async fn start_display(&mut self) -> Result<String> {
        let mut command = Command::new(program("STRILLONE_XVFB", "Xvfb")?);
        command
            .args([
                "-displayfd",
                "1",
                "-screen",
                "0",
                "1280x1024x24",
                "-nolisten",
                "tcp",
            ])
            .stdout(Stdio::piped())
            .stderr(Stdio::null());
        let display = self.spawn(&mut command)?;
        let output = display.stdout.take().context("Xvfb's output is piped")?;
        let mut number = String::new();
        BufReader::new(output).read_line(&mut number).await?;
        Ok(format!(":{}", number.trim()))
    }

    async fn end(self) {
        for mut child in self.0.into_iter().rev() {
            if let Some(id) = child.id() {
                // The driver's own children are in its group.
                let group = format!("-{id}");
                let _ = Command::new("kill").args(["--", &group]).status().await;
            }
            let _ = child.wait().await;
        }
    }
}

/// The program that the variable names, or else the one on `PATH`.
fn program(variable: &str, name: &str) -> Result<PathBuf> {
    if let Some(path) = env::var_os(variable) {
        return Ok(path.into());
    }
    let path = env::var_os("PATH").unwrap_or_default();
    env::split_paths(&path)
        .map(|folder| folder.join(name))
        .find(|file| file.is_file())
        .with_context(|| {
            format!(
                "{name} is not on this machine: `cargo xtask test` installs it and runs the tests"
            )
        })
}

/// Debian keeps the small browser that WebKit's driver drives out of `PATH`.
fn mini_browser() -> Result<PathBuf> {
    if let Some(path) = env::var_os("STRILLONE_MINIBROWSER") {
        return Ok(path.into());
    }
    let found = folders(Path::new("/usr/lib"))
        .into_iter()
        .chain(folders(Path::new("/usr/libexec")))
        .flat_map(|folder| [folder.clone()].into_iter().chain(folders(&folder)))
        .filter(|folder| folder.to_string_lossy().contains("webkit2gtk"))
        .map(|folder| folder.join("MiniBrowser"))
        .find(|file| file.is_file());
    found.context("MiniBrowser is not on this machine: `cargo xtask test` installs it")
}

fn folders(parent: &Path) -> Vec<PathBuf> {
    let Ok(entries) = parent.read_dir() else {
        return Vec::new();
    };
    entries
        .filter_map(|entry| Some(entry.ok()?.path()))
        .filter(|path| path.is_dir())
        .collect()
}

async fn free_port() -> Result<u16> {
    Ok(TcpListener::bind("127.0.0.1:0").await?.local_addr()?.port())
}

async fn wait_for_port(port: u16) -> Result<()> {
    let start = Instant::now();
    while TcpStream::connect(("127.0.0.1", port)).await.is_err() {
        if start.elapsed() > START_LIMIT {
            bail!("the driver does not answer");
        }
        sleep(Duration::from_millis(20)).await;
    }
    Ok(())
}
