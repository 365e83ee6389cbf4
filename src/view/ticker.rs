//! `layout="ticker"`: one line that runs past without end.
//!
//! The line is written twice, the copy right behind the first, so that the end of the one is
//! the beginning of the other at any width. The copy is for the eye and the pointer alone:
//! hidden from assistive technology and left out by the Tab key, but not `inert`, because a
//! reader presses the headline that is seen.

use std::rc::Rc;
use std::sync::Arc;

use super::markup::{Behaviour, Element, Markup, Rows, element, part};
use super::{Scene, controls, headline, preview};
use crate::config::{Preview, Time};
use crate::model::Headline;

/// The line and the button that stops it.
pub fn ticker(scene: &Rc<Scene>) -> Markup {
    let first = part("ul", "list").set("role", "list").set("tabindex", "-1");
    let copy = element("ul")
        .set("class", "list copy")
        .set("aria-hidden", "true");
    let speed = scene.config.speed.get();
    let track = element("div")
        .set("class", "track")
        .set_some("data-still", (speed == 0).then_some(""))
        .set("data-direction", scene.config.direction.keyword())
        .does(Behaviour::Run(speed))
        .with(first.with(rows(scene, row)))
        .with(copy.with(rows(scene, copied_row)));
    let line = element("div").set("class", "ticker anchor");
    line.with(controls::pause(scene)).with(track).into()
}

fn rows(scene: &Rc<Scene>, draw: fn(&Rc<Scene>, &Arc<Headline>) -> Element) -> Markup {
    let (scene, screen) = (scene.clone(), scene.screen.clone());
    Markup::Rows(Rows {
        headlines: Box::new(move || screen.headlines()),
        draw: Box::new(move |headline| draw(&scene, headline).into()),
    })
}

fn row(scene: &Rc<Scene>, headline: &Arc<Headline>) -> Element {
    item(
        scene,
        headline,
        headline::link(scene, headline),
        preview::toggle(scene, headline),
    )
}

fn copied_row(scene: &Rc<Scene>, headline: &Arc<Headline>) -> Element {
    item(
        scene,
        headline,
        headline::link(scene, headline).set("tabindex", "-1"),
        preview::button(scene, headline).set("tabindex", "-1"),
    )
}

fn item(scene: &Rc<Scene>, headline: &Arc<Headline>, link: Element, toggle: Element) -> Element {
    let has_time = scene.config.time != Time::None;
    let has_preview = scene.config.preview != Preview::None;
    let item = part("li", "item")
        .with(has_time.then(|| headline::time(scene, headline)))
        .with(link)
        .with(headline::sources(headline))
        .with(headline::mark(scene, headline))
        .with(headline::comments(scene, headline))
        .with(has_preview.then_some(toggle));
    headline::felt(scene, &headline.key, item)
}
