//! Rows that are matched by their keys, as Leptos's `<For>` matches them.

use std::sync::{Arc, Mutex, PoisonError};

use super::TreeNode;

/// One row for each of a list's items. A row stays, with its nodes, as long as there is an item
/// with its key. The type of the items is known to the closures alone.
pub struct For {
    /// Reads the items from signals. Says for each the index that the row with its key had
    /// the time before; `None` for an item that is new.
    pub each: Box<dyn FnMut() -> Vec<Option<usize>> + Send>,
    /// Draws the row of the item at an index.
    pub children: Box<dyn Fn(usize) -> TreeNode + Send>,
    /// Whether a row that comes to others is marked as one that has arrived.
    pub marks_arrivals: Box<dyn FnMut() -> bool + Send>,
}

impl For {
    /// `each` reads the items from signals, `has_key_of` says whether two have the same key,
    /// and `children` draws the row of one.
    pub fn new<T: Send + Sync + 'static>(
        each: impl Fn() -> Arc<Vec<T>> + Send + 'static,
        has_key_of: fn(&T, &T) -> bool,
        children: impl Fn(&T) -> TreeNode + Send + 'static,
    ) -> For {
        let shown = Arc::new(Mutex::new(Arc::new(Vec::new())));
        let drawn = shown.clone();
        For {
            each: Box::new(move || {
                let new = each();
                let old = std::mem::replace(&mut *lock(&shown), new.clone());
                let index_of = |item| old.iter().position(|known| has_key_of(known, item));
                new.iter().map(index_of).collect()
            }),
            children: Box::new(move |index| {
                let items = lock(&drawn).clone();
                items.get(index).map_or(TreeNode::NOTHING, &children)
            }),
            marks_arrivals: Box::new(|| true),
        }
    }

    /// Marks rows as arrived only where `condition`, which reads signals, holds. It is asked each
    /// time that rows may have come.
    pub fn marking(mut self, condition: impl FnMut() -> bool + Send + 'static) -> For {
        self.marks_arrivals = Box::new(condition);
        self
    }
}

/// Nothing panics while it holds the lock, so nothing is ever half written.
fn lock<T>(mutex: &Mutex<T>) -> std::sync::MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
