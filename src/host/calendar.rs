//! Dates, times and numbers natively: by `icu`, which reads the same tables (CLDR) as the
//! browser's `Intl`, and by `jiff`, which brings the time zones.

mod as_browsers;

use icu_calendar::Iso;
use icu_datetime::fieldsets::{MD, MDE, T, YMD};
use icu_datetime::input::{Date, DateTime, Time};
use icu_datetime::options::Alignment;
use icu_datetime::{DateTimeFormatter, DateTimeFormatterLoadError, DateTimeFormatterPreferences};
use icu_decimal::DecimalFormatter;
use icu_decimal::input::Decimal;
use icu_experimental::relativetime::options::Numeric;
use icu_experimental::relativetime::{RelativeTimeFormatter, RelativeTimeFormatterOptions};
use icu_locale_core::{Locale, locale};
use jiff::tz::TimeZone;

use super::{Calendar, Native, TimeStyle, TimeUnit};
use crate::time::Timestamp;

impl Calendar for Native {
    fn knows_zone(&self, zone: &str) -> bool {
        TimeZone::get(zone).is_ok()
    }

    fn format_time(
        &self,
        time: Timestamp,
        style: TimeStyle,
        language: &str,
        zone: Option<&str>,
    ) -> String {
        let locale = locale(language);
        let mut preferences = DateTimeFormatterPreferences::from(&locale);
        preferences.calendar_algorithm = preferences
            .calendar_algorithm
            .or_else(|| as_browsers::calendar(&locale));
        let Some(time) = date_time(time, zone) else {
            return String::new();
        };
        let text = match style {
            TimeStyle::Clock => clock(&time, preferences),
            TimeStyle::Date => short_date(&time, preferences),
            TimeStyle::Day => DateTimeFormatter::try_new(preferences, MDE::long())
                .map(|it| it.format(&time).to_string()),
            TimeStyle::DayOfYear => DateTimeFormatter::try_new(preferences, YMD::medium())
                .map(|it| it.format(&time).to_string()),
            TimeStyle::Full => DateTimeFormatter::try_new(preferences, YMD::long().with_time_hm())
                .map(|it| it.format(&time).to_string()),
        };
        let hour = time.time.hour.number();
        as_browsers::corrected(&text.unwrap_or_default(), style, &locale, hour)
    }

    fn ago(&self, amount: u32, unit: TimeUnit, language: &str) -> String {
        let make = match unit {
            TimeUnit::Minute => RelativeTimeFormatter::try_new_short_minute,
            TimeUnit::Hour => RelativeTimeFormatter::try_new_short_hour,
            TimeUnit::Day => RelativeTimeFormatter::try_new_short_day,
        };
        let options = RelativeTimeFormatterOptions {
            numeric: Numeric::Auto,
        };
        let formatter = make((&locale(language)).into(), options).ok();
        // A minus before nought is "ago" as well.
        let amount = format!("-{amount}").parse().ok();
        let text = formatter.zip(amount);
        text.map(|(formatter, amount)| formatter.format(amount).to_string())
            .unwrap_or_default()
    }

    fn number(&self, number: u32, language: &str) -> String {
        DecimalFormatter::try_new((&locale(language)).into(), Default::default())
            .map(|it| it.format(&Decimal::from(number)).to_string())
            .unwrap_or_else(|_| number.to_string())
    }
}

type Outcome = Result<String, DateTimeFormatterLoadError>;

/// Two digits, so that the hours stand under one another; but nobody writes "04:21 PM".
fn clock(time: &DateTime<Iso>, preferences: DateTimeFormatterPreferences) -> Outcome {
    let formatter = DateTimeFormatter::try_new(preferences, T::hm())?;
    let usual = formatter.format(time);
    let has_twelve_hours = usual.pattern().to_string().contains(['h', 'K']);
    if has_twelve_hours {
        return Ok(usual.to_string());
    }
    let fields = T::hm().with_alignment(Alignment::Column);
    let formatter = DateTimeFormatter::try_new(preferences, fields)?;
    Ok(formatter.format(time).to_string())
}

/// Day and month, the month by its name.
fn short_date(time: &DateTime<Iso>, preferences: DateTimeFormatterPreferences) -> Outcome {
    let formatter = DateTimeFormatter::try_new(preferences, MD::medium())?;
    let date = formatter.format(time).to_string();
    if date.chars().any(char::is_alphabetic) {
        return Ok(date);
    }
    let formatter = DateTimeFormatter::try_new(preferences, MD::long())?;
    let long = formatter.format(time).to_string();
    let short = as_browsers::short_month(&long, &time.date, preferences);
    Ok(short.unwrap_or(long))
}

/// The locale of a language tag; English where it is none.
fn locale(language: &str) -> Locale {
    Locale::try_from_str(language).unwrap_or(locale!("en"))
}

/// A moment on the calendar and the clock of a zone, else of this machine's.
fn date_time(time: Timestamp, zone: Option<&str>) -> Option<DateTime<Iso>> {
    let zone = zone.and_then(|zone| TimeZone::get(zone).ok());
    let zone = zone.unwrap_or_else(TimeZone::system);
    let moment = jiff::Timestamp::from_millisecond(time.0).unwrap_or_default();
    let local = zone.to_datetime(moment);
    let [month, day] = [local.month(), local.day()].map(i8::cast_unsigned);
    let [hour, minute, second] =
        [local.hour(), local.minute(), local.second()].map(i8::cast_unsigned);
    Some(DateTime {
        date: Date::try_new_iso(local.year().into(), month, day).ok()?,
        time: Time::try_new(hour, minute, second, 0).ok()?,
    })
}
