//! The feed doctor's judgement: pure functions from what was read and answered to what is wrong,
//! each with its mend. Whoever asks the network calls them: the command line, or a page.

mod discovery;
mod finding;
mod reading;
mod serving;

pub use discovery::{feed_of_header, feeds_of_page, is_page, likely_feeds};
pub use finding::Finding;
pub use reading::read_through;
pub use serving::{ORIGIN, served};
