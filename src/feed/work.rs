//! Counts the steps of reading, for those who look for inputs that are dear to read: a count
//! is the same at every run, where a time is not. Only builds with debug assertions count.

#[cfg(debug_assertions)]
thread_local! {
    static STEPS: std::cell::Cell<u64> = const { std::cell::Cell::new(0) };
}

/// How many steps were taken in this thread, such as a byte looked at or a name compared.
#[cfg(debug_assertions)]
pub fn steps() -> u64 {
    STEPS.get()
}

/// Adds to the steps.
#[inline]
pub(super) fn count(steps: usize) {
    #[cfg(debug_assertions)]
    STEPS.set(STEPS.get() + steps as u64);
    #[cfg(not(debug_assertions))]
    let _ = steps;
}
