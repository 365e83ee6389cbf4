//! XML as a flat list of elements and texts in document order, read leniently.
//!
//! A flat list is built, walked and dropped without recursion, so that sixty thousand nested
//! tags are as harmless as sixty thousand siblings.

mod builder;
mod text;

use std::borrow::Cow;

use super::doctype::Entities;
use super::entity;
use super::limits;
use super::markup::Attributes;
use super::namespace::Namespace;
use super::work;

/// A document's elements and texts.
#[derive(Debug)]
pub struct Tree<'a> {
    source: &'a str,
    nodes: Vec<Node<'a>>,
    /// The prefixes that are declared, each with those around it.
    scopes: Vec<Scope<'a>>,
    /// Each `xml:base`, and the one around it.
    bases: Vec<Base<'a>>,
    entities: Entities<'a>,
    /// Whether the source was read to its end, and ends where its root does.
    pub complete: bool,
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
    /// The innermost declaration of a prefix in scope.
    scope: Option<usize>,
    /// The innermost `xml:base` around its content.
    base: Option<usize>,
    /// Whether an element is among its children.
    has_elements: bool,
    /// Where its content begins and ends in the source.
    inner: (usize, usize),
    /// Whether the source ended before the element did.
    pub cut_short: bool,
}

/// A declared prefix; the empty one is the default.
#[derive(Debug)]
struct Scope<'a> {
    prefix: &'a str,
    namespace: Namespace,
    around: Option<usize>,
    /// How many are in scope, this one included.
    depth: usize,
}

#[derive(Debug)]
struct Base<'a> {
    text: Cow<'a, str>,
    around: Option<usize>,
}

/// An `xml:base` as a document has it.
#[derive(Clone, Copy, Debug)]
pub struct DeclaredBase<'t> {
    /// Its number within the document.
    pub index: usize,
    /// What it says, not resolved.
    pub text: &'t str,
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
        let value = self.data.attributes.get(name)?;
        Some(self.tree.entities.decode(value, &mut |_, _, _| {}))
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

    /// The innermost `xml:base` of the element and those around it.
    pub fn base(self) -> Option<DeclaredBase<'t>> {
        self.declared_base(self.data.base)
    }

    /// The `xml:base` around another one.
    pub fn base_around(self, base: DeclaredBase<'_>) -> Option<DeclaredBase<'t>> {
        self.declared_base(self.tree.bases.get(base.index)?.around)
    }

    fn declared_base(self, index: Option<usize>) -> Option<DeclaredBase<'t>> {
        let index = index?;
        let text = &self.tree.bases.get(index)?.text;
        Some(DeclaredBase { index, text })
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

    fn namespace_of(self, prefix: &str) -> Namespace {
        let declared = self.tree.declared_namespace(prefix, self.data.scope);
        declared.unwrap_or_else(|| Namespace::of_undeclared_prefix(prefix))
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
    /// What a prefix stands for in a scope, if it is declared.
    fn declared_namespace(&self, prefix: &str, scope: Option<usize>) -> Option<Namespace> {
        let mut next = scope;
        while let Some(scope) = next.and_then(|index| self.scopes.get(index)) {
            work::count(1);
            if scope.prefix == prefix {
                return Some(scope.namespace);
            }
            next = scope.around;
        }
        None
    }

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
