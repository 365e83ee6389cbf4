//! The characters of dates: digits of all scripts, letters, and where words end.

use crate::host::Host;

/// In lower case, with the digits of all scripts as ASCII's.
pub(super) fn normal(text: &str, host: &dyn Host) -> String {
    if text.is_ascii() {
        return text.to_ascii_lowercase();
    }
    let mut normal = String::with_capacity(text.len());
    let mut before = ' ';
    for letter in host.lower_case(text).chars() {
        // The dot of the Turkish capital I, and those of Thai abbreviations, part no words.
        if letter != '\u{307}' && !(letter == '.' && is_thai(before)) {
            normal.push(digit(letter).map_or(letter, char::from));
        }
        before = letter;
    }
    normal
}

pub(super) fn is_thai(letter: char) -> bool {
    matches!(letter, '\u{e00}'..='\u{e7f}')
}

/// A digit of Arabic, Persian, Hindi, Bengali, Thai, or written wide, as ASCII's.
pub(super) fn digit(letter: char) -> Option<u8> {
    let code = u32::from(letter);
    [0x30, 0x660, 0x6f0, 0x966, 0x9e6, 0xe50, 0xff10]
        .into_iter()
        .filter_map(|zero| code.checked_sub(zero))
        .find(|value| *value < 10)
        .map(|value| b'0' + value as u8)
}

/// Letters of all scripts. Without a table: what is not ASCII and parts no words is one.
pub(super) fn is_letter(letter: char) -> bool {
    letter.is_ascii_alphabetic()
        || (letter >= '\u{aa}'
            && !matches!(letter,
                '\u{b7}' | '\u{ab}' | '\u{bb}' | '\u{60c}' | '\u{2000}'..='\u{206f}'
                | '\u{2212}' | '\u{3000}'..='\u{303f}' | '\u{ff00}'..='\u{ff1f}' | '\u{feff}'))
}

/// A word, or the name of a zone by place, such as `America/Argentina/Buenos_Aires`.
pub(super) fn take_word(text: &str) -> (&str, &str) {
    // Arabic gives a month two names: `تشرين الثاني/نوفمبر`.
    let is_ascii = text.starts_with(|first: char| first.is_ascii());
    let is_part = |letter: char| is_letter(letter) || letter == '_' || (letter == '/' && is_ascii);
    let end = text.find(|letter| !is_part(letter)).unwrap_or(text.len());
    let (mut word, mut rest) = text.split_at_checked(end).unwrap_or((text, ""));
    // `etc/gmt+1`, `america/port-au-prince`, and not `25/dec/2024`
    if word.trim_end_matches('/').contains('/') {
        let end = text.find([' ', ')', ',']).unwrap_or(text.len());
        (word, rest) = text.split_at_checked(end).unwrap_or((text, ""));
    }
    (word.trim_end_matches('/'), rest)
}
