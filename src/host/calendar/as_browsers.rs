//! Where browsers write dates otherwise than `icu` does: what is printed is then shown by a
//! browser, and must not change. Chromium and Firefox write all of this alike (2026).

use icu_calendar::{Date, Gregorian, Iso};
use icu_datetime::DateTimeFormatterPreferences;
use icu_datetime::fieldsets::enums::DateFieldSet;
use icu_datetime::pattern::{DateTimePattern, FixedCalendarDateTimeNames, MonthNameLength};
use icu_locale_core::Locale;
use icu_locale_core::preferences::extensions::unicode::keywords::CalendarAlgorithm;
use writeable::TryWriteable;

use crate::host::TimeStyle;

/// The calendar of a language whose own region has another than most: `icu` knows it by the
/// region alone.
pub fn calendar(locale: &Locale) -> Option<CalendarAlgorithm> {
    (locale.id.language.as_str() == "fa").then_some(CalendarAlgorithm::Persian)
}

/// The month in short, where `icu` has "day and month, not too long" in digits. `long` is the
/// same date with the whole name of the month; nothing where that month has no short name.
pub fn short_month(
    long: &str,
    date: &Date<Iso>,
    preferences: DateTimeFormatterPreferences,
) -> Option<String> {
    let date = date.to_calendar(Gregorian);
    let month = |pattern: &str, length| {
        let pattern: DateTimePattern = pattern.parse().ok()?;
        let mut names =
            FixedCalendarDateTimeNames::<Gregorian, DateFieldSet>::try_new(preferences).ok()?;
        names.include_month_names(length).ok()?;
        let month = names.with_pattern_unchecked(&pattern).format(&date);
        Some(month.try_write_to_string().ok()?.into_owned())
    };
    let whole = month("MMMM", MonthNameLength::Wide)?;
    let short = month("MMM", MonthNameLength::Abbreviated)?;
    Some(long.replace(&whole, &short))
}

/// The text as browsers have it. `hour` is that of the day.
pub fn corrected(text: &str, style: TimeStyle, locale: &Locale, hour: u8) -> String {
    // https://bugs.chromium.org/p/chromium/issues/detail?id=1414292
    let text = text.replace('\u{202f}', " ");
    let script = locale.id.script.map(|script| script.as_str().to_owned());
    match (locale.id.language.as_str(), script.as_deref()) {
        ("ko", _) => text.replace("AM ", "오전 ").replace("PM ", "오후 "),
        ("es", _) if style == TimeStyle::Full => text.replace("a las 0", "a las "),
        // `icu` leaves the letter of the pattern, as it knows no such names yet.
        ("zh", Some("Hant")) => text.replace('B', period_of_day(style, hour)),
        _ => text,
    }
}

/// What precedes the hour in traditional Chinese:
/// <https://www.unicode.org/cldr/charts/latest/supplemental/day_periods.html>
fn period_of_day(style: TimeStyle, hour: u8) -> &'static str {
    match (style, hour) {
        (TimeStyle::Clock, ..12) => "上午",
        (TimeStyle::Clock, _) => "下午",
        (_, ..5) => "凌晨",
        (_, ..8) => "清晨",
        (_, ..12) => "上午",
        (_, ..13) => "中午",
        (_, ..19) => "下午",
        _ => "晚上",
    }
}
