//! A site of WordPress, as Debian packages it, with a database and files of its own in a
//! temporary folder.

use std::{
    fs,
    os::unix::net::UnixStream,
    path::Path,
    process::{Child, Command, Stdio},
    thread,
    time::{Duration, Instant},
};

use anyhow::{Context, Result, ensure};
use tempfile::TempDir;

use crate::running::{LIMIT, Running, free_port, php};
use crate::stage::Stage;

const PROGRAM: &str = "/usr/share/wordpress";

/// A site with our plugin, see `setup.php`.
pub struct Site {
    /// Where it is, without a slash at its end.
    pub address: String,
    /// Its port on the loopback.
    pub port: u16,
    _server: Running,
    _database: Database,
    _folder: TempDir,
}

struct Database(Child);

impl Site {
    /// Installs the site. Its pages carry the stage's probe, and its plugin may ask for the
    /// stage's feeds.
    pub fn start(stage: &Stage) -> Result<Site> {
        let folder = tempfile::tempdir()?;
        let (site, data) = (folder.path().join("site"), folder.path().join("data"));
        let socket = folder.path().join("socket");
        let port = free_port()?;
        let address = format!("http://127.0.0.1:{port}");
        // Its links lead out of the folder: PHP must find all files in one place.
        run(Command::new("cp").args(["-rL", PROGRAM]).arg(&site))?;
        let plugin = Path::new(env!("CARGO_MANIFEST_DIR")).join("integrations/wordpress/strillone");
        run(Command::new("cp")
            .arg("-r")
            .arg(plugin)
            .arg(site.join("wp-content/plugins")))?;
        fs::write(site.join("wp-config.php"), configuration(&socket, &address))?;
        let database = Database::start(&data, &socket)?;
        let setup = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/browser/wordpress/setup.php");
        run(Command::new("php")
            .arg(setup)
            .arg(&site)
            .args([&address, &stage.feeds.origin])
            .arg(format!("{}/probe.js", stage.partner.origin)))?;
        let server = php(&site.to_string_lossy(), "", port)?;
        Ok(Site {
            address,
            port,
            _server: server,
            _database: database,
            _folder: folder,
        })
    }
}

impl Database {
    fn start(data: &Path, socket: &Path) -> Result<Database> {
        run(Command::new("mariadb-install-db")
            .args(["--no-defaults", "--user=root", "--skip-test-db"])
            .arg("--auth-root-authentication-method=normal")
            .arg(format!("--datadir={}", data.display())))?;
        let child = Command::new("mariadbd")
            .args(["--no-defaults", "--user=root", "--skip-networking"])
            .arg(format!("--datadir={}", data.display()))
            .arg(format!("--socket={}", socket.display()))
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .context("mariadbd is not on this machine")?;
        let database = Database(child);
        let start = Instant::now();
        while UnixStream::connect(socket).is_err() {
            ensure!(start.elapsed() < LIMIT, "the database does not start");
            thread::sleep(Duration::from_millis(20));
        }
        run(Command::new("mariadb")
            .args(["--no-defaults", "--user=root", "-e", "CREATE DATABASE site"])
            .arg(format!("--socket={}", socket.display())))?;
        Ok(database)
    }
}

impl Drop for Database {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

fn configuration(socket: &Path, address: &str) -> String {
    let socket = socket.display();
    format!(
        "<?php
        define( 'DB_NAME', 'site' );
        define( 'DB_USER', 'root' );
        define( 'DB_PASSWORD', '' );
        define( 'DB_HOST', 'localhost:{socket}' );
        define( 'DB_CHARSET', 'utf8mb4' );
        define( 'WP_HOME', '{address}' );
        define( 'WP_SITEURL', '{address}' );
        define( 'AUTH_KEY', 'a' );
        define( 'SECURE_AUTH_KEY', 'b' );
        define( 'LOGGED_IN_KEY', 'c' );
        define( 'NONCE_KEY', 'd' );
        define( 'DISABLE_WP_CRON', true );
        define( 'WP_DEBUG', false );
        $table_prefix = 'wp_';
        defined( 'ABSPATH' ) || define( 'ABSPATH', __DIR__ . '/' );
        require_once ABSPATH . 'wp-settings.php';
        "
    )
}

fn run(command: &mut Command) -> Result<()> {
    let output = command
        .stdin(Stdio::null())
        .output()
        .with_context(|| format!("{command:?}"))?;
    ensure!(
        output.status.success(),
        "{command:?}: {}{}",
        String::from_utf8_lossy(&output.stdout),
        String::from_utf8_lossy(&output.stderr)
    );
    Ok(())
}
