//! When two addresses lead to the same article: without scheme, `www.`, trailing slash, fragment
//! and what only tells the server where a reader comes from.

use super::fingerprint::Fingerprint;
use crate::address::behind_scheme;

/// Parameters of a query that only track, besides those with a prefix of [`TRACKING_PREFIXES`].
/// As the lists of link cleaners have them (<https://docs.clearurls.xyz/>).
const TRACKING: &str = "fbclid gclid dclid gbraid wbraid msclkid yclid twclid ttclid igshid igsh \
                        mkt_tok _hsenc _hsmi xtor wt_mc cmpid cmp ocid ncid ito smid emc icid ftag \
                        ref_src ref_url rss wprss guccounter feedtype";

const TRACKING_PREFIXES: &str = "utm_ mc_ mtm_ pk_ hsa_ at_ ns_ oly_ vero_ trk_";

/// The fingerprint of an absolute address; `None` for a front page, which is no article.
pub fn fingerprint_of(address: &str) -> Option<u64> {
    let address = behind_scheme(address)?.split('#').next()?;
    let (page, query) = address.split_once('?').unwrap_or((address, ""));
    let page = page.strip_prefix("www.").unwrap_or(page);
    let page = page.trim_end_matches('/');
    let parameters = query.split('&').filter(|it| !it.is_empty() && !tracks(it));
    let mut parameters: Vec<&str> = parameters.collect();
    parameters.sort_unstable();
    let is_article = page.contains('/') || !parameters.is_empty();
    let mut print = Fingerprint::default();
    for part in std::iter::once(page).chain(parameters) {
        take(part, &mut print);
    }
    is_article.then(|| print.finish())
}

/// Takes a part of an address in, the digits of its percent-encoding in lower case.
fn take(part: &str, print: &mut Fingerprint) {
    let mut encoded = part.split('%');
    print.take(encoded.next().unwrap_or_default().as_bytes());
    for piece in encoded {
        let (code, rest) = piece.split_at_checked(2).unwrap_or((piece, ""));
        print.take(code.to_ascii_lowercase().as_bytes());
        print.take(rest.as_bytes());
    }
}

fn tracks(parameter: &str) -> bool {
    let (name, value) = parameter.split_once('=').unwrap_or((parameter, ""));
    let begins_with = |prefix: &str| {
        let beginning = name.get(..prefix.len());
        beginning.is_some_and(|beginning| beginning.eq_ignore_ascii_case(prefix))
    };
    // `ref=homepage` says where a reader comes from, `ref=4711` which article it is.
    let is_referrer = name == "ref" && !value.bytes().any(|byte| byte.is_ascii_digit());
    // `partner=rss`, `source=rss-1------2`, `maca=en-rss-en-all`: it says that the feed leads there.
    let mut words = value.split(|letter: char| !letter.is_ascii_alphanumeric());
    let names_feed = words.any(|word| word.eq_ignore_ascii_case("rss"));
    is_referrer
        || names_feed
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
