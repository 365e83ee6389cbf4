//! How much of a feed is read. Each limit is far above what honest feeds need and low enough
//! that the worst feed costs a page a moment and some memory, never its life.

/// Bytes of a document. Whoever fetches stops reading here, whatever the header promises;
/// JSON Feed's authors call 1 MB a burden, and whole-site archives reach some ten.
pub const BYTES: usize = 16 * 1024 * 1024;

/// Items of a feed: a widget shows some ten, an archive holds some thousand.
pub const ITEMS: usize = 2_000;

/// Elements and texts of an XML document. Each costs about a hundred bytes of memory.
pub const NODES: usize = 500_000;

/// Open elements of an XML document; deeper ones are read as if they were not marked up.
/// XHTML content nests some twenty deep.
pub const XML_DEPTH: usize = 128;

/// Open elements of a rich text, and open arrays and objects of a JSON document; deeper ones
/// are read as if they were not there. Everything recursive in the reader and in the view is
/// bounded by this number.
pub const DEPTH: usize = 32;

/// Attributes of an element: namespaces declared on a root come to some thirty.
pub const ATTRIBUTES: usize = 64;

/// Bytes of an attribute's value: a long `srcset`.
pub const ATTRIBUTE_BYTES: usize = 16 * 1024;

/// Prefixes in scope of an element, its own and those around it.
pub const PREFIXES: usize = 128;

/// Entities that a document may declare.
pub const ENTITIES: usize = 256;

/// Bytes that the entities of a document may add to it.
pub const ENTITY_BYTES: usize = 256 * 1024;

/// Bytes of a text that is shown as paragraphs: a long book chapter.
pub const TEXT_BYTES: usize = 512 * 1024;

/// Paragraphs and line ends of such a text: an article opened on a partner's page is long at most,
/// never endless.
pub const LINES: usize = 1_000;

/// Bytes of a text that is shown on one line: a title, a name, a tag, an address.
pub const LINE_BYTES: usize = 4 * 1024;

/// Bytes of an address, as written and as resolved: what servers take at most.
pub const ADDRESS_BYTES: usize = 2_048;

/// Bytes of a date, its comments included.
pub const DATE_BYTES: usize = 128;

/// Authors of a feed who stand for its items that have none. Each item has them again, so
/// that many would let a small feed grow large.
pub const FEED_AUTHORS: usize = 8;

/// Bytes of the name of such an author.
pub const FEED_AUTHOR_BYTES: usize = 256;

/// Addresses resolved in a document. A short relative address grows as long as its base, so
/// that without bound a small document could take much memory.
pub const ADDRESSES: usize = 50_000;

/// Bytes between `&` and `;` of a character reference. The longest name of HTML 4 has eight
/// letters, and numbers may have leading zeros.
pub const REFERENCE_BYTES: usize = 32;

/// Authors, tags, enclosures of an item, each.
pub const LIST_LENGTH: usize = 100;

/// Problems reported of a feed: a publisher mends the first ones first.
pub const PROBLEMS: usize = 100;
