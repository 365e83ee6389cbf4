//! What the doctor can find: one table, in which each finding has a name, a message and a mend.

macro_rules! findings {
    ($($(#[doc = $doc:literal])+ $finding:ident $name:literal, fatal: $is_fatal:literal;
        $message:literal => $mend:literal)+) => {
        /// Something that keeps readers from the feed, or costs them time.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum Finding {
            $($(#[doc = $doc])+ $finding,)+
        }

        impl Finding {
            /// All of them.
            pub const ALL: &[Finding] = &[$(Finding::$finding,)+];

            /// A name that never changes, for translations.
            pub fn name(self) -> &'static str {
                match self { $(Finding::$finding => $name,)+ }
            }

            /// Whether the widget cannot show the feed on another site because of it.
            pub fn is_fatal(self) -> bool {
                match self { $(Finding::$finding => $is_fatal,)+ }
            }

            /// What is wrong, in a sentence.
            pub fn message(self) -> &'static str {
                match self { $(Finding::$finding => $message,)+ }
            }

            /// What to do about it, in a sentence.
            pub fn mend(self) -> &'static str {
                match self { $(Finding::$finding => $mend,)+ }
            }
        }
    };
}

findings! {
    /// No CORS: <https://fetch.spec.whatwg.org/#cors-check>
    NotReadable "not-readable", fatal: true;
        "Browsers do not let the pages of other sites read this feed: its server does not permit it \
         (CORS)."
        => "Let the server answer with the header “Access-Control-Allow-Origin: *”, also when it \
            answers 304."
    /// Mixed content: <https://www.w3.org/TR/mixed-content/>
    Insecure "insecure", fatal: true;
        "The feed comes over http, which browsers refuse on pages over https."
        => "Serve the feed over https."
    /// Sent as it is.
    Uncompressed "uncompressed", fatal: false;
        "The feed is not compressed, so that readers load several times as much."
        => "Turn on gzip or Brotli for XML and JSON in the server."
    /// Neither `ETag` nor `Last-Modified`.
    Unconditional "unconditional", fatal: false;
        "Each refresh loads the whole feed, changed or not."
        => "Let the server answer with “ETag” or “Last-Modified”."
    /// A feed without items.
    NoItems "no-items", fatal: false;
        "The feed has no headlines now."
        => "Wait until something is published, or look for another feed of the site."
    /// No item says when it was published.
    Undated "undated", fatal: false;
        "No headline has a date, so that no times are shown, and the order is the feed's own."
        => "Let the feed say when each article was published (“pubDate” in RSS)."
    /// Some items do not say when they were published.
    PartlyUndated "partly-undated", fatal: false;
        "Some headlines have no date: they show no time, and stay where they stand in the feed."
        => "Let the feed say when each article was published (“pubDate” in RSS)."
    /// No item has a picture.
    NoPictures "no-pictures", fatal: false;
        "No headline has a picture."
        => "Choose a layout without pictures, or let the feed carry them. WordPress does so at \
            its REST address."
    /// Pictures that a page over https does not load, or only where their server has https too.
    InsecurePictures "insecure-pictures", fatal: false;
        "Pictures come over http, which browsers refuse on pages over https."
        => "Let the feed name its pictures with https."
}
