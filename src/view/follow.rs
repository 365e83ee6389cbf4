//! The follow panel: plain links to the publisher's own channels.

use std::sync::Arc;

use super::tree::{TreeElement, TreeNode, element, part};
use super::{ViewContext, icon};
use crate::address::LinkAddress;
use crate::i18n::Phrase;
use crate::networks::Channel;
use crate::widget::update::Message;

/// The panel: one account as a sentence ("Seguici su Facebook"), other channels as a row of
/// named signs under a heading; more than four as signs alone.
pub fn panel(context: &Arc<ViewContext>) -> Option<TreeElement> {
    let heading = context.config.follow_heading.as_deref();
    let content: TreeNode = match (context.config.follow.as_slice(), heading) {
        ([], _) => return None,
        ([single], None) if is_account(single) => {
            let sentence = context
                .locale
                .phrase_with(Phrase::FollowOn, name(context, single));
            link(context, single)
                .child(element("span").child(sentence))
                .into()
        }
        (channels, heading) => {
            let heading = heading.unwrap_or(context.locale.phrase(Phrase::Follow));
            let heading = part("p", "follow-heading").child(heading);
            vec![heading.into(), row(context, channels).into()].into()
        }
    };
    Some(part("div", "follow").child(content))
}

fn row(context: &Arc<ViewContext>, channels: &[LinkAddress]) -> TreeElement {
    let signs_alone = channels.len() > 4;
    let entry = |channel| {
        let (link, name) = (link(context, channel), name(context, channel).to_owned());
        let link = if signs_alone {
            link.attr("aria-label", name.clone()).attr("title", name)
        } else {
            link.child(element("span").child(name))
        };
        element("li").child(link).into()
    };
    let entries: Vec<TreeNode> = channels.iter().map(entry).collect();
    element("ul")
        .attr(
            "class",
            if signs_alone {
                "channels signs"
            } else {
                "channels"
            },
        )
        .attr("role", "list")
        .child(entries)
}

/// A link to the channel, with its icon and without text.
fn link(context: &Arc<ViewContext>, channel: &LinkAddress) -> TreeElement {
    let (dispatch, followed) = (context.dispatch.clone(), channel.clone());
    part("a", "follow-link")
        .attr("href", channel.as_str())
        .attr("target", context.config.target.keyword())
        .attr("rel", "noopener me")
        .on("click", move || {
            dispatch(Message::FollowedChannel(followed.clone()))
        })
        .child(icon::icon(sign(channel)))
}

/// Whether one follows somebody *on* it, as the sentence says; a feed, a mailing list or a
/// mail address is only named.
fn is_account(channel: &LinkAddress) -> bool {
    matches!(
        Channel::of(channel),
        Channel::Network(_) | Channel::Fediverse(_) | Channel::Website(_)
    )
}

fn name<'a>(context: &Arc<ViewContext>, channel: &'a LinkAddress) -> &'a str {
    match Channel::of(channel) {
        Channel::Network(network) => network.name,
        Channel::Fediverse(host) | Channel::Website(host) => host,
        Channel::Newsletter => context.locale.phrase(Phrase::Newsletter),
        Channel::Feed => "RSS",
        Channel::Mail => context.locale.phrase(Phrase::Email),
    }
}

fn sign(channel: &LinkAddress) -> &'static str {
    match Channel::of(channel) {
        Channel::Network(network) => network.icon,
        Channel::Fediverse(_) => icon::FEDIVERSE,
        Channel::Website(_) => icon::LINK,
        Channel::Newsletter | Channel::Mail => icon::ENVELOPE,
        Channel::Feed => icon::FEED,
    }
}
