//! Checks addresses: is there a feed, may other pages read it, and if not, what can be done?
//! Nobody is asked but the site that was named, and only when somebody wants to know.

use std::time::Duration;

use futures::future::join_all;
use gloo_net::http::{Request, RequestBuilder, Response};
use leptos::prelude::*;
use leptos::task::spawn_local;
use strillone::address::WebAddress;
use strillone::feed::{self, Document};
use strillone::shell::Browser;
use strillone_doctor::{feeds_of_page, is_page, likely_feeds};
use web_sys::{AbortController, ReferrerPolicy, RequestCache, RequestCredentials, RequestMode};

use super::{Builder, browser};
use crate::addresses::addresses;
use crate::examined::Examined;
use crate::outcome::{Checked, Outcome};

/// No server that readers would wait for takes this long.
const PATIENCE: Duration = Duration::from_secs(15);

/// Checks the feeds that are chosen, if any.
pub fn check_chosen(builder: Builder) {
    let feeds = builder
        .choices
        .with_untracked(|choices| choices.text("feed").unwrap_or_default().to_owned());
    check(builder, &feeds);
}

/// Checks the addresses in a text, and takes those that are feeds.
pub fn check(builder: Builder, text: &str) {
    let texts = addresses(text, &Browser);
    let waiting = texts.iter().map(|text| (text.clone(), Outcome::Waiting));
    builder.checked.set(waiting.collect());
    let proxy = builder.proxy.get_untracked();
    spawn_local(async move {
        let outcomes = texts.iter().map(|text| async {
            let Some(address) = WebAddress::parse(text, None, &Browser) else {
                return (text.clone(), Outcome::NoAddress);
            };
            match &proxy {
                Some(proxy) => (text.clone(), read_feed(&proxy.fill(&address)).await),
                None => check_one(address).await,
            }
        });
        let checked = join_all(outcomes).await;
        // Somebody may have asked for something else meanwhile.
        let asked = builder.checked.with_untracked(|now| {
            let asked = now.iter().map(|(text, _)| text);
            asked.eq(texts.iter())
        });
        if asked {
            take(builder, &checked);
            builder.checked.set(checked);
        }
    });
}

/// Chooses what is taken for a feed.
fn take(builder: Builder, checked: &[Checked]) {
    let feeds = checked
        .iter()
        .filter(|(address, outcome)| outcome.is_feed(address));
    let feeds: Vec<&str> = feeds.map(|(address, _)| address.as_str()).collect();
    let feeds = (!feeds.is_empty()).then(|| feeds.join(" "));
    builder.choose("feed", feeds.as_deref());
}

/// Checks an address; a website with one feed leads to that feed.
async fn check_one(address: WebAddress) -> Checked {
    match read_feed(&address).await {
        Outcome::Website(feeds) if feeds.is_empty() => {
            let feeds = readable(&likely_feeds(&address, &Browser)).await;
            follow(address, Outcome::Website(feeds)).await
        }
        Outcome::NotReadable(_) => {
            let feeds = readable(&likely_feeds(&address, &Browser)).await;
            follow(address, Outcome::NotReadable(feeds)).await
        }
        outcome => follow(address, outcome).await,
    }
}

async fn follow(address: WebAddress, outcome: Outcome) -> Checked {
    if let Outcome::Website(feeds) = &outcome
        && let [only] = &feeds[..]
    {
        return (only.as_str().to_owned(), read_feed(only).await);
    }
    (address.as_str().to_owned(), outcome)
}

/// Which of these addresses are feeds that other sites may read.
async fn readable(addresses: &[WebAddress]) -> Vec<WebAddress> {
    let outcomes = join_all(addresses.iter().map(read_feed)).await;
    let checked = addresses.iter().zip(outcomes);
    let feeds = checked.filter(|(_, outcome)| matches!(outcome, Outcome::Feed(_)));
    feeds.map(|(address, _)| address.clone()).collect()
}

/// Asks for a feed as the widget does on a partner's page.
async fn read_feed(address: &WebAddress) -> Outcome {
    let Some(answer) = send(address, RequestMode::Cors).await else {
        // A page may not see the answer to this, but whether there is one.
        return match send(address, RequestMode::NoCors).await {
            Some(_) => Outcome::NotReadable(Vec::new()),
            None => Outcome::Unreachable,
        };
    };
    if !answer.ok() {
        return Outcome::Refused(answer.status());
    }
    let url = WebAddress::parse(&answer.url(), None, &Browser);
    let at = url.as_ref().unwrap_or(address);
    let charset = answer
        .headers()
        .get("content-type")
        .and_then(|kind| Some(kind.split_once("charset=")?.1.trim_matches('"').to_owned()));
    let Ok(bytes) = answer.binary().await else {
        return Outcome::Unreachable;
    };
    let document = Document {
        bytes: &bytes,
        address: Some(at),
        charset: charset.as_deref(),
        page: None,
    };
    let reading = feed::read(document, &Browser);
    if reading.feed.format.is_some() {
        return Outcome::Feed(Examined::of(&reading, address, bytes.len()));
    }
    let page = String::from_utf8_lossy(&bytes);
    let feeds = if is_page(&page) {
        feeds_of_page(&page, at, &Browser)
    } else {
        Vec::new()
    };
    Outcome::Website(feeds)
}

async fn send(address: &WebAddress, mode: RequestMode) -> Option<Response> {
    let controller = AbortController::new().ok()?;
    let signal = controller.signal();
    let timer = set_timeout_with_handle(move || controller.abort(), PATIENCE).ok();
    let request = request(secure(address).as_str(), mode).abort_signal(Some(&signal));
    let answer = request.send().await.ok();
    if let Some(timer) = timer {
        timer.clear();
    }
    answer
}

fn request(address: &str, mode: RequestMode) -> RequestBuilder {
    Request::get(address)
        .mode(mode)
        .credentials(RequestCredentials::Omit)
        .referrer_policy(ReferrerPolicy::NoReferrer)
        .cache(RequestCache::NoCache)
}

/// A page over https cannot ask over http; what it finds over https is the better address.
fn secure(address: &WebAddress) -> WebAddress {
    let is_secure = browser::page().is_some_and(|page| page.as_str().starts_with("https:"));
    if is_secure {
        address.upgraded()
    } else {
        address.clone()
    }
}
