//! What Debian's packages bring: the browsers and their drivers.

use std::process::Command;

use anyhow::{Result, bail};

use crate::process;

/// A package, and a program that is there when it is installed. Browsers get security
/// updates, so no version is asked for.
struct Package {
    name: &'static str,
    program: &'static str,
}

const FOR_TESTING: &[Package] = &[
    Package {
        name: "chromium",
        program: "chromium",
    },
    Package {
        name: "chromium-driver",
        program: "chromedriver",
    },
    Package {
        name: "firefox-esr",
        program: "firefox-esr",
    },
    // Safari's engine, with a small browser around it.
    Package {
        name: "webkit2gtk-driver",
        program: "WebKitWebDriver",
    },
    // That browser needs a display and a message bus.
    Package {
        name: "xvfb",
        program: "Xvfb",
    },
    Package {
        name: "dbus",
        program: "dbus-run-session",
    },
    // The servers that publishers have.
    Package {
        name: "nginx",
        program: "nginx",
    },
    Package {
        name: "caddy",
        program: "caddy",
    },
    // Programs that write the feeds which the browser tests read.
    Package {
        name: "hugo",
        program: "hugo",
    },
    Package {
        name: "pelican",
        program: "pelican",
    },
];

/// Installs what the browser tests start, or says what to install.
pub fn require_for_testing() -> Result<()> {
    let missing: Vec<&str> = FOR_TESTING
        .iter()
        .filter(|package| which::which(package.program).is_err())
        .map(|package| package.name)
        .collect();
    if missing.is_empty() {
        return Ok(());
    }
    let names = missing.join(" ");
    if which::which("apt-get").is_err() {
        bail!(
            "the browser tests start programs that are missing here. On Debian these packages \
             bring them: {names}. Install their like, so that the programs are on PATH"
        );
    }
    if !is_root()? {
        bail!(
            "the browser tests need more Debian packages: \
             sudo apt-get install --no-install-recommends {names}"
        );
    }
    println!("Installing Debian's {names}: once per machine, one to three minutes");
    apt_get(&["update", "--quiet=2"])?;
    let install = ["install", "--yes", "--quiet=2", "--no-install-recommends"];
    apt_get(&[&install, missing.as_slice()].concat())
}

/// Waits for another installation on the machine instead of failing.
fn apt_get(arguments: &[&str]) -> Result<()> {
    process::run(
        Command::new("apt-get")
            .args(["-o", "DPkg::Lock::Timeout=600"])
            .args(arguments)
            .env("DEBIAN_FRONTEND", "noninteractive"),
    )
}

fn is_root() -> Result<bool> {
    Ok(process::output(Command::new("id").arg("-u"))?.trim() == "0")
}
