//! Buttons that are a sign alone, named for those who do not see it.

use super::icon;
use super::tree::{TreeElement, element};

/// A button with a sign and a name, which is also its tool tip. `class` is its kind.
pub fn button(class: &'static str, outline: &'static str, name: impl Into<String>) -> TreeElement {
    let name = name.into();
    element("button")
        .attr("type", "button")
        .attr("part", "control")
        .attr("class", class)
        .attr("aria-label", name.clone())
        .attr("title", name)
        .child(icon::icon(outline))
}
