//! Which way does this text run?

/// The value of `dir` for a text whose feed or page says that it is in `language`.
///
/// Many feeds say `en-US`, as their system does by default, and write Arabic. So the letters
/// are counted, and the label only decides what they leave open. The first letter alone does
/// not decide, as it does with `dir="auto"`: headlines begin with names of other scripts.
pub fn direction(text: &str, language: Option<&str>) -> &'static str {
    let label = language.map(is_right_to_left);
    let (mut rtl, mut ltr) = (0_usize, 0_usize);
    for letter in text.chars() {
        if is_letter_to_left(letter) {
            rtl += 1;
        } else if is_letter_to_right(letter) {
            ltr += 1;
        }
    }
    let is_to_left = match label {
        _ if rtl == 0 && ltr == 0 => match label {
            Some(label) => label,
            None => return "auto",
        },
        // A text may name much that is written in Latin letters, and still run to the left.
        Some(true) => rtl * 8 > ltr,
        _ => rtl * 2 > ltr,
    };
    if is_to_left { "rtl" } else { "ltr" }
}

/// Whether a language is written from right to left: its script decides, where it is said.
pub fn is_right_to_left(language: &str) -> bool {
    let mut parts = language.split(['-', '_']);
    let primary = parts.next().unwrap_or_default();
    let is_listed = |part: &str, list: &str| {
        let mut known = list.split(' ');
        known.any(|known| part.eq_ignore_ascii_case(known))
    };
    match parts.find(|part| part.len() == 4) {
        Some(script) => is_listed(script, "arab hebr thaa syrc nkoo adlm"),
        None => is_listed(primary, "ar he iw fa ur ps sd ug yi dv ckb arc syr nqo"),
    }
}

/// Hebrew, Arabic, Syriac, Thaana, N'Ko and related scripts, and their presentation forms.
fn is_letter_to_left(letter: char) -> bool {
    matches!(letter,
        '\u{5d0}'..='\u{5f2}' | '\u{620}'..='\u{64a}' | '\u{66e}'..='\u{6d5}'
        | '\u{6ee}'..='\u{6ef}' | '\u{6fa}'..='\u{8ff}' | '\u{fb1d}'..='\u{fdff}'
        | '\u{fe70}'..='\u{fefc}' | '\u{10800}'..='\u{10fff}' | '\u{1e800}'..='\u{1efff}')
}

/// Everything else that is a letter, roughly: digits, signs and emoji run neither way.
fn is_letter_to_right(letter: char) -> bool {
    matches!(letter,
        'A'..='Z' | 'a'..='z' | '\u{c0}'..='\u{2af}' | '\u{370}'..='\u{58f}'
        | '\u{900}'..='\u{1fff}' | '\u{3040}'..='\u{d7a3}')
}
