//! The pictures and players of a text: where they really are, and what is shown of them.

use crate::address::{LinkAddress, WebAddress};
use crate::feed::characters::one_line;
use crate::feed::context::Context;
use crate::feed::markup::{Tag, Token, Tokens};
use crate::feed::picture::{self, Found, Purpose};
use crate::feed::rich_text_builder::{RichTextBuilder, TagRole};
use crate::feed::{Block, Inline, RichText};
use crate::feed::{Picture, entity, scan};

use super::local_name;

/// Players that are named where there is nothing else to show.
const PLAYERS: usize = 8;

/// What is known of the media of a text while it is read.
pub(super) struct EmbeddedMedia<'a> {
    base: Option<&'a WebAddress>,
    /// The `srcset` of the `<source>` that stands beside a picture.
    source: Option<String>,
    /// Whether a placeholder was seen whose picture was not found yet.
    is_waiting: bool,
    /// What a `<noscript>` holds, until a picture is found.
    noscript: Option<&'a str>,
    /// Where the open link leads, as it is written.
    link: Option<&'a str>,
    players: Vec<(LinkAddress, String)>,
}

impl<'a> EmbeddedMedia<'a> {
    pub fn new(base: Option<&'a WebAddress>) -> EmbeddedMedia<'a> {
        EmbeddedMedia {
            base,
            source: None,
            is_waiting: false,
            noscript: None,
            link: None,
            players: Vec::new(),
        }
    }

    /// Whether what an element holds is only for browsers that do not know it.
    pub fn holds_text(name: &str) -> bool {
        !scan::is_listed(name, "img image amp-img amp-anim picture source embed")
    }

    /// Begins or ends a link.
    pub fn enter_link(&mut self, address: Option<&'a str>) {
        self.link = address;
    }

    /// Reads an element of a medium; `inner` is what it holds.
    pub fn start(
        &mut self,
        name: &str,
        tag: &Tag<'_>,
        inner: Option<&'a str>,
        builder: &mut RichTextBuilder,
        context: &mut Context<'_>,
    ) {
        match name {
            "picture" => self.source = None,
            "source" => {
                let set = tag.attributes.get("srcset");
                let set = set.or_else(|| tag.attributes.get("data-srcset"));
                if self.source.is_none() {
                    self.source = set.map(|set| entity::decode(set).into_owned());
                }
            }
            "noscript" => {
                self.noscript = inner;
                if self.is_waiting {
                    self.look_behind_noscript(builder, context);
                }
            }
            "img" | "image" | "amp-img" | "amp-anim" => {
                let found = picture::of_tag(tag, self.source.as_deref(), self.base, context);
                if self.show(found, builder) {
                    self.is_waiting = true;
                    self.look_behind_noscript(builder, context);
                }
            }
            _ => self.player(tag, inner, builder, context),
        }
    }

    /// Shows what was found; whether a picture is still to be found.
    fn show(&mut self, found: Found, builder: &mut RichTextBuilder) -> bool {
        match found {
            Found::Placeholder => return true,
            Found::Letters(letters) => builder.text(&letters),
            Found::Nothing => {}
            Found::Picture(picture) => {
                if !self.link.is_some_and(picture::is_share_link) {
                    builder.picture(picture);
                }
                self.is_waiting = false;
                self.noscript = None;
                self.source = None;
            }
        }
        false
    }

    /// Takes the picture for readers without scripts where the other is a placeholder.
    fn look_behind_noscript(&mut self, builder: &mut RichTextBuilder, context: &mut Context<'_>) {
        for token in Tokens::new(self.noscript.take().unwrap_or_default()) {
            if let Token::Start(tag) = token
                && local_name(tag.name) == "img"
            {
                let found = picture::of_tag(&tag, None, self.base, context);
                self.show(found, builder);
            }
        }
    }

    /// Remembers a player, and shows its poster as a link to it.
    fn player(
        &mut self,
        tag: &Tag<'_>,
        inner: Option<&str>,
        builder: &mut RichTextBuilder,
        context: &mut Context<'_>,
    ) {
        let value = |tag: &Tag<'_>, names: &str| {
            let mut values = names.split(' ').filter_map(|name| tag.attributes.get(name));
            values
                .find(|value| !value.trim_ascii().is_empty())
                .map(|value| entity::decode(value).into_owned())
        };
        let sources = "data-src data-lazy-src data-original src data";
        let mut address = value(tag, sources).or_else(|| {
            let id = value(tag, "data-videoid videoid")?;
            Some(["https://www.youtube.com/watch?v=", &id].concat())
        });
        let mut tokens = Tokens::new(inner.unwrap_or_default());
        while address.is_none()
            && let Some(token) = tokens.next()
        {
            if let Token::Start(tag) = token
                && scan::is_listed(&local_name(tag.name), "source embed iframe")
            {
                address = value(&tag, sources);
            }
        }
        let side = |name| value(tag, name).and_then(|text| picture::pixels(&text));
        let is_hidden = picture::is_tracker(side("width"), side("height"));
        let address = address.filter(|address| {
            // Nobody can play Flash any more.
            !is_hidden
                && scan::find(address, ".swf").is_none()
                && picture::purpose_of_address(address) == Purpose::Article
        });
        let address = address.and_then(|address| context.link_address(&address, self.base));
        let Some(web) = address.clone().and_then(LinkAddress::into_web) else {
            return;
        };
        let title = value(tag, "title aria-label alt").unwrap_or_else(|| {
            let host = web.host();
            let host = host.strip_prefix("www.").unwrap_or(host);
            [sign(&local_name(tag.name), host), host].concat()
        });
        let poster = value(tag, "poster placeholder");
        let poster = poster.and_then(|poster| context.link_address(&poster, self.base));
        let poster = poster.and_then(LinkAddress::into_web);
        let poster = poster.filter(|poster| context.media.allows(poster));
        let poster = poster.map(Picture::of_address);
        if let Some(poster) = poster.filter(Picture::stands_for_article) {
            builder.open_link(address);
            builder.picture(poster);
            builder.end(TagRole::Link);
        }
        if self.players.len() < PLAYERS {
            self.players.push((LinkAddress::from(web), title));
        }
    }

    /// The text. One without a word has a link to each of its players.
    pub fn finish(self, builder: RichTextBuilder) -> RichText {
        let mut text = builder.finish();
        if !self.players.is_empty() && text.plain_text().trim_ascii().is_empty() {
            for (address, title) in self.players {
                let children = vec![Inline::Text(one_line(&title))];
                let link = Inline::Link { address, children };
                text.blocks.push(Block::Paragraph(vec![link]));
            }
        }
        text
    }
}

/// What kind of player one is whose name nobody wrote, as a sign that every language reads. A
/// frame may hold anything, a map or a form too.
fn sign(element: &str, host: &str) -> &'static str {
    let host_has = |parts: &str| {
        parts
            .split(' ')
            .any(|part| scan::find(host, part).is_some())
    };
    match element {
        "audio" | "amp-audio" => "🎧 ",
        "video" | "amp-video" | "amp-youtube" | "lite-youtube" => "🎬 ",
        _ if host_has("soundcloud spotify bandcamp podcast audio") => "🎧 ",
        _ if host_has("tube vimeo video dailymotion twitch player") => "🎬 ",
        _ => "",
    }
}
