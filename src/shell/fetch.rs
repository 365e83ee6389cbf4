//! The answers to requests, which the loader sends: it sends the first before the wasm is
//! there, and there is only one way to ask. The one module that knows gloo-net.

use gloo_net::http::Response;
use js_sys::{Promise, Reflect, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::ReadableStreamDefaultReader;

use super::browser::Browser;
use crate::feed::limits;
use crate::link::WebAddress;
use crate::model::FetchError;

/// What a server sent.
pub struct Answer {
    /// The body, cut at [`limits::BYTES`].
    pub bytes: Vec<u8>,
    /// The address after redirects.
    pub address: Option<WebAddress>,
    /// The `charset` of the `Content-Type`.
    pub charset: Option<String>,
    /// For how many seconds the server says the answer is fresh.
    pub fresh: Option<u32>,
}

/// A request that came to nothing.
pub struct Failure {
    /// Why.
    pub error: FetchError,
    /// How many seconds the server asks to wait (`Retry-After`), where it lets us see that.
    pub retry_after: Option<u32>,
}

impl From<JsValue> for Failure {
    /// The browser does not tell why a request failed, so that a page cannot look into a
    /// reader's network; but the loader knows when the page's own policy refused it.
    fn from(error: JsValue) -> Failure {
        let directive = Reflect::get(&error, &"directive".into());
        let directive = directive.ok().and_then(|directive| directive.as_string());
        Failure {
            error: match directive {
                Some(directive) => FetchError::Blocked(directive),
                None => FetchError::Unreachable,
            },
            retry_after: None,
        }
    }
}

/// Waits for the answer to a request and reads its body, up to the limit.
pub async fn receive(response: Promise) -> Result<Answer, Failure> {
    let response = JsFuture::from(response).await?;
    let response: web_sys::Response = response.dyn_into()?;
    let body = response.body();
    let response = Response::from(response);
    if !response.ok() {
        return Err(Failure {
            error: FetchError::Status(response.status()),
            retry_after: header(&response, "retry-after").and_then(|text| text.parse().ok()),
        });
    }
    let bytes = match body {
        Some(body) => read(body.get_reader().unchecked_into()).await?,
        None => Vec::new(),
    };
    Ok(Answer {
        bytes,
        address: WebAddress::parse(&response.url(), None, &Browser),
        charset: header(&response, "content-type").and_then(|text| charset(&text)),
        fresh: header(&response, "cache-control").and_then(|text| max_age(&text)),
    })
}

async fn read(reader: ReadableStreamDefaultReader) -> Result<Vec<u8>, JsValue> {
    let mut bytes = Vec::new();
    loop {
        let chunk = JsFuture::from(reader.read()).await?;
        let value = Reflect::get(&chunk, &"value".into())?;
        let Ok(value) = value.dyn_into::<Uint8Array>() else {
            return Ok(bytes);
        };
        let room = limits::BYTES.saturating_sub(bytes.len());
        let most = u32::try_from(room).unwrap_or(u32::MAX);
        bytes.extend(value.subarray(0, value.length().min(most)).to_vec());
        if bytes.len() >= limits::BYTES {
            // What is not wanted any more may fail as it likes.
            let _ = JsFuture::from(reader.cancel()).await;
            return Ok(bytes);
        }
    }
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
