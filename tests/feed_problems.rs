//! Each kind of trouble a feed can be in, with a feed that is in it.

#![allow(missing_docs)]

mod support;

use strillone::feed::ProblemKind::{self, *};
use strillone::feed::limits;
use support::read_bytes;

/// A feed whose second line is `inner`.
fn rss(inner: &str) -> Vec<u8> {
    format!("<rss version='2.0'><channel>\n{inner}\n</channel></rss>").into_bytes()
}

fn titled(title: &str) -> Vec<u8> {
    rss(&format!("<item><title>{title}</title></item>"))
}

#[test]
fn each_kind_of_problem_is_found_on_its_line() {
    let item = "<item><title>A</title></item>";
    let rows: Vec<(ProblemKind, Vec<u8>, Option<u32>)> = vec![
        (Empty, b" \n".into(), None),
        (NotAFeed, b"<svg/>".into(), None),
        (WebPage, b"<html><body>Hello</body></html>".into(), None),
        (InvalidJson, b"{\n  \"version\": oops}".into(), Some(2)),
        (
            UnknownEncoding,
            b"<?xml version='1.0' encoding='klingon'?><rss/>".into(),
            None,
        ),
        (
            InvalidBytes,
            b"<rss>\n<title>\xe8</title></rss>".into(),
            Some(2),
        ),
        (
            TooManyBytes,
            [rss(item), vec![b' '; limits::BYTES]].concat(),
            None,
        ),
        (TooManyItems, rss(&item.repeat(limits::ITEMS + 1)), Some(2)),
        (TooManyElements, rss(&"<b/>".repeat(limits::NODES)), Some(2)),
        (TooDeep, rss(&"<b>".repeat(limits::XML_DEPTH)), Some(2)),
        (
            TextTooLong,
            titled(&"A".repeat(limits::LINE_BYTES + 1)),
            Some(2),
        ),
        (
            ListTooLong,
            rss(&format!(
                "<item>{}</item>",
                (0..=limits::LIST_LENGTH)
                    .map(|number| format!("<category>{number}</category>"))
                    .collect::<String>()
            )),
            None,
        ),
        (CutShort, b"<rss><channel>\n<item><title>A".into(), Some(2)),
        (
            LeadingCharacters,
            b"\n<?xml version='1.0'?><rss/>".into(),
            Some(1),
        ),
        (ControlCharacter, titled("A\u{8}"), Some(2)),
        (BareAmpersand, titled("Fish & chips"), Some(2)),
        (UndefinedEntity, titled("Caf&eacute;"), Some(2)),
        (UnclosedElement, titled("A<br>"), Some(2)),
        (StrayEndTag, rss("</b>"), Some(2)),
        (UndeclaredPrefix, rss("<q:b/>"), Some(2)),
        (
            InvalidDate,
            rss("<item><title>A</title><pubDate>soon</pubDate></item>"),
            Some(2),
        ),
        (
            InvalidAddress,
            rss("<item><link>ftp://a.example/</link></item>"),
            Some(2),
        ),
        (EmptyItem, rss("<item></item>"), Some(2)),
        (RepeatedIdentity, rss(&item.repeat(2)), None),
        (NoItems, rss(""), None),
    ];
    for kind in ProblemKind::all() {
        let name = kind.name();
        let mut rows = rows.iter().filter(|(row, ..)| *row == kind);
        let row = rows.next();
        assert!(row.is_some(), "no feed shows what {name} is");
        if let Some((_, bytes, line)) = row {
            let problems = read_bytes(bytes).problems;
            let found = problems.iter().find(|problem| problem.kind == kind);
            assert_eq!(
                found.map(|found| found.line),
                Some(*line),
                "{name}: {problems:?}"
            );
            let message = found.map(ToString::to_string).unwrap_or_default();
            assert!(!message.contains('@'), "{message}");
        }
    }
}
