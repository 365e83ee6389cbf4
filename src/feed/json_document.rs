//! JSON documents → feeds: which format one is of, by what is in it.

use super::context::Context;
use super::json::{self, Value};
use super::problem::ProblemKind;
use super::{Feed, Format, bluesky, json_feed, mastodon, wordpress};

/// Reads a document; `None` when it is no feed.
pub fn read(source: &str, context: &mut Context<'_>) -> Option<Feed> {
    let document = match json::parse(source) {
        Ok(document) => document,
        Err(invalid) => {
            let kind = if invalid.too_deep {
                ProblemKind::TooDeep
            } else {
                ProblemKind::InvalidJson
            };
            context.problems.report(Some(invalid.offset), kind, "");
            return None;
        }
    };
    // Services answer with a list, or with one post where one is asked for.
    let posts = match &document {
        Value::List(list) => list,
        alone => std::slice::from_ref(alone),
    };
    // Each format's own first item tells it from the others.
    let first = posts.first();
    if json_feed::is_feed(&document) {
        return Some(json_feed::read(&document, context));
    }
    if bluesky::is_feed(&document) {
        return Some(bluesky::read(&document, context));
    }
    if first.is_some_and(wordpress::is_post) {
        return Some(wordpress::read(posts, context));
    }
    if first.is_some_and(mastodon::is_status) {
        return Some(mastodon::read(posts, context));
    }
    if first.is_none() {
        // The answer of a service that has nothing yet.
        return Some(Feed {
            format: Some(Format::Json),
            ..Feed::default()
        });
    }
    context.problems.report(None, ProblemKind::NotAFeed, "");
    None
}
