//! RSS and Atom documents → feeds.

use super::characters::text_of;
use super::context::Context;
use super::draft::Best;
use super::item;
use super::limits;
use super::link_element;
use super::namespace::Namespace;
use super::polling::Polling;
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
    let mut reader = Reader {
        feed: Feed {
            format: Some(format),
            ..Feed::default()
        },
        title: Best::default(),
        link: Best::default(),
        language: Best::default(),
        updated: Best::default(),
        authors: Vec::new(),
        polling: Polling::default(),
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
enum Meaning {
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
const MEANINGS: &[(Namespace, &str, Meaning, u8)] = &[
    (Namespace::Rss, "item", Meaning::Item, 0),
    (Namespace::Atom, "entry", Meaning::Item, 0),
    (Namespace::Rss, "title", Meaning::Title, 0),
    (Namespace::Atom, "title", Meaning::Title, 0),
    (Namespace::DublinCore, "title", Meaning::Title, 1),
    (Namespace::Rss, "link", Meaning::Link, 0),
    (Namespace::Atom, "link", Meaning::Link, 0),
    (Namespace::Rss, "language", Meaning::Language, 0),
    (Namespace::DublinCore, "language", Meaning::Language, 0),
    (Namespace::Atom, "updated", Meaning::Updated, 0),
    (Namespace::Atom, "modified", Meaning::Updated, 0),
    (Namespace::Rss, "lastBuildDate", Meaning::Updated, 1),
    (Namespace::DublinCoreTerms, "modified", Meaning::Updated, 1),
    (Namespace::DublinCore, "date", Meaning::Updated, 2),
    (Namespace::Rss, "pubDate", Meaning::Updated, 3),
    (Namespace::Atom, "author", Meaning::Author, 0),
    (Namespace::Tombstones, "deleted-entry", Meaning::Deleted, 0),
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

struct Reader {
    feed: Feed,
    title: Best<String>,
    link: Best<WebAddress>,
    language: Best<String>,
    updated: Best<Date>,
    /// The feed's own authors, who stand for entries without any.
    authors: Vec<String>,
    polling: Polling,
}

impl Reader {
    fn read_child(&mut self, child: Element<'_, '_>, context: &mut Context<'_>) {
        let meaning = MEANINGS
            .iter()
            .find(|(namespace, name, ..)| child.is(*namespace, name));
        let Some((.., meaning, rank)) = meaning else {
            return self.polling.read(child, context);
        };
        match meaning {
            Meaning::Item => self.read_item(child, context),
            Meaning::Title => self.title.offer(*rank, text::line(child, context)),
            // Some write Atom's link without its namespace.
            Meaning::Link if child.attribute("href").is_none() => {
                self.link.offer(*rank, context.line_address(child));
            }
            Meaning::Link => link_element::read_feed_link(child, &mut self.link, context),
            Meaning::Language => self
                .language
                .offer(*rank, language::tag(&context.line(child))),
            Meaning::Updated => self.updated.offer(*rank, context.date(child)),
            Meaning::Author => {
                if self.authors.len() < limits::FEED_AUTHORS {
                    let name = item::atom_person(child, context);
                    let short = |name: &String| name.len() <= limits::FEED_AUTHOR_BYTES;
                    self.authors.extend(name.filter(short));
                }
            }
            Meaning::Deleted => self.read_deleted(child, context),
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
        self.feed.hints = self.polling.finish();
        self.feed.title = self.title.take();
        self.feed.link = self.link.take();
        self.feed.language = self.language.take();
        self.feed.updated = self.updated.take().map(|date| date.at);
        self.feed
    }
}
