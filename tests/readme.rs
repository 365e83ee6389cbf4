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
    let listed = CUSTOM_PROPERTIES
        .iter()
        .map(|it| it.name.replace(prefix, ""));
    assert_eq!(listed.collect::<Names>(), used);
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
