//! Plural forms of whole numbers, by the [CLDR rules] of the languages the widget speaks.
//!
//! [CLDR rules]: https://www.unicode.org/cldr/charts/latest/supplemental/language_plural_rules.html

/// Which of the language's forms is used with `n`; forms stand in CLDR's order (zero, one,
/// two, few, many, other), those a language does not have left out. Where a message has
/// fewer forms than that, as in Turkish, where a noun after a number does not change, the
/// last one serves. Portuguese is counted as in Portugal ("0 comentários").
pub fn form(language: &str, n: u32) -> usize {
    let (ten, hundred) = (n % 10, n % 100);
    let few = (2..=4).contains(&ten) && !(12..=14).contains(&hundred);
    match language {
        "fr" | "hi" => usize::from(n > 1),
        "he" => match n {
            1 | 2 => n as usize - 1,
            _ => 2,
        },
        "pl" | "ru" | "uk" => match n {
            1 => 0,
            _ if ten == 1 && hundred != 11 && language != "pl" => 0,
            _ if few => 1,
            _ => 2,
        },
        "ro" => match n {
            1 => 0,
            0 => 1,
            _ if (1..=19).contains(&hundred) => 1,
            _ => 2,
        },
        "ar" => match n {
            0..=2 => n as usize,
            _ if (3..=10).contains(&hundred) => 3,
            _ if hundred >= 11 => 4,
            _ => 5,
        },
        _ => usize::from(n != 1),
    }
}
