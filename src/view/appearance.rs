//! What a partner may restyle from outside: the parts and the custom properties, by one table
//! each. The documentation, the manifest and the editors' data are written from them.

/// A part or a custom property.
#[derive(Clone, Debug, serde::Serialize)]
pub struct StylingEntry {
    /// The name as a style sheet writes it.
    pub name: &'static str,
    /// What it is.
    pub description: &'static str,
    /// What a custom property stands for where it is not set; empty for a part.
    pub default: &'static str,
}

macro_rules! entries {
    ($($name:literal: $description:literal $(, $default:literal)?;)+) => {
        &[$(StylingEntry {
            name: $name,
            description: $description,
            default: concat!($($default)?),
        },)+]
    };
}

/// The parts, for `::part()`.
pub const PARTS: &[StylingEntry] = entries! {
    "root": "the whole widget";
    "heading": "the heading";
    "status": "what is said of the news as a whole";
    "notice": "a sentence in it: that there is no news, or that it is old";
    "fresh": "the button that says how many new headlines wait";
    "list": "the headlines";
    "item": "a headline with all that belongs to it";
    "dateline": "the day of the headlines below it";
    "time": "the time of a headline";
    "kicker": "the word before it, such as Live";
    "medium": "the sign that there is something to hear or to watch";
    "headline": "its title";
    "source": "the feed or the paper it is from";
    "mark": "the word that says it was corrected";
    "comments": "the number of comments";
    "summary": "the beginning of the article";
    "more": "the button that shows more headlines";
    "toggle": "the button that opens the preview";
    "pause": "the button that stops all motion";
    "control": "every other button that is an icon alone";
    "controls": "the buttons of a rotator";
    "position": "which of its headlines a rotator shows";
    "frame": "the picture of a card, of the lead story, or a small one";
    "card-foot": "the last line of a card";
    "preview": "the article";
    "preview-title": "its title";
    "byline": "its author and time";
    "preview-body": "its paragraphs";
    "picture": "its picture";
    "enclosures": "its sound, film and files";
    "file": "a link to a file";
    "tags": "its tags";
    "preview-footer": "the links under it";
    "read": "the link to the whole article";
    "follow": "the panel of the publisher's channels";
    "follow-heading": "its heading";
    "follow-link": "a channel";
};

/// The custom properties.
pub const CUSTOM_PROPERTIES: &[StylingEntry] = entries! {
    "--strillone-text": "the colour of the text", "the page's; black or white on a surface";
    "--strillone-accent": "the colour of rules, icons and focus", "that of the text";
    "--strillone-surface": "the ground, an opaque colour; text and icons keep to it", "none";
    "--strillone-muted": "the colour of times and other small print", "a weaker text colour";
    "--strillone-rule": "the colour of hairlines", "a much weaker one";
    "--strillone-gap": "the distance between columns", "`0.75em`";
    "--strillone-padding": "the room between the edge and the text",
        "none; the gap, where the widget has a ground of its own";
    "--strillone-radius": "how round corners are", "`0.25em`";
    "--strillone-font": "the font family", "the page's";
    "--strillone-reserve": "the least height, also while loading",
        "about what the layout needs in its box; what is left over is given back out of view";
};
