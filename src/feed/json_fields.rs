//! Members of JSON objects as what a feed needs of them.

use std::borrow::Cow;

use super::characters::{decoded_twice, one_line, text_of};
use super::context::Context;
use super::json::Value;
use super::limits;
use super::problem::ProblemKind;
use super::scan;
use crate::address::WebAddress;
use crate::time::Date;

/// A member that is shown on one line.
pub fn line(value: &Value<'_>, name: &str) -> Option<String> {
    let text = value.get(name)?.text()?;
    let text = text.get(..text.floor_char_boundary(limits::LINE_BYTES))?;
    let line = one_line(&decoded_twice(Cow::Borrowed(text)));
    (!line.is_empty()).then_some(line)
}

/// A member that is shown as paragraphs.
pub fn text(value: &Value<'_>, name: &str, context: &mut Context<'_>) -> Option<String> {
    let text = value.get(name)?.text()?;
    if text.len() > limits::TEXT_BYTES {
        context.problems.report(None, ProblemKind::TextTooLong, "");
    }
    let text = text.get(..text.floor_char_boundary(limits::TEXT_BYTES))?;
    text_of(&decoded_twice(Cow::Borrowed(text)))
}

/// An address.
pub fn address(value: &Value<'_>, name: &str, context: &mut Context<'_>) -> Option<WebAddress> {
    let text = value.get(name)?.text()?;
    let base = context.base.clone();
    context.web_address(text, base.as_ref(), None)
}

/// A date.
pub fn time(value: &Value<'_>, name: &str, context: &mut Context<'_>) -> Option<Date> {
    context.date_of(&line(value, name)?, None)
}

/// A whole number, such as a count or a side in pixels.
pub fn small_number(value: &Value<'_>, name: &str) -> Option<u32> {
    match value.get(name)? {
        Value::Number(number) => scan::small_number(number),
        _ => None,
    }
}
