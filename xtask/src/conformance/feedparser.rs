//! feedparser's test files: what it expects of each feed, against what is read here.
//!
//! `reduce.py` turns its expectations into triples of path, operator and value. Those that
//! speak of fields the widget shows are checked; a file that speaks of anything else is left
//! out of the count.

mod found;
mod prepare;

use std::collections::BTreeMap;
use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result, ensure};
use serde::Deserialize;
use serde_json::Value;
use strillone::address::WebAddress;
use strillone::feed::{self, Document};
use strillone::host::Native;

use found::{fields, lookup};
use prepare::{give_title, move_into_item, text_of_feed};

/// What became of a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Outcome {
    Pass,
    Differs(String),
    /// It speaks of what the widget does not show.
    Outside,
}

/// A file with what it expects, as `reduce.py` prints it.
#[derive(Deserialize)]
struct Expectation {
    file: String,
    headers: BTreeMap<String, String>,
    checks: Option<Vec<Vec<Value>>>,
}

/// A date with what it means: year, month, day, hour, minute, second, and more.
#[derive(Deserialize)]
struct DateVector {
    date: String,
    expected: Option<Vec<i64>>,
}

/// Checks every file and every date below `tests`: names and outcomes.
pub fn check(tests: &Path) -> Result<Vec<(String, Outcome)>> {
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/conformance/reduce.py");
    let output = Command::new("python3")
        .arg(script)
        .arg(tests)
        .output()
        .context("python3 is needed to read feedparser's expectations")?;
    ensure!(
        output.status.success(),
        "{}",
        String::from_utf8_lossy(&output.stderr)
    );
    let mut outcomes = Vec::new();
    for line in String::from_utf8(output.stdout)?.lines() {
        if let Ok(vector) = serde_json::from_str::<DateVector>(line) {
            let outcome = check_date(&vector);
            outcomes.push((format!("dates/{}", vector.date), outcome));
        } else {
            let expectation: Expectation = serde_json::from_str(line)?;
            let bytes = std::fs::read(tests.join(&expectation.file))?;
            let outcome = check_file(&expectation, &bytes);
            outcomes.push((expectation.file, outcome));
        }
    }
    Ok(outcomes)
}

fn check_date(vector: &DateVector) -> Outcome {
    let mut habits = feed::date::Habits::default();
    let read = feed::date::parse(&vector.date, &mut habits, &Native).map(|date| fields(date.at));
    let expected = vector
        .expected
        .as_ref()
        .map(|expected| expected.iter().take(6).copied().collect::<Vec<_>>());
    if read == expected {
        Outcome::Pass
    } else {
        Outcome::Differs(format!("{read:?} for {expected:?}"))
    }
}

fn check_file(expectation: &Expectation, bytes: &[u8]) -> Outcome {
    if declares_unreadable_encoding(bytes) {
        return Outcome::Differs("its encoding is none of the Encoding Standard".to_owned());
    }
    let Some(checks) = &expectation.checks else {
        return Outcome::Outside;
    };
    // What the widget has no field for, though an item has one like it, is read there.
    let mut moved = None;
    for check in checks {
        if let Some(name) = check.first().and_then(text_of_feed) {
            moved = move_into_item(bytes, &name);
            if moved.is_none() {
                return Outcome::Outside;
            }
        }
    }
    let bytes = moved.as_deref().unwrap_or(bytes);
    let about_title = |check: &Vec<Value>| {
        let path = check.first().map(Value::to_string).unwrap_or_default();
        path.starts_with("[\"entries\"") && path.contains("\"title") && !path.contains("source")
    };
    let titled = if checks.iter().any(about_title) {
        None
    } else {
        give_title(bytes)
    };
    let bytes = titled.as_deref().unwrap_or(bytes);
    let header = |name: &str| expectation.headers.get(name).map(String::as_str);
    let served = format!("http://127.0.0.1:8097/tests/{}", expectation.file);
    let served = WebAddress::parse(&served, None, &Native);
    let address = match header("content-location") {
        Some(location) => WebAddress::parse(location, served.as_ref(), &Native),
        None => served,
    };
    let charset = header("content-type")
        .and_then(|kind| kind.split_once("charset="))
        .map(|(_, charset)| charset.trim_matches(['"', '\'', ' ', ';']));
    let reading = feed::read(
        Document {
            bytes,
            address: address.as_ref(),
            charset,
            page: None,
        },
        &Native,
    );
    let mut outcome = Outcome::Pass;
    for check in checks {
        let [path, operator, value, rest @ ..] = check.as_slice() else {
            return Outcome::Outside;
        };
        let visible = rest
            .first()
            .and_then(|visible| serde_json::from_value(visible.clone()).ok());
        let path: Vec<String> = path
            .as_array()
            .into_iter()
            .flatten()
            .map(|part| {
                part.as_str()
                    .map_or_else(|| part.to_string(), str::to_owned)
            })
            .collect();
        let Some(found) = lookup(&reading, &path, bytes) else {
            return Outcome::Outside;
        };
        let holds = match operator.as_str().unwrap_or_default() {
            "==" | "is" => found.equals(value, visible.as_ref()),
            "!=" => !found.equals(value, visible.as_ref()),
            "true" => !found.is_nothing(),
            // A feed that feedparser calls well-formed may still hold trouble worth a word.
            "false" => found.is_nothing() || found.is_trouble(),
            _ => return Outcome::Outside,
        };
        if !holds && outcome == Outcome::Pass {
            let expected = visible.map_or_else(|| value.to_string(), |_| value.to_string());
            outcome = Outcome::Differs(format!(
                "{} {operator} {expected}, found {found:?}",
                path.join(".")
            ));
        }
    }
    outcome
}

/// Whether a file declares an encoding that is none of the Encoding Standard: DOS, Mac and
/// mainframe code pages, which no browser decodes and so no widget reads.
fn declares_unreadable_encoding(bytes: &[u8]) -> bool {
    let problems = feed::read(
        Document {
            bytes,
            address: None,
            charset: None,
            page: None,
        },
        &Native,
    )
    .problems;
    let unknown = |problem: &feed::Problem| problem.kind.name() == "unknown-encoding";
    // EBCDIC begins its declaration with 4C 6F A7 94.
    problems.iter().any(unknown) || bytes.starts_with(&[0x4C, 0x6F, 0xA7, 0x94])
}
