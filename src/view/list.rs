//! `layout="list"`: times and headlines, one under the other.

use std::sync::Arc;

use super::tree::{TreeElement, TreeNode, dynamic, part};
use super::{ViewContext, headline, preview};
use crate::config::{Preview, Time};
use crate::host::TimeStyle;
use crate::widget::model::Headline;

/// The list.
pub fn list(context: &Arc<ViewContext>) -> TreeNode {
    // Safari hears no list where there are no bullets, unless told so.
    let list = part("ul", "list")
        .attr("role", "list")
        .attr("tabindex", "-1");
    list.child(headline::rows(context, row)).into()
}

fn row(context: &Arc<ViewContext>, headline: &Arc<Headline>) -> TreeElement {
    let line = headline::line(headline)
        .child(headline::link(context, headline))
        .child(headline::sources(headline))
        .child(headline::mark(context, headline))
        .child(headline::comments(context, headline))
        .child(headline::summary(context, headline));
    let has_time = context.config.time != Time::None;
    let has_preview = context.config.preview != Preview::None;
    let opens_here = context.config.opens_in_place();
    let item = part("li", "item")
        .child(dateline(context, headline))
        .child(has_time.then(|| headline::time(context, headline)))
        .child(line)
        .child(has_preview.then(|| preview::toggle(context, headline)))
        .child(opens_here.then(|| preview::under(context, headline)));
    headline::track_hover(context, &headline.key, item)
}

/// The day above the first headline of a day that is not today, as in a newspaper. With
/// `time="clock"` the column would otherwise show yesterday's hours as today's.
fn dateline(context: &Arc<ViewContext>, headline: &Arc<Headline>) -> Option<TreeNode> {
    if context.config.time != Time::Clock {
        return None;
    }
    let (context, key) = (context.clone(), headline.key.clone());
    let day = move || {
        let day = |headline: &Arc<Headline>| {
            let date = headline.item.date()?;
            Some(headline::format_day(&context, date, TimeStyle::Day))
        };
        let headlines = context.view_model.headlines();
        let place = headlines.iter().position(|headline| headline.key == key)?;
        let this = headlines.get(place).and_then(day)?;
        let dated_before = headlines.iter().take(place).rev().find_map(day);
        let before = dated_before.unwrap_or_else(|| {
            headline::format_time(&context, context.view_model.now(), TimeStyle::Day)
        });
        (this != before).then(|| part("p", "dateline").child(this))
    };
    Some(dynamic(day))
}
