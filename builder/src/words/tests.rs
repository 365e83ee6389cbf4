//! Every option and finding has its words, and nothing else has.

use strillone::config::{ConfigProblem, options};
use strillone::feed::{Problem, ProblemKind};
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
fn every_problem_of_a_feed_is_said_in_italian_with_its_piece() {
    for kind in ProblemKind::all() {
        let problem = Problem {
            kind,
            detail: "PIECE".to_owned(),
            line: None,
        };
        let (english, italian) = (ENGLISH.problem(&problem), ITALIAN.problem(&problem));
        assert_eq!(english, problem.message());
        assert_ne!(english, italian);
        // What speaks of no piece ends with a full stop.
        let has_piece = |sentence: &str| sentence.contains("PIECE") && sentence.ends_with('.');
        assert_eq!(has_piece(&english), has_piece(&italian), "{italian}");
        assert!(!italian.contains("{}"), "{italian}");
    }
    assert_eq!(ITALIAN.problem_kinds.len(), ProblemKind::all().count());
}

#[test]
fn a_value_that_cannot_be_used_is_named_with_what_would_be_right() {
    let problem = ConfigProblem {
        attribute: "limit",
        value: "-3".to_owned(),
        expected: "a whole number",
        bounds: Some((1, 500)),
    };
    assert_eq!(
        ENGLISH.unusable(&problem),
        "“-3” is not used: it must be a whole number from 1 to 500."
    );
    assert_eq!(
        ITALIAN.unusable(&problem),
        "“-3” non si può usare. Qui ci vuole: un numero intero da 1 a 500."
    );
}

#[test]
fn italian_says_what_every_option_must_be() {
    // Of a text nothing can be wrong, and keywords are chosen from a list.
    let always_right = ["a text", "words separated by commas"];
    for entry in options() {
        let expected = entry.expected;
        let is_said = find(ITALIAN.expected, expected).is_some();
        let needs_none = always_right.contains(&expected) || !entry.keywords.is_empty();
        assert!(is_said != needs_none, "{expected}");
    }
}

#[test]
fn no_explanation_takes_an_abbreviation_for_granted() {
    for entry in options() {
        for words in [&ENGLISH, &ITALIAN] {
            let said = words.explanation(&entry);
            for term in ["CORS", "BCP 47", "IANA", "server-sent"] {
                assert!(!said.contains(term), "{said}");
            }
        }
    }
}

#[test]
fn gaps_are_filled_in_turn() {
    assert_eq!(filled("{} of {}.", &["1", "2"]), "1 of 2.");
}
