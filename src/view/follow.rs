//! The follow panel: plain links to the publisher's own channels.

use std::rc::Rc;

use super::markup::{Element, Markup, element, part};
use super::{Scene, icon};
use crate::follow::Channel;
use crate::link::LinkAddress;
use crate::messages::Message as Say;
use crate::update::Message;

/// The panel: one account as a sentence ("Seguici su Facebook"), other channels as a row of
/// named signs under a heading; more than four as signs alone.
pub fn panel(scene: &Rc<Scene>) -> Option<Element> {
    let heading = scene.config.follow_heading.as_deref();
    let content: Markup = match (scene.config.follow.as_slice(), heading) {
        ([], _) => return None,
        ([single], None) if is_account(single) => {
            let sentence = scene.words.say_with(Say::FollowOn, name(scene, single));
            link(scene, single)
                .with(element("span").with(sentence))
                .into()
        }
        (channels, heading) => {
            let heading = heading.unwrap_or(scene.words.say(Say::Follow));
            let heading = part("p", "follow-heading").with(heading);
            vec![heading.into(), row(scene, channels).into()].into()
        }
    };
    Some(part("div", "follow").with(content))
}

fn row(scene: &Rc<Scene>, channels: &[LinkAddress]) -> Element {
    let signs_alone = channels.len() > 4;
    let entry = |channel| {
        let (link, name) = (link(scene, channel), name(scene, channel).to_owned());
        let link = if signs_alone {
            link.set("aria-label", name.clone()).set("title", name)
        } else {
            link.with(element("span").with(name))
        };
        element("li").with(link).into()
    };
    let entries: Vec<Markup> = channels.iter().map(entry).collect();
    element("ul")
        .set(
            "class",
            if signs_alone {
                "channels signs"
            } else {
                "channels"
            },
        )
        .set("role", "list")
        .with(entries)
}

/// A link to the channel, with its sign and without words.
fn link(scene: &Rc<Scene>, channel: &LinkAddress) -> Element {
    let (dispatch, followed) = (scene.dispatch.clone(), channel.clone());
    part("a", "follow-link")
        .set("href", channel.as_str())
        .set("target", scene.config.target.keyword())
        .set("rel", "noopener me")
        .on("click", move || {
            dispatch(Message::FollowedChannel(followed.clone()))
        })
        .with(icon::icon(sign(channel)))
}

/// Whether one follows somebody *on* it, as the sentence says; a feed, a mailing list or a
/// mail address is only named.
fn is_account(channel: &LinkAddress) -> bool {
    matches!(
        Channel::of(channel),
        Channel::Network(_) | Channel::Fediverse(_) | Channel::Site(_)
    )
}

fn name<'a>(scene: &Rc<Scene>, channel: &'a LinkAddress) -> &'a str {
    match Channel::of(channel) {
        Channel::Network(network) => network.name,
        Channel::Fediverse(host) | Channel::Site(host) => host,
        Channel::Newsletter => scene.words.say(Say::Newsletter),
        Channel::Feed => "RSS",
        Channel::Mail => scene.words.say(Say::Email),
    }
}

fn sign(channel: &LinkAddress) -> &'static str {
    match Channel::of(channel) {
        Channel::Network(network) => network.icon,
        Channel::Fediverse(_) => icon::FEDIVERSE,
        Channel::Site(_) => icon::LINK,
        Channel::Newsletter | Channel::Mail => icon::ENVELOPE,
        Channel::Feed => icon::FEED,
    }
}
