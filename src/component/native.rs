//! The widget as it stands still, printed by a server.

use std::sync::Arc;

use leptos::prelude::use_context;

use super::Options;
use crate::address::WebAddress;
use crate::config::{self, Context};
use crate::feed::Reading;
use crate::host::Native;
use crate::source::{Answer, FeedState, Snapshot};
use crate::time::{Tick, Timestamp};
use crate::view::tree::TreeNode;
use crate::view::{self, ViewModel};
use crate::widget::model::{Model, Presence};
use crate::widget::update::{Message, update};

/// What a server has read of feeds. It gives it to the widgets that it prints as a context:
/// `provide_context(first_headlines)`.
#[derive(Clone, Debug, Default)]
pub struct FirstHeadlines {
    page: Option<WebAddress>,
    feeds: Vec<(WebAddress, Arc<Snapshot>)>,
}

impl FirstHeadlines {
    /// For a page at that address, against which its widgets' relative addresses are resolved.
    pub fn on_page(page: WebAddress) -> FirstHeadlines {
        FirstHeadlines {
            page: Some(page),
            feeds: Vec::new(),
        }
    }

    /// With what was read of a feed, and when.
    pub fn with(mut self, feed: WebAddress, reading: Reading, at: Timestamp) -> FirstHeadlines {
        let answer = Answer {
            reading,
            at,
            fingerprint: 0,
            max_age: None,
        };
        let snapshot = Snapshot::new(answer, None);
        self.feeds.push((feed, Arc::new(snapshot)));
        self
    }

    /// When the latest of the feeds was read.
    pub fn read_at(&self) -> Option<Timestamp> {
        self.feeds.iter().map(|(_, snapshot)| snapshot.at).max()
    }
}

/// Draws the widget with the first headlines that are there for it.
pub(super) fn draw(options: &Options) -> TreeNode {
    let first: FirstHeadlines = use_context().unwrap_or_default();
    PrintedWidget::new(&|name| options.text(name), &first).widget()
}

/// A widget that stands still, with its first headlines.
pub struct PrintedWidget(ViewModel);

impl PrintedWidget {
    /// From the attributes of its element and what was read of its feeds. It is as late as the
    /// latest reading: what is printed does not know when it is looked at.
    pub fn new(attribute: &config::ReadAttribute<'_>, first: &FirstHeadlines) -> PrintedWidget {
        let context = Context {
            base: first.page.as_ref(),
            host: &Native,
            calendar: &Native,
        };
        let (config, problems) = config::read(attribute, context);
        let config = Arc::new(config);
        let presence = Presence {
            visible: true,
            on_screen: true,
            online: true,
        };
        let now = first.read_at().unwrap_or(Timestamp(0));
        let tick = Tick { now, chance: 0 };
        let mut model = Model::new(config.clone(), presence, &Native);
        update(
            &mut model,
            Message::Configured(config.clone(), problems),
            tick,
        );
        let feeds = first.feeds.iter();
        for (feed, snapshot) in feeds.filter(|(feed, _)| config.feed.contains(feed)) {
            let state = FeedState {
                snapshot: Some(snapshot.clone()),
                last_error: None,
                stale_at: now,
            };
            update(&mut model, Message::Received(feed.clone(), state), tick);
        }
        PrintedWidget(ViewModel::new(&model, now))
    }

    /// How many headlines it shows.
    pub fn count(&self) -> usize {
        self.0.headlines().len()
    }

    /// All of it, as `<NewsWidget/>` prints it.
    pub fn widget(&self) -> TreeNode {
        view::widget(self.0.clone(), &Native, Arc::new(|_| {}))
    }

    /// Its headlines as a list of links, for pages without its style sheet.
    pub fn links(&self) -> TreeNode {
        view::plain(self.0.clone(), &Native)
    }
}
