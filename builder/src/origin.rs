//! The origins of addresses.

/// The origin of an absolute address, as policies write it: `https://example.org`.
pub fn origin(address: &str) -> Option<String> {
    let (scheme, rest) = address.split_once("://")?;
    let authority = rest.split(['/', '?', '#']).next()?;
    let host = authority.rsplit('@').next()?;
    (!host.is_empty()).then(|| format!("{scheme}://{host}"))
}

/// The origins of addresses, each once, in their order.
pub fn origins<'a>(addresses: impl IntoIterator<Item = &'a str>) -> Vec<String> {
    let mut origins = Vec::new();
    for found in addresses.into_iter().filter_map(origin) {
        if !origins.contains(&found) {
            origins.push(found);
        }
    }
    origins
}

#[cfg(test)]
mod tests {
    use super::{origin, origins};

    #[test]
    fn an_origin_is_scheme_host_and_port() {
        let known = "https://user@example.org:8443/feed?a#b";
        assert_eq!(origin(known).as_deref(), Some("https://example.org:8443"));
        assert_eq!(origin("feed.xml"), None);
    }

    #[test]
    fn each_origin_is_named_once() {
        let addresses = ["https://a.example/1", "https://a.example/2"];
        assert_eq!(origins(addresses), ["https://a.example"]);
    }
}
