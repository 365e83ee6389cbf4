//! What a picture is for: an article has one, a page has many.

use crate::feed::medium;
use crate::feed::scan::{self, Pairs};

/// What a picture is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Purpose {
    /// It shows what the article is about.
    Article,
    /// It is a letter of the text: an emoji, a smiley.
    Letter,
    /// It is a part of the text and says nothing without it.
    Formula,
    /// It belongs to the page: an avatar, an icon, a button, a counter.
    Decoration,
}

/// Parts of the addresses of formulas.
const FORMULAS: &str = "latex.php latex.codecogs /math/render/ /latex/ mathtex";

/// Parts of addresses, by what they give away. Whole folders and hosts, not words: an article
/// about a badge or an icon has pictures called so.
const ADDRESSES: [(&str, Purpose); 3] = [
    (
        "/emoji/ /emojis/ /custom_emojis/ /emoji.php twemoji /smilies/ /smileys/ /smiley/ \
         /emoticons/ /emoticon/ /emojione/ /noto-emoji/",
        Purpose::Letter,
    ),
    (FORMULAS, Purpose::Formula),
    (
        "gravatar.com/ //avatar /avatar/ /avatars/ /user_avatar/ /profile_images/ /userpics/ \
         /userpic/ /~ff/ addtoany.com/ sharethis.com/ addthis.com/ feedsportal.com/ \
         /share-buttons/ /social-icons/ /share_icons/ /icons/ /buttons/ /badges/ shields.io/ \
         /badge.svg /badge/ /favicon /pixel.wp.com/ //pixel. stats.wordpress.com/ \
         feedburner.com/~r/ doubleclick.net/ google-analytics.com/ scorecardresearch.com/ \
         quantserve.com/ piwik.php matomo.php facebook.com/tr? /pixel.gif /pixel.png \
         /spacer.gif /spacer.png /blank.gif /blank.png /clear.gif /trans.gif /count.gif \
         /counter.gif /1x1. /tracking/ /wp-includes/images/ /_/stat? /aggbug /track/open \
         /open.php? /beacon. /beacon? /pixel? flattr.com/ /btn_donate ko-fi.com/ \
         travis-ci.org/ travis-ci.com/ codecov.io/ coveralls.io/",
        Purpose::Decoration,
    ),
];

/// Words of a `class`, by what they give away.
const CLASSES: [(&str, Purpose); 2] = [
    (
        "emoji emojione twemoji emoticon smiley smilie emote",
        Purpose::Letter,
    ),
    (
        "avatar gravatar userpic author byline icon icons favicon share sharing badge button tracker \
         tracking pixel spacer",
        Purpose::Decoration,
    ),
];

/// Whether a picture is a formula, by its address alone.
pub fn is_formula(address: &str) -> bool {
    Pairs::of(&address.to_ascii_lowercase()).hold_any(FORMULAS)
}

/// What a picture is for, by its address alone.
pub fn of_address(address: &str) -> Purpose {
    let address = address.to_ascii_lowercase();
    let pairs = Pairs::of(&address);
    for (marks, purpose) in ADDRESSES {
        if pairs.hold_any(marks) {
            return purpose;
        }
    }
    let (path, _) = medium::parts(&address);
    let file = path.rsplit('/').next().unwrap_or_default();
    let (name, extension) = file.rsplit_once('.').unwrap_or((file, ""));
    let is_plain = |rest: &str| !rest.bytes().any(|byte| byte.is_ascii_alphabetic());
    let is_avatar = name.strip_prefix("avatar").is_some_and(is_plain);
    // Photographs are of fashion icons too.
    let is_drawn = scan::is_listed(extension, "png gif svg ico");
    let is_icon = |word: &str| scan::is_listed(word, "icon icons favicon");
    let first = name.split(['-', '_']).next().unwrap_or_default();
    let last = name.rsplit(['-', '_']).next().unwrap_or_default();
    if is_avatar || (is_drawn && (is_icon(first) || is_icon(last))) {
        return Purpose::Decoration;
    }
    Purpose::Article
}

/// What a picture is for, by its class, its alternative text and its address.
pub fn of(class: &str, alternative: &str, address: &str) -> Purpose {
    let class = class.to_ascii_lowercase();
    for (words, purpose) in CLASSES {
        if class
            .split([' ', '-', '_'])
            .any(|word| scan::is_listed(word, words))
        {
            return purpose;
        }
    }
    if is_letter(alternative) {
        return Purpose::Letter;
    }
    of_address(address)
}

/// Whether an alternative text is nothing but an emoji, or the name of one: `:cat:`.
fn is_letter(text: &str) -> bool {
    let name = text
        .strip_prefix(':')
        .and_then(|rest| rest.strip_suffix(':'));
    if let Some(name) = name {
        return !name.is_empty() && !name.contains(' ');
    }
    let is_emoji = |letter| {
        matches!(letter,
            '\u{1f000}'..='\u{1faff}' | '\u{2600}'..='\u{27bf}' | '\u{200d}' | '\u{fe0f}')
    };
    !text.is_empty() && text.len() <= 32 && text.chars().all(is_emoji)
}

/// Where buttons lead that tell others of an article.
const SHARING: &str = "facebook.com/sharer facebook.com/share.php twitter.com/intent twitter.com/share \
     twitter.com/home?status //x.com/intent linkedin.com/sharearticle linkedin.com/sharing \
     pinterest.com/pin/create reddit.com/submit tumblr.com/share telegram.me/share //t.me/share \
     //wa.me/?text api.whatsapp.com/send addtoany.com/ addthis.com/ sharethis.com/ /~ff/ \
     vk.com/share share-post.g? /share?url= bsky.app/intent threads.net/intent mailto:?";

/// Whether a link leads to such a button's page. What it holds is not of the article.
pub fn is_share_link(address: &str) -> bool {
    Pairs::of(&address.to_ascii_lowercase()).hold_any(SHARING)
}
