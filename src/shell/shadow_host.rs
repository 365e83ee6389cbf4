//! The element that a widget is drawn in the shadow of.

use web_sys::{Element, HtmlElement};

use crate::view::selectors::SCROLLED;

/// The element that a widget is drawn in the shadow of.
pub struct ShadowHost {
    /// Its events are sent from this element.
    pub element: HtmlElement,
    /// What it is drawn into.
    pub mount_point: HtmlElement,
    /// What is shown in its place while it has nothing to show.
    pub fallback: Option<HtmlElement>,
}

impl ShadowHost {
    /// Whether the reader has scrolled on from where the headlines begin: in a box that the
    /// partner gave a height or in a line that stands. On the page browsers keep what is read
    /// where it is, but WebKit (<https://webkit.org/b/171099>).
    pub fn is_scrolled(&self) -> bool {
        let is_moved = |it: &Element| it.scroll_top() != 0 || it.scroll_left() != 0;
        let mut boxes = SCROLLED
            .iter()
            .filter_map(|selector| self.mount_point.query_selector(selector).ok()?);
        is_moved(&self.element)
            || boxes.any(|it| is_moved(&it))
            || (self.mount_point.get_bounding_client_rect().top() < 0.0
                && web_sys::css::supports("(overflow-anchor: auto)") == Ok(false))
    }

    /// Shows the widget, or what stands in its place.
    pub fn show_widget(&self, is_shown: bool) {
        self.mount_point.set_hidden(!is_shown);
        if let Some(fallback) = &self.fallback {
            fallback.set_hidden(is_shown);
        }
    }
}
