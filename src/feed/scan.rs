//! Small tools on texts. They are not generic, so that each is in the artefact once, where
//! the standard library's would be there once for every kind of pattern and number.

use super::work;

/// Where `byte`, one of ASCII, occurs at `from` or behind it.
pub fn position(text: &str, byte: u8, from: usize) -> Option<usize> {
    let rest = text.as_bytes().get(from..)?;
    // Natively, feeds of many megabytes come by; in the artefact every byte counts.
    #[cfg(not(target_arch = "wasm32"))]
    let at = memchr::memchr(byte, rest);
    #[cfg(target_arch = "wasm32")]
    let at = rest.iter().position(|found| *found == byte);
    work::count(at.unwrap_or(rest.len()));
    Some(from + at?)
}

/// Where `mark` occurs first.
pub fn find(text: &str, mark: &str) -> Option<usize> {
    find_bytes(text, mark.as_bytes())
}

/// The same for a mark of ASCII that is given as bytes.
pub fn find_bytes(text: &str, mark: &[u8]) -> Option<usize> {
    let first = *mark.first()?;
    let second = mark.get(1);
    let mut from = 0;
    loop {
        let at = position(text, first, from)?;
        let rest = text.as_bytes().get(at..)?;
        // Addresses are full of slashes: one look at the next byte spares most comparisons.
        if (second.is_none() || rest.get(1) == second) && rest.starts_with(mark) {
            return Some(at);
        }
        from = at + 1;
    }
}

/// What stands before and behind the first `mark`.
pub fn split<'a>(text: &'a str, mark: &str) -> Option<(&'a str, &'a str)> {
    let at = find(text, mark)?;
    Some((text.get(..at)?, text.get(at + mark.len()..)?))
}

/// A whole number in decimal digits, white space around it or not.
pub fn number(text: &str) -> Option<u64> {
    digits(text.trim_ascii(), 10)
}

/// The same for numbers that fit four bytes.
pub fn small_number(text: &str) -> Option<u32> {
    u32::try_from(number(text)?).ok()
}

/// A number in digits of a base up to 16, nothing else.
pub fn digits(text: &str, base: u32) -> Option<u64> {
    let mut number: Option<u64> = None;
    for character in text.chars() {
        let digit = u64::from(character.to_digit(base)?);
        number = Some(
            number
                .unwrap_or(0)
                .checked_mul(u64::from(base))?
                .checked_add(digit)?,
        );
    }
    number
}

/// Whether a list of words parted by spaces has this word.
pub fn is_listed(word: &str, list: &str) -> bool {
    let mut listed = list.as_bytes().split(|byte| *byte == b' ');
    !word.is_empty() && listed.any(|listed| listed == word.as_bytes())
}
