//! A control for one option. Its `name` is the attribute's.

use leptos::prelude::*;
use strillone::config::OptionEntry;

use super::browser::field_text;
use super::{Builder, builder};

/// The field of an option: label, control, and what it does.
#[component]
pub fn OptionField(entry: OptionEntry) -> impl IntoView {
    let words = builder().words;
    let name = entry.name;
    let id = format!("option-{name}");
    let hint = format!("hint-{name}");
    let wrong = format!("wrong-{name}");
    let problem = problem_of(name);
    let label = words.label(&entry);
    let explanation = words.explanation(&entry);
    let is_switch = entry.keywords == ["on", "off"];
    let control = if is_switch {
        view! { <Switch entry id=id.clone() hint=hint.clone()/> }.into_any()
    } else if !entry.keywords.is_empty() {
        view! { <Keywords entry id=id.clone() hint=hint.clone()/> }.into_any()
    } else if name == "heading" {
        view! { <Heading entry id=id.clone() hint=hint.clone()/> }.into_any()
    } else {
        view! { <Text entry id=id.clone() hint=hint.clone() wrong=wrong.clone()/> }.into_any()
    };
    view! {
        <div class="field" class:switch=is_switch>
            <label for=id>{label} " " <code>{name}</code></label>
            {control}
            <p class="hint" id=hint>{explanation}</p>
            <p class="unusable" id=wrong role="status">{problem}</p>
        </div>
    }
}

/// The text of an option as it stands now; nothing where it has its default.
fn text_of(name: &'static str) -> impl Fn() -> Option<String> + Copy + Send + Sync {
    let choices = builder().choices;
    move || choices.with(|choices| choices.text(name).map(str::to_owned))
}

/// What is wrong with the text of an option, and what would be right.
fn problem_of(name: &'static str) -> impl Fn() -> Option<String> + Copy + Send + Sync {
    let Builder {
        words, problems, ..
    } = builder();
    move || {
        problems.with(|problems| {
            let of_this = problems.iter().filter(|it| it.attribute == name);
            let said: Vec<String> = of_this.map(|it| words.unusable(it)).collect();
            (!said.is_empty()).then(|| said.join(" "))
        })
    }
}

/// On or off.
#[component]
fn Switch(entry: OptionEntry, id: String, hint: String) -> impl IntoView {
    let builder = builder();
    let name = entry.name;
    let text = text_of(name);
    let default = entry.default;
    let is_on = move || text().as_deref().unwrap_or(&default) == "on";
    let change = move |event| {
        let value = if event_target_checked(&event) {
            "on"
        } else {
            "off"
        };
        builder.choose(name, Some(value));
    };
    view! {
        <input type="checkbox" id=id name=name aria-describedby=hint prop:checked=is_on on:change=change/>
    }
}

/// One of a few.
#[component]
fn Keywords(entry: OptionEntry, id: String, hint: String) -> impl IntoView {
    let builder = builder();
    let words = builder.words;
    let name = entry.name;
    let text = text_of(name);
    let default = entry.default.clone();
    let value = move || text().unwrap_or_else(|| default.clone());
    let change = move |event| {
        let text = field_text(&event);
        builder.choose(
            name,
            Some(&text)
                .filter(|text| !text.is_empty())
                .map(String::as_str),
        );
    };
    // Without a default the page decides.
    let page_s = entry.default.is_empty();
    view! {
        <select id=id name=name aria-describedby=hint prop:value=value on:change=change>
            <Show when=move || page_s>
                <option value="">{words.automatic}</option>
            </Show>
            {entry
                .keywords
                .iter()
                .map(|keyword| {
                    view! { <option value=*keyword>{words.keyword(keyword)}</option> }
                })
                .collect_view()}
        </select>
    }
}

/// A number or a text. What is empty has its default, and what is wrong stays as it was typed: so
/// it is no field of the type `number`, which gives out and takes nothing but numbers.
#[component]
fn Text(entry: OptionEntry, id: String, hint: String, wrong: String) -> impl IntoView {
    let builder = builder();
    let words = builder.words;
    let name = entry.name;
    let text = text_of(name);
    let change = move |event| {
        let text = field_text(&event);
        let text = text.trim();
        builder.choose(name, Some(text).filter(|text| !text.is_empty()));
    };
    let is_wrong = {
        let problem = problem_of(name);
        move || problem().is_some()
    };
    let described = move || {
        if is_wrong() {
            format!("{wrong} {hint}")
        } else {
            hint.clone()
        }
    };
    let keyboard = entry.bounds.map(|_| "numeric");
    let placeholder = if name == "lang" {
        words.automatic.to_owned()
    } else {
        entry.default
    };
    view! {
        <input
            type="text"
            inputmode=keyboard
            id=id
            name=name
            placeholder=placeholder
            autocomplete="off"
            spellcheck="false"
            aria-invalid=move || is_wrong().then_some("true")
            aria-describedby=described
            prop:value=move || text().unwrap_or_default()
            on:change=change
        />
    }
}

/// The heading: the feed's own, another, or none at all, which is written as an empty one.
#[component]
fn Heading(entry: OptionEntry, id: String, hint: String) -> impl IntoView {
    let builder = builder();
    let words = builder.words;
    let name = entry.name;
    let text = text_of(name);
    let is_none = move || text().is_some_and(|text| text.is_empty());
    let change = move |event| {
        let text = field_text(&event);
        builder.choose(name, Some(text.trim()).filter(|text| !text.is_empty()));
    };
    let refuse = move |event| {
        let text = event_target_checked(&event).then_some("");
        builder.choose(name, text);
    };
    view! {
        <input
            type="text"
            id=id
            name=name
            autocomplete="off"
            aria-describedby=hint
            prop:disabled=is_none
            prop:value=move || text().unwrap_or_default()
            on:change=change
        />
        <label class="beside">
            <input type="checkbox" data-none="heading" prop:checked=is_none on:change=refuse/>
            " "
            {words.without_heading}
        </label>
    }
}
