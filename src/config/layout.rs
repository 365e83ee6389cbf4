//! What the layouts differ in, so that nothing else has to know them by name but the view, which
//! draws them.

use super::Layout;

/// How a layout shows its headlines.
pub struct Traits {
    /// All of them stand in view, with room for more under them.
    pub is_long: bool,
    /// The day stands above the headlines of that day.
    pub names_days: bool,
    /// The first of them can be the lead story.
    pub may_lead: bool,
    /// Kickers stand before them whether asked for or not.
    pub has_kickers: bool,
    /// The length of the summaries under them unless the option says another, in characters.
    pub summary_length: u32,
}

const LIST: Traits = Traits {
    is_long: true,
    names_days: true,
    may_lead: true,
    has_kickers: false,
    summary_length: 0,
};

const LINE: Traits = Traits {
    is_long: false,
    names_days: false,
    may_lead: false,
    has_kickers: false,
    summary_length: 0,
};

const CARDS: Traits = Traits {
    is_long: true,
    names_days: false,
    may_lead: false,
    has_kickers: false,
    summary_length: 140,
};

const TIMELINE: Traits = Traits {
    is_long: true,
    names_days: true,
    may_lead: false,
    has_kickers: true,
    summary_length: 0,
};

impl Layout {
    /// How it shows its headlines.
    pub fn traits(self) -> &'static Traits {
        match self {
            Layout::List => &LIST,
            Layout::Ticker | Layout::Rotator => &LINE,
            Layout::Cards => &CARDS,
            Layout::Timeline => &TIMELINE,
        }
    }
}
