//! How a server answers: may other sites read it, and does it cost more than it must?

use strillone::address::WebAddress;

use super::Finding;

/// The site that asks, as far as the server knows: any but its own.
pub const ORIGIN: &str = "https://partner.example";

/// What is wrong with an answer from `address`, by its headers. `is_compressed` says whether an
/// answer of this kind came compressed when that was asked for.
pub fn served(
    address: &WebAddress,
    header: &dyn Fn(&str) -> Option<String>,
    is_compressed: bool,
) -> Vec<Finding> {
    // https://fetch.spec.whatwg.org/#cors-check
    let allowed = header("access-control-allow-origin");
    let has = |name| header(name).is_some_and(|value| !value.trim().is_empty());
    let checks = [
        (
            Finding::NotReadable,
            !matches!(allowed.as_deref().map(str::trim), Some("*" | ORIGIN)),
        ),
        (Finding::Insecure, address.upgraded() != *address),
        (Finding::Uncompressed, !is_compressed),
        (
            Finding::Unconditional,
            !has("etag") && !has("last-modified"),
        ),
    ];
    let found = checks.into_iter().filter(|(_, is_wrong)| *is_wrong);
    found.map(|(finding, _)| finding).collect()
}
