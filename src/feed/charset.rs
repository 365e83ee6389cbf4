//! The bytes of a document → characters.

use std::borrow::Cow;

use super::problem::{ProblemKind, Problems, excerpt};
use crate::platform::Platform;

/// The characters of `bytes` and the name of their encoding: by the byte order mark, else by
/// what HTTP says, else by the XML declaration, else UTF-8.
pub(super) fn decode<'a>(
    bytes: &'a [u8],
    http: Option<&str>,
    platform: &dyn Platform,
    problems: &mut Problems,
) -> (Cow<'a, str>, String) {
    let (bytes, marked) = match bytes {
        [0xEF, 0xBB, 0xBF, rest @ ..] => (rest, Some("utf-8")),
        [0xFF, 0xFE, rest @ ..] => (rest, Some("utf-16le")),
        [0xFE, 0xFF, rest @ ..] => (rest, Some("utf-16be")),
        [b'<', 0, ..] => (bytes, Some("utf-16le")),
        [0, b'<', ..] => (bytes, Some("utf-16be")),
        _ => (bytes, None),
    };
    let declared = declared(bytes);
    let labels = [marked, http, declared.as_deref()];
    for label in labels.into_iter().flatten() {
        let label = label.trim().to_ascii_lowercase();
        if label == "utf-8" || label == "utf8" {
            break;
        }
        match platform.decode(bytes, &label) {
            Some(text) => return (Cow::Owned(text), label),
            None => problems.report(None, ProblemKind::UnknownEncoding(excerpt(&label))),
        }
    }
    match std::str::from_utf8(bytes) {
        Ok(text) => (Cow::Borrowed(text), "utf-8".to_owned()),
        Err(_) => {
            problems.report(None, ProblemKind::InvalidBytes);
            let text = platform.decode(bytes, "windows-1252").unwrap_or_default();
            (Cow::Owned(text), "windows-1252".to_owned())
        }
    }
}

/// The encoding that an XML declaration names.
fn declared(bytes: &[u8]) -> Option<String> {
    let head: String = bytes
        .iter()
        .take(256)
        .map(|byte| char::from(*byte))
        .collect();
    let start = head.find("<?xml")?;
    let (declaration, _) = head.get(start..)?.split_once("?>")?;
    let (_, value) = declaration.split_once("encoding")?;
    let value = value.trim_start().strip_prefix('=')?.trim_start();
    let quote = value
        .chars()
        .next()
        .filter(|quote| matches!(quote, '"' | '\''))?;
    let (label, _) = value.get(1..)?.split_once(quote)?;
    Some(label.trim().to_owned())
}
