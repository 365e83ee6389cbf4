//! Real web servers, run with the configurations that the release and the documentation give.

use std::{
    fs,
    net::{TcpListener, TcpStream},
    os::unix::fs::PermissionsExt,
    path::Path,
    process::{Child, Command, Stdio},
    thread,
    time::{Duration, Instant},
};

use anyhow::{Context, Result, bail};
use tempfile::TempDir;
use walkdir::WalkDir;

/// How long a server may take to start or to answer.
pub const LIMIT: Duration = Duration::from_secs(20);

const APACHE: &str = "/usr/lib/apache2/modules";

const NCHAN: &str = "/usr/lib/nginx/modules/ngx_nchan_module.so";

/// Starts nginx with what belongs into its `http` block. It listens on `port`.
pub fn nginx(http: &str, port: u16) -> Result<Running> {
    let folder = tempfile::tempdir()?;
    let here = folder.path().display();
    let temporary: String = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"]
        .iter()
        .map(|name| format!("{name}_temp_path {here}/{name};\n"))
        .collect();
    let module = if http.contains("nchan_") {
        format!("load_module {NCHAN};\n")
    } else {
        String::new()
    };
    // A server that starts as root gives its work to another user, who must read the files.
    let configuration = format!(
        "{module}user root;\ndaemon off;\npid {here}/pid;\nerror_log stderr;\n\
         worker_rlimit_nofile 4096;\nevents {{ worker_connections 4000; }}\n\
         http {{\naccess_log off;\n{temporary}{http}\n}}\n"
    );
    let file = folder.path().join("nginx.conf");
    fs::write(&file, configuration)?;
    let mut command = Command::new("nginx");
    command.arg("-e").arg("stderr").arg("-c").arg(&file);
    Running::start(command, port, folder)
}

/// Starts Caddy with these sites. It listens on `port`.
pub fn caddy(sites: &str, port: u16) -> Result<Running> {
    let folder = tempfile::tempdir()?;
    let file = folder.path().join("Caddyfile");
    fs::write(&file, format!("{{\n\tadmin off\n}}\n{sites}"))?;
    let mut command = Command::new("caddy");
    command
        .args(["run", "--adapter", "caddyfile", "--config"])
        .arg(&file)
        .env("HOME", folder.path());
    Running::start(command, port, folder)
}

/// Starts Apache with a folder of files, which has to bring its own `.htaccess`. It listens on
/// `port`, and does by itself what Debian's settings have it do.
pub fn apache(site: &Path, port: u16) -> Result<Running> {
    let folder = tempfile::tempdir()?;
    let here = folder.path().display();
    // A server that starts as root gives its work to another user, who must read the files.
    fs::set_permissions(folder.path(), fs::Permissions::from_mode(0o755))?;
    copy(site, &folder.path().join("site"))?;
    let modules: String = [
        "mpm_event",
        "authz_core",
        "autoindex",
        "deflate",
        "dir",
        "env",
        "filter",
        "headers",
        "mime",
        "negotiation",
        "rewrite",
    ]
    .iter()
    .map(|name| format!("LoadModule {name}_module {APACHE}/mod_{name}.so\n"))
    .collect();
    let configuration = format!(
        "{modules}User www-data\nGroup www-data\nServerName localhost\n\
         Listen 127.0.0.1:{port}\nDefaultRuntimeDir {here}\nPidFile {here}/pid\n\
         ErrorLog /dev/stderr\nTypesConfig /etc/mime.types\n\
         AddOutputFilterByType DEFLATE text/html text/javascript application/wasm\n\
         DocumentRoot {here}/site\n\
         <Directory {here}/site>\n\
         Options Indexes FollowSymLinks MultiViews\nAllowOverride FileInfo Options\n\
         </Directory>\n"
    );
    let file = folder.path().join("apache.conf");
    fs::write(&file, configuration)?;
    let mut command = Command::new("apache2");
    command.args(["-D", "FOREGROUND", "-f"]).arg(&file);
    Running::start(command, port, folder)
}

/// Starts PHP's own server with a folder of programs, each of which runs `first` before
/// anything else. It listens on `port`.
pub fn php(programs: &str, first: &str, port: u16) -> Result<Running> {
    let folder = tempfile::tempdir()?;
    let file = folder.path().join("first.php");
    fs::write(&file, format!("<?php {first}"))?;
    let mut command = Command::new("php");
    command
        .arg("-d")
        .arg(format!("auto_prepend_file={}", file.display()))
        .args(["-S", &format!("127.0.0.1:{port}"), "-t", programs]);
    Running::start(command, port, folder)
}

/// Starts the server of a site by Next that was built, with `here` put in place of the first of
/// each pair in all that it sends. It listens on `port`.
pub fn next(site: &Path, here: &[(&str, &str)], port: u16) -> Result<Running> {
    let packages = site.canonicalize()?;
    let packages = packages.parent().context("it lies among its packages")?;
    let folder = tempfile::tempdir_in(packages)?;
    for entry in WalkDir::new(site.join(".next")).follow_root_links(true) {
        let entry = entry?;
        let copied = folder.path().join(entry.path().strip_prefix(site)?);
        if entry.file_type().is_dir() {
            fs::create_dir(copied)?;
            continue;
        }
        let bytes = fs::read(entry.path())?;
        let Ok(text) = std::str::from_utf8(&bytes) else {
            fs::write(copied, bytes)?;
            continue;
        };
        let text = here.iter().fold(text.to_owned(), |text, (there, here)| {
            text.replace(there, here)
        });
        fs::write(copied, text)?;
    }
    let mut command = Command::new("node");
    command
        .arg(packages.join("node_modules/next/dist/bin/next"))
        .args(["start", "--hostname", "127.0.0.1", "--port"])
        .arg(port.to_string())
        .env("NEXT_TELEMETRY_DISABLED", "1")
        .current_dir(folder.path());
    Running::start(command, port, folder)
}

/// Starts a server that is a program of its own. It listens on `port`.
pub fn program(command: Command, port: u16) -> Result<Running> {
    Running::start(command, port, tempfile::tempdir()?)
}

fn copy(from: &Path, to: &Path) -> Result<()> {
    fs::create_dir(to)?;
    for entry in fs::read_dir(from)? {
        let (entry, kind) = entry.and_then(|entry| Ok((entry.path(), entry.file_type()?)))?;
        let copied = to.join(entry.file_name().context("a name")?);
        if kind.is_dir() {
            copy(&entry, &copied)?;
        } else {
            fs::copy(&entry, &copied)?;
        }
    }
    Ok(())
}

/// The first block of code in that language on a page of the documentation.
pub fn documented(page: &str, language: &str) -> Result<String> {
    let block = blocks(page, language)?.into_iter().next();
    block.with_context(|| format!("{page} has no {language}"))
}

/// The blocks of code in that language on a page of the documentation.
pub fn blocks(page: &str, language: &str) -> Result<Vec<String>> {
    let file = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("docs")
        .join(page);
    let text = fs::read_to_string(&file).with_context(|| page.to_owned())?;
    let begin = format!("```{language}\n");
    let blocks = text.split(&begin).skip(1);
    let blocks = blocks.filter_map(|rest| Some(rest.split_once("```")?.0.to_owned()));
    Ok(blocks.collect())
}

/// A port that nobody listens on.
pub fn free_port() -> Result<u16> {
    Ok(TcpListener::bind("127.0.0.1:0")?.local_addr()?.port())
}

/// A server that ends with the test.
pub struct Running {
    child: Child,
    _folder: TempDir,
}

impl Running {
    fn start(mut command: Command, port: u16, folder: TempDir) -> Result<Self> {
        let log = folder.path().join("log");
        let child = command
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(fs::File::create(&log)?)
            .spawn()
            .with_context(|| format!("{command:?} is not on this machine"))?;
        let mut server = Self {
            child,
            _folder: folder,
        };
        let start = Instant::now();
        while TcpStream::connect(("127.0.0.1", port)).is_err() {
            let has_ended = server.child.try_wait()?.is_some();
            if has_ended || start.elapsed() > LIMIT {
                bail!("it did not start:\n{}", fs::read_to_string(&log)?);
            }
            thread::sleep(Duration::from_millis(20));
        }
        Ok(server)
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        // Asked to end, nginx ends its workers as well; killed, it would leave them behind.
        let asked = Command::new("kill")
            .arg(self.child.id().to_string())
            .status();
        if asked.is_err() {
            let _ = self.child.kill();
        }
        let _ = self.child.wait();
    }
}
