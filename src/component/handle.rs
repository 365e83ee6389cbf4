//! What an application holds on to.

use crate::source::WidgetId;

/// A widget that an application can refresh, pause and play.
#[derive(Clone, Copy, Debug)]
pub struct WidgetHandle(WidgetId);

impl Default for WidgetHandle {
    fn default() -> WidgetHandle {
        WidgetHandle::new()
    }
}

#[cfg(target_arch = "wasm32")]
mod browser {
    use super::{WidgetHandle, WidgetId};
    use crate::shell::instance;
    use crate::widget::update::Message;

    impl WidgetHandle {
        /// A handle for one widget, which is about to be made.
        pub fn new() -> WidgetHandle {
            WidgetHandle(instance::new_id())
        }

        /// Its number on this page.
        pub fn id(self) -> WidgetId {
            self.0
        }

        /// Asks for the feeds now.
        pub fn refresh(self) {
            instance::dispatch(self.0, Message::Refresh);
        }

        /// Stops all motion.
        pub fn pause(self) {
            instance::dispatch(self.0, Message::Pause);
        }

        /// Lets motion go on.
        pub fn play(self) {
            instance::dispatch(self.0, Message::Play);
        }
    }
}

/// What is printed does nothing.
#[cfg(not(target_arch = "wasm32"))]
mod native {
    use super::{WidgetHandle, WidgetId};

    impl WidgetHandle {
        /// A handle for one widget, which is about to be made.
        pub fn new() -> WidgetHandle {
            WidgetHandle(0)
        }

        /// Its number on this page; all that is printed has none.
        pub fn id(self) -> WidgetId {
            self.0
        }

        /// Asks for the feeds now.
        pub fn refresh(self) {}

        /// Stops all motion.
        pub fn pause(self) {}

        /// Lets motion go on.
        pub fn play(self) {}
    }
}
