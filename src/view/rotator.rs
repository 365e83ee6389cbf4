//! `layout="rotator"`: one headline at a time, by the rules of the [carousel pattern].
//!
//! All headlines lie on one another and all but one are invisible, so that the widget is as
//! high as the highest of them and moves nothing on the page when it turns.
//!
//! [carousel pattern]: https://www.w3.org/WAI/ARIA/apg/patterns/carousel/

use std::sync::Arc;

use super::tree::{Action, Directive, TreeElement, TreeNode, dynamic, element, part};
use super::{ViewContext, controls, headline, hover, preview, signs, time};
use crate::config::{Preview, Time};
use crate::i18n::Phrase;
use crate::widget::model::Headline;
use crate::widget::model::Neighbor;
use crate::widget::update::Message;

/// The headline and what turns it.
pub fn rotator(context: &Arc<ViewContext>) -> TreeNode {
    let steps = part("div", "controls")
        .child(controls::pause(context))
        .child(controls::neighbor(
            context,
            Neighbor::Previous,
            Message::Turn,
        ))
        .child(live_position(context))
        .child(controls::neighbor(context, Neighbor::Next, Message::Turn));
    let turn = |step| -> Action {
        let dispatch = context.dispatch.clone();
        Box::new(move || dispatch(Message::Turn(step)))
    };
    let is_rtl = context.is_right_to_left();
    let [to_left, to_right] = if is_rtl {
        [Neighbor::Previous, Neighbor::Next]
    } else {
        [Neighbor::Next, Neighbor::Previous]
    };
    let view_model = context.view_model.clone();
    let speaks = move || {
        let turns = !view_model.is_paused() && !view_model.is_motion_reduced();
        Some(String::from(if turns { "off" } else { "polite" }))
    };
    let list = part("ul", "list")
        .attr("role", "list")
        .attr("tabindex", "-1")
        .attr_dyn("aria-live", speaks)
        .directive(Directive::Swipe([turn(to_left), turn(to_right)]))
        .child(headline::rows(context, row));
    element("div")
        .attr("class", "rotator anchor")
        .attr("role", "group")
        .attr("aria-label", context.locale.phrase(Phrase::Headlines))
        .child(steps)
        .child(list)
        .into()
}

/// "3 / 9", which is the same in every language.
fn live_position(context: &Arc<ViewContext>) -> TreeElement {
    let context = context.clone();
    let text = move || {
        let (headlines, current) = (context.view_model.headlines(), context.view_model.current());
        let is_current = |headline: &Arc<Headline>| {
            current
                .as_ref()
                .is_some_and(|current| Arc::ptr_eq(current, headline))
        };
        let place = headlines.iter().position(is_current).unwrap_or(0);
        let number = |number: usize| {
            let number = u32::try_from(number).unwrap_or(u32::MAX);
            context.calendar.number(number, &context.config.lang)
        };
        let mut text = number(place + 1);
        text.push_str(" / ");
        text.push_str(&number(headlines.len()));
        text
    };
    part("bdi", "position").child(dynamic(text))
}

fn row(context: &Arc<ViewContext>, headline: &Arc<Headline>) -> TreeElement {
    let has_time = context.config.time != Time::None;
    let has_preview = context.config.preview != Preview::None;
    let (view_model, shown) = (context.view_model.clone(), headline.clone());
    let is_current = move || {
        let current = view_model.current()?;
        Arc::ptr_eq(&current, &shown).then(|| String::from("true"))
    };
    let line = headline::line(headline)
        .child(signs::signs(context, headline))
        .child(headline::link(context, headline))
        .child(headline::sources(headline))
        .child(headline::mark(context, headline))
        .child(headline::comments(context, headline))
        .child(headline::summary(headline, context.config.summary_length()));
    let item = part("li", "item")
        .attr_dyn("data-current", is_current)
        .child(has_time.then(|| time::time(context, headline)))
        .child(line)
        .child(has_preview.then(|| preview::toggle(context, headline)));
    hover::track_hover(context, &headline.key, item)
}
