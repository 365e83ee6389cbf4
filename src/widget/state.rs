//! The element's property `state`, by one table.

/// A state, as the documentation and the declarations have it.
#[cfg(not(target_arch = "wasm32"))]
#[derive(Clone, Debug, serde::Serialize)]
pub struct StateEntry {
    /// The value of the property.
    pub name: &'static str,
    /// What it means.
    pub description: &'static str,
}

macro_rules! states {
    ($($(#[doc = $doc:literal])+ $state:ident $name:literal)+) => {
        /// How a widget is doing, in one word.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum State {
            $($(#[doc = $doc])+ $state,)+
        }

        impl State {
            /// The value of the property.
            pub fn name(self) -> &'static str {
                match self { $(State::$state => $name,)+ }
            }
        }

        /// The table of states.
        #[cfg(not(target_arch = "wasm32"))]
        pub fn states() -> Vec<StateEntry> {
            vec![$(StateEntry { name: $name, description: concat!($($doc,)+).trim_ascii() },)+]
        }
    };
}

states! {
    /// It is not on the page, or waits until the reader comes near.
    Idle "idle"
    /// Nothing has come yet.
    Loading "loading"
    /// The headlines are shown.
    Ready "ready"
    /// The feed cannot be reached; what came before is shown.
    Stale "stale"
    /// The device is offline; what came before is shown.
    Offline "offline"
    /// The feed holds nothing to show.
    Empty "empty"
    /// Nothing was ever shown, and nothing came.
    Failed "failed"
}
