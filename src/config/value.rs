//! What an option's value can be, and how it is read.

use super::{ConfigProblem, Context, ReadAttribute};
use crate::address::{LinkAddress, WebAddress, replaced};

/// A type that an attribute can be read as.
pub trait OptionValue: Sized {
    /// What the attribute may be, in words that complete "it must be …".
    const EXPECTED: &'static str;
    /// The keywords it is one of, if it is one of a few.
    const KEYWORDS: &'static [&'static str] = &[];

    /// The least and the most, if it is a number.
    const BOUNDS: Option<(u32, u32)> = None;

    /// Whether it is a list, separated by white space and read piece by piece.
    const IS_LIST: bool = false;

    /// Reads the attribute's text, or a piece of it, white space around it trimmed; `None`
    /// when it cannot be used.
    fn read(text: &str, context: Context<'_>) -> Option<Self>;

    /// Takes what was read: in place of the default, or to the end of the list.
    fn take(&mut self, read: Self) {
        *self = read;
    }

    /// The value as it is written in the attribute.
    fn written(&self) -> String;
}

/// The attributes of an element as they are read, and what was wrong with them so far.
pub(super) struct OptionReader<'a> {
    pub attribute: &'a ReadAttribute<'a>,
    pub context: Context<'a>,
    pub problems: Vec<ConfigProblem>,
}

impl OptionReader<'_> {
    pub fn read<T: OptionValue>(&mut self, name: &'static str, default: T) -> T {
        let mut value = default;
        let context = self.context;
        let expected = (T::EXPECTED, T::BOUNDS);
        self.offer(name, expected, T::IS_LIST, &mut |text| {
            let read = T::read(text, context);
            let is_usable = read.is_some();
            if let Some(read) = read {
                value.take(read);
            }
            is_usable
        });
        value
    }

    /// Offers the attribute's text, or each piece of a list, to `take`, which says whether it
    /// can be used. All that the options have in common is here, once, and not once for each
    /// type.
    #[inline(never)]
    fn offer(
        &mut self,
        attribute: &'static str,
        (expected, bounds): (&'static str, Option<(u32, u32)>),
        is_list: bool,
        take: &mut dyn FnMut(&str) -> bool,
    ) {
        let Some(value) = (self.attribute)(attribute) else {
            return;
        };
        let mut take = |piece: &str| {
            if !take(piece) {
                self.problems.push(ConfigProblem {
                    attribute,
                    value: piece.to_owned(),
                    expected,
                    bounds,
                });
            }
        };
        if !is_list {
            return take(value.trim());
        }
        // A comma within an address is its own, but none ends with one, and none goes on so.
        let value = replaced(&value, ",http://", " http://");
        let value = replaced(&value, ",https://", " https://");
        let pieces = value.split_ascii_whitespace();
        let pieces = pieces.map(|piece| piece.trim_end_matches([',', ';']));
        pieces.filter(|piece| !piece.is_empty()).for_each(take);
    }
}

#[inline(never)]
fn number_within(text: &str, least: u32, most: u32) -> Option<u32> {
    let number = text.parse().ok()?;
    (least..=most).contains(&number).then_some(number)
}

/// A whole number between two bounds, both allowed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Bounded<const LEAST: u32, const MOST: u32>(pub(super) u32);

impl<const LEAST: u32, const MOST: u32> Bounded<LEAST, MOST> {
    /// The number.
    pub fn get(self) -> u32 {
        self.0
    }
}

impl<const LEAST: u32, const MOST: u32> OptionValue for Bounded<LEAST, MOST> {
    const EXPECTED: &'static str = "a whole number";
    const BOUNDS: Option<(u32, u32)> = Some((LEAST, MOST));

    fn read(text: &str, _: Context<'_>) -> Option<Self> {
        number_within(text, LEAST, MOST).map(Bounded)
    }

    fn written(&self) -> String {
        self.0.to_string()
    }
}

impl<T: OptionValue> OptionValue for Option<T> {
    const EXPECTED: &'static str = T::EXPECTED;
    const KEYWORDS: &'static [&'static str] = T::KEYWORDS;
    const BOUNDS: Option<(u32, u32)> = T::BOUNDS;

    fn read(text: &str, context: Context<'_>) -> Option<Self> {
        T::read(text, context).map(Some)
    }

    fn written(&self) -> String {
        self.as_ref().map(OptionValue::written).unwrap_or_default()
    }
}

impl OptionValue for String {
    const EXPECTED: &'static str = "a text";

    fn read(text: &str, _: Context<'_>) -> Option<Self> {
        Some(text.to_owned())
    }

    fn written(&self) -> String {
        self.clone()
    }
}

/// Terms to look for, in lower case.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Terms(Vec<String>);

impl Terms {
    /// Whether no word was given.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Whether one of the words stands in `text`, which is in lower case.
    pub fn occur_in(&self, text: &str) -> bool {
        // By bytes, because the search for strings weighs 2 KB.
        let has = |word: &String| {
            text.as_bytes()
                .windows(word.len())
                .any(|it| it == word.as_bytes())
        };
        self.0.iter().any(has)
    }

    /// Whether one of the words is `text`, which is in lower case.
    pub fn name(&self, text: &str) -> bool {
        self.0.iter().any(|word| word == text)
    }
}

impl OptionValue for Terms {
    const EXPECTED: &'static str = "words separated by commas";

    fn read(text: &str, context: Context<'_>) -> Option<Self> {
        let text = context.host.lower_case(text);
        let words = text.split(',').map(|word| word.trim().to_owned());
        Some(Terms(words.filter(|word| !word.is_empty()).collect()))
    }

    fn written(&self) -> String {
        let words: Vec<&str> = self.0.iter().map(String::as_str).collect();
        words.join(", ")
    }
}

/// An IANA time zone that the platform knows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TimeZone(String);

impl TimeZone {
    /// Its name, such as `Europe/Rome`.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl OptionValue for TimeZone {
    const EXPECTED: &'static str = "a time zone such as Europe/Rome";

    fn read(text: &str, context: Context<'_>) -> Option<Self> {
        let is_known = context.calendar.knows_zone(text);
        is_known.then(|| TimeZone(text.to_owned()))
    }

    fn written(&self) -> String {
        self.0.clone()
    }
}

impl OptionValue for WebAddress {
    const EXPECTED: &'static str = "an http or https address";

    fn read(text: &str, context: Context<'_>) -> Option<Self> {
        WebAddress::parse(text, context.base, context.host)
    }

    fn written(&self) -> String {
        self.as_str().to_owned()
    }
}

impl OptionValue for Vec<WebAddress> {
    const EXPECTED: &'static str = "http or https addresses separated by spaces";
    const IS_LIST: bool = true;

    fn read(text: &str, context: Context<'_>) -> Option<Self> {
        Some(vec![WebAddress::read(text, context)?])
    }

    fn take(&mut self, read: Self) {
        self.extend(read);
    }

    fn written(&self) -> String {
        let addresses: Vec<&str> = self.iter().map(WebAddress::as_str).collect();
        addresses.join(" ")
    }
}

impl OptionValue for Vec<LinkAddress> {
    const EXPECTED: &'static str = "http, https or mailto addresses separated by spaces";
    const IS_LIST: bool = true;

    fn read(text: &str, context: Context<'_>) -> Option<Self> {
        let address = LinkAddress::parse(text, context.base, context.host)?;
        Some(vec![address])
    }

    fn take(&mut self, read: Self) {
        self.extend(read);
    }

    fn written(&self) -> String {
        let addresses: Vec<&str> = self.iter().map(LinkAddress::as_str).collect();
        addresses.join(" ")
    }
}
