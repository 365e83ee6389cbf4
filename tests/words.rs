//! The words the widget says, by language.
#![allow(missing_docs)]

use strillone::messages::{LANGUAGES, Message, Words, is_right_to_left};

fn comments(language: &str, number: u32) -> String {
    Words::of(language).count(Message::Comments, number, &number.to_string())
}

#[test]
fn italian_counts_comments_in_brackets() {
    assert_eq!(comments("it", 0), "Commenti (0)");
    assert_eq!(comments("it", 1), "Commenti (1)");
    assert_eq!(comments("it", 12), "Commenti (12)");
}

#[test]
fn english_has_a_singular_for_one_alone() {
    assert_eq!(comments("en", 0), "0 comments");
    assert_eq!(comments("en", 1), "1 comment");
    assert_eq!(comments("en", 2), "2 comments");
    assert_eq!(comments("en", 21), "21 comments");
}

#[test]
fn italian_has_a_singular_where_the_noun_changes() {
    let fresh = |number, digits| Words::of("it").count(Message::Fresh, number, digits);
    assert_eq!(fresh(1, "1"), "1 nuova notizia");
    assert_eq!(fresh(1_234, "1.234"), "1.234 nuove notizie");
}

#[test]
fn a_channel_takes_its_place_in_the_sentence() {
    let follow = |language| Words::of(language).say_with(Message::FollowOn, "Facebook");
    assert_eq!(follow("it"), "Seguici su Facebook");
    assert_eq!(follow("en"), "Follow us on Facebook");
}

#[test]
fn what_fills_a_place_is_taken_as_it_is() {
    let sentence = Words::of("en").say_with(Message::FollowOn, "{network} | {n}");
    assert_eq!(sentence, "Follow us on {network} | {n}");
}

#[test]
fn a_language_is_found_by_its_first_part_in_any_spelling_else_it_is_english() {
    for (asked, found) in [
        ("it", "it"),
        ("it-CH", "it"),
        ("IT_it", "it"),
        (" it ", "it"),
        ("tlh", "en"),
        ("italian", "en"),
        ("", "en"),
        ("-", "en"),
    ] {
        assert_eq!(Words::of(asked).tag(), found, "{asked:?}");
    }
}

#[test]
fn every_language_says_everything_and_fills_every_place() {
    for (language, texts) in LANGUAGES {
        let words = Words::of(language);
        assert_eq!(words.tag(), *language);
        assert!(
            texts.lines().all(|text| !text.trim().is_empty()),
            "{language}"
        );
        for (message, place) in [
            (Message::Comments, "{n}"),
            (Message::Fresh, "{n}"),
            (Message::FollowOn, "{network}"),
            (Message::AsOf, "{time}"),
        ] {
            for form in words.say(message).split('|') {
                assert_eq!(form.matches(place).count(), 1, "{language}: {form}");
            }
        }
    }
}

#[test]
fn the_language_alone_says_which_way_it_is_written() {
    for language in ["ar", "AR-eg", "he", "fa_IR", "ur"] {
        assert!(is_right_to_left(language), "{language}");
    }
    for language in ["it", "en-AR", "arn", ""] {
        assert!(!is_right_to_left(language), "{language}");
    }
}
