//! The artefact against its budgets.

use std::{fs, path::Path};

use anyhow::{Context, Result, bail, ensure};

use crate::project;

/// How large a shipped file may be on the wire, by brotli, in units of 1,024 bytes.
struct Budget {
    file: &'static str,
    /// What a reader's connection may be asked for.
    budget: u64,
    aim: u64,
    /// What fails the check. It stands above the budget only where the budget has not been
    /// reached yet, as close to the measured size as it can be.
    ceiling: u64,
}

/// What one file weighs, in bytes.
struct Weight {
    raw: u64,
    gzip: u64,
    brotli: u64,
}

const BUDGETS: &[Budget] = &[
    Budget {
        file: "strillone.js",
        budget: 15,
        aim: 13,
        ceiling: 20,
    },
    Budget {
        file: "strillone.wasm",
        budget: 108,
        aim: 98,
        ceiling: 147,
    },
];

/// Prints the table and fails when a budget is passed.
pub fn check() -> Result<()> {
    let passed = report()?;
    if !passed.is_empty() {
        bail!("above its ceiling: {}", passed.join(", "));
    }
    let (dist, root) = (project::dist()?, project::root()?);
    let readme = fs::read_to_string(root.join("README.md"))?;
    for budget in BUDGETS {
        let brotli = weigh(&dist, budget.file)?.brotli;
        ensure!(
            is_said(&readme, budget.file, brotli),
            "README.md does not say of {} that it weighs {} KB",
            budget.file,
            kilobytes(brotli)
        );
    }
    Ok(())
}

/// Whether the README's table has the weight of a file, give or take a kilobyte.
fn is_said(readme: &str, file: &str, brotli: u64) -> bool {
    let begin = format!("| `{file}` | ");
    let mut lines = readme.lines();
    let said = lines.find_map(|line| line.strip_prefix(&begin)?.split_once(" KB"));
    let said = said.and_then(|(number, _)| number.parse::<f64>().ok());
    said.is_some_and(|said| (said - brotli as f64 / 1024.0).abs() <= 1.0)
}

/// Prints the table and returns the files that pass their ceilings.
pub fn report() -> Result<Vec<&'static str>> {
    let dist = project::dist()?;
    println!(
        "{:<18}{:>10}{:>10}{:>10}{:>10}{:>10}{:>8}",
        "KB of 1,024", "raw", "gzip", "brotli", "ceiling", "budget", "aim"
    );
    let mut passed = Vec::new();
    for budget in BUDGETS {
        let weight = weigh(&dist, budget.file)?;
        println!(
            "{:<18}{:>10}{:>10}{:>10}{:>10}{:>10}{:>8}",
            budget.file,
            kilobytes(weight.raw),
            kilobytes(weight.gzip),
            kilobytes(weight.brotli),
            budget.ceiling,
            budget.budget,
            budget.aim
        );
        if is_passed(budget, weight.brotli) {
            passed.push(budget.file);
        }
    }
    Ok(passed)
}

fn weigh(dist: &Path, file: &str) -> Result<Weight> {
    let length = |name: String| {
        let path = dist.join(name);
        fs::metadata(&path)
            .map(|metadata| metadata.len())
            .with_context(|| format!("no {}: run `cargo xtask build` first", path.display()))
    };
    Ok(Weight {
        raw: length(file.to_owned())?,
        gzip: length(format!("{file}.gz"))?,
        brotli: length(format!("{file}.br"))?,
    })
}

fn is_passed(budget: &Budget, brotli: u64) -> bool {
    brotli > budget.ceiling * 1024
}

/// Rounded up, so that a printed number never hides a passed budget.
fn kilobytes(bytes: u64) -> String {
    let tenths = (bytes * 10).div_ceil(1024);
    format!("{}.{}", tenths / 10, tenths % 10)
}

#[cfg(test)]
mod tests {
    use super::{BUDGETS, is_passed, is_said, kilobytes};

    #[test]
    fn a_ceiling_is_passed_by_its_first_byte_too_many() {
        let script = &BUDGETS[0];
        let ceiling = script.ceiling * 1024;
        assert!(!is_passed(script, ceiling));
        assert!(is_passed(script, ceiling + 1));
    }

    #[test]
    fn kilobytes_are_rounded_up() {
        assert_eq!(kilobytes(8 * 1024), "8.0");
        assert_eq!(kilobytes(8 * 1024 + 1), "8.1");
    }

    #[test]
    fn a_weight_in_the_readme_may_be_a_kilobyte_old() {
        let readme = "| file | brotli |\n|---|---|\n| `a.js` | 18.9 KB | |\n";
        assert!(is_said(readme, "a.js", 19 * 1024));
        assert!(!is_said(readme, "a.js", 20 * 1024));
        assert!(!is_said(readme, "b.js", 19 * 1024));
    }
}
