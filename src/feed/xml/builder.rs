//! Tokens → the flat list of elements and texts, whatever is missing or too much.

mod namespaces;

use namespaces::{declared_prefix, undeclared};

use super::{Base, ElementData, Kind, Node, Tree};
use crate::feed::doctype::Entities;
use crate::feed::entity;
use crate::feed::limits;
use crate::feed::markup::{Attributes, Token, Tokens};
use crate::feed::namespace::Namespace;
use crate::feed::problem::{ProblemKind, Problems};
use crate::feed::scan;

impl<'a> Tree<'a> {
    /// Reads a document. What is not closed is closed by the end of what is around it, an
    /// item by the next one; what is not understood is left out; both are reported.
    pub fn read(source: &'a str, problems: &mut Problems) -> Tree<'a> {
        let mut builder = Builder {
            tree: Tree {
                source,
                nodes: Vec::with_capacity(source.len() / 64),
                scopes: Vec::new(),
                bases: Vec::new(),
                entities: Entities::default(),
                complete: true,
            },
            open: Vec::new(),
            scope: None,
            base: None,
            problems,
        };
        let mut tokens = Tokens::of_xml(source);
        let mut is_behind_section = false;
        while let Some(token) = tokens.next() {
            if builder.tree.nodes.len() >= limits::NODES {
                builder
                    .problems
                    .report(Some(tokens.start()), ProblemKind::TooManyElements, "");
                builder.tree.complete = false;
                break;
            }
            let start = tokens.start();
            // White space behind a section parts words; elsewhere it only lays out tags.
            let is_section = matches!(token, Token::Cdata(_));
            let is_parted = std::mem::replace(&mut is_behind_section, is_section);
            match token {
                Token::Text(text) if text.trim_ascii().is_empty() && !is_parted => {}
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
        builder.tree.entities = Entities::read(tokens.doctype());
        builder.finish()
    }
}

struct Builder<'a, 'p> {
    tree: Tree<'a>,
    open: Vec<Open<'a>>,
    /// The innermost declaration of a prefix in scope.
    scope: Option<usize>,
    /// The innermost `xml:base`.
    base: Option<usize>,
    problems: &'p mut Problems,
}

struct Open<'a> {
    /// The name with its prefix.
    name: &'a str,
    namespace: Namespace,
    index: usize,
    /// What was in scope around it.
    scope: Option<usize>,
    base: Option<usize>,
}

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
        let (prefix, name) = qualified.split_once(':').unwrap_or(("", qualified));
        self.make_room_for_item(prefix, name, attributes, start);
        if self.open.len() >= limits::XML_DEPTH {
            self.problems.report(Some(start), ProblemKind::TooDeep, "");
            return;
        }
        let around = (self.scope, self.base);
        for (attribute, value) in attributes.take(limits::ATTRIBUTES) {
            if let Some(declared) = declared_prefix(attribute) {
                self.declare(declared, Namespace::of_address(&entity::decode(value)));
            } else if attribute == "xml:base" {
                let value = value.get(..value.floor_char_boundary(limits::ADDRESS_BYTES + 1));
                self.tree.bases.push(Base {
                    text: entity::decode(value.unwrap_or_default()),
                    around: self.base,
                });
                self.base = Some(self.tree.bases.len() - 1);
            }
        }
        self.adopt(prefix, name);
        let namespace = self.namespace(prefix, start);
        let parent = self.open.last().map(|open| open.index);
        if let Some(Kind::Element(parent)) = parent
            .and_then(|parent| self.tree.nodes.get_mut(parent))
            .map(|node| &mut node.kind)
        {
            parent.has_elements = true;
        }
        let index = self.tree.nodes.len();
        self.push(Kind::Element(ElementData {
            namespace,
            name,
            attributes,
            scope: self.scope,
            base: self.base,
            has_elements: false,
            inner: (inner, inner),
            cut_short: false,
        }));
        if closed {
            (self.scope, self.base) = around;
        } else {
            self.open.push(Open {
                name: qualified,
                namespace,
                index,
                scope: around.0,
                base: around.1,
            });
        }
    }

    /// Closes what an item of the feed cannot stand in: another item, or an element of the
    /// channel that is not closed. An item of another vocabulary stands where it wants.
    fn make_room_for_item(
        &mut self,
        prefix: &str,
        name: &str,
        attributes: Attributes<'a>,
        offset: usize,
    ) {
        let (vocabulary, containers) = if name.eq_ignore_ascii_case("item") {
            (Namespace::Rss, "channel rss rdf")
        } else if name.eq_ignore_ascii_case("entry") {
            (Namespace::Atom, "feed channel rss")
        } else {
            return;
        };
        let own = attributes
            .take(limits::ATTRIBUTES)
            .find(|(attribute, _)| declared_prefix(attribute) == Some(prefix))
            .map(|(_, address)| Namespace::of_address(&entity::decode(address)));
        let found = own.or_else(|| self.tree.declared_namespace(prefix, self.scope));
        let found = found.unwrap_or_else(|| undeclared(prefix));
        if found != vocabulary {
            return;
        }
        let container = self.open.iter().rposition(|open| {
            let name = open.name.rsplit(':').next().unwrap_or_default();
            let listed = scan::is_listed(&name.to_ascii_lowercase(), containers);
            listed && open.namespace != Namespace::Other
        });
        if let Some(container) = container {
            self.close_down_to(container + 1, offset);
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
        (self.scope, self.base) = (open.scope, open.base);
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
            self.tree.complete = false;
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
