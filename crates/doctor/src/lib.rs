//! The feed doctor's judgement: pure functions from what was read and answered to what is wrong,
//! each with its mend. Whoever asks the network calls them: the command line, or a page.

mod discovery;
mod serving;

pub use discovery::{feeds_of_page, rest_root};
pub use serving::{ORIGIN, served};

/// Something that keeps readers from the feed, or costs them time.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// Whether the widget cannot show the feed on another site because of it.
    pub is_fatal: bool,
    /// What is wrong, in a sentence.
    pub message: &'static str,
    /// What to do about it, in a sentence.
    pub mend: &'static str,
}
