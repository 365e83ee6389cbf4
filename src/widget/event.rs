//! What the element tells the page's scripts: its events, by one table. The documentation, the
//! type declarations and the manifest are written from it.

use std::sync::Arc;

use crate::address::LinkAddress;
use crate::widget::model::{Headline, Headlines};

/// An event, as the documentation and the declarations have it.
#[cfg(not(target_arch = "wasm32"))]
#[derive(Clone, Debug, serde::Serialize)]
pub struct EventEntry {
    /// Its type, as a listener names it.
    pub name: &'static str,
    /// When it is sent.
    pub description: &'static str,
    /// The type of its `detail`, in TypeScript.
    pub detail: &'static str,
}

macro_rules! events {
    ($($(#[doc = $doc:literal])+ $event:ident $fields:tt $name:literal $detail:literal)+) => {
        /// What the page is told of.
        #[derive(Clone, Debug, PartialEq)]
        pub enum Event {
            $($(#[doc = $doc])+ $event $fields,)+
        }

        impl Event {
            /// Its type, as a listener names it.
            pub fn name(&self) -> &'static str {
                match self { $(Event::$event { .. } => $name,)+ }
            }
        }

        /// The event table.
        #[cfg(not(target_arch = "wasm32"))]
        pub fn events() -> Vec<EventEntry> {
            vec![$(EventEntry {
                name: $name,
                description: concat!($($doc,)+).trim_ascii(),
                detail: $detail,
            },)+]
        }
    };
}

events! {
    /// The first headlines are shown.
    Ready(Headlines) "strillone:ready" "{ items: StrilloneItem[] }"
    /// Other headlines are shown than before.
    Update(Headlines) "strillone:update" "{ items: StrilloneItem[] }"
    /// The reader follows a headline.
    LinkFollowed(Arc<Headline>) "strillone:open" "StrilloneItem"
    /// A preview was opened.
    PreviewOpened(Arc<Headline>) "strillone:preview" "StrilloneItem"
    /// The reader follows a channel.
    ChannelFollowed(LinkAddress) "strillone:follow" "{ url: string }"
    /// Something went wrong.
    Error {
        /// A stable name.
        kind: &'static str,
        /// What it is, for the person who can mend it.
        message: String,
    } "strillone:error" "{ kind: StrilloneErrorKind; message: string }"
}
