//! A report for a person: a table of the items, then the problems in plain words.

use std::io::{Result, Write};

use strillone::address::WebAddress;
use strillone::feed::summary::shorten;

use strillone_doctor::Finding;

use super::report::{ItemReport, Report};

/// Prints a report.
pub fn print(report: &Report, findings: &[Finding], output: &mut impl Write) -> Result<()> {
    writeln!(output, "{}", report.source)?;
    writeln!(output, "  {}", verdict(report, findings))?;
    for finding in findings {
        writeln!(output, "  {} {}", finding.message(), finding.mend())?;
    }
    let format = match report.format {
        Some("rss0") => "RSS 0.9x",
        Some("rss1") => "RSS 1.0",
        Some("rss2") => "RSS 2.0",
        Some("atom03") => "Atom 0.3",
        Some("atom1") => "Atom 1.0",
        Some("json") => "JSON Feed",
        Some("wordpress") => "WordPress’s REST API",
        Some("mastodon") => "Mastodon’s API",
        Some("bluesky") => "Bluesky’s API",
        _ => "not a feed",
    };
    let encoding = report.encoding.as_deref().unwrap_or("unknown encoding");
    writeln!(output, "  {format}, {encoding}")?;
    let facts = [
        ("title", &report.feed.title),
        ("link", &report.feed.link),
        ("language", &report.feed.language),
        ("updated", &report.feed.updated),
    ];
    for (name, fact) in facts {
        if let Some(fact) = fact {
            writeln!(output, "  {name:<9} {fact}")?;
        }
    }
    if !report.items.is_empty() {
        writeln!(
            output,
            "\n  {:<20}  {:<60}  what else it has",
            "time", "headline"
        )?;
    }
    for item in &report.items {
        let time = item.published.as_ref().or(item.updated.as_ref());
        let time = time.map_or("—", String::as_str);
        let headline = shorten(&item.headline, 60);
        writeln!(output, "  {time:<20}  {headline:<60}  {}", extras(item))?;
    }
    writeln!(output)?;
    if report.problems.is_empty() {
        writeln!(output, "  No problems found.\n")?;
        return Ok(());
    }
    for problem in &report.problems {
        match problem.line {
            Some(line) => writeln!(output, "  line {line}: {}", problem.message)?,
            None => writeln!(output, "  {}", problem.message)?,
        }
    }
    writeln!(output)
}

/// Prints the feeds of a website.
pub fn print_site(source: &str, feeds: &[WebAddress], output: &mut impl Write) -> Result<()> {
    let verdict = match feeds {
        [] => "This is a website, and no feed of it was found.",
        _ => "This is a website. Its feeds, one of which is for the option “feed”:",
    };
    writeln!(output, "{source}\n  {verdict}")?;
    for feed in feeds {
        writeln!(output, "  {}", feed.as_str())?;
    }
    writeln!(output)
}

/// The short of it.
fn verdict(report: &Report, findings: &[Finding]) -> &'static str {
    if report.format.is_none() {
        "This is no feed."
    } else if findings.iter().any(|finding| finding.is_fatal()) {
        "The widget cannot show this feed on other sites yet."
    } else if report.problems.is_empty() && findings.is_empty() {
        "All is well."
    } else {
        "The widget shows this feed; some things can be better."
    }
}

fn extras(item: &ItemReport) -> String {
    let mut extras = Vec::new();
    let texts = [
        ("no link", item.url.is_none()),
        ("summary", item.summary.is_some()),
        ("content", item.content.is_some()),
        ("picture", item.image.is_some()),
    ];
    extras.extend(
        texts
            .into_iter()
            .filter(|(_, has)| *has)
            .map(|(name, _)| name.to_owned()),
    );
    if !item.authors.is_empty() {
        extras.push(format!("by {}", item.authors.join(", ")));
    }
    if let Some(count) = item.comments.count {
        extras.push(format!("{count} comments"));
    }
    extras.join(" · ")
}
