//! What the reader does with a widget: what moves, what is pointed at, which preview is open.

use super::Key;
use crate::time::Timestamp;

/// Which preview is open, and who opened it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PreviewState {
    /// The reader has not chosen yet, and the option `open` has opened none.
    Untouched,
    /// The option `open` opened this one, at that time.
    ByOption(Key, Timestamp),
    /// The reader opened this one.
    ByReader(Key),
    /// The reader points at this one or has the focus on it.
    ByHover(Key),
    /// The reader closed what was open.
    Closed,
}

/// The motion of a widget.
#[derive(Clone, Debug, Default)]
pub struct Motion {
    /// What the reader or the page wants of it.
    pub playback: Playback,
    /// The reader's device asks for none (`prefers-reduced-motion`).
    pub is_reduced: bool,
    /// The headline that a rotator shows; without it, or when it is gone, the first.
    pub current: Option<Key>,
    /// When the next turn is due, while turns are taken.
    pub turn: Option<Timestamp>,
}

/// What is wanted of motion.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Playback {
    /// Nothing was said: it rests while the reader is at the widget.
    #[default]
    Auto,
    /// It is stopped.
    Paused,
    /// It goes on, even while the reader is still at the button that says so.
    Playing,
}

/// A step among the headlines.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Neighbor {
    /// To the one before.
    Previous,
    /// To the one after.
    Next,
}

impl Neighbor {
    /// The index next to `index`, if there is one below `count`.
    pub fn index_from(self, index: usize, count: usize) -> Option<usize> {
        match self {
            Neighbor::Previous => index.checked_sub(1),
            Neighbor::Next => Some(index + 1).filter(|next| *next < count),
        }
    }
}

/// What the pointer or the focus is at, and when that is to show.
#[derive(Clone, Debug, Default)]
pub struct Hover {
    /// The headline that it is at.
    pub over: Option<Key>,
    /// When a preview opens or closes for it.
    pub due: Option<Timestamp>,
    /// When the reader last opened or closed one otherwise.
    pub chosen: Option<Timestamp>,
}
