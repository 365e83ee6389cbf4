//! The bytes of a document → characters.

use std::borrow::Cow;

use super::problem::{ProblemKind, Problems};
use super::scan;
use crate::host::Host;

/// The characters of `bytes` and the label of their encoding in lower case: by the byte order
/// mark, else by what HTTP says, else by the XML declaration, else UTF-8 ([XML, appendix F]).
/// A label that is none of the Encoding Standard is passed over.
///
/// [XML, appendix F]: https://www.w3.org/TR/xml/#sec-guessing
pub fn decode<'a>(
    bytes: &'a [u8],
    http: Option<&str>,
    host: &dyn Host,
    problems: &mut Problems,
) -> (Cow<'a, str>, String) {
    let (bytes, marked) = match bytes {
        [0xEF, 0xBB, 0xBF, rest @ ..] => (rest, "utf-8"),
        [0xFF, 0xFE, 0, 0, rest @ ..] => (rest, "utf-32le"),
        [0, 0, 0xFE, 0xFF, rest @ ..] => (rest, "utf-32be"),
        [0xFF, 0xFE, rest @ ..] => (rest, "utf-16le"),
        [0xFE, 0xFF, rest @ ..] => (rest, "utf-16be"),
        [b'<', 0, 0, 0, ..] => (bytes, "utf-32le"),
        [0, 0, 0, b'<', ..] => (bytes, "utf-32be"),
        [b'<' | b'{' | b'[', 0, ..] => (bytes, "utf-16le"),
        [0, b'<' | b'{' | b'[', ..] => (bytes, "utf-16be"),
        _ => (bytes, ""),
    };
    match marked {
        "utf-32le" => return (utf_32(bytes, u32::from_le_bytes), marked.to_owned()),
        "utf-32be" => return (utf_32(bytes, u32::from_be_bytes), marked.to_owned()),
        _ => {}
    }
    let declared = declared(bytes);
    for label in [marked, http.unwrap_or_default(), &declared] {
        let label = label_of(label);
        // A declaration that could be read byte by byte is not written in UTF-16.
        let wide = label.starts_with("utf-16") && marked.is_empty();
        if label.is_empty() || wide {
            continue;
        }
        if label == "utf-8" || (is_western(&label) && is_wide_utf_8(bytes)) {
            break;
        }
        match host.decode(bytes, &label) {
            Some(text) => return (Cow::Owned(text), label),
            None => problems.report(None, ProblemKind::UnknownEncoding, &label),
        }
    }
    utf_8(bytes, host, problems)
}

/// Whether a label is one that servers and templates give without looking at what they send.
fn is_western(label: &str) -> bool {
    let labels = [
        "iso-8859-",
        "iso8859",
        "latin",
        "windows-125",
        "cp125",
        "us-ascii",
        "ascii",
    ];
    labels.iter().any(|known| label.starts_with(known))
}

/// Whether bytes are UTF-8, and not only ASCII: texts of another encoding are not so by chance.
fn is_wide_utf_8(bytes: &[u8]) -> bool {
    !bytes.is_ascii() && std::str::from_utf8(bytes).is_ok()
}

/// UTF-8, or what is taken for it: where fewer characters are written as UTF-8 writes them than
/// are not, it is mistaken for the encoding that most such feeds are written in.
fn utf_8<'a>(bytes: &'a [u8], host: &dyn Host, problems: &mut Problems) -> (Cow<'a, str>, String) {
    let error = match std::str::from_utf8(bytes) {
        Ok(text) => return (Cow::Borrowed(text), "utf-8".to_owned()),
        Err(error) => error,
    };
    problems.report(Some(error.valid_up_to()), ProblemKind::InvalidBytes, "");
    let text = host.decode(bytes, "utf-8").unwrap_or_default();
    let (mut right, mut wrong) = (0_u32, 0_u32);
    for character in text.chars() {
        right += u32::from(!character.is_ascii() && character != '\u{fffd}');
        wrong += u32::from(character == '\u{fffd}');
    }
    if right > 0 && right >= wrong {
        return (Cow::Owned(text), "utf-8".to_owned());
    }
    let text = host.decode(bytes, "windows-1252").unwrap_or_default();
    (Cow::Owned(text), "windows-1252".to_owned())
}

/// UTF-32, which no browser decodes.
fn utf_32<'a>(bytes: &[u8], number: fn([u8; 4]) -> u32) -> Cow<'a, str> {
    let (quads, _) = bytes.as_chunks::<4>();
    let characters = quads
        .iter()
        .map(|quad| char::from_u32(number(*quad)).unwrap_or('\u{fffd}'));
    Cow::Owned(characters.collect())
}

/// The encoding that an XML declaration names.
fn declared(bytes: &[u8]) -> String {
    let head = bytes.iter().take(256).map(|byte| char::from(*byte));
    let head: String = head.collect();
    let label = || {
        let (_, declaration) = scan::split(&head, "<?xml")?;
        let (declaration, _) = declaration.split_once('>')?;
        let (_, value) = scan::split(declaration, "encoding")?;
        let value = value
            .trim_ascii_start()
            .strip_prefix('=')?
            .trim_ascii_start();
        let quote = value.chars().next()?;
        let (label, _) = value.get(1..)?.split_once(quote)?;
        Some(label.to_owned())
    };
    label().unwrap_or_default()
}

/// Other names of windows-1250 and those that follow.
const MICROSOFT: [&str; 7] = [
    "ms-ee", "ms-cyrl", "ms-ansi", "ms-greek", "ms-turk", "ms-hebr", "ms-arab",
];

/// A label in lower case. Some that feeds use are not in the Encoding Standard, though what
/// they name is.
fn label_of(label: &str) -> String {
    let label = label.trim_matches([' ', '"', '\'']).to_ascii_lowercase();
    let label: String = label
        .chars()
        .map(|character| if character == '_' { '-' } else { character })
        .collect();
    if let Some(place) = MICROSOFT.iter().position(|known| *known == label) {
        let digit = char::from_digit(place as u32, 10);
        return "windows-125".chars().chain(digit).collect();
    }
    match label.as_str() {
        "utf8" => "utf-8",
        "cp874" => "windows-874",
        "mac-roman" | "macroman" => "macintosh",
        "mac-cyrillic" | "maccyrillic" => "x-mac-cyrillic",
        label => label,
    }
    .to_owned()
}
