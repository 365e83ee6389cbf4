//! wasm-bindgen's glue, as a classic script that is small can use it.

use anyhow::{Result, bail};

/// wasm-bindgen's guess of the wasm's address. It needs `import.meta`, which only modules
/// have, and the loader always hands over the compiled wasm.
const GUESS: &str = "
    if (module_or_path === undefined) {
        module_or_path = new URL('strillone_bg.wasm', import.meta.url);
    }
";

/// How a line begins that lets `using` free an object of an exported class. Nobody does, and
/// to the bundler the line looks like a use of the class.
const DISPOSAL: &str = "if (Symbol.dispose) ";

/// What is called on the document, and the class whose prototype has it. An `<img name="…">` of
/// the page hides a method of the document, but not the prototype's:
/// <https://html.spec.whatwg.org/multipage/dom.html#dom-document-nameditem>
const DOCUMENT_METHODS: &[(&str, &str)] = &[
    ("createElement", "Document"),
    ("createElementNS", "Document"),
    ("createTextNode", "Document"),
    ("addEventListener", "EventTarget"),
    ("removeEventListener", "EventTarget"),
];

/// Takes out what the bundler can't see to be unused, and calls what a page's names can hide by
/// its prototype.
pub fn tidy(glue: &str) -> Result<String> {
    if !glue.contains(GUESS) {
        bail!("wasm-bindgen's glue changed: look for `import.meta` in it and adapt `GUESS`");
    }
    let mut tidied = String::with_capacity(glue.len());
    for line in glue.replace(GUESS, "\n").lines() {
        if !line.starts_with(DISPOSAL) {
            tidied.push_str(line);
            tidied.push('\n');
        }
    }
    for (method, class) in DOCUMENT_METHODS {
        let call = format!("arg0.{method}(");
        tidied = tidied.replace(&call, &format!("{class}.prototype.{method}.call(arg0, "));
    }
    Ok(tidied)
}

/// Whether a name in a script can hold the character.
pub fn is_name_letter(letter: char) -> bool {
    letter.is_ascii_alphanumeric() || letter == '_' || letter == '$'
}

#[cfg(test)]
mod tests {
    use super::{GUESS, tidy};

    #[test]
    fn methods_of_the_document_are_called_by_their_prototype() -> anyhow::Result<()> {
        let glue = format!("{GUESS}const ret = arg0.createElement(name);\n");
        let tidied = tidy(&glue)?;
        let call = "const ret = Document.prototype.createElement.call(arg0, name);";
        assert!(tidied.contains(call), "{tidied}");
        Ok(())
    }
}
