//! Makes feedparser's files say what they say where an item says it, so that it can be checked.

use serde_json::Value;

/// The name of a text of the feed itself that the widget does not show, if the path leads to
/// one.
pub fn text_of_feed(path: &Value) -> Option<String> {
    let path: Vec<&str> = path.as_array()?.iter().filter_map(Value::as_str).collect();
    let name = match path.as_slice() {
        ["feed", name] => *name,
        ["feed", detail, "value"] => detail.strip_suffix("_detail")?,
        _ => return None,
    };
    let known = [
        "tagline",
        "subtitle",
        "description",
        "info",
        "copyright",
        "rights",
    ];
    known.contains(&name).then(|| name.to_owned())
}

/// The same document with a title for its first item, if it has nothing to show: such an item
/// would be left out, and nothing else of it could be checked.
pub fn give_title(bytes: &[u8]) -> Option<Vec<u8>> {
    let source = std::str::from_utf8(bytes).ok()?;
    let body = source.find("-->")?;
    let start = ["<item>", "<entry>", "<item ", "<entry "]
        .iter()
        .find_map(|tag| source[body..].find(tag))?
        + body;
    let inner = start + source[start..].find('>')? + 1;
    let (before, after) = source.split_at(inner);
    Some(format!("{before}<title>Title</title>{after}").into_bytes())
}

/// The same document with that text as the summary of its only item: the rules for texts are
/// the same in both places.
pub fn move_into_item(bytes: &[u8], name: &str) -> Option<Vec<u8>> {
    let source = std::str::from_utf8(bytes).ok()?;
    let names: &[&str] = match name {
        "tagline" | "subtitle" | "description" => &["tagline", "subtitle", "description"],
        "copyright" | "rights" => &["copyright", "rights"],
        _ => &["info"],
    };
    let body = source.find("-->")?;
    let (before, rest) = source.split_at(body);
    if rest.contains("<item") || rest.contains("<entry") {
        return None;
    }
    names.iter().find_map(|name| {
        let (open, close) = (format!("<{name}"), format!("</{name}>"));
        let start = rest.find(&open)?;
        let inner = start + open.len();
        let end = inner + rest[inner..].find(&close)?;
        let (item, summary) = if rest.contains("<feed") {
            ("entry", "summary")
        } else {
            ("item", "description")
        };
        let moved = format!(
            "{before}{}<{item}><{summary}{}</{summary}></{item}>{}",
            &rest[..start],
            &rest[inner..end],
            &rest[end + close.len()..]
        );
        Some(moved.into_bytes())
    })
}
