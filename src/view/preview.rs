//! The preview of an article: opened by a button, closed by it or by Escape.

use std::rc::Rc;
use std::sync::Arc;

use super::headline::{in_language, moment, outgoing, to_article};
use super::markup::{Element, Markup, element, live, part};
use super::{Scene, icon, rich_text};
use crate::config::Switch;
use crate::feed::{Item, Picture};
use crate::link::LinkAddress;
use crate::messages::Message as Say;
use crate::model::{Headline, Key};
use crate::platform::TimeStyle;
use crate::update::Message;

/// The button that opens and closes the preview of a headline.
pub fn toggle(scene: &Rc<Scene>, headline: &Arc<Headline>) -> Element {
    let (dispatch, key) = (scene.dispatch.clone(), headline.key.clone());
    let is_open = is_open(scene, &headline.key);
    let mut name = String::from(scene.words.say(Say::Preview));
    name.push_str(": ");
    name.push_str(&headline.item.headline());
    part("button", "toggle")
        .set("type", "button")
        .set("aria-label", name)
        .follow("aria-expanded", move || Some(is_open().to_string()))
        .on("click", move || dispatch(Message::Toggle(key.clone())))
        .with(icon::icon(icon::CHEVRON))
}

/// The preview under its headline, while it is the one that is open.
pub fn under(scene: &Rc<Scene>, headline: &Arc<Headline>) -> Markup {
    let is_open = is_open(scene, &headline.key);
    let (scene, headline) = (scene.clone(), headline.clone());
    live(move || is_open().then(|| article(&scene, &headline)))
}

/// The one article area under the list and the follow panel.
pub fn panel(scene: &Rc<Scene>) -> Markup {
    let scene = scene.clone();
    live(move || {
        scene
            .screen
            .opened()
            .map(|headline| article(&scene, &headline))
    })
}

fn is_open(scene: &Rc<Scene>, key: &Key) -> impl Fn() -> bool + use<> {
    let (screen, key) = (scene.screen.clone(), key.clone());
    move || screen.opened().is_some_and(|opened| opened.key == key)
}

fn article(scene: &Rc<Scene>, headline: &Arc<Headline>) -> Element {
    let item = &headline.item;
    let text = item.content.as_ref().or(item.summary.as_ref());
    let body =
        text.map(|text| part("div", "preview-body").with(rich_text::blocks(scene, &text.blocks)));
    in_language(headline, part("article", "preview"))
        .with(part("h3", "preview-title").with(item.headline()))
        .with(byline(scene, item))
        .with(lead_picture(scene, item))
        .with(body)
        .with(footer(scene, headline))
}

fn byline(scene: &Rc<Scene>, item: &Item) -> Option<Element> {
    let authors = item.authors.join(", ");
    let authors = (!authors.is_empty()).then(|| element("bdi").with(authors));
    let time = item.time().map(|time| {
        element("time")
            .set("datetime", time.to_rfc3339())
            .with(moment(scene, time, TimeStyle::Full))
    });
    (authors.is_some() || time.is_some())
        .then(|| element("p").set("class", "byline").with(authors).with(time))
}

/// The item's picture, unless its text has pictures of its own.
fn lead_picture(scene: &Rc<Scene>, item: &Item) -> Option<Element> {
    let has_own = item
        .content
        .as_ref()
        .is_some_and(|text| text.first_picture().is_some());
    let picture = item.image.as_ref().filter(|_| !has_own)?;
    picture_view(scene, picture)
}

/// A picture. The shell hides it when it cannot be loaded.
pub fn picture_view(scene: &Rc<Scene>, picture: &Picture) -> Option<Element> {
    if scene.config.images == Switch::Off {
        return None;
    }
    let size = |pixels: Option<u32>| pixels.map(|pixels| pixels.to_string());
    Some(
        part("img", "picture")
            .set("src", picture.address.as_str())
            .set("alt", picture.alternative.as_str())
            .set_some("width", size(picture.width))
            .set_some("height", size(picture.height))
            .set("loading", "lazy")
            .set("decoding", "async")
            .set("referrerpolicy", "no-referrer"),
    )
}

fn footer(scene: &Rc<Scene>, headline: &Arc<Headline>) -> Element {
    let read = headline.item.link.is_some().then(|| {
        let link = element("a")
            .set("class", "read")
            .with(scene.words.say(Say::Read));
        to_article(scene, headline, link)
    });
    element("footer")
        .set("class", "preview-footer")
        .set("lang", scene.config.language.as_str())
        .with(read)
        .with(comment_line(scene, &headline.item))
}

/// "Commenti (0)": a link where the feed names the page of the comments.
fn comment_line(scene: &Rc<Scene>, item: &Item) -> Option<Element> {
    let count = item
        .comments
        .count
        .filter(|_| scene.config.comments == Switch::On)?;
    let digits = scene.calendar.number(count, &scene.config.language);
    let sentence = scene.words.count(Say::Comments, count, &digits);
    let line = |name| {
        element(name)
            .set("part", "comments")
            .set("class", "comment-line")
            .with(sentence)
    };
    Some(match &item.comments.address {
        Some(address) => outgoing(scene, &LinkAddress::from(address.clone()), line("a")),
        None => line("span"),
    })
}
