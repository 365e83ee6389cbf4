//! The forms for frameworks. A bundler brings the package; where the framework prints pages on a
//! server, the page's own tag brings the script.

use super::plain::{news, script_attributes};
use super::{Piece, Place, Recipe};
use crate::markup::{Content, Dialect, element, indented};

const INSTALL: &str = "npm install";

pub(super) fn react(recipe: Recipe<'_>) -> Vec<Piece> {
    let news = indented(&indented(&element_of(recipe)));
    let text =
        format!("import 'strillone';\n\nexport function News() {{\n  return (\n{news}\n  );\n}}");
    vec![install(recipe), file("News.jsx", text)]
}

pub(super) fn next(recipe: Recipe<'_>) -> Vec<Piece> {
    let script = recipe.release.script(recipe.is_pinned);
    // React writes the attribute's name in its own way.
    let attributes: Vec<(&str, Option<&str>)> = script_attributes(&script)
        .into_iter()
        .map(|(name, text)| match name {
            "crossorigin" => ("crossOrigin", text),
            name => (name, text),
        })
        .collect();
    let script = element(Dialect::Template, "script", &attributes, Content::Void);
    let content = indented(&format!("{script}\n{}", element_of(recipe)));
    let content = indented(&indented(&format!("<>\n{content}\n</>")));
    let text = format!("export function News() {{\n  return (\n{content}\n  );\n}}");
    vec![file("app/News.jsx", text)]
}

pub(super) fn vue(recipe: Recipe<'_>) -> Vec<Piece> {
    let news = indented(&element_of(recipe));
    let text = format!(
        "<script setup>\nimport 'strillone';\n</script>\n\n<template>\n{news}\n</template>"
    );
    let config = "vue({\n  template: {\n    compilerOptions: {\n      \
                  isCustomElement: (tag) => tag === 'strillone-news',\n    },\n  },\n})";
    vec![
        install(recipe),
        file("News.vue", text),
        file("vite.config.js", config.to_owned()),
    ]
}

pub(super) fn svelte(recipe: Recipe<'_>) -> Vec<Piece> {
    let news = element_of(recipe);
    let text = format!("<script>\n  import 'strillone';\n</script>\n\n{news}");
    vec![install(recipe), file("News.svelte", text)]
}

pub(super) fn astro(recipe: Recipe<'_>) -> Vec<Piece> {
    let script = recipe.release.script(recipe.is_pinned);
    let mut attributes = vec![("is:inline", None)];
    attributes.extend(script_attributes(&script));
    let script = element(Dialect::Template, "script", &attributes, Content::Empty);
    let text = format!("{script}\n{}", element_of(recipe));
    vec![file("src/components/News.astro", text)]
}

fn element_of(recipe: Recipe<'_>) -> String {
    news(Dialect::Template, recipe.choices, recipe.fallback)
}

fn install(recipe: Recipe<'_>) -> Piece {
    Piece {
        place: Place::Terminal,
        text: format!("{INSTALL} {}", recipe.release.package()),
    }
}

fn file(name: &'static str, text: String) -> Piece {
    Piece {
        place: Place::File(name),
        text,
    }
}
