//! Where the project's own things are.

use std::{env, fs, path::PathBuf};

use anyhow::{Context, Result, anyhow};

/// The version of everything in the workspace.
pub const VERSION: &str = env!("CARGO_PKG_VERSION");

/// The checkout's top folder. Asked for at run time, because a binary in a shared target
/// folder may have been compiled for another checkout.
pub fn root() -> Result<PathBuf> {
    let package = env::var_os("CARGO_MANIFEST_DIR")
        .context("CARGO_MANIFEST_DIR is not set: start this program by `cargo xtask`")?;
    PathBuf::from(package)
        .parent()
        .map(PathBuf::from)
        .context("the xtask package has no parent folder")
}

/// What partners are given.
pub fn dist() -> Result<PathBuf> {
    Ok(root()?.join("dist"))
}

/// The version of `package` in `Cargo.lock`.
pub fn locked_version(package: &str) -> Result<String> {
    let path = root()?.join("Cargo.lock");
    let text =
        fs::read_to_string(&path).with_context(|| format!("could not read {}", path.display()))?;
    version_in(&text, package)
        .map(str::to_owned)
        .ok_or_else(|| anyhow!("{} names no package {package}", path.display()))
}

fn version_in<'a>(lock: &'a str, package: &str) -> Option<&'a str> {
    let name = format!("name = \"{package}\"");
    lock.lines()
        .skip_while(|line| *line != name)
        .nth(1)?
        .strip_prefix("version = \"")?
        .strip_suffix('"')
}

#[cfg(test)]
mod tests {
    use super::version_in;

    const LOCK: &str = r#"
[[package]]
name = "wasm-bindgen-macro"
version = "0.2.1"

[[package]]
name = "wasm-bindgen"
version = "0.2.130"
"#;

    #[test]
    fn the_version_of_exactly_that_package_is_found() {
        assert_eq!(version_in(LOCK, "wasm-bindgen"), Some("0.2.130"));
        assert_eq!(version_in(LOCK, "wasm"), None);
    }
}
