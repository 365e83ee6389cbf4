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
use super::mastodon;
use super::media;
use super::namespace::Namespace::{self, *};
use super::problem::{ProblemKind, Problems};
use super::scan;
use super::text;
use super::title;
use super::xml::Element;
use crate::language;

/// What an element says of an item.
#[derive(Clone, Copy)]
enum ItemField {
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
const ITEM_FIELDS: &[(Namespace, &str, ItemField, u8)] = &[
    (Rss, "title", ItemField::Title, 0),
    (Atom, "title", ItemField::Title, 0),
    (DublinCore, "title", ItemField::Title, 1),
    (DublinCoreTerms, "title", ItemField::Title, 1),
    (Media, "title", ItemField::Title, media::TITLE),
    (Itunes, "title", ItemField::Title, 6),
    (Rss, "link", ItemField::Link, 0),
    (Atom, "link", ItemField::AtomLink, 0),
    (Rss, "guid", ItemField::Guid, 0),
    (Atom, "id", ItemField::Id, 0),
    (DublinCore, "identifier", ItemField::Id, 2),
    (Rss, "description", ItemField::Summary, 0),
    (Atom, "summary", ItemField::Summary, 0),
    // RSS has no such elements, and some write them.
    (Rss, "summary", ItemField::Summary, 1),
    (Rss, "tags", ItemField::Keywords, 0),
    (DublinCore, "description", ItemField::Summary, 1),
    (DublinCoreTerms, "abstract", ItemField::Summary, 1),
    (Itunes, "summary", ItemField::Summary, 2),
    (Itunes, "subtitle", ItemField::Summary, 3),
    (Media, "description", ItemField::Summary, media::SUMMARY),
    (Content, "encoded", ItemField::Content, 0),
    (Atom, "content", ItemField::Content, 0),
    (Rss, "content", ItemField::Content, 1),
    (Xhtml, "body", ItemField::Content, 1),
    (Xhtml, "div", ItemField::Content, 1),
    (Rss, "body", ItemField::Content, 2),
    (Rss, "fullitem", ItemField::Content, 2),
    (Rss, "pubDate", ItemField::Published, 0),
    (Atom, "published", ItemField::Published, 0),
    (Atom, "issued", ItemField::Published, 1),
    (DublinCoreTerms, "issued", ItemField::Published, 1),
    (Atom, "created", ItemField::Published, 3),
    (DublinCoreTerms, "created", ItemField::Published, 3),
    (Atom, "updated", ItemField::Updated, 0),
    (Atom, "modified", ItemField::Updated, 0),
    (DublinCoreTerms, "modified", ItemField::Updated, 1),
    (DublinCore, "date", ItemField::Updated, 1),
    (DublinCoreTerms, "date", ItemField::Updated, 1),
    (Rss, "lastBuildDate", ItemField::Updated, 2),
    (Atom, "author", ItemField::AtomAuthor, 0),
    (DublinCore, "creator", ItemField::Author, 0),
    (Rss, "author", ItemField::Author, 1),
    (Itunes, "author", ItemField::Author, 2),
    (DublinCore, "author", ItemField::Author, 3),
    (Rss, "category", ItemField::Tag, 0),
    (DublinCore, "subject", ItemField::Tag, 0),
    (Atom, "category", ItemField::LabelledTag, 0),
    (Media, "category", ItemField::LabelledTag, 0),
    (Itunes, "category", ItemField::LabelledTag, 0),
    (Itunes, "keywords", ItemField::Keywords, 0),
    (Media, "keywords", ItemField::Keywords, 0),
    (Rss, "enclosure", ItemField::Enclosure, 0),
    (Enclosure, "enclosure", ItemField::Enclosure, 0),
    (Media, "content", ItemField::Media, 0),
    (Media, "group", ItemField::Media, 0),
    (Media, "thumbnail", ItemField::Media, 0),
    (Itunes, "image", ItemField::Media, 0),
    (Rss, "image", ItemField::Media, 0),
    (Media, "player", ItemField::Media, 0),
    (Rss, "comments", ItemField::Comments, 0),
    (Slash, "comments", ItemField::CommentCount, 0),
    (Thread, "total", ItemField::CommentCount, 0),
    (Itunes, "duration", ItemField::Duration, 0),
    (DublinCore, "language", ItemField::Language, 4),
    (Rss, "language", ItemField::Language, 4),
    (Rss, "source", ItemField::Source, 0),
    (Atom, "source", ItemField::AtomSource, 0),
];

/// Reads an item.
pub fn read(element: Element<'_, '_>, context: &mut Context<'_>) -> Option<Item> {
    let mut draft = Draft::default();
    draft.language.offer(0, own_language(element));
    if let Some(about) = element.attribute_of(Rdf, "about") {
        // It may be any name of the item, such as `tag:a.example,2024:1`.
        if scan::find(&about, "://").is_some() {
            let address = context.address(&about, element);
            draft.link.offer(4, address);
        }
        draft.id.offer(1, text_of(&about));
    }
    for child in element.children() {
        let field = ITEM_FIELDS
            .iter()
            .find(|(namespace, name, ..)| child.is(*namespace, name));
        match field {
            Some((.., field, rank)) => read_child(child, *field, *rank, &mut draft, context),
            None => media::read_unknown(child, &mut draft, context),
        }
    }
    if let Some(warning) = warning(element, &draft) {
        // It stands for what it warns of: who wants to see that goes there.
        draft.title.offer(0, Some(warning));
        (draft.summary, draft.content) = Default::default();
        draft.pictures.clear();
        draft.enclosures.clear();
    }
    draft.finish(Some(element.offset()), context)
}

/// What the author of a post without a title warns of.
fn warning(element: Element<'_, '_>, draft: &Draft) -> Option<String> {
    let text = draft.title.would_take(u8::MAX).then_some(element)?;
    let text = text.child(Rss, "description")?;
    let text = text.text(limits::LINE_BYTES, &mut Problems::default());
    let warning = title::read(mastodon::warning_of_rss(&text)?, true);
    (!warning.is_empty()).then_some(warning)
}

fn read_child(
    child: Element<'_, '_>,
    field: ItemField,
    rank: u8,
    draft: &mut Draft,
    context: &mut Context<'_>,
) {
    // An item has one language, that of what is shown first.
    let language_rank = match field {
        ItemField::Title => 1,
        ItemField::Content => 2,
        ItemField::Summary => 3,
        _ => u8::MAX,
    };
    if language_rank < u8::MAX {
        draft.language.offer(language_rank, own_language(child));
    }
    match field {
        ItemField::Title => draft.title.offer(rank, text::line(child, context)),
        ItemField::Source => draft.source.offer(rank, text::line(child, context)),
        // Some write Atom's link without its namespace.
        ItemField::Link if child.attribute("href").is_none() => {
            draft.link.offer(rank, context.line_address(child));
        }
        ItemField::Link | ItemField::AtomLink => {
            link_element::read_item_link(child, draft, context)
        }
        ItemField::Comments => draft.comments.offer(rank, context.line_address(child)),
        ItemField::Guid => read_guid(child, draft, context),
        ItemField::Id => draft.id.offer(rank, text_of(&context.line(child))),
        ItemField::Summary => draft.summary.offer(rank, text::rich(child, context)),
        ItemField::Content => {
            match child.attribute("src") {
                // The content is elsewhere, and stays there: a medium, or a page to link to.
                Some(address) => {
                    draft.link.offer(6, context.address(&address, child));
                    media::read_enclosure(child, draft, context);
                }
                None => draft.content.offer(rank, text::rich(child, context)),
            }
        }
        ItemField::Published => draft.published.offer(rank, context.date(child)),
        ItemField::Updated => draft.updated.offer(rank, context.date(child)),
        ItemField::AtomAuthor => draft.authors.offer(rank, atom_person(child, context)),
        ItemField::Author => draft.authors.offer(rank, rss_person(child, context)),
        ItemField::Tag => add_tag(text::line(child, context), draft, context),
        ItemField::LabelledTag => {
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
        ItemField::Keywords => {
            for word in context.line(child).split(',') {
                add_tag(text_of(word), draft, context);
            }
        }
        ItemField::Enclosure => media::read_enclosure(child, draft, context),
        ItemField::Media => media::read(child, 0, "", draft, context),
        ItemField::CommentCount => {
            let count = scan::small_number(&context.line(child));
            draft.comment_count.offer(rank, count);
        }
        ItemField::Duration => {
            let duration = media::seconds(&context.line(child));
            draft.duration.offer(rank, duration);
        }
        ItemField::Language => draft
            .language
            .offer(rank, language::tag(&context.line(child))),
        ItemField::AtomSource => read_source(child, draft, context),
    }
}

/// RSS's `guid` is an identity; unless it says it is not, also an address, that of the
/// article where the item has no `link`.
fn read_guid(child: Element<'_, '_>, draft: &mut Draft, context: &mut Context<'_>) {
    let line = context.line(child);
    draft.id.offer(0, text_of(&line));
    let said = child.attribute("isPermaLink");
    let says = |word: &str| {
        let said = said.as_deref().unwrap_or_default();
        said.trim_ascii().eq_ignore_ascii_case(word)
    };
    draft.is_id_opaque = says("false");
    // Many feeds forget to say that their guid is not an address: that is no problem of
    // the link, which they have elsewhere.
    let may_be_relative = says("true") && !line.trim_ascii().contains(' ');
    if !draft.is_id_opaque && (may_be_relative || scan::find(&line, "://").is_some()) {
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
