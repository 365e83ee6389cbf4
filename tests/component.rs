//! `<NewsWidget/>` as a server prints it, within a component of somebody else's.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]
#![allow(missing_docs)]

mod common;

use common::{NOW, feed, web};
use leptos::prelude::*;
use strillone::component::{FirstHeadlines, NewsWidget};
use strillone::config::{Layout, Preview, Theme};

const FEED: &str = "https://news.example/feed";

/// What a view prints on a server that has read the feed.
fn printed<V: RenderHtml>(view: impl FnOnce() -> V) -> String {
    Owner::new().with(|| {
        let reading = feed("News", "16:00 A\n15:00 B\n14:00 C");
        let page = web("https://news.example/page");
        provide_context(FirstHeadlines::on_page(page).with(web(FEED), reading, NOW));
        view().to_html()
    })
}

/// The text between the tags, with bars between the pieces.
fn text(html: &str) -> String {
    let pieces = html.split('<').filter_map(|it| it.split_once('>'));
    let texts: Vec<&str> = pieces
        .map(|(_, text)| text)
        .filter(|it| !it.is_empty())
        .collect();
    texts.join(" | ")
}

#[component]
fn Column(limit: u32) -> impl IntoView {
    view! {
        <aside>
            "Before"
            <NewsWidget feed=FEED lang="it" time_zone="Europe/Rome" limit/>
            "After"
        </aside>
    }
}

#[test]
fn the_first_headlines_are_printed_within_another_component() {
    let html = printed(|| view! { <Column limit=2/> });
    assert_eq!(text(&html), "Before | News | 17:00 | A | 16:00 | B | After");
}

#[test]
fn it_is_printed_as_any_view_is() {
    let erased = printed(|| view! { <Column limit=1/> }.into_any());
    assert_eq!(erased, printed(|| view! { <Column limit=1/> }));
}

#[test]
fn attributes_that_are_spread_onto_it_reach_its_root() {
    let html = printed(|| view! { <NewsWidget feed=FEED attr:id="news" {..} class="wide"/> });
    let (root, _) = html.split_once('>').unwrap();
    assert!(root.contains("id=\"news\""), "{root}");
    assert!(root.contains("class=\"root wide\""), "{root}");
}

#[test]
fn a_property_is_a_value_a_text_a_signal_or_a_closure() {
    let html = printed(|| {
        let theme = RwSignal::new(Theme::Dark);
        let limit = Memo::new(|_| 1);
        let heading = || "Today";
        view! {
            <NewsWidget
                feed=FEED
                layout=Layout::Cards
                preview=move || Preview::None
                theme
                limit
                heading
                lang="en".to_owned()
                comments=false
            />
        }
    });
    for (name, value) in [("layout", "cards"), ("preview", "none"), ("theme", "dark")] {
        assert!(
            html.contains(&format!("data-{name}=\"{value}\"")),
            "{name} in {html}"
        );
    }
    assert_eq!(html.matches("part=\"item\"").count(), 1);
    assert!(html.contains(">Today</h2>"));
}

#[test]
fn without_first_headlines_nothing_but_the_widget_itself_is_printed() {
    let html = Owner::new().with(|| view! { <NewsWidget feed=FEED/> }.to_html());
    assert!(html.starts_with("<section part=\"root\""), "{html}");
    assert!(!html.contains("part=\"item\""));
}
