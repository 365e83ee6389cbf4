//! The pictures of a feed.

use std::sync::Arc;

use super::ViewContext;
use super::tree::{TreeElement, part};
use crate::config::Switch;
use crate::feed::Picture;
use crate::widget::model::Headline;

/// A picture. The shell hides it when it cannot be loaded.
pub fn picture(context: &Arc<ViewContext>, picture: &Picture) -> Option<TreeElement> {
    if context.config.images == Switch::Off {
        return None;
    }
    let size = |pixels: Option<u32>| pixels.map(|pixels| pixels.to_string());
    Some(
        part("img", "picture")
            .attr("src", picture.address.as_str())
            .attr("alt", picture.alternative.as_str())
            .attr_some("width", size(picture.width))
            .attr_some("height", size(picture.height))
            .attr("loading", "lazy")
            .attr("decoding", "async")
            .attr("referrerpolicy", "no-referrer"),
    )
}

/// The picture in a frame of fixed proportions, which keeps its place while the picture is on
/// its way and when it never comes. The link to the article is the headline's: a second one
/// around the picture would only be one more stop for the keyboard.
pub fn frame(context: &Arc<ViewContext>, headline: &Arc<Headline>) -> Option<TreeElement> {
    let mut picture = headline.picture(&context.config)?.clone();
    // Its text stands beside it.
    picture.alternative = String::new();
    let frame = part("div", "frame");
    Some(frame.child(self::picture(context, &picture)))
}
