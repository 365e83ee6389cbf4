//! `src/i18n/*.txt` → one static text a language: the values of all keys, a line each, in
//! the order of English. Keys stay out of the wasm, and a missing one stops the build.

use std::fmt::Write as _;
use std::path::Path;

/// Writes `phrases.rs`: the enum `Phrase`, and `LANGUAGES`, pairs of tag and text.
pub fn generate(folder: &Path, target: &Path) -> std::io::Result<()> {
    let mut files: Vec<_> = std::fs::read_dir(folder)?
        .collect::<Result<Vec<_>, _>>()?
        .into_iter()
        .map(|entry| entry.path())
        .filter(|path| path.extension().is_some_and(|extension| extension == "txt"))
        .collect();
    files.sort();
    let english = entries(&folder.join("en.txt"))?;
    let mut code = String::from(
        "/// Something the widget says.\n#[derive(Clone, Copy, Debug, PartialEq, Eq)]\npub enum Phrase {\n",
    );
    for (key, text) in &english {
        let name = camel_case(key);
        let _ = writeln!(code, "    /// “{text}”\n    {name},");
    }
    code.push_str("}\n\n/// The languages: tag, and the messages, a line each.\npub static LANGUAGES: &[(&str, &str)] = &[\n");
    for file in files {
        let tag = file
            .file_stem()
            .unwrap_or_default()
            .to_string_lossy()
            .into_owned();
        let translated = entries(&file)?;
        let keys =
            |of: &[(String, String)]| of.iter().map(|(key, _)| key.clone()).collect::<Vec<_>>();
        assert_eq!(
            keys(&english),
            keys(&translated),
            "{} must have the keys of en.txt, in their order",
            file.display()
        );
        let texts: Vec<_> = translated.into_iter().map(|(_, text)| text).collect();
        let _ = writeln!(code, "    ({tag:?}, {:?}),", texts.join("\n"));
    }
    code.push_str("];\n");
    std::fs::write(target, code)
}

fn entries(file: &Path) -> std::io::Result<Vec<(String, String)>> {
    let text = std::fs::read_to_string(file)?;
    Ok(text
        .lines()
        .filter_map(|line| line.split_once(" = "))
        .map(|(key, text)| {
            let forms: Vec<_> = text.split('|').map(str::trim).collect();
            (key.trim().to_owned(), forms.join("|"))
        })
        .collect())
}

fn camel_case(key: &str) -> String {
    let mut name = String::new();
    for word in key.split('_') {
        let mut letters = word.chars();
        name.extend(letters.next().map(|letter| letter.to_ascii_uppercase()));
        name.push_str(letters.as_str());
    }
    name
}
