//! Links that lead out of the widget.

use std::sync::Arc;

use super::ViewContext;
use super::tree::TreeElement;
use crate::address::LinkAddress;
use crate::widget::model::Headline;
use crate::widget::update::Message;

/// Makes a link of an element that leads to the article, where the feed names one.
pub fn to_article(
    context: &Arc<ViewContext>,
    headline: &Arc<Headline>,
    element: TreeElement,
) -> TreeElement {
    let Some(address) = &headline.item.link else {
        return element;
    };
    let (dispatch, key) = (context.dispatch.clone(), headline.key.clone());
    outgoing(context, &LinkAddress::from(address.clone()), element)
        .on("click", move || dispatch(Message::Followed(key.clone())))
}

/// Makes a link of an element, with the partner's query appended to the address.
pub fn outgoing(
    context: &Arc<ViewContext>,
    address: &LinkAddress,
    element: TreeElement,
) -> TreeElement {
    let address = match &context.config.link_query {
        Some(query) => address.with_query(query),
        None => address.as_str().to_owned(),
    };
    element
        .attr("href", address)
        .attr("target", context.config.target.keyword())
        .attr("rel", "noopener")
}
