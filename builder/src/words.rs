//! The page's own words. A field that one language lacks does not compile; the tests see that
//! every option, every finding and every problem has its line.

mod english;
mod italian;
mod options;
mod problems;
#[cfg(test)]
mod tests;

use strillone::config::{ConfigProblem, OptionEntry};
use strillone::feed::Problem;
use strillone_doctor::Finding;

pub use english::ENGLISH;
pub use italian::ITALIAN;

/// A name and its words.
type Named = (&'static str, &'static str);

/// Everything the page says in one language. `{}` is filled in.
#[derive(Debug)]
pub struct Words {
    /// The language's own tag.
    pub tag: &'static str,
    /// How the page begins.
    pub title: &'static str,
    /// What the page is for.
    pub introduction: &'static str,
    /// The three steps' headings, and that of the picture of the widget.
    pub feed_heading: &'static str,
    /// Heading.
    pub look_heading: &'static str,
    /// Heading.
    pub preview_heading: &'static str,
    /// Heading.
    pub take_heading: &'static str,

    /// The field for the address.
    pub address: &'static str,
    /// What can be written there.
    pub address_hint: &'static str,
    /// The button that checks it.
    pub check: &'static str,
    /// While that is under way.
    pub checking: &'static str,
    /// What is shown while there is no feed.
    pub sample: &'static str,
    /// The text is no address.
    pub no_address: &'static str,
    /// The feed can be read.
    pub readable: &'static str,
    /// Its headlines, and the newest one's time.
    pub headlines: &'static str,
    /// One headline.
    pub one_headline: &'static str,
    /// The time of the newest one.
    pub newest: &'static str,
    /// It comes over https.
    pub secure: &'static str,
    /// All headlines have dates.
    pub dated: &'static str,
    /// There are pictures.
    pub pictured: &'static str,
    /// Problems of the document.
    pub problems: &'static str,
    /// A website has several feeds.
    pub choose_feed: &'static str,
    /// A website has no feed that could be found.
    pub no_feed: &'static str,
    /// Nobody answers.
    pub unreachable: &'static str,
    /// Refused with a status.
    pub refused: &'static str,
    /// How to mend CORS.
    pub mend_heading: &'static str,
    /// For whom it is.
    pub mend_hint: &'static str,
    /// The REST address of WordPress works.
    pub wordpress_works: &'static str,
    /// Take this address.
    pub take_address: &'static str,

    /// The presets.
    pub presets_heading: &'static str,
    /// The names of the presets, in their order.
    pub presets: [&'static str; 5],
    /// The rare options of a group.
    pub more: &'static str,
    /// No value.
    pub automatic: &'static str,
    /// A value that cannot be used: the value, what it must be, the bounds of a number.
    unusable: &'static str,
    /// The bounds of a number.
    bounds: &'static str,
    /// What a value must be. Where it is none of these, as the option table says it.
    expected: &'static [Named],
    /// No heading at all.
    pub without_heading: &'static str,
    /// Everything as at first.
    pub reset: &'static str,

    /// The page's width.
    pub width: &'static str,
    /// All the width there is.
    pub full_width: &'static str,
    /// The page's ground.
    pub ground: &'static str,
    /// The grounds, in their order.
    pub grounds: [&'static str; 4],
    /// The steps of loading.
    pub steps_show: &'static str,
    /// Back from there.
    pub steps_hide: &'static str,
    /// The steps, in their order.
    pub steps: [&'static str; 4],
    /// The next step.
    pub next_step: &'static str,
    /// The frame of the steps.
    pub steps_frame: &'static str,

    /// The form of the snippet.
    pub form: &'static str,
    /// The forms, in their order.
    pub forms: [&'static str; 10],
    /// A line about each form.
    pub form_hints: [&'static str; 10],
    /// Another feed stands in the snippet, as an example.
    pub no_feed_yet: &'static str,
    /// A feed is chosen that will not be shown.
    pub not_shown_yet: &'static str,
    /// Back to the first step.
    pub to_first_step: &'static str,
    /// For which width a height holds.
    pub height_holds: &'static str,
    /// The link to the plugin for WordPress.
    pub get_plugin: &'static str,
    /// Where a piece belongs.
    pub in_page: &'static str,
    /// Where a piece belongs.
    pub in_terminal: &'static str,
    /// Where a piece belongs.
    pub in_post: &'static str,
    /// Where a piece belongs.
    pub in_setting: &'static str,
    /// Where a piece belongs.
    pub in_html_block: &'static str,
    /// The button that copies.
    pub copy: &'static str,
    /// It is copied.
    pub copied: &'static str,
    /// It cannot be copied by itself.
    pub not_copied: &'static str,
    /// Pin the script.
    pub pin: &'static str,
    /// What that means.
    pub pin_hint: &'static str,
    /// The height to keep free.
    pub reserve: &'static str,
    /// Why.
    pub reserve_hint: &'static str,
    /// What else that takes with a tag.
    pub reserve_tag_hint: &'static str,
    /// The preload line.
    pub preload: &'static str,
    /// Why.
    pub preload_hint: &'static str,
    /// The policy's lines.
    pub policy: &'static str,
    /// For whom.
    pub policy_hint: &'static str,
    /// What is loaded.
    pub weight: &'static str,
    /// The script.
    pub weight_script: &'static str,
    /// The wasm.
    pub weight_wasm: &'static str,
    /// The feed.
    pub weight_feed: &'static str,
    /// Nothing else.
    pub weight_rest: &'static str,
    /// A text for one's web person.
    pub letter: &'static str,
    /// Why.
    pub letter_hint: &'static str,
    /// The text: form, snippet, what is said of the rule, policy, the page's address.
    pub letter_text: &'static str,
    /// What is said of the rule: the width it holds for, what goes around a tag, the rule.
    pub letter_rule: &'static str,
    /// What the link for readers without scripts says.
    pub fallback: &'static str,
    /// The page keeps nothing.
    pub privacy: &'static str,

    /// The groups of the option table.
    pub groups: &'static [Named],
    /// The options: name, label, explanation. Where there is none, that of the option table.
    options: &'static [(&'static str, &'static str, &'static str)],
    /// The findings: message and mend. Where there is none, the doctor's own.
    findings: &'static [(&'static str, &'static str, &'static str)],
    /// The problems of a document, by the names of their kinds; `{}` stands for the piece of it.
    /// Where there is none, the reader's own message.
    problem_kinds: &'static [Named],
    /// The keywords of options, where they are not their own words.
    keywords: &'static [Named],
}

impl Words {
    /// The words for a reader of this language.
    pub fn of(tag: &str) -> &'static Words {
        let language = tag.split('-').next().unwrap_or_default();
        if language.eq_ignore_ascii_case("it") {
            &ITALIAN
        } else {
            &ENGLISH
        }
    }

    /// The name of a group of options.
    pub fn group(&self, group: &'static str) -> &'static str {
        find(self.groups, group).unwrap_or(group)
    }

    /// The label of an option.
    pub fn label(&self, entry: &OptionEntry) -> String {
        let found = self.options.iter().find(|(name, ..)| *name == entry.name);
        found.map_or_else(|| in_words(entry.name), |(_, label, _)| (*label).to_owned())
    }

    /// What an option does.
    pub fn explanation(&self, entry: &OptionEntry) -> String {
        let found = self.options.iter().find(|(name, ..)| *name == entry.name);
        let text = found.map_or("", |(.., text)| *text);
        let text = if text.is_empty() {
            entry.description
        } else {
            text
        };
        text.replace('`', "")
    }

    /// What a keyword of an option is called.
    pub fn keyword(&self, keyword: &'static str) -> &'static str {
        find(self.keywords, keyword).unwrap_or(keyword)
    }

    /// Why a value of an option cannot be used.
    pub fn unusable(&self, problem: &ConfigProblem) -> String {
        let expected = find(self.expected, problem.expected).unwrap_or(problem.expected);
        let bounds = problem.bounds.map(|(least, most)| {
            let (least, most) = (least.to_string(), most.to_string());
            filled(self.bounds, &[&least, &most])
        });
        let bounds = bounds.unwrap_or_default();
        filled(self.unusable, &[&problem.value, expected, &bounds])
    }

    /// What is wrong with a document.
    pub fn problem(&self, problem: &Problem) -> String {
        let sentence = find(self.problem_kinds, problem.kind.name());
        sentence.map_or_else(
            || problem.message(),
            |sentence| filled(sentence, &[&problem.detail]),
        )
    }

    /// What was found, and what to do about it.
    pub fn finding(&self, finding: Finding) -> (&'static str, &'static str) {
        let found = self
            .findings
            .iter()
            .find(|(name, ..)| *name == finding.name());
        found.map_or((finding.message(), finding.mend()), |(_, message, mend)| {
            (message, mend)
        })
    }
}

/// A sentence with its gaps filled, one after the other.
pub fn filled(sentence: &str, texts: &[&str]) -> String {
    let mut pieces = sentence.split("{}");
    let mut filled = pieces.next().unwrap_or_default().to_owned();
    let mut texts = texts.iter();
    for piece in pieces {
        filled.push_str(texts.next().copied().unwrap_or_default());
        filled.push_str(piece);
    }
    filled
}

fn find(named: &[Named], wanted: &str) -> Option<&'static str> {
    let found = named.iter().find(|(name, _)| *name == wanted);
    found.map(|(_, words)| *words)
}

/// An attribute's name as a label: `time-zone` is “Time zone”.
fn in_words(name: &str) -> String {
    let mut letters = name.chars();
    let first = letters.next().map(|first| first.to_ascii_uppercase());
    first
        .into_iter()
        .chain(letters)
        .collect::<String>()
        .replace('-', " ")
}
