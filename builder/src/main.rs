//! Puts the builder onto its page.

fn main() {
    #[cfg(target_arch = "wasm32")]
    strillone_builder::app::mount();
}
