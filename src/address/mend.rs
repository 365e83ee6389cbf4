//! Addresses as people write them: without a scheme, or with that of feed readers.

use std::borrow::Cow;

/// The ends of host names that are taken for one where no scheme says so, besides those of two
/// letters, which are countries' (`example` is for documents: RFC 2606).
const TOP_LEVEL: &str = "com org net info news edu gov int app dev blog site online press media \
    social radio live today world city shop biz name cat eus gal example";

/// Ends of two letters that are files' more often than hosts'.
const FILES: &str = "js md gz ts py rb";

/// The address that is meant where the scheme is missing or a feed reader's; else the text.
pub(super) fn mended(text: &str) -> Cow<'_, str> {
    let text = text.trim_ascii();
    // `feed://news.example/rss`, `feed:https://news.example/rss`
    let begins = text.get(..5).unwrap_or_default();
    let rest = if begins.eq_ignore_ascii_case("feed:") {
        text.get(5..).unwrap_or_default()
    } else {
        text
    };
    let is_feed = rest.len() < text.len();
    if is_feed && !rest.starts_with("//") && super::behind_scheme(rest).is_some() {
        return Cow::Borrowed(rest);
    }
    let bare = rest.strip_prefix("//").filter(|_| is_feed);
    match bare {
        Some(bare) => Cow::Owned(["https://", bare].concat()),
        None if begins_with_host(text) => Cow::Owned(["https://", text].concat()),
        None if is_mailbox(text) => Cow::Owned(["mailto:", text].concat()),
        None => Cow::Borrowed(text),
    }
}

/// `desk@news.example`
fn is_mailbox(text: &str) -> bool {
    let is_host = |host: &str| begins_with_host(host) && !host.contains(['/', '?', '#', ':']);
    let parts = text.split_once('@');
    parts.is_some_and(|(name, host)| {
        !name.is_empty() && !name.contains(['/', '?', '#', ':', ' ']) && is_host(host)
    })
}

/// Whether the first part of a path is the name of a host: `www.news.example/a`, `news.it:8080`.
fn begins_with_host(text: &str) -> bool {
    let end = text.find(['/', '?', '#']).unwrap_or(text.len());
    let first = text.get(..end).unwrap_or_default();
    let (name, port) = first.split_once(':').unwrap_or((first, ""));
    let is_port = port.bytes().all(|byte| byte.is_ascii_digit());
    let is_label = |label: &str| {
        let is_part = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'-' || byte >= 0x80;
        !label.is_empty() && !label.starts_with('-') && label.bytes().all(is_part)
    };
    let mut labels = name.split('.');
    if !is_port || !labels.clone().all(is_label) {
        return false;
    }
    let last = labels.next_back().unwrap_or_default().to_ascii_lowercase();
    let Some(before) = labels.next_back() else {
        return false;
    };
    let is_among = |words: &str| words.split(' ').any(|word| word == last);
    let begins_with_www = name
        .get(..4)
        .is_some_and(|start| start.eq_ignore_ascii_case("www."));
    let is_country =
        last.len() == 2 && last.bytes().all(|byte| byte.is_ascii_alphabetic()) && !is_among(FILES);
    // `v1.2`, `1.it`: a number alone is a version, or a page.
    let is_named = before.bytes().any(|byte| !byte.is_ascii_digit());
    begins_with_www || (is_named && (is_country || is_among(TOP_LEVEL)))
}
