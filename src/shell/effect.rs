//! Leptos's effects, of one type.

use leptos::prelude::RenderEffect;

/// An effect without a value: each type of value would bring code of its own.
pub type Effect = RenderEffect<()>;

/// Runs now, and again whenever a signal changes that it has read.
pub fn effect(mut run: Box<dyn FnMut()>) -> Effect {
    RenderEffect::new(move |_| run())
}
