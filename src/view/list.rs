//! `layout="list"`: times and headlines, one under the other.

use std::rc::Rc;
use std::sync::Arc;

use super::markup::{Markup, Rows, live, part};
use super::{Scene, headline, preview};
use crate::config::{Preview, Time};
use crate::model::Headline;
use crate::platform::TimeStyle;

/// The list. Rows are matched by identity and content, so an unchanged row keeps its nodes.
pub fn list(scene: &Rc<Scene>) -> Markup {
    let (scene, screen) = (scene.clone(), scene.screen.clone());
    let rows = Rows {
        headlines: Box::new(move || screen.headlines()),
        draw: Box::new(move |headline| row(&scene, headline)),
    };
    // Safari hears no list where there are no bullets, unless told so.
    let list = part("ul", "list").set("role", "list").set("tabindex", "-1");
    list.with(Markup::Rows(rows)).into()
}

fn row(scene: &Rc<Scene>, headline: &Arc<Headline>) -> Markup {
    let line = headline::line(headline)
        .with(headline::link(scene, headline))
        .with(headline::sources(headline))
        .with(headline::mark(scene, headline))
        .with(headline::comments(scene, headline))
        .with(headline::summary(scene, headline));
    let has_time = scene.config.time != Time::None;
    let has_preview = scene.config.preview != Preview::None;
    let opens_here = scene.config.opens_in_place();
    let item = part("li", "item")
        .with(dateline(scene, headline))
        .with(has_time.then(|| headline::time(scene, headline)))
        .with(line)
        .with(has_preview.then(|| preview::toggle(scene, headline)))
        .with(opens_here.then(|| preview::under(scene, headline)));
    headline::felt(scene, &headline.key, item).into()
}

/// The day above the first headline of a day that is not today, as in a newspaper. With
/// `time="clock"` the column would otherwise show yesterday's hours as today's.
fn dateline(scene: &Rc<Scene>, headline: &Arc<Headline>) -> Option<Markup> {
    if scene.config.time != Time::Clock {
        return None;
    }
    let (scene, key) = (scene.clone(), headline.key.clone());
    let day = move || {
        let day = |headline: &Arc<Headline>| {
            let time = headline.item.time()?;
            Some(headline::day(&scene, time, TimeStyle::Day))
        };
        let headlines = scene.screen.headlines();
        let place = headlines.iter().position(|headline| headline.key == key)?;
        let this = headlines.get(place).and_then(day)?;
        let dated_before = headlines.iter().take(place).rev().find_map(day);
        let before = dated_before
            .unwrap_or_else(|| headline::moment(&scene, scene.screen.now(), TimeStyle::Day));
        (this != before).then(|| part("p", "dateline").with(this))
    };
    Some(live(day))
}
