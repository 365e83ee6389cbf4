//! What assistive technology is told of the model screen: Chromium's accessibility tree as
//! text, a node a line.

use std::{collections::HashMap, fs};

use anyhow::{Context, Result, ensure};
use serde_json::{Value, json};

use crate::{engines::Engine, servers::Reply, stage::Stage, tests};

tests!(in [Engine::Chromium];
    model_screen_reads_as_expected,
);

const EXPECTED: &str = include_str!("tree/model-screen.txt");

async fn model_screen_reads_as_expected(stage: &mut Stage) -> Result<()> {
    let feed = fs::read(concat!(env!("CARGO_MANIFEST_DIR"), "/demo/feed.xml"))?;
    stage
        .feeds
        .put("/feed.xml", Reply::new("application/rss+xml", feed));
    stage.open("reader.html").await?;
    // On the evening of the feed's newest day.
    stage
        .run(
            "const now = Date.parse('2026-11-20T17:30:00+01:00');
             Date.now = () => now;
             reader.add({
                 lang: 'it', limit: 9, preview: 'panel', open: 'first',
                 'time-zone': 'Europe/Rome', follow: 'https://www.facebook.com/corriere.example',
             });",
        )
        .await?;
    stage.until("probe.parts('preview').length > 0").await?;
    let tree = stage
        .driver
        .cdp()
        .send_raw("Accessibility.getFullAXTree", json!({}))
        .await?;
    let read = Tree::of(&tree)?.print("region")?;
    ensure!(read == EXPECTED, "the model screen reads\n{read}");
    Ok(())
}

struct Tree<'a> {
    nodes: Vec<&'a Value>,
    by_id: HashMap<&'a str, &'a Value>,
}

impl<'a> Tree<'a> {
    fn of(answer: &'a Value) -> Result<Self> {
        let nodes = answer.get("nodes").and_then(Value::as_array);
        let nodes: Vec<&Value> = nodes.context("a tree has nodes")?.iter().collect();
        let id = |node: &'a Value| Some((node.get("nodeId")?.as_str()?, node));
        Ok(Self {
            by_id: nodes.iter().filter_map(|node| id(node)).collect(),
            nodes,
        })
    }

    /// The first node of a role with all that is below it.
    fn print(&self, role: &str) -> Result<String> {
        let top = self.nodes.iter().find(|node| text(node, "role") == role);
        let mut lines = String::new();
        self.add(top.with_context(|| format!("a {role}"))?, 0, &mut lines);
        Ok(lines)
    }

    fn add(&self, node: &Value, depth: usize, lines: &mut String) {
        let (role, name) = (text(node, "role"), text(node, "name"));
        let is_ignored = node.get("ignored") == Some(&Value::Bool(true));
        let is_shown =
            !is_ignored && !matches!(role, "generic" | "none" | "paragraph" | "InlineTextBox");
        if is_shown {
            let name: String = name.chars().take(60).collect();
            let line = format!("{}{role} {name}{}", "  ".repeat(depth), states(node));
            lines.push_str(line.trim_end());
            lines.push('\n');
        }
        // The name says what is below these.
        if matches!(role, "link" | "button" | "heading" | "image" | "StaticText") {
            return;
        }
        let children = node.get("childIds").and_then(Value::as_array);
        for id in children.into_iter().flatten().filter_map(Value::as_str) {
            if let Some(child) = self.by_id.get(id) {
                self.add(child, depth + usize::from(is_shown), lines);
            }
        }
    }
}

fn text<'a>(node: &'a Value, field: &str) -> &'a str {
    let value = node.get(field).and_then(|it| it.get("value"));
    value.and_then(Value::as_str).unwrap_or_default()
}

/// Such as `, expanded: true`.
fn states(node: &Value) -> String {
    let properties = node.get("properties").and_then(Value::as_array);
    let known = properties.into_iter().flatten().filter_map(|property| {
        let name = property.get("name")?.as_str()?;
        let value = property.pointer("/value/value")?;
        matches!(name, "expanded" | "live").then(|| format!(", {name}: {value}"))
    });
    known.collect()
}
