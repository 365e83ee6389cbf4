//! The lines of a `Content-Security-Policy` for just these choices.

use crate::choices::Choices;
use crate::examined::Examined;
use crate::origin::{origin, origins};
use crate::release::Release;
use crate::snippet::Form;

/// What a page must add to its policy, if it has one.
pub fn policy(
    form: Form,
    choices: &Choices,
    release: &Release,
    examined: Option<&Examined>,
) -> String {
    let host = origin(&release.base).unwrap_or_default();
    if form == Form::Frame {
        return format!("frame-src {host}; script-src {host}");
    }
    let host = if form.is_bundled() {
        "'self'".to_owned()
    } else {
        host
    };
    let asked: Vec<&str> = match choices.text("proxy") {
        Some(proxy) => vec![proxy],
        None => choices.feeds().collect(),
    };
    let connections = origins(asked.into_iter().chain(choices.text("push")));
    let mut lines = vec![
        format!("script-src {host} 'wasm-unsafe-eval'"),
        directive("connect-src", &[&[host], &connections[..]].concat()),
    ];
    let shows_pictures = choices.text("images") != Some("off");
    let shows_media = choices.text("preview") != Some("none");
    let pictures = examined.filter(|_| shows_pictures);
    let media = examined.filter(|_| shows_media);
    for (name, origins) in [
        ("img-src", pictures.map(|it| &it.picture_origins)),
        ("media-src", media.map(|it| &it.media_origins)),
    ] {
        if let Some(origins) = origins.filter(|origins| !origins.is_empty()) {
            lines.push(directive(name, origins));
        }
    }
    lines.join("; ")
}

fn directive(name: &str, sources: &[String]) -> String {
    format!("{name} {}", sources.join(" "))
}

#[cfg(test)]
mod tests {
    use super::policy;
    use crate::choices::Choices;
    use crate::examined::Examined;
    use crate::release::Release;
    use crate::snippet::Form;

    fn lines(form: Form, pairs: &[(&str, &str)], examined: Option<&Examined>) -> String {
        let release = Release {
            base: "https://cdn.example/".to_owned(),
            ..Release::default()
        };
        let choices: Choices = pairs.iter().copied().collect();
        policy(form, &choices, &release, examined)
    }

    const FEED: (&str, &str) = ("feed", "https://a.example/feed");

    #[test]
    fn a_policy_names_the_host_the_feed_and_the_pictures() {
        let examined = Examined {
            picture_origins: vec!["https://pictures.example".to_owned()],
            ..Examined::default()
        };
        assert_eq!(
            lines(Form::Tag, &[FEED], Some(&examined)),
            "script-src https://cdn.example 'wasm-unsafe-eval'; \
             connect-src https://cdn.example https://a.example; img-src https://pictures.example"
        );
        let without = lines(Form::Tag, &[FEED, ("images", "off")], Some(&examined));
        assert!(!without.contains("img-src"), "{without}");
    }

    #[test]
    fn a_proxy_is_asked_in_the_place_of_the_feed() {
        let proxy = ("proxy", "https://relay.example/?{url}");
        let lines = lines(Form::Tag, &[FEED, proxy], None);
        assert!(lines.ends_with("connect-src https://cdn.example https://relay.example"));
    }

    #[test]
    fn a_bundle_comes_from_the_page_s_own_site_and_a_frame_is_a_matter_of_its_own() {
        assert_eq!(
            lines(Form::React, &[FEED], None),
            "script-src 'self' 'wasm-unsafe-eval'; connect-src 'self' https://a.example"
        );
        assert_eq!(
            lines(Form::Frame, &[FEED], None),
            "frame-src https://cdn.example; script-src https://cdn.example"
        );
    }
}
