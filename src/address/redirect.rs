//! Links that lead over a counting page to the article, whose address they carry.

use super::WebAddress;
use crate::host::Host;

/// Hosts by how they end, the path, and the parameters that hold the address. A host that ends
/// with a dot has a country behind it.
const REDIRECTS: &[(&str, &str, &[&str])] = &[
    ("google.", "/url", &["url", "q"]),
    ("youtube.com", "/redirect", &["q"]),
    ("bing.com", "/news/apiclick.aspx", &["url"]),
    ("facebook.com", "/l.php", &["u"]),
    ("l.instagram.com", "/", &["u"]),
    ("linkedin.com", "/redir/redirect", &["url"]),
    ("t.umblr.com", "/redirect", &["z"]),
    ("out.reddit.com", "", &["url"]),
    ("vk.com", "/away.php", &["to"]),
    ("duckduckgo.com", "/l/", &["uddg"]),
    ("getpocket.com", "/redirect", &["url"]),
    ("disq.us", "/url", &["url"]),
    ("safelinks.protection.outlook.com", "/", &["url"]),
];

impl WebAddress {
    /// The address that a redirecting link carries, such as those of Google Alerts; itself where
    /// it is none.
    pub fn destination(self, host: &dyn Host) -> WebAddress {
        self.carried(host).unwrap_or(self)
    }

    fn carried(&self, host: &dyn Host) -> Option<WebAddress> {
        let (before, query) = self.0.split_once('?')?;
        let path = before.splitn(4, '/').nth(3).unwrap_or_default();
        let name = self.host();
        let (.., parameters) = REDIRECTS.iter().find(|(end, start, _)| {
            let start = start.trim_start_matches('/');
            is_of(name, end) && (start.is_empty() || path == start)
        })?;
        let query = query.split('#').next().unwrap_or_default();
        parameters.iter().find_map(|parameter| {
            let mut pairs = query.split('&').filter_map(|pair| pair.split_once('='));
            let (_, value) = pairs.find(|(name, _)| name == parameter)?;
            WebAddress::parse(&percent_decode(value)?, None, host)
        })
    }
}

/// Whether a host is one, or lies within it: `www.google.co.uk` is of `google.`.
fn is_of(name: &str, end: &str) -> bool {
    let name = name.strip_prefix("www.").unwrap_or(name);
    if end.ends_with('.') {
        let country = name.strip_prefix(end).unwrap_or_default();
        return !country.is_empty() && country.len() <= 6;
    }
    name.strip_suffix(end)
        .is_some_and(|before| before.is_empty() || before.ends_with('.'))
}

/// The text without its percent-encoding; `None` where that is not UTF-8.
fn percent_decode(text: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let [first, after @ ..] = rest {
        rest = after;
        let digit = |byte: &u8| char::from(*byte).to_digit(16);
        if let (b'%', [high, low, after @ ..]) = (first, after)
            && let (Some(high), Some(low)) = (digit(high), digit(low))
        {
            bytes.push((high * 16 + low) as u8);
            rest = after;
        } else {
            bytes.push(*first);
        }
    }
    String::from_utf8(bytes).ok()
}
