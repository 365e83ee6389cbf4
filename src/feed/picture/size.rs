//! How large a picture is, as far as anybody says it, and whether two are the same but for it.

use super::pixels;
use crate::address::replaced;
use crate::feed::medium::{self, Medium};
use crate::feed::{Picture, scan};

/// A picture with a shorter side than this is small: it would be blurred if it were enlarged.
const SMALL: u32 = 100;

impl Picture {
    /// Whether it is known to be too small to be shown larger than it is.
    pub fn is_small(&self) -> bool {
        let (width, height) = self.known_size();
        [width, height].iter().flatten().any(|side| *side < SMALL)
    }

    /// Width and height, as declared, else as the address says.
    pub fn known_size(&self) -> (Option<u32>, Option<u32>) {
        if self.width.is_some() || self.height.is_some() {
            return (self.width, self.height);
        }
        let (path, query) = medium::parts(self.address.as_str());
        let of_path = path.rsplit('/').find_map(|part| {
            let name = part.rsplit_once('.').map_or(part, |(name, _)| name);
            mark(part).or_else(|| name_end(name).map(|(_, size)| size))
        });
        of_path.unwrap_or_else(|| {
            let mut size = (None, None);
            for (name, value) in query.split('&').filter_map(|pair| pair.split_once('=')) {
                match name {
                    "w" | "width" | "s" | "size" | "sz" => size.0 = size.0.or(pixels(value)),
                    "h" | "height" => size.1 = size.1.or(pixels(value)),
                    "resize" | "fit" => {
                        let (width, height) = value.split_once([',', 'x']).unwrap_or_default();
                        size = (pixels(width), pixels(height));
                    }
                    _ => {}
                }
            }
            size
        })
    }

    /// What is the same for all sizes of one picture: its address without scheme and marks
    /// of size, and without query where the path alone names a picture.
    pub fn key(&self) -> String {
        key_of(self.address.as_str())
    }
}

/// The key of a picture's address.
fn key_of(address: &str) -> String {
    // Image servers keep the address of the picture in that of theirs.
    if let Some((_, inner)) = scan::split(address, "%3A%2F%2F") {
        let inner = inner.split('&').next().unwrap_or_default();
        return key_of(&["//", &replaced(inner, "%2F", "/")].concat());
    }
    let (path, query) = medium::parts(address);
    let rest = scan::split(address, "//").map_or(address, |(_, rest)| rest);
    let host = rest.split(['/', '?', '#']).next().unwrap_or_default();
    let host = host.strip_prefix("www.").unwrap_or(host);
    if let Some(name) = name_on_server(host, path) {
        return name;
    }
    // WordPress's keep it in the path.
    let proxied = host.len() == "i0.wp.com".len() && host.ends_with(".wp.com");
    let mut key = String::from(if proxied { "" } else { host });
    let mut parts = path.trim_start_matches('/').split('/').peekable();
    while let Some(part) = parts.next() {
        let Some(next) = parts.peek() else {
            add_name(part, &mut key);
            break;
        };
        match part {
            _ if mark(part).is_some() => {}
            // Ghost's `size/w600/format/webp`.
            "size" if mark(next).is_some() => {}
            "format" if medium::by_address(&["///.", next].concat()) == Medium::Picture => {
                parts.next();
            }
            // Drupal's `styles/large/public`.
            "styles" => {
                parts.next();
                parts.next_if_eq(&"public");
            }
            // MediaWiki's `thumb/a/ab/Name.jpg/640px-Name.jpg`, and Wix's
            // `media/name.jpg/v1/fit/w_300/file.jpg`.
            "thumb" => {}
            _ if medium::by_address(&["///", part].concat()) == Medium::Picture => {
                add_name(part, &mut key);
                break;
            }
            _ => {
                key.push('/');
                key.push_str(part);
            }
        }
    }
    if medium::by_address(path) != Medium::Picture {
        key.push('?');
        key.push_str(query);
    }
    String::from(key.trim_start_matches('/'))
}

/// Servers of pictures by the end of their host: behind which part of the path, counted from its
/// end, how many name the picture, and what begins the mark of size within the last of them.
const SERVERS: [(&str, usize, usize, char); 7] = [
    // `vi/ID/hqdefault.jpg`
    ("ytimg.com", 1, 1, '/'),
    ("img.youtube.com", 1, 1, '/'),
    // `65535/54_abc_m.jpg`
    ("staticflickr.com", 0, 1, '_'),
    // `max/1024/1*AbC.jpeg`, `v2/resize:fit:1200/1*AbC.jpeg`
    ("medium.com", 0, 1, '/'),
    // `video/9-abc-d_1280x720`
    ("vimeocdn.com", 0, 1, '_'),
    // `ace/standard/240/cpsprodpb/5a/live/x.jpg`, `news/1024/branded_news/5a/live/x.jpg`
    ("ichef.bbci.co.uk", 0, 3, '/'),
    // `564x/ab/cd/ef/abcdef.jpg`
    ("pinimg.com", 0, 4, '/'),
];

/// What names a picture on a server that says its size otherwise than by the marks known here.
fn name_on_server(host: &str, path: &str) -> Option<String> {
    let (_, behind, count, mark) = SERVERS.iter().find(|(end, ..)| host.ends_with(end))?;
    let mut parts: Vec<&str> = path.rsplit('/').skip(*behind).take(*count).collect();
    if let Some(first) = parts.first_mut() {
        *first = first.split(*mark).next().unwrap_or_default();
    }
    Some(parts.join("/"))
}

/// Adds the name of a file without its marks of size to a key.
fn add_name(name: &str, key: &mut String) {
    let (mut name, mut extension) = name.rsplit_once('.').unwrap_or((name, ""));
    // `name.jpg.webp`
    if let Some((inner, inner_extension)) = name.rsplit_once('.')
        && medium::by_address(&["///.", inner_extension].concat()) == Medium::Picture
    {
        (name, extension) = (inner, inner_extension);
    }
    let name = name_end(name).map_or(name, |(name, _)| name);
    let name = name.strip_suffix("-scaled").unwrap_or(name);
    let name = name.strip_suffix("@2x").unwrap_or(name);
    // Shopify's `name_large`, and that of many others.
    let named = name.rsplit_once(['-', '_']);
    let named = named.filter(|(_, size)| scan::is_listed(size, "small medium large grande thumb"));
    let name = named.map_or(name, |(name, _)| name);
    for part in ["/", name, ".", extension] {
        key.push_str(part);
    }
}

type Size = (Option<u32>, Option<u32>);

/// The size that a part of a path says and nothing else: Blogger's `s72-c` and `w400-h300`,
/// `600x400`, Tumblr's `s75x75_c1`, Cloudinary's `w_300,h_200,c_fill`, Cloudflare's `width=300`.
fn mark(part: &str) -> Option<Size> {
    let sides = part.strip_prefix('s').unwrap_or(part);
    let sides = sides.strip_suffix("_c1").unwrap_or(sides);
    if let Some((width, height)) = sides.split_once('x')
        && let (Some(width), Some(height)) = (pixels(width), pixels(height))
    {
        return Some((Some(width), Some(height)));
    }
    let mut size = (None, None);
    for piece in part.split(['-', ',']) {
        let mut letters = piece.chars();
        let letter = letters.next()?;
        let rest = letters.as_str();
        let number = ["_", "idth=", "eight="]
            .iter()
            .find_map(|mark| rest.strip_prefix(mark));
        let number = pixels(number.unwrap_or(rest));
        match letter {
            // The longer side, or both where it is cut to a square.
            's' => size = (number, number),
            'w' => size.0 = number,
            'h' => size.1 = number,
            _ => continue,
        }
        // `/s3/` and `/h1/` are folders.
        number.filter(|number| *number >= 32)?;
    }
    (size != (None, None)).then_some(size)
}

/// A name without the size at its end, and the size: WordPress's `name-150x150`, Google's
/// `name=s72-c`.
fn name_end(name: &str) -> Option<(&str, Size)> {
    let (front, end) = match name.rsplit_once('=') {
        Some(parts) => parts,
        None => name.rsplit_once(['-', '_'])?,
    };
    let digit_first = end.starts_with(|first: char| first.is_ascii_digit());
    let size = (digit_first || name.contains('=')).then(|| mark(end))??;
    Some((front, size))
}
