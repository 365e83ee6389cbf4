//! What Debian's packages bring: the browsers and their drivers.

use std::{path::Path, process::Command};

use anyhow::{Result, bail};

use crate::process;

/// A package, and what is there when it is installed. Browsers get security updates, so no
/// version is asked for.
struct Package {
    name: &'static str,
    brings: Brings,
}

enum Brings {
    Program(&'static str),
    File(&'static str),
}

impl Brings {
    fn is_there(&self) -> bool {
        match self {
            Brings::Program(name) => which::which(name).is_ok(),
            Brings::File(path) => Path::new(path).is_file(),
        }
    }
}

const FOR_TESTING: &[Package] = &[
    Package {
        name: "chromium",
        brings: Brings::Program("chromium"),
    },
    Package {
        name: "chromium-driver",
        brings: Brings::Program("chromedriver"),
    },
    Package {
        name: "firefox-esr",
        brings: Brings::Program("firefox-esr"),
    },
    // Safari's engine, with a small browser around it.
    Package {
        name: "webkit2gtk-driver",
        brings: Brings::Program("WebKitWebDriver"),
    },
    // That browser needs a display and a message bus.
    Package {
        name: "xvfb",
        brings: Brings::Program("Xvfb"),
    },
    Package {
        name: "dbus",
        brings: Brings::Program("dbus-run-session"),
    },
    // The fonts of the tests' pages, see `tests/browser/fonts.conf`.
    Package {
        name: "fonts-dejavu-core",
        brings: Brings::File("/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf"),
    },
    // The servers that publishers have.
    Package {
        name: "nginx",
        brings: Brings::Program("nginx"),
    },
    // Its module for streams of events.
    Package {
        name: "libnginx-mod-nchan",
        brings: Brings::File("/usr/lib/nginx/modules/ngx_nchan_module.so"),
    },
    Package {
        name: "caddy",
        brings: Brings::Program("caddy"),
    },
    // Without the scripts that start it with the machine.
    Package {
        name: "apache2-bin",
        brings: Brings::Program("apache2"),
    },
    // A content system, and the server for it.
    Package {
        name: "dokuwiki",
        brings: Brings::File("/usr/share/dokuwiki/doku.php"),
    },
    Package {
        name: "php-cli",
        brings: Brings::Program("php"),
    },
    Package {
        name: "php-codesniffer",
        brings: Brings::Program("phpcs"),
    },
    // The content system that most publishers have, its looks, and its database.
    Package {
        name: "wordpress",
        brings: Brings::File("/usr/share/wordpress/wp-load.php"),
    },
    Package {
        name: "wordpress-theme-twentytwentytwo",
        brings: Brings::File("/usr/share/wordpress/wp-content/themes/twentytwentytwo/style.css"),
    },
    Package {
        name: "mariadb-server-core",
        brings: Brings::Program("mariadbd"),
    },
    Package {
        name: "mariadb-client-core",
        brings: Brings::Program("mariadb"),
    },
    Package {
        name: "php-mysql",
        brings: Brings::File("/usr/share/php8.2-mysql/mysql/mysqli.ini"),
    },
    // What the documentation fetches a feed with.
    Package {
        name: "curl",
        brings: Brings::Program("curl"),
    },
    // Programs that write the feeds which the browser tests read.
    Package {
        name: "hugo",
        brings: Brings::Program("hugo"),
    },
    Package {
        name: "pelican",
        brings: Brings::Program("pelican"),
    },
];

/// Installs what the browser tests start, or says what to install.
pub fn require_for_testing() -> Result<()> {
    let missing: Vec<&str> = FOR_TESTING
        .iter()
        .filter(|package| !package.brings.is_there())
        .map(|package| package.name)
        .collect();
    if missing.is_empty() {
        return Ok(());
    }
    let names = missing.join(" ");
    if which::which("apt-get").is_err() {
        bail!(
            "the browser tests start programs that are missing here. On Debian these packages \
             bring them: {names}. Install their like, so that the programs are on PATH, the \
             servers' modules in /usr/lib/nginx/modules and /usr/lib/apache2/modules, DokuWiki in \
             /usr/share/dokuwiki, and WordPress in /usr/share/wordpress"
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
