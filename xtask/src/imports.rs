//! The functions that the wasm imports from the glue, as an array: a name would stand in both
//! files, a place in neither. Functions of like code stand side by side, where they compress best;
//! of those that are the same, one stands there for all.

use std::collections::{BTreeMap, BTreeSet};

use anyhow::{Context, Result};

/// How the object of the imports begins in the glue.
const BEGINNING: &str = "    const import0 = {\n        __proto__: null,\n";

/// How it ends.
const END: &str = "    };\n";

/// How the line begins with which a function begins.
const INDENT: &str = "        ";

/// The imported functions, by their names.
pub struct Imports {
    /// Their places in the array.
    pub places: BTreeMap<String, usize>,
    /// The glue with the array.
    pub glue: String,
}

impl Imports {
    /// Those of wasm-bindgen's glue.
    pub fn of(glue: &str) -> Result<Self> {
        let changed = "wasm-bindgen's glue changed: adapt `imports`, which looks in it for";
        let (before, rest) = glue
            .split_once(BEGINNING)
            .with_context(|| format!("{changed} {BEGINNING}"))?;
        let (object, after) = rest
            .split_once(END)
            .with_context(|| format!("{changed} {END}"))?;
        let mut functions: Vec<(&str, String)> = Vec::new();
        for line in object.lines().filter(|it| !it.trim().starts_with("//")) {
            let own = line.strip_prefix(INDENT).unwrap_or(line);
            let begun = own.split_once(": ").filter(|_| !own.starts_with(' '));
            if let Some((name, beginning)) = begun {
                functions.push((name, beginning.to_owned()));
            } else if let Some((_, function)) = functions.last_mut() {
                function.push('\n');
                function.push_str(line);
            }
        }
        let codes: BTreeSet<&str> = functions.iter().map(|(_, code)| code.as_str()).collect();
        let place = |code: &str| codes.range(..code).count();
        let places = functions
            .iter()
            .map(|(name, code)| ((*name).to_owned(), place(code)))
            .collect();
        let array = Vec::from_iter(codes.iter().copied()).join("\n");
        Ok(Self {
            places,
            glue: format!("{before}    const import0 = [\n{array}\n    ];\n{after}"),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::Imports;

    const GLUE: &str = r#"function imports() {
    const import0 = {
        __proto__: null,
        __wbg_width_12ab: (arg0) => {
            return arg0.width;
        },
        __wbg_length_34cd: (arg0) => {
            return arg0.length;
        },
        __wbg_length_56ef: (arg0) => {
            // What only people read.
            return arg0.length;
        },
    };
    return import0;
}
"#;

    #[test]
    fn like_functions_stand_side_by_side_and_the_same_only_once() -> anyhow::Result<()> {
        let imports = Imports::of(GLUE)?;
        let expected = r#"function imports() {
    const import0 = [
(arg0) => {
            return arg0.length;
        },
(arg0) => {
            return arg0.width;
        },
    ];
    return import0;
}
"#;
        assert_eq!(imports.glue, expected);
        let place = |name| imports.places.get(name).copied();
        assert_eq!(place("__wbg_width_12ab"), Some(1));
        assert_eq!(place("__wbg_length_34cd"), Some(0));
        assert_eq!(place("__wbg_length_56ef"), Some(0));
        Ok(())
    }

    #[test]
    fn glue_of_another_form_stops_the_build() {
        assert!(Imports::of("").is_err());
    }
}
