//! What became of checking an address, in plain words.

use leptos::prelude::*;
use strillone::address::WebAddress;
use strillone::host::{Calendar, TimeStyle};
use strillone::shell::Browser;
use strillone_doctor::Finding;

use super::check;
use super::code::Code;
use super::{Builder, builder};
use crate::examined::Examined;
use crate::mends::mends;
use crate::outcome::Outcome;
use crate::words::{Words, filled};

/// How good a line of the verdict is.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Mark {
    Good,
    Fair,
    Bad,
}

impl Mark {
    fn class(self) -> &'static str {
        match self {
            Mark::Good => "good",
            Mark::Fair => "fair",
            Mark::Bad => "bad",
        }
    }
}

/// The verdict on one address.
#[component]
pub fn Verdict(address: String, outcome: Outcome) -> impl IntoView {
    let words = builder().words;
    let said = match outcome {
        Outcome::Waiting => view! { <p class="waiting">{words.checking}</p> }.into_any(),
        Outcome::NoAddress => bad(words.no_address.to_owned()),
        Outcome::Unreachable => bad(words.unreachable.to_owned()),
        Outcome::Refused(status) => bad(filled(words.refused, &[&status.to_string()])),
        Outcome::Website(feeds) if feeds.is_empty() => bad(words.no_feed.to_owned()),
        Outcome::Website(feeds) => view! {
            <p class="fair">{words.choose_feed}</p>
            <Feeds feeds/>
        }
        .into_any(),
        Outcome::NotReadable(instead) => view! { <NotReadable instead/> }.into_any(),
        Outcome::Feed(examined) => view! { <Read examined/> }.into_any(),
    };
    view! {
        <article class="verdict">
            <h3>{address}</h3>
            {said}
        </article>
    }
}

fn bad(text: String) -> AnyView {
    view! { <p class="bad">{text}</p> }.into_any()
}

/// A feed that was read.
#[component]
fn Read(examined: Examined) -> impl IntoView {
    let words = builder().words;
    let title = examined.title.clone();
    let lines: Vec<(Mark, String)> = [
        (Mark::Good, words.readable.to_owned()),
        (Mark::Good, counted(&examined, words)),
    ]
    .into_iter()
    .chain(praised(&examined, words))
    .chain(examined.findings.iter().map(|finding| {
        let (message, mend) = words.finding(*finding);
        let mark = if finding.is_fatal() {
            Mark::Bad
        } else {
            Mark::Fair
        };
        (mark, format!("{message} {mend}"))
    }))
    .collect();
    let problems = examined.problems;
    view! {
        <p class="feed-title">{title}</p>
        <ul class="findings">
            {lines
                .into_iter()
                .map(|(mark, text)| view! { <li class=mark.class()>{text}</li> })
                .collect_view()}
        </ul>
        <Show when={
            let some = !problems.is_empty();
            move || some
        }>
            <details>
                <summary>{words.problems}</summary>
                <ul>
                    {problems
                        .iter()
                        .map(|problem| view! { <li>{words.problem(problem)}</li> })
                        .collect_view()}
                </ul>
            </details>
        </Show>
    }
}

/// How many headlines there are, and from when.
fn counted(examined: &Examined, words: &Words) -> String {
    let count = match examined.headlines {
        1 => words.one_headline.to_owned(),
        many => filled(words.headlines, &[&many.to_string()]),
    };
    match examined.newest {
        Some(newest) => {
            let time = Browser.format_time(newest, TimeStyle::Full, words.tag, None);
            format!("{count}, {}.", filled(words.newest, &[&time]))
        }
        None => format!("{count}."),
    }
}

/// What is well.
fn praised(examined: &Examined, words: &'static Words) -> Vec<(Mark, String)> {
    let lacks = |findings: &[Finding]| findings.iter().any(|it| examined.findings.contains(it));
    let praise = [
        (!examined.is_secure, words.secure),
        (
            lacks(&[Finding::Undated, Finding::PartlyUndated, Finding::NoItems]),
            words.dated,
        ),
        (
            lacks(&[
                Finding::NoPictures,
                Finding::InsecurePictures,
                Finding::NoItems,
            ]),
            words.pictured,
        ),
    ];
    let well = praise.into_iter().filter(|(lacks, _)| !lacks);
    well.map(|(_, text)| (Mark::Good, text.to_owned()))
        .collect()
}

/// A feed that other sites may not read: what to take instead, and how it is mended.
#[component]
fn NotReadable(instead: Vec<WebAddress>) -> impl IntoView {
    let words = builder().words;
    let (message, mend) = words.finding(Finding::NotReadable);
    let mends = mends();
    let first = mends.first().map_or("", |mend| mend.server);
    let server = RwSignal::new(first.to_owned());
    let servers: Vec<&'static str> = mends.iter().map(|mend| mend.server).collect();
    let lines = Signal::derive(move || {
        let found = mends
            .iter()
            .find(|mend| server.with(|server| mend.server == server));
        found.map_or_else(String::new, |mend| mend.lines.to_owned())
    });
    let is_wordpress = instead
        .iter()
        .any(|address| address.as_str().contains("/wp-json/"));
    let offer = (!instead.is_empty()).then(|| {
        let sentence = if is_wordpress {
            words.wordpress_works
        } else {
            words.choose_feed
        };
        view! {
            <p class="good">{sentence}</p>
            <Feeds feeds=instead/>
        }
    });
    view! {
        <p class="bad">{message}</p>
        {offer}
        <details class="mending" open=!is_wordpress>
            <summary>{words.mend_heading}</summary>
            <p>{mend}</p>
            <label>
                {words.mend_hint} " "
                <select on:change=move |event| server.set(event_target_value(&event))>
                    {servers
                        .into_iter()
                        .map(|name| view! { <option value=name>{name}</option> })
                        .collect_view()}
                </select>
            </label>
            <Code text=lines caption="Access-Control-Allow-Origin" name="mend"/>
        </details>
    }
}

/// Feeds to choose from.
#[component]
fn Feeds(feeds: Vec<WebAddress>) -> impl IntoView {
    let builder = builder();
    let Builder { words, .. } = builder;
    let buttons = feeds.into_iter().map(|feed| {
        let label = filled(words.take_address, &[feed.as_str()]);
        let take = move |_| check::check(builder, feed.as_str());
        view! {
            <li>
                <button type="button" class="take" on:click=take>
                    {label}
                </button>
            </li>
        }
    });
    view! { <ul class="feeds">{buttons.collect_view()}</ul> }
}
