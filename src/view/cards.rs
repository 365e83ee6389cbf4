//! `layout="cards"`: picture, headline and summary, side by side as the box has room.

use std::rc::Rc;
use std::sync::Arc;

use super::markup::{Element, Markup, Rows, part};
use super::{ViewContext, headline, preview};
use crate::config::{Preview, Switch, Time};
use crate::widget::model::Headline;

/// The cards.
pub fn cards(context: &Rc<ViewContext>) -> Markup {
    let (drawn, view_model) = (context.clone(), context.view_model.clone());
    let rows = Rows {
        headlines: Box::new(move || view_model.headlines()),
        draw: Box::new(move |headline| card(&drawn, headline).into()),
    };
    let list = part("ul", "list")
        .attr("role", "list")
        .attr("tabindex", "-1");
    list.child(Markup::Rows(rows)).into()
}

fn card(context: &Rc<ViewContext>, headline: &Arc<Headline>) -> Element {
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
fn frame(context: &Rc<ViewContext>, headline: &Arc<Headline>) -> Option<Element> {
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
