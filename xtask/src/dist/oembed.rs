//! oEmbed on a static host: one document for the publisher's own feed. A page offers it by
//! `<link rel="alternate" type="application/json+oembed">`; whoever asks adds parameters, which
//! a static host ignores, so the frame is narrow enough for every `maxwidth` in use.
//! <https://oembed.com>

use anyhow::Result;
use serde_json::json;

const WIDTH: u32 = 300;
const HEIGHT: u32 = 420;

/// What a publisher offers to those who embed by address.
pub struct Offer {
    /// Where the release will lie, without a slash at the end.
    pub address: String,
    /// The publisher's feed.
    pub feed: String,
}

impl Offer {
    /// The oEmbed document.
    pub fn document(&self) -> Result<String> {
        let Self { address, feed } = self;
        let source = format!("{address}/embed.html?feed={}", encoded(feed));
        let html = format!(
            "<iframe src=\"{source}\" title=\"News\" width=\"{WIDTH}\" height=\"{HEIGHT}\" \
             style=\"border:0\" loading=\"lazy\" \
             sandbox=\"allow-scripts allow-popups allow-popups-to-escape-sandbox\"></iframe>"
        );
        let document = json!({
            "type": "rich", "version": "1.0", "html": html, "width": WIDTH, "height": HEIGHT,
        });
        Ok(format!("{}\n", serde_json::to_string_pretty(&document)?))
    }
}

/// A value of a query, safe in an attribute too.
fn encoded(value: &str) -> String {
    let mut text = String::new();
    for byte in value.bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' => {
                text.push(char::from(byte));
            }
            _ => text.push_str(&format!("%{byte:02X}")),
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::Offer;

    #[test]
    fn the_frame_shows_the_publishers_feed() {
        let offer = Offer {
            address: "https://cdn.example".to_owned(),
            feed: "https://example.org/feed?a=\"b\"&c".to_owned(),
        };
        let document = offer.document().unwrap_or_default();
        let address = "https://cdn.example/embed.html?feed=https%3A%2F%2Fexample.org%2Ffeed%3Fa%3D%22b%22%26c";
        assert!(document.contains(address), "{document}");
    }
}
