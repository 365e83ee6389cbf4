//! What the widget says of itself: how old the headlines are, and that new ones wait.

use leptos::prelude::*;

use super::Scene;
use super::headline::moment;
use crate::messages::Message as Say;
use crate::model::Condition;
use crate::platform::TimeStyle;
use crate::update::Message;

/// The calm lines above the headlines, and the one status node that is read aloud. The node
/// is there from the first drawing on: assistive technology hears only changes of a node it
/// knows (WCAG 4.1.3).
pub fn notice(scene: Scene) -> impl IntoView {
    let screen = scene.screen;
    let said = scene.clone();
    let notice = move || {
        notice_text(&said, screen.condition.get())
            .map(|text| view! { <p part="notice" class="notice">{text}</p> })
    };
    let counted = scene.clone();
    let waiting = move || {
        let count = screen.waiting.get();
        let digits = counted.calendar.number(count, &counted.config.language);
        (count > 0).then(|| counted.words.count(Say::Fresh, count, &digits))
    };
    let dispatch = scene.dispatch.clone();
    let button = {
        let waiting = waiting.clone();
        move || {
            let dispatch = dispatch.clone();
            waiting().map(|text| view! {
                <button class="fresh" type="button" on:click=move |_| dispatch(Message::ShowWaiting)>
                    {text}
                </button>
            })
        }
    };
    view! {
        <p part="status" class="visually-hidden" role="status">{waiting}</p>
        {notice}
        {button}
    }
}

fn notice_text(scene: &Scene, condition: Condition) -> Option<String> {
    let as_of = |time| {
        let time = moment(scene, time, TimeStyle::Clock);
        scene.words.say_with(Say::AsOf, "{time}", &time)
    };
    match condition {
        Condition::Loading | Condition::Ready => None,
        Condition::Stale(time) => Some(as_of(time)),
        Condition::Offline(time) => {
            let mut text = String::from(scene.words.say(Say::Offline));
            text.push_str(" · ");
            text.push_str(&as_of(time));
            Some(text)
        }
        Condition::Empty => Some(scene.words.say(Say::Empty).to_owned()),
        Condition::Failed => Some(scene.words.say(Say::Failed).to_owned()),
    }
}
