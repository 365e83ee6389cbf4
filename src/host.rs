//! What a browser does well and cheaply, asked for through a trait: the widget answers it
//! with `URL` and `TextDecoder` (see `shell`), everything native with crates.

#[cfg(not(target_arch = "wasm32"))]
mod calendar;
#[cfg(not(target_arch = "wasm32"))]
mod native;

#[cfg(not(target_arch = "wasm32"))]
pub use native::Native;

use crate::time::Timestamp;

/// The host's own parsers. Both follow the WHATWG standards, so that natively and in every
/// engine the same feed reads the same.
pub trait Host: Sync {
    /// Parses `address` against `base` as the [URL Standard] says and returns the
    /// serialised absolute URL; `None` when it is not a valid URL.
    ///
    /// [URL Standard]: https://url.spec.whatwg.org/#url-parsing
    fn resolve(&self, address: &str, base: Option<&str>) -> Option<String>;

    /// Decodes `bytes` by a label of the [Encoding Standard], replacing what is malformed
    /// and without looking for a byte order mark; `None` when the label names no encoding.
    ///
    /// [Encoding Standard]: https://encoding.spec.whatwg.org/#names-and-labels
    fn decode(&self, bytes: &[u8], label: &str) -> Option<String>;

    /// Minutes east of Greenwich in a zone of the [tz database], such as `Europe/Rome`, at a
    /// moment; `None` when there is no such zone.
    ///
    /// [tz database]: https://www.iana.org/time-zones
    fn zone_offset(&self, zone: &str, time: Timestamp) -> Option<i64>;

    /// The text in lower case, for comparing words. Rust's own tables for this weigh 4 KB.
    fn lower_case(&self, text: &str) -> String;
}

/// How much of a time is written out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TimeStyle {
    /// The time of day: `17:00`.
    Clock,
    /// Day and month in short, for a column: `23 nov`.
    Date,
    /// The day in words: `lunedì 23 novembre`.
    Day,
    /// The day with its year, short: `23 nov 2026`.
    DayOfYear,
    /// Date and time in full.
    Full,
}

/// A span of time, for "five minutes ago".
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TimeUnit {
    /// Minutes.
    Minute,
    /// Hours.
    Hour,
    /// Days.
    Day,
}

/// Dates, times and numbers in a reader's language: the browser's `Intl` in the widget.
/// `language` is a BCP 47 tag, `zone` an IANA name or the reader's own zone.
pub trait Calendar: Sync {
    /// Whether `zone` is the name of a time zone.
    fn knows_zone(&self, zone: &str) -> bool;

    /// A time in words.
    fn format_time(
        &self,
        time: Timestamp,
        style: TimeStyle,
        language: &str,
        zone: Option<&str>,
    ) -> String;

    /// How long ago something was.
    fn ago(&self, amount: u32, unit: TimeUnit, language: &str) -> String;

    /// A number with the language's own digits and groups.
    fn number(&self, number: u32, language: &str) -> String;
}
