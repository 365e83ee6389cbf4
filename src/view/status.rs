//! What the widget says of itself: how old the headlines are, and that new ones wait.

use std::sync::Arc;

use super::ViewContext;
use super::time::format_time;
use super::tree::{TreeNode, dynamic, element, part};
use crate::host::TimeStyle;
use crate::i18n::Phrase;
use crate::widget::state::State;
use crate::widget::update::Message;

/// The calm lines above the headlines, and the one status node that is read aloud. The node
/// is there from the first drawing on: assistive technology hears only changes of a node it
/// knows (WCAG 4.1.3).
pub fn notice(context: &Arc<ViewContext>) -> TreeNode {
    let said = context.clone();
    let notice = dynamic(move || {
        let state = said.view_model.state();
        // The age of the headlines stands beside them; that there are none, in their place.
        let class = match state {
            State::Empty => "notice",
            _ => "notice aside",
        };
        let text = notice_text(&said, state)?;
        Some(part("p", "notice").attr("class", class).child(text))
    });
    let aloud = context.clone();
    let said_aloud = move || {
        // A new element, so that the same sentence is heard again.
        let announcement = aloud.view_model.announcement();
        announcement.map(|it| element("span").child(fresh(&aloud, it.count)))
    };
    let context = context.clone();
    let dispatch = context.dispatch.clone();
    let waiting = move || {
        let count = context.view_model.waiting();
        (count > 0).then(|| fresh(&context, count))
    };
    let button = dynamic(move || {
        let dispatch = dispatch.clone();
        waiting().map(|text| {
            part("button", "fresh")
                .attr("type", "button")
                .on("click", move || dispatch(Message::ShowWaiting))
                .child(text)
        })
    });
    let status = element("p")
        .attr("part", "status")
        .attr("class", "visually-hidden")
        .attr("role", "status")
        .child(dynamic(said_aloud));
    vec![status.into(), notice, button].into()
}

fn fresh(context: &Arc<ViewContext>, count: u32) -> String {
    let digits = context.calendar.number(count, &context.config.lang);
    context.locale.count(Phrase::Fresh, count, &digits)
}

fn notice_text(context: &Arc<ViewContext>, state: State) -> Option<String> {
    let as_of = |time| {
        let time = format_time(context, time, TimeStyle::Clock);
        context.locale.phrase_with(Phrase::AsOf, &time)
    };
    match state {
        // A widget that never had anything to show is hidden, see `shell`.
        State::Loading | State::Ready | State::Failed => None,
        State::Stale(time) => Some(as_of(time)),
        State::Offline(time) => {
            let mut text = String::from(context.locale.phrase(Phrase::Offline));
            text.push_str(" · ");
            text.push_str(&as_of(time));
            Some(text)
        }
        State::Empty => Some(context.locale.phrase(Phrase::Empty).to_owned()),
    }
}
