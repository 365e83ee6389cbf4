//! What stands before a headline and says what kind of article it is.

use std::sync::Arc;

use super::headline::in_language;
use super::tree::{TreeElement, TreeNode, part};
use super::{ViewContext, icon};
use crate::feed::Medium;
use crate::i18n::{Locale, Phrase};
use crate::widget::model::Headline;

/// The kicker and the sign of the medium, where a headline has them.
pub fn signs(context: &Arc<ViewContext>, headline: &Arc<Headline>) -> TreeNode {
    let signs = [kicker(context, headline), medium(context, headline)];
    let signs: Vec<TreeNode> = signs.into_iter().flatten().map(TreeNode::from).collect();
    signs.into()
}

/// The category before a headline, in the words of its feed. Only three have a meaning that a
/// reader must know before reading: they are looked for in English and in the feed's language.
fn kicker(context: &Arc<ViewContext>, headline: &Arc<Headline>) -> Option<TreeElement> {
    if !context.config.has_kickers() {
        return None;
    }
    let own = headline.language.as_deref().unwrap_or(&context.config.lang);
    let locales = [Locale::of("en"), Locale::of(own)];
    let is_named = |tag: &&String| {
        locales.iter().any(|locale| {
            let names = [Phrase::Live, Phrase::Breaking, Phrase::Video];
            let names = names
                .iter()
                .flat_map(|name| locale.phrase(*name).split('|'));
            names.into_iter().any(|name| tag.eq_ignore_ascii_case(name))
        })
    };
    let tag = headline.item.tags.iter().find(is_named)?;
    Some(in_language(headline, tag, part("span", "kicker")).child(tag.as_str()))
}

/// The sign of an article that is listened to or watched, with how long that takes.
fn medium(context: &Arc<ViewContext>, headline: &Arc<Headline>) -> Option<TreeElement> {
    let mut media = headline.item.enclosures.iter();
    let enclosure = media.find(|it| it.medium.is_playable())?;
    let (sign, name) = match enclosure.medium {
        Medium::Audio => (icon::AUDIO, Phrase::Audio),
        _ => (icon::PLAY, Phrase::Video),
    };
    let length = enclosure.duration.map(duration);
    let mut name = String::from(context.locale.phrase(name));
    if let Some(length) = &length {
        name.push_str(", ");
        name.push_str(length);
    }
    let element = part("span", "medium")
        .attr("role", "img")
        .attr("lang", context.config.lang.as_str())
        .attr("aria-label", name);
    Some(element.child(icon::icon(sign)).child(length))
}

/// `12:30`, `1:02:03`.
fn duration(seconds: u32) -> String {
    let (hours, minutes) = (seconds / 3600, seconds / 60 % 60);
    let mut text = String::new();
    if hours > 0 {
        text.push_str(&hours.to_string());
        text.push(':');
    }
    for (number, is_padded) in [(minutes, hours > 0), (seconds % 60, true)] {
        if is_padded && number < 10 {
            text.push('0');
        }
        text.push_str(&number.to_string());
        text.push(':');
    }
    text.pop();
    text
}
