//! The follow panel: plain links to the publisher's own channels.

use leptos::prelude::*;

use super::{Scene, icon};
use crate::follow::{Network, host, network};
use crate::link::LinkAddress;
use crate::messages::Message as Say;
use crate::update::Message;

/// The panel: one channel as a sentence, several as a row of named signs.
pub fn panel(scene: Scene) -> Option<impl IntoView> {
    let channels = scene.config.follow.clone();
    let heading = scene.config.follow_heading.clone();
    let single = match channels.as_slice() {
        [] => return None,
        [single] => heading.is_none().then(|| sentence(&scene, single)),
        _ => None,
    };
    let title = match &single {
        Some(_) => None,
        None => Some(heading.unwrap_or_else(|| scene.words.say(Say::Follow).to_owned())),
    };
    let several = single.is_none().then(|| {
        let signs: Vec<_> = channels
            .iter()
            .map(|channel| sign(&scene, channel))
            .collect();
        view! { <ul class="channels" role="list">{signs}</ul> }
    });
    let title = title.map(|title| view! { <p class="follow-heading">{title}</p> });
    Some(view! { <div part="follow" class="follow">{title}{single}{several}</div> })
}

/// "Seguici su Facebook", with the network's sign.
fn sentence(scene: &Scene, channel: &LinkAddress) -> impl IntoView + use<> {
    let text = scene
        .words
        .say_with(Say::FollowOn, "{network}", &name(scene, channel));
    link(
        scene,
        channel,
        view! { {sign_of(channel)}<span>{text}</span> }.into_any(),
    )
}

fn sign(scene: &Scene, channel: &LinkAddress) -> impl IntoView + use<> {
    let name = name(scene, channel);
    let named = view! { {sign_of(channel)}<span class="channel-name">{name}</span> }.into_any();
    view! { <li>{link(scene, channel, named)}</li> }
}

fn link(scene: &Scene, channel: &LinkAddress, content: AnyView) -> impl IntoView + use<> {
    let (dispatch, followed) = (scene.dispatch.clone(), channel.clone());
    view! {
        <a
            part="follow-link"
            class="follow-link"
            href=channel.as_str().to_owned()
            target=scene.config.target.keyword()
            rel="noopener me"
            on:click=move |_| dispatch(Message::FollowedChannel(followed.clone()))
        >
            {content}
        </a>
    }
}

/// What the channel is called: its network, else its host.
fn name(scene: &Scene, channel: &LinkAddress) -> String {
    match network(channel) {
        Some(Network { name, .. }) => (*name).to_owned(),
        None => host(channel)
            .unwrap_or(scene.words.say(Say::Email))
            .to_owned(),
    }
}

fn sign_of(channel: &LinkAddress) -> impl IntoView + use<> {
    icon::icon(match network(channel) {
        Some(network) => network.icon,
        None if host(channel).is_none() => icon::ENVELOPE,
        None => icon::LINK,
    })
}
