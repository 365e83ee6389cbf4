//! `layout="cards"`: picture, headline and summary, side by side as the box has room.

use std::sync::Arc;

use super::tree::{TreeElement, TreeNode, part};
use super::{ViewContext, headline, hover, picture, preview, signs, time};
use crate::config::{Preview, Time};
use crate::widget::model::Headline;

/// The cards.
pub fn cards(context: &Arc<ViewContext>) -> TreeNode {
    let list = part("ul", "list")
        .attr("role", "list")
        .attr("tabindex", "-1");
    list.child(headline::rows(context, card)).into()
}

fn card(context: &Arc<ViewContext>, headline: &Arc<Headline>) -> TreeElement {
    let has_time = context.config.time != Time::None;
    let has_preview = context.config.preview != Preview::None;
    let foot = part("div", "card-foot")
        .child(has_time.then(|| time::time(context, headline)))
        .child(headline::sources(headline))
        .child(headline::mark(context, headline))
        .child(headline::comments(context, headline))
        .child(has_preview.then(|| preview::toggle(context, headline)));
    let line = headline::line(headline)
        .child(signs::signs(context, headline))
        .child(headline::link(context, headline))
        .child(headline::summary(headline, context.config.summary_length()));
    let item = part("li", "item")
        .child(picture::frame(context, headline))
        .child(line)
        .child(foot)
        .child(
            context
                .config
                .opens_in_place()
                .then(|| preview::under(context, headline)),
        );
    hover::track_hover(context, &headline.key, item)
}
