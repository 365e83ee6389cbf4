//! The platform for everything that does not run in a browser: tests, `xtask`, benches.

use super::Host;
use crate::time::Timestamp;

/// Answers with the crates `url`, `encoding_rs` and `jiff`.
#[derive(Clone, Copy, Debug)]
pub struct Native;

impl Host for Native {
    fn resolve(&self, address: &str, base: Option<&str>) -> Option<String> {
        // What has a scheme and a host of its own needs no base.
        let whole = address.starts_with("https://") || address.starts_with("http://");
        let base = match base.filter(|_| !whole) {
            Some(base) => Some(url::Url::parse(base).ok()?),
            None => None,
        };
        url::Url::options()
            .base_url(base.as_ref())
            .parse(address)
            .ok()
            .map(String::from)
    }

    fn decode(&self, bytes: &[u8], label: &str) -> Option<String> {
        let encoding = encoding_rs::Encoding::for_label(label.as_bytes())?;
        Some(encoding.decode_without_bom_handling(bytes).0.into_owned())
    }

    fn zone_offset(&self, zone: &str, time: Timestamp) -> Option<i64> {
        let zone = jiff::tz::TimeZone::get(zone).ok()?;
        let time = jiff::Timestamp::from_millisecond(time.0).ok()?;
        Some(i64::from(zone.to_offset(time).seconds() / 60))
    }

    fn lower_case(&self, text: &str) -> String {
        text.to_lowercase()
    }
}
