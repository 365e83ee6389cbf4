//! Tokens → the flat list of elements and texts, whatever is missing or too much.

use super::{ElementData, Kind, Node, Tree};
use crate::feed::entity;
use crate::feed::limits;
use crate::feed::markup::{Attributes, Token, Tokens};
use crate::feed::namespace::Namespace;
use crate::feed::problem::{ProblemKind, Problems};

impl<'a> Tree<'a> {
    /// Reads a document. What is not closed is closed by the end of what is around it, an
    /// item by the next one; what is not understood is left out; both are reported.
    pub fn read(source: &'a str, problems: &mut Problems) -> Tree<'a> {
        let mut builder = Builder {
            tree: Tree {
                source,
                nodes: Vec::with_capacity(source.len() / 64),
                complete: true,
            },
            open: Vec::new(),
            prefixes: Vec::new(),
            problems,
        };
        let mut tokens = Tokens::new(source);
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
        builder.finish()
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
