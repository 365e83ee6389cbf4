//! The pieces of a headline that every layout has: its time, its link, its sources, how many
//! comments it has.

use std::rc::Rc;
use std::sync::Arc;

use super::markup::{Element, Markup, element, live, part};
use super::{ViewContext, icon};
use crate::address::LinkAddress;
use crate::config::{Layout, Preview, Switch, Time};
use crate::host::{TimeStyle, TimeUnit};
use crate::i18n::{Phrase, is_right_to_left};
use crate::time::{DAY, HOUR, MINUTE, Timestamp};
use crate::widget::model::{Headline, Key, Mark};
use crate::widget::update::Message;

/// A moment in the widget's language and zone.
pub fn format_time(context: &Rc<ViewContext>, time: Timestamp, style: TimeStyle) -> String {
    let zone = context.config.time_zone.as_ref().map(|zone| zone.as_str());
    context
        .calendar
        .format_time(time, style, &context.config.language, zone)
}

/// The time of a headline; an empty place where it has none, so that the column stays.
pub fn time(context: &Rc<ViewContext>, headline: &Arc<Headline>) -> Element {
    let Some(time) = headline.item.time() else {
        return element("span").attr("class", "time");
    };
    let full = format_time(context, time, TimeStyle::Full);
    let context = context.clone();
    let text = move || match context.config.time {
        // A list names the day above its headlines; nothing else has a place for it.
        Time::Clock if context.config.layout != Layout::List && !is_today(&context, time) => {
            day(&context, time, TimeStyle::Date)
        }
        Time::Clock | Time::None => format_time(&context, time, TimeStyle::Clock),
        Time::Date => day(&context, time, TimeStyle::Date),
        Time::Relative => relative(&context, time),
    };
    part("time", "time")
        .attr("datetime", time.to_rfc3339())
        .attr("title", full)
        .child(live(text))
}

/// A day in that style; one so long ago that it may be mistaken for this year's, with its year.
pub fn day(context: &Rc<ViewContext>, time: Timestamp, style: TimeStyle) -> String {
    let is_recent = (context.view_model.now().0 - time.0).abs() < 300 * DAY;
    let style = if is_recent {
        style
    } else {
        TimeStyle::DayOfYear
    };
    format_time(context, time, style)
}

fn is_today(context: &Rc<ViewContext>, time: Timestamp) -> bool {
    let day = |time| format_time(context, time, TimeStyle::Day);
    day(time) == day(context.view_model.now())
}

/// "Five minutes ago"; after a week, the date. A clock may run a little ahead: that is "now". What
/// is to come has its date, because "in 11 days" is read as the time until it is published.
fn relative(context: &Rc<ViewContext>, time: Timestamp) -> String {
    let age = context.view_model.now().0 - time.0;
    let (span, unit) = match age {
        _ if age < -HOUR => return day(context, time, TimeStyle::Date),
        _ if age < HOUR => (MINUTE, TimeUnit::Minute),
        _ if age < DAY => (HOUR, TimeUnit::Hour),
        _ if age < 7 * DAY => (DAY, TimeUnit::Day),
        _ => return day(context, time, TimeStyle::Date),
    };
    let amount = u32::try_from(age.max(0) / span).unwrap_or(u32::MAX);
    context.calendar.ago(amount, unit, &context.config.language)
}

/// The headline itself: a link to the article, or plain text where the feed names none.
pub fn link(context: &Rc<ViewContext>, headline: &Arc<Headline>) -> Element {
    let text = headline.item.headline();
    let name = if headline.item.link.is_some() {
        "a"
    } else {
        "span"
    };
    let element = part(name, "headline").child(text);
    to_article(context, headline, in_language(headline, element))
}

/// Makes a link of an element that leads to the article, where the feed names one.
pub fn to_article(
    context: &Rc<ViewContext>,
    headline: &Arc<Headline>,
    element: Element,
) -> Element {
    let Some(address) = &headline.item.link else {
        return element;
    };
    let (dispatch, key) = (context.dispatch.clone(), headline.key.clone());
    outgoing(context, &LinkAddress::from(address.clone()), element)
        .on("click", move || dispatch(Message::Followed(key.clone())))
}

/// Makes a link of an element, with the partner's query appended to the address.
pub fn outgoing(context: &Rc<ViewContext>, address: &LinkAddress, element: Element) -> Element {
    let address = match &context.config.link_query {
        Some(query) => address.with_query(query),
        None => address.as_str().to_owned(),
    };
    element
        .attr("href", address)
        .attr("target", context.config.target.keyword())
        .attr("rel", "noopener")
}

/// The publications that carry the headline, where there are several feeds.
pub fn sources(headline: &Arc<Headline>) -> Option<Element> {
    let names = headline.sources.join(", ");
    (!names.is_empty()).then(|| part("span", "source").attr("dir", "auto").child(names))
}

/// What became of the headline since the reader could first see it: corrected, or taken back.
/// Alive, so that the row of a headline that is being read stays when it is marked.
pub fn mark(context: &Rc<ViewContext>, headline: &Arc<Headline>) -> Markup {
    let (context, key) = (context.clone(), headline.key.clone());
    live(move || {
        let headlines = context.view_model.headlines();
        let headline = headlines.iter().find(|it| it.key == key)?;
        let text = match headline.mark? {
            Mark::Updated(time) => {
                let time = format_time(&context, time, TimeStyle::Clock);
                context.locale.phrase_with(Phrase::Updated, &time)
            }
            Mark::Withdrawn => context.locale.phrase(Phrase::Withdrawn).to_owned(),
        };
        let mark = part("span", "mark").attr("dir", context.direction());
        Some(mark.child(text))
    })
}

/// How many comments there are, where there are some.
pub fn comments(context: &Rc<ViewContext>, headline: &Arc<Headline>) -> Option<Element> {
    let count = headline.item.comments.count.filter(|count| *count > 0);
    let count = count.filter(|_| context.config.comments == Switch::On)?;
    let digits = context.calendar.number(count, &context.config.language);
    let sentence = context.locale.count(Phrase::Comments, count, &digits);
    Some(
        part("span", "comments")
            .attr("role", "img")
            .attr("lang", context.config.language.as_str())
            .attr("aria-label", sentence)
            .child(icon::icon(icon::BUBBLE))
            .child(digits),
    )
}

/// The beginning of the summary, where the options ask for it.
pub fn summary(context: &Rc<ViewContext>, headline: &Arc<Headline>) -> Option<Element> {
    let length = context.config.summary_length() as usize;
    let text = headline.item.summary_text(length).filter(|_| length > 0)?;
    let element = part("p", "summary").child(text);
    Some(in_language(headline, element))
}

/// Tells when the pointer or the focus comes to an element that belongs to a headline, and
/// when it leaves, where a preview opens by that.
pub fn track_hover(context: &Rc<ViewContext>, key: &Key, mut element: Element) -> Element {
    if context.config.preview != Preview::Popover {
        return element;
    }
    for (event, over) in [
        ("pointerover", Some(key)),
        ("pointerout", None),
        ("focusin", Some(key)),
        ("focusout", None),
    ] {
        let (dispatch, over) = (context.dispatch.clone(), over.cloned());
        element = element.on(event, move || dispatch(Message::Over(over.clone())));
    }
    element
}

/// A line of pieces that begins where the headline's own text does: in a list of several
/// languages, each line has its own direction.
pub fn line(headline: &Arc<Headline>) -> Element {
    let line = element("div").attr("class", "line");
    line.attr("dir", direction(headline))
}

fn direction(headline: &Arc<Headline>) -> &'static str {
    match &headline.language {
        Some(language) if is_right_to_left(language) => "rtl",
        Some(_) => "ltr",
        None => "auto",
    }
}

/// Gives an element the language and direction of a headline's text.
pub fn in_language(headline: &Arc<Headline>, element: Element) -> Element {
    element
        .attr_some("lang", headline.language.as_deref())
        .attr("dir", direction(headline))
}
