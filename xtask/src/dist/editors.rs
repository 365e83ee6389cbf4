//! The element as programs read it: the custom elements manifest, and the data of editors.

use crate::project;
use anyhow::Result;
use serde_json::{Value, json};
use strillone::config::{self, OptionEntry};

use super::{
    reference::{METHODS, Reference, STATES},
    types::{description, sentence, type_of, union},
};

const TAG: &str = "strillone-news";
const SUMMARY: &str = "A live headline widget: the newest headlines of RSS, Atom or JSON feeds.";

/// `custom-elements.json`, <https://github.com/webcomponents/custom-elements-manifest> 2.1.0
pub fn manifest(reference: &Reference) -> Result<String> {
    let members = METHODS
        .iter()
        .map(|(name, meaning)| {
            json!({
                "kind": "method", "name": name, "description": meaning,
                "return": { "type": { "text": "void" } },
            })
        })
        .chain([
            json!({
                "kind": "field", "name": "state", "readonly": true,
                "type": { "text": union(STATES) },
            }),
            json!({
                "kind": "field", "name": "items", "readonly": true,
                "type": { "text": "readonly StrilloneItem[]" },
                "description": "The shown headlines.",
            }),
        ]);
    let events = reference.events.iter().map(|event| {
        json!({
            "name": event.entry.name,
            "description": sentence(&event.entry.description),
            "type": { "text": format!("CustomEvent<{}>", event.detail) },
        })
    });
    let declaration = json!({
        "kind": "class", "name": "StrilloneNews", "customElement": true, "tagName": TAG,
        "superclass": { "name": "HTMLElement" },
        "description": SUMMARY,
        "attributes": config::options().iter().map(attribute).collect::<Vec<_>>(),
        "members": members.collect::<Vec<_>>(),
        "events": events.collect::<Vec<_>>(),
        "slots": [{ "name": "", "description": "Shown until the headlines are there, and when they cannot be had." }],
        "cssParts": reference.parts.iter().map(|part| json!({ "name": part })).collect::<Vec<_>>(),
        "cssProperties": reference.custom_properties.iter().map(|property| json!({
            "name": property.name, "description": sentence(&property.description),
        })).collect::<Vec<_>>(),
    });
    pretty(&json!({
        "schemaVersion": "2.1.0",
        "modules": [{
            "kind": "javascript-module",
            "path": "strillone.js",
            "declarations": [declaration],
            "exports": [{
                "kind": "custom-element-definition", "name": TAG,
                "declaration": { "name": "StrilloneNews", "module": "strillone.js" },
            }],
        }],
    }))
}

/// `vscode.html-custom-data.json`
pub fn vscode() -> Result<String> {
    let attributes: Vec<Value> = config::options().iter().map(|option| {
        json!({
            "name": option.name,
            "description": description(option),
            "values": option.keywords.iter().map(|word| json!({ "name": word })).collect::<Vec<_>>(),
        })
    }).collect();
    pretty(&json!({
        "version": 1.1,
        "tags": [{ "name": TAG, "description": SUMMARY, "attributes": attributes }],
    }))
}

/// `web-types.json`, for JetBrains' editors: <https://github.com/JetBrains/web-types>
pub fn web_types(reference: &Reference) -> Result<String> {
    let attributes: Vec<Value> = config::options()
        .iter()
        .map(attribute_of_web_types)
        .collect();
    let events: Vec<Value> = reference.events.iter().map(|event| {
        json!({ "name": event.entry.name, "description": sentence(&event.entry.description) })
    }).collect();
    let parts: Vec<Value> = reference
        .parts
        .iter()
        .map(|part| json!({ "name": part }))
        .collect();
    let properties: Vec<Value> = reference.custom_properties.iter().map(|property| {
        json!({ "name": property.name, "description": sentence(&property.description) })
    }).collect();
    pretty(&json!({
        "name": "strillone",
        "version": project::VERSION,
        "description-markup": "markdown",
        "contributions": { "html": { "elements": [{
            "name": TAG,
            "description": SUMMARY,
            "attributes": attributes,
            "js": { "events": events },
            "css": { "parts": parts, "properties": properties },
        }] } },
    }))
}

fn attribute(option: &OptionEntry) -> Value {
    let mut value = json!({
        "name": option.name,
        "description": description(option),
        "type": { "text": type_of(option) },
    });
    if let (Some(object), false) = (value.as_object_mut(), option.default.is_empty()) {
        object.insert("default".to_owned(), json!(option.default));
    }
    value
}

fn attribute_of_web_types(option: &OptionEntry) -> Value {
    json!({
        "name": option.name,
        "description": description(option),
        "default": option.default,
        "required": option.name == "feed",
        "value": { "type": type_of(option) },
    })
}

fn pretty(value: &Value) -> Result<String> {
    Ok(format!("{}\n", serde_json::to_string_pretty(value)?))
}
