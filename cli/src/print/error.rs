//! Why nothing is printed.

use std::io;
use std::path::PathBuf;

use strillone::config::ConfigProblem;
use thiserror::Error;

/// What keeps the first headlines from being printed.
#[derive(Debug, Error)]
pub enum PrintError {
    /// An attribute without a value.
    #[error("it must be NAME=VALUE")]
    NoPair,
    /// A name that no attribute can have.
    #[error("“{0}” is no name of an attribute")]
    NoName(String),
    /// An attribute that the widget does not have, and perhaps the one that was meant.
    #[error("there is no attribute {name}{}", meaning(.meant))]
    UnknownAttribute {
        /// As it was written.
        name: String,
        /// The nearest right one.
        meant: Option<&'static str>,
    },
    /// An attribute with a value that cannot be used.
    #[error("{0}")]
    UnusableAttribute(ConfigProblem),
    /// A file of which nobody knows the address.
    #[error(
        "{0} is a file: say where readers find the feed with --attribute feed=ADDRESS, once for \
         all feeds, with spaces between"
    )]
    NoAddress(String),
    /// The attribute `feed` and the feeds do not belong together.
    #[error("the attribute feed names {named} addresses, but there are {given} feeds")]
    FeedCount {
        /// How many addresses the attribute names.
        named: usize,
        /// How many feeds are to be read.
        given: usize,
    },
    /// Nobody knows where the style sheet is.
    #[error("--base is missing: the address of the folder where strillone.css is")]
    NoBase,
    /// A feed that is not to be had.
    #[error("{feed} {cause:#}")]
    Unread {
        /// As it was written.
        feed: String,
        /// Why.
        cause: anyhow::Error,
    },
    /// Something else than a feed.
    #[error("{0} is no feed; `strillone inspect` says more")]
    NoFeed(String),
    /// Feeds, but nothing in them that the options let through.
    #[error("there is no headline to print")]
    NoHeadlines,
    /// A file that cannot be written.
    #[error("{} cannot be written: {cause}", .path.display())]
    Output {
        /// The file.
        path: PathBuf,
        /// Why.
        cause: io::Error,
    },
    /// Nobody takes what is printed.
    #[error("standard output cannot be written: {0}")]
    StandardOutput(io::Error),
}

fn meaning(meant: &Option<&str>) -> String {
    meant.map_or_else(String::new, |meant| format!(", is {meant} meant?"))
}
