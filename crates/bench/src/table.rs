//! Tables of Markdown.

use crate::statistics::{Summary, summary};

/// A column: one figure of what was measured.
pub struct Figure<T> {
    pub name: &'static str,
    pub of: fn(&T) -> Option<f64>,
    pub decimals: usize,
}

/// A table whose columns are `leading`, such as `| |`, and the figures. A row is what stands in
/// its leading columns, and what several rounds have measured.
pub fn table<'a, T: 'a>(
    leading: &str,
    figures: &[Figure<T>],
    rows: impl IntoIterator<Item = (String, Vec<&'a T>)>,
) -> String {
    let mut table = leading.to_owned();
    for figure in figures {
        table += &format!(" {} |", figure.name);
    }
    let columns = table.matches('|').count() - 1;
    table += &format!("\n|{}\n", "---|".repeat(columns));
    for (name, measured) in rows {
        table += &format!("| {name} |");
        for Figure { of, decimals, .. } in figures {
            let figures = measured.iter().filter_map(|it| of(it));
            table += &format!(" {} |", cell(summary(figures), *decimals));
        }
        table.push('\n');
    }
    table
}

/// The median, and the spread where there is one.
pub fn cell(summary: Option<Summary>, decimals: usize) -> String {
    let Some(Summary {
        median,
        lowest,
        highest,
    }) = summary
    else {
        return "–".to_owned();
    };
    let write = |figure: f64| format!("{figure:.decimals$}");
    let (median, lowest, highest) = (write(median), write(lowest), write(highest));
    if lowest == highest {
        median
    } else {
        format!("{median} ({lowest}–{highest})")
    }
}
