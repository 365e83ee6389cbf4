//! An `item` of RSS or an `entry` of Atom → an item.
//!
//! One table for all vocabularies: feeds mix them freely, `atom:link` in RSS and `dc:creator`
//! in Atom, and an element means the same wherever it stands.

use super::Item;
use super::characters::text_of;
use super::context::Context;
use super::draft::{Draft, person, push_once};
use super::limits;
use super::link_element;
use super::media;
use super::namespace::Namespace::{self, *};
use super::problem::ProblemKind;
use super::scan;
use super::text;
use super::xml::Element;
use crate::language;

/// What an element says of an item.
#[derive(Clone, Copy)]
enum Meaning {
    Title,
    Link,
    AtomLink,
    Guid,
    Id,
    Summary,
    Content,
    Published,
    Updated,
    Author,
    AtomAuthor,
    Tag,
    LabelledTag,
    Keywords,
    Enclosure,
    Media,
    Comments,
    CommentCount,
    Duration,
    Language,
    Source,
    AtomSource,
}

/// Elements by their vocabulary and name; of those that mean the same, the one with the
/// least rank is taken.
#[rustfmt::skip]
const MEANINGS: &[(Namespace, &str, Meaning, u8)] = &[
    (Rss, "title", Meaning::Title, 0),
    (Atom, "title", Meaning::Title, 0),
    (DublinCore, "title", Meaning::Title, 1),
    (DublinCoreTerms, "title", Meaning::Title, 1),
    (Media, "title", Meaning::Title, media::TITLE),
    (Itunes, "title", Meaning::Title, 6),
    (Rss, "link", Meaning::Link, 0),
    (Atom, "link", Meaning::AtomLink, 0),
    (Rss, "guid", Meaning::Guid, 0),
    (Atom, "id", Meaning::Id, 0),
    (DublinCore, "identifier", Meaning::Id, 2),
    (Rss, "description", Meaning::Summary, 0),
    (Atom, "summary", Meaning::Summary, 0),
    // RSS has no such elements, and some write them.
    (Rss, "summary", Meaning::Summary, 1),
    (Rss, "tags", Meaning::Keywords, 0),
    (DublinCore, "description", Meaning::Summary, 1),
    (DublinCoreTerms, "abstract", Meaning::Summary, 1),
    (Itunes, "summary", Meaning::Summary, 2),
    (Itunes, "subtitle", Meaning::Summary, 3),
    (Media, "description", Meaning::Summary, media::SUMMARY),
    (Content, "encoded", Meaning::Content, 0),
    (Atom, "content", Meaning::Content, 0),
    (Rss, "content", Meaning::Content, 1),
    (Xhtml, "body", Meaning::Content, 1),
    (Xhtml, "div", Meaning::Content, 1),
    (Rss, "body", Meaning::Content, 2),
    (Rss, "fullitem", Meaning::Content, 2),
    (Rss, "pubDate", Meaning::Published, 0),
    (Atom, "published", Meaning::Published, 0),
    (Atom, "issued", Meaning::Published, 1),
    (DublinCoreTerms, "issued", Meaning::Published, 1),
    (Atom, "created", Meaning::Published, 3),
    (DublinCoreTerms, "created", Meaning::Published, 3),
    (Atom, "updated", Meaning::Updated, 0),
    (Atom, "modified", Meaning::Updated, 0),
    (DublinCoreTerms, "modified", Meaning::Updated, 1),
    (DublinCore, "date", Meaning::Updated, 1),
    (DublinCoreTerms, "date", Meaning::Updated, 1),
    (Rss, "lastBuildDate", Meaning::Updated, 2),
    (Atom, "author", Meaning::AtomAuthor, 0),
    (DublinCore, "creator", Meaning::Author, 0),
    (Rss, "author", Meaning::Author, 1),
    (Itunes, "author", Meaning::Author, 2),
    (DublinCore, "author", Meaning::Author, 3),
    (Rss, "category", Meaning::Tag, 0),
    (DublinCore, "subject", Meaning::Tag, 0),
    (Atom, "category", Meaning::LabelledTag, 0),
    (Media, "category", Meaning::LabelledTag, 0),
    (Itunes, "category", Meaning::LabelledTag, 0),
    (Itunes, "keywords", Meaning::Keywords, 0),
    (Media, "keywords", Meaning::Keywords, 0),
    (Rss, "enclosure", Meaning::Enclosure, 0),
    (Media, "content", Meaning::Media, 0),
    (Media, "group", Meaning::Media, 0),
    (Media, "thumbnail", Meaning::Media, 0),
    (Itunes, "image", Meaning::Media, 0),
    (Rss, "image", Meaning::Media, 0),
    (Rss, "thumbnail", Meaning::Media, 0),
    // Bing's is of a vocabulary whose address is that of the search.
    (Other, "image", Meaning::Media, 0),
    (Media, "player", Meaning::Media, 0),
    (Rss, "comments", Meaning::Comments, 0),
    (Slash, "comments", Meaning::CommentCount, 0),
    (Thread, "total", Meaning::CommentCount, 0),
    (Itunes, "duration", Meaning::Duration, 0),
    (DublinCore, "language", Meaning::Language, 4),
    (Rss, "language", Meaning::Language, 4),
    (Rss, "source", Meaning::Source, 0),
    (Atom, "source", Meaning::AtomSource, 0),
];

/// Reads an item.
pub fn read(element: Element<'_, '_>, context: &mut Context<'_>) -> Option<Item> {
    let mut draft = Draft::default();
    draft.language.offer(0, own_language(element));
    if let Some(about) = element.attribute_of(Rdf, "about") {
        let address = context.address(&about, element);
        draft.link.offer(4, address);
        draft.id.offer(1, text_of(&about));
    }
    for child in element.children() {
        let meaning = MEANINGS
            .iter()
            .find(|(namespace, name, ..)| child.is(*namespace, name));
        if let Some((.., meaning, rank)) = meaning {
            read_child(child, *meaning, *rank, &mut draft, context);
        }
    }
    draft.finish(Some(element.offset()), context)
}

fn read_child(
    child: Element<'_, '_>,
    meaning: Meaning,
    rank: u8,
    draft: &mut Draft,
    context: &mut Context<'_>,
) {
    // An item has one language, that of what is shown first.
    let language_rank = match meaning {
        Meaning::Title => 1,
        Meaning::Content => 2,
        Meaning::Summary => 3,
        _ => u8::MAX,
    };
    if language_rank < u8::MAX {
        draft.language.offer(language_rank, own_language(child));
    }
    match meaning {
        Meaning::Title => draft.title.offer(rank, text::line(child, context)),
        Meaning::Source => draft.source.offer(rank, text::line(child, context)),
        // Some write Atom's link without its namespace.
        Meaning::Link if child.attribute("href").is_none() => {
            draft.link.offer(rank, context.line_address(child));
        }
        Meaning::Link | Meaning::AtomLink => link_element::read_item_link(child, draft, context),
        Meaning::Comments => draft.comments.offer(rank, context.line_address(child)),
        Meaning::Guid => read_guid(child, draft, context),
        Meaning::Id => draft.id.offer(rank, text_of(&context.line(child))),
        Meaning::Summary => draft.summary.offer(rank, text::rich(child, context)),
        Meaning::Content => {
            // With `src` the content is elsewhere, and stays there.
            if child.attribute("src").is_none() {
                draft.content.offer(rank, text::rich(child, context));
            }
        }
        Meaning::Published => draft.published.offer(rank, context.date(child)),
        Meaning::Updated => draft.updated.offer(rank, context.date(child)),
        Meaning::AtomAuthor => draft.authors.offer(rank, atom_person(child, context)),
        Meaning::Author => draft.authors.offer(rank, rss_person(child, context)),
        Meaning::Tag => add_tag(text::line(child, context), draft, context),
        Meaning::LabelledTag => {
            let label = ["label", "term", "text"]
                .iter()
                .find_map(|name| child.attribute(name));
            let tag = label.and_then(|label| text_of(&label));
            let tag = tag.or_else(|| text::line(child, context));
            add_tag(tag, draft, context);
            // iTunes nests a narrower category in a wider one.
            for inner in child.children() {
                let label = inner.attribute("text");
                add_tag(label.and_then(|label| text_of(&label)), draft, context);
            }
        }
        Meaning::Keywords => {
            for word in context.line(child).split(',') {
                add_tag(text_of(word), draft, context);
            }
        }
        Meaning::Enclosure => media::read_enclosure(child, draft, context),
        Meaning::Media => media::read(child, 0, "", draft, context),
        Meaning::CommentCount => {
            let count = scan::small_number(&context.line(child));
            draft.comment_count.offer(rank, count);
        }
        Meaning::Duration => {
            let duration = media::seconds(&context.line(child));
            draft.duration.offer(rank, duration);
        }
        Meaning::Language => draft
            .language
            .offer(rank, language::tag(&context.line(child))),
        Meaning::AtomSource => read_source(child, draft, context),
    }
}

/// RSS's `guid` is an identity; unless it says it is not, also an address, that of the
/// article where the item has no `link`.
fn read_guid(child: Element<'_, '_>, draft: &mut Draft, context: &mut Context<'_>) {
    let line = context.line(child);
    draft.id.offer(0, text_of(&line));
    let permanent = child
        .attribute("isPermaLink")
        .is_none_or(|value| !value.trim_ascii().eq_ignore_ascii_case("false"));
    draft.is_id_opaque = !permanent;
    // Many feeds forget to say that their guid is not an address: that is no problem of
    // the link, which they have elsewhere.
    if permanent && scan::find(&line, "://").is_some() {
        draft.link.offer(3, context.address(&line, child));
    }
}

/// The feed that an entry was taken from, with its authors ([RFC 4287 §4.2.1]).
///
/// [RFC 4287 §4.2.1]: https://www.rfc-editor.org/rfc/rfc4287#section-4.2.1
fn read_source(child: Element<'_, '_>, draft: &mut Draft, context: &mut Context<'_>) {
    for inner in child.children() {
        if inner.is(Atom, "title") {
            draft.source.offer(0, text::line(inner, context));
        } else if inner.is(Atom, "author") {
            draft.authors.offer(4, atom_person(inner, context));
        }
    }
}

/// The name of an Atom person. One that has only an address shows nothing of it.
pub fn atom_person(element: Element<'_, '_>, context: &mut Context<'_>) -> Option<String> {
    let is = |child: Element<'_, '_>, names: &str| {
        scan::is_listed(&child.data.name.to_ascii_lowercase(), names)
    };
    // Some write the name in another vocabulary than the person, or a person in a person.
    let mut named = element;
    for _ in 0..3 {
        let mut inner = named.children();
        match inner.find(|child| is(*child, "name person description agent")) {
            Some(child) => named = child,
            None => break,
        }
    }
    // What is left is a name within markup, unless it is an address.
    let mut inner = named.children();
    if inner.any(|child| is(child, "email uri url homepage")) {
        return None;
    }
    person(&text::line(named, context)?)
}

/// The name of a person of RSS or Dublin Core.
fn rss_person(element: Element<'_, '_>, context: &mut Context<'_>) -> Option<String> {
    atom_person(element, context)
}

/// Adds a tag to the item.
fn add_tag(tag: Option<String>, draft: &mut Draft, context: &mut Context<'_>) {
    if draft.tags.len() >= limits::LIST_LENGTH {
        context.problems.report(None, ProblemKind::ListTooLong, "");
    } else if let Some(tag) = tag {
        push_once(&mut draft.tags, tag);
    }
}

/// The language that an element says of itself.
pub fn own_language(element: Element<'_, '_>) -> Option<String> {
    language::tag(&element.attribute("xml:lang")?)
}
