//! An element, written in HTML and in the languages that look like it.

/// The language an element is written in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Dialect {
    /// HTML itself.
    Html,
    /// What reads `{` as the beginning of code: JSX, and the templates of Vue, Svelte, Astro.
    Template,
}

/// From this length on each attribute has a line of its own.
const LINE_LENGTH: usize = 100;

/// An element with its attributes and its content, which is already written. An attribute
/// without a text stands alone.
pub fn element(
    dialect: Dialect,
    name: &str,
    attributes: &[(&str, Option<&str>)],
    content: Content<'_>,
) -> String {
    let attributes: Vec<String> = attributes
        .iter()
        .map(|(name, text)| match text {
            Some(text) => format!("{name}=\"{}\"", escaped(dialect, text)),
            None => (*name).to_owned(),
        })
        .collect();
    let one_line = format!("<{name} {}", attributes.join(" "));
    let start = if one_line.len() <= LINE_LENGTH {
        one_line
    } else {
        format!("<{name}\n  {}", attributes.join("\n  "))
    };
    match content {
        Content::Void => format!("{start} />"),
        Content::Empty => format!("{start}></{name}>"),
        Content::Block(content) => format!("{start}>\n{}\n</{name}>", indented(content)),
    }
}

/// What stands in an element.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Content<'a> {
    /// It cannot hold anything, and needs no end tag.
    Void,
    /// Nothing, before its end tag.
    Empty,
    /// Lines of their own.
    Block(&'a str),
}

/// A text as it stands in an element or attribute.
pub fn escaped(dialect: Dialect, text: &str) -> String {
    let mut escaped = String::new();
    for character in text.chars() {
        match character {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '"' => escaped.push_str("&quot;"),
            '{' if dialect == Dialect::Template => escaped.push_str("&#123;"),
            '}' if dialect == Dialect::Template => escaped.push_str("&#125;"),
            other => escaped.push(other),
        }
    }
    escaped
}

/// Lines, each two spaces further in.
pub fn indented(text: &str) -> String {
    let lines: Vec<String> = text
        .lines()
        .map(|line| {
            if line.is_empty() {
                String::new()
            } else {
                format!("  {line}")
            }
        })
        .collect();
    lines.join("\n")
}

#[cfg(test)]
mod tests {
    use super::{Content, Dialect, element};

    #[test]
    fn short_elements_stand_on_one_line_and_long_ones_do_not() {
        let short = [("async", None), ("src", Some("a.js"))];
        assert_eq!(
            element(Dialect::Html, "script", &short, Content::Empty),
            "<script async src=\"a.js\"></script>"
        );
        let long = "a".repeat(100);
        assert_eq!(
            element(
                Dialect::Html,
                "p",
                &[("id", Some(&long))],
                Content::Block("b")
            ),
            format!("<p\n  id=\"{long}\">\n  b\n</p>")
        );
    }

    #[test]
    fn texts_cannot_leave_their_attribute() {
        let text = [("a", Some("\"><script>{x}"))];
        assert_eq!(
            element(Dialect::Template, "p", &text, Content::Empty),
            "<p a=\"&quot;>&lt;script>&#123;x&#125;\"></p>"
        );
    }
}
