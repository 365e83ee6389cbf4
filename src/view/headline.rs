//! The pieces of a headline that every layout has: its time, its link, its sources, how many
//! comments it has.

use std::rc::Rc;
use std::sync::Arc;

use super::markup::{Element, Markup, element, live, part};
use super::{Scene, icon};
use crate::config::{Layout, Preview, Switch, Time};
use crate::feed::Timestamp;
use crate::link::LinkAddress;
use crate::messages::{Message as Say, is_right_to_left};
use crate::model::{Headline, Key, Mark};
use crate::platform::{TimeStyle, TimeUnit};
use crate::update::Message;

const MINUTE: i64 = 60_000;
const HOUR: i64 = 60 * MINUTE;
const DAY: i64 = 24 * HOUR;

/// A moment in the widget's language and zone.
pub fn moment(scene: &Rc<Scene>, time: Timestamp, style: TimeStyle) -> String {
    let zone = scene.config.time_zone.as_ref().map(|zone| zone.as_str());
    scene
        .calendar
        .moment(time, style, &scene.config.language, zone)
}

/// The time of a headline; an empty place where it has none, so that the column stays.
pub fn time(scene: &Rc<Scene>, headline: &Arc<Headline>) -> Element {
    let Some(time) = headline.item.time() else {
        return element("span").set("class", "time");
    };
    let full = moment(scene, time, TimeStyle::Full);
    let scene = scene.clone();
    let text = move || match scene.config.time {
        // A list names the day above its headlines; nothing else has a place for it.
        Time::Clock if scene.config.layout != Layout::List && !is_today(&scene, time) => {
            day(&scene, time, TimeStyle::Date)
        }
        Time::Clock | Time::None => moment(&scene, time, TimeStyle::Clock),
        Time::Date => day(&scene, time, TimeStyle::Date),
        Time::Relative => relative(&scene, time),
    };
    part("time", "time")
        .set("datetime", time.to_rfc3339())
        .set("title", full)
        .with(live(text))
}

/// A day in that style; one so long ago that it may be mistaken for this year's, with its year.
pub fn day(scene: &Rc<Scene>, time: Timestamp, style: TimeStyle) -> String {
    let is_recent = scene.screen.now().0 - time.0 < 300 * DAY;
    let style = if is_recent {
        style
    } else {
        TimeStyle::DayOfYear
    };
    moment(scene, time, style)
}

fn is_today(scene: &Rc<Scene>, time: Timestamp) -> bool {
    let day = |time| moment(scene, time, TimeStyle::Day);
    day(time) == day(scene.screen.now())
}

/// "Five minutes ago"; after a week, the date. A time in the future is "now".
fn relative(scene: &Rc<Scene>, time: Timestamp) -> String {
    let age = (scene.screen.now().0 - time.0).max(0);
    let (span, unit) = match age {
        _ if age < HOUR => (MINUTE, TimeUnit::Minute),
        _ if age < DAY => (HOUR, TimeUnit::Hour),
        _ if age < 7 * DAY => (DAY, TimeUnit::Day),
        _ => return day(scene, time, TimeStyle::Date),
    };
    let amount = u32::try_from(age / span).unwrap_or(u32::MAX);
    scene.calendar.ago(amount, unit, &scene.config.language)
}

/// The headline itself: a link to the article, or plain text where the feed names none.
pub fn link(scene: &Rc<Scene>, headline: &Arc<Headline>) -> Element {
    let text = headline.item.headline();
    let name = if headline.item.link.is_some() {
        "a"
    } else {
        "span"
    };
    let element = part(name, "headline").with(text);
    to_article(scene, headline, in_language(headline, element))
}

/// Makes a link of an element that leads to the article, where the feed names one.
pub fn to_article(scene: &Rc<Scene>, headline: &Arc<Headline>, element: Element) -> Element {
    let Some(address) = &headline.item.link else {
        return element;
    };
    let (dispatch, key) = (scene.dispatch.clone(), headline.key.clone());
    outgoing(scene, &LinkAddress::from(address.clone()), element)
        .on("click", move || dispatch(Message::Followed(key.clone())))
}

/// Makes a link of an element, with the partner's query appended to the address.
pub fn outgoing(scene: &Rc<Scene>, address: &LinkAddress, element: Element) -> Element {
    let address = match &scene.config.link_query {
        Some(query) => address.with_query(query),
        None => address.as_str().to_owned(),
    };
    element
        .set("href", address)
        .set("target", scene.config.target.keyword())
        .set("rel", "noopener")
}

/// The publications that carry the headline, where there are several feeds.
pub fn sources(headline: &Arc<Headline>) -> Option<Element> {
    let names = headline.sources.join(", ");
    (!names.is_empty()).then(|| part("span", "source").set("dir", "auto").with(names))
}

/// What became of the headline since the reader could first see it: corrected, or taken back.
/// Alive, so that the row of a headline that is being read stays when it is marked.
pub fn mark(scene: &Rc<Scene>, headline: &Arc<Headline>) -> Markup {
    let (scene, key) = (scene.clone(), headline.key.clone());
    live(move || {
        let headlines = scene.screen.headlines();
        let headline = headlines.iter().find(|it| it.key == key)?;
        let text = match headline.mark? {
            Mark::Updated(time) => {
                let time = moment(&scene, time, TimeStyle::Clock);
                scene.words.say_with(Say::Updated, &time)
            }
            Mark::Withdrawn => scene.words.say(Say::Withdrawn).to_owned(),
        };
        let mark = part("span", "mark").set("dir", scene.direction());
        Some(mark.with(text))
    })
}

/// How many comments there are, where there are some.
pub fn comments(scene: &Rc<Scene>, headline: &Arc<Headline>) -> Option<Element> {
    let count = headline.item.comments.count.filter(|count| *count > 0);
    let count = count.filter(|_| scene.config.comments == Switch::On)?;
    let digits = scene.calendar.number(count, &scene.config.language);
    let sentence = scene.words.count(Say::Comments, count, &digits);
    Some(
        part("span", "comments")
            .set("role", "img")
            .set("lang", scene.config.language.as_str())
            .set("aria-label", sentence)
            .with(icon::icon(icon::BUBBLE))
            .with(digits),
    )
}

/// The beginning of the summary, where the options ask for it.
pub fn summary(scene: &Rc<Scene>, headline: &Arc<Headline>) -> Option<Element> {
    let length = scene.config.summary_length() as usize;
    let text = headline.item.summary_text(length).filter(|_| length > 0)?;
    let element = part("p", "summary").with(text);
    Some(in_language(headline, element))
}

/// Tells when the pointer or the focus comes to an element that belongs to a headline, and
/// when it leaves, where a preview opens by that.
pub fn felt(scene: &Rc<Scene>, key: &Key, mut element: Element) -> Element {
    if scene.config.preview != Preview::Popover {
        return element;
    }
    for (event, over) in [
        ("pointerover", Some(key)),
        ("pointerout", None),
        ("focusin", Some(key)),
        ("focusout", None),
    ] {
        let (dispatch, over) = (scene.dispatch.clone(), over.cloned());
        element = element.on(event, move || dispatch(Message::Over(over.clone())));
    }
    element
}

/// A line of pieces that begins where the headline's own text does: in a list of several
/// languages, each line has its own direction.
pub fn line(headline: &Arc<Headline>) -> Element {
    let line = element("div").set("class", "line");
    line.set("dir", direction(headline))
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
        .set_some("lang", headline.language.as_deref())
        .set("dir", direction(headline))
}
