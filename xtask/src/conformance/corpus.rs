//! The corpora that the reader is checked against.

use std::path::PathBuf;

use crate::packages;

/// Where the corpora are.
pub struct Corpus {
    /// feedparser's `tests` folder.
    pub feedparser: PathBuf,
    /// bleach's `tests` folder.
    pub bleach: PathBuf,
    /// DOMPurify's list of payloads.
    pub dompurify: PathBuf,
}

/// Fetches what is not there yet; `None` when a registry cannot be reached.
pub fn fetch() -> Option<Corpus> {
    Some(Corpus {
        feedparser: packages::python("feedparser", "6.0.14")?.join("tests"),
        bleach: packages::python("bleach", "6.4.0")?.join("tests"),
        dompurify: packages::npm("dompurify", "0.6.7")?.join("test/fixtures/expect.js"),
    })
}
