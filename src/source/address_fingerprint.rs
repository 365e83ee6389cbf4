//! When two addresses lead to the same article: without scheme, `www.`, trailing slash, fragment
//! and what only tells the server where a reader comes from.

use super::fingerprint::Fingerprint;

/// Parameters of a query that only track, besides those with a prefix of [`TRACKING_PREFIXES`].
/// As the lists of link cleaners have them (<https://docs.clearurls.xyz/>).
const TRACKING: &str = "fbclid gclid dclid gbraid wbraid msclkid yclid twclid ttclid igshid igsh \
                        mkt_tok _hsenc _hsmi xtor wt_mc cmpid ocid ncid ref_src ref_url rss";

const TRACKING_PREFIXES: &str = "utm_ mc_ mtm_ pk_ hsa_";

/// The fingerprint of an absolute address; `None` for a front page, which is no article.
pub fn fingerprint_of(address: &str) -> Option<u64> {
    let (_, address) = address.split_once("://")?;
    let address = address.split('#').next()?;
    let (page, query) = address.split_once('?').unwrap_or((address, ""));
    let page = page.strip_prefix("www.").unwrap_or(page);
    let page = page.trim_end_matches('/');
    let mut is_article = page.contains('/');
    let mut print = Fingerprint::default();
    print.take(page.as_bytes());
    for parameter in query.split('&').filter(|it| !it.is_empty() && !tracks(it)) {
        is_article = true;
        print.take(parameter.as_bytes());
    }
    is_article.then(|| print.finish())
}

fn tracks(parameter: &str) -> bool {
    let (name, value) = parameter.split_once('=').unwrap_or((parameter, ""));
    let begins_with = |prefix: &str| {
        let beginning = name.get(..prefix.len());
        beginning.is_some_and(|beginning| beginning.eq_ignore_ascii_case(prefix))
    };
    // `ref=homepage` says where a reader comes from, `ref=4711` which article it is.
    let is_referrer = name == "ref" && !value.bytes().any(|byte| byte.is_ascii_digit());
    is_referrer
        || TRACKING
            .split(' ')
            .any(|known| name.eq_ignore_ascii_case(known))
        || TRACKING_PREFIXES.split(' ').any(begins_with)
}

/// Whether two hosts are one site's: the same but for `www.`, or one within the other, as
/// `feeds.example.org` is within `example.org`.
pub fn is_same_site(one: &str, other: &str) -> bool {
    let one = one.strip_prefix("www.").unwrap_or(one);
    let other = other.strip_prefix("www.").unwrap_or(other);
    let is_within = |inner: &str, outer: &str| {
        let before = inner.strip_suffix(outer);
        outer.contains('.') && before.is_some_and(|it| it.is_empty() || it.ends_with('.'))
    };
    one == other || is_within(one, other) || is_within(other, one)
}
