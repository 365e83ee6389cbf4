//! The button that stops all motion, and those that take a rotator's turns by hand.

use std::rc::Rc;

use super::button::button;
use super::markup::{Element, Markup, live};
use super::{Scene, icon};
use crate::messages::Message as Say;
use crate::motion::Step;
use crate::update::Message;

/// "Pause", or "play" while all stands still (WCAG 2.2.2): there as long as something would
/// move by itself.
pub fn pause(scene: &Rc<Scene>) -> Markup {
    let scene = scene.clone();
    live(move || {
        let moves = scene.config.speed.get() > 0 && !scene.screen.is_motion_reduced();
        let (outline, name, message) = if scene.screen.is_paused() {
            (icon::PLAY, Say::Play, Message::Play)
        } else {
            (icon::PAUSE, Say::Pause, Message::Pause)
        };
        let dispatch = scene.dispatch.clone();
        moves.then(|| {
            button("control pause", outline, scene.words.say(name))
                .set("part", "pause")
                .on("click", move || dispatch(message.clone()))
        })
    })
}

/// The button that takes a step; `message` makes the message of it.
pub fn step(scene: &Rc<Scene>, step: Step, message: fn(Step) -> Message) -> Element {
    let (class, name) = match step {
        Step::Previous => ("control previous", Say::Previous),
        Step::Next => ("control next", Say::Next),
    };
    let dispatch = scene.dispatch.clone();
    button(class, icon::NEXT, scene.words.say(name)).on("click", move || dispatch(message(step)))
}
