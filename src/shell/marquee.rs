//! A ticker's line: the style sheet's animation moves it, and this only tells how long a lap
//! takes. Measured when the line's length changes, never while it runs.

use std::cell::RefCell;
use std::rc::Rc;

use js_sys::Array;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::prelude::wasm_bindgen;
use web_sys::{Element, Event, HtmlElement, ResizeObserver};

use super::listener::EventListener;
use crate::config::Direction;
use crate::view::selectors as find;

#[wasm_bindgen]
extern "C" {
    type Animated;
    #[wasm_bindgen(method, js_name = getAnimations)]
    fn get_animations(this: &Animated) -> Array;

    type Animation;
    #[wasm_bindgen(method, setter, js_name = currentTime)]
    fn set_current_time(this: &Animation, milliseconds: f64);
}

/// A running line; it is left alone when this is dropped.
pub struct Marquee {
    observer: ResizeObserver,
    _measure: Closure<dyn FnMut()>,
    _focus: EventListener,
}

struct Lap {
    track: HtmlElement,
    list: HtmlElement,
    /// CSS pixels a second.
    speed: f64,
    direction: Direction,
    offsets: RefCell<Offsets>,
}

/// The line fades at its ends, over about as many CSS pixels.
const EDGE: f64 = 16.0;

/// Where the headlines were when the line was measured last, in CSS pixels from its beginning.
#[derive(Default)]
struct Offsets {
    length: f64,
    items: Vec<(HtmlElement, f64)>,
}

impl Marquee {
    /// Lets the lists in `track` run; `None` where the browser cannot say how long they are.
    /// With a speed of 0 they do not move.
    pub fn run(track: &Element, speed: u32, direction: Direction) -> Option<Marquee> {
        if speed == 0 {
            return None;
        }
        let lap = Rc::new(Lap {
            track: track.clone().unchecked_into(),
            list: track.first_element_child()?.unchecked_into(),
            speed: f64::from(speed),
            direction,
            offsets: RefCell::default(),
        });
        let measured = lap.clone();
        let measure = Closure::<dyn FnMut()>::new(move || measured.measure());
        let observer = ResizeObserver::new(measure.as_ref().unchecked_ref()).ok()?;
        observer.observe(&lap.list);
        let focused = move |event: Event| lap.bring_into_view(&event);
        Some(Marquee {
            observer,
            _measure: measure,
            _focus: EventListener::new(track, "focusin", Box::new(focused)),
        })
    }
}

impl Drop for Marquee {
    fn drop(&mut self) {
        self.observer.disconnect();
    }
}

impl Lap {
    /// Sets the time of a lap by the line's new length, and lets it go on from where it is:
    /// the headline at the edge stays where it was, whatever came or went.
    fn measure(&self) {
        let length = f64::from(self.list.offset_width());
        if length <= 0.0 {
            return;
        }
        // The animation counts in parts of the length, which is the new one already.
        let progress = self.offset() / length;
        // A whole number, because the printing of fractions weighs 10 KB.
        let milliseconds = (length / self.speed * 1_000.0) as u32;
        let style = self.track.style();
        // A name and a value that are always valid.
        let _ = style.set_property("--duration", &(milliseconds.to_string() + "ms"));
        let children = self.list.children();
        let items = (0..children.length()).filter_map(|offset| children.item(offset));
        let items = items.map(|item| {
            let item: HtmlElement = item.unchecked_into();
            let offset = self.offset_of(&item);
            (item, offset)
        });
        let new = Offsets {
            length,
            items: items.collect(),
        };
        let old = self.offsets.replace(new);
        let old_offset = progress * old.length;
        let is_behind =
            |(item, offset): &&(HtmlElement, f64)| *offset <= old_offset && item.is_connected();
        if let Some((item, offset)) = old.items.iter().rev().find(is_behind) {
            self.run_to(self.offset_of(item) + old_offset - offset);
        }
    }

    /// What gets the focus may be anywhere along the line. It comes into view with the headline
    /// it belongs to, from the beginning, where there is room for both (WCAG 2.4.11).
    fn bring_into_view(&self, event: &Event) {
        let target = event.target().and_then(|it| it.dyn_into::<Element>().ok());
        let Some(target) = target.filter(|target| self.list.contains(Some(target))) else {
            return;
        };
        let Ok(Some(item)) = target.closest(find::HEADLINE) else {
            return;
        };
        let room = self.track.get_bounding_client_rect().width();
        let (item, _) = self.seen_at(&item);
        let (begin, end) = self.seen_at(&target);
        if begin < 0.0 || end > room {
            let goal = if end - item <= room {
                item
            } else {
                begin - EDGE
            };
            self.run_to(self.offset() + goal);
        }
    }

    /// Where an element begins and ends, in CSS pixels from where the line comes out of view.
    fn seen_at(&self, element: &Element) -> (f64, f64) {
        let (track, seen) = (
            self.track.get_bounding_client_rect(),
            element.get_bounding_client_rect(),
        );
        if self.is_right_to_left() {
            (track.right() - seen.right(), track.right() - seen.left())
        } else {
            (seen.left() - track.left(), seen.right() - track.left())
        }
    }

    /// How far the line has run, in CSS pixels.
    fn offset(&self) -> f64 {
        let (track, list) = (
            self.track.get_bounding_client_rect(),
            self.list.get_bounding_client_rect(),
        );
        if self.is_right_to_left() {
            list.right() - track.right()
        } else {
            track.left() - list.left()
        }
    }

    /// How far a headline is from the line's beginning, in CSS pixels.
    fn offset_of(&self, item: &HtmlElement) -> f64 {
        let left = item.offset_left();
        f64::from(if self.is_right_to_left() {
            self.list.offset_width() - left - item.offset_width()
        } else {
            left
        })
    }

    fn run_to(&self, offset: f64) {
        let length = f64::from(self.list.offset_width());
        let mut progress = offset / length;
        // Whole laps change nothing.
        progress -= progress.floor();
        if self.direction == Direction::Backward {
            progress = 1.0 - progress;
        }
        let milliseconds = progress * length / self.speed * 1_000.0;
        let lists = self.track.children();
        for list in (0..lists.length()).filter_map(|offset| lists.item(offset)) {
            for animation in list.unchecked_ref::<Animated>().get_animations() {
                let animation: Animation = animation.unchecked_into();
                animation.set_current_time(milliseconds);
            }
        }
    }

    fn is_right_to_left(&self) -> bool {
        self.track
            .closest(find::RIGHT_TO_LEFT)
            .is_ok_and(|root| root.is_some())
    }
}
