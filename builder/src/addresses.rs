//! The addresses of the first step's field, as people write them.

use strillone::address::WebAddress;
use strillone::host::Host;

/// The addresses in a text: between them stand spaces, or commas. Where a scheme is missing
/// before a server of one's own, it is http, since hardly any of these has a certificate.
pub fn addresses(text: &str, host: &dyn Host) -> Vec<String> {
    // A comma may belong to an address, but not before the next one.
    let text = text
        .replace(",http://", " http://")
        .replace(",https://", " https://");
    let pieces = text.split_ascii_whitespace();
    let pieces = pieces.map(|piece| piece.trim_matches([',', ';']));
    let pieces = pieces.filter(|piece| !piece.is_empty());
    pieces.map(|piece| with_scheme(piece, host)).collect()
}

fn with_scheme(text: &str, host: &dyn Host) -> String {
    if text.contains("://") {
        return text.to_owned();
    }
    let insecure = format!("http://{text}");
    let address = WebAddress::parse(&insecure, None, host);
    // Only what is on the reader's own machine may be asked for over http everywhere.
    let is_local =
        address.is_some_and(|it| it.upgraded() == it || begins_with_number(text, it.host()));
    if is_local {
        insecure
    } else if begins_with_host_and_port(text) {
        format!("https://{text}")
    } else {
        text.to_owned()
    }
}

/// Whether the host is written as a number, such as `192.168.1.5`. A parser makes such a number of
/// `2026` too.
fn begins_with_number(text: &str, host: &str) -> bool {
    text.starts_with(host) && host.bytes().all(|it| it.is_ascii_digit() || it == b'.')
}

/// `news.example:8080/feed`, which a URL parser takes for an address with the scheme
/// `news.example`.
fn begins_with_host_and_port(text: &str) -> bool {
    let end = text.find(['/', '?', '#']).unwrap_or(text.len());
    let first = text.get(..end).unwrap_or_default();
    first.split_once(':').is_some_and(|(name, port)| {
        name.contains('.') && !port.is_empty() && port.bytes().all(|it| it.is_ascii_digit())
    })
}

#[cfg(test)]
mod tests {
    use strillone::host::Native;

    use super::addresses;

    #[track_caller]
    fn are(text: &str, wanted: &[&str]) {
        assert_eq!(addresses(text, &Native), wanted);
    }

    #[test]
    fn a_server_of_one_s_own_is_asked_over_http() {
        are("127.0.0.1:9403/x.xml", &["http://127.0.0.1:9403/x.xml"]);
        are(
            "localhost:8000/feed.xml",
            &["http://localhost:8000/feed.xml"],
        );
        are("localhost/feed.xml", &["http://localhost/feed.xml"]);
        are("[::1]:80/", &["http://[::1]:80/"]);
        are("192.168.1.5:8000/f", &["http://192.168.1.5:8000/f"]);
        are("https://localhost:8000/", &["https://localhost:8000/"]);
    }

    #[test]
    fn other_servers_are_asked_over_https() {
        are("news.example:8080/f", &["https://news.example:8080/f"]);
        are("intranet.corp:8080", &["https://intranet.corp:8080"]);
        // What needs no help is left to the widget's own reader of addresses.
        are("news.example/f", &["news.example/f"]);
        are("feed:https://a.example/", &["feed:https://a.example/"]);
        are("mailto:a@b.example", &["mailto:a@b.example"]);
        are("nonsense", &["nonsense"]);
        are("2026", &["2026"]);
    }

    #[test]
    fn commas_separate_addresses_and_may_stand_in_them() {
        let two = ["https://a.example/1.xml", "https://b.example/2,3.xml"];
        are("https://a.example/1.xml, https://b.example/2,3.xml", &two);
        are("https://a.example/1.xml,https://b.example/2,3.xml,", &two);
        are(" , ", &[]);
    }
}
