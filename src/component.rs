//! `<NewsWidget/>`: the widget as a component of Leptos's, with the options as its properties.
//!
//! In a `<strillone-news>` the properties follow the element's attributes (`element`). A Leptos
//! application writes it in its own `view!`, with the cargo feature `standalone`; on a server
//! it prints itself with the [first headlines](FirstHeadlines) that it is given.

mod handle;
mod property;

#[cfg(not(target_arch = "wasm32"))]
mod native;

use leptos::component;

pub use handle::WidgetHandle;
#[cfg(not(target_arch = "wasm32"))]
pub use native::{FirstHeadlines, PrintedWidget};
pub use property::{Options, Property};

use crate::address::{LinkAddress, WebAddress};
use crate::config::*;
#[cfg(target_arch = "wasm32")]
use crate::source::WidgetId;
use crate::view::tree::TreeNode;

macro_rules! news_widget {
    (
        source {
            $(#[doc = $feed_doc:tt])+
            $feed:ident $feed_name:literal: $feed_type:ty = $feed_default:expr;
            $($(#[doc = $source_doc:tt])+
            $source:ident $source_name:literal: $source_type:ty = $source_default:expr;)+
        }
        $($group:ident {
            $($(#[doc = $doc:tt])+ $field:ident $name:literal: $type:ty = $default:expr;)+
        })+
    ) => {
        /// A live list of headlines. Every option can be a value or a signal.
        ///
        /// ```
        /// # use leptos::prelude::*;
        /// use strillone::component::NewsWidget;
        /// use strillone::config::Layout;
        ///
        /// let (limit, set_limit) = signal(5);
        /// # let _ = set_limit;
        /// # let _ =
        /// view! { <NewsWidget feed="https://example.org/feed.xml" limit layout=Layout::Cards/> }
        /// # ;
        /// ```
        #[component]
        pub fn NewsWidget(
            $(#[doc = $feed_doc])+
            #[prop(into)]
            $feed: Property<$feed_type>,
            $($(#[doc = $source_doc])+
            #[prop(into, optional)]
            $source: Property<$source_type>,)+
            $($($(#[doc = $doc])+
            #[prop(into, optional)]
            $field: Property<$type>,)+)+
            /// By this the application refreshes, pauses and plays the widget.
            #[prop(optional)]
            handle: Option<WidgetHandle>,
            /// Reads the options that no property gives, by the names of their attributes.
            #[prop(optional)]
            attributes: Option<Box<ReadAttribute<'static>>>,
        ) -> TreeNode {
            let given = [
                ($feed_name, $feed.into_text()),
                $(($source_name, $source.into_text()),)+
                $($(($name, $field.into_text()),)+)+
            ];
            draw(handle, Options::new(given, attributes))
        }
    };
}

option_table!(news_widget);

#[cfg(target_arch = "wasm32")]
fn draw(handle: Option<WidgetHandle>, options: Options) -> TreeNode {
    let handle = own(handle);
    let tree = crate::shell::instance::start(handle.id(), reader(handle.id(), options));
    stand(handle, tree)
}

/// A handle holds one widget. Another that is given it while that one stands has its own.
#[cfg(all(target_arch = "wasm32", feature = "standalone"))]
fn own(handle: Option<WidgetHandle>) -> WidgetHandle {
    use crate::shell::instance;

    let is_free = |handle: &WidgetHandle| {
        let is_free = !instance::is_running(handle.id());
        if !is_free {
            instance::report("a WidgetHandle is given to two widgets; it holds the first");
        }
        is_free
    };
    handle.filter(is_free).unwrap_or_default()
}

/// `element` makes one for each.
#[cfg(all(target_arch = "wasm32", not(feature = "standalone")))]
fn own(handle: Option<WidgetHandle>) -> WidgetHandle {
    handle.unwrap_or_default()
}

/// What the application does not say is inherited, once the widget stands on the page.
#[cfg(all(target_arch = "wasm32", feature = "standalone"))]
fn reader(widget: WidgetId, options: Options) -> Box<ReadAttribute<'static>> {
    use crate::shell::{inherited, instance};

    Box::new(move |name| {
        options.text(name).or_else(|| {
            let host = instance::host(widget)?;
            match name {
                "lang" => inherited::language(&host),
                "dir" => inherited::direction(&host),
                _ => None,
            }
        })
    })
}

/// `element` looks at the page itself.
#[cfg(all(target_arch = "wasm32", not(feature = "standalone")))]
fn reader(_: WidgetId, options: Options) -> Box<ReadAttribute<'static>> {
    Box::new(move |name| options.text(name))
}

#[cfg(not(target_arch = "wasm32"))]
fn draw(handle: Option<WidgetHandle>, options: Options) -> TreeNode {
    stand(handle.unwrap_or_default(), native::draw(&options))
}

/// An application's widget is an element with a shadow root.
#[cfg(feature = "standalone")]
fn stand(handle: WidgetHandle, tree: TreeNode) -> TreeNode {
    use crate::view::tree::{Directive, element};

    let host = element("div").directive(Directive::Host(handle.id()));
    host.child(tree).into()
}

/// The loader has made the element and the shadow root.
#[cfg(not(feature = "standalone"))]
fn stand(_: WidgetHandle, tree: TreeNode) -> TreeNode {
    tree
}
