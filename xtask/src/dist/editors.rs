//! The element as programs read it: the custom elements manifest, and the data of editors.

use anyhow::Result;
use serde_json::{Value, json};

use crate::project;
use crate::tables::{OptionRow, Tables, union};

const TAG: &str = "strillone-news";
const SUMMARY: &str = "A live headline widget: the newest headlines of RSS, Atom or JSON feeds.";

/// `custom-elements.json`, <https://github.com/webcomponents/custom-elements-manifest> 2.1.0
pub fn manifest(tables: &Tables) -> Result<String> {
    let states: Vec<&str> = tables.states.iter().map(|state| state.name).collect();
    let members = tables
        .methods
        .iter()
        .map(|method| {
            json!({
                "kind": "method", "name": method.name, "description": method.description,
                "return": { "type": { "text": "void" } },
            })
        })
        .chain([
            json!({
                "kind": "field", "name": "state", "readonly": true,
                "type": { "text": union(&states) },
            }),
            json!({
                "kind": "field", "name": "items", "readonly": true,
                "type": { "text": "readonly StrilloneItem[]" },
                "description": "The shown headlines.",
            }),
        ]);
    let events = tables.events.iter().map(|event| {
        json!({
            "name": event.name,
            "description": event.description,
            "type": { "text": format!("CustomEvent<{}>", event.detail) },
        })
    });
    let declaration = json!({
        "kind": "class", "name": "StrilloneNews", "customElement": true, "tagName": TAG,
        "superclass": { "name": "HTMLElement" },
        "description": SUMMARY,
        "attributes": tables.options.iter().map(attribute).collect::<Vec<_>>(),
        "members": members.collect::<Vec<_>>(),
        "events": events.collect::<Vec<_>>(),
        "slots": [{ "name": "", "description": "Shown until the headlines are there, and when they cannot be had." }],
        "cssParts": tables.parts.iter().map(|part| json!({ "name": part.name, "description": part.description })).collect::<Vec<_>>(),
        "cssProperties": tables.custom_properties.iter().map(|property| json!({
            "name": property.name, "description": property.description,
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
pub fn vscode(tables: &Tables) -> Result<String> {
    let attributes: Vec<Value> = tables.options.iter().map(|option| {
        json!({
            "name": option.entry.name,
            "description": option.summary,
            "values": option.entry.keywords.iter().map(|word| json!({ "name": word })).collect::<Vec<_>>(),
        })
    }).collect();
    pretty(&json!({
        "version": 1.1,
        "tags": [{ "name": TAG, "description": SUMMARY, "attributes": attributes }],
    }))
}

/// `web-types.json`, for JetBrains' editors: <https://github.com/JetBrains/web-types>
pub fn web_types(tables: &Tables) -> Result<String> {
    let attributes: Vec<Value> = tables.options.iter().map(attribute_of_web_types).collect();
    let events: Vec<Value> = tables
        .events
        .iter()
        .map(|event| json!({ "name": event.name, "description": event.description }))
        .collect();
    let parts: Vec<Value> = tables
        .parts
        .iter()
        .map(|part| json!({ "name": part.name, "description": part.description }))
        .collect();
    let properties: Vec<Value> = tables
        .custom_properties
        .iter()
        .map(|property| json!({ "name": property.name, "description": property.description }))
        .collect();
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

fn attribute(option: &OptionRow) -> Value {
    let mut value = json!({
        "name": option.entry.name,
        "description": option.summary,
        "type": { "text": option.kind },
    });
    if let (Some(object), false) = (value.as_object_mut(), option.entry.default.is_empty()) {
        object.insert("default".to_owned(), json!(option.entry.default));
    }
    value
}

fn attribute_of_web_types(option: &OptionRow) -> Value {
    json!({
        "name": option.entry.name,
        "description": option.summary,
        "default": option.entry.default,
        "required": option.entry.name == "feed",
        "value": { "type": option.kind },
    })
}

fn pretty(value: &Value) -> Result<String> {
    Ok(format!("{}\n", serde_json::to_string_pretty(value)?))
}
