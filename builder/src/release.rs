//! The widget's files on the host that the builder stands on: `manifest.json` of the release.

use std::collections::BTreeMap;

use serde::Deserialize;

/// What a release says of itself.
#[derive(Clone, Debug, Default, Deserialize, PartialEq, Eq)]
pub struct Manifest {
    /// Such as `0.1.0`: also the name of the folder that never changes.
    pub version: String,
    /// By their names.
    pub files: BTreeMap<String, File>,
}

/// A file of the release.
#[derive(Clone, Debug, Deserialize, PartialEq, Eq)]
pub struct File {
    /// The value of an `integrity` attribute.
    pub integrity: String,
    /// As it travels: compressed by Brotli.
    pub brotli: u64,
}

/// The release as it can be reached.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Release {
    /// The address of its folder, with a slash at the end.
    pub base: String,
    /// What it says of itself; empty until it is there.
    pub manifest: Manifest,
}

/// A script, and what pins it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Script {
    /// Its address.
    pub address: String,
    /// The value of its `integrity` attribute, if it is pinned.
    pub integrity: Option<String>,
}

impl Release {
    /// The address of one of its files.
    pub fn address(&self, name: &str) -> String {
        format!("{}{name}", self.base)
    }

    /// The widget's script: that of the newest release, or this very one.
    pub fn script(&self, is_pinned: bool) -> Script {
        let file = self.manifest.files.get("strillone.js");
        match file.filter(|_| is_pinned) {
            Some(file) => Script {
                address: self.address(&format!("{}/strillone.js", self.manifest.version)),
                integrity: Some(file.integrity.clone()),
            },
            None => Script {
                address: self.address("strillone.js"),
                integrity: None,
            },
        }
    }

    /// The address of the package for npm.
    pub fn package(&self) -> String {
        self.address(&format!("strillone-{}.tgz", self.manifest.version))
    }

    /// What a file weighs on its way, in bytes.
    pub fn weight(&self, name: &str) -> Option<u64> {
        Some(self.manifest.files.get(name)?.brotli)
    }
}
