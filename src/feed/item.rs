//! An `item` of RSS or an `entry` of Atom → an item.
//!
//! One table for all vocabularies: feeds mix them freely, `atom:link` in RSS and `dc:creator`
//! in Atom, and an element means the same wherever it stands.

use super::context::Context;
use super::draft::{Draft, person, push_once};
use super::limits;
use super::link_element;
use super::media;
use super::namespace::Namespace;
use super::problem::ProblemKind;
use super::text;
use super::xml::Element;
use super::{Enclosure, Item};

/// Reads an item.
pub(super) fn read(element: Element<'_, '_>, context: &mut Context<'_>) -> Option<Item> {
    let mut draft = Draft::default();
    draft.language.offer(0, own_language(element));
    if let Some(about) = element.attribute_of(Namespace::Rdf, "about") {
        let base = context.base_of(element);
        let address = context.web_address(&about, base.as_ref(), Some(element.offset()));
        draft.link.offer(4, address);
        draft.id.offer(1, text_of(&about));
    }
    for child in element.children() {
        read_child(child, &mut draft, context);
    }
    draft.finish(Some(element.offset()), context)
}

fn read_child(child: Element<'_, '_>, draft: &mut Draft, context: &mut Context<'_>) {
    use Namespace::*;
    let name = child.data.name.to_ascii_lowercase();
    match (child.data.namespace, name.as_str()) {
        (Rss | Atom, "title") => {
            draft.title.offer(0, text::line(child, context));
            draft.language.offer(1, own_language(child));
        }
        (DublinCore | DublinCoreTerms, "title") => draft.title.offer(1, text::line(child, context)),
        (Media, "title") => draft.title.offer(2, text::line(child, context)),
        (Itunes, "title") => draft.title.offer(3, text::line(child, context)),

        (Rss, "link") if child.attribute("href").is_none() => {
            let line = context.line(child);
            let base = context.base_of(child);
            let address = context.web_address(&line, base.as_ref(), Some(child.offset()));
            draft.link.offer(0, address);
        }
        (Rss | Atom, "link") => link_element::read_item_link(child, draft, context),
        (Rss, "guid") => read_guid(child, draft, context),
        (Atom, "id") => {
            let line = context.line(child);
            draft.id.offer(0, text_of(&line));
        }
        (DublinCore, "identifier") => {
            let line = context.line(child);
            draft.id.offer(2, text_of(&line));
        }

        (Rss, "description") | (Atom, "summary") => {
            draft.summary.offer(0, text::rich(child, context));
            draft.language.offer(3, own_language(child));
        }
        (DublinCore, "description") | (DublinCoreTerms, "abstract") => {
            draft.summary.offer(1, text::rich(child, context));
        }
        (Itunes, "summary") => draft.summary.offer(2, text::rich(child, context)),
        (Media, "description") => draft.summary.offer(3, text::rich(child, context)),
        (Content, "encoded") => {
            draft.content.offer(0, text::rich(child, context));
            draft.language.offer(2, own_language(child));
        }
        (Atom, "content") => {
            if child.attribute("src").is_none() {
                draft.content.offer(0, text::rich(child, context));
            }
            draft.language.offer(2, own_language(child));
        }
        (Xhtml, "body" | "div") => {
            draft.content.offer(1, text::rich(child, context));
            draft.language.offer(2, own_language(child));
        }
        (Rss, "fulltext" | "body") => draft.content.offer(2, text::rich(child, context)),

        (Rss, "pubdate") | (Atom, "published" | "issued" | "pubdate") => {
            draft.published.offer(0, context.date(child));
        }
        (DublinCoreTerms, "issued") => draft.published.offer(1, context.date(child)),
        (Atom, "updated" | "modified") => draft.updated.offer(0, context.date(child)),
        (DublinCore, "date") | (DublinCoreTerms, "date" | "modified") => {
            draft.updated.offer(1, context.date(child));
        }
        (Rss, "lastbuilddate") => draft.updated.offer(2, context.date(child)),
        (Atom, "created") | (DublinCoreTerms, "created") => {
            draft.published.offer(3, context.date(child));
        }

        (Atom, "author") => draft.authors.offer(0, atom_person(child, context)),
        (DublinCore, "creator") => draft.authors.offer(0, rss_person(child, context)),
        (Rss, "author") => draft.authors.offer(1, rss_person(child, context)),
        (Itunes, "author") => draft.authors.offer(2, rss_person(child, context)),
        (DublinCore, "author") => draft.authors.offer(3, rss_person(child, context)),

        (Rss, "category") | (DublinCore, "subject") => {
            let tag = text::line(child, context);
            add_tags(tag, draft, context);
        }
        (Atom, "category") => {
            let label = child.attribute("label").or_else(|| child.attribute("term"));
            let tag = label.and_then(|label| text_of(&label));
            add_tags(tag.or_else(|| text::line(child, context)), draft, context);
        }
        (Media, "category") => {
            let label = child.attribute("label").and_then(|label| text_of(&label));
            add_tags(label.or_else(|| text::line(child, context)), draft, context);
        }
        (Itunes, "keywords") | (Media, "keywords") => {
            let line = context.line(child);
            for word in line.split(',') {
                add_tags(text_of(word), draft, context);
            }
        }

        (Rss, "enclosure") => {
            let enclosure = enclosure(child, "url", context);
            add_enclosure(enclosure, draft, context);
        }
        (Media, "content" | "group" | "thumbnail") | (Itunes, "image") | (Rss, "image") => {
            media::read(child, 0, draft, context);
        }

        (Rss, "comments") => {
            let line = context.line(child);
            let base = context.base_of(child);
            let address = context.web_address(&line, base.as_ref(), Some(child.offset()));
            draft.comments.offer(0, address);
        }
        (Slash, "comments") | (Thread, "total") => {
            let line = context.line(child);
            draft.comment_count.offer(0, line.trim().parse().ok());
        }

        (DublinCore, "language") | (Rss, "language") => {
            let line = context.line(child);
            draft.language.offer(4, language_tag(&line));
        }
        (Rss, "source") => draft.source.offer(0, text::line(child, context)),
        (Atom, "source") => read_source(child, draft, context),
        _ => {}
    }
}

/// RSS's `guid` is an identity; unless it says it is not, also an address, that of the
/// article where the item has no `link`.
fn read_guid(child: Element<'_, '_>, draft: &mut Draft, context: &mut Context<'_>) {
    let line = context.line(child);
    draft.id.offer(0, text_of(&line));
    let permanent = child
        .attribute("isPermaLink")
        .is_none_or(|value| !value.trim().eq_ignore_ascii_case("false"));
    // Many feeds forget to say that their guid is not an address: that is no problem of
    // the link, which they have elsewhere.
    if permanent && line.trim().contains("://") {
        let base = context.base_of(child);
        let address = context.web_address(&line, base.as_ref(), Some(child.offset()));
        draft.link.offer(3, address);
    }
}

/// The feed that an entry was taken from, with its authors ([RFC 4287 §4.2.1]).
///
/// [RFC 4287 §4.2.1]: https://www.rfc-editor.org/rfc/rfc4287#section-4.2.1
fn read_source(child: Element<'_, '_>, draft: &mut Draft, context: &mut Context<'_>) {
    for inner in child.children() {
        if inner.is(Namespace::Atom, "title") {
            draft.source.offer(0, text::line(inner, context));
        } else if inner.is(Namespace::Atom, "author") {
            draft.authors.offer(4, atom_person(inner, context));
        }
    }
}

/// The name of an Atom person. One that has only an address shows nothing of it.
pub(super) fn atom_person(element: Element<'_, '_>, context: &mut Context<'_>) -> Option<String> {
    let name = element.child(element.data.namespace, "name");
    match name {
        Some(name) => person(&text::line(name, context)?),
        None if element.has_elements() => None,
        None => person(&text::line(element, context)?),
    }
}

/// The name of a person of RSS or Dublin Core.
pub(super) fn rss_person(element: Element<'_, '_>, context: &mut Context<'_>) -> Option<String> {
    if element.has_elements() {
        return atom_person(element, context);
    }
    person(&text::line(element, context)?)
}

/// The medium that an element's `attribute` leads to.
pub(super) fn enclosure(
    element: Element<'_, '_>,
    attribute: &str,
    context: &mut Context<'_>,
) -> Option<Enclosure> {
    let base = context.base_of(element);
    let text = element.attribute(attribute)?;
    let address = context.web_address(&text, base.as_ref(), Some(element.offset()))?;
    let value = |name| element.attribute(name).and_then(|value| text_of(&value));
    Some(Enclosure {
        address,
        media_type: value("type").map(|kind| kind.to_ascii_lowercase()),
        length: value("length")
            .or_else(|| value("fileSize"))
            .and_then(|length| length.parse().ok()),
    })
}

/// Adds a medium, and offers it as the picture if it is one.
pub(super) fn add_enclosure(
    enclosure: Option<Enclosure>,
    draft: &mut Draft,
    context: &mut Context<'_>,
) {
    let Some(enclosure) = enclosure else { return };
    media::offer_enclosure(&enclosure, draft);
    if draft.enclosures.len() < limits::LIST_LENGTH {
        let known = draft
            .enclosures
            .iter()
            .any(|known| known.address == enclosure.address);
        if !known {
            draft.enclosures.push(enclosure);
        }
    } else {
        context.problems.report(None, ProblemKind::ListTooLong);
    }
}

fn add_tags(tag: Option<String>, draft: &mut Draft, context: &mut Context<'_>) {
    if draft.tags.len() >= limits::LIST_LENGTH {
        context.problems.report(None, ProblemKind::ListTooLong);
    } else if let Some(tag) = tag {
        push_once(&mut draft.tags, tag);
    }
}

/// The language that an element says of itself.
pub(super) fn own_language(element: Element<'_, '_>) -> Option<String> {
    element
        .attribute("xml:lang")
        .and_then(|language| language_tag(&language))
}

/// A language tag as BCP 47 writes it: many feeds write `en_US` for `en-US`.
pub(super) fn language_tag(text: &str) -> Option<String> {
    text_of(&text.replace('_', "-"))
}

/// A text without the white space around it, if anything is left.
pub(super) fn text_of(text: &str) -> Option<String> {
    let text = text.trim();
    (!text.is_empty()).then(|| text.to_owned())
}
