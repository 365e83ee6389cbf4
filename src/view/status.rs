//! What the widget says of itself: how old the headlines are, and that new ones wait.

use std::rc::Rc;

use super::Scene;
use super::headline::moment;
use super::markup::{Markup, element, live, part};
use crate::messages::Message as Say;
use crate::model::Condition;
use crate::platform::TimeStyle;
use crate::update::Message;

/// The calm lines above the headlines, and the one status node that is read aloud. The node
/// is there from the first drawing on: assistive technology hears only changes of a node it
/// knows (WCAG 4.1.3).
pub fn notice(scene: &Rc<Scene>) -> Markup {
    let said = scene.clone();
    let notice = live(move || {
        notice_text(&said, said.screen.condition()).map(|text| part("p", "notice").with(text))
    });
    let aloud = scene.clone();
    let said_aloud = move || {
        // A new element, so that the same sentence is heard again.
        let announcement = aloud.screen.announcement();
        announcement.map(|it| element("span").with(fresh(&aloud, it.count)))
    };
    let scene = scene.clone();
    let dispatch = scene.dispatch.clone();
    let waiting = move || {
        let count = scene.screen.waiting();
        (count > 0).then(|| fresh(&scene, count))
    };
    let button = live(move || {
        let dispatch = dispatch.clone();
        waiting().map(|text| {
            part("button", "fresh")
                .set("type", "button")
                .on("click", move || dispatch(Message::ShowWaiting))
                .with(text)
        })
    });
    let status = element("p")
        .set("part", "status")
        .set("class", "visually-hidden")
        .set("role", "status")
        .with(live(said_aloud));
    vec![status.into(), notice, button].into()
}

fn fresh(scene: &Rc<Scene>, count: u32) -> String {
    let digits = scene.calendar.number(count, &scene.config.language);
    scene.words.count(Say::Fresh, count, &digits)
}

fn notice_text(scene: &Rc<Scene>, condition: Condition) -> Option<String> {
    let as_of = |time| {
        let time = moment(scene, time, TimeStyle::Clock);
        scene.words.say_with(Say::AsOf, &time)
    };
    match condition {
        // A widget that never had anything to show is hidden, see `shell`.
        Condition::Loading | Condition::Ready | Condition::Failed => None,
        Condition::Stale(time) => Some(as_of(time)),
        Condition::Offline(time) => {
            let mut text = String::from(scene.words.say(Say::Offline));
            text.push_str(" · ");
            text.push_str(&as_of(time));
            Some(text)
        }
        Condition::Empty => Some(scene.words.say(Say::Empty).to_owned()),
    }
}
