//! The preview of an article: opened by a button, closed by it, by its own or by Escape.

use std::rc::Rc;
use std::sync::Arc;

use super::headline::{felt, in_language, moment, outgoing, to_article};
use super::markup::{Behaviour, Element, Markup, element, live, part};
use super::{Scene, button, controls, enclosures, icon, rich_text};
use crate::config::{Preview, Switch};
use crate::feed::{Item, Picture};
use crate::link::LinkAddress;
use crate::messages::Message as Say;
use crate::model::{Headline, Key};
use crate::motion::Step;
use crate::platform::TimeStyle;
use crate::update::Message;

/// The button that opens and closes the preview of a headline.
pub fn toggle(scene: &Rc<Scene>, headline: &Arc<Headline>) -> Element {
    let is_open = is_open(scene, &headline.key);
    button(scene, headline).follow("aria-expanded", move || Some(is_open().to_string()))
}

/// The same for a copy of a headline, which says nothing of what is open.
pub fn button(scene: &Rc<Scene>, headline: &Arc<Headline>) -> Element {
    let (dispatch, key) = (scene.dispatch.clone(), headline.key.clone());
    let mut name = String::from(scene.words.say(Say::Preview));
    name.push_str(": ");
    name.push_str(&headline.item.headline());
    part("button", "toggle")
        .set("type", "button")
        .set("aria-label", name)
        .on("click", move || dispatch(Message::Toggle(key.clone())))
        .with(icon::icon(icon::CHEVRON))
}

/// The preview under its headline, while it is the one that is open.
pub fn under(scene: &Rc<Scene>, headline: &Arc<Headline>) -> Markup {
    let is_open = is_open(scene, &headline.key);
    let (scene, headline) = (scene.clone(), headline.clone());
    live(move || is_open().then(|| article(&scene, &headline)))
}

/// The one article area that is not under a headline: in the page, or over it.
pub fn area(scene: &Rc<Scene>) -> Markup {
    let scene = scene.clone();
    live(move || {
        let headline = scene.screen.opened()?;
        let close = {
            let dispatch = scene.dispatch.clone();
            button::button("control close", icon::CLOSE, scene.words.say(Say::Close))
                .on("click", move || dispatch(Message::Close))
        };
        let article = article(&scene, &headline).with(close);
        Some(if scene.config.preview == Preview::Popover {
            over_the_page(&scene, &headline, article)
        } else {
            article
        })
    })
}

fn over_the_page(scene: &Rc<Scene>, headline: &Arc<Headline>, article: Element) -> Element {
    let dispatch = scene.dispatch.clone();
    let dismiss = Box::new(move || dispatch(Message::Dismiss));
    let article = article
        .set("popover", "manual")
        .does(Behaviour::Overlay(dismiss));
    felt(scene, &headline.key, article)
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
    // It takes the focus where it opens away from its button.
    let article = part("article", "preview").set("tabindex", "-1");
    in_language(headline, article)
        .with(part("h3", "preview-title").with(item.headline()))
        .with(byline(scene, item))
        .with(lead_picture(scene, item))
        .with(body)
        .with(enclosures::enclosures(scene, item))
        .with(tags(item))
        .with(footer(scene, headline))
}

fn tags(item: &Item) -> Option<Element> {
    let tag = |tag: &String| element("li").with(tag.as_str()).into();
    let tags: Vec<Markup> = item.tags.iter().map(tag).collect();
    let list = part("ul", "tags").set("role", "list");
    (!tags.is_empty()).then(|| list.with(tags))
}

fn byline(scene: &Rc<Scene>, item: &Item) -> Option<Element> {
    let authors = item.authors.join(", ");
    let authors = (!authors.is_empty()).then(|| element("bdi").with(authors));
    let time = item.time().map(|time| {
        element("time")
            .set("datetime", time.to_rfc3339())
            .with(moment(scene, time, TimeStyle::Full))
    });
    (authors.is_some() || time.is_some()).then(|| part("p", "byline").with(authors).with(time))
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
        let link = part("a", "read").with(scene.words.say(Say::Read));
        to_article(scene, headline, link)
    });
    part("footer", "preview-footer")
        .set("lang", scene.config.language.as_str())
        .set("dir", scene.direction())
        .with(read)
        .with(comment_line(scene, &headline.item))
        .with(neighbours(scene, headline))
}

/// The buttons that go on to the previews before and after; none at the ends.
fn neighbours(scene: &Rc<Scene>, headline: &Arc<Headline>) -> Markup {
    let (scene, key) = (scene.clone(), headline.key.clone());
    live(move || {
        let headlines = scene.screen.headlines();
        let place = headlines.iter().position(|it| it.key == key);
        let has = |step: Step| {
            place
                .and_then(|place| step.from(place, headlines.len()))
                .is_some()
        };
        let steps = [Step::Previous, Step::Next].into_iter();
        let steps = steps.filter(|step| has(*step));
        let buttons: Vec<Markup> = steps
            .map(|step| controls::step(&scene, step, Message::Read).into())
            .collect();
        (!buttons.is_empty()).then(|| element("span").set("class", "neighbours").with(buttons))
    })
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
