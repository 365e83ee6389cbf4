//! Feeds as other people's programs write them, made when the tests run: the npm package
//! `feed`, Hugo and Pelican. None of them knows this widget.

use std::{
    env, fs,
    path::{Path, PathBuf},
    process::Command,
    sync::{LazyLock, Mutex, PoisonError},
};

use anyhow::{Context, Result, ensure};
use serde_json::json;
use tempfile::TempDir;

use crate::{engines::Engine, servers::Reply, stage::Stage, tests};

tests!(in Engine::ALL;
    rss_by_the_npm_package_feed_is_shown,
    atom_by_the_npm_package_feed_is_shown,
    rss_by_hugo_is_shown,
    rss_by_pelican_is_shown,
    atom_by_pelican_is_shown,
);

struct Article {
    title: &'static str,
    slug: &'static str,
    date: &'static str,
    text: &'static str,
}

/// Newest first. Letters, quotes and signs that writers escape each in their own way.
const ARTICLES: [Article; 3] = [
    Article {
        title: "Perché l'acqua alta \"torna\" già a maggio",
        slug: "acqua-alta",
        date: "2026-11-23T16:30:00Z",
        text: "La città si prepara & aspetta.",
    },
    Article {
        title: "Latte & miele: 3 < 5, dicono i pastori",
        slug: "latte-miele",
        date: "2026-11-23T11:00:00Z",
        text: "Un inverno più mite.",
    },
    Article {
        title: "Žižkov — 東京 — القاهرة",
        slug: "mondo",
        date: "2026-11-22T08:15:00Z",
        text: "Tre città in un giorno.",
    },
];

async fn rss_by_the_npm_package_feed_is_shown(stage: &mut Stage) -> Result<()> {
    shows_the_articles_of(stage, "feed.rss").await
}

async fn atom_by_the_npm_package_feed_is_shown(stage: &mut Stage) -> Result<()> {
    shows_the_articles_of(stage, "feed.atom").await
}

async fn rss_by_hugo_is_shown(stage: &mut Stage) -> Result<()> {
    shows_the_articles_of(stage, "hugo.rss").await
}

async fn rss_by_pelican_is_shown(stage: &mut Stage) -> Result<()> {
    shows_the_articles_of(stage, "pelican.rss").await
}

async fn atom_by_pelican_is_shown(stage: &mut Stage) -> Result<()> {
    shows_the_articles_of(stage, "pelican.atom").await
}

async fn shows_the_articles_of(stage: &mut Stage, name: &str) -> Result<()> {
    let feed = fs::read(written()?.join(name)).with_context(|| name.to_owned())?;
    stage
        .feeds
        .put("/feed.xml", Reply::new("application/xml", feed));
    stage.open("element.html").await?;
    stage.shows(&ARTICLES.map(|article| article.title)).await?;
    let paths = "probe.parts('headline').map(({ pathname }) => pathname.split('/').pop() || pathname.split('/').at(-2))";
    let slugs = ARTICLES.map(|article| article.slug);
    stage.until_equal(paths, &json!(slugs)).await?;
    let times = "probe.parts('time').map(({ dateTime }) => Date.parse(dateTime))";
    let wanted = ARTICLES.map(|article| format!("Date.parse('{}')", article.date));
    let wanted = stage.value(&format!("[{}]", wanted.join(","))).await?;
    stage.until_equal(times, &wanted).await
}

/// The folder with the feeds, written by the first test that asks for one.
fn written() -> Result<PathBuf> {
    static FOLDER: LazyLock<Mutex<Option<TempDir>>> = LazyLock::new(Mutex::default);
    let mut folder = FOLDER.lock().unwrap_or_else(PoisonError::into_inner);
    if let Some(written) = &*folder {
        return Ok(written.path().to_owned());
    }
    let new = tempfile::tempdir()?;
    write_with_npm(new.path())?;
    write_with_hugo(new.path())?;
    write_with_pelican(new.path())?;
    Ok(folder.insert(new).path().to_owned())
}

fn write_with_npm(folder: &Path) -> Result<()> {
    let packages = npm_packages()?;
    let articles: Vec<_> = ARTICLES
        .iter()
        .map(|Article { title, slug, date, text }| {
            json!({ "title": title, "slug": slug, "date": date, "text": text.replace('&', "&amp;") })
        })
        .collect();
    let input = folder.join("articles.json");
    fs::write(&input, json!(articles).to_string())?;
    run(Command::new("node")
        .arg(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/writers/feed.cjs"))
        .args([packages, input])
        .args([folder.join("feed.rss"), folder.join("feed.atom")]))
}

/// Where the npm package is, installed once per machine.
fn npm_packages() -> Result<PathBuf> {
    let home = env::home_dir().context("there is no home folder")?;
    let packages = home.join(".cache/strillone/writers/feed-5");
    if !packages.join("node_modules/feed").is_dir() {
        fs::create_dir_all(&packages)?;
        run(Command::new("npm")
            .args(["install", "--no-audit", "--no-fund", "--silent", "--prefix"])
            .arg(&packages)
            .arg("feed@5"))?;
    }
    Ok(packages)
}

fn write_with_hugo(folder: &Path) -> Result<()> {
    let site = folder.join("hugo");
    write(
        &site.join("hugo.toml"),
        "baseURL = \"https://example.org/\"\nlanguageCode = \"it\"\ntitle = \"Il Mattino\"\n",
    )?;
    for Article {
        title,
        slug,
        date,
        text,
    } in &ARTICLES
    {
        let head = json!({ "title": title, "date": date });
        write(
            &site.join(format!("content/{slug}.md")),
            &format!("{head}\n\n{text}\n"),
        )?;
    }
    run(Command::new("hugo")
        .args(["--quiet", "--source"])
        .arg(&site))?;
    fs::copy(site.join("public/index.xml"), folder.join("hugo.rss"))?;
    Ok(())
}

fn write_with_pelican(folder: &Path) -> Result<()> {
    let site = folder.join("pelican");
    write(
        &site.join("settings.py"),
        "SITENAME = 'Il Mattino'\nSITEURL = 'https://example.org'\nTIMEZONE = 'UTC'\n\
         DEFAULT_LANG = 'it'\nARTICLE_URL = '{slug}/'\nSUMMARY_MAX_LENGTH = None\n\
         FEED_ALL_ATOM = 'all.atom'\nFEED_ALL_RSS = 'all.rss'\n",
    )?;
    for Article {
        title,
        slug,
        date,
        text,
    } in &ARTICLES
    {
        // Pelican reads HTML, where nothing but the five signs is special.
        let title = title.replace('&', "&amp;").replace('<', "&lt;");
        let text = text.replace('&', "&amp;");
        write(
            &site.join(format!("content/{slug}.html")),
            &format!(
                "<html><head><meta charset=\"utf-8\"><title>{title}</title>\
                 <meta name=\"date\" content=\"{date}\"><meta name=\"slug\" content=\"{slug}\">\
                 </head><body><p>{text}</p></body></html>"
            ),
        )?;
    }
    run(Command::new("pelican")
        .args([
            "--quiet",
            "--settings",
            "settings.py",
            "--output",
            "output",
            "content",
        ])
        .current_dir(&site))?;
    fs::copy(site.join("output/all.rss"), folder.join("pelican.rss"))?;
    fs::copy(site.join("output/all.atom"), folder.join("pelican.atom"))?;
    Ok(())
}

fn write(file: &Path, text: &str) -> Result<()> {
    fs::create_dir_all(file.parent().context("a file is in a folder")?)?;
    Ok(fs::write(file, text)?)
}

fn run(command: &mut Command) -> Result<()> {
    let program = command.get_program().to_string_lossy().into_owned();
    let output = command.output().with_context(|| {
        format!("{program} is not on this machine: `cargo xtask test` installs it")
    })?;
    ensure!(
        output.status.success(),
        "{program} failed:\n{}{}",
        String::from_utf8_lossy(&output.stdout),
        String::from_utf8_lossy(&output.stderr)
    );
    Ok(())
}
