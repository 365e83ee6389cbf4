//! The preview of an article: opened by a button, closed by it, by its own or by Escape.

use std::sync::Arc;

use super::headline::in_language;
use super::hover::track_hover;
use super::link::{outgoing, to_article};
use super::time::{format_day, format_time};
use super::tree::{Directive, TreeElement, TreeNode, dynamic, element, part};
use super::{ViewContext, button, controls, enclosures, icon, picture, rich_text};
use crate::address::LinkAddress;
use crate::config::{self, Switch};
use crate::feed::Item;
use crate::feed::words::Preview;
use crate::host::TimeStyle;
use crate::i18n::Phrase;
use crate::time::Precision;
use crate::widget::model::Neighbor;
use crate::widget::model::{Headline, Key};
use crate::widget::update::Message;

/// The button that opens and closes the preview of a headline.
pub fn toggle(context: &Arc<ViewContext>, headline: &Arc<Headline>) -> TreeElement {
    let is_open = is_open(context, &headline.key);
    button(context, headline).attr_dyn("aria-expanded", move || Some(is_open().to_string()))
}

/// The same for a copy of a headline, which says nothing of what is open.
pub fn button(context: &Arc<ViewContext>, headline: &Arc<Headline>) -> TreeElement {
    let (dispatch, key) = (context.dispatch.clone(), headline.key.clone());
    let mut name = String::from(context.locale.phrase(Phrase::Preview));
    name.push_str(": ");
    name.push_str(&headline.item.headline());
    part("button", "toggle")
        .attr("type", "button")
        .attr("aria-label", name)
        .on("click", move || dispatch(Message::Toggle(key.clone())))
        .child(icon::icon(icon::CHEVRON))
}

/// The preview under its headline, while it is the one that is open.
pub fn under(context: &Arc<ViewContext>, headline: &Arc<Headline>) -> TreeNode {
    let is_open = is_open(context, &headline.key);
    let (context, headline) = (context.clone(), headline.clone());
    dynamic(move || is_open().then(|| article(&context, &headline)))
}

/// The one article area that is not under a headline: in the page, or over it.
pub fn area(context: &Arc<ViewContext>) -> TreeNode {
    let context = context.clone();
    dynamic(move || {
        let headline = context.view_model.opened()?;
        let close = {
            let dispatch = context.dispatch.clone();
            button::button(
                "control close",
                icon::CLOSE,
                context.locale.phrase(Phrase::Close),
            )
            .on("click", move || dispatch(Message::Close))
        };
        let article = article(&context, &headline).child(close);
        Some(if context.config.preview == config::Preview::Popover {
            over_the_page(&context, &headline, article)
        } else {
            article
        })
    })
}

fn over_the_page(
    context: &Arc<ViewContext>,
    headline: &Arc<Headline>,
    article: TreeElement,
) -> TreeElement {
    let dispatch = context.dispatch.clone();
    let dismiss = Box::new(move || dispatch(Message::Dismiss));
    let article = article
        .attr("popover", "manual")
        .directive(Directive::Overlay(dismiss));
    track_hover(context, &headline.key, article)
}

fn is_open(context: &Arc<ViewContext>, key: &Key) -> impl Fn() -> bool + use<> {
    let (view_model, key) = (context.view_model.clone(), key.clone());
    move || view_model.opened().is_some_and(|opened| opened.key == key)
}

fn article(context: &Arc<ViewContext>, headline: &Arc<Headline>) -> TreeElement {
    let item = &headline.item;
    let Preview {
        heading,
        picture,
        text,
    } = item.preview();
    let words = text.plain_text();
    let body = (!text.is_empty()).then(|| {
        let body = part("div", "preview-body");
        in_language(headline, &words, body).child(rich_text::blocks(context, &text.blocks))
    });
    let title = item.headline();
    let heading = heading
        .map(|heading| in_language(headline, &heading, part("h3", "preview-title")).child(heading));
    // It takes the focus where it opens away from its button.
    let article = part("article", "preview").attr("tabindex", "-1");
    in_language(headline, &title, article)
        .child(heading)
        .child(byline(context, item))
        .child(picture.and_then(|picture| picture::picture(context, &picture)))
        .child(body)
        .child(enclosures::enclosures(context, item))
        .child(tags(item))
        .child(footer(context, headline))
}

fn tags(item: &Item) -> Option<TreeElement> {
    let tag = |tag: &String| element("li").child(tag.as_str()).into();
    let tags: Vec<TreeNode> = item.tags.iter().map(tag).collect();
    let list = part("ul", "tags").attr("role", "list");
    (!tags.is_empty()).then(|| list.child(tags))
}

fn byline(context: &Arc<ViewContext>, item: &Item) -> Option<TreeElement> {
    let authors: Vec<&str> = item.authors.iter().map(String::as_str).collect();
    let authors = authors.join(", ");
    let authors = (!authors.is_empty()).then(|| element("bdi").child(authors));
    let time = item.date().map(|date| {
        let text = match date.precision {
            Precision::Time => format_time(context, date.at, TimeStyle::Full),
            Precision::Day => format_day(context, date, TimeStyle::DayOfYear),
        };
        element("time")
            .attr("datetime", date.to_rfc3339())
            .child(text)
    });
    (authors.is_some() || time.is_some()).then(|| part("p", "byline").child(authors).child(time))
}

fn footer(context: &Arc<ViewContext>, headline: &Arc<Headline>) -> TreeElement {
    let read = headline.item.link.is_some().then(|| {
        let link = part("a", "read").child(context.locale.phrase(Phrase::Read));
        to_article(context, headline, link)
    });
    part("footer", "preview-footer")
        .attr("lang", context.config.lang.as_str())
        .attr("dir", context.direction())
        .child(read)
        .child(comment_line(context, &headline.item))
        .child(neighbors(context, headline))
}

/// The buttons that go on to the previews before and after; none at the ends.
fn neighbors(context: &Arc<ViewContext>, headline: &Arc<Headline>) -> TreeNode {
    let (context, key) = (context.clone(), headline.key.clone());
    dynamic(move || {
        let headlines = context.view_model.headlines();
        let place = headlines.iter().position(|it| it.key == key);
        let has = |neighbor: Neighbor| {
            place
                .and_then(|place| neighbor.index_from(place, headlines.len()))
                .is_some()
        };
        let neighbors = [Neighbor::Previous, Neighbor::Next].into_iter();
        let neighbors = neighbors.filter(|neighbor| has(*neighbor));
        let buttons: Vec<TreeNode> = neighbors
            .map(|neighbor| controls::neighbor(&context, neighbor, Message::OpenNeighbor).into())
            .collect();
        (!buttons.is_empty()).then(|| element("span").attr("class", "neighbors").child(buttons))
    })
}

/// "Commenti (0)": a link where the feed names the page of the comments.
fn comment_line(context: &Arc<ViewContext>, item: &Item) -> Option<TreeElement> {
    let count = item
        .comments
        .count
        .filter(|_| context.config.comments == Switch::On)?;
    let digits = context.calendar.number(count, &context.config.lang);
    let sentence = context.locale.count(Phrase::Comments, count, &digits);
    let line = |name| {
        element(name)
            .attr("part", "comments")
            .attr("class", "comment-line")
            .child(sentence)
    };
    Some(match &item.comments.address {
        Some(address) => outgoing(context, &LinkAddress::from(address.clone()), line("a")),
        None => line("span"),
    })
}
