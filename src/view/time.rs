//! How dates and times are written.

use std::sync::Arc;

use super::tree::{TreeElement, dynamic, element, part};
use super::{ViewContext, lead};
use crate::config::Time;
use crate::host::{TimeStyle, TimeUnit};
use crate::time::{DAY, Date, HOUR, MINUTE, Precision, Timestamp};
use crate::widget::model::Headline;

/// A moment in the widget's language and zone.
pub fn format_time(context: &Arc<ViewContext>, time: Timestamp, style: TimeStyle) -> String {
    let zone = context.config.time_zone.as_ref().map(|zone| zone.as_str());
    context
        .calendar
        .format_time(time, style, &context.config.lang, zone)
}

/// A date's day in that style; one so long ago that it may be mistaken for this year's, with
/// its year. Where no more is known than the day, it is that day in every zone.
pub fn format_day(context: &Arc<ViewContext>, date: Date, style: TimeStyle) -> String {
    let is_recent = (context.view_model.now().0 - date.at.0).abs() < 300 * DAY;
    let style = if is_recent {
        style
    } else {
        TimeStyle::DayOfYear
    };
    match date.precision {
        Precision::Time => format_time(context, date.at, style),
        Precision::Day => {
            let language = &context.config.lang;
            context
                .calendar
                .format_time(date.at, style, language, Some("UTC"))
        }
    }
}

/// The time of a headline; an empty place where it has none, so that the column stays.
pub fn time(context: &Arc<ViewContext>, headline: &Arc<Headline>) -> TreeElement {
    let Some(date) = headline.item.date() else {
        return element("span").attr("class", "time");
    };
    if date.precision == Precision::Day {
        return part("time", "time")
            .attr("datetime", date.to_rfc3339())
            .attr("title", format_day(context, date, TimeStyle::DayOfYear))
            .child(format_day(context, date, TimeStyle::Date));
    }
    let time = date.at;
    let full = format_time(context, time, TimeStyle::Full);
    let leads = lead::leads(context, headline);
    let context = context.clone();
    let text = move || match context.config.time {
        // A list names the day above its headlines; nothing else has a place for it.
        Time::Clock
            if (!context.config.layout.traits().names_days || leads())
                && !is_today(&context, time) =>
        {
            format_day(&context, date, TimeStyle::Date)
        }
        Time::Clock | Time::None => format_time(&context, time, TimeStyle::Clock),
        Time::Date => format_day(&context, date, TimeStyle::Date),
        Time::Relative => relative(&context, date),
    };
    part("time", "time")
        .attr("datetime", time.to_rfc3339())
        .attr("title", full)
        .child(dynamic(text))
}

fn is_today(context: &Arc<ViewContext>, time: Timestamp) -> bool {
    let day = |time| format_time(context, time, TimeStyle::Day);
    day(time) == day(context.view_model.now())
}

/// "Five minutes ago"; after a week, the date. A clock may run a little ahead: that is "now". What
/// is to come has its date, because "in 11 days" is read as the time until it is published.
fn relative(context: &Arc<ViewContext>, date: Date) -> String {
    let age = context.view_model.now().0 - date.at.0;
    let (span, unit) = match age {
        _ if age < -HOUR => return format_day(context, date, TimeStyle::Date),
        _ if age < HOUR => (MINUTE, TimeUnit::Minute),
        _ if age < DAY => (HOUR, TimeUnit::Hour),
        _ if age < 7 * DAY => (DAY, TimeUnit::Day),
        _ => return format_day(context, date, TimeStyle::Date),
    };
    let amount = u32::try_from(age.max(0) / span).unwrap_or(u32::MAX);
    context.calendar.ago(amount, unit, &context.config.lang)
}
