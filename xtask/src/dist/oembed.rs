//! oEmbed on a static host: one document for the publisher's own feed. A page offers it by
//! `<link rel="alternate" type="application/json+oembed">`; whoever asks adds parameters, which
//! a static host ignores, so the frame is narrow enough for every `maxwidth` in use.
//! <https://oembed.com>

use anyhow::Result;
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
use serde_json::json;

/// What a value of a query may not have as it is; safe in an attribute too.
const IN_A_QUERY: &AsciiSet = &NON_ALPHANUMERIC
    .remove(b'-')
    .remove(b'.')
    .remove(b'_')
    .remove(b'~');

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
        let source = format!(
            "{address}/embed.html?feed={}",
            utf8_percent_encode(feed, IN_A_QUERY)
        );
        // WordPress takes the style out, and leaves `frameborder`.
        let html = format!(
            "<iframe src=\"{source}\" title=\"News\" width=\"{WIDTH}\" height=\"{HEIGHT}\" \
             frameborder=\"0\" style=\"border:0\" loading=\"lazy\" \
             sandbox=\"allow-scripts allow-popups allow-popups-to-escape-sandbox\"></iframe>"
        );
        let document = json!({
            "type": "rich", "version": "1.0", "html": html, "width": WIDTH, "height": HEIGHT,
        });
        Ok(format!("{}\n", serde_json::to_string_pretty(&document)?))
    }
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
        assert!(document.contains("frameborder"), "{document}");
    }
}
