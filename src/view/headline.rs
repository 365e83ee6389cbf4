//! The pieces of a headline that every layout has: its time, its link, its sources, how many
//! comments it has.

use std::sync::Arc;

use super::tree::{For, TreeElement, TreeNode, dynamic, element, part};
use super::{ViewContext, icon, preview};
use crate::address::LinkAddress;
use crate::config::{Layout, Preview, Switch, Time};
use crate::host::{TimeStyle, TimeUnit};
use crate::i18n::{self, Phrase};
use crate::time::{DAY, Date, HOUR, MINUTE, Precision, Timestamp};
use crate::widget::model::{Headline, Key, Mark};
use crate::widget::update::Message;

/// A row for each headline that is shown. Rows are matched by identity and content, so an
/// unchanged row keeps its nodes.
pub fn rows(
    context: &Arc<ViewContext>,
    row: fn(&Arc<ViewContext>, &Arc<Headline>) -> TreeElement,
) -> For {
    let (context, view_model) = (context.clone(), context.view_model.clone());
    let heard = view_model.clone();
    For::new(
        move || view_model.headlines(),
        |old, new| Arc::ptr_eq(old, new) || old.reads_as(new),
        move |headline| row(&context, headline).into(),
    )
    // What the reader asked for is no news.
    .marking({
        let mut before = (false, 0);
        move || {
            let now = (heard.has_heard_all(), heard.revealed());
            let (had_heard_all, revealed) = std::mem::replace(&mut before, now);
            had_heard_all && revealed == now.1
        }
    })
}

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
    let leads = leads(context, headline);
    let context = context.clone();
    let text = move || match context.config.time {
        // A list names the day above its headlines; nothing else has a place for it.
        Time::Clock if (!names_days(&context) || leads()) && !is_today(&context, time) => {
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

fn names_days(context: &Arc<ViewContext>) -> bool {
    matches!(context.config.layout, Layout::List | Layout::Timeline)
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

/// The headline itself: a link to the article, or plain text where the feed names none.
pub fn link(context: &Arc<ViewContext>, headline: &Arc<Headline>) -> TreeElement {
    link_as(context, headline, |name| part(name, "headline"))
}

/// The same, as an element that is made of its name.
pub fn link_as(
    context: &Arc<ViewContext>,
    headline: &Arc<Headline>,
    element: fn(&'static str) -> TreeElement,
) -> TreeElement {
    let text = headline.item.headline();
    let name = if headline.item.link.is_some() {
        "a"
    } else {
        "span"
    };
    let element = in_language(headline, &text, element(name));
    to_article(context, headline, element.child(text))
}

/// Makes a link of an element that leads to the article, where the feed names one.
pub fn to_article(
    context: &Arc<ViewContext>,
    headline: &Arc<Headline>,
    element: TreeElement,
) -> TreeElement {
    let Some(address) = &headline.item.link else {
        return element;
    };
    let (dispatch, key) = (context.dispatch.clone(), headline.key.clone());
    outgoing(context, &LinkAddress::from(address.clone()), element)
        .on("click", move || dispatch(Message::Followed(key.clone())))
}

/// Makes a link of an element, with the partner's query appended to the address.
pub fn outgoing(
    context: &Arc<ViewContext>,
    address: &LinkAddress,
    element: TreeElement,
) -> TreeElement {
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
pub fn sources(headline: &Arc<Headline>) -> Option<TreeElement> {
    let names = headline.sources.join(", ");
    (!names.is_empty()).then(|| part("span", "source").attr("dir", "auto").child(names))
}

/// What became of the headline since the reader could first see it: corrected, or taken back.
/// Alive, so that the row of a headline that is being read stays when it is marked.
pub fn mark(context: &Arc<ViewContext>, headline: &Arc<Headline>) -> TreeNode {
    let (context, key) = (context.clone(), headline.key.clone());
    dynamic(move || {
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
pub fn comments(context: &Arc<ViewContext>, headline: &Arc<Headline>) -> Option<TreeElement> {
    let count = headline.item.comments.count.filter(|count| *count > 0);
    let count = count.filter(|_| context.config.comments == Switch::On)?;
    let digits = context.calendar.number(count, &context.config.lang);
    let sentence = context.locale.count(Phrase::Comments, count, &digits);
    Some(
        part("span", "comments")
            .attr("role", "img")
            .attr("lang", context.config.lang.as_str())
            .attr("aria-label", sentence)
            .child(icon::icon(icon::BUBBLE))
            .child(digits),
    )
}

/// The picture in a frame of fixed proportions, which keeps its place while the picture is on
/// its way and when it never comes. The link to the article is the headline's: a second one
/// around the picture would only be one more stop for the keyboard.
pub fn frame(context: &Arc<ViewContext>, headline: &Arc<Headline>) -> Option<TreeElement> {
    let mut picture = headline.picture(&context.config)?.clone();
    // Its text stands beside it.
    picture.alternative = String::new();
    let frame = part("div", "frame");
    Some(frame.child(preview::picture_view(context, &picture)))
}

/// Whether a headline is the lead story: the first one with a picture was taken to the top.
pub fn leads(context: &Arc<ViewContext>, headline: &Arc<Headline>) -> impl Fn() -> bool + use<> {
    let (context, key) = (context.clone(), headline.key.clone());
    move || {
        context.config.has_lead()
            && context
                .view_model
                .headlines()
                .first()
                .is_some_and(|first| first.key == key && first.picture(&context.config).is_some())
    }
}

/// The beginning of the summary, of that length in characters.
pub fn summary(headline: &Arc<Headline>, length: u32) -> Option<TreeElement> {
    let text = headline.item.summary_text(length as usize);
    let text = text.filter(|_| length > 0)?;
    let element = in_language(headline, &text, part("p", "summary"));
    Some(element.child(text))
}

/// Tells when the pointer or the focus comes to an element that belongs to a headline, and
/// when it leaves, where a preview opens by that.
pub fn track_hover(context: &Arc<ViewContext>, key: &Key, mut element: TreeElement) -> TreeElement {
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
pub fn line(headline: &Arc<Headline>) -> TreeElement {
    let line = element("div").attr("class", "line");
    line.attr("dir", direction(headline, &headline.item.headline()))
}

fn direction(headline: &Arc<Headline>, text: &str) -> &'static str {
    i18n::direction(text, headline.language.as_deref())
}

/// Gives an element the language of a headline and the direction of its own text. A language
/// that is written the other way is not that of the text, and none is known then.
pub fn in_language(headline: &Arc<Headline>, text: &str, element: TreeElement) -> TreeElement {
    let direction = direction(headline, text);
    let language = headline.language.as_deref().map(|language| {
        match i18n::is_right_to_left(language) == (direction == "rtl") {
            true => language,
            false => "",
        }
    });
    element.attr_some("lang", language).attr("dir", direction)
}
