//! The style sheet, one for all widgets of the page, adopted into each shadow root: a page
//! whose policy forbids inline styles allows it all the same.

use js_sys::{Array, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{CssStyleSheet, ShadowRoot};

use crate::view::STYLE;

thread_local! {
    static SHEET: Option<CssStyleSheet> = new_sheet();
}

fn new_sheet() -> Option<CssStyleSheet> {
    let sheet = CssStyleSheet::new().ok()?;
    sheet.replace_sync(STYLE).ok()?;
    Some(sheet)
}

/// Gives a shadow root the style sheet, once.
pub fn adopt(root: &ShadowRoot) {
    let name = JsValue::from_str("adoptedStyleSheets");
    let adopted = SHEET.with(|sheet| {
        let sheet = sheet.as_ref()?;
        let sheets = Array::from(&Reflect::get(root, &name).ok()?);
        if !sheets.includes(sheet, 0) {
            sheets.push(sheet);
        }
        // Older engines hold the list as a frozen array, so it is replaced, not changed.
        Reflect::set(root, &name, &sheets).ok()
    });
    if adopted != Some(true) {
        append_style_element(root);
    }
}

/// Safari before 16.4 knows no constructable style sheets.
fn append_style_element(root: &ShadowRoot) {
    let style = root
        .owner_document()
        .and_then(|document| document.create_element("style").ok());
    if let Some(style) = style {
        style.set_text_content(Some(STYLE));
        let _ = root.unchecked_ref::<web_sys::Node>().append_child(&style);
    }
}
