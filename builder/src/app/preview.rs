//! The real widget on a picture of a partner's page.

use form_urlencoded::Serializer;
use leptos::html::Div;
use leptos::prelude::*;
use leptos::tachys::html::attribute::any_attribute::{AnyAttribute, IntoAnyAttribute};
use leptos::tachys::html::attribute::custom::custom_attribute;
use leptos::wasm_bindgen::JsCast;
use leptos::wasm_bindgen::closure::Closure;
use strillone::config::options;
use web_sys::ResizeObserver;

use super::steps::Steps;
use super::{Builder, builder};
use crate::choices::Choices;
use crate::snippet::Size;
use crate::state::{Ground, WIDTHS};
use crate::words::Words;

/// What is shown while no feed is chosen.
pub fn sample(words: &Words) -> String {
    format!("sample/{}.xml", words.tag)
}

/// The widget on a page of the chosen width and ground.
#[component]
pub fn Preview() -> impl IntoView {
    let Builder { words, state, .. } = builder();
    let is_stepping = RwSignal::new(false);
    let ground = Memo::new(move |_| state.with(|state| state.ground));
    let width = Memo::new(move |_| state.with(|state| state.width));
    let is_mirrored = move || ground.get() == Ground::RightToLeft;
    let label = move || {
        if is_stepping.get() {
            words.steps_hide
        } else {
            words.steps_show
        }
    };
    view! {
        <section class="preview" aria-labelledby="preview-heading">
            <h3 id="preview-heading">{words.preview_heading}</h3>
            <div class="settings">
                <Widths/>
                <Grounds/>
            </div>
            <div class="window">
                <div
                    class="sheet"
                    data-ground=move || ground.get().keyword()
                    dir=move || if is_mirrored() { "rtl" } else { "ltr" }
                    lang=move || if is_mirrored() { "ar" } else { words.tag }
                >
                    <div class="page">
                        <div class="article" aria-hidden="true"></div>
                        <div
                            class="place"
                            style:inline-size=move || {
                                width.get().map_or("100%".to_owned(), |width| format!("{width}px"))
                            }
                        >
                            <Show when=move || is_stepping.get() fallback=|| view! { <News/> }>
                                <Steps/>
                            </Show>
                        </div>
                    </div>
                    <Lines/>
                </div>
            </div>
            <p class="below">
                <button
                    type="button"
                    class="quiet"
                    on:click=move |_| is_stepping.update(|it| *it = !*it)
                >
                    {label}
                </button>
                <Measure/>
            </p>
        </section>
    }
}

/// The element as a partner would write it.
#[component]
fn News() -> impl IntoView {
    let Builder { size, words, .. } = builder();
    let place = NodeRef::<Div>::new();
    Effect::new(move || {
        if let Some(place) = place.get() {
            follow_size(&place, size);
        }
    });
    view! {
        <div class="news" node_ref=place>
            <strillone-news {..attributes()}>
                <a href="https://example.org/">{words.fallback}</a>
            </strillone-news>
        </div>
    }
}

/// Every option as an attribute that follows what is chosen and can be used.
fn attributes() -> Vec<AnyAttribute> {
    let Builder { usable, words, .. } = builder();
    let attributes = options().into_iter().map(|entry| {
        let name = entry.name;
        let text = move || {
            let text = usable.with(|choices| choices.text(name).map(str::to_owned));
            text.or_else(|| (name == "feed").then(|| sample(words)))
        };
        custom_attribute(name, text).into_any_attr()
    });
    attributes.collect()
}

/// The widget's events after which it shows something else.
const SHOWN: [&str; 3] = ["strillone:ready", "strillone:update", "strillone:error"];

/// Tells how large the widget in a place is while it shows headlines, whenever that changes, as
/// long as this part of the page stands.
fn follow_size(place: &web_sys::HtmlElement, size: RwSignal<Option<Size>>) {
    let measured = place.clone();
    let measure = Closure::<dyn Fn()>::new(move || {
        let now = measured.get_bounding_client_rect();
        size.set(shows_headlines(&measured).then(|| Size {
            width: now.width().round() as u32,
            height: now.height().ceil() as u32,
        }));
    });
    let listener = measure.as_ref().unchecked_ref();
    for event in SHOWN {
        // Whatever has listeners takes one more.
        let _ = place.add_event_listener_with_callback(event, listener);
    }
    if let Ok(observer) = ResizeObserver::new(listener) {
        observer.observe(place);
        let kept = StoredValue::new_local((observer, measure));
        on_cleanup(move || {
            kept.with_value(|(observer, _)| observer.disconnect());
            size.set(None);
        });
    }
}

fn shows_headlines(place: &web_sys::HtmlElement) -> bool {
    let news = place.query_selector("strillone-news").ok().flatten();
    let shadow = news.and_then(|news| news.shadow_root());
    let headline = shadow.and_then(|it| it.query_selector("[part~=headline]").ok()?);
    headline.is_some()
}

/// How large the widget is now.
#[component]
fn Measure() -> impl IntoView {
    let Builder { size, .. } = builder();
    let text = move || {
        let size = size.get();
        size.map(|Size { width, height }| format!("{width} × {height} px"))
    };
    view! { <span class="measure">{text}</span> }
}

/// How wide the widget's place is.
#[component]
fn Widths() -> impl IntoView {
    let Builder { words, state, .. } = builder();
    let choices = WIDTHS.into_iter().map(|width| {
        let label = width.map_or(words.full_width.to_owned(), |width| width.to_string());
        let is_chosen = move || state.with(|state| state.width == width);
        view! {
            <label class="choice">
                <input
                    type="radio"
                    name="width"
                    prop:checked=is_chosen
                    value=label.clone()
                    on:change=move |_| state.update(|state| state.width = width)
                />
                <span>{label}</span>
            </label>
        }
    });
    view! {
        <fieldset class="choices">
            <legend>{words.width}</legend>
            {choices.collect_view()}
        </fieldset>
    }
}

/// What the page around looks like.
#[component]
fn Grounds() -> impl IntoView {
    let Builder { words, state, .. } = builder();
    let choices = Ground::ALL
        .into_iter()
        .zip(words.grounds)
        .map(|(ground, label)| {
            let is_chosen = move || state.with(|state| state.ground == ground);
            view! {
                <label class="choice">
                    <input
                        type="radio"
                        name="page"
                        value=ground.keyword()
                        prop:checked=is_chosen
                        on:change=move |_| state.update(|state| state.ground = ground)
                    />
                    <span>{label}</span>
                </label>
            }
        });
    view! {
        <fieldset class="choices">
            <legend>{words.ground}</legend>
            {choices.collect_view()}
        </fieldset>
    }
}

/// Text of the page below, as grey lines.
#[component]
fn Lines() -> impl IntoView {
    view! {
        <div class="lines" aria-hidden="true">
            <span></span>
            <span></span>
            <span></span>
        </div>
    }
}

/// Where the steps find the same options.
pub fn frame_address(choices: &Choices, words: &Words) -> String {
    let mut query = Serializer::new(String::new());
    if choices.text("feed").is_none() {
        query.append_pair("feed", &sample(words));
    }
    query.extend_pairs(choices.iter());
    format!("steps.html?{}", query.finish())
}
