//! The corpora, fetched by package name into a cache outside the checkout.

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// Where the corpora are.
pub struct Corpus {
    /// feedparser's `tests` folder.
    pub feedparser: PathBuf,
    /// bleach's `tests` folder.
    pub bleach: PathBuf,
    /// DOMPurify's list of payloads.
    pub dompurify: PathBuf,
}

/// Fetches what is not there yet; `None` when a registry cannot be reached.
pub fn fetch() -> Option<Corpus> {
    let cache = cache();
    std::fs::create_dir_all(&cache).ok()?;
    let corpus = Corpus {
        feedparser: cache.join("feedparser-6.0.14/tests"),
        bleach: cache.join("bleach-6.4.0/tests"),
        dompurify: cache.join("package/test/fixtures/expect.js"),
    };
    for (name, there) in [
        ("feedparser==6.0.14", &corpus.feedparser),
        ("bleach==6.4.0", &corpus.bleach),
    ] {
        if !there.exists() {
            let mut pip = Command::new("python3");
            pip.args(["-m", "pip", "download", "--quiet", "--no-deps"]);
            pip.args(["--no-binary", ":all:", name]);
            done(&mut pip, &cache)?;
            let archive = format!("{}.tar.gz", name.replace("==", "-"));
            done(Command::new("tar").args(["xzf", &archive]), &cache)?;
        }
    }
    if !corpus.dompurify.exists() {
        done(
            Command::new("npm").args(["pack", "--silent", "dompurify@0.6.7"]),
            &cache,
        )?;
        done(
            Command::new("tar").args(["xzf", "dompurify-0.6.7.tgz"]),
            &cache,
        )?;
    }
    Some(corpus)
}

fn cache() -> PathBuf {
    let home = std::env::var_os("XDG_CACHE_HOME").map(PathBuf::from);
    home.or_else(|| Some(Path::new(&std::env::var_os("HOME")?).join(".cache")))
        .unwrap_or_else(std::env::temp_dir)
        .join("strillone/corpus")
}

fn done(command: &mut Command, folder: &Path) -> Option<()> {
    let status = command
        .current_dir(folder)
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .status();
    status.ok()?.success().then_some(())
}
