//! `layout="cards"`: picture, headline and summary, side by side as the box has room.

use std::sync::Arc;

use super::tree::{TreeElement, TreeNode, part};
use super::{ViewContext, headline, preview};
use crate::config::{Preview, Switch, Time};
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
        .child(has_time.then(|| headline::time(context, headline)))
        .child(headline::sources(headline))
        .child(headline::mark(context, headline))
        .child(headline::comments(context, headline))
        .child(has_preview.then(|| preview::toggle(context, headline)));
    let line = headline::line(headline)
        .child(headline::link(context, headline))
        .child(headline::summary(context, headline));
    let item = part("li", "item")
        .child(frame(context, headline))
        .child(line)
        .child(foot)
        .child(
            context
                .config
                .opens_in_place()
                .then(|| preview::under(context, headline)),
        );
    headline::track_hover(context, &headline.key, item)
}

/// The picture in a frame of fixed proportions, which keeps its place while the picture is on
/// its way and when it never comes. The link to the article is the headline's: a second one
/// around the picture would only be one more stop for the keyboard.
fn frame(context: &Arc<ViewContext>, headline: &Arc<Headline>) -> Option<TreeElement> {
    let mut picture = headline
        .item
        .image
        .clone()
        .filter(|picture| context.config.images == Switch::On && !picture.is_small())?;
    // Its text stands beside it.
    picture.alternative = String::new();
    let frame = part("div", "frame");
    Some(frame.child(preview::picture_view(context, &picture)))
}
