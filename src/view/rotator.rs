//! `layout="rotator"`: one headline at a time, by the rules of the [carousel pattern].
//!
//! All headlines lie on one another and all but one are invisible, so that the widget is as
//! high as the highest of them and moves nothing on the page when it turns.
//!
//! [carousel pattern]: https://www.w3.org/WAI/ARIA/apg/patterns/carousel/

use std::rc::Rc;
use std::sync::Arc;

use super::markup::{Action, Behaviour, Element, Markup, Rows, element, live, part};
use super::{Scene, controls, headline, preview};
use crate::config::{Preview, Time};
use crate::messages::Message as Say;
use crate::model::Headline;
use crate::motion::Step;
use crate::update::Message;

/// The headline and what turns it.
pub fn rotator(scene: &Rc<Scene>) -> Markup {
    let steps = part("div", "controls")
        .with(controls::pause(scene))
        .with(controls::step(scene, Step::Previous, Message::Turn))
        .with(live_position(scene))
        .with(controls::step(scene, Step::Next, Message::Turn));
    let turn = |step| -> Action {
        let dispatch = scene.dispatch.clone();
        Box::new(move || dispatch(Message::Turn(step)))
    };
    let is_rtl = scene.is_right_to_left();
    let [to_left, to_right] = if is_rtl {
        [Step::Previous, Step::Next]
    } else {
        [Step::Next, Step::Previous]
    };
    let (screen, drawn) = (scene.screen.clone(), scene.clone());
    let rows = Rows {
        headlines: Box::new(move || screen.headlines()),
        draw: Box::new(move |headline| row(&drawn, headline).into()),
    };
    let screen = scene.screen.clone();
    let speaks = move || {
        let turns = !screen.is_paused() && !screen.is_motion_reduced();
        Some(String::from(if turns { "off" } else { "polite" }))
    };
    let list = part("ul", "list")
        .set("role", "list")
        .set("tabindex", "-1")
        .follow("aria-live", speaks)
        .does(Behaviour::Swipe([turn(to_left), turn(to_right)]))
        .with(Markup::Rows(rows));
    element("div")
        .set("class", "rotator anchor")
        .set("role", "group")
        .set("aria-label", scene.words.say(Say::Headlines))
        .with(steps)
        .with(list)
        .into()
}

/// "3 / 9", which is the same in every language.
fn live_position(scene: &Rc<Scene>) -> Element {
    let scene = scene.clone();
    let text = move || {
        let (headlines, current) = (scene.screen.headlines(), scene.screen.current());
        let is_current = |headline: &Arc<Headline>| {
            current
                .as_ref()
                .is_some_and(|current| Arc::ptr_eq(current, headline))
        };
        let place = headlines.iter().position(is_current).unwrap_or(0);
        let number = |number: usize| {
            let number = u32::try_from(number).unwrap_or(u32::MAX);
            scene.calendar.number(number, &scene.config.language)
        };
        let mut text = number(place + 1);
        text.push_str(" / ");
        text.push_str(&number(headlines.len()));
        text
    };
    part("bdi", "position").with(live(text))
}

fn row(scene: &Rc<Scene>, headline: &Arc<Headline>) -> Element {
    let has_time = scene.config.time != Time::None;
    let has_preview = scene.config.preview != Preview::None;
    let (screen, shown) = (scene.screen.clone(), headline.clone());
    let is_current = move || {
        let current = screen.current()?;
        Arc::ptr_eq(&current, &shown).then(|| String::from("true"))
    };
    let line = headline::line(headline)
        .with(headline::link(scene, headline))
        .with(headline::sources(headline))
        .with(headline::mark(scene, headline))
        .with(headline::comments(scene, headline))
        .with(headline::summary(scene, headline));
    let item = part("li", "item")
        .follow("data-current", is_current)
        .with(has_time.then(|| headline::time(scene, headline)))
        .with(line)
        .with(has_preview.then(|| preview::toggle(scene, headline)));
    headline::felt(scene, &headline.key, item)
}
