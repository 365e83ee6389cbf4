//! What is pasted, in ten forms.

mod frameworks;
mod plain;

#[cfg(test)]
mod tests;

use crate::choices::Choices;
use crate::release::Release;

/// A form of the snippet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// One script tag.
    Tag,
    /// The element, and its script.
    Element,
    /// A frame, for sites that allow no foreign script.
    Frame,
    /// WordPress.
    WordPress,
    /// React, bundled.
    React,
    /// Next.
    Next,
    /// Vue, bundled.
    Vue,
    /// Svelte, bundled.
    Svelte,
    /// Astro.
    Astro,
    /// The first headlines, printed by a server.
    Printed,
}

impl Form {
    /// All of them, in the order of the page.
    pub const ALL: [Form; 10] = [
        Form::Tag,
        Form::Element,
        Form::Frame,
        Form::WordPress,
        Form::React,
        Form::Next,
        Form::Vue,
        Form::Svelte,
        Form::Astro,
        Form::Printed,
    ];

    /// Its name in the page's own address.
    pub fn keyword(self) -> &'static str {
        match self {
            Form::Tag => "tag",
            Form::Element => "element",
            Form::Frame => "frame",
            Form::WordPress => "wordpress",
            Form::React => "react",
            Form::Next => "next",
            Form::Vue => "vue",
            Form::Svelte => "svelte",
            Form::Astro => "astro",
            Form::Printed => "printed",
        }
    }

    /// Whether the page's own bundle brings the widget's files.
    pub fn is_bundled(self) -> bool {
        matches!(self, Form::React | Form::Vue | Form::Svelte)
    }

    /// Whether its script can be pinned by a hash.
    pub fn can_be_pinned(self) -> bool {
        !self.is_bundled() && self != Form::Frame
    }
}

/// All that a snippet is made of.
#[derive(Clone, Copy, Debug)]
pub struct Recipe<'a> {
    /// The options.
    pub choices: &'a Choices,
    /// Where the widget's files are.
    pub release: &'a Release,
    /// Whether the page runs just this release's script.
    pub is_pinned: bool,
    /// The size of the widget where it shows headlines.
    pub size: Option<Size>,
    /// What readers without scripts get.
    pub fallback: &'a Fallback,
}

/// A size in CSS pixels.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Size {
    /// From side to side.
    pub width: u32,
    /// From top to bottom.
    pub height: u32,
}

/// A link to the publisher.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Fallback {
    /// Where it leads.
    pub address: String,
    /// What it says.
    pub text: String,
}

/// What belongs into one place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Piece {
    /// Where it belongs.
    pub place: Place,
    /// What to put there.
    pub text: String,
}

/// Where a piece belongs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// Into the page, where the news should be.
    Page,
    /// Into a file of this name.
    File(&'static str),
    /// Into a terminal.
    Terminal,
    /// Into a post, by an author, where the plugin is installed.
    Post,
    /// Into the settings of the plugin, by an administrator, once.
    Setting,
    /// Into a block “Custom HTML”, by an administrator or editor.
    HtmlBlock,
}

/// The pieces of a snippet.
pub fn pieces(form: Form, recipe: Recipe<'_>) -> Vec<Piece> {
    match form {
        Form::Tag => plain::tag(recipe),
        Form::Element => plain::element_and_script(recipe, Place::Page),
        Form::Frame => plain::frame(recipe),
        Form::WordPress => plain::wordpress(recipe),
        Form::Printed => plain::printed(recipe),
        Form::React => frameworks::react(recipe),
        Form::Next => frameworks::next(recipe),
        Form::Vue => frameworks::vue(recipe),
        Form::Svelte => frameworks::svelte(recipe),
        Form::Astro => frameworks::astro(recipe),
    }
}

/// The rule that keeps the widget's place free until it is there, as far as its size is known; a
/// frame has its height.
pub fn reserve(form: Form, recipe: Recipe<'_>) -> Option<String> {
    let kept = match form {
        Form::Frame => return None,
        // Its element comes with the script only, so the place is that of an element around.
        Form::Tag => ".news",
        _ => "strillone-news",
    };
    let height = recipe.size?.height;
    Some(format!(
        "{kept} {{\n  display: flow-root;\n  min-block-size: {height}px;\n}}"
    ))
}

/// The line for the page's head that makes the feed come at once. Of several feeds none is the
/// first.
pub fn preload(choices: &Choices) -> Option<String> {
    use crate::markup::{Dialect, escaped};

    let mut feeds = choices.feeds();
    let feed = feeds.next()?;
    let is_asked = feeds.next().is_none() && choices.text("proxy").is_none();
    is_asked.then(|| {
        let feed = escaped(Dialect::Html, feed);
        format!("<link rel=\"preload\" as=\"fetch\" crossorigin href=\"{feed}\">")
    })
}
