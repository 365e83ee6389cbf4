//! `layout="ticker"`: one line that runs past without end.
//!
//! The line is written twice, the copy right behind the first, so that the end of the one is
//! the beginning of the other at any width. The copy is for the eye and the pointer alone:
//! hidden from assistive technology and left out by the Tab key, but not `inert`, because a
//! reader presses the headline that is seen.

use std::sync::Arc;

use super::tree::{Directive, TreeElement, TreeNode, element, part};
use super::{ViewContext, controls, headline, hover, preview, signs, time};
use crate::config::{Preview, Time};
use crate::widget::model::Headline;

/// The line and the button that stops it.
pub fn ticker(context: &Arc<ViewContext>) -> TreeNode {
    let first = part("ul", "list")
        .attr("role", "list")
        .attr("tabindex", "-1");
    let copy = element("ul")
        .attr("class", "list copy")
        .attr("aria-hidden", "true");
    let speed = context.config.speed.get();
    let direction = context.config.direction;
    let track = element("div")
        .attr("class", "track")
        .attr_some("data-still", (speed == 0).then_some(""))
        .attr("data-direction", direction.keyword())
        .directive(Directive::Run { speed, direction })
        .child(first.child(headline::rows(context, row)))
        .child(copy.child(headline::rows(context, copied_row)));
    let line = element("div").attr("class", "ticker anchor");
    line.child(controls::pause(context)).child(track).into()
}

fn row(context: &Arc<ViewContext>, headline: &Arc<Headline>) -> TreeElement {
    item(
        context,
        headline,
        headline::link(context, headline),
        preview::toggle(context, headline),
    )
}

fn copied_row(context: &Arc<ViewContext>, headline: &Arc<Headline>) -> TreeElement {
    item(
        context,
        headline,
        headline::link(context, headline).attr("tabindex", "-1"),
        preview::button(context, headline).attr("tabindex", "-1"),
    )
}

fn item(
    context: &Arc<ViewContext>,
    headline: &Arc<Headline>,
    link: TreeElement,
    toggle: TreeElement,
) -> TreeElement {
    let has_time = context.config.time != Time::None;
    let has_preview = context.config.preview != Preview::None;
    let item = part("li", "item")
        .child(has_time.then(|| time::time(context, headline)))
        .child(signs::signs(context, headline))
        .child(link)
        .child(headline::sources(headline))
        .child(headline::mark(context, headline))
        .child(headline::comments(context, headline))
        .child(has_preview.then_some(toggle));
    hover::track_hover(context, &headline.key, item)
}
