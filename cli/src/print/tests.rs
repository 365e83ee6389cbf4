//! What is printed for feeds in files.

#![allow(clippy::unwrap_used, clippy::expect_used)]

use std::fs;
use std::path::Path;

use clap::Parser;
use strillone::time::Timestamp;

use super::{Arguments, PrintError, run};

/// 2009-11-23T16:30:00Z.
const NOW: Timestamp = Timestamp(1_258_993_800_000);

const FEED: &str = "<rss version='2.0'><channel><title>News &amp; more</title>\
    <link>https://news.example/?a=1&amp;b=2</link><language>it</language>\
    <item><title>A</title><link>https://news.example/a</link>\
    <pubDate>Mon, 23 Nov 2009 16:00:00 GMT</pubDate></item>\
    <item><title>B</title><link>https://news.example/b</link>\
    <pubDate>Mon, 23 Nov 2009 15:00:00 GMT</pubDate></item></channel></rss>";

#[derive(Parser)]
struct CommandLine {
    #[command(flatten)]
    print: Arguments,
}

/// Reads a command line, with the words parted by white space.
fn arguments(line: &str) -> Arguments {
    let words = ["print"].into_iter().chain(line.split_whitespace());
    CommandLine::try_parse_from(words).unwrap().print
}

/// Prints a feed of this text; `FEED` in the command line is its file.
fn printed(feed: &str, line: &str) -> Result<String, PrintError> {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("feed.xml");
    fs::write(&file, feed).unwrap();
    let line = line.replace("FEED", file.to_str().unwrap());
    super::print(&arguments(&line), NOW)
}

/// Why a feed of [`FEED`]'s is not printed.
fn refused(line: &str) -> String {
    let line = format!("{line} --attribute feed=https://news.example/feed");
    printed(FEED, &line).expect_err("nothing").to_string()
}

#[test]
fn the_plain_form_is_a_list_of_links() {
    let line = "FEED --form plain --attribute feed=https://news.example/feed --attribute limit=1";
    assert_eq!(
        printed(FEED, line).unwrap(),
        "<strillone-news feed=\"https://news.example/feed\" limit=\"1\">\n\
         <ul><li><a lang=\"it\" dir=\"ltr\" href=\"https://news.example/a\" target=\"_blank\" \
         rel=\"noopener\">A</a></li></ul>\n\
         </strillone-news>\n"
    );
}

#[test]
fn the_form_with_a_shadow_root_is_the_widget_itself() {
    let line = "FEED --base https://cdn.example/ --attribute feed=https://news.example/feed \
                --attribute time-zone=Europe/Rome";
    let html = printed(FEED, line).unwrap();
    let (begin, rest) = html.split_once("<section ").unwrap();
    let (widget, end) = rest.split_once("</section>").unwrap();
    assert_eq!(
        begin,
        "<strillone-news feed=\"https://news.example/feed\" time-zone=\"Europe/Rome\">\n\
         <template shadowrootmode=\"open\">\
         <link rel=\"stylesheet\" href=\"https://cdn.example/strillone.css\">\
         <div class=\"place\" data-printed=\"1258993800000\">"
    );
    assert!(widget.contains("lang=\"it\""), "{widget}");
    assert!(widget.contains(">17:00</time>"), "{widget}");
    assert_eq!(
        end,
        "</div></template>\n\
         <a href=\"https://news.example/?a=1&amp;b=2\">News &amp; more</a>\n\
         </strillone-news>\n"
    );
}

#[test]
fn nothing_of_a_feed_or_an_attribute_is_markup() {
    let hostile = "\"'><script>alert(1)</script><!--</template></strillone-news>";
    let escaped = hostile.replace('&', "&amp;").replace('<', "&lt;");
    let feed = format!(
        "<rss version='2.0'><channel><title>{escaped}</title><link>javascript:alert(1)</link>\
         <item><title>{escaped}</title><link>https://news.example/\"&gt;&lt;b></link></item>\
         <item><title>B</title><link>javascript:alert(2)</link></item></channel></rss>"
    );
    for form in ["plain", "shadow"] {
        let line = format!(
            "FEED --form {form} --base https://cdn.example/\"><script> \
                            --attribute feed=https://news.example/feed \
                            --attribute heading=\"><script>alert(3)</script>"
        );
        let html = printed(&feed, &line).unwrap();
        for hole in ["<script", "<b>", "\"javascript:", "<!--"] {
            assert!(!html.contains(hole), "{hole} in {html}");
        }
        assert_eq!(html.matches("</strillone-news>").count(), 1, "{html}");
        assert!(html.matches("</template>").count() <= 1, "{html}");
    }
}

#[test]
fn an_attribute_is_written_once() {
    let html = printed(
        FEED,
        "FEED --base / --attribute feed=https://news.example/feed --attribute limit=1 \
         --attribute limit=2 --attribute class=wide",
    );
    let html = html.unwrap();
    let (element, _) = html.split_once('>').unwrap();
    assert!(
        element.ends_with(" limit=\"2\" class=\"wide\""),
        "{element}"
    );
    for tag in html.split('<') {
        let (tag, _) = tag.split_once('>').unwrap_or_default();
        assert!(tag.matches(" class=").count() <= 1, "{tag}");
    }
}

#[test]
fn the_address_of_a_feed_is_its_attribute() {
    let line = arguments("https://news.example/a https://news.example/b --form plain");
    let attributes = super::Attributes::read(&line.feeds, &line.attributes).unwrap();
    let feed = ("feed".to_owned(), line.feeds.join(" "));
    assert_eq!(attributes.pairs(), [feed]);
}

#[test]
fn what_is_wrong_with_the_command_line_is_said() {
    for (line, message) in [
        (
            "FEED",
            "--base is missing: the address of the folder where strillone.css is",
        ),
        (
            "FEED --base / --attribute limits=3",
            "there is no attribute limits, is limit meant?",
        ),
        (
            "FEED --base / --attribute data-limit=3",
            "there is no attribute data-limit, is limit meant?",
        ),
        (
            "FEED --base / --attribute colour=red",
            "there is no attribute colour",
        ),
        (
            "FEED --base / --attribute layout=grid",
            "the attribute layout=\"grid\" is not used: it must be list, ticker, \
             rotator, cards or timeline",
        ),
        (
            "FEED FEED --base /",
            "the attribute feed names 1 addresses, but there are 2 feeds",
        ),
        (
            "FEED --base / --attribute include=nothing",
            "there is no headline to print",
        ),
    ] {
        assert_eq!(refused(line), message, "{line}");
    }
}

#[test]
fn an_attribute_is_a_name_and_a_value() {
    for (text, message) in [
        ("limit", "it must be NAME=VALUE"),
        ("a\"b=1", "“a\"b” is no name of an attribute"),
        ("=1", "“” is no name of an attribute"),
    ] {
        let error = super::attributes::pair(text).expect_err("no pair");
        assert_eq!(error.to_string(), message);
    }
    let pair = super::attributes::pair("Heading=a=b").unwrap();
    assert_eq!(pair, ("heading".to_owned(), "a=b".to_owned()));
}

#[test]
fn a_file_has_no_address_of_its_own() {
    let error = printed(FEED, "FEED --base /").expect_err("no address");
    assert!(matches!(error, PrintError::NoAddress(_)), "{error}");
}

#[test]
fn what_is_no_feed_and_what_is_not_there_is_an_error() {
    let attribute = "--base / --attribute feed=https://news.example/feed";
    let error = printed("<html></html>", &format!("FEED {attribute}")).expect_err("a page");
    assert!(
        error
            .to_string()
            .ends_with("is no feed; `strillone inspect` says more")
    );
    let error = printed(FEED, &format!("FEED.gone {attribute}")).expect_err("nothing");
    assert!(
        error
            .to_string()
            .contains("feed.xml.gone cannot be opened: "),
        "{error}"
    );
}

/// Prints into a file beside the feed, and returns the names in that folder.
fn into_file(folder: &Path, feed: &str) -> (Result<(), PrintError>, Vec<String>) {
    fs::write(folder.join("feed.xml"), feed).unwrap();
    let folder_name = folder.to_str().unwrap();
    let outcome = run(&arguments(&format!(
        "{folder_name}/feed.xml --form plain --attribute feed=https://news.example/feed \
         --output {folder_name}/news.html"
    )));
    let entries = fs::read_dir(folder).unwrap();
    let names = entries.map(|it| it.unwrap().file_name().into_string().unwrap());
    let mut names: Vec<String> = names.collect();
    names.sort();
    (outcome, names)
}

#[test]
fn a_file_is_replaced_by_the_next_and_kept_where_there_is_none() {
    let folder = tempfile::tempdir().unwrap();
    let news = || fs::read_to_string(folder.path().join("news.html")).unwrap();
    let (outcome, _) = into_file(folder.path(), FEED);
    outcome.unwrap();
    assert!(news().contains(">A</a>"));
    let (outcome, _) = into_file(folder.path(), &FEED.replace(">A<", ">C<"));
    outcome.unwrap();
    assert!(news().contains(">C</a>"));
    let (outcome, names) = into_file(folder.path(), "nothing");
    outcome.expect_err("no feed");
    assert!(news().contains(">C</a>"));
    assert_eq!(names, ["feed.xml", "news.html"]);
}

#[cfg(unix)]
#[test]
fn whoever_could_read_the_last_file_can_read_the_next() {
    use std::os::unix::fs::PermissionsExt;

    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("news.html");
    let mode = || fs::metadata(&file).unwrap().permissions().mode() & 0o777;
    into_file(folder.path(), FEED).0.unwrap();
    let usual = folder.path().join("usual");
    fs::write(&usual, "").unwrap();
    let usual = fs::metadata(&usual).unwrap().permissions().mode() & 0o777;
    assert_eq!(mode(), usual);
    fs::set_permissions(&file, fs::Permissions::from_mode(0o640)).unwrap();
    into_file(folder.path(), FEED).0.unwrap();
    assert_eq!(mode(), 0o640);
}

#[test]
fn a_file_that_cannot_be_written_is_an_error() {
    let folder = tempfile::tempdir().unwrap();
    let feed = folder.path().join("feed.xml");
    fs::write(&feed, FEED).unwrap();
    let error = run(&arguments(&format!(
        "{} --form plain --attribute feed=https://news.example/feed --output {}/no/news.html",
        feed.display(),
        folder.path().display()
    )));
    let error = error.expect_err("no folder").to_string();
    assert!(
        error.contains("/no/news.html cannot be written: "),
        "{error}"
    );
}
