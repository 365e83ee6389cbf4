//! How the shell finds the elements that a reader's hands and eyes are at, so that it names no
//! class itself. What the loader draws first has the same classes (`src/loader/first/`).

/// The class of the element that a widget is drawn into.
pub const PLACE: &str = "place";

/// What the reader may have scrolled within the widget.
pub const SCROLLED: &[&str] = &[".root", ".track", ".list"];

/// The headlines, which take the focus where it has nowhere else to go.
pub const HEADLINES: &str = ".list";

/// One headline with all that belongs to it.
pub const HEADLINE: &str = ".item";

/// A button that opens and closes a preview.
pub const TOGGLE: &str = ".toggle";

/// Those buttons in the order of the headlines, without a ticker's copies.
pub const TOGGLES: &str = ".list:not(.copy) .toggle";

/// The button whose preview is open.
pub const OPEN_TOGGLE: &str = "[aria-expanded=true]";

/// What a preview over the page stands beside.
pub const ANCHOR: &str = ".item,.anchor";

/// Links to the articles in the order of the headlines, without a ticker's copies.
pub const LINKS: &str = ".list:not(.copy) .headline";

/// The row under the reader's pointer or with the focus in it.
pub const HELD_ROW: &str = ".item:hover,.item:focus-within";

/// An open preview in the page, which the page scrolls to; not one that lies over it.
pub const ARTICLE: &str = ".preview:not([popover])";

/// The open preview.
pub const PREVIEW: &str = ".preview";

/// The button in the open preview that goes on to the one before.
pub const PREVIOUS_PREVIEW: &str = ".preview .previous";

/// The button in the open preview that goes on to the one after.
pub const NEXT_PREVIEW: &str = ".preview .next";

/// A root whose text runs from right to left.
pub const RIGHT_TO_LEFT: &str = "[dir=rtl]";

/// The attribute of a row that has come to a list which was there.
pub const ARRIVED: &str = "data-arrived";
