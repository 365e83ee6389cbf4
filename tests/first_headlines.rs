//! The small reader of the first headlines (`src/loader/first`) against the component's own: it
//! reads the same, or leaves the feed to the component.

#![allow(clippy::expect_used)]

mod common;
#[path = "first/generated.rs"]
mod generated;

use std::{
    cell::RefCell,
    env, fs,
    io::Write,
    path::{Path, PathBuf},
    process::{Command, Stdio},
};

use common::{chance::with_choices, options, received, web};
use serde_json::{Value, json};
use strillone::{
    feed::{self, Document, Feed, Format},
    host::Native,
    time::Timestamp,
    widget::{model::Source, selection},
};

/// What the script is told too.
const ADDRESS: &str = "https://example.org/feed.xml";

/// After every date in the feeds.
const NOW: Timestamp = Timestamp(1_795_600_000_000);

/// How many feeds are put together by chance.
const CASES: u32 = 1_500;

#[test]
fn small_reader_reads_as_the_component_or_not_at_all() {
    let files = corpus();
    let found = compare(&files);
    println!(
        "{} files, {} read; of {} RSS 2.0 and Atom without a fault {} left to the component:\n{}",
        files.len(),
        found.read,
        found.plain,
        found.left.len(),
        found.left.join("\n")
    );
    assert!(found.read > 0);
}

/// `first/systems` holds one feed of each, with all that such a system writes.
#[test]
fn feeds_of_publishing_systems_are_left_to_the_component_once_in_twenty_times_at_most() {
    let mut files = Vec::new();
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    collect(&root.join("tests/first/systems"), &mut files);
    let left = files.len() - compare(&files).read;
    println!("{left} of {} left to the component", files.len());
    assert!(files.len() >= 40 && left * 20 <= files.len(), "{left}");
}

#[test]
fn feeds_of_every_way_of_writing_are_read_as_by_the_component_or_not_at_all() {
    let folder = tempfile::tempdir().expect("a folder");
    let files = RefCell::new(Vec::new());
    with_choices(CASES, 64, |mut chance| {
        let mut files = files.borrow_mut();
        let file = folder.path().join(format!("{}.xml", files.len()));
        fs::write(&file, generated::feed(&mut chance)).expect("room for a feed");
        files.push(file);
    });
    let found = compare(&files.into_inner());
    println!("{CASES} feeds, {} read", found.read);
    assert!(found.read > 200, "{} read", found.read);
}

/// What came of the comparison where the two agree.
struct Found {
    read: usize,
    plain: usize,
    left: Vec<String>,
}

/// Reads all files with both readers, and fails where the small one reads something else.
fn compare(files: &[PathBuf]) -> Found {
    let small = read_by_script(files);
    let (mut read, mut plain, mut left, mut wrong) = (0, 0, Vec::new(), Vec::new());
    for (file, small) in files.iter().zip(&small) {
        let bytes = fs::read(file).expect("a file of the corpus");
        let (rows, is_plain) = read_by_component(&bytes);
        if small.is_null() {
            if is_plain {
                left.push(file.display().to_string());
            }
        } else if *small == rows {
            read += 1;
        } else {
            let text = String::from_utf8_lossy(&bytes);
            wrong.push(format!("{text}\n  script    {small}\n  component {rows}"));
        }
        plain += usize::from(is_plain);
    }
    assert!(
        wrong.is_empty(),
        "{} read otherwise, such as\n{}",
        wrong.len(),
        wrong.first().map_or("", |it| it)
    );
    Found { read, plain, left }
}

/// The feeds of the tests, those of the conformance suite if it was ever run on this machine,
/// and those in the folder that `STRILLONE_FEEDS` names.
fn corpus() -> Vec<PathBuf> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let home = env::home_dir().unwrap_or_default();
    let mut files = Vec::new();
    for folder in [
        root.join("tests"),
        root.join("demo"),
        home.join(".cache/strillone/corpus"),
        env::var_os("STRILLONE_FEEDS").unwrap_or_default().into(),
    ] {
        collect(&folder, &mut files);
    }
    files.sort();
    files
}

fn collect(folder: &Path, files: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        let path = entry.path();
        let extension = path.extension().unwrap_or_default();
        if path.is_dir() {
            collect(&path, files);
        } else if ["xml", "rss", "atom", "rdf", "json"]
            .iter()
            .any(|it| extension == *it)
        {
            files.push(path);
        }
    }
}

fn read_by_script(files: &[PathBuf]) -> Vec<Value> {
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/first/read.mjs");
    let mut node = Command::new("node")
        .arg(script)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .expect("node, which reads as a browser does");
    let names: Vec<String> = files.iter().map(|it| it.display().to_string()).collect();
    let mut input = node.stdin.take().expect("a pipe");
    let writer = std::thread::spawn(move || input.write_all(names.join("\n").as_bytes()));
    let output = node.wait_with_output().expect("its output");
    writer
        .join()
        .expect("no panic")
        .expect("all names were taken");
    let text = String::from_utf8(output.stdout).expect("UTF-8");
    let lines: Vec<Value> = text
        .lines()
        .map(|line| serde_json::from_str(line).expect("a line of JSON"))
        .collect();
    assert_eq!(lines.len(), files.len(), "one answer a file");
    lines
}

/// The rows, and whether the feed is of a kind that the small reader is for.
fn read_by_component(bytes: &[u8]) -> (Value, bool) {
    let address = web(ADDRESS);
    let document = Document {
        bytes,
        address: Some(&address),
        charset: None,
        page: None,
    };
    let reading = feed::read(document, &Native);
    let is_plain = is_plain(&reading.feed) && reading.problems.is_empty();
    let title = reading.feed.title.clone().unwrap_or_default();
    let source = Source {
        address,
        feed_state: Some(received(reading)),
    };
    let config = options(&[]);
    let rows: Vec<Value> = selection::select(&config, &[source], NOW, NOW, 0, &Native)
        .headlines
        .iter()
        .map(|headline| {
            json!({
                "title": headline.item.headline(),
                "link": headline.item.link.as_ref().map(|it| it.as_str()),
                "time": headline.item.time().map(|time| time.0),
                "comments": headline.item.comments.count,
                "language": headline.language,
            })
        })
        .collect();
    (json!({ "title": title, "rows": rows }), is_plain)
}

fn is_plain(feed: &Feed) -> bool {
    matches!(feed.format, Some(Format::Rss2 | Format::Atom1))
        && feed.items.len() > 2
        && feed.items.iter().all(|item| item.title.is_some())
}
