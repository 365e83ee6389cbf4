//! Moves the focus, and what the reader sees with it: browsers centre what gets the focus, which
//! cuts the title off an article that is higher than the window.

use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

use crate::view::selectors as find;
use crate::widget::model::Neighbor;
use crate::widget::update::Focus;

/// A row under the reader's hand, and how far from the top of the window it stands.
pub struct HeldRow {
    row: Element,
    top: f64,
}

/// The row that the reader has pressed. To be asked before the press draws anything.
pub fn held_row(mount_point: &HtmlElement) -> Option<HeldRow> {
    let row = mount_point.query_selector(find::HELD_ROW).ok()??;
    let top = row.get_bounding_client_rect().top();
    Some(HeldRow { row, top })
}

impl HeldRow {
    /// Brings the row back to where it was: an article that opens beside a list makes the rows
    /// above it narrower, and so higher.
    fn put_back(&self, host: &HtmlElement) {
        let moved = |row: &Element| row.get_bounding_client_rect().top() - self.top;
        // The partner may have given the widget a height: then it scrolls by itself.
        host.set_scroll_top(host.scroll_top() + moved(&self.row) as i32);
        if let Some(window) = web_sys::window() {
            window.scroll_by_with_x_and_y(0.0, moved(&self.row));
        }
    }
}

/// Moves the focus; it stays where what it goes to is not there or cannot be seen.
pub fn move_focus(
    host: &HtmlElement,
    mount_point: &HtmlElement,
    focus: Focus,
    held: Option<&HeldRow>,
) {
    let one = |selector| mount_point.query_selector(selector).ok().flatten();
    let nth = |selector, number| {
        let all = mount_point.query_selector_all(selector).ok()?;
        all.item(u32::try_from(number).ok()?)?.dyn_into().ok()
    };
    let (target, is_article) = match focus {
        Focus::Headlines => (one(find::HEADLINES), false),
        Focus::Headline(number) => (nth(find::LINKS, number), false),
        Focus::Toggle(number) => (nth(find::TOGGLES, number), false),
        Focus::Preview => (one(find::PREVIEW), true),
        Focus::Neighbor(neighbor) => {
            let button = match neighbor {
                Neighbor::Previous => one(find::PREVIOUS_PREVIEW),
                Neighbor::Next => one(find::NEXT_PREVIEW),
            };
            (button.or_else(|| one(find::PREVIEW)), true)
        }
    };
    let Some(target) = target.map(Element::unchecked_into::<HtmlElement>) else {
        return;
    };
    if !is_article {
        let _ = target.focus();
        return;
    }
    if let Some(held) = held {
        held.put_back(host);
        if let (Some(article), Some(list)) = (one(find::ARTICLE), one(find::HEADLINES)) {
            end_with(&article.unchecked_into(), &list);
        }
    }
    let options = web_sys::FocusOptions::new();
    options.set_prevent_scroll(true);
    let _ = target.focus_with_options(&options);
    if let Some(article) = one(find::ARTICLE)
        && !is_in_view(&article)
    {
        article.scroll_into_view();
    }
}

/// Lets an article that stands beside a list end where the list does, if that is in the window: a
/// higher one would have to begin above the window, and the pressed row to move.
fn end_with(article: &HtmlElement, list: &Element) {
    let end = list.get_bounding_client_rect().bottom();
    let height = window_height().unwrap_or(0.0);
    let is_beside = article.get_bounding_client_rect().top() < end;
    // Where too little of the list is in the window to read in, the page scrolls.
    if is_beside && end < height && end > height / 2.0 {
        let mut length = end.to_string();
        length.push_str("px");
        let _ = article.style().set_property("max-block-size", &length);
    }
}

fn window_height() -> Option<f64> {
    web_sys::window()?.inner_height().ok()?.as_f64()
}

/// Whether an article is whole in the window, and in every box that scrolls around it.
fn is_in_view(article: &Element) -> bool {
    let own = article.get_bounding_client_rect();
    let is_within = |top: f64, bottom: f64| own.top() >= top - 1.0 && own.bottom() <= bottom + 1.0;
    let mut around = parent(article);
    while let Some(box_around) = around {
        let place = box_around.get_bounding_client_rect();
        let scrolls = box_around.scroll_height() > box_around.client_height() + 1
            && box_around.client_height() > 0;
        if scrolls && !is_within(place.top(), place.bottom()) {
            return false;
        }
        around = parent(&box_around);
    }
    window_height().is_none_or(|height| is_within(0.0, height))
}

/// The element around another, also across the edge of a shadow tree.
fn parent(element: &Element) -> Option<Element> {
    element.parent_element().or_else(|| {
        let root: web_sys::ShadowRoot = element.get_root_node().dyn_into().ok()?;
        Some(root.host())
    })
}
