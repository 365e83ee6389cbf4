//! The follow panel: plain links to the publisher's own channels.

use std::rc::Rc;

use super::markup::{Element, Markup, element, part};
use super::{Scene, icon};
use crate::follow::{host, network};
use crate::link::LinkAddress;
use crate::messages::Message as Say;
use crate::update::Message;

/// The panel: one channel as a sentence ("Seguici su Facebook"), several as a row of named
/// signs under a heading.
pub fn panel(scene: &Rc<Scene>) -> Option<Element> {
    let heading = scene.config.follow_heading.as_deref();
    let content: Markup = match (scene.config.follow.as_slice(), heading) {
        ([], _) => return None,
        ([single], None) => {
            let name = name(scene, single);
            let sentence = scene.words.say_with(Say::FollowOn, &name);
            link(scene, single, sentence).into()
        }
        (channels, heading) => {
            let heading = heading.unwrap_or(scene.words.say(Say::Follow));
            let sign = |channel| {
                element("li")
                    .with(link(scene, channel, name(scene, channel)))
                    .into()
            };
            let signs: Vec<Markup> = channels.iter().map(sign).collect();
            let list = element("ul")
                .set("class", "channels")
                .set("role", "list")
                .with(signs);
            let heading = element("p").set("class", "follow-heading").with(heading);
            vec![heading.into(), list.into()].into()
        }
    };
    Some(part("div", "follow").with(content))
}

fn link(scene: &Rc<Scene>, channel: &LinkAddress, text: String) -> Element {
    let (dispatch, followed) = (scene.dispatch.clone(), channel.clone());
    part("a", "follow-link")
        .set("href", channel.as_str())
        .set("target", scene.config.target.keyword())
        .set("rel", "noopener me")
        .on("click", move || {
            dispatch(Message::FollowedChannel(followed.clone()))
        })
        .with(icon::icon(sign(channel)))
        .with(element("span").with(text))
}

/// What the channel is called: its network, else its host.
fn name(scene: &Rc<Scene>, channel: &LinkAddress) -> String {
    let name = network(channel)
        .map(|network| network.name)
        .or(host(channel));
    name.unwrap_or(scene.words.say(Say::Email)).to_owned()
}

fn sign(channel: &LinkAddress) -> &'static str {
    match network(channel) {
        Some(network) => network.icon,
        None if host(channel).is_none() => icon::ENVELOPE,
        None => icon::LINK,
    }
}
