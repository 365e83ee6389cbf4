//! Cuts markup, XML and HTML alike, into tags and texts that borrow from it.
//!
//! One lenient tokenizer serves both, because broken XML is read by the rules of HTML: what
//! is no tag is text. It never fails, never looks back, and takes linear time.

mod attributes;
mod skipping;

use super::{doctype, scan};

/// A piece of markup. Comments, processing instructions and document types are left out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Token<'a> {
    /// Characters with references such as `&amp;` still in them.
    Text(&'a str),
    /// The characters of a CDATA section, as they are.
    Cdata(&'a str),
    /// `<name …>` or `<name …/>`.
    Start(Tag<'a>),
    /// `</name>`.
    End(&'a str),
}

/// A start tag.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Tag<'a> {
    /// The name as written.
    pub name: &'a str,
    /// Everything between the name and the closing bracket.
    pub attributes: Attributes<'a>,
    /// Closed by its own `/>`.
    pub closed: bool,
}

/// The attributes of a start tag, one by one: names, and values with references in them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Attributes<'a>(&'a str);

/// A cursor through markup.
#[derive(Clone, Debug)]
pub struct Tokens<'a> {
    source: &'a str,
    position: usize,
    /// Where the last token began.
    start: usize,
    /// Closing marks that occur nowhere any more: looked for again and again, they would make
    /// reading quadratic.
    missing: [bool; 5],
    /// Whether it is XML, whose processing instructions end by `?>`.
    xml: bool,
    /// The document type of XML, once one began; empty when it does not end.
    doctype: Option<&'a str>,
}

const COMMENT_END: (usize, &str) = (0, "-->");
const CDATA_END: (usize, &str) = (1, "]]>");
const DOUBLE_QUOTE: (usize, &str) = (2, "\"");
const SINGLE_QUOTE: (usize, &str) = (3, "'");
const INSTRUCTION_END: (usize, &str) = (4, "?>");

impl<'a> Tokens<'a> {
    /// Starts at the beginning of `source`.
    pub fn new(source: &'a str) -> Tokens<'a> {
        Tokens {
            source,
            position: 0,
            start: 0,
            missing: [false; 5],
            xml: false,
            doctype: None,
        }
    }

    /// The same for a document of XML.
    pub fn of_xml(source: &'a str) -> Tokens<'a> {
        Tokens {
            xml: true,
            ..Tokens::new(source)
        }
    }

    /// Where the last token began, in bytes.
    pub fn start(&self) -> usize {
        self.start
    }

    /// Where the last token ended, in bytes.
    pub fn position(&self) -> usize {
        self.position
    }

    /// The document type of XML, from `<!DOCTYPE` on, if one was passed.
    pub fn doctype(&self) -> &'a str {
        self.doctype.unwrap_or_default()
    }

    fn rest(&self) -> &'a str {
        self.source.get(self.position..).unwrap_or_default()
    }

    /// Where `mark` occurs next, from `from` bytes after the position.
    fn find(&mut self, (index, mark): (usize, &str), from: usize) -> Option<usize> {
        let missing = self.missing.get_mut(index)?;
        if *missing {
            return None;
        }
        let found = scan::find(self.source.get(self.position + from..)?, mark);
        *missing = found.is_none();
        found.map(|at| at + from)
    }

    /// The length of the tag whose name begins `from` bytes after the position, and where its
    /// closing bracket is. A quotation mark counts only after an equals sign.
    fn tag_end(&mut self, from: usize) -> Option<usize> {
        let bytes = self.rest().as_bytes();
        let mut at = from;
        let mut after_equals = false;
        while let Some(byte) = bytes.get(at) {
            match byte {
                b'>' => return Some(at),
                b'"' | b'\'' if after_equals => {
                    let quote = if *byte == b'"' {
                        DOUBLE_QUOTE
                    } else {
                        SINGLE_QUOTE
                    };
                    after_equals = false;
                    if let Some(end) = self.find(quote, at + 1) {
                        at = end;
                    }
                }
                b'=' => after_equals = true,
                byte if byte.is_ascii_whitespace() => {}
                _ => after_equals = false,
            }
            at += 1;
        }
        None
    }

    /// What begins at a `<`: a token, nothing worth a token, or mere text.
    fn markup(&mut self) -> Markup<'a> {
        let rest = self.rest();
        let mut bytes = rest.bytes().skip(1);
        match bytes.next() {
            Some(b'/') if bytes.next().is_some_and(is_name_start) => {
                let Some(end) = scan::position(rest, b'>', 0) else {
                    return Markup::CutShort;
                };
                self.position += end + 1;
                let name = rest.get(2..end).unwrap_or_default();
                Markup::Token(Token::End(name.split(is_space).next().unwrap_or(name)))
            }
            Some(b'!') => self.declaration(rest),
            Some(b'?') => {
                let whole = self.xml.then(|| self.find(INSTRUCTION_END, 2)).flatten();
                let end = whole.map(|end| end + 2);
                let end = end.or_else(|| Some(scan::position(rest, b'>', 0)? + 1));
                self.skip(end)
            }
            Some(byte) if is_name_start(byte) => {
                let Some(end) = self.tag_end(1) else {
                    return Markup::CutShort;
                };
                self.position += end + 1;
                let mut inner = rest.get(1..end).unwrap_or_default();
                let closed = inner.ends_with('/');
                if closed {
                    inner = inner.get(..inner.len() - 1).unwrap_or_default();
                }
                let name_end = inner
                    .find(|character| is_space(character) || character == '/')
                    .unwrap_or(inner.len());
                let (name, attributes) = inner.split_at_checked(name_end).unwrap_or_default();
                Markup::Token(Token::Start(Tag {
                    name,
                    attributes: Attributes(attributes),
                    closed,
                }))
            }
            _ => Markup::Text,
        }
    }

    /// What begins with `<!`.
    fn declaration(&mut self, rest: &'a str) -> Markup<'a> {
        if rest.starts_with("<!--") {
            // `<!-->` and comments that never end are closed by the next bracket.
            let end = match self.find(COMMENT_END, 2) {
                Some(end) => Some(end + 3),
                None => scan::position(rest, b'>', 0).map(|end| end + 1),
            };
            return self.skip(end);
        }
        if rest.starts_with("<![CDATA[") {
            let end = self.find(CDATA_END, 9);
            let text = rest.get(9..end.unwrap_or(rest.len())).unwrap_or_default();
            self.position += end.map_or(rest.len(), |end| end + 3);
            return Markup::Token(Token::Cdata(text));
        }
        let name = rest.get(2..9).unwrap_or_default();
        if self.xml && self.doctype.is_none() && name.eq_ignore_ascii_case("DOCTYPE") {
            let length = doctype::length(rest);
            self.doctype = rest.get(..length.unwrap_or(0));
            if length.is_some() {
                return self.skip(length);
            }
        }
        self.skip(scan::position(rest, b'>', 0).map(|end| end + 1))
    }

    fn skip(&mut self, length: Option<usize>) -> Markup<'a> {
        match length {
            Some(length) => {
                self.position += length;
                Markup::Nothing
            }
            None => Markup::CutShort,
        }
    }
}

enum Markup<'a> {
    Token(Token<'a>),
    Nothing,
    Text,
    /// The source ends within a tag.
    CutShort,
}

impl<'a> Iterator for Tokens<'a> {
    type Item = Token<'a>;

    fn next(&mut self) -> Option<Token<'a>> {
        loop {
            self.start = self.position;
            let rest = self.rest();
            if rest.is_empty() {
                return None;
            }
            let mut from = 0;
            if rest.starts_with('<') {
                match self.markup() {
                    Markup::Token(token) => return Some(token),
                    Markup::Nothing => continue,
                    Markup::CutShort => {
                        self.position = self.source.len();
                        // `a<b` is more likely a sentence than a tag; with an attribute, or
                        // as a comment, it is what is left of one.
                        let words = !rest.contains('=') && !rest.starts_with("<!--");
                        return words.then_some(Token::Text(rest));
                    }
                    Markup::Text => from = 1,
                }
            }
            let end = scan::position(rest, b'<', from).unwrap_or(rest.len());
            self.position += end;
            return Some(Token::Text(rest.get(..end).unwrap_or_default()));
        }
    }
}

fn is_name_start(byte: u8) -> bool {
    byte.is_ascii_alphabetic() || byte == b'_' || byte >= 0x80
}

/// White space of XML and HTML, and the control characters that no markup may hold but some
/// does.
fn is_space(character: char) -> bool {
    character <= ' '
}
