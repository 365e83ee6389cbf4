//! An option as a property: anything that can be written as its attribute, standing still or
//! following a signal.

use std::marker::PhantomData;

use leptos::prelude::{ArcRwSignal, ArcSignal, Get, Memo, ReadSignal, RwSignal, Signal};

use crate::address::{LinkAddress, WebAddress};
use crate::config::*;

/// Reads an option's text, from signals or not; `None` for its default.
type ReadText = Box<dyn Fn() -> Option<String>>;

/// The value of an option of type `T`. It holds the text of the attribute, because one way of
/// reading options weighs less than two, and what is wrong with a value is then said in the
/// same way.
pub struct Property<T> {
    text: Option<ReadText>,
    of: PhantomData<fn() -> T>,
}

impl<T> Default for Property<T> {
    /// The option's own default.
    fn default() -> Property<T> {
        Property {
            text: None,
            of: PhantomData,
        }
    }
}

impl<T> Property<T> {
    /// A property that is the text of an attribute, read again when a signal changes that is
    /// read for it.
    pub fn of_text(text: Box<dyn Fn() -> Option<String>>) -> Property<T> {
        Property {
            text: Some(text),
            of: PhantomData,
        }
    }

    /// How its text is read, if it is given.
    pub(super) fn into_text(self) -> Option<ReadText> {
        self.text
    }

    fn fixed(text: String) -> Property<T> {
        Property::of_text(Box::new(move || Some(text.clone())))
    }
}

impl<T> From<&str> for Property<T> {
    fn from(text: &str) -> Property<T> {
        Property::fixed(text.to_owned())
    }
}

impl<T> From<String> for Property<T> {
    fn from(text: String) -> Property<T> {
        Property::fixed(text)
    }
}

/// What a signal or a closure gives can be whatever the property itself can be.
impl<T, Read, Given> From<Read> for Property<T>
where
    Read: Fn() -> Given + 'static,
    Given: Into<Property<T>>,
{
    fn from(read: Read) -> Property<T> {
        Property::of_text(Box::new(move || read().into().text?()))
    }
}

macro_rules! signals {
    ($($signal:ident)+) => {$(
        impl<T, Given> From<$signal<Given>> for Property<T>
        where
            $signal<Given>: Get<Value = Given> + 'static,
            Given: Into<Property<T>> + Clone + Send + Sync + 'static,
        {
            fn from(signal: $signal<Given>) -> Property<T> {
                Property::from(move || signal.get())
            }
        }
    )+};
}

signals!(ReadSignal RwSignal Memo Signal ArcRwSignal ArcSignal);

/// The types of the options themselves.
macro_rules! values {
    ($($type:ty)+) => {$(
        impl From<$type> for Property<$type> {
            fn from(value: $type) -> Property<$type> {
                Property::fixed(value.written())
            }
        }

        impl From<$type> for Property<Option<$type>> {
            fn from(value: $type) -> Property<Option<$type>> {
                Property::fixed(value.written())
            }
        }
    )+};
}

values! { Vec<WebAddress> WebAddress Vec<LinkAddress> ProxyTemplate TimeZone Terms }
with_keywords!(values);

/// Whole numbers; one out of the option's bounds is reported like a bad attribute.
macro_rules! numbers {
    ($($number:ty)+) => {$(
        impl<const LEAST: u32, const MOST: u32> From<$number> for Property<Bounded<LEAST, MOST>> {
            fn from(number: $number) -> Self {
                Property::fixed(number.to_string())
            }
        }

        impl<const LEAST: u32, const MOST: u32> From<$number>
            for Property<Option<Bounded<LEAST, MOST>>>
        {
            fn from(number: $number) -> Self {
                Property::fixed(number.to_string())
            }
        }
    )+};
}

numbers!(i32 u32 usize);

impl From<bool> for Property<Switch> {
    fn from(is_on: bool) -> Property<Switch> {
        Property::from(if is_on { Switch::On } else { Switch::Off })
    }
}

/// The options of one widget by the names of their attributes.
pub struct Options {
    given: Vec<(&'static str, ReadText)>,
    attributes: Option<Box<ReadAttribute<'static>>>,
}

impl Options {
    /// Those that are given as properties, else as attributes.
    pub(super) fn new<const COUNT: usize>(
        all: [(&'static str, Option<ReadText>); COUNT],
        attributes: Option<Box<ReadAttribute<'static>>>,
    ) -> Options {
        let given = all.into_iter();
        let given = given.filter_map(|(name, text)| Some((name, text?)));
        Options {
            given: given.collect(),
            attributes,
        }
    }

    /// The text of an option, if it is given.
    pub fn text(&self, name: &str) -> Option<String> {
        match self.given.iter().find(|(known, _)| *known == name) {
            Some((_, text)) => text(),
            None => self.attributes.as_ref()?(name),
        }
    }
}
