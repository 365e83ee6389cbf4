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
fn find_bytes(text: &str, mark: &[u8]) -> Option<usize> {
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

/// A text in which many marks are looked for, with the pairs of bytes that stand side by side in
/// it, as far as its bits tell them apart: a mark of which a pair is missing is not there.
pub struct Pairs<'a> {
    text: &'a str,
    bits: [u64; Pairs::WORDS],
}

impl<'a> Pairs<'a> {
    const WORDS: usize = 16;

    /// The pairs of a text.
    pub fn of(text: &'a str) -> Pairs<'a> {
        work::count(text.len());
        let mut bits = [0; Pairs::WORDS];
        let bytes = text.as_bytes();
        for (first, second) in bytes.iter().zip(bytes.iter().skip(1)) {
            let (word, bit) = Pairs::place(*first, *second);
            bits.get_mut(word).into_iter().for_each(|word| *word |= bit);
        }
        Pairs { text, bits }
    }

    /// Whether one of some marks occurs, which are of ASCII and parted by spaces.
    pub fn hold_any(&self, marks: &str) -> bool {
        let mut from = 0;
        while from < marks.len() {
            let end = position(marks, b' ', from).unwrap_or(marks.len());
            let mark = marks.as_bytes().get(from..end).unwrap_or_default();
            from = end + 1;
            let mut pairs = mark.iter().zip(mark.iter().skip(1));
            let may_occur = pairs.all(|(first, second)| {
                let (word, bit) = Pairs::place(*first, *second);
                self.bits.get(word).is_some_and(|word| word & bit != 0)
            });
            if may_occur && find_bytes(self.text, mark).is_some() {
                return true;
            }
        }
        false
    }

    fn place(first: u8, second: u8) -> (usize, u64) {
        let number = usize::from(first) * 37 + usize::from(second);
        (number / 64 % Pairs::WORDS, 1 << (number % 64))
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
    let Some(first) = word.bytes().next() else {
        return false;
    };
    let bytes = list.as_bytes();
    let is_end = |at: usize| bytes.get(at).is_none_or(|byte| *byte == b' ');
    let mut from = 0;
    while let Some(at) = position(list, first, from) {
        from = at + 1;
        let begins = at == 0 || is_end(at - 1);
        let found = bytes.get(at..at + word.len());
        if begins && is_end(at + word.len()) && found == Some(word.as_bytes()) {
            return true;
        }
    }
    false
}
