//! What the README says is so.
#![allow(missing_docs)]
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::string_slice
)]

use std::{
    collections::BTreeSet,
    fs,
    path::{Path, PathBuf},
};

use strillone::config;

type Names = BTreeSet<String>;

#[test]
fn every_option_stands_in_the_table_with_its_default_and_keywords() {
    let rows = table(&readme(), "| name | values | default | what it does |");
    let options = config::options();
    let names: Vec<&str> = options.iter().map(|option| option.name).collect();
    let written: Vec<String> = rows.iter().map(|row| code(&row[0]).concat()).collect();
    assert_eq!(written, names);
    for (row, option) in rows.iter().zip(options) {
        let default = match option.default.as_str() {
            "" => "–".to_owned(),
            default => format!("`{default}`"),
        };
        assert_eq!(row[2], default, "the default of {}", option.name);
        if !option.keywords.is_empty() {
            assert_eq!(code(&row[1]), option.keywords, "of {}", option.name);
        }
    }
}

#[test]
fn every_command_is_one_of_xtask() {
    let commands = read("xtask/src/main.rs");
    let named = after(&readme(), "cargo xtask ");
    assert!(named.contains("serve") && named.contains("test"));
    for name in named {
        let variant = format!("\n    {}{}", name[..1].to_uppercase(), &name[1..]);
        let is_there = [",", " {"]
            .iter()
            .any(|end| commands.contains(&format!("{variant}{end}")));
        assert!(is_there, "there is no cargo xtask {name}");
    }
}

#[test]
fn every_link_and_picture_leads_to_a_file_of_the_repository() {
    let text = readme();
    let mut count = 0;
    for (begin, end) in [("](", ')'), ("src=\"docs/", '"'), ("srcset=\"docs/", '"')] {
        for piece in text.split(begin).skip(1) {
            let path = piece.split(end).next().unwrap();
            let folder = if begin.ends_with("docs/") { "docs" } else { "" };
            let file = root().join(folder).join(path);
            assert!(file.exists(), "{} is not there", file.display());
            count += 1;
        }
    }
    assert!(count > 10, "{count} links");
}

#[test]
fn every_picture_is_shown_and_small() {
    let text = readme();
    for entry in fs::read_dir(root().join("docs/pictures")).unwrap() {
        let entry = entry.unwrap();
        let name = entry.file_name().into_string().unwrap();
        assert!(text.contains(&name), "{name} is not shown");
        assert!(entry.metadata().unwrap().len() < 80 * 1024, "{name}");
    }
}

#[test]
fn custom_properties_are_those_of_the_style_sheet() {
    let prefix = "--strillone-";
    let mut used = Names::new();
    for entry in fs::read_dir(root().join("style/widget")).unwrap() {
        used.extend(after(
            &fs::read_to_string(entry.unwrap().path()).unwrap(),
            prefix,
        ));
    }
    used.extend(after(&read("src/loader/shadow.js"), prefix));
    assert_eq!(after(&readme(), prefix), used);
}

#[test]
fn parts_are_those_of_the_view() {
    let mut drawn = Names::new();
    for text in view() {
        for begin in ["part(\"", "\"part\", "] {
            for call in text.split(begin).skip(1) {
                // `part("ul", "list")` names the element first, or takes it from a variable.
                let call = call.split(')').next().unwrap();
                drawn.extend(call.rsplit('"').nth(1).map(str::to_owned));
            }
        }
        let calls = text.split("part(name, \"").skip(1);
        drawn.extend(calls.map(|call| call.split('"').next().unwrap().to_owned()));
    }
    let text = readme();
    let line = text
        .lines()
        .find(|line| line.starts_with("Parts for"))
        .unwrap();
    let (_, list) = line.split_once(": ").unwrap();
    let named: Names = code(list).into_iter().collect();
    assert_eq!(named, drawn);
}

#[test]
fn kinds_of_failure_are_those_of_the_code() {
    let rows = table(&readme(), "| kind | the console says | what to do |");
    let named: Names = rows.iter().flat_map(|row| code(&row[0])).collect();
    let loader = read("src/loader/problem.js");
    let (_, kinds) = loader.split_once("@param {").unwrap();
    let (kinds, _) = kinds.split_once('}').unwrap();
    let mut known: Names = kinds
        .split('\'')
        .skip(1)
        .step_by(2)
        .map(str::to_owned)
        .collect();
    let model = read("src/source/error.rs");
    let (_, names) = model.split_once("pub fn name(&self)").unwrap();
    let (names, _) = names.split_once("\n    }\n").unwrap();
    known.extend(names.split('"').skip(1).step_by(2).map(str::to_owned));
    let update = read("src/widget/update.rs") + &read("src/widget/update/headlines.rs");
    let calls = update.split("report_error(model, \"").skip(1);
    known.extend(calls.map(|call| call.split('"').next().unwrap().to_owned()));
    assert_eq!(named, known);
}

#[test]
fn advice_against_shifts_is_what_the_layout_tests_measure() {
    let sheet = read("tests/hosts/reserve.css");
    let (_, rules) = sheet.split_once("*/\n").unwrap();
    assert!(
        readme().contains(&format!("```css\n{rules}```")),
        "not {rules}"
    );
}

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).to_owned()
}

fn read(path: &str) -> String {
    fs::read_to_string(root().join(path)).expect(path)
}

fn readme() -> String {
    read("README.md")
}

/// The sources of the view.
fn view() -> Vec<String> {
    let folder = fs::read_dir(root().join("src/view")).unwrap();
    let files = folder.map(|entry| fs::read_to_string(entry.unwrap().path()).unwrap());
    files.chain([read("src/view.rs")]).collect()
}

/// The rows of the table with that head, cell by cell.
fn table(text: &str, head: &str) -> Vec<Vec<String>> {
    let (_, rest) = text.split_once(head).expect(head);
    let rows = rest.lines().skip(2);
    rows.take_while(|line| line.starts_with('|'))
        .map(|line| line.split('|').map(|cell| cell.trim().to_owned()))
        .map(|cells| cells.skip(1).collect())
        .collect()
}

/// What stands between backticks.
fn code(text: &str) -> Vec<String> {
    text.split('`')
        .skip(1)
        .step_by(2)
        .map(str::to_owned)
        .collect()
}

/// The names that follow `prefix`.
fn after(text: &str, prefix: &str) -> Names {
    let is_name = |c: char| c.is_ascii_alphanumeric() || c == '-';
    text.split(prefix)
        .skip(1)
        .map(|rest| rest.chars().take_while(|c| is_name(*c)).collect())
        .collect()
}
