//! Takes the place of the crate of the same name, which Leptos's server functions depend on.
//!
//! That one exports three classes to scripts. Exports are never dropped, so a widget that
//! streams nothing would carry them: 14 KB of wasm and their glue. This one does what Leptos
//! asks for without exports, so that what nobody calls is left out.

use std::cell::RefCell;
use std::pin::Pin;
use std::rc::Rc;

use futures_util::stream::{self, Stream, StreamExt};
use js_sys::{Object, Promise, Reflect};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, future_to_promise};
use web_sys::{ReadableStreamDefaultController, ReadableStreamDefaultReader};

type Source = Rc<RefCell<Pin<Box<dyn Stream<Item = Result<JsValue, JsValue>>>>>>;

/// A stream of the browser.
#[derive(Debug)]
pub struct ReadableStream(web_sys::ReadableStream);

impl ReadableStream {
    /// Wraps a stream of the browser.
    pub fn from_raw(raw: web_sys::ReadableStream) -> ReadableStream {
        ReadableStream(raw)
    }

    /// The stream of the browser.
    pub fn into_raw(self) -> web_sys::ReadableStream {
        self.0
    }

    /// A stream of the browser that yields what a Rust stream does.
    pub fn from_stream<S>(source: S) -> ReadableStream
    where
        S: Stream<Item = Result<JsValue, JsValue>> + 'static,
    {
        let source: Source = Rc::new(RefCell::new(Box::pin(source)));
        let pull = Closure::<dyn FnMut(_) -> Promise>::new(move |controller| {
            future_to_promise(pull(source.clone(), controller))
        });
        let underlying = Object::new();
        // Setting a property of a plain object cannot fail.
        let _ = Reflect::set(&underlying, &"pull".into(), &pull.into_js_value());
        let stream = web_sys::ReadableStream::new_with_underlying_source(&underlying);
        ReadableStream(stream.unwrap_or_else(|error| wasm_bindgen::throw_val(error)))
    }

    /// A Rust stream that yields what the browser's does.
    pub fn into_stream(self) -> impl Stream<Item = Result<JsValue, JsValue>> {
        let reader: ReadableStreamDefaultReader = self.0.get_reader().unchecked_into();
        stream::unfold(reader, |reader| async move {
            let chunk = match JsFuture::from(reader.read()).await {
                Ok(chunk) => chunk,
                Err(error) => return Some((Err(error), reader)),
            };
            let is_done = Reflect::get(&chunk, &"done".into()).ok()?;
            if is_done.is_truthy() {
                return None;
            }
            let value = Reflect::get(&chunk, &"value".into());
            Some((value, reader))
        })
    }
}

/// Hands the next piece to the browser, which asks for one at a time.
async fn pull(
    source: Source,
    controller: ReadableStreamDefaultController,
) -> Result<JsValue, JsValue> {
    // Taken out and put back, so that nothing is borrowed while it waits.
    let mut stream = source.replace(Box::pin(stream::empty()));
    let next = stream.next().await;
    drop(source.replace(stream));
    match next {
        Some(chunk) => controller.enqueue_with_chunk(&chunk?)?,
        None => controller.close()?,
    }
    Ok(JsValue::UNDEFINED)
}
