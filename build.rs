//! Makes what the crate includes: the words of all languages, and the style sheets, minified.

use std::path::PathBuf;

#[path = "build/phrases.rs"]
mod phrases;
#[path = "build/style.rs"]
mod style;

fn main() -> std::io::Result<()> {
    println!("cargo::rerun-if-changed=build");
    println!("cargo::rerun-if-changed=src/i18n");
    println!("cargo::rerun-if-changed=style/printed.css");
    println!("cargo::rerun-if-changed=style/widget");
    let out = PathBuf::from(std::env::var_os("OUT_DIR").unwrap_or_default());
    phrases::generate("src/i18n".as_ref(), &out.join("phrases.rs"))?;
    style::minify("style/printed.css".as_ref(), &out.join("printed.css"))?;
    let widget = "style/widget".as_ref();
    style::check(widget)?;
    style::generate(widget, style::FIRST, &out.join("first.css"))?;
    style::generate(widget, style::COMPONENT, &out.join("component.css"))
}
