//! How a widget is doing, by one table: the element's property `state` and what it says of itself.

use crate::time::Timestamp;

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
    (
        loader { $($(#[doc = $loader_doc:literal])+ $loader_name:literal)+ }
        widget { $($(#[doc = $doc:literal])+ $state:ident $(($payload:ident))? $name:literal)+ }
    ) => {
        /// How a widget is doing.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum State {
            $($(#[doc = $doc])+ $state $(($payload))?,)+
        }

        impl State {
            /// The value of the property.
            pub fn name(self) -> &'static str {
                match self { $(State::$state { .. } => $name,)+ }
            }
        }

        /// The table of states.
        #[cfg(not(target_arch = "wasm32"))]
        pub fn states() -> Vec<StateEntry> {
            vec![
                $(StateEntry {
                    name: $loader_name,
                    description: concat!($($loader_doc,)+).trim_ascii(),
                },)+
                $(StateEntry { name: $name, description: concat!($($doc,)+).trim_ascii() },)+
            ]
        }
    };
}

states! {
    loader {
    /// It is not on the page, or waits until the reader comes near.
    "idle"
    }
    widget {
    /// Nothing has come yet.
    Loading "loading"
    /// The headlines are shown.
    Ready "ready"
    /// The feed could not be reached when it was due; what came before is shown.
    Stale(Timestamp) "stale"
    /// The device is offline; what came before is shown.
    Offline(Timestamp) "offline"
    /// The feed holds nothing to show.
    Empty "empty"
    /// Nothing was ever shown, and nothing came.
    Failed "failed"
    }
}
