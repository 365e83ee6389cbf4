//! The answers to requests, which the loader sends: it sends the first before the wasm is
//! there, and there is only one way to ask. The one module that knows gloo-net.

use gloo_net::http::Response;
use js_sys::{Promise, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

use super::{intl::Browser, is_online, now};
use crate::address::WebAddress;
use crate::source::FeedError;
use crate::time::Timestamp;

#[cfg(not(feature = "standalone"))]
#[path = "network/from_loader.rs"]
mod transport;
#[cfg(feature = "standalone")]
#[path = "network/from_snippets.rs"]
mod transport;

pub use transport::*;

/// What a server sent, not read yet.
pub struct RawAnswer {
    /// The body, of which the loader cuts what is far too much.
    pub bytes: Vec<u8>,
    /// The address after redirects.
    pub address: Option<WebAddress>,
    /// The `charset` of the `Content-Type`.
    pub charset: Option<String>,
    /// When it was given.
    pub at: Timestamp,
    /// For how many seconds the server says the answer is fresh.
    pub max_age: Option<u32>,
}

/// A request that came to nothing.
pub struct Failure {
    /// Why.
    pub error: FeedError,
    /// How many seconds the server asks to wait (`Retry-After`), where it lets us see that.
    pub retry_after: Option<u32>,
}

impl From<JsValue> for Failure {
    /// The browser does not tell why a request failed, so that a page cannot look into a
    /// reader's network; but the loader knows when the page's own policy refused it, and more
    /// (`src/loader/network/reason.js`).
    fn from(error: JsValue) -> Failure {
        let text = |name: &str| Reflect::get(&error, &name.into()).ok()?.as_string();
        let detail = text("detail").unwrap_or_default();
        Failure {
            error: match (text("directive"), text("kind").as_deref()) {
                (Some(directive), _) => FeedError::Blocked(directive),
                (None, Some("page")) => FeedError::Page(detail),
                _ if !is_online() => FeedError::Offline,
                (None, Some("insecure")) => FeedError::Insecure,
                (None, Some("no-origin")) => FeedError::NoOrigin,
                (None, Some("wordpress")) => FeedError::WordPress(detail),
                _ => FeedError::Unreachable,
            },
            retry_after: None,
        }
    }
}

/// Waits for the answer to a request.
pub async fn receive(response: Promise) -> Result<RawAnswer, Failure> {
    let response = JsFuture::from(response).await?;
    let response: web_sys::Response = response.dyn_into()?;
    let response = Response::from(response);
    let status = response.status();
    // Successes without content are no answer to the question for a feed.
    if !response.ok() || matches!(status, 204 | 205) {
        return Err(Failure {
            error: FeedError::Status(status),
            retry_after: header(&response, "retry-after").and_then(|text| text.parse().ok()),
        });
    }
    let Ok(bytes) = response.binary().await else {
        return Err(JsValue::UNDEFINED.into());
    };
    let text = |name| header(&response, name);
    Ok(RawAnswer {
        bytes,
        address: text("strillone-address").and_then(|it| WebAddress::parse(&it, None, &Browser)),
        charset: text("content-type").and_then(|text| charset(&text)),
        at: text("strillone-at")
            .and_then(|text| text.parse().ok())
            .map_or_else(now, Timestamp),
        max_age: text("cache-control").and_then(|text| max_age(&text)),
    })
}

fn header(response: &Response, name: &str) -> Option<String> {
    response.headers().get(name)
}

/// The `charset` parameter of a `Content-Type` (RFC 9110 §8.3.2).
fn charset(content_type: &str) -> Option<String> {
    parameter(content_type, ';', "charset")
}

/// The `max-age` of a `Cache-Control` (RFC 9111 §5.2.2.1), seconds.
fn max_age(cache_control: &str) -> Option<u32> {
    parameter(cache_control, ',', "max-age")?.parse().ok()
}

fn parameter(header: &str, separator: char, name: &str) -> Option<String> {
    header.split(separator).find_map(|part| {
        let (key, value) = part.split_once('=')?;
        let value = value.trim().trim_matches('"');
        key.trim()
            .eq_ignore_ascii_case(name)
            .then(|| value.to_owned())
    })
}
