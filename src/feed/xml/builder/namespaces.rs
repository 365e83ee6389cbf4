//! Which vocabulary a prefix stands for, declared or not.

use super::Builder;
use crate::feed::limits;
use crate::feed::namespace::Namespace;
use crate::feed::problem::ProblemKind;
use crate::feed::xml::Scope;

impl<'a> Builder<'a, '_> {
    /// What a feed is made of is of its format's vocabulary, whatever namespace it gives it:
    /// invented, misspelt or of another format.
    pub(super) fn adopt(&mut self, prefix: &'a str, name: &str) {
        let (vocabulary, depth) = match name.to_ascii_lowercase().as_str() {
            "rss" => (Namespace::Rss, 0),
            "rdf" => (Namespace::Rdf, 0),
            "feed" => (Namespace::Atom, 0),
            "channel" => (Namespace::Rss, 1),
            "entry" => (Namespace::Atom, 1),
            "item" => (Namespace::Rss, 2),
            _ => return,
        };
        if self.open.len() > depth {
            return;
        }
        let is_root = self.open.is_empty();
        let found = self.tree.declared_namespace(prefix, self.scope);
        let found = found.or((!prefix.is_empty()).then(|| undeclared(prefix)));
        // An element of RDF says by its prefix what it is; its children have another one.
        if vocabulary == Namespace::Rdf {
            let default = self.tree.declared_namespace("", self.scope);
            if !prefix.is_empty() && default != Some(Namespace::Rdf) {
                self.adopt_as(default, "", Namespace::Rss, true);
            }
            return;
        }
        self.adopt_as(found, prefix, vocabulary, is_root);
    }

    fn adopt_as(
        &mut self,
        found: Option<Namespace>,
        prefix: &'a str,
        vocabulary: Namespace,
        is_root: bool,
    ) {
        let foreign = match found {
            Some(Namespace::Other) => true,
            Some(found) => is_root && found != vocabulary,
            // Without a declaration it is of RSS.
            None => is_root && vocabulary != Namespace::Rss,
        };
        if foreign {
            self.declare(prefix, vocabulary);
        }
    }

    /// Adds a prefix to those in scope, if they are not too many.
    pub(super) fn declare(&mut self, prefix: &'a str, namespace: Namespace) {
        let around = self.scope;
        let depth = around
            .and_then(|around| self.tree.scopes.get(around))
            .map_or(1, |around| around.depth + 1);
        if depth <= limits::PREFIXES {
            self.scope = Some(self.tree.scopes.len());
            self.tree.scopes.push(Scope {
                prefix,
                namespace,
                around,
                depth,
            });
        }
    }

    pub(super) fn namespace(&mut self, prefix: &str, offset: usize) -> Namespace {
        if let Some(declared) = self.tree.declared_namespace(prefix, self.scope) {
            return declared;
        }
        if !matches!(prefix, "" | "xml") {
            self.problems
                .report(Some(offset), ProblemKind::UndeclaredPrefix, prefix);
        }
        undeclared(prefix)
    }
}

/// The prefix that an attribute declares; the empty one is the default.
pub(super) fn declared_prefix(attribute: &str) -> Option<&str> {
    match attribute.strip_prefix("xmlns:") {
        Some("") => None,
        Some(prefix) => Some(prefix),
        None => (attribute == "xmlns").then_some(""),
    }
}

/// What a prefix stands for that nobody declared.
pub(super) fn undeclared(prefix: &str) -> Namespace {
    if prefix.is_empty() {
        Namespace::Rss
    } else {
        Namespace::of_undeclared_prefix(prefix)
    }
}
