//! Prints a rich text as HTML, for programs and for eyes: the widget never does, it builds
//! elements from the tree.

use super::Picture;
use super::{Block, Inline, RichText};

impl RichText {
    /// The text as HTML that holds nothing but what the tree can.
    pub fn to_html(&self) -> String {
        let mut html = String::new();
        write_blocks(&self.blocks, &mut html);
        html
    }
}

fn write_blocks(blocks: &[Block], html: &mut String) {
    for block in blocks {
        match block {
            Block::Paragraph(inlines) => within("p", html, |html| write_inlines(inlines, html)),
            Block::Heading(inlines) => within("h2", html, |html| write_inlines(inlines, html)),
            Block::Caption(inlines) => within("p", html, |html| {
                within("small", html, |html| write_inlines(inlines, html));
            }),
            Block::List { ordered, items } => {
                let name = if *ordered { "ol" } else { "ul" };
                within(name, html, |html| {
                    for item in items {
                        within("li", html, |html| write_blocks(item, html));
                    }
                });
            }
            Block::Quotation(blocks) => {
                within("blockquote", html, |html| write_blocks(blocks, html));
            }
            Block::Preformatted(text) => within("pre", html, |html| write_text(text, html)),
        }
    }
}

fn write_inlines(inlines: &[Inline], html: &mut String) {
    for inline in inlines {
        match inline {
            Inline::Text(text) => write_text(text, html),
            Inline::Break => html.push_str("<br>"),
            Inline::Emphasis(children) => within("em", html, |html| write_inlines(children, html)),
            Inline::Strong(children) => {
                within("strong", html, |html| write_inlines(children, html));
            }
            Inline::Code(text) => within("code", html, |html| write_text(text, html)),
            Inline::Link { address, children } => {
                html.push_str("<a href=\"");
                write_text(address.as_str(), html);
                html.push_str("\">");
                write_inlines(children, html);
                html.push_str("</a>");
            }
            Inline::Picture(picture) => write_picture(picture, html),
        }
    }
}

fn write_picture(picture: &Picture, html: &mut String) {
    html.push_str("<img src=\"");
    write_text(picture.address.as_str(), html);
    html.push_str("\" alt=\"");
    write_text(&picture.alternative, html);
    html.push('"');
    for (name, length) in [("width", picture.width), ("height", picture.height)] {
        if let Some(length) = length {
            html.push(' ');
            html.push_str(name);
            html.push_str("=\"");
            html.push_str(&length.to_string());
            html.push('"');
        }
    }
    html.push('>');
}

fn within(name: &str, html: &mut String, content: impl FnOnce(&mut String)) {
    html.push('<');
    html.push_str(name);
    html.push('>');
    content(html);
    html.push_str("</");
    html.push_str(name);
    html.push('>');
}

fn write_text(text: &str, html: &mut String) {
    for character in text.chars() {
        match character {
            '&' => html.push_str("&amp;"),
            '<' => html.push_str("&lt;"),
            '>' => html.push_str("&gt;"),
            '"' => html.push_str("&quot;"),
            character => html.push(character),
        }
    }
}
