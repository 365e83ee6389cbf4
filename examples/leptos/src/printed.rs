//! The page as a server prints it, with the first headlines: the built page is read from standard
//! input, and written to standard output with the application in it. The feed is the argument.
//!
//! ```sh
//! trunk build
//! cargo run -- feed.xml < dist/index.html > dist/printed.html
//! ```

use std::io::{Read, Result, Write, stdin, stdout};
use std::time::UNIX_EPOCH;
use std::{env, fs};

use leptos::prelude::*;
use strillone::address::WebAddress;
use strillone::component::FirstHeadlines;
use strillone::feed::{self, Document};
use strillone::host::Native;
use strillone::time::Timestamp;

use crate::{App, FEED};

/// Where the page will be. The addresses of feeds are relative to it.
const PAGE: &str = "https://news.example/";

pub fn print() -> Result<()> {
    let mut page = String::new();
    stdin().read_to_string(&mut page)?;
    let application = Owner::new().with(|| {
        provide_context(read());
        App().to_html()
    });
    let page = page.replace("</body>", &format!("{application}</body>"));
    stdout().write_all(page.as_bytes())
}

/// A server reads feeds by a timer, not for each reader.
fn read() -> FirstHeadlines {
    let bytes = env::args().nth(1).and_then(|path| fs::read(path).ok());
    let document = Document {
        bytes: &bytes.unwrap_or_default(),
        address: None,
        charset: None,
        page: None,
    };
    let reading = feed::read(document, &Native);
    let since = UNIX_EPOCH.elapsed().unwrap_or_default();
    let now = Timestamp(i64::try_from(since.as_millis()).unwrap_or_default());

    let page = WebAddress::parse(PAGE, None, &Native);
    let feed = WebAddress::parse(FEED, page.as_ref(), &Native);
    match (page, feed) {
        (Some(page), Some(feed)) => FirstHeadlines::on_page(page).with(feed, reading, now),
        _ => FirstHeadlines::default(),
    }
}
