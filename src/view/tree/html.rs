//! The tree as HTML, for tests and for those who print headlines on their server. What follows
//! signals stands still.

use leptos::tachys::html::attribute::Attribute;
use leptos::tachys::hydration::Cursor;
use leptos::tachys::view::{Position, PositionState, Render};

use super::{AttributeValue, Directive, ElementParts, TreeNode};
use crate::view::{PRINTED_STYLE, STYLE};

const VOID: &[&str] = &["br", "img"];

/// Natively there is nothing to mount.
impl Render for TreeNode {
    type State = ();

    fn build(self) {}

    fn rebuild(self, (): &mut ()) {}
}

impl TreeNode {
    /// Natively there is nothing to hydrate.
    pub(super) fn take_over(self, _cursor: &Cursor, _position: &PositionState) {}

    /// Appends the HTML of this piece, which stands at `position`.
    pub(super) fn print(self, html: &mut String, position: &mut Position, escape: bool) {
        match self {
            TreeNode::Text(text) => {
                // The parser would make one node of two, and none of an empty one.
                if *position == Position::NextChildAfterText {
                    html.push_str("<!>");
                }
                match text.as_str() {
                    "" => html.push(' '),
                    text if escape => html.push_str(&escaped(text)),
                    text => html.push_str(text),
                }
                *position = Position::NextChildAfterText;
            }
            TreeNode::Element(element) => {
                print_element(element.into_parts(), html);
                *position = Position::NextChild;
            }
            TreeNode::Fragment(pieces) => {
                for piece in pieces {
                    piece.print(html, position, escape);
                }
            }
            TreeNode::Dynamic(draw) => draw().print(html, position, escape),
            TreeNode::For(mut rows) => {
                for index in 0..(rows.each)().len() {
                    (rows.children)(index).print(html, position, escape);
                }
            }
        }
    }
}

fn print_element(element: ElementParts, html: &mut String) {
    let name = element.name;
    let is_host = is_host(element.directive.as_ref());
    html.push('<');
    html.push_str(name);
    let (mut spread, mut style, mut inner) = (String::new(), String::new(), String::new());
    let mut class = String::new();
    for attribute in element.spread {
        attribute.to_html(&mut spread, &mut class, &mut style, &mut inner);
    }
    for (name, value) in element.attributes {
        let value = match value {
            AttributeValue::Fixed(value) => Some(value),
            AttributeValue::Dynamic(value) => value(),
        };
        match value {
            // The style sheet needs it, so what is spread comes beside it.
            Some(own) if name == "class" && !class.is_empty() => {
                class = own + " " + class.trim_start();
            }
            Some(value) => print_attribute(name, &value, html),
            None => {}
        }
    }
    html.push_str(&spread);
    for (name, value) in [("class", class), ("style", style)] {
        if !value.is_empty() {
            print_attribute(name, value.trim(), html);
        }
    }
    html.push('>');
    if VOID.contains(&name) {
        return;
    }
    if is_host {
        html.push_str("<template shadowrootmode=\"open\"><style>");
        html.push_str(STYLE);
        html.push_str(PRINTED_STYLE);
        html.push_str("</style>");
    }
    let mut position = Position::FirstChild;
    for child in element.children {
        child.print(html, &mut position, true);
    }
    if is_host {
        html.push_str("</template>");
    }
    html.push_str("</");
    html.push_str(name);
    html.push('>');
}

#[cfg(feature = "standalone")]
fn is_host(directive: Option<&Directive>) -> bool {
    matches!(directive, Some(Directive::Host(_)))
}

/// The shadow root is the server's to print, see `strillone print`.
#[cfg(not(feature = "standalone"))]
fn is_host(_: Option<&Directive>) -> bool {
    false
}

fn print_attribute(name: &str, value: &str, html: &mut String) {
    html.push_str(&format!(" {name}=\"{}\"", escaped(value)));
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
        .replace('"', "&quot;")
}
