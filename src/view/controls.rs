//! The button that stops all motion, and those that take a rotator's turns by hand.

use std::rc::Rc;

use super::button::button;
use super::markup::{Element, Markup, live, part};
use super::{Scene, icon};
use crate::messages::Message as Say;
use crate::motion::Step;
use crate::update::Message;

/// "Pause", or "play" while all stands still (WCAG 2.2.2): there as long as something would
/// move by itself. It stays the same button when it changes, or it would lose the focus.
pub fn pause(scene: &Rc<Scene>) -> Markup {
    let scene = scene.clone();
    live(move || {
        let moves = scene.config.speed.get() > 0 && !scene.screen.is_motion_reduced();
        moves.then(|| pause_button(&scene))
    })
}

fn pause_button(scene: &Rc<Scene>) -> Element {
    let named = scene.clone();
    let name = move || {
        let is_paused = named.screen.is_paused();
        let name = if is_paused { Say::Play } else { Say::Pause };
        Some(named.words.say(name).to_owned())
    };
    let drawn = scene.screen.clone();
    let sign = move || {
        icon::icon(if drawn.is_paused() {
            icon::PLAY
        } else {
            icon::PAUSE
        })
    };
    let (screen, dispatch) = (scene.screen.clone(), scene.dispatch.clone());
    let press = move || {
        dispatch(if screen.is_paused() {
            Message::Play
        } else {
            Message::Pause
        });
    };
    part("button", "pause")
        .set("type", "button")
        .set("class", "control pause")
        .follow("aria-label", name.clone())
        .follow("title", name)
        .on("click", press)
        .with(live(sign))
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
