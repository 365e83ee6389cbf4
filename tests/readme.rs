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

use strillone::view::appearance::CUSTOM_PROPERTIES;

type Names = BTreeSet<String>;

#[test]
fn every_link_and_picture_of_a_document_leads_somewhere() {
    let mut documents = vec![root().join("README.md")];
    for name in [
        "CHANGELOG.md",
        "CONTRIBUTING.md",
        "SECURITY.md",
        "examples/README.md",
    ] {
        documents.push(root().join(name));
    }
    for entry in fs::read_dir(root().join("docs")).unwrap() {
        documents.push(entry.unwrap().path());
    }
    documents.retain(|path| path.extension().is_some_and(|it| it == "md"));
    let mut count = 0;
    for document in &documents {
        let text = fs::read_to_string(document).unwrap();
        for begin in ["](", "src=\"docs/", "srcset=\"docs/"] {
            for piece in text.split(begin).skip(1) {
                let link = piece.split([')', '"']).next().unwrap();
                if link.contains("://") || link.starts_with("mailto:") {
                    continue;
                }
                let folder = if begin.ends_with("docs/") { "docs" } else { "" };
                let (path, heading) = link.split_once('#').unwrap_or((link, ""));
                let file = match path {
                    "" => document.clone(),
                    _ => document.parent().unwrap().join(folder).join(path),
                };
                let place = document.display();
                assert!(file.exists(), "{place}: {link} is not there");
                assert!(
                    heading.is_empty() || headings(&file).contains(heading),
                    "{place}: {link} has no such heading"
                );
                count += 1;
            }
        }
    }
    assert!(count > 40, "{count} links");
}

/// The headings of a document, as forges name them in addresses: `#paste-this-see-that`.
fn headings(document: &Path) -> Names {
    let text = fs::read_to_string(document).unwrap();
    let lines = text.lines().filter(|line| line.starts_with('#'));
    let names = lines.map(|line| {
        let name = line.trim_start_matches('#').trim().to_lowercase();
        let letters = name
            .chars()
            .filter(|it| it.is_alphanumeric() || " -_".contains(*it));
        letters.map(|it| if it == ' ' { '-' } else { it }).collect()
    });
    names.collect()
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
    used.extend(after(&read("src/loader/reserve.js"), prefix));
    let listed = CUSTOM_PROPERTIES
        .iter()
        .map(|it| it.name.replace(prefix, ""));
    assert_eq!(listed.collect::<Names>(), used);
}

#[test]
fn every_document_gives_the_same_policy() {
    let line = |text: &str| -> String {
        let found = text
            .lines()
            .find(|it| it.starts_with("Content-Security-Policy: "));
        found.unwrap().to_owned()
    };
    assert_eq!(line(&readme()), line(&read("docs/security.md")));
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

/// The names that follow `prefix`.
fn after(text: &str, prefix: &str) -> Names {
    let is_name = |c: char| c.is_ascii_alphanumeric() || c == '-';
    text.split(prefix)
        .skip(1)
        .map(|rest| rest.chars().take_while(|c| is_name(*c)).collect())
        .collect()
}
