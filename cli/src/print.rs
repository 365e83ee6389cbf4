//! `strillone print FEED…`: the first headlines as HTML, for the page of a server. The widget
//! shows them until it has read the feeds itself; readers without scripts have them for good.

mod attributes;
mod element;
mod error;
mod output;

#[cfg(test)]
mod tests;

use std::path::PathBuf;

use clap::ValueEnum;
use strillone::address::WebAddress;
use strillone::component::{FirstHeadlines, PrintedWidget};
use strillone::feed::Reading;
use strillone::time::Timestamp;

use crate::fetch::fetch;
use attributes::Attributes;
pub use error::PrintError;

/// What the command is asked for.
#[derive(clap::Args)]
pub struct Arguments {
    /// Files or addresses. A file needs `--attribute feed=ADDRESS` as well: where readers find it.
    #[arg(required = true, value_name = "FEED")]
    feeds: Vec<String>,
    /// An attribute of the element; may be given several times.
    #[arg(long = "attribute", value_name = "NAME=VALUE", value_parser = attributes::pair)]
    attributes: Vec<(String, String)>,
    /// What stands in the element.
    #[arg(long, value_enum, default_value_t = Form::Shadow)]
    form: Form,
    /// Where the widget's files are, with `strillone.css` among them. For the form `shadow`.
    #[arg(long, value_name = "ADDRESS")]
    base: Option<String>,
    /// Writes into this file, all at once; without it to standard output. Where something is
    /// wrong, the file stays as it is.
    #[arg(long, value_name = "FILE")]
    output: Option<PathBuf>,
}

/// How the first headlines stand in the element.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Form {
    /// As the widget itself shows them, in a declarative shadow root.
    Shadow,
    /// As a list of links, for the page's own style sheet.
    Plain,
}

/// Prints the element. Whatever is wrong, nothing is written.
pub fn run(arguments: &Arguments) -> Result<(), PrintError> {
    let html = print(arguments, now())?;
    match &arguments.output {
        Some(path) => output::replace(path, &html).map_err(|cause| PrintError::Output {
            path: path.clone(),
            cause,
        }),
        None => output::print(&html).map_err(PrintError::StandardOutput),
    }
}

fn print(arguments: &Arguments, now: Timestamp) -> Result<String, PrintError> {
    let style_sheet = match (arguments.form, &arguments.base) {
        (Form::Shadow, Some(base)) => Some(format!("{}/strillone.css", base.trim_end_matches('/'))),
        (Form::Shadow, None) => return Err(PrintError::NoBase),
        (Form::Plain, _) => None,
    };
    let attributes = Attributes::read(&arguments.feeds, &arguments.attributes)?;
    let addresses = attributes.feeds();
    if addresses.len() != arguments.feeds.len() {
        return Err(PrintError::FeedCount {
            named: addresses.len(),
            given: arguments.feeds.len(),
        });
    }
    let pairs = arguments.feeds.iter().zip(addresses);
    let read: Vec<(WebAddress, Reading)> = pairs
        .map(|(feed, address)| Ok((address.clone(), read(feed)?)))
        .collect::<Result<_, PrintError>>()?;
    let Some((address, Reading { feed, .. })) = read.first().cloned() else {
        return Err(PrintError::NoHeadlines);
    };
    let all = read.into_iter();
    let first = all.fold(FirstHeadlines::default(), |first, (address, reading)| {
        first.with(address, reading, now)
    });
    // Without a word about it the widget speaks the language of its page, which nobody knows
    // here; that of the feed is the likeliest.
    let language = &feed.language;
    let option = |name: &str| {
        let written = attributes.get(name);
        written.or_else(|| language.clone().filter(|_| name == "lang"))
    };
    let widget = PrintedWidget::new(&option, &first);
    if widget.count() == 0 {
        return Err(PrintError::NoHeadlines);
    }
    Ok(match style_sheet {
        Some(style_sheet) => {
            let site = feed
                .link
                .as_ref()
                .map_or(address.as_str(), |link| link.as_str());
            let link = element::link(site, feed.title.as_deref());
            element::with_shadow_root(&attributes, &widget, &style_sheet, now, &link)
        }
        None => element::with_links(&attributes, &widget),
    })
}

fn read(feed: &str) -> Result<Reading, PrintError> {
    let fetched = fetch(feed).map_err(|cause| PrintError::Unread {
        feed: feed.to_owned(),
        cause,
    })?;
    let reading = fetched.read();
    if reading.feed.format.is_none() {
        return Err(PrintError::NoFeed(feed.to_owned()));
    }
    Ok(reading)
}

fn now() -> Timestamp {
    let since = std::time::UNIX_EPOCH.elapsed().unwrap_or_default();
    Timestamp(i64::try_from(since.as_millis()).unwrap_or_default())
}
