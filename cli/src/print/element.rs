//! The element as HTML.

use html_escape::{encode_double_quoted_attribute, encode_text};
use leptos::prelude::{Owner, RenderHtml};
use strillone::component::PrintedWidget;
use strillone::time::Timestamp;

use super::attributes::Attributes;

/// With the widget in a declarative shadow root. `link` is for browsers that know none: there
/// it is what stands in the element.
pub fn with_shadow_root(
    attributes: &Attributes,
    widget: &PrintedWidget,
    style_sheet: &str,
    now: Timestamp,
    link: &str,
) -> String {
    let style_sheet = encode_double_quoted_attribute(style_sheet);
    let widget = printed(|| widget.widget());
    element(
        attributes,
        &format!(
            "<template shadowrootmode=\"open\">\
             <link rel=\"stylesheet\" href=\"{style_sheet}\">\
             <div class=\"place\" data-printed=\"{}\">{widget}</div></template>\n{link}",
            now.0
        ),
    )
}

/// With a list of links.
pub fn with_links(attributes: &Attributes, widget: &PrintedWidget) -> String {
    element(attributes, &printed(|| widget.links()))
}

/// A link to a website, by its name if that is known.
pub fn link(address: &str, name: Option<&str>) -> String {
    format!(
        "<a href=\"{}\">{}</a>",
        encode_double_quoted_attribute(address),
        encode_text(name.unwrap_or(address))
    )
}

/// What is drawn belongs to an owner, which ends with it.
fn printed<V: RenderHtml>(view: impl FnOnce() -> V) -> String {
    Owner::new().with(|| view().to_html())
}

fn element(attributes: &Attributes, content: &str) -> String {
    let mut html = String::from("<strillone-news");
    for (name, value) in attributes.pairs() {
        let value = encode_double_quoted_attribute(value);
        html.push_str(&format!(" {name}=\"{value}\""));
    }
    html + ">\n" + content + "\n</strillone-news>\n"
}
