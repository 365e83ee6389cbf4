//! What can go wrong between a widget and a feed.

use crate::address::WebAddress;

/// Why a request came to nothing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FeedError {
    /// The browser gave no answer and does not say why: the server is down, its name is
    /// unknown, or it does not let other sites read the feed (CORS).
    Unreachable,
    /// The device is offline.
    Offline,
    /// A content security policy of the page forbids the request, by this directive.
    Blocked(String),
    /// No answer came in time.
    TimedOut,
    /// The server answered with an HTTP status that is no success.
    Status(u16),
    /// An answer came that is longer than what is read of one; its beginning may be shown.
    TooLarge,
    /// An answer came that is not a feed.
    NotAFeed,
}

impl FeedError {
    /// A stable name, for `strillone:error`.
    pub fn name(&self) -> &'static str {
        match self {
            FeedError::Unreachable => "unreachable",
            FeedError::Offline => "offline",
            FeedError::Blocked(_) => "blocked",
            FeedError::TimedOut => "timed-out",
            FeedError::Status(_) => "status",
            FeedError::TooLarge => "too-large",
            FeedError::NotAFeed => "not-a-feed",
        }
    }

    /// What is wrong and how to mend it, for the person who put the widget there.
    pub fn message(&self, address: &WebAddress) -> String {
        let mut text = String::from("the feed ");
        text.push_str(address.as_str());
        text.push_str(match self {
            FeedError::Unreachable => {
                " cannot be read: the server does not answer, or does not allow other sites to \
                 read it (it must send Access-Control-Allow-Origin); the proxy attribute can \
                 help"
            }
            FeedError::Blocked(_) => {
                " is blocked by this page's Content-Security-Policy: add its origin to "
            }
            FeedError::Offline => " could not be asked for: the device is offline",
            FeedError::TimedOut => " did not answer in time",
            FeedError::Status(_) => " is refused by its server with status ",
            FeedError::TooLarge => {
                " is too large, only its first 16 MB are read: publish fewer items"
            }
            FeedError::NotAFeed => " is not a feed: neither RSS, Atom nor JSON Feed was found",
        });
        match self {
            FeedError::Status(status) => text.push_str(&status.to_string()),
            FeedError::Blocked(directive) => text.push_str(directive),
            _ => {}
        }
        text
    }
}
