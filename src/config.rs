//! The attributes of the element → [`Config`], and what is wrong with them.
//!
//! Every option is written once, in the table below. It makes the struct, the reader, and
//! (natively) the list from which the documentation and the type declarations are printed.

mod keyword;
mod layout;
mod proxy;
mod value;

pub use keyword::*;
pub use proxy::ProxyTemplate;
pub use value::*;

use crate::address::{LinkAddress, WebAddress};
use crate::host::{Calendar, Host};
use crate::language;

/// Reads one attribute: `None` when the element does not have it.
pub type ReadAttribute<'a> = dyn Fn(&str) -> Option<String> + 'a;

/// What the reading of attributes may ask of its context.
#[derive(Clone, Copy)]
pub struct Context<'a> {
    /// The page's base address, against which relative addresses are resolved.
    pub base: Option<&'a WebAddress>,
    /// Parses addresses.
    pub host: &'a dyn Host,
    /// Knows the time zones.
    pub calendar: &'a dyn Calendar,
}

/// An attribute whose value could not be used; the default stands in for it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ConfigProblem {
    /// The attribute's name.
    pub attribute: &'static str,
    /// Its value as written; of a list, the piece that cannot be used.
    pub value: String,
    /// What it may be.
    pub expected: &'static str,
    /// The least and the most, where it is a number.
    pub bounds: Option<(u32, u32)>,
}

impl std::fmt::Display for ConfigProblem {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("the attribute ")?;
        f.write_str(self.attribute)?;
        f.write_str("=\"")?;
        f.write_str(&self.value)?;
        f.write_str("\" is not used: it must be ")?;
        f.write_str(self.expected)?;
        if let Some((least, most)) = self.bounds {
            f.write_str(" from ")?;
            least.fmt(f)?;
            f.write_str(" to ")?;
            most.fmt(f)?;
        }
        Ok(())
    }
}

/// An option as the documentation, the type declarations, the manifest and the builder show it.
#[cfg(any(not(target_arch = "wasm32"), feature = "standalone"))]
#[derive(Clone, Debug, serde::Serialize)]
pub struct OptionEntry {
    /// What kind of thing it decides about.
    pub group: &'static str,
    /// The attribute's name.
    pub name: &'static str,
    /// What it may be, in words.
    pub expected: &'static str,
    /// The keywords it is one of, where it is one of a few.
    pub keywords: &'static [&'static str],
    /// The least and the most, where it is a number.
    pub bounds: Option<(u32, u32)>,
    /// The default as it is written in the attribute; empty where there is none.
    pub default: String,
    /// What it does.
    pub description: &'static str,
}

macro_rules! options {
    ($($group:ident { $($(#[doc = $doc:tt])+ $field:ident $name:literal: $type:ty = $default:expr;)+ })+) => {
        /// Every option's value, checked.
        #[derive(Clone, Debug, PartialEq)]
        pub struct Config {
            $($($(#[doc = $doc])+ pub $field: $type,)+)+
        }

        /// Reads the attributes. A value that cannot be used gives way to its default and is
        /// named in the list of problems.
        pub fn read(attribute: &ReadAttribute<'_>, context: Context<'_>) -> (Config, Vec<ConfigProblem>) {
            let mut reader = value::OptionReader { attribute, context, problems: Vec::new() };
            let mut config = Config {
                $($($field: reader.read($name, $default),)+)+
            };
            config.resolve(context);
            (config, reader.problems)
        }

        /// The option table, in the order of the documentation.
        #[cfg(any(not(target_arch = "wasm32"), feature = "standalone"))]
        pub fn options() -> Vec<OptionEntry> {
            vec![$($({
                let default: $type = $default;
                OptionEntry {
                    group: stringify!($group),
                    name: $name,
                    expected: <$type as OptionValue>::EXPECTED,
                    keywords: <$type as OptionValue>::KEYWORDS,
                    bounds: <$type as OptionValue>::BOUNDS,
                    default: default.written(),
                    description: concat!($($doc,)+).trim_ascii(),
                }
            },)+)+]
        }
    };
}

/// The option table, handed to the macro of that name: whatever is made for every option is
/// made from here.
macro_rules! option_table {
    ($then:ident) => {
        $then! {
            source {
                /// The addresses of one or several feeds, separated by spaces.
                feed "feed": Vec<WebAddress> = Vec::new();
                /// An address with `{url}` in it, asked in place of each feed: for feeds that other
                /// sites may not read (no CORS).
                proxy "proxy": Option<ProxyTemplate> = None;
                /// How many headlines are shown at most.
                limit "limit": Bounded<1, 500> = Bounded(10);
                /// How many more headlines "show more" reveals at a time, of those that the feeds
                /// hold already; with 0 there is no such button.
                more "more": Bounded<0, 100> = Bounded(0);
                /// The order of the headlines.
                sort "sort": Sort = Sort::Newest;
                /// Shows only headlines with one of these words, separated by commas, in their title
                /// or summary.
                include "include": Terms = Terms::default();
                /// Leaves out headlines with one of these words, separated by commas.
                exclude "exclude": Terms = Terms::default();
                /// Shows only headlines with one of these tags, separated by commas.
                tags "tags": Terms = Terms::default();
                /// Leaves out headlines older than this many hours.
                max_age "max-age": Option<Bounded<1, 87_600>> = None;
                /// Whether headlines are shown whose date is still to come: `hide` holds them
                /// back until then, for publishers who publish ahead.
                upcoming "upcoming": Upcoming = Upcoming::Show;
            }
            layout {
                /// The form of the widget.
                layout "layout": Layout = Layout::List;
                /// How many headlines stand side by side at most, where the box has room for
                /// them. With `auto` a list has one column, and cards have as many as there is
                /// room for. With `strip` all cards stand in one row, which is scrolled.
                columns "columns": Columns = Columns::Auto;
                /// Which headline of a list is shown as the lead story: `first` takes the first one
                /// with a picture to the top, with its picture, larger and with a summary.
                lead "lead": Lead = Lead::None;
                /// How close the headlines stand.
                density "density": Density = Density::Normal;
                /// After how many lines a headline is cut off for the eye; it is read aloud whole.
                lines "lines": Option<Bounded<1, 6>> = None;
                /// The heading; without it the feed's own title, none when empty or where there are
                /// several feeds. In a ticker it stands at the head of the line.
                heading "heading": Option<String> = None;
                /// Its colours; `auto` follows the page.
                theme "theme": Theme = Theme::Auto;
                /// How fast a ticker runs, in CSS pixels a second; a rotator's turns are as much faster
                /// or slower than at 60. 0 stands still.
                speed "speed": Bounded<0, 400> = Bounded(60);
                /// Which way a ticker runs.
                direction "direction": Direction = Direction::Forward;
            }
            item {
                /// How the time of a headline is shown.
                time "time": Time = Time::Clock;
                /// The IANA time zone of the times shown, such as `Europe/Rome`; without it the
                /// reader's own.
                time_zone "time-zone": Option<TimeZone> = None;
                /// Whether pictures are shown. Every picture is a request to the server that holds it.
                images "images": Switch = Switch::On;
                /// Where a list has small pictures beside its headlines, if anywhere.
                thumbnails "thumbnails": Thumbnails = Thumbnails::None;
                /// Whether "Live", "Breaking" and "Video" stand before a headline that the feed itself
                /// files under a category of that name.
                kickers "kickers": Switch = Switch::Off;
                /// Whether comment counts are shown.
                comments "comments": Switch = Switch::On;
                /// The length of the summaries under the headlines, in characters; 0 shows none.
                /// Without it cards have 140, and other layouts show none.
                summary "summary": Option<Bounded<0, 2000>> = None;
                /// Where a preview of an article opens. A `popover` opens also while a headline
                /// is pointed at or has the focus.
                preview "preview": Preview = Preview::Inline;
                /// Which preview is open at first; one over the page is never.
                open "open": Open = Open::None;
            }
            follow {
                /// The publisher's own channels: addresses separated by spaces.
                follow "follow": Vec<LinkAddress> = Vec::new();
                /// The heading of the follow panel, in place of the built-in sentence.
                follow_heading "follow-heading": Option<String> = None;
            }
            live {
                /// How often the feeds are asked again, in seconds.
                refresh "refresh": Bounded<60, 86_400> = Bounded(300);
                /// The address of a stream of server-sent events that tells when there is news: the
                /// feeds are then hardly asked without need.
                push "push": Option<WebAddress> = None;
            }
            links {
                /// Where links open.
                target "target": Target = Target::Blank;
                /// Appended to the query of every outgoing link, such as `utm_source=partner`.
                link_query "link-query": Option<String> = None;
            }
            language {
                /// The language of the widget's own words, a BCP 47 tag; inherited from the page.
                lang "lang": String = String::from("en");
                /// The direction of the text; inherited from the page.
                dir "dir": Option<TextDirection> = None;
            }
            loading {
                /// Whether loading waits until the widget comes near the visible part of the page.
                loading "loading": Loading = Loading::Lazy;
            }
        }
    };
}
pub(crate) use option_table;

option_table!(options);

impl Config {
    /// What depends on the page, or on other options.
    fn resolve(&mut self, context: Context<'_>) {
        self.lang = language::tag(&self.lang).unwrap_or_else(|| String::from("en"));
        // A proxy may ask over http.
        let is_secure = context
            .base
            .is_some_and(|page| page.as_str().starts_with("https:"));
        if is_secure && self.proxy.is_none() {
            for feed in &mut self.feed {
                *feed = feed.upgraded();
            }
        }
    }

    /// Where a feed is asked for: at its own address, or through the proxy.
    pub fn request_address(&self, feed: &WebAddress) -> WebAddress {
        match &self.proxy {
            Some(proxy) => proxy.fill(feed),
            None => feed.clone(),
        }
    }

    /// Whether the first preview opens by itself. Over the page it would cover what is there.
    pub fn opens_first(&self) -> bool {
        self.open == Open::First && self.preview != Preview::Popover
    }

    /// Whether a preview opens right after its headline, and not in a place of its own.
    pub fn opens_in_place(&self) -> bool {
        self.preview == Preview::Inline && self.layout.traits().is_long
    }

    /// Whether a headline takes the lead.
    pub fn has_lead(&self) -> bool {
        self.lead == Lead::First && self.layout.traits().may_lead
    }

    /// Whether kickers are shown.
    pub fn has_kickers(&self) -> bool {
        self.kickers == Switch::On || self.layout.traits().has_kickers
    }

    /// The length of the summaries, in characters; 0 for none.
    pub fn summary_length(&self) -> u32 {
        let default = self.layout.traits().summary_length;
        self.summary.map_or(default, Bounded::get)
    }
}
