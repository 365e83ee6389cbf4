//! RSS and Atom documents → feeds.

use super::characters::text_of;
use super::context::Context;
use super::draft::Best;
use super::item;
use super::limits;
use super::link_element;
use super::namespace::Namespace;
use super::polling::HintsDraft;
use super::problem::{ProblemKind, Problems};
use super::scan;
use super::text;
use super::xml::{Element, Tree};
use super::{DeletedEntry, Feed, Format};
use crate::address::WebAddress;
use crate::language;
use crate::time::Date;

/// Reads a document; `None` when it is no feed.
pub fn read(source: &str, context: &mut Context<'_>) -> Option<Feed> {
    let tree = Tree::read(source, &mut context.problems);
    context.complete &= tree.complete;
    let Some((root, format)) = tree.roots().find_map(|root| Some((root, format(root)?))) else {
        let page = tree
            .roots()
            .any(|root| root.data.name.eq_ignore_ascii_case("html"));
        let kind = if page {
            ProblemKind::WebPage
        } else {
            ProblemKind::NotAFeed
        };
        context.problems.report(None, kind, "");
        return None;
    };
    let mut reader = FeedReader {
        feed: Feed {
            format: Some(format),
            ..Feed::default()
        },
        title: Best::default(),
        link: Best::default(),
        language: Best::default(),
        updated: Best::default(),
        authors: Vec::new(),
        hints: HintsDraft::default(),
    };
    if root.data.name.eq_ignore_ascii_case("entry") {
        // RFC 4287 §2: a document may be a single entry.
        reader.read_item(root, context);
        return Some(reader.finish());
    }
    reader.language.offer(1, item::own_language(root));
    set_base(root, context);
    for child in root.children() {
        if child.is(Namespace::Rss, "channel") {
            reader.language.offer(1, item::own_language(child));
            set_base(child, context);
            for child in child.children() {
                reader.read_child(child, context);
            }
        } else {
            reader.read_child(child, context);
        }
    }
    Some(reader.finish())
}

/// What an element says of a feed.
#[derive(Clone, Copy)]
enum FeedField {
    Item,
    Title,
    Link,
    Language,
    Updated,
    Author,
    Deleted,
}

/// Elements by their vocabulary and name; of those that mean the same, the one with the
/// least rank is taken.
#[rustfmt::skip]
const FEED_FIELDS: &[(Namespace, &str, FeedField, u8)] = &[
    (Namespace::Rss, "item", FeedField::Item, 0),
    (Namespace::Atom, "entry", FeedField::Item, 0),
    (Namespace::Rss, "title", FeedField::Title, 0),
    (Namespace::Atom, "title", FeedField::Title, 0),
    (Namespace::DublinCore, "title", FeedField::Title, 1),
    (Namespace::Rss, "link", FeedField::Link, 0),
    (Namespace::Atom, "link", FeedField::Link, 0),
    (Namespace::Rss, "language", FeedField::Language, 0),
    (Namespace::DublinCore, "language", FeedField::Language, 0),
    (Namespace::Atom, "updated", FeedField::Updated, 0),
    (Namespace::Atom, "modified", FeedField::Updated, 0),
    (Namespace::Rss, "lastBuildDate", FeedField::Updated, 1),
    (Namespace::DublinCoreTerms, "modified", FeedField::Updated, 1),
    (Namespace::DublinCore, "date", FeedField::Updated, 2),
    (Namespace::Rss, "pubDate", FeedField::Updated, 3),
    (Namespace::Atom, "author", FeedField::Author, 0),
    (Namespace::Tombstones, "deleted-entry", FeedField::Deleted, 0),
];

/// The format that a root element is of.
fn format(root: Element<'_, '_>) -> Option<Format> {
    let name = root.data.name.to_ascii_lowercase();
    match (root.data.namespace, name.as_str()) {
        (_, "rss") => {
            let version = root.attribute("version").unwrap_or_default();
            let old = version.trim_ascii().starts_with("0.");
            Some(if old { Format::Rss0 } else { Format::Rss2 })
        }
        (_, "rdf") => Some(Format::Rss1),
        (_, "channel") => Some(Format::Rss2),
        (_, "feed") => {
            let old = root
                .attribute("version")
                .is_some_and(|version| version.starts_with("0."))
                || root
                    .attribute("xmlns")
                    .is_some_and(|address| scan::find(&address, "purl.org/atom/").is_some());
            Some(if old { Format::Atom03 } else { Format::Atom1 })
        }
        (Namespace::Atom, "entry") => Some(Format::Atom1),
        _ => None,
    }
}

/// The address that a feed gives itself, or its page's, is the base before the one it was
/// fetched from: many are fetched from somewhere that is not theirs. The links of RSS are
/// relative to its page, those of Atom to the feed itself.
fn set_base(element: Element<'_, '_>, context: &mut Context<'_>) {
    let page = element.child(Namespace::Rss, "link");
    let page = page.map(|link| link.text(limits::LINE_BYTES, &mut Problems::default()));
    if page.is_some_and(|page| context.set_base(&page)) {
        return;
    }
    for relation in ["self", "alternate"] {
        let mut links = element.children().filter(|child| {
            let relates = || child.attribute("rel").is_some_and(|rel| rel == relation);
            child.data.name == "link" && relates()
        });
        let own = links.next().and_then(|link| link.attribute("href"));
        if own.is_some_and(|own| context.set_base(&own)) {
            return;
        }
    }
}

struct FeedReader {
    feed: Feed,
    title: Best<String>,
    link: Best<WebAddress>,
    language: Best<String>,
    updated: Best<Date>,
    /// The feed's own authors, who stand for entries without any.
    authors: Vec<String>,
    hints: HintsDraft,
}

impl FeedReader {
    fn read_child(&mut self, child: Element<'_, '_>, context: &mut Context<'_>) {
        let field = FEED_FIELDS
            .iter()
            .find(|(namespace, name, ..)| child.is(*namespace, name));
        let Some((.., field, rank)) = field else {
            return self.hints.read(child, context);
        };
        match field {
            FeedField::Item => self.read_item(child, context),
            FeedField::Title => self.title.offer(*rank, text::line(child, context)),
            // Some write Atom's link without its namespace.
            FeedField::Link if child.attribute("href").is_none() => {
                self.link.offer(*rank, context.line_address(child));
            }
            FeedField::Link => link_element::read_feed_link(child, &mut self.link, context),
            FeedField::Language => self
                .language
                .offer(*rank, language::tag(&context.line(child))),
            FeedField::Updated => self.updated.offer(*rank, context.date(child)),
            FeedField::Author => {
                if self.authors.len() < limits::FEED_AUTHORS {
                    let name = item::atom_person(child, context);
                    let short = |name: &String| name.len() <= limits::FEED_AUTHOR_BYTES;
                    self.authors.extend(name.filter(short));
                }
            }
            FeedField::Deleted => self.read_deleted(child, context),
        }
    }

    fn read_item(&mut self, child: Element<'_, '_>, context: &mut Context<'_>) {
        if child.data.cut_short {
            return;
        }
        if self.feed.items.len() >= limits::ITEMS {
            context
                .problems
                .report(Some(child.offset()), ProblemKind::TooManyItems, "");
            return;
        }
        self.feed.items.extend(item::read(child, context));
    }

    /// RFC 6721 §3.
    fn read_deleted(&mut self, child: Element<'_, '_>, context: &mut Context<'_>) {
        let id = child.attribute("ref").and_then(|id| text_of(&id));
        if let Some(id) = id.filter(|id| id.len() <= limits::LINE_BYTES)
            && self.feed.deleted.len() < limits::ITEMS
        {
            let when = child.attribute("when");
            let when = when.and_then(|when| context.date_of(&when, Some(child.offset())));
            self.feed.deleted.push(DeletedEntry {
                id,
                when: when.map(|date| date.at),
            });
        }
    }

    fn finish(mut self) -> Feed {
        for item in &mut self.feed.items {
            if item.authors.is_empty() {
                item.authors.clone_from(&self.authors);
            }
        }
        self.feed.hints = self.hints.finish();
        self.feed.title = self.title.take();
        self.feed.link = self.link.take();
        self.feed.language = self.language.take();
        self.feed.updated = self.updated.take().map(|date| date.at);
        self.feed
    }
}
