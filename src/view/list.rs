//! `layout="list"`: times and headlines, one under the other.

use std::sync::Arc;

use super::tree::{TreeElement, TreeNode, dynamic, part};
use super::{ViewContext, headline, hover, lead, picture, preview, signs, time};
use crate::config::{Preview, Thumbnails, Time};
use crate::host::TimeStyle;
use crate::widget::model::Headline;

/// The list.
pub fn list(context: &Arc<ViewContext>) -> TreeNode {
    // Safari hears no list where there are no bullets, unless told so.
    let list = part("ul", "list")
        .attr("role", "list")
        .attr("class", "list rows")
        .attr("tabindex", "-1");
    list.child(headline::rows(context, row)).into()
}

fn row(context: &Arc<ViewContext>, headline: &Arc<Headline>) -> TreeElement {
    let leads = lead::leads(context, headline);
    let line = headline::line(headline)
        .child(picture(context, headline))
        .child(signs::signs(context, headline))
        .child(headline::link(context, headline))
        .child(headline::sources(headline))
        .child(headline::mark(context, headline))
        .child(headline::comments(context, headline))
        .child(summary(context, headline));
    let has_time = context.config.time != Time::None;
    let has_preview = context.config.preview != Preview::None;
    let opens_here = context.config.opens_in_place();
    let mut item = part("li", "item");
    if context.config.has_lead() {
        item = item.attr_dyn("data-lead", move || leads().then(String::new));
    }
    let item = item
        .child(dateline(context, headline))
        .child(has_time.then(|| time::time(context, headline)))
        .child(line)
        .child(has_preview.then(|| preview::toggle(context, headline)))
        .child(opens_here.then(|| preview::under(context, headline)));
    hover::track_hover(context, &headline.key, item)
}

/// The picture of the lead story, or a small one beside each headline that has one.
fn picture(context: &Arc<ViewContext>, headline: &Arc<Headline>) -> TreeNode {
    if context.config.thumbnails != Thumbnails::None {
        return picture::frame(context, headline).into();
    }
    of_lead(context, headline, picture::frame)
}

/// The summary; the lead story has one also where the others have none.
fn summary(context: &Arc<ViewContext>, headline: &Arc<Headline>) -> TreeNode {
    match context.config.summary_length() {
        0 => of_lead(context, headline, |_, headline| {
            headline::summary(headline, LEAD_SUMMARY)
        }),
        length => headline::summary(headline, length).into(),
    }
}

/// The length of the lead story's summary, in characters.
const LEAD_SUMMARY: u32 = 200;

/// What a headline has as long as it is the lead story.
fn of_lead(
    context: &Arc<ViewContext>,
    headline: &Arc<Headline>,
    draw: fn(&Arc<ViewContext>, &Arc<Headline>) -> Option<TreeElement>,
) -> TreeNode {
    if !context.config.has_lead() {
        return TreeNode::NOTHING;
    }
    let leads = lead::leads(context, headline);
    let (context, headline) = (context.clone(), headline.clone());
    dynamic(move || leads().then(|| draw(&context, &headline)).flatten())
}

/// The day above the first headline of a day that is not today, as in a newspaper. With
/// `time="clock"` the column would otherwise show yesterday's hours as today's.
fn dateline(context: &Arc<ViewContext>, headline: &Arc<Headline>) -> Option<TreeNode> {
    if context.config.time != Time::Clock {
        return None;
    }
    let (context, key) = (context.clone(), headline.key.clone());
    let day = move || {
        let today = time::format_time(&context, context.view_model.now(), TimeStyle::Day);
        let headlines = context.view_model.headlines();
        let day = |headline: &Arc<Headline>| {
            let date = headline.item.date()?;
            Some(time::format_day(&context, date, TimeStyle::Day))
        };
        // What has no date is of no day: among today's it needs no line, elsewhere an empty one.
        let group = |place: usize| {
            let own = headlines.get(place).and_then(day);
            own.unwrap_or_else(|| {
                let before = headlines.iter().take(place).rev().find_map(day);
                let is_today = before.is_none_or(|before| before == today);
                if is_today {
                    today.clone()
                } else {
                    String::new()
                }
            })
        };
        let place = headlines.iter().position(|headline| headline.key == key)?;
        // The lead story stands above all days, and says its own.
        let leads = headlines
            .first()
            .is_some_and(|it| lead::leads(&context, it)());
        let place_in_days = place.checked_sub(usize::from(leads))?;
        let before = place_in_days
            .checked_sub(1)
            .map(|_| place - 1)
            .map_or_else(|| today.clone(), &group);
        let this = group(place);
        (this != before)
            .then(|| part("p", "dateline").child(Some(this).filter(|day| !day.is_empty())))
    };
    Some(dynamic(day))
}
