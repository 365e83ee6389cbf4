//! RSS and Atom documents → feeds.

use super::context::Context;
use super::draft::Best;
use super::item;
use super::limits;
use super::link_element;
use super::namespace::Namespace;
use super::polling::Polling;
use super::problem::ProblemKind;
use super::text;
use super::time::Timestamp;
use super::xml::{Element, Tree};
use super::{DeletedEntry, Feed, Format};
use crate::link::WebAddress;

/// Reads a document; `None` when it is no feed.
pub(super) fn read(source: &str, context: &mut Context<'_>) -> Option<Feed> {
    let tree = Tree::read(source, &mut context.problems);
    let Some((root, format)) = tree.roots().find_map(|root| Some((root, format(root)?))) else {
        let page = tree
            .roots()
            .any(|root| root.data.name.eq_ignore_ascii_case("html"));
        let kind = if page {
            ProblemKind::WebPage
        } else {
            ProblemKind::NotAFeed
        };
        context.problems.report(None, kind);
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

/// The format that a root element is of.
fn format(root: Element<'_, '_>) -> Option<Format> {
    let name = root.data.name.to_ascii_lowercase();
    match (root.data.namespace, name.as_str()) {
        (_, "rss") => {
            let version = root.attribute("version").unwrap_or_default();
            let old = version.trim().starts_with("0.");
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
                    .is_some_and(|address| address.contains("purl.org/atom/"));
            Some(if old { Format::Atom03 } else { Format::Atom1 })
        }
        (Namespace::Atom, "entry") => Some(Format::Atom1),
        _ => None,
    }
}

/// The address that a feed gives itself, or its page's, is the base before the one it was
/// fetched from: many are fetched from somewhere that is not theirs.
fn set_base(element: Element<'_, '_>, context: &mut Context<'_>) {
    let own = |relation: &str| {
        element
            .children()
            .filter(|child| child.data.name == "link")
            .find(|child| {
                child
                    .attribute("rel")
                    .is_some_and(|value| value == relation)
            })
            .and_then(|child| child.attribute("href"))
    };
    let page = || {
        let link = element.child(Namespace::Rss, "link")?;
        Some(link.text(limits::LINE_BYTES, &mut super::problem::Problems::default()))
    };
    let text = own("self").or_else(|| own("alternate")).or_else(page);
    let own = text.and_then(|text| WebAddress::parse(text.trim(), None, context.platform));
    if own.is_some() {
        context.base = own;
    }
}

struct Reader {
    feed: Feed,
    title: Best<String>,
    link: Best<WebAddress>,
    language: Best<String>,
    updated: Best<Timestamp>,
    /// The feed's own authors, who stand for entries without any.
    authors: Vec<String>,
    polling: Polling,
}

impl Reader {
    fn read_child(&mut self, child: Element<'_, '_>, context: &mut Context<'_>) {
        use Namespace::*;
        let name = child.data.name.to_ascii_lowercase();
        match (child.data.namespace, name.as_str()) {
            (Rss, "item") | (Atom, "entry") => self.read_item(child, context),
            (Rss | Atom, "title") => self.title.offer(0, text::line(child, context)),
            (DublinCore, "title") => self.title.offer(1, text::line(child, context)),
            (Rss, "link") if child.attribute("href").is_none() => {
                let line = context.line(child);
                let base = context.base_of(child);
                let address = context.web_address(&line, base.as_ref(), Some(child.offset()));
                self.link.offer(0, address);
            }
            (Rss | Atom, "link") => {
                link_element::read_feed_link(child, &mut self.link, context);
            }
            (Rss, "language") | (DublinCore, "language") => {
                let line = context.line(child);
                self.language.offer(0, item::language_tag(&line));
            }
            (Atom, "updated" | "modified") => self.updated.offer(0, context.date(child)),
            (Rss, "lastbuilddate") => self.updated.offer(1, context.date(child)),
            (DublinCoreTerms, "modified") => self.updated.offer(1, context.date(child)),
            (DublinCore, "date") => self.updated.offer(2, context.date(child)),
            (Rss, "pubdate") => self.updated.offer(3, context.date(child)),
            (Atom, "author") => self.authors.extend(item::atom_person(child, context)),
            (Tombstones, "deleted-entry") => self.read_deleted(child),
            _ => self.polling.read(child, &name, context),
        }
    }

    fn read_item(&mut self, child: Element<'_, '_>, context: &mut Context<'_>) {
        if child.data.cut_short {
            return;
        }
        if self.feed.items.len() >= limits::ITEMS {
            context
                .problems
                .report(Some(child.offset()), ProblemKind::TooManyItems);
            return;
        }
        self.feed.items.extend(item::read(child, context));
    }

    /// RFC 6721 §3.
    fn read_deleted(&mut self, child: Element<'_, '_>) {
        if let Some(id) = child.attribute("ref").and_then(|id| item::text_of(&id))
            && self.feed.deleted.len() < limits::ITEMS
        {
            let when = child.attribute("when");
            self.feed.deleted.push(DeletedEntry {
                id,
                when: when.and_then(|when| super::date::parse(&when)),
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
        self.feed.updated = self.updated.take();
        self.feed
    }
}
