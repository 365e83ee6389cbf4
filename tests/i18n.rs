//! The words the widget says, by language.
#![allow(missing_docs)]

use strillone::i18n::{LANGUAGES, Locale, Phrase, is_right_to_left};

fn comments(language: &str, number: u32) -> String {
    Locale::of(language).count(Phrase::Comments, number, &number.to_string())
}

#[test]
fn comments_are_counted_in_every_language() {
    let table = [
        (
            "ar",
            "لا تعليقات | تعليق واحد | تعليقان | 5 تعليقات | 11 تعليقًا | 21 تعليقًا",
        ),
        (
            "bn",
            "0টি মন্তব্য | 1টি মন্তব্য | 2টি মন্তব্য | 5টি মন্তব্য | 11টি মন্তব্য | 21টি মন্তব্য",
        ),
        (
            "de",
            "0 Kommentare | 1 Kommentar | 2 Kommentare | 5 Kommentare | 11 Kommentare | 21 Kommentare",
        ),
        (
            "el",
            "0 σχόλια | 1 σχόλιο | 2 σχόλια | 5 σχόλια | 11 σχόλια | 21 σχόλια",
        ),
        (
            "en",
            "0 comments | 1 comment | 2 comments | 5 comments | 11 comments | 21 comments",
        ),
        (
            "es",
            "0 comentarios | 1 comentario | 2 comentarios | 5 comentarios | 11 comentarios | 21 comentarios",
        ),
        (
            "fa",
            "0 دیدگاه | 1 دیدگاه | 2 دیدگاه | 5 دیدگاه | 11 دیدگاه | 21 دیدگاه",
        ),
        (
            "fr",
            "0 commentaire | 1 commentaire | 2 commentaires | 5 commentaires | 11 commentaires | 21 commentaires",
        ),
        (
            "he",
            "0 תגובות | תגובה אחת | שתי תגובות | 5 תגובות | 11 תגובות | 21 תגובות",
        ),
        (
            "hi",
            "0 टिप्पणी | 1 टिप्पणी | 2 टिप्पणियाँ | 5 टिप्पणियाँ | 11 टिप्पणियाँ | 21 टिप्पणियाँ",
        ),
        (
            "id",
            "0 komentar | 1 komentar | 2 komentar | 5 komentar | 11 komentar | 21 komentar",
        ),
        (
            "it",
            "Commenti (0) | Commenti (1) | Commenti (2) | Commenti (5) | Commenti (11) | Commenti (21)",
        ),
        (
            "ja",
            "コメント0件 | コメント1件 | コメント2件 | コメント5件 | コメント11件 | コメント21件",
        ),
        (
            "ko",
            "댓글 0개 | 댓글 1개 | 댓글 2개 | 댓글 5개 | 댓글 11개 | 댓글 21개",
        ),
        (
            "nl",
            "0 reacties | 1 reactie | 2 reacties | 5 reacties | 11 reacties | 21 reacties",
        ),
        (
            "pl",
            "0 komentarzy | 1 komentarz | 2 komentarze | 5 komentarzy | 11 komentarzy | 21 komentarzy",
        ),
        (
            "pt",
            "0 comentários | 1 comentário | 2 comentários | 5 comentários | 11 comentários | 21 comentários",
        ),
        (
            "ro",
            "0 comentarii | 1 comentariu | 2 comentarii | 5 comentarii | 11 comentarii | 21 de comentarii",
        ),
        (
            "ru",
            "0 комментариев | 1 комментарий | 2 комментария | 5 комментариев | 11 комментариев | 21 комментарий",
        ),
        (
            "sv",
            "0 kommentarer | 1 kommentar | 2 kommentarer | 5 kommentarer | 11 kommentarer | 21 kommentarer",
        ),
        (
            "tr",
            "0 yorum | 1 yorum | 2 yorum | 5 yorum | 11 yorum | 21 yorum",
        ),
        (
            "uk",
            "0 коментарів | 1 коментар | 2 коментарі | 5 коментарів | 11 коментарів | 21 коментар",
        ),
        (
            "ur",
            "0 تبصرے | 1 تبصرہ | 2 تبصرے | 5 تبصرے | 11 تبصرے | 21 تبصرے",
        ),
        (
            "vi",
            "0 bình luận | 1 bình luận | 2 bình luận | 5 bình luận | 11 bình luận | 21 bình luận",
        ),
        (
            "zh-hant",
            "0 則留言 | 1 則留言 | 2 則留言 | 5 則留言 | 11 則留言 | 21 則留言",
        ),
        (
            "zh",
            "0 条评论 | 1 条评论 | 2 条评论 | 5 条评论 | 11 条评论 | 21 条评论",
        ),
    ];
    for (language, sentences) in table {
        let said = [0, 1, 2, 5, 11, 21].map(|number| comments(language, number));
        assert_eq!(said.join(" | "), sentences, "{language}");
    }
    let languages: Vec<_> = LANGUAGES.iter().map(|(language, _)| *language).collect();
    assert_eq!(languages, table.map(|(language, _)| language));
}

#[test]
fn round_and_large_numbers_have_forms_of_their_own() {
    for (language, number, sentence) in [
        ("ar", 100, "100 تعليق"),
        ("ar", 103, "103 تعليقات"),
        ("ar", 111, "111 تعليقًا"),
        ("ro", 20, "20 de comentarii"),
        ("ro", 119, "119 comentarii"),
        ("ru", 111, "111 комментариев"),
        ("ru", 122, "122 комментария"),
        ("pl", 112, "112 komentarzy"),
        ("pl", 121, "121 komentarzy"),
    ] {
        assert_eq!(comments(language, number), sentence, "{language}");
    }
}

#[test]
fn italian_has_a_singular_where_the_noun_changes() {
    let fresh = |number, digits| Locale::of("it").count(Phrase::Fresh, number, digits);
    assert_eq!(fresh(1, "1"), "1 nuova notizia");
    assert_eq!(fresh(1_234, "1.234"), "1.234 nuove notizie");
}

#[test]
fn a_channel_takes_its_place_in_the_sentence() {
    let follow = |language| Locale::of(language).phrase_with(Phrase::FollowOn, "Facebook");
    assert_eq!(follow("it"), "Seguici su Facebook");
    assert_eq!(follow("en"), "Follow us on Facebook");
}

#[test]
fn what_fills_a_place_is_taken_as_it_is() {
    let sentence = Locale::of("en").phrase_with(Phrase::FollowOn, "{network} | {n}");
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
        ("pt-BR", "pt"),
        ("iw", "he"),
        ("zh-CN", "zh"),
        ("zh-TW", "zh-hant"),
        ("zh-Hant-HK", "zh-hant"),
        ("zh-Hans-HK", "zh"),
    ] {
        assert_eq!(Locale::of(asked).tag(), found, "{asked:?}");
    }
}

#[test]
fn every_language_says_everything_and_fills_every_place() {
    for (language, texts) in LANGUAGES {
        let words = Locale::of(language);
        assert_eq!(words.tag(), *language);
        assert!(
            texts.lines().all(|text| !text.trim().is_empty()),
            "{language}"
        );
        for (message, place) in [
            (Phrase::FollowOn, "{network}"),
            (Phrase::AsOf, "{time}"),
            (Phrase::Updated, "{time}"),
        ] {
            let text = words.phrase(message);
            assert_eq!(text.matches(place).count(), 1, "{language}: {text}");
        }
        // Forms for one and two may spell the number out, the general form never.
        for message in [Phrase::Comments, Phrase::Fresh] {
            let general = words.phrase(message).rsplit('|').next().unwrap_or_default();
            assert_eq!(general.matches("{n}").count(), 1, "{language}: {general}");
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
