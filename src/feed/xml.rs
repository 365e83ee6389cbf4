//! XML as a flat list of elements and texts in document order, read leniently.
//!
//! A flat list is built, walked and dropped without recursion, so that sixty thousand nested
//! tags are as harmless as sixty thousand siblings.

use std::borrow::Cow;

use super::entity;
use super::limits;
use super::markup::{Attributes, Token, Tokens};
use super::namespace::Namespace;
use super::problem::{ProblemKind, Problems};

/// A document's elements and texts.
#[derive(Debug)]
pub struct Tree<'a> {
    source: &'a str,
    nodes: Vec<Node<'a>>,
}

/// An element within its tree.
#[derive(Clone, Copy, Debug)]
pub struct Element<'t, 'a> {
    tree: &'t Tree<'a>,
    index: usize,
    /// What it is called and holds.
    pub data: &'t ElementData<'a>,
}

/// What an element is called and holds.
#[derive(Clone, Debug)]
pub struct ElementData<'a> {
    /// The vocabulary of its name.
    pub namespace: Namespace,
    /// Its name without prefix.
    pub name: &'a str,
    attributes: Attributes<'a>,
    parent: usize,
    /// Whether an element is among its children.
    has_elements: bool,
    /// Where its content begins and ends in the source.
    inner: (usize, usize),
    /// Whether the source ended before the element did.
    pub cut_short: bool,
}

#[derive(Debug)]
struct Node<'a> {
    kind: Kind<'a>,
    /// The index behind the node and everything within it.
    end: usize,
}

#[derive(Debug)]
enum Kind<'a> {
    Element(ElementData<'a>),
    Text(&'a str),
    Cdata(&'a str),
}

impl<'a> Tree<'a> {
    /// Reads a document. What is not closed is closed by the end of what is around it, an
    /// item by the next one; what is not understood is left out; both are reported.
    pub(super) fn read(source: &'a str, problems: &mut Problems) -> Tree<'a> {
        let mut builder = Builder {
            tree: Tree {
                source,
                nodes: Vec::with_capacity(source.len() / 64),
            },
            open: Vec::new(),
            prefixes: Vec::new(),
            problems,
        };
        let mut tokens = Tokens::new(source);
        while let Some(token) = tokens.next() {
            if builder.tree.nodes.len() >= limits::NODES {
                builder
                    .problems
                    .report(Some(tokens.start()), ProblemKind::TooManyElements, "");
                break;
            }
            let start = tokens.start();
            match token {
                Token::Text(text) if text.trim_ascii().is_empty() => {}
                Token::Text(text) => builder.push(Kind::Text(text)),
                Token::Cdata(text) => builder.push(Kind::Cdata(text)),
                Token::Start(tag) => builder.start(
                    tag.name,
                    tag.attributes,
                    tag.closed,
                    start,
                    tokens.position(),
                ),
                Token::End(name) => builder.end(name, start),
            }
        }
        builder.finish()
    }

    /// The elements that stand in nothing else: one, if the document is well-formed.
    pub fn roots(&self) -> Elements<'_, 'a> {
        Elements {
            tree: self,
            next: 0,
            end: self.nodes.len(),
        }
    }
}

impl<'t, 'a> Element<'t, 'a> {
    /// The elements directly within.
    pub fn children(self) -> Elements<'t, 'a> {
        Elements {
            tree: self.tree,
            next: self.index + 1,
            end: self.end(),
        }
    }

    /// Whether it is called `name` in `namespace`, whatever the case.
    pub fn is(self, namespace: Namespace, name: &str) -> bool {
        self.data.namespace == namespace && self.data.name.eq_ignore_ascii_case(name)
    }

    /// The first element directly within of this name.
    pub fn child(self, namespace: Namespace, name: &str) -> Option<Element<'t, 'a>> {
        self.children().find(|child| child.is(namespace, name))
    }

    /// The value of an attribute without prefix.
    pub fn attribute(self, name: &str) -> Option<Cow<'a, str>> {
        self.data.attributes.get(name).map(entity::decode)
    }

    /// The value of an attribute of a vocabulary, whatever its prefix.
    pub fn attribute_of(self, namespace: Namespace, name: &str) -> Option<Cow<'a, str>> {
        self.data
            .attributes
            .take(limits::ATTRIBUTES)
            .find(|(found, _)| {
                found.split_once(':').is_some_and(|(prefix, local)| {
                    local == name && self.namespace_of(prefix) == namespace
                })
            })
            .map(|(_, value)| entity::decode(value))
    }

    /// The element, its parent, and so on up to the root.
    pub fn line_of_descent(self) -> impl Iterator<Item = Element<'t, 'a>> {
        std::iter::successors(Some(self), |element| {
            element.tree.element(element.data.parent)
        })
    }

    /// Whether an element is among its children.
    pub fn has_elements(self) -> bool {
        self.data.has_elements
    }

    /// Its content as it stands in the source.
    pub fn inner(self) -> &'a str {
        let (start, end) = self.data.inner;
        self.tree.source.get(start..end).unwrap_or_default()
    }

    /// Where its content begins in the source.
    pub fn offset(self) -> usize {
        self.data.inner.0
    }

    /// The texts within it, one after the other, references decoded, cut at `limit` bytes.
    pub(super) fn text(self, limit: usize, problems: &mut Problems) -> Cow<'a, str> {
        let mut texts = self.texts();
        let (Some(first), second) = (texts.next(), texts.next()) else {
            return Cow::Borrowed("");
        };
        if second.is_none() {
            return self.decoded(first, limit, problems);
        }
        let mut joined = String::new();
        for kind in self.texts() {
            let left = limit.saturating_sub(joined.len());
            if left == 0 {
                problems.report(Some(self.offset()), ProblemKind::TextTooLong, "");
                break;
            }
            joined.push_str(&self.decoded(kind, left, problems));
        }
        Cow::Owned(joined)
    }

    fn texts(self) -> impl Iterator<Item = &'t Kind<'a>> {
        self.tree
            .nodes
            .get(self.index + 1..self.end())
            .unwrap_or_default()
            .iter()
            .map(|node| &node.kind)
            .filter(|kind| !matches!(kind, Kind::Element(_)))
    }

    fn decoded(self, kind: &Kind<'a>, limit: usize, problems: &mut Problems) -> Cow<'a, str> {
        match kind {
            Kind::Text(text) => {
                let text = self.cut(text, limit, problems);
                decode_references(text, self.offset(), problems)
            }
            Kind::Cdata(text) => Cow::Borrowed(self.cut(text, limit, problems)),
            Kind::Element(_) => Cow::Borrowed(""),
        }
    }

    /// As much of `text` as the limit allows.
    pub(super) fn cut(self, text: &'a str, limit: usize, problems: &mut Problems) -> &'a str {
        if text.len() <= limit {
            return text;
        }
        problems.report(Some(self.offset()), ProblemKind::TextTooLong, "");
        text.get(..text.floor_char_boundary(limit))
            .unwrap_or_default()
    }

    fn namespace_of(self, prefix: &str) -> Namespace {
        self.line_of_descent()
            .find_map(|element| {
                let mut attributes = element.data.attributes.take(limits::ATTRIBUTES);
                attributes.find(|(name, _)| name.strip_prefix("xmlns:") == Some(prefix))
            })
            .map_or_else(
                || Namespace::of_undeclared_prefix(prefix),
                |(_, address)| Namespace::of_address(address),
            )
    }

    fn end(self) -> usize {
        self.tree.nodes.get(self.index).map_or(0, |node| node.end)
    }
}

/// Elements that stand side by side.
#[derive(Clone, Debug)]
pub struct Elements<'t, 'a> {
    tree: &'t Tree<'a>,
    next: usize,
    end: usize,
}

impl<'t, 'a> Iterator for Elements<'t, 'a> {
    type Item = Element<'t, 'a>;

    fn next(&mut self) -> Option<Element<'t, 'a>> {
        while self.next < self.end {
            let index = self.next;
            self.next = self.tree.nodes.get(index)?.end;
            if let Some(element) = self.tree.element(index) {
                return Some(element);
            }
        }
        None
    }
}

impl<'a> Tree<'a> {
    fn element(&self, index: usize) -> Option<Element<'_, 'a>> {
        match &self.nodes.get(index)?.kind {
            Kind::Element(data) => Some(Element {
                tree: self,
                index,
                data,
            }),
            _ => None,
        }
    }
}

struct Builder<'a, 'p> {
    tree: Tree<'a>,
    open: Vec<Open<'a>>,
    /// The declared prefixes in scope, the innermost last; the empty one is the default.
    prefixes: Vec<(&'a str, Namespace)>,
    problems: &'p mut Problems,
}

struct Open<'a> {
    /// The name with its prefix.
    name: &'a str,
    index: usize,
    /// How many prefixes were in scope around it.
    prefixes: usize,
}

/// The parent of a root.
const NOWHERE: usize = usize::MAX;

impl<'a> Builder<'a, '_> {
    fn push(&mut self, kind: Kind<'a>) {
        let end = self.tree.nodes.len() + 1;
        self.tree.nodes.push(Node { kind, end });
    }

    fn start(
        &mut self,
        qualified: &'a str,
        attributes: Attributes<'a>,
        closed: bool,
        start: usize,
        inner: usize,
    ) {
        if qualified.eq_ignore_ascii_case("item") || qualified.eq_ignore_ascii_case("entry") {
            // Items do not nest: one that begins within another ends it.
            let around = self.open.iter().rposition(|open| open.name == qualified);
            if let Some(around) = around {
                self.close_down_to(around, start);
            }
        }
        if self.open.len() >= limits::XML_DEPTH {
            self.problems.report(Some(start), ProblemKind::TooDeep, "");
            return;
        }
        let in_scope = self.prefixes.len();
        for (name, value) in attributes.take(limits::ATTRIBUTES) {
            if let Some(prefix) = name.strip_prefix("xmlns") {
                let prefix = prefix.strip_prefix(':').unwrap_or(prefix);
                self.prefixes
                    .push((prefix, Namespace::of_address(&entity::decode(value))));
            }
        }
        if self.open.is_empty() && qualified == "feed" && !self.has_default() {
            // An Atom feed that forgot to say so: its elements mean nothing else.
            self.prefixes.push(("", Namespace::Atom));
        }
        let (prefix, name) = qualified.split_once(':').unwrap_or(("", qualified));
        let namespace = self.namespace(prefix, start);
        let parent = self.open.last().map_or(NOWHERE, |open| open.index);
        if let Some(Kind::Element(parent)) =
            self.tree.nodes.get_mut(parent).map(|node| &mut node.kind)
        {
            parent.has_elements = true;
        }
        let index = self.tree.nodes.len();
        self.push(Kind::Element(ElementData {
            namespace,
            name,
            attributes,
            parent,
            has_elements: false,
            inner: (inner, inner),
            cut_short: false,
        }));
        if closed {
            self.prefixes.truncate(in_scope);
        } else {
            self.open.push(Open {
                name: qualified,
                index,
                prefixes: in_scope,
            });
        }
    }

    fn has_default(&self) -> bool {
        self.prefixes.iter().any(|(prefix, _)| prefix.is_empty())
    }

    fn namespace(&mut self, prefix: &str, offset: usize) -> Namespace {
        let declared = self.prefixes.iter().rev().find(|(name, _)| *name == prefix);
        match declared {
            Some((_, namespace)) => *namespace,
            None if prefix.is_empty() => Namespace::Rss,
            None => {
                if prefix != "xml" {
                    self.problems
                        .report(Some(offset), ProblemKind::UndeclaredPrefix, prefix);
                }
                Namespace::of_undeclared_prefix(prefix)
            }
        }
    }

    fn end(&mut self, name: &'a str, start: usize) {
        let matching = self
            .open
            .iter()
            .rposition(|open| open.name.eq_ignore_ascii_case(name));
        match matching {
            Some(depth) => {
                if depth + 1 < self.open.len() {
                    self.close_down_to(depth + 1, start);
                }
                self.close(start);
            }
            None => self
                .problems
                .report(Some(start), ProblemKind::StrayEndTag, name),
        }
    }

    /// Closes what is open at `depth` and deeper, none of which closed itself.
    fn close_down_to(&mut self, depth: usize, offset: usize) {
        while self.open.len() > depth {
            if let Some(open) = self.open.last() {
                self.problems
                    .report(Some(offset), ProblemKind::UnclosedElement, open.name);
            }
            self.close(offset);
        }
    }

    fn close(&mut self, offset: usize) {
        let Some(open) = self.open.pop() else { return };
        self.prefixes.truncate(open.prefixes);
        let end = self.tree.nodes.len();
        let Some(node) = self.tree.nodes.get_mut(open.index) else {
            return;
        };
        node.end = end;
        if let Kind::Element(data) = &mut node.kind {
            data.inner.1 = offset;
        }
    }

    fn finish(mut self) -> Tree<'a> {
        let end = self.tree.source.len();
        if !self.open.is_empty() {
            self.problems.report(Some(end), ProblemKind::CutShort, "");
        }
        while let Some(open) = self.open.last() {
            let index = open.index;
            self.close(end);
            if let Some(Kind::Element(data)) =
                self.tree.nodes.get_mut(index).map(|node| &mut node.kind)
            {
                data.cut_short = true;
            }
        }
        self.tree
    }
}

/// Decodes references, and reports those that XML does not define though the reader may.
fn decode_references<'a>(text: &'a str, offset: usize, problems: &mut Problems) -> Cow<'a, str> {
    entity::decode_noting(text, &mut |at, rest, understood| {
        let defined = match rest.as_bytes() {
            [_, b'#', ..] | [_, b'l' | b'g', b't', b';', ..] | [_, b'a', b'm', b'p', b';', ..] => {
                true
            }
            _ => rest.starts_with("&quot;") || rest.starts_with("&apos;"),
        };
        if defined {
            return;
        }
        let place = Some(offset + at);
        if understood {
            let name = rest.get(1..).and_then(|rest| rest.split(';').next());
            let name = name.unwrap_or_default();
            problems.report(place, ProblemKind::UndefinedEntity, name);
        } else {
            problems.report(place, ProblemKind::BareAmpersand, "");
        }
    })
}
