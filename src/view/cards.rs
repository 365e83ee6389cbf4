//! `layout="cards"`: picture, headline and summary, side by side as the box has room.

use std::rc::Rc;
use std::sync::Arc;

use super::markup::{Element, Markup, Rows, part};
use super::{Scene, headline, preview};
use crate::config::{Preview, Switch, Time};
use crate::model::Headline;

/// The cards.
pub fn cards(scene: &Rc<Scene>) -> Markup {
    let (drawn, screen) = (scene.clone(), scene.screen.clone());
    let rows = Rows {
        headlines: Box::new(move || screen.headlines()),
        draw: Box::new(move |headline| card(&drawn, headline).into()),
    };
    let list = part("ul", "list").set("role", "list").set("tabindex", "-1");
    list.with(Markup::Rows(rows)).into()
}

fn card(scene: &Rc<Scene>, headline: &Arc<Headline>) -> Element {
    let has_time = scene.config.time != Time::None;
    let has_preview = scene.config.preview != Preview::None;
    let foot = part("div", "card-foot")
        .with(has_time.then(|| headline::time(scene, headline)))
        .with(headline::sources(headline))
        .with(headline::mark(scene, headline))
        .with(headline::comments(scene, headline))
        .with(has_preview.then(|| preview::toggle(scene, headline)));
    let line = headline::line(headline)
        .with(headline::link(scene, headline))
        .with(headline::summary(scene, headline));
    let item = part("li", "item")
        .with(frame(scene, headline))
        .with(line)
        .with(foot)
        .with(
            scene
                .config
                .opens_in_place()
                .then(|| preview::under(scene, headline)),
        );
    headline::felt(scene, &headline.key, item)
}

/// The picture in a frame of fixed proportions, which keeps its place while the picture is on
/// its way and when it never comes. The link to the article is the headline's: a second one
/// around the picture would only be one more stop for the keyboard.
fn frame(scene: &Rc<Scene>, headline: &Arc<Headline>) -> Option<Element> {
    let mut picture = headline
        .item
        .image
        .clone()
        .filter(|_| scene.config.images == Switch::On)?;
    // Its text stands beside it.
    picture.alternative = String::new();
    let frame = part("div", "frame");
    Some(frame.with(preview::picture_view(scene, &picture)))
}
