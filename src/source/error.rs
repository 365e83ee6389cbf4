//! What can go wrong between a widget and a feed.

use crate::address::WebAddress;

/// Why a request came to nothing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FeedError {
    /// The browser gave no answer and does not say why: the server is down, its name is
    /// unknown, or it does not let other sites read the feed (CORS).
    Unreachable,
    /// The same, of an address as WordPress gives its feeds; here with that of its REST API,
    /// which every site may read.
    WordPress(String),
    /// The page came over https and the feed would come over http, which browsers forbid.
    Insecure,
    /// The same as unreachable, asked by a page without an origin: a file, or a sandboxed frame.
    NoOrigin,
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
    /// A page of a website came instead; here with what to do.
    Page(String),
}

impl FeedError {
    /// A stable name, for `strillone:error`.
    pub fn name(&self) -> &'static str {
        match self {
            FeedError::Unreachable | FeedError::WordPress(_) | FeedError::NoOrigin => "unreachable",
            FeedError::Offline => "offline",
            FeedError::Blocked(_) | FeedError::Insecure => "blocked",
            FeedError::TimedOut => "timed-out",
            FeedError::Status(_) => "status",
            FeedError::TooLarge => "too-large",
            FeedError::NotAFeed | FeedError::Page(_) => "not-a-feed",
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
            FeedError::WordPress(_) => {
                " does not allow other sites to read it (its server must send \
                 Access-Control-Allow-Origin); if it is WordPress, this address needs no change \
                 there: "
            }
            FeedError::Insecure => {
                " cannot be read by a page over https, because it is http: write its address with \
                 https"
            }
            FeedError::NoOrigin => {
                " cannot be read by a page without an origin (opened as a file, or in a sandboxed \
                 frame): open the page from a web server"
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
            FeedError::Page(_) => " is not a feed but a page of a website: ",
            FeedError::NotAFeed => " is not a feed: neither RSS, Atom nor JSON Feed was found",
        });
        match self {
            FeedError::Status(status) => text.push_str(&status.to_string()),
            FeedError::Blocked(detail) | FeedError::WordPress(detail) | FeedError::Page(detail) => {
                text.push_str(detail);
            }
            _ => {}
        }
        text
    }
}
