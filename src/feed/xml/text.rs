//! The texts of an element, references decoded.

use std::borrow::Cow;

use super::{Element, Kind};
use crate::feed::characters::decoded_twice;
use crate::feed::problem::{ProblemKind, Problems};

impl<'t, 'a> Element<'t, 'a> {
    /// The texts within it, one after the other, references decoded, cut at `limit` bytes.
    pub fn text(self, limit: usize, problems: &mut Problems) -> Cow<'a, str> {
        let mut texts = self.texts();
        let (Some(first), second) = (texts.next(), texts.next()) else {
            return Cow::Borrowed("");
        };
        if second.is_none() {
            return decoded_twice(self.decoded(first, limit, problems));
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
        decoded_twice(Cow::Owned(joined))
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
                self.decode_references(text, problems)
            }
            Kind::Cdata(text) => Cow::Borrowed(self.cut(text, limit, problems)),
            Kind::Element(_) => Cow::Borrowed(""),
        }
    }

    /// As much of `text` as the limit allows.
    pub fn cut(self, text: &'a str, limit: usize, problems: &mut Problems) -> &'a str {
        if text.len() <= limit {
            return text;
        }
        problems.report(Some(self.offset()), ProblemKind::TextTooLong, "");
        text.get(..text.floor_char_boundary(limit))
            .unwrap_or_default()
    }

    /// Decodes references, and reports those that nobody declared though the reader may know
    /// them.
    fn decode_references(self, text: &'a str, problems: &mut Problems) -> Cow<'a, str> {
        let entities = &self.tree.entities;
        entities.decode(text, &mut |at, rest, understood| {
            let place = Some(self.offset() + at);
            if !understood {
                problems.report(place, ProblemKind::BareAmpersand, "");
            } else if !entities.declares(rest) {
                let name = rest.get(1..).and_then(|rest| rest.split(';').next());
                let name = name.unwrap_or_default();
                problems.report(place, ProblemKind::UndefinedEntity, name);
            }
        })
    }
}
