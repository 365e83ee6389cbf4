//! Medians and spreads of a few rounds.

/// The median of what several rounds have measured, with the lowest and the highest.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Summary {
    pub median: f64,
    pub lowest: f64,
    pub highest: f64,
}

/// `None` of no figures at all.
pub fn summary(figures: impl IntoIterator<Item = f64>) -> Option<Summary> {
    let mut figures: Vec<f64> = figures.into_iter().collect();
    figures.sort_by(f64::total_cmp);
    let half = figures.len() / 2;
    let upper = *figures.get(half)?;
    let lower = if figures.len() % 2 == 0 {
        *figures.get(half.checked_sub(1)?)?
    } else {
        upper
    };
    Some(Summary {
        median: lower.midpoint(upper),
        lowest: *figures.first()?,
        highest: *figures.last()?,
    })
}

#[cfg(test)]
mod tests {
    use super::summary;

    #[test]
    fn the_median_is_the_middle_one_or_lies_between_two() {
        let median = |figures: &[f64]| summary(figures.iter().copied()).map(|it| it.median);
        assert_eq!(median(&[]), None);
        assert_eq!(median(&[3.0, 1.0, 2.0]), Some(2.0));
        assert_eq!(median(&[4.0, 1.0, 2.0, 3.0]), Some(2.5));
    }
}
