//! The vocabularies a feed may be written in, known by their addresses.

/// A vocabulary.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Namespace {
    /// No namespace, or one of those that RSS was given: the words of RSS.
    Rss,
    /// RDF, the frame of RSS 0.90 and 1.0.
    Rdf,
    /// Atom 0.3 and 1.0.
    Atom,
    /// Tombstones of Atom, RFC 6721.
    Tombstones,
    /// Threading of Atom, RFC 4685.
    Thread,
    /// Dublin Core's elements.
    DublinCore,
    /// Dublin Core's terms.
    DublinCoreTerms,
    /// `content:encoded`.
    Content,
    /// `slash:comments`.
    Slash,
    /// `sy:updatePeriod`.
    Syndication,
    /// Media RSS.
    Media,
    /// Enclosures of RSS 1.0.
    Enclosure,
    /// iTunes.
    Itunes,
    /// `xml:base`, `xml:lang`.
    Xml,
    /// XHTML.
    Xhtml,
    /// Any other.
    Other,
}

/// Addresses, and the prefix each is known by, without scheme and closing slash.
const ADDRESSES: &[(&str, &str, Namespace)] = &[
    ("", "my.netscape.com/rdf/simple/0.9", Namespace::Rss),
    ("", "channel.netscape.com/rdf/simple/0.9", Namespace::Rss),
    ("rss", "purl.org/rss/1.0", Namespace::Rss),
    ("", "purl.org/net/rss1.1#", Namespace::Rss),
    ("", "backend.userland.com/rss", Namespace::Rss),
    ("", "blogs.law.harvard.edu/tech/rss", Namespace::Rss),
    ("", "cyber.law.harvard.edu/rss", Namespace::Rss),
    ("", "backend.userland.com/rss2", Namespace::Rss),
    ("", "backend.userland.com/rss2.1", Namespace::Rss),
    ("", "backend.userland.com/rss20", Namespace::Rss),
    ("", "backend.userland.com/rss191", Namespace::Rss),
    (
        "",
        "my.netscape.com/publish/formats/rss-0.91.dtd",
        Namespace::Rss,
    ),
    (
        "rdf",
        "www.w3.org/1999/02/22-rdf-syntax-ns#",
        Namespace::Rdf,
    ),
    ("atom", "www.w3.org/2005/atom", Namespace::Atom),
    ("atom10", "purl.org/atom/ns#", Namespace::Atom),
    ("", "purl.org/echo", Namespace::Atom),
    ("", "purl.org/pie", Namespace::Atom),
    ("", "example.com/newformat#", Namespace::Atom),
    ("", "example.com/necho", Namespace::Atom),
    (
        "at",
        "purl.org/atompub/tombstones/1.0",
        Namespace::Tombstones,
    ),
    ("thr", "purl.org/syndication/thread/1.0", Namespace::Thread),
    ("dc", "purl.org/dc/elements/1.1", Namespace::DublinCore),
    ("dc10", "purl.org/dc/elements/1.0", Namespace::DublinCore),
    ("dcterms", "purl.org/dc/terms", Namespace::DublinCoreTerms),
    (
        "content",
        "purl.org/rss/1.0/modules/content",
        Namespace::Content,
    ),
    ("slash", "purl.org/rss/1.0/modules/slash", Namespace::Slash),
    (
        "sy",
        "purl.org/rss/1.0/modules/syndication",
        Namespace::Syndication,
    ),
    ("media", "search.yahoo.com/mrss", Namespace::Media),
    ("", "video.search.yahoo.com/mrss", Namespace::Media),
    ("", "www.rssboard.org/media-rss", Namespace::Media),
    (
        "enc",
        "purl.oclc.org/net/rss_2.0/enc#",
        Namespace::Enclosure,
    ),
    ("", "purl.org/net/rss_2.0/enc#", Namespace::Enclosure),
    (
        "itunes",
        "www.itunes.com/dtds/podcast-1.0.dtd",
        Namespace::Itunes,
    ),
    ("", "example.com/dtds/podcast-1.0.dtd", Namespace::Itunes),
    ("xml", "www.w3.org/xml/1998/namespace", Namespace::Xml),
    ("xhtml", "www.w3.org/1999/xhtml", Namespace::Xhtml),
];

impl Namespace {
    /// The vocabulary of an address, in whatever case, with or without a closing slash.
    pub fn of_address(address: &str) -> Namespace {
        let address = address.trim_ascii();
        if address.is_empty() {
            return Namespace::Rss;
        }
        let address = super::scan::split(address, "://")
            .map_or(address, |(_, rest)| rest)
            .trim_end_matches('/');
        ADDRESSES
            .iter()
            .find(|(_, known, _)| known.eq_ignore_ascii_case(address))
            .map_or(Namespace::Other, |(_, _, namespace)| *namespace)
    }

    /// The vocabulary that a prefix usually stands for. Only for documents that do not
    /// declare the prefix: they are broken, and this is what their writers mean.
    pub fn of_undeclared_prefix(prefix: &str) -> Namespace {
        ADDRESSES
            .iter()
            .find(|(known, _, _)| !known.is_empty() && *known == prefix)
            .map_or(Namespace::Other, |(_, _, namespace)| *namespace)
    }
}
