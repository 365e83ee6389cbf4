//! The lead story of a list.

use std::sync::Arc;

use super::ViewContext;
use crate::widget::model::Headline;

/// Whether a headline is the lead story: the first one with a picture was taken to the top.
pub fn leads(context: &Arc<ViewContext>, headline: &Arc<Headline>) -> impl Fn() -> bool + use<> {
    let (context, key) = (context.clone(), headline.key.clone());
    move || {
        context.config.has_lead()
            && context
                .view_model
                .headlines()
                .first()
                .is_some_and(|first| first.key == key && first.picture(&context.config).is_some())
    }
}
