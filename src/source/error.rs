//! What can go wrong between a widget and its files and feeds: one table for the widget and for
//! the loader. The README's list of errors and the loader's `errors.js` are written from it.

use crate::address::WebAddress;

/// A line of the console, as the documentation and the loader have it.
#[cfg(not(target_arch = "wasm32"))]
#[derive(Clone, Debug, serde::Serialize)]
pub struct ErrorEntry {
    /// The function that makes it, in the loader's `errors.js`; none where the widget says it.
    pub function: Option<&'static str>,
    /// The stable name in `strillone:error`; empty for what is said on the console alone.
    pub kind: &'static str,
    /// What is said, with the names of what is filled in between braces.
    pub line: &'static str,
    /// What to do about it, in Markdown.
    pub advice: &'static str,
}

macro_rules! errors {
    (
        $(#[$doc:meta])* feed {
            $($(#[$feed_doc:meta])* $feed:ident $(($payload:ty))? $feed_kind:literal
                $feed_line:literal => $feed_advice:literal)+
        }
        $(#[$widget_doc:meta])* widget {
            $($(#[$error_doc:meta])* $widget:ident $widget_kind:literal
                $widget_line:literal => $widget_advice:literal)+
        }
        loader { $($function:ident $kind:literal $line:literal => $advice:literal)+ }
    ) => {
        $(#[$doc])*
        #[derive(Clone, Debug, PartialEq, Eq)]
        pub enum FeedError {
            $($(#[$feed_doc])* $feed $(($payload))?,)+
        }

        impl FeedError {
            /// A stable name, for `strillone:error`.
            pub fn name(&self) -> &'static str {
                match self { $(FeedError::$feed { .. } => $feed_kind,)+ }
            }

            fn line(&self) -> &'static str {
                match self { $(FeedError::$feed { .. } => $feed_line,)+ }
            }
        }

        $(#[$widget_doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum WidgetError {
            $($(#[$error_doc])* $widget,)+
        }

        impl WidgetError {
            /// A stable name, for `strillone:error`.
            pub fn name(self) -> &'static str {
                match self { $(WidgetError::$widget => $widget_kind,)+ }
            }

            /// What is wrong, for the person who put the widget there.
            pub fn message(self) -> String {
                String::from(match self { $(WidgetError::$widget => $widget_line,)+ })
            }
        }

        /// The error table: first what the loader says, then what the widget says.
        #[cfg(not(target_arch = "wasm32"))]
        pub fn errors() -> Vec<ErrorEntry> {
            let entry = |function, kind, line, advice| ErrorEntry { function, kind, line, advice };
            vec![
                $(entry(Some(stringify!($function)), $kind, $line, $advice),)+
                $(entry(None, $widget_kind, $widget_line, $widget_advice),)+
                $(entry(None, $feed_kind, $feed_line, $feed_advice),)+
            ]
        }
    };
}

errors! {
    /// Why a request for a feed came to nothing.
    feed {
        /// The browser gave no answer and does not say why: the server is down, its name is
        /// unknown, or it does not let other sites read the feed (CORS).
        Unreachable "unreachable"
            "the feed {address} cannot be read: the server does not answer, or does not allow \
             other sites to read it (it must send Access-Control-Allow-Origin); the proxy \
             attribute can help"
            => "Open the address of the line in a tab. If it is a feed, its server must send \
                `Access-Control-Allow-Origin: *`, see [docs/cors.md](docs/cors.md); or use `proxy`. A \
                page over https asks over https, also where `feed` says http."
        /// The same, of an address as WordPress gives its feeds; here with that of its REST API,
        /// which every site may read.
        WordPress(String) "unreachable"
            "the feed {address} does not allow other sites to read it (its server must send \
             Access-Control-Allow-Origin); if it is WordPress, this address needs no change there: \
             {detail}"
            => "Take the address of the line, or let the server send `Access-Control-Allow-Origin: *`, see [docs/cors.md](docs/cors.md)."
        /// The page came over https and the feed would come over http, which browsers forbid.
        Insecure "blocked"
            "the feed {address} cannot be read by a page over https, because it is http: write its \
             address with https"
            => "Write the feed's address with `https`."
        /// The same as unreachable, asked by a page without an origin: a file, or a sandboxed frame.
        NoOrigin "unreachable"
            "the feed {address} cannot be read by a page without an origin (opened as a file, or \
             in a sandboxed frame): open the page from a web server"
            => "Open the page from a web server, not as a file."
        /// The device is offline.
        Offline "offline"
            "the feed {address} could not be asked for: the device is offline"
            => "Nothing: it is asked again once the device is online."
        /// A content security policy of the page forbids the request, by this directive.
        Blocked(String) "blocked"
            "the feed {address} is blocked by this page's Content-Security-Policy: add its origin \
             to {detail}"
            => "Add the feed's origin to the directive that the line names."
        /// No answer came in time.
        TimedOut "timed-out"
            "the feed {address} did not answer in time"
            => "Nothing: it is asked again."
        /// The server answered with an HTTP status that is no success.
        Status(u16) "status"
            "the feed {address} is refused by its server with status {detail}"
            => "Check the feed's address."
        /// An answer came that is longer than what is read of one; its beginning may be shown.
        TooLarge "too-large"
            "the feed {address} is too large, only its first 16 MB are read: publish fewer items"
            => "Publish fewer items; the first ones are shown."
        /// An answer came that is not a feed.
        NotAFeed "not-a-feed"
            "the feed {address} is not a feed: neither RSS, Atom nor JSON Feed was found"
            => "The address leads to something else: look for the feed's own."
        /// A page of a website came instead; here with what to do.
        Page(String) "not-a-feed"
            "the feed {address} is not a feed but a page of a website: {detail}"
            => "Take the feed that the line names, or look for one in the page."
    }

    /// Why a widget has nothing to show before any request.
    widget {
        /// The attribute `feed` has no address.
        NoFeed "no-feed"
            "the attribute feed names no feed: give it the address of one"
            => "Give the attribute the address of a feed."
        /// The device is offline, and there is no copy of the feeds on it.
        NothingKept "offline"
            "the device is offline, and no headlines are kept on it"
            => "Nothing: the feeds are asked for once the device is online."
    }

    loader {
        misplacedTag ""
            "the script tag with data-feed=\"{feed}\" draws nothing, because {obstacle} \
             <strillone-news> where the news should appear."
            => "Move the script tag to where the news should be, for example out of `<head>`."
        misspeltAttribute ""
            "the attribute {name} is not known: {meant} is."
            => "Correct the name."
        unknownAttribute ""
            "the attribute {name} is not known."
            => "Leave it out, or look for its name in the tables above."
        misspeltTagAttribute ""
            "the script tag's attribute {name} is not known: data-{meant} is."
            => "Correct the name. On the tag, options begin with `data-`."
        tagAttributeOnElement ""
            "data-{name} is for the script tag: on a <strillone-news> write {name}."
            => "Leave `data-` out."
        inTheWay ""
            "something on this page is in the way: {error}"
            => "Please tell us, with the line and the page."
        wasmForbidden "blocked"
            "this page's Content-Security-Policy forbids WebAssembly: add 'wasm-unsafe-eval' to \
             its script-src."
            => "Add `'wasm-unsafe-eval'` to `script-src`. The reader sees the headlines as plain links."
        addressForbidden "blocked"
            "this page's Content-Security-Policy forbids {address}: add {origin} to its {directive}."
            => "Add the origin to the directive that the line names."
        wasmMissing "status"
            "{address} must lie beside strillone.js, but was answered {status}."
            => "Copy both files, always from the same build."
        wasmForeign "integrity"
            "{address} is not the file that belongs to this strillone.js."
            => "Copy both files again. A cache may hold an old one."
        wasmUnreachable "network"
            "{address} could not be fetched: the page must come from a web server, and this file \
             with Access-Control-Allow-Origin."
            => "Open the page from a web server, not as a file. The widget's server must send \
                `Access-Control-Allow-Origin: *`."
        wasmUnsupported "unsupported"
            "this browser has no WebAssembly, or it is switched off."
            => "Nothing: the reader sees the headlines as plain links, else your own content."
        wasmRefused "compile"
            "{address} cannot be compiled by this browser: {error}"
            => "Please tell us, with the line."
        wasmBroken "compile"
            "{address} could not be started: {error}"
            => "Please tell us, with the line."
        crashed "crash"
            "the widget stopped working: {error}"
            => "Please tell us, with the line."
        notAStream ""
            "{address} is no stream of events: its server must answer with status 200, the type \
             text/event-stream and Access-Control-Allow-Origin."
            => "Check the address in `push`, see [docs/push.md](docs/push.md)."
    }
}

impl FeedError {
    /// What is wrong and how to mend it, for the person who put the widget there.
    pub fn message(&self, address: &WebAddress) -> String {
        let mut text = String::new();
        for piece in self.line().split(['{', '}']) {
            match piece {
                "address" => text.push_str(address.as_str()),
                "detail" => self.push_detail(&mut text),
                piece => text.push_str(piece),
            }
        }
        text
    }

    fn push_detail(&self, text: &mut String) {
        match self {
            FeedError::Status(status) => text.push_str(&status.to_string()),
            FeedError::Blocked(detail) | FeedError::WordPress(detail) | FeedError::Page(detail) => {
                text.push_str(detail);
            }
            FeedError::Unreachable
            | FeedError::Insecure
            | FeedError::NoOrigin
            | FeedError::Offline
            | FeedError::TimedOut
            | FeedError::TooLarge
            | FeedError::NotAFeed => {}
        }
    }
}
