//! Language tags as people and systems spell them.

/// The BCP 47 tag that is meant by `pt_BR`, `zh_Hant_TW` or `it_IT.UTF-8`; `None` where nothing
/// is written. Case says nothing in a tag ([RFC 5646 §2.1.1]).
///
/// [RFC 5646 §2.1.1]: https://www.rfc-editor.org/rfc/rfc5646#section-2.1.1
pub fn tag(text: &str) -> Option<String> {
    // POSIX writes the encoding behind a dot, and variants behind an `@`; some write several
    // languages, or explain one in brackets.
    let is_part = |letter: char| letter.is_ascii_alphanumeric() || matches!(letter, '-' | '_');
    let tag = text.trim_ascii();
    let tag = tag
        .split(|letter| !is_part(letter))
        .next()
        .unwrap_or_default();
    let tag = tag.trim_matches(['_', '-']);
    let hyphen = |letter: char| if letter == '_' { '-' } else { letter };
    (!tag.is_empty()).then(|| tag.chars().map(hyphen).collect())
}
