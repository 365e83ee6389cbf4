//! Makes the style sheet small before it is compiled into the widget.

use std::{env, error::Error, fs, path::Path};

/// Where the sheet is written.
const SHEET: &str = "style/widget.css";

fn main() -> Result<(), Box<dyn Error>> {
    println!("cargo::rerun-if-changed={SHEET}");
    println!("cargo::rerun-if-changed=build.rs");

    let sheet = fs::read_to_string(SHEET).map_err(|error| format!("{SHEET}: {error}"))?;
    let small = minifier::css::minify(&sheet)
        .map_err(|error| format!("{SHEET}: {error}"))?
        .to_string();
    let folder = env::var("OUT_DIR")?;
    fs::write(Path::new(&folder).join("widget.css"), small)?;
    Ok(())
}
