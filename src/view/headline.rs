//! The pieces of a headline that every layout has: its time, its link, its sources, how many
//! comments it has.

use leptos::prelude::*;

use super::{Scene, icon};
use crate::config::{Switch, Time};
use crate::feed::Timestamp;
use crate::link::LinkAddress;
use crate::messages::{Message as Say, is_right_to_left};
use crate::model::Headline;
use crate::platform::{TimeStyle, TimeUnit};
use crate::update::Message;

const MINUTE: i64 = 60_000;
const HOUR: i64 = 60 * MINUTE;
const DAY: i64 = 24 * HOUR;

/// A moment in the widget's language and zone.
pub fn moment(scene: &Scene, time: Timestamp, style: TimeStyle) -> String {
    let zone = scene.config.time_zone.as_ref().map(|zone| zone.as_str());
    scene
        .calendar
        .moment(time, style, &scene.config.language, zone)
}

/// The time of a headline; an empty place where it has none, so that the column stays.
pub fn time(scene: &Scene, headline: &Headline) -> AnyView {
    let Some(time) = headline.item.time() else {
        return view! { <span class="time"></span> }.into_any();
    };
    let scene = scene.clone();
    let full = moment(&scene, time, TimeStyle::Full);
    let text = move || match scene.config.time {
        Time::Clock | Time::None => moment(&scene, time, TimeStyle::Clock),
        Time::Date => moment(&scene, time, TimeStyle::Date),
        Time::Relative => relative(&scene, time),
    };
    view! { <time part="time" class="time" datetime=time.to_rfc3339() title=full>{text}</time> }
        .into_any()
}

/// "Five minutes ago"; after a week, the date. A time in the future is "now".
fn relative(scene: &Scene, time: Timestamp) -> String {
    let age = (scene.screen.now.get().0 - time.0).max(0);
    let (span, unit) = match age {
        _ if age < HOUR => (MINUTE, TimeUnit::Minute),
        _ if age < DAY => (HOUR, TimeUnit::Hour),
        _ if age < 7 * DAY => (DAY, TimeUnit::Day),
        _ => return moment(scene, time, TimeStyle::Date),
    };
    let amount = u32::try_from(age / span).unwrap_or(u32::MAX);
    scene.calendar.ago(amount, unit, &scene.config.language)
}

/// The headline itself: a link to the article, or plain text where the feed names none.
pub fn link(scene: &Scene, headline: &Headline) -> AnyView {
    let text = headline.item.headline();
    let (lang, dir) = language(headline);
    let Some(address) = &headline.item.link else {
        return view! { <span part="headline" class="headline" lang=lang dir=dir>{text}</span> }
            .into_any();
    };
    let address = outgoing(scene, &LinkAddress::from(address.clone()));
    let (dispatch, key) = (scene.dispatch.clone(), headline.key.clone());
    view! {
        <a
            part="headline"
            class="headline"
            href=address
            target=scene.config.target.keyword()
            rel="noopener"
            lang=lang
            dir=dir
            on:click=move |_| dispatch(Message::Followed(key.clone()))
        >
            {text}
        </a>
    }
    .into_any()
}

/// The publications that carry the headline, where there are several feeds.
pub fn sources(headline: &Headline) -> impl IntoView + use<> {
    let names = headline.sources.join(", ");
    (!names.is_empty())
        .then(|| view! { <span part="source" class="source" dir="auto">{names}</span> })
}

/// How many comments there are, where there are some.
pub fn comments(scene: &Scene, headline: &Headline) -> impl IntoView + use<> {
    let count = headline.item.comments.count.filter(|count| *count > 0);
    let count = count.filter(|_| scene.config.comments == Switch::On)?;
    let digits = scene.calendar.number(count, &scene.config.language);
    let sentence = scene.words.count(Say::Comments, count, &digits);
    Some(view! {
        <span part="comments" class="comments" role="img" aria-label=sentence>
            {icon::icon(icon::BUBBLE)}
            {digits}
        </span>
    })
}

/// The language and direction of a headline's text, for `lang` and `dir`.
pub fn language(headline: &Headline) -> (Option<String>, &'static str) {
    match &headline.language {
        Some(language) => {
            let direction = if is_right_to_left(language) {
                "rtl"
            } else {
                "ltr"
            };
            (Some(language.to_string()), direction)
        }
        None => (None, "auto"),
    }
}

/// An outgoing address with the partner's query appended.
pub fn outgoing(scene: &Scene, address: &LinkAddress) -> String {
    match &scene.config.link_query {
        Some(query) => address.with_query(query),
        None => address.as_str().to_owned(),
    }
}
