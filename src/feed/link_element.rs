//! Atom's `link`, in Atom and wherever else it is used.

use super::context::Context;
use super::draft::{Best, Draft};
use super::media;
use super::namespace::Namespace;
use super::scan;
use super::xml::Element;
use crate::address::WebAddress;

/// Reads a link of an item: the article, a medium, the comments ([RFC 4287 §4.2.7],
/// [RFC 4685 §4]).
///
/// [RFC 4287 §4.2.7]: https://www.rfc-editor.org/rfc/rfc4287#section-4.2.7
/// [RFC 4685 §4]: https://www.rfc-editor.org/rfc/rfc4685#section-4
pub fn read_item_link(element: Element<'_, '_>, draft: &mut Draft, context: &mut Context<'_>) {
    match relation(element).as_str() {
        "alternate" => {
            let rank = 1 + alternate_rank(element);
            if draft.link.would_take(rank) {
                draft.link.offer(rank, address(element, context));
            }
        }
        "enclosure" => {
            media::read_enclosure(element, draft, context);
        }
        "replies" => {
            let rank = 1 + alternate_rank(element);
            if rank == 1 {
                draft.comments.offer(rank, address(element, context));
            }
            let count = element.attribute_of(Namespace::Thread, "count");
            draft
                .comment_count
                .offer(rank, count.and_then(|count| scan::small_number(&count)));
        }
        _ => {}
    }
}

/// Reads a link of a feed: the page it belongs to.
pub fn read_feed_link(
    element: Element<'_, '_>,
    link: &mut Best<WebAddress>,
    context: &mut Context<'_>,
) {
    if relation(element) == "alternate" {
        let rank = 1 + alternate_rank(element);
        if link.would_take(rank) {
            link.offer(rank, address(element, context));
        }
    }
}

fn address(element: Element<'_, '_>, context: &mut Context<'_>) -> Option<WebAddress> {
    let address = element.attribute("href")?;
    if address.trim_ascii().is_empty() && element.base().is_some() {
        // https://www.rfc-editor.org/rfc/rfc3986#section-4.4
        return context.base_of(element);
    }
    context.address(&address, element)
}

/// The relation, `alternate` where none is given. IANA's names may be written as addresses.
fn relation(element: Element<'_, '_>) -> String {
    let relation = element.attribute("rel").unwrap_or_default();
    let relation = relation.trim_ascii();
    let relation = relation
        .strip_prefix("http://www.iana.org/assignments/relation/")
        .unwrap_or(relation);
    if relation.is_empty() {
        "alternate".to_owned()
    } else {
        relation.to_ascii_lowercase()
    }
}

/// 0 for a web page, 1 for any other type: readers want the page.
fn alternate_rank(element: Element<'_, '_>) -> u8 {
    let kind = element.attribute("type").unwrap_or_default();
    let kind = kind.trim_ascii().to_ascii_lowercase();
    u8::from(!(kind.is_empty() || scan::find(&kind, "html").is_some()))
}
