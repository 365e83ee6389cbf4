//! What a file is: the one place that decides it, for RSS, Atom and JSON alike.
//!
//! Feeds leave the type out, or write one that means nothing, so several witnesses are heard.

use super::scan;

/// What a reader can do with a file.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Medium {
    /// It is shown.
    Picture,
    /// It is listened to.
    Audio,
    /// It is watched.
    Video,
    /// It is downloaded.
    File,
    /// Nobody knows: it is not offered.
    #[default]
    Unknown,
    /// It can neither be shown nor played nor usefully downloaded: Flash, a page.
    Useless,
}

impl Medium {
    /// Whether it is listened to or watched.
    pub fn is_playable(self) -> bool {
        matches!(self, Medium::Audio | Medium::Video)
    }
}

/// What a feed says of a file.
#[derive(Default)]
pub(super) struct Witnesses<'a> {
    /// The media type.
    pub media_type: &'a str,
    /// The `medium` of Media RSS.
    pub medium: &'a str,
    /// Whether a width or a height is given, and no duration.
    pub has_size: bool,
}

/// Extensions by what they stand for. Formats that no browser shows are files.
const EXTENSIONS: [(&str, Medium); 4] = [
    (
        "jpg jpeg jpe jfif pjpeg png gif webp avif svg bmp apng heic",
        Medium::Picture,
    ),
    ("mp3 m4a m4b aac oga ogg opus wav flac weba", Medium::Audio),
    ("mp4 m4v webm ogv mov m3u8", Medium::Video),
    (
        "swf flv htm html xhtml php php5 asp aspx jsp cgi cfm do",
        Medium::Useless,
    ),
];

/// What the file at an address is.
pub(super) fn of(address: &str, witnesses: &Witnesses<'_>) -> Medium {
    let by_extension = by_address(address);
    let is_medium = matches!(
        by_extension,
        Medium::Picture | Medium::Audio | Medium::Video
    );
    let kind = witnesses.media_type.trim_ascii().to_ascii_lowercase();
    let medium = witnesses.medium.trim_ascii().to_ascii_lowercase();
    let declared = [by_type(&kind), by_type(&medium)];
    // Flash stays Flash, whatever `medium` says.
    if scan::find(&kind, "flash").is_some() {
        return Medium::Useless;
    }
    for declared in declared {
        match declared {
            // A page or a text that is called like a picture is a mistake in the type.
            Medium::Useless | Medium::File if is_medium => return by_extension,
            Medium::Unknown => {}
            declared => return declared,
        }
    }
    match by_extension {
        // The size says picture only where the name says nothing: films have sizes too.
        Medium::Unknown if witnesses.has_size => Medium::Picture,
        by_extension => by_extension,
    }
}

/// What a media type means; one that means nothing is `Unknown`.
fn by_type(kind: &str) -> Medium {
    let kind = kind.split(';').next().unwrap_or_default().trim_ascii();
    let Some((class, subtype)) = kind.split_once('/') else {
        return match kind {
            "image" | "photo" => Medium::Picture,
            "audio" => Medium::Audio,
            "video" => Medium::Video,
            "document" => Medium::File,
            // Some write the extension.
            _ => by_extension(kind.trim_start_matches('.')),
        };
    };
    match (class, subtype) {
        ("image", _) => Medium::Picture,
        ("audio", _) | (_, "ogg") => Medium::Audio,
        ("video", _) | (_, "mp4" | "x-mpegurl" | "vnd.apple.mpegurl") => Medium::Video,
        (_, "html" | "xhtml+xml") => Medium::Useless,
        ("text", _) => Medium::File,
        ("application", _) if !scan::is_listed(subtype, MEANINGLESS) => Medium::File,
        _ => Medium::Unknown,
    }
}

/// Subtypes that say no more than "bytes".
const MEANINGLESS: &str = "octet-stream x-octet-stream binary unknown x-unknown download \
                           x-download force-download x-force-download x-bittorrent";

/// What the extension in an address means: that of its path, else one in its query, where a
/// program is asked for a file by its name.
pub(super) fn by_address(address: &str) -> Medium {
    let (path, query) = parts(address);
    let by_path = by_extension(&extension(path));
    match by_path {
        Medium::Unknown | Medium::Useless => {
            let mut asked_for = query.split('&').map(|pair| by_extension(&extension(pair)));
            let shown = asked_for.find(|it| it.is_playable() || *it == Medium::Picture);
            shown.unwrap_or(by_path)
        }
        by_path => by_path,
    }
}

fn by_extension(extension: &str) -> Medium {
    let known = EXTENSIONS
        .iter()
        .find(|(extensions, _)| scan::is_listed(extension, extensions));
    match known {
        Some((_, medium)) => *medium,
        None if (2..=5).contains(&extension.len()) && !is_number(extension) => Medium::File,
        None => Medium::Unknown,
    }
}

fn is_number(text: &str) -> bool {
    text.bytes().all(|byte| byte.is_ascii_digit())
}

/// The path and the query of an address, without its host and its fragment.
pub(super) fn parts(address: &str) -> (&str, &str) {
    let rest = scan::split(address, "//").map_or(address, |(_, rest)| rest);
    let rest = rest.get(scan::position(rest, b'/', 0).unwrap_or(rest.len())..);
    let rest = rest.unwrap_or_default().split('#').next();
    let rest = rest.unwrap_or_default();
    rest.split_once('?').unwrap_or((rest, ""))
}

/// The letters behind the last dot, in lower case: those of `.jpg:large` and `format=jpg` too.
fn extension(text: &str) -> String {
    let name = text.rsplit('/').next().unwrap_or_default();
    let (_, end) = name.rsplit_once(['.', '=']).unwrap_or_default();
    let letters = end.bytes().take_while(u8::is_ascii_alphanumeric).count();
    end.get(..letters).unwrap_or_default().to_ascii_lowercase()
}
