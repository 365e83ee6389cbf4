//! A shortened text ends where a grapheme ends, by the full tables of Unicode.

#![allow(missing_docs, clippy::unwrap_used)]

use strillone::feed::summary::shorten;
use unicode_segmentation::UnicodeSegmentation;

#[test]
fn a_summary_is_never_cut_inside_a_grapheme() {
    // https://unicode.org/reports/tr29/
    for text in [
        "Unparolamoltolunga con accenti combinati: cafe\u{301}e\u{301}e\u{301}e\u{301}",
        "e\u{301}e\u{301}e\u{301}e\u{301}e\u{301}e\u{301}e\u{301}e\u{301}e\u{301}e\u{301}",
        "👨‍👩‍👧‍👦👨‍👩‍👧‍👦👨‍👩‍👧‍👦👨‍👩‍👧‍👦 family family",
        "🇮🇹🇫🇷🇩🇪🇪🇸🇵🇹🇳🇱🇧🇪🇦🇹",
        "क्षत्रियक्षत्रियक्षत्रियक्षत्रिय",
        "ประเทศไทยน้ำใจดีที่นี่เป็นข่าว",
        "각각각각각각 한국어뉴스입니다",
        "がぎぐげごか\u{3099}き\u{3099}く\u{3099}",
        "مُحَمَّدٌ مُحَمَّدٌ مُحَمَّدٌ",
        "a\u{200d}b\u{200d}c\u{200d}d\u{200d}e",
        "1️⃣2️⃣3️⃣4️⃣5️⃣6️⃣",
    ] {
        let ends: Vec<usize> = text
            .grapheme_indices(true)
            .map(|(at, grapheme)| at + grapheme.len())
            .chain([0])
            .collect();
        for characters in 0..40 {
            let short = shorten(text, characters);
            assert!(short.chars().count() <= characters.max(1), "{short}");
            if let Some(kept) = short.strip_suffix('…') {
                assert!(text.starts_with(kept));
                assert!(
                    ends.contains(&kept.len()),
                    "{text} at {characters}: {short}"
                );
            }
        }
    }
}
