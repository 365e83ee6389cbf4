//! Every option and finding has its words, and nothing else has.

use strillone::config::options;
use strillone_doctor::Finding;

use super::{ENGLISH, ITALIAN, Words, filled, find};

#[test]
fn italian_has_every_option_and_finding_and_both_have_every_group() {
    for entry in options() {
        let found = ITALIAN
            .options
            .iter()
            .find(|(name, ..)| *name == entry.name);
        assert!(
            found.is_some_and(|(.., text)| !text.is_empty()),
            "{}",
            entry.name
        );
        for words in [&ENGLISH, &ITALIAN] {
            assert!(find(words.groups, entry.group).is_some(), "{}", entry.group);
        }
    }
    for finding in Finding::ALL {
        let found = ITALIAN.findings.iter();
        assert!(
            found.clone().any(|(name, ..)| *name == finding.name()),
            "{}",
            finding.name()
        );
    }
}

#[test]
fn no_language_has_words_for_what_is_not_there() {
    let table = options();
    for words in [&ENGLISH, &ITALIAN] {
        for (name, ..) in words.options {
            assert!(table.iter().any(|entry| entry.name == *name), "{name}");
        }
        for (keyword, _) in words.keywords {
            let is_there = table.iter().any(|entry| entry.keywords.contains(keyword));
            assert!(is_there, "{keyword}");
        }
    }
}

#[test]
fn a_reader_has_the_words_of_the_language() {
    assert_eq!(Words::of("it-CH").tag, "it");
    assert_eq!(Words::of("de").tag, "en");
}

#[test]
fn gaps_are_filled_in_turn() {
    assert_eq!(filled("{} of {}.", &["1", "2"]), "1 of 2.");
}
