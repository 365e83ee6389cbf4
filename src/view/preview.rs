//! The preview of an article: opened by a button, closed by it or by Escape.

use leptos::prelude::*;

use super::headline::{language, moment, outgoing};
use super::{Scene, icon, rich_text};
use crate::config::Switch;
use crate::feed::{Item, Picture};
use crate::link::LinkAddress;
use crate::messages::Message as Say;
use crate::model::{Headline, Key};
use crate::platform::TimeStyle;
use crate::update::Message;

/// The button that opens and closes the preview of a headline.
pub fn toggle(scene: &Scene, headline: &Headline) -> impl IntoView + use<> {
    let (dispatch, key) = (scene.dispatch.clone(), headline.key.clone());
    let is_open = is_open(scene, &headline.key);
    let mut name = String::from(scene.words.say(Say::Preview));
    name.push_str(": ");
    name.push_str(&headline.item.headline());
    view! {
        <button
            part="toggle"
            class="toggle"
            type="button"
            aria-label=name
            aria-expanded=move || if is_open() { "true" } else { "false" }
            on:click=move |_| dispatch(Message::Toggle(key.clone()))
        >
            {icon::icon(icon::CHEVRON)}
        </button>
    }
}

/// The preview under its headline, while it is the one that is open.
pub fn under(scene: Scene, headline: Headline) -> impl IntoView {
    let is_open = is_open(&scene, &headline.key);
    let is_open = Memo::new(move |_| is_open());
    move || is_open.get().then(|| article(&scene, &headline))
}

/// The one article area under the list and the follow panel.
pub fn panel(scene: Scene) -> impl IntoView {
    let opened = scene.screen.opened;
    move || opened.get().map(|headline| article(&scene, &headline))
}

fn is_open(scene: &Scene, key: &Key) -> impl Fn() -> bool + Clone + Send + Sync + use<> {
    let (opened, key) = (scene.screen.opened, key.clone());
    move || opened.with(|opened| opened.as_ref().is_some_and(|opened| opened.key == key))
}

fn article(scene: &Scene, headline: &Headline) -> impl IntoView + use<> {
    let item = headline.item.clone();
    let (lang, dir) = language(headline);
    let text = item.content.as_ref().or(item.summary.as_ref());
    let body = text.map(|text| {
        view! { <div part="preview-body" class="preview-body">{rich_text::blocks(scene, &text.blocks)}</div> }
    });
    view! {
        <article part="preview" class="preview" lang=lang dir=dir>
            <h3 part="preview-title" class="preview-title">{item.headline()}</h3>
            {byline(scene, &item)}
            {lead_picture(scene, &item)}
            {body}
            {footer(scene, headline)}
        </article>
    }
}

fn byline(scene: &Scene, item: &Item) -> impl IntoView + use<> {
    let authors = item.authors.join(", ");
    let authors = (!authors.is_empty()).then(|| view! { <bdi class="author">{authors}</bdi> });
    let time = item.time().map(|time| {
        let text = moment(scene, time, TimeStyle::Full);
        view! { <time class="full-time" datetime=time.to_rfc3339()>{text}</time> }
    });
    (authors.is_some() || time.is_some()).then(|| view! { <p class="byline">{authors}{time}</p> })
}

/// The item's picture, unless its own text shows it already.
fn lead_picture(scene: &Scene, item: &Item) -> Option<impl IntoView + use<>> {
    let picture = item.image.as_ref()?;
    let is_in_text = item
        .content
        .as_ref()
        .is_some_and(|text| text.has_picture(picture));
    (!is_in_text).then(|| picture_view(scene, picture))
}

/// A picture; it vanishes when it cannot be loaded.
pub fn picture_view(scene: &Scene, picture: &Picture) -> Option<impl IntoView + use<>> {
    let is_broken = RwSignal::new(false);
    let picture = picture.clone();
    (scene.config.images == Switch::On).then(|| {
        view! {
            <img
                part="picture"
                class="picture"
                src=picture.address.as_str().to_owned()
                alt=picture.alternative
                width=picture.width
                height=picture.height
                loading="lazy"
                decoding="async"
                referrerpolicy="no-referrer"
                hidden=move || is_broken.get()
                on:error=move |_| is_broken.set(true)
            />
        }
    })
}

fn footer(scene: &Scene, headline: &Headline) -> impl IntoView + use<> {
    let read = headline.item.link.as_ref().map(|address| {
        let address = outgoing(scene, &LinkAddress::from(address.clone()));
        let (dispatch, key) = (scene.dispatch.clone(), headline.key.clone());
        view! {
            <a
                class="read"
                href=address
                target=scene.config.target.keyword()
                rel="noopener"
                on:click=move |_| dispatch(Message::Followed(key.clone()))
            >
                {scene.words.say(Say::Read)}
            </a>
        }
    });
    view! {
        <footer class="preview-footer" lang=scene.config.language.clone()>
            {read}
            {comment_line(scene, &headline.item)}
        </footer>
    }
}

/// "Commenti (0)": a link where the feed names the page of the comments.
fn comment_line(scene: &Scene, item: &Item) -> Option<AnyView> {
    let count = item
        .comments
        .count
        .filter(|_| scene.config.comments == Switch::On)?;
    let digits = scene.calendar.number(count, &scene.config.language);
    let sentence = scene.words.count(Say::Comments, count, &digits);
    Some(match &item.comments.address {
        Some(address) => {
            let address = outgoing(scene, &LinkAddress::from(address.clone()));
            let target = scene.config.target.keyword();
            view! {
                <a part="comments" class="comment-line" href=address target=target rel="noopener">
                    {sentence}
                </a>
            }
            .into_any()
        }
        None => view! { <span part="comments" class="comment-line">{sentence}</span> }.into_any(),
    })
}
