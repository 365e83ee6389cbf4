//! Makes what the crate includes: the words of all languages, and the style sheet, minified.

use std::path::PathBuf;

#[path = "build/messages.rs"]
mod messages;
#[path = "build/style.rs"]
mod style;

fn main() -> std::io::Result<()> {
    println!("cargo::rerun-if-changed=build");
    println!("cargo::rerun-if-changed=src/messages");
    println!("cargo::rerun-if-changed=style/widget");
    let out = PathBuf::from(std::env::var_os("OUT_DIR").unwrap_or_default());
    messages::generate("src/messages".as_ref(), &out.join("messages.rs"))?;
    style::generate("style/widget".as_ref(), &out.join("widget.css"))
}
