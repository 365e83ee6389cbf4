//! The pieces of a headline that every layout has: its time, its link, its sources, how many
//! comments it has.

use std::sync::Arc;

use super::link::to_article;
use super::time::format_time;
use super::tree::{For, TreeElement, TreeNode, dynamic, element, part};
use super::{ViewContext, icon};
use crate::config::Switch;
use crate::host::TimeStyle;
use crate::i18n::{self, Phrase};
use crate::widget::model::{Headline, Mark};

/// A row for each headline that is shown. Rows are matched by identity and content, so an
/// unchanged row keeps its nodes.
pub fn rows(
    context: &Arc<ViewContext>,
    row: fn(&Arc<ViewContext>, &Arc<Headline>) -> TreeElement,
) -> For {
    let (context, view_model) = (context.clone(), context.view_model.clone());
    let heard = view_model.clone();
    For::new(
        move || view_model.headlines(),
        |old, new| Arc::ptr_eq(old, new) || old.reads_as(new),
        move |headline| row(&context, headline).into(),
    )
    // What the reader asked for is no news.
    .marking({
        let mut before = (false, 0);
        move || {
            let now = (heard.has_heard_all(), heard.revealed());
            let (had_heard_all, revealed) = std::mem::replace(&mut before, now);
            had_heard_all && revealed == now.1
        }
    })
}

/// The headline itself: a link to the article, or plain text where the feed names none.
pub fn link(context: &Arc<ViewContext>, headline: &Arc<Headline>) -> TreeElement {
    link_as(context, headline, |name| part(name, "headline"))
}

/// The same, as an element that is made of its name.
pub fn link_as(
    context: &Arc<ViewContext>,
    headline: &Arc<Headline>,
    element: fn(&'static str) -> TreeElement,
) -> TreeElement {
    let text = headline.item.headline();
    let name = if headline.item.link.is_some() {
        "a"
    } else {
        "span"
    };
    let element = in_language(headline, &text, element(name));
    to_article(context, headline, element.child(text))
}

/// The publications that carry the headline, where there are several feeds.
pub fn sources(headline: &Arc<Headline>) -> Option<TreeElement> {
    let names: Vec<&str> = headline.sources.iter().map(|name| &**name).collect();
    let names = names.join(", ");
    (!names.is_empty()).then(|| part("span", "source").attr("dir", "auto").child(names))
}

/// What became of the headline since the reader could first see it: corrected, or taken back.
/// Alive, so that the row of a headline that is being read stays when it is marked.
pub fn mark(context: &Arc<ViewContext>, headline: &Arc<Headline>) -> TreeNode {
    let (context, key) = (context.clone(), headline.key.clone());
    dynamic(move || {
        let headlines = context.view_model.headlines();
        let headline = headlines.iter().find(|it| it.key == key)?;
        let text = match headline.mark? {
            Mark::Updated(time) => {
                let time = format_time(&context, time, TimeStyle::Clock);
                context.locale.phrase_with(Phrase::Updated, &time)
            }
            Mark::Withdrawn => context.locale.phrase(Phrase::Withdrawn).to_owned(),
        };
        let mark = part("span", "mark").attr("dir", context.direction());
        Some(mark.child(text))
    })
}

/// How many comments there are, where there are some.
pub fn comments(context: &Arc<ViewContext>, headline: &Arc<Headline>) -> Option<TreeElement> {
    let count = headline.item.comments.count.filter(|count| *count > 0);
    let count = count.filter(|_| context.config.comments == Switch::On)?;
    let digits = context.calendar.number(count, &context.config.lang);
    let sentence = context.locale.count(Phrase::Comments, count, &digits);
    Some(
        part("span", "comments")
            .attr("role", "img")
            .attr("lang", context.config.lang.as_str())
            .attr("aria-label", sentence)
            .child(icon::icon(icon::BUBBLE))
            .child(digits),
    )
}

/// The beginning of the summary, of that length in characters.
pub fn summary(headline: &Arc<Headline>, length: u32) -> Option<TreeElement> {
    let text = headline.item.summary_text(length as usize);
    let text = text.filter(|_| length > 0)?;
    let element = in_language(headline, &text, part("p", "summary"));
    Some(element.child(text))
}

/// A line of pieces that begins where the headline's own text does: in a list of several
/// languages, each line has its own direction.
pub fn line(headline: &Arc<Headline>) -> TreeElement {
    let line = element("div").attr("class", "line");
    line.attr("dir", direction(headline, &headline.item.headline()))
}

fn direction(headline: &Arc<Headline>, text: &str) -> &'static str {
    i18n::direction(text, headline.language.as_deref())
}

/// Gives an element the language of a headline and the direction of its own text. A language
/// that is written the other way is not that of the text, and none is known then.
pub fn in_language(headline: &Arc<Headline>, text: &str, element: TreeElement) -> TreeElement {
    let direction = direction(headline, text);
    let language = headline.language.as_deref().map(|language| {
        match i18n::is_right_to_left(language) == (direction == "rtl") {
            true => language,
            false => "",
        }
    });
    element.attr_some("lang", language).attr("dir", direction)
}
