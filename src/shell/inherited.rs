//! What an element has of the page around it.

use web_sys::Element;

/// The language that the page gives the element, else the reader's own.
pub fn language(host: &Element) -> Option<String> {
    let element = host.closest("[lang]").ok().flatten();
    let language = element.and_then(|element| element.get_attribute("lang"));
    language.or_else(|| web_sys::window()?.navigator().language())
}

/// The direction that the page gives the element, by the nearest word about it: a language
/// that is said after the direction, as on the widget itself, brings its own.
pub fn direction(host: &Element) -> Option<String> {
    let nearest = host.closest("[dir],[lang]").ok().flatten()?;
    let direction = nearest.get_attribute("dir")?;
    (!direction.eq_ignore_ascii_case("auto")).then_some(direction)
}
