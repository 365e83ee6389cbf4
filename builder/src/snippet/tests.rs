//! Each form, written out.

use std::collections::BTreeMap;

use super::{Fallback, Form, Recipe, Size, pieces, preload, reserve};
use crate::choices::Choices;
use crate::release::{File, Manifest, Release};

fn written(form: Form, is_pinned: bool) -> String {
    let pieces = with_recipe(is_pinned, |recipe| pieces(form, recipe));
    let texts: Vec<String> = pieces.into_iter().map(|it| it.text).collect();
    texts.join("\n---\n")
}

fn with_recipe<T>(is_pinned: bool, make: impl FnOnce(Recipe<'_>) -> T) -> T {
    let choices: Choices = [
        ("feed", "https://a.example/feed?a&b"),
        ("heading", "\"Hello\""),
        ("limit", "5"),
    ]
    .into_iter()
    .collect();
    let script = File {
        integrity: "sha384-x".to_owned(),
        brotli: 1,
    };
    let release = Release {
        base: "https://cdn.example/".to_owned(),
        manifest: Manifest {
            version: "0.1.0".to_owned(),
            files: BTreeMap::from([("strillone.js".to_owned(), script)]),
        },
    };
    let fallback = Fallback {
        address: "https://a.example/".to_owned(),
        text: "A & B".to_owned(),
    };
    make(Recipe {
        choices: &choices,
        release: &release,
        is_pinned,
        size: Some(Size {
            width: 320,
            height: 400,
        }),
        fallback: &fallback,
    })
}

#[test]
fn a_tag_has_all_on_it() {
    assert_eq!(
        written(Form::Tag, false),
        r#"<script
  async
  src="https://cdn.example/strillone.js"
  data-feed="https://a.example/feed?a&amp;b"
  data-limit="5"
  data-heading="&quot;Hello&quot;"></script>"#
    );
}

#[test]
fn a_pinned_script_comes_from_its_version_s_folder() {
    let text = written(Form::Element, true);
    let script = r#"  src="https://cdn.example/0.1.0/strillone.js"
  integrity="sha384-x"
  crossorigin="anonymous"></script>"#;
    assert!(text.contains(script), "{text}");
}

#[test]
fn an_element_holds_a_link_for_readers_without_scripts() {
    assert_eq!(
        written(Form::Element, false),
        r#"<script async src="https://cdn.example/strillone.js"></script>
<strillone-news feed="https://a.example/feed?a&amp;b" limit="5" heading="&quot;Hello&quot;">
  <a href="https://a.example/">A &amp; B</a>
</strillone-news>"#
    );
}

#[test]
fn a_frame_has_the_options_in_its_address() {
    let text = written(Form::Frame, false);
    let address = "https://cdn.example/embed.html?feed=https%3A%2F%2Fa.example%2Ffeed%3Fa%26b&amp;limit=5&amp;heading=%22Hello%22\"";
    assert!(text.contains(address), "{text}");
}

#[test]
fn an_author_of_wordpress_has_a_shortcode() {
    let text = written(Form::WordPress, false);
    let shortcode =
        r#"[strillone feed="https://a.example/feed?a&amp;b" limit="5" heading="&#34;Hello&#34;"]"#;
    let setting = "\n---\nhttps://cdn.example/strillone.js\n---\n";
    assert!(text.starts_with(&format!("{shortcode}{setting}")), "{text}");
}

#[test]
fn no_text_can_end_a_shortcode() {
    let heading = r#"L'ora "X" di [oggi] <b> \n"#;
    let choices: Choices = [("heading", heading)].into_iter().collect();
    let text = with_recipe(false, |recipe| {
        let recipe = Recipe {
            choices: &choices,
            ..recipe
        };
        pieces(Form::WordPress, recipe).remove(0).text
    });
    assert_eq!(
        text,
        "[strillone heading=\"L&#39;ora &#34;X&#34; di &#91;oggi&#93; &#60;b&#62; &#92;n\"]"
    );
}

#[test]
fn a_server_prints_by_one_command() {
    assert_eq!(
        written(Form::Printed, false),
        r#"strillone print \
  'https://a.example/feed?a&b' \
  --attribute limit=5 \
  --attribute 'heading="Hello"' \
  --base https://cdn.example/ \
  --output news.html
---
<script async src="https://cdn.example/strillone.js"></script>
<!-- news.html -->"#
    );
}

#[test]
fn a_bundle_begins_with_the_package() {
    for form in [Form::React, Form::Vue, Form::Svelte] {
        let text = written(form, false);
        let install = "npm install https://cdn.example/strillone-0.1.0.tgz\n---\n";
        assert!(text.starts_with(install), "{text}");
        assert!(text.contains("import 'strillone';"), "{text}");
    }
}

#[test]
fn next_and_astro_bring_the_script_by_a_tag() {
    let next = written(Form::Next, true);
    assert!(next.contains(r#"crossOrigin="anonymous" />"#), "{next}");
    let astro = written(Form::Astro, false);
    let tag = r#"<script is:inline async src="https://cdn.example/strillone.js"></script>"#;
    assert!(astro.starts_with(tag), "{astro}");
}

#[test]
fn a_place_is_kept_by_what_is_there_before_the_script() {
    let kept = |form| with_recipe(false, |recipe| reserve(form, recipe));
    let rule = kept(Form::Element);
    assert!(rule.is_some_and(|rule| rule.starts_with("strillone-news {")));
    let rule = kept(Form::Tag);
    assert!(rule.is_some_and(|rule| rule.starts_with(".news {")));
    assert_eq!(kept(Form::Frame), None);
}

#[test]
fn where_no_headlines_are_shown_no_height_is_given() {
    with_recipe(false, |recipe| {
        let recipe = Recipe {
            size: None,
            ..recipe
        };
        assert_eq!(reserve(Form::Element, recipe), None);
        let frame = pieces(Form::Frame, recipe).remove(0).text;
        assert!(!frame.contains("height="), "{frame}");
    });
    let frame = written(Form::Frame, false);
    assert!(frame.contains(r#"height="400""#), "{frame}");
}

#[test]
fn one_feed_can_be_preloaded_unless_a_proxy_is_asked() {
    let choices =
        |pairs: &[(&'static str, &'static str)]| -> Choices { pairs.iter().copied().collect() };
    let one = ("feed", "https://a.example/?a&b");
    assert_eq!(
        preload(&choices(&[one])).as_deref(),
        Some(r#"<link rel="preload" as="fetch" crossorigin href="https://a.example/?a&amp;b">"#)
    );
    let two = ("feed", "https://a.example/ https://b.example/");
    assert_eq!(preload(&choices(&[two])), None);
    let proxy = ("proxy", "https://p.example/{url}");
    assert_eq!(preload(&choices(&[one, proxy])), None);
}
