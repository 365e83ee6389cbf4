//! Whether a text begins with what was said already.

/// What stands at the end of a link or an emphasis in a text that is looked at here: no text
/// of a feed has it, because control characters are left out.
pub const MARK: &str = "\u{1}";

/// The beginning of a text that says again what was said.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Echo {
    /// How many letters it has.
    pub letters: usize,
    /// Whether the sentence goes on behind it, where the headline was cut.
    pub is_cut: bool,
}

impl Echo {
    /// What is left of the text.
    pub fn rest(self, text: &str) -> &str {
        let last = text
            .char_indices()
            .filter(|(_, letter)| is_letter(*letter))
            .nth(self.letters.saturating_sub(1));
        let Some((at, letter)) = last.filter(|_| self.letters > 0) else {
            return text;
        };
        let rest = text.get(at + letter.len_utf8()..).unwrap_or_default();
        trim_separators(rest)
    }
}

/// What of a text says `said` again: nothing unless the text begins with all of it, or says
/// nothing else than a beginning of it. Only letters and digits are compared.
///
/// "Storm closes pass" is said again in "Storm closes pass. Drivers wait", but not in "Storm
/// closes pass for days": without its beginning that is no sentence.
pub fn find(text: &str, said: &str) -> Option<Echo> {
    let mut wanted = said.chars().filter(|letter| is_letter(*letter));
    let mut next = wanted.next()?;
    let mut letters = 0;
    let mut before_word = 0;
    let mut was_space = true;
    for (at, letter) in text.char_indices() {
        if !is_letter(letter) {
            was_space |= is_space(letter);
            continue;
        }
        if was_space {
            before_word = letters;
            was_space = false;
        }
        if fold(letter) != fold(next) {
            return None;
        }
        letters += 1;
        if let Some(another) = wanted.next() {
            next = another;
            continue;
        }
        let rest = text.get(at + letter.len_utf8()..).unwrap_or_default();
        let end = said.trim_end_matches([']', ')', ' ']);
        let was_cut = end.ends_with('…') || end.ends_with("..");
        if ends_sentence(rest, said, was_cut) {
            return Some(Echo {
                letters,
                is_cut: false,
            });
        }
        let is_within_word = rest.chars().next().is_some_and(is_letter);
        return was_cut.then_some(Echo {
            letters: if is_within_word { before_word } else { letters },
            is_cut: true,
        });
    }
    (letters > 0).then_some(Echo {
        letters,
        is_cut: false,
    })
}

/// Whether two texts have the same letters.
pub fn are_same(one: &str, other: &str) -> bool {
    letters_behind(one, other) == Some(0) && one.chars().any(is_letter)
}

/// How many letters a text has behind those that it begins with, if it begins with them.
pub fn letters_behind(text: &str, said: &str) -> Option<usize> {
    let mut text = text.chars().filter(|letter| is_letter(*letter));
    for letter in said.chars().filter(|letter| is_letter(*letter)) {
        if fold(text.next()?) != fold(letter) {
            return None;
        }
    }
    Some(text.count())
}

/// A title without the name of the paper at its end, as in "Title - Paper".
pub fn without_source(title: String, source: Option<&str>) -> String {
    let is_dash = |letter| {
        matches!(
            letter,
            '-' | '–' | '—' | '―' | '−' | '|' | '·' | '•' | '/' | '('
        )
    };
    let mut dashes = title.char_indices().filter(|(_, letter)| is_dash(*letter));
    let end = source.and_then(|source| {
        dashes.find(|(at, dash)| {
            let rest = title.get(at + dash.len_utf8()..).unwrap_or_default();
            *at > 0 && are_same(rest, source)
        })
    });
    let kept = end.and_then(|(at, _)| title.get(..at));
    match kept.map(str::trim_end) {
        Some(kept) if !kept.is_empty() => kept.to_owned(),
        _ => title,
    }
}

/// Whether what follows begins something new: behind what was cut, only what parts sentences
/// says so.
fn ends_sentence(rest: &str, said: &str, was_cut: bool) -> bool {
    let said_ends = !was_cut
        && said.trim_end().ends_with([
            '.', '!', '?', '…', ':', '»', '。', '\u{ff01}', '\u{ff1f}', '؟',
        ]);
    let (mut is_parted, mut is_marked) = (false, false);
    let mut letters = rest.chars().peekable();
    while let Some(letter) = letters.next() {
        let is_before_letter = letters.peek().is_some_and(|next| is_letter(*next));
        match letter {
            '\n' => return true,
            '\u{1}' => is_marked = true,
            _ if is_space(letter) => is_parted = true,
            '.' | '!' | '?' | ':' | '…' | '|' | '·' | '•' | '—' => {
                return is_parted || !is_before_letter;
            }
            '。' | '\u{ff01}' | '\u{ff1f}' | '\u{ff1a}' | '؟' => return true,
            '-' | '–' => return is_parted,
            ',' | ';' | '،' => return false,
            _ if is_letter(letter) => {
                return (said_ends && is_parted) || (is_marked && !is_lower(letter));
            }
            // Quotation marks and brackets.
            _ => {}
        }
    }
    true
}

/// A text without what parted it from what stood before it.
pub fn trim_separators(text: &str) -> &str {
    text.trim_start_matches(is_separator)
}

/// Whether a character only parts what stands around it.
pub fn is_separator(letter: char) -> bool {
    is_space(letter)
        || matches!(
            letter,
            '\u{1}'
                | '.'
                | ','
                | ';'
                | ':'
                | '!'
                | '?'
                | '…'
                | '|'
                | '·'
                | '•'
                | '—'
                | '–'
                | '-'
                | '»'
                | '”'
                | '’'
                | ')'
                | ']'
                | '。'
                | '\u{ff0c}'
                | '\u{ff01}'
                | '\u{ff1f}'
                | '\u{ff1a}'
                | '،'
                | '؛'
                | '؟'
        )
}

fn is_space(letter: char) -> bool {
    matches!(letter, '\0'..=' ' | '\u{a0}' | '\u{2000}'..='\u{200f}' | '\u{202f}' | '\u{3000}')
        && letter != '\u{1}'
}

/// Whether a character is more than punctuation. Blocks of Unicode, because its tables weigh
/// more than they are worth here.
pub fn is_letter(letter: char) -> bool {
    match letter {
        '\0'..='\u{7f}' => letter.is_ascii_alphanumeric(),
        '\u{80}'..='\u{bf}' | '×' | '÷' | '،' | '؛' | '؟' | '۔' => false,
        '\u{2000}'..='\u{206f}' | '\u{2e00}'..='\u{2e7f}' | '\u{3000}'..='\u{303f}' => false,
        '\u{fe00}'..='\u{fe6f}' | '\u{feff}'..='\u{ff0f}' | '\u{ff1a}'..='\u{ff20}' => false,
        _ => true,
    }
}

/// The small letter of a large one of Latin, Greek or Cyrillic, without Unicode's tables.
fn fold(letter: char) -> char {
    let distance = match letter {
        'A'..='Z' | 'À'..='Þ' | 'Α'..='Ω' | 'А'..='Я' => 32,
        'Ѐ'..='Џ' => 80,
        _ => return letter,
    };
    char::from_u32(u32::from(letter) + distance).unwrap_or(letter)
}

/// Whether a letter is a small one of a script that has small and large ones.
fn is_lower(letter: char) -> bool {
    matches!(letter, 'a'..='z' | 'ß'..='ÿ' | 'ά'..='ώ' | 'а'..='џ')
}
