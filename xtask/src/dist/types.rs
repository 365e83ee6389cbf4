//! The type declarations of the package: the element, its attributes, events, methods, and the
//! element as JSX knows it.

use std::fmt::Write;

use anyhow::Result;
use strillone::config::{self, OptionEntry};

use super::reference::{METHODS, Reference, STATES};

/// `strillone.d.ts`
pub fn element(reference: &Reference) -> Result<String> {
    let mut text = String::from(
        "// Written by `cargo xtask dist` from the option table.\n\n\
         /** A headline as events and `items` describe it. Times are RFC 3339. */\n\
         export interface StrilloneItem {\n\
         \x20 readonly id: string;\n\
         \x20 readonly url: string | null;\n\
         \x20 readonly title: string;\n\
         \x20 readonly published: string | null;\n\
         \x20 readonly updated: string | null;\n\
         \x20 readonly comments: number | null;\n\
         }\n\n/** What stands on `<strillone-news>`. */\n\
         export interface StrilloneAttributes {\n",
    );
    for option in config::options() {
        writeln!(text, "  /** {} */", description(&option))?;
        writeln!(text, "  '{}'?: {};", option.name, type_of(&option))?;
    }
    text.push_str("}\n\n/** The events, by name. They bubble up to the document. */\n");
    text.push_str("export interface StrilloneEventMap {\n");
    for event in &reference.events {
        writeln!(text, "  /** {} */", sentence(&event.entry.description))?;
        writeln!(
            text,
            "  '{}': CustomEvent<{}>;",
            event.entry.name, event.detail
        )?;
    }
    writeln!(
        text,
        "}}\n\nexport type StrilloneState = {};\n",
        union(STATES)
    )?;
    text.push_str(
        "/** `<strillone-news>` */\nexport interface StrilloneNews extends HTMLElement {\n",
    );
    for (name, meaning) in METHODS {
        writeln!(text, "  /** {meaning} */\n  {name}(): void;")?;
    }
    text.push_str(
        "  readonly state: StrilloneState;\n\
         \x20 /** The shown headlines. */\n\
         \x20 readonly items: readonly StrilloneItem[];\n}\n\n\
         declare global {\n\
         \x20 interface HTMLElementTagNameMap {\n    'strillone-news': StrilloneNews;\n  }\n\
         \x20 interface HTMLElementEventMap extends StrilloneEventMap {}\n\
         \x20 interface DocumentEventMap extends StrilloneEventMap {}\n}\n",
    );
    Ok(text)
}

/// `react.d.ts`: the element as React's JSX knows it.
pub fn react() -> &'static str {
    "import type { DetailedHTMLProps, HTMLAttributes } from 'react';\n\
     import type { StrilloneAttributes, StrilloneNews } from 'strillone';\n\n\
     declare module 'react' {\n\
     \x20 namespace JSX {\n\
     \x20   interface IntrinsicElements {\n\
     \x20     'strillone-news': Omit<DetailedHTMLProps<HTMLAttributes<StrilloneNews>, StrilloneNews>, keyof StrilloneAttributes> &\n\
     \x20       StrilloneAttributes;\n    }\n  }\n}\n"
}

/// `jsx.d.ts`: the same where JSX is global.
pub fn jsx() -> &'static str {
    "import type { StrilloneAttributes } from 'strillone';\n\n\
     declare global {\n\
     \x20 namespace JSX {\n\
     \x20   interface IntrinsicElements {\n\
     \x20     'strillone-news': StrilloneAttributes & { [attribute: string]: unknown };\n\
     \x20   }\n  }\n}\n"
}

/// The type of an attribute's value, in TypeScript.
pub fn type_of(option: &OptionEntry) -> String {
    if !option.keywords.is_empty() {
        union(option.keywords)
    } else if option.expected.contains("number") {
        "number | `${number}`".to_owned()
    } else {
        "string".to_owned()
    }
}

/// What an option does and may be, in one line.
pub fn description(option: &OptionEntry) -> String {
    let mut text = option.description.replace("\n", " ").replace("  ", " ");
    if !option.default.is_empty() {
        text.push_str(&format!(" Default: `{}`.", option.default));
    }
    text
}

/// One of these words, in TypeScript.
pub fn union(words: &[&str]) -> String {
    let quoted: Vec<String> = words.iter().map(|word| format!("'{word}'")).collect();
    quoted.join(" | ")
}

/// A phrase with a capital letter and a stop.
pub fn sentence(phrase: &str) -> String {
    let mut letters = phrase.chars();
    let first = letters.next().map(char::to_uppercase);
    format!(
        "{}{}.",
        first.into_iter().flatten().collect::<String>(),
        letters.as_str()
    )
}
