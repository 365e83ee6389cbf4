//! What a page must not see of the widget, and what is said of a test that fails.

use std::{
    fs,
    path::{Path, PathBuf},
};

use anyhow::{Result, ensure};
use serde_json::{Value, json};

use super::Stage;

/// What a page must not see of the widget, unless the situation is just that.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Trouble {
    /// A policy of the page refused something.
    Violation,
    /// The widget wrote on the console.
    Complaint,
    /// Nothing can be seen, because the page is not the partner's.
    Unseen,
}

impl Stage {
    /// This test is about `trouble`, so it may happen.
    pub fn expect(&mut self, trouble: Trouble) {
        self.expected.push(trouble);
    }

    /// Waits until just one line of the widget's on the console has all of `words` in it.
    pub async fn complains_of(&mut self, words: &[&str]) -> Result<()> {
        self.expect(Trouble::Complaint);
        self.until("probe.seen.complaints.length > 0").await?;
        self.until_drawn().await?;
        let complaints = self.value("probe.seen.complaints").await?;
        let lines: Vec<&str> = complaints
            .as_array()
            .into_iter()
            .flatten()
            .filter_map(Value::as_str)
            .collect();
        ensure!(
            lines.len() == 1,
            "the console has not one line but {lines:#?}"
        );
        for word in words {
            ensure!(
                lines.iter().any(|line| line.contains(word)),
                "no {word:?} in {lines:?}"
            );
        }
        Ok(())
    }

    /// Fails when the page has seen what no page may see.
    pub async fn check_calm(&self) -> Result<()> {
        if self.expected.contains(&Trouble::Unseen) {
            return Ok(());
        }
        let mut forbidden = vec!["errors", "rejections"];
        if !self.expected.contains(&Trouble::Violation) {
            forbidden.push("violations");
        }
        if !self.expected.contains(&Trouble::Complaint) {
            forbidden.push("complaints");
        }
        for kind in forbidden {
            let seen = self.value(&format!("probe.seen.{kind}")).await?;
            ensure!(seen == json!([]), "the page has seen {kind}: {seen:#}");
        }
        Ok(())
    }

    /// What helps to understand a failure: the page, what it has seen, and a picture.
    pub async fn report(&self) -> String {
        let seen = self.value("probe.seen").await.unwrap_or_default();
        let name = format!(
            "{}-{}.png",
            self.engine.name(),
            self.host.trim_end_matches(".html").replace('/', "-")
        );
        let picture = screenshots().join(name);
        let taken = match fs::create_dir_all(screenshots()) {
            Ok(()) => self.driver.screenshot(&picture).await.is_ok(),
            Err(_) => false,
        };
        let picture = if taken {
            picture.display().to_string()
        } else {
            "none".to_owned()
        };
        format!(
            "host page: tests/hosts/{}\nscreenshot: {picture}\nseen: {seen:#}",
            self.host
        )
    }
}

fn screenshots() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("target/screenshots")
}
