//! What a browser does well and cheaply, asked for through a trait: the widget answers it
//! with `URL` and `TextDecoder` (see `shell`), everything native with crates.

#[cfg(not(target_arch = "wasm32"))]
mod native;

#[cfg(not(target_arch = "wasm32"))]
pub use native::Native;

/// The host's own parsers. Both follow the WHATWG standards, so that natively and in every
/// engine the same feed reads the same.
pub trait Platform {
    /// Parses `address` against `base` as the [URL Standard] says and returns the
    /// serialised absolute URL; `None` when it is not a valid URL.
    ///
    /// [URL Standard]: https://url.spec.whatwg.org/#url-parsing
    fn resolve(&self, address: &str, base: Option<&str>) -> Option<String>;

    /// Decodes `bytes` by a label of the [Encoding Standard], replacing what is malformed
    /// and without looking for a byte order mark; `None` when the label names no encoding.
    ///
    /// [Encoding Standard]: https://encoding.spec.whatwg.org/#names-and-labels
    fn decode(&self, bytes: &[u8], label: &str) -> Option<String>;
}
