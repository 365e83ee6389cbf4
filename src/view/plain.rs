//! The headlines as a list of links: what a server prints into pages that are to give it looks
//! of their own.

use std::sync::Arc;

use super::tree::{TreeNode, element};
use super::{ViewContext, ViewModel, headline};
use crate::host::Calendar;
use crate::widget::model::Headline;

/// The list.
pub fn plain(view_model: ViewModel, calendar: &'static dyn Calendar) -> TreeNode {
    let headlines = view_model.headlines();
    let context = Arc::new(ViewContext::new(view_model, calendar, Arc::new(|_| {})));
    let items = headlines.iter().map(|headline| item(&context, headline));
    element("ul").child(items.collect::<Vec<_>>()).into()
}

fn item(context: &Arc<ViewContext>, headline: &Arc<Headline>) -> TreeNode {
    let link = headline::link_as(context, headline, element);
    element("li").child(link).into()
}
