//! wasm-bindgen's glue, as a classic script that is small can use it.

use anyhow::{Context, Result, ensure};

/// Where wasm-bindgen's own ways to load the wasm begin: from an address or an answer, of which
/// the loader needs none.
const LOADING: &str = "\nasync function __wbg_load(";

/// In their place: the loader has compiled the wasm.
const STARTING: &str = "
export default async function (options) {
    const module = options.module_or_path;
    const { instance } = await WebAssembly.instantiate(module, __wbg_get_imports());
    __wbg_finalize_init(instance, module);
}
";

/// What stands in the glue again and again, or serves engines that run no other part of it, and
/// what is put in its place. Each must be there.
const REPEATED: &[(&str, &str)] = &[
    (
        "
            const ptr1 = passStringToWasm0(ret, wasm.__wbindgen_malloc, wasm.__wbindgen_realloc);
            const len1 = WASM_VECTOR_LEN;
            getDataViewMemory0().setInt32((arg0 >>> 0) + 4 * 1, len1, true);
            getDataViewMemory0().setInt32((arg0 >>> 0) + 4 * 0, ptr1, true);
",
        "
            putString(arg0, ret);
",
    ),
    (
        "
            var ptr1 = isLikeNone(ret) ? 0 : passStringToWasm0(ret, wasm.__wbindgen_malloc, wasm.__wbindgen_realloc);
            var len1 = WASM_VECTOR_LEN;
            getDataViewMemory0().setInt32((arg0 >>> 0) + 4 * 1, len1, true);
            getDataViewMemory0().setInt32((arg0 >>> 0) + 4 * 0, ptr1, true);
",
        "
            putString(arg0, ret);
",
    ),
    (
        "function() { return handleError(function ",
        "catching(function ",
    ),
    // A page may have put `detail` or `bubbles` on all objects, in a way that forbids to set them.
    ("new Object()", "Object.create(null)"),
    ("}, arguments); },", "}),"),
    (
        "isLikeNone(ret) ? 0 : addToExternrefTable0(ret)",
        "optional(ret)",
    ),
    // The wasm asks for these one after the other, until it has found one.
    (
        "typeof globalThis === 'undefined' ? undefined : globalThis",
        "globalThis",
    ),
    (
        "typeof global === 'undefined' ? undefined : global",
        "undefined",
    ),
    (
        "typeof self === 'undefined' ? undefined : self",
        "undefined",
    ),
    (
        "typeof window === 'undefined' ? undefined : window",
        "undefined",
    ),
    (
        "(typeof FinalizationRegistry === 'undefined')
    ? { register: () => {}, unregister: () => {} }
    : ",
        "",
    ),
    (
        "
    if (realloc === undefined) {
        const buf = cachedTextEncoder.encode(arg);
        const ptr = malloc(buf.length, 1) >>> 0;
        getUint8ArrayMemory0().subarray(ptr, ptr + buf.length).set(buf);
        WASM_VECTOR_LEN = buf.length;
        return ptr;
    }
",
        "",
    ),
    (
        "
if (!('encodeInto' in cachedTextEncoder)) {
    cachedTextEncoder.encodeInto = function (arg, view) {
        const buf = cachedTextEncoder.encode(arg);
        view.set(buf);
        return {
            read: arg.length,
            written: buf.length
        };
    };
}
",
        "",
    ),
];

/// What they are replaced by calls of.
const HELPERS: &str = "
function putString(arg0, text) {
    const ptr1 = isLikeNone(text) ? 0 : passStringToWasm0(text, wasm.__wbindgen_malloc, wasm.__wbindgen_realloc);
    getDataViewMemory0().setInt32((arg0 >>> 0) + 4, WASM_VECTOR_LEN, true);
    getDataViewMemory0().setInt32(arg0 >>> 0, ptr1, true);
}
function optional(value) {
    return isLikeNone(value) ? 0 : addToExternrefTable0(value);
}
function catching(action) {
    return function () { return handleError(action, arguments); };
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
    let changed = "wasm-bindgen's glue changed: adapt `tidy`, which looks in it for";
    let (parts, _) = glue
        .split_once(LOADING)
        .with_context(|| format!("{changed} {LOADING}"))?;
    let mut whole = [parts, STARTING, HELPERS].concat();
    for (repeated, instead) in REPEATED {
        ensure!(whole.contains(repeated), "{changed} {repeated}");
        whole = whole.replace(repeated, instead);
    }
    let mut tidied = String::with_capacity(whole.len());
    for line in whole.lines() {
        if !line.starts_with(DISPOSAL) {
            tidied.push_str(&arrow(line));
            tidied.push('\n');
        }
    }
    for (method, class) in DOCUMENT_METHODS {
        let call = format!("arg0.{method}(");
        tidied = tidied.replace(&call, &format!("{class}.prototype.{method}.call(arg0, "));
    }
    Ok(tidied)
}

/// The first line of a function that the wasm imports, as that of an arrow function: it has no
/// `this`.
fn arrow(line: &str) -> String {
    for (function, arrow) in [
        (": function(", ": ("),
        ("catching(function (", "catching(("),
    ] {
        let parts = line.split_once(function);
        let parts = parts.and_then(|(name, rest)| Some((name, rest.strip_suffix(") {")?)));
        if let Some((name, arguments)) = parts {
            return format!("{name}{arrow}{arguments}) => {{");
        }
    }
    line.to_owned()
}

/// Whether a name in a script can hold the character.
pub fn is_name_letter(letter: char) -> bool {
    letter.is_ascii_alphanumeric() || letter == '_' || letter == '$'
}

#[cfg(test)]
mod tests {
    use super::{LOADING, REPEATED, tidy};

    fn glue(more: &str) -> String {
        let repeated: String = REPEATED.iter().map(|(repeated, _)| *repeated).collect();
        format!("{repeated}{more}{LOADING}address) {{}}\n")
    }

    #[test]
    fn methods_of_the_document_are_called_by_their_prototype() -> anyhow::Result<()> {
        let tidied = tidy(&glue("const ret = arg0.createElement(name);\n"))?;
        let call = "const ret = Document.prototype.createElement.call(arg0, name);";
        assert!(tidied.contains(call), "{tidied}");
        Ok(())
    }

    #[test]
    fn imports_become_arrow_functions() -> anyhow::Result<()> {
        let import = "next: function() { return handleError(function (arg0) {\n";
        let tidied = tidy(&glue(&format!("{import}now: function() {{\n")))?;
        assert!(tidied.contains("next: catching((arg0) => {\n"), "{tidied}");
        assert!(tidied.contains("now: () => {\n"), "{tidied}");
        Ok(())
    }

    #[test]
    fn glue_of_another_form_stops_the_build() {
        assert!(tidy("").is_err());
        assert!(tidy(&glue("").replace("handleError", "handle")).is_err());
    }
}
