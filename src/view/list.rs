//! `layout="list"`: times and headlines, one under the other.

use std::sync::Arc;

use leptos::prelude::*;

use super::{Scene, headline, preview};
use crate::config::{Preview, Time};
use crate::model::Headline;
use crate::platform::TimeStyle;

/// The list. Rows are matched by identity and content, so an unchanged row keeps its nodes.
pub fn list(scene: Scene) -> impl IntoView {
    let headlines = scene.screen.headlines;
    let row_key =
        |headline: &Headline| (headline.key.clone(), Arc::as_ptr(&headline.item) as usize);
    view! {
        <ul part="list" class="list" role="list">
            <For
                each=move || Vec::clone(&headlines.get())
                key=row_key
                children=move |headline| row(&scene, headline)
            />
        </ul>
    }
}

fn row(scene: &Scene, headline: Headline) -> impl IntoView + use<> {
    let with_time = (scene.config.time != Time::None).then(|| headline::time(scene, &headline));
    let toggle = matches!(
        scene.config.preview,
        Preview::Inline | Preview::Popover | Preview::Panel
    )
    .then(|| preview::toggle(scene, &headline));
    let inline = (scene.config.preview == Preview::Inline)
        .then(|| preview::under(scene.clone(), headline.clone()));
    view! {
        <li part="item" class="item">
            {dateline(scene, &headline)}
            {with_time}
            <div class="line">
                {headline::link(scene, &headline)}
                {headline::sources(&headline)}
                {headline::comments(scene, &headline)}
            </div>
            {toggle}
            {inline}
        </li>
    }
}

/// The day above the first headline of a day that is not today, as in a newspaper. With
/// `time="clock"` the column would otherwise show yesterday's hours as today's.
fn dateline(scene: &Scene, headline: &Headline) -> impl IntoView + use<> {
    let shows_clock = scene.config.time == Time::Clock;
    let (screen, key) = (scene.screen, headline.key.clone());
    let scene = scene.clone();
    let text = move || {
        if !shows_clock {
            return None;
        }
        let day = |headline: &Headline| {
            let time = headline.item.time()?;
            Some(headline::moment(&scene, time, TimeStyle::Day))
        };
        let headlines = screen.headlines.get();
        let place = headlines.iter().position(|headline| headline.key == key)?;
        let this = headlines.get(place).and_then(day)?;
        let before = match place.checked_sub(1).and_then(|place| headlines.get(place)) {
            Some(previous) => day(previous)?,
            None => headline::moment(&scene, screen.now.get(), TimeStyle::Day),
        };
        (this != before).then_some(this)
    };
    move || text().map(|day| view! { <p class="dateline">{day}</p> })
}
