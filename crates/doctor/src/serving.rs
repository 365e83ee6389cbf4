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
    let mut findings = Vec::new();
    let mut find = |is_wrong: bool, finding: Finding| findings.extend(is_wrong.then_some(finding));
    // https://fetch.spec.whatwg.org/#cors-check
    let allowed = header("access-control-allow-origin");
    find(
        !matches!(allowed.as_deref().map(str::trim), Some("*" | ORIGIN)),
        Finding {
            is_fatal: true,
            message: "Browsers do not let other sites read this feed (no CORS).",
            mend: "Let the server answer with the header “Access-Control-Allow-Origin: *”, also \
                   when it answers 304.",
        },
    );
    find(
        address.upgraded() != *address,
        Finding {
            is_fatal: true,
            message: "The feed comes over http, which browsers refuse on pages over https.",
            mend: "Serve the feed over https.",
        },
    );
    find(
        !is_compressed,
        Finding {
            is_fatal: false,
            message: "The feed is not compressed, so that readers load several times as much.",
            mend: "Turn on gzip or Brotli for XML and JSON in the server.",
        },
    );
    let has = |name| header(name).is_some_and(|value| !value.trim().is_empty());
    find(
        !has("etag") && !has("last-modified"),
        Finding {
            is_fatal: false,
            message: "Each refresh loads the whole feed, changed or not.",
            mend: "Let the server answer with “ETag” or “Last-Modified”.",
        },
    );
    findings
}
