//! JSON, as much of it as a feed needs ([RFC 8259]). A general library would cost the
//! artefact five times as much.
//!
//! [RFC 8259]: https://www.rfc-editor.org/rfc/rfc8259

use std::borrow::Cow;

use super::{limits, scan, work};

/// A value; it nests no deeper than `limits::DEPTH`.
#[derive(Debug)]
pub enum Value<'a> {
    /// `null`, `true` or `false`: only `true` means anything to a feed.
    Literal(bool),
    /// A number as written.
    Number(&'a str),
    /// A string.
    Text(Cow<'a, str>),
    /// An array.
    List(Vec<Value<'a>>),
    /// An object, its members in order.
    Object(Vec<(Cow<'a, str>, Value<'a>)>),
}

/// Where and why a text is not JSON.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Invalid {
    /// Bytes from the beginning.
    pub offset: usize,
    /// Whether it may be JSON, but nests deeper or holds more than the reader takes.
    pub too_deep: bool,
}

/// Reads a document.
pub fn parse(source: &str) -> Result<Value<'_>, Invalid> {
    let mut parser = Parser {
        rest: source,
        depth: 0,
        values: 0,
        too_deep: false,
    };
    let value = parser.value().filter(|_| {
        parser.skip_space();
        parser.rest.is_empty()
    });
    value.ok_or(Invalid {
        offset: source.len() - parser.rest.len(),
        too_deep: parser.too_deep,
    })
}

impl<'a> Value<'a> {
    /// A member of an object.
    pub fn get(&self, name: &str) -> Option<&Value<'a>> {
        match self {
            Value::Object(members) => {
                work::count(members.len());
                members
                    .iter()
                    .find(|(found, _)| found == name)
                    .map(|(_, value)| value)
            }
            _ => None,
        }
    }

    /// The characters of a string.
    pub fn text(&self) -> Option<&str> {
        match self {
            Value::Text(text) => Some(text),
            _ => None,
        }
    }

    /// The elements of an array, none of anything else.
    pub fn list(&self) -> &[Value<'a>] {
        match self {
            Value::List(values) => values,
            _ => &[],
        }
    }
}

struct Parser<'a> {
    rest: &'a str,
    depth: usize,
    values: usize,
    too_deep: bool,
}

impl<'a> Parser<'a> {
    fn value(&mut self) -> Option<Value<'a>> {
        self.skip_space();
        self.values += 1;
        work::count(1);
        if self.depth > limits::DEPTH || self.values > limits::NODES {
            self.too_deep = true;
            return None;
        }
        match self.rest.bytes().next()? {
            b'"' => Some(Value::Text(self.string()?)),
            b'[' => self.list(),
            b'{' => self.object(),
            b't' => self.literal("true"),
            b'f' => self.literal("false"),
            b'n' => self.literal("null"),
            _ => {
                let is_end = |character: char| {
                    !character.is_ascii_digit() && !matches!(character, '+' | '-' | '.' | 'e' | 'E')
                };
                let end = self.rest.find(is_end).unwrap_or(self.rest.len());
                let (number, rest) = self.rest.split_at_checked(end)?;
                self.rest = rest;
                (!number.is_empty()).then_some(Value::Number(number))
            }
        }
    }

    fn literal(&mut self, name: &str) -> Option<Value<'a>> {
        self.rest = self.rest.strip_prefix(name)?;
        Some(Value::Literal(name == "true"))
    }

    fn list(&mut self) -> Option<Value<'a>> {
        let mut values = Vec::new();
        self.take('[')?;
        self.depth += 1;
        if self.take(']').is_none() {
            loop {
                values.push(self.value()?);
                if self.take(',').is_none() {
                    break;
                }
            }
            self.take(']')?;
        }
        self.depth -= 1;
        Some(Value::List(values))
    }

    fn object(&mut self) -> Option<Value<'a>> {
        let mut members = Vec::new();
        self.take('{')?;
        self.depth += 1;
        if self.take('}').is_none() {
            loop {
                self.skip_space();
                let name = self.string()?;
                self.take(':')?;
                members.push((name, self.value()?));
                if self.take(',').is_none() {
                    break;
                }
            }
            self.take('}')?;
        }
        self.depth -= 1;
        Some(Value::Object(members))
    }

    fn string(&mut self) -> Option<Cow<'a, str>> {
        self.take('"')?;
        let end = self.rest.find(['"', '\\'])?;
        work::count(end);
        let (plain, rest) = self.rest.split_at_checked(end)?;
        self.rest = rest;
        if self.take_here('"').is_some() {
            return Some(Cow::Borrowed(plain));
        }
        let mut text = plain.to_owned();
        loop {
            let end = self.rest.find(['"', '\\'])?;
            let (plain, rest) = self.rest.split_at_checked(end)?;
            text.push_str(plain);
            self.rest = rest;
            if self.take_here('"').is_some() {
                return Some(Cow::Owned(text));
            }
            text.push(self.escape()?);
        }
    }

    fn escape(&mut self) -> Option<char> {
        self.take_here('\\')?;
        let mut characters = self.rest.chars();
        let character = match characters.next()? {
            'b' => '\u{8}',
            'f' => '\u{c}',
            'n' => '\n',
            'r' => '\r',
            't' => '\t',
            'u' => {
                self.rest = characters.as_str();
                return self.unicode();
            }
            other => other,
        };
        self.rest = characters.as_str();
        Some(character)
    }

    /// The four digits after `\u`, and those of a second half where there is one. A half
    /// without its other is no character.
    fn unicode(&mut self) -> Option<char> {
        let first = self.hexadecimal()?;
        if (0xD800..0xDC00).contains(&first) {
            let before = self.rest;
            if let Some(rest) = self.rest.strip_prefix("\\u") {
                self.rest = rest;
                let second = self.hexadecimal()?;
                if (0xDC00..0xE000).contains(&second) {
                    return char::from_u32(0x10000 + ((first - 0xD800) << 10) + (second - 0xDC00));
                }
            }
            self.rest = before;
        }
        Some(char::from_u32(first).unwrap_or('\u{fffd}'))
    }

    fn hexadecimal(&mut self) -> Option<u32> {
        let (digits, rest) = self.rest.split_at_checked(4)?;
        self.rest = rest;
        u32::try_from(scan::digits(digits, 16)?).ok()
    }

    /// Takes a mark, after white space.
    fn take(&mut self, mark: char) -> Option<()> {
        self.skip_space();
        self.take_here(mark)
    }

    fn take_here(&mut self, mark: char) -> Option<()> {
        self.rest = self.rest.strip_prefix(mark)?;
        Some(())
    }

    fn skip_space(&mut self) {
        self.rest = self.rest.trim_start_matches([' ', '\t', '\n', '\r']);
    }
}
