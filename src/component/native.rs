//! The widget as it stands still, printed by a server.

use std::sync::Arc;

use leptos::prelude::use_context;

use super::Options;
use crate::address::WebAddress;
use crate::config::{self, Context};
use crate::host::Native;
use crate::source::{FeedState, Snapshot};
use crate::time::{Tick, Timestamp};
use crate::view::tree::TreeNode;
use crate::view::{self, ViewModel};
use crate::widget::model::{Model, Presence};
use crate::widget::update::{Message, update};

/// What a server has read of feeds, by their addresses. It gives them to the widgets that it
/// prints as a context: `provide_context(FirstHeadlines(…))`.
#[derive(Clone, Default)]
pub struct FirstHeadlines(pub Arc<Vec<(WebAddress, Arc<Snapshot>)>>);

/// Draws the widget with the first headlines that are there for it.
pub(super) fn draw(options: &Options) -> TreeNode {
    let option = |name: &str| options.text(name);
    let context = Context {
        base: None,
        host: &Native,
        calendar: &Native,
    };
    let (config, problems) = config::read(&option, context);
    let config = Arc::new(config);
    let presence = Presence {
        visible: true,
        on_screen: true,
        online: true,
    };
    let FirstHeadlines(first) = use_context().unwrap_or_default();
    let read = first.iter().filter(|(feed, _)| config.feed.contains(feed));
    let read: Vec<_> = read.collect();
    // It is as late as the latest reading: what is printed does not know when it is looked at.
    let now = read.iter().map(|(_, snapshot)| snapshot.at).max();
    let now = now.unwrap_or(Timestamp(0));
    let tick = Tick { now, chance: 0 };
    let mut model = Model::new(config.clone(), presence, &Native);
    update(&mut model, Message::Configured(config, problems), tick);
    for (feed, snapshot) in read {
        let state = FeedState {
            snapshot: Some(snapshot.clone()),
            last_error: None,
            stale_at: now,
        };
        update(&mut model, Message::Received(feed.clone(), state), tick);
    }
    let view_model = ViewModel::new(&model, now);
    view::widget(view_model, &Native, Arc::new(|_| {}))
}
