//! The options that are one of a few keywords.

use super::Context;
use super::value::OptionValue;

/// The place of `text` among the keywords, in any case.
#[inline(never)]
fn keyword_index(text: &str, keywords: &[&str]) -> Option<usize> {
    let is_in = |words: &[&str]| {
        words
            .iter()
            .position(|word| text.eq_ignore_ascii_case(word))
    };
    is_in(keywords).or_else(|| {
        // What a switch is elsewhere. Who means to turn pictures off gets none.
        let switch = [&["true", "yes", "1"], &["false", "no", "0"]];
        let is_switch = keywords == Switch::KEYWORDS;
        switch
            .iter()
            .position(|words| is_switch && is_in(*words).is_some())
    })
}

macro_rules! keywords {
    ($($(#[doc = $doc:literal])+ $name:ident ($expected:literal) {
        $($(#[doc = $variant_doc:literal])+ $variant:ident = $keyword:literal,)+
    })+) => {
    $(
        $(#[doc = $doc])+
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum $name {
            $($(#[doc = $variant_doc])+ $variant,)+
        }

        impl $name {
            /// The keyword as written in the attribute.
            pub fn keyword(self) -> &'static str {
                match self { $($name::$variant => $keyword,)+ }
            }
        }

        impl OptionValue for $name {
            const EXPECTED: &'static str = $expected;
            const KEYWORDS: &'static [&'static str] = &[$($keyword,)+];

            fn read(text: &str, _: Context<'_>) -> Option<Self> {
                const VALUES: &[$name] = &[$($name::$variant,)+];
                VALUES.get(keyword_index(text, Self::KEYWORDS)?).copied()
            }

            fn written(&self) -> String {
                self.keyword().to_owned()
            }
        }
    )+

        /// Calls a macro with the names of all these types.
        macro_rules! with_keywords {
            ($then:ident) => { $then! { $($name)+ } };
        }
        pub(crate) use with_keywords;
    };
}

keywords! {
    /// The order of the headlines.
    Sort ("newest, oldest or feed") {
        /// By time, the newest first.
        Newest = "newest",
        /// By time, the oldest first.
        Oldest = "oldest",
        /// As the feed has them.
        Feed = "feed",
    }
    /// What is dated ahead of the reader's clock.
    Upcoming ("show or hide") {
        /// Shown like everything else: events to come, and what an editor's clock dates ahead.
        Show = "show",
        /// Not shown before its time.
        Hide = "hide",
    }
    /// The form of the widget.
    Layout ("list, ticker, rotator, cards or timeline") {
        /// Times and headlines, one under the other.
        List = "list",
        /// One running line.
        Ticker = "ticker",
        /// One headline at a time.
        Rotator = "rotator",
        /// Pictures, headlines and summaries, side by side.
        Cards = "cards",
        /// Times and headlines along a line, for what is going on now.
        Timeline = "timeline",
    }
    /// How many headlines stand side by side.
    Columns ("auto, 1, 2, 3 or strip") {
        /// One in a list; of cards, as many as there is room for.
        Auto = "auto",
        /// One.
        One = "1",
        /// Two at most.
        Two = "2",
        /// Three at most.
        Three = "3",
        /// All cards in one row, which is scrolled.
        Strip = "strip",
    }
    /// Which headline takes the lead.
    Lead ("none or first") {
        /// None.
        None = "none",
        /// The first one with a picture.
        First = "first",
    }
    /// How close the headlines stand.
    Density ("normal or compact") {
        /// With room around them.
        Normal = "normal",
        /// Close, in smaller letters.
        Compact = "compact",
    }
    /// Where small pictures stand.
    Thumbnails ("none, start or end") {
        /// There are none.
        None = "none",
        /// Before the headline.
        Start = "start",
        /// After the headline.
        End = "end",
    }
    /// Which way a ticker runs.
    Direction ("forward or backward") {
        /// The headlines come in where lines end, and are read as they come.
        Forward = "forward",
        /// The headlines come in where lines begin.
        Backward = "backward",
    }
    /// The colours.
    Theme ("auto, light or dark") {
        /// As the page's `color-scheme` says.
        Auto = "auto",
        /// Dark text on a light ground.
        Light = "light",
        /// Light text on a dark ground.
        Dark = "dark",
    }
    /// How a time is shown.
    Time ("clock, relative, date or none") {
        /// The time of day, with the date where it is not today's.
        Clock = "clock",
        /// How long ago.
        Relative = "relative",
        /// The date.
        Date = "date",
        /// Not at all.
        None = "none",
    }
    /// Something that is shown or not.
    Switch ("on or off") {
        /// Shown.
        On = "on",
        /// Not shown.
        Off = "off",
    }
    /// Where a preview opens.
    Preview ("inline, popover, panel or none") {
        /// Under its headline; in a ticker or rotator, under its line.
        Inline = "inline",
        /// Over the page, beside its headline; also while a headline is pointed at or focused.
        Popover = "popover",
        /// In one article area under the list and the follow panel.
        Panel = "panel",
        /// Nowhere: there are no previews.
        None = "none",
    }
    /// Which preview is open at first.
    Open ("none or first") {
        /// None.
        None = "none",
        /// That of the first headline.
        First = "first",
    }
    /// Where a link opens.
    Target ("_blank, _self, _parent or _top") {
        /// In a new tab.
        Blank = "_blank",
        /// In place of the page.
        SelfFrame = "_self",
        /// In the parent frame.
        Parent = "_parent",
        /// In the whole window.
        Top = "_top",
    }
    /// The direction of the text.
    TextDirection ("ltr or rtl") {
        /// Left to right.
        LeftToRight = "ltr",
        /// Right to left.
        RightToLeft = "rtl",
    }
    /// When loading starts.
    Loading ("lazy or eager") {
        /// When the widget comes near the visible part of the page.
        Lazy = "lazy",
        /// At once.
        Eager = "eager",
    }
}
