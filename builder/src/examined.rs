//! What is known of a feed once it was read: what the doctor says, and what a snippet needs.

use strillone::address::WebAddress;
use strillone::feed::{Medium, Problem, Reading};
use strillone::time::Timestamp;
use strillone_doctor::{Finding, read_through};

use crate::origin::origins;

/// A feed that was read.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Examined {
    /// Its name.
    pub title: Option<String>,
    /// The page that it belongs to.
    pub link: Option<String>,
    /// How many headlines it has.
    pub headlines: usize,
    /// When the newest one was published.
    pub newest: Option<Timestamp>,
    /// Whether it comes over https.
    pub is_secure: bool,
    /// How many bytes came.
    pub bytes: usize,
    /// What its readers lack.
    pub findings: Vec<Finding>,
    /// Where its pictures are.
    pub picture_origins: Vec<String>,
    /// Where its sound and film are.
    pub media_origins: Vec<String>,
    /// What is wrong with the document, each said once.
    pub problems: Vec<Problem>,
}

impl Examined {
    /// Examines a feed that came from `address`.
    pub fn of(reading: &Reading, address: &WebAddress, bytes: usize) -> Examined {
        let feed = &reading.feed;
        let mut findings = read_through(feed);
        if address.upgraded() != *address {
            findings.insert(0, Finding::Insecure);
        }
        let pictures = feed.items.iter().filter_map(|item| item.image.as_ref());
        let media = feed.items.iter().flat_map(|item| &item.enclosures);
        let media = media.filter(|it| matches!(it.medium, Medium::Audio | Medium::Video));
        let mut problems: Vec<Problem> = Vec::new();
        for problem in &reading.problems {
            let problem = Problem {
                line: None,
                ..problem.clone()
            };
            if !problems.contains(&problem) {
                problems.push(problem);
            }
        }
        Examined {
            title: feed.title.clone(),
            link: feed.link.as_ref().map(|link| link.as_str().to_owned()),
            headlines: feed.items.len(),
            newest: feed
                .items
                .iter()
                .filter_map(|it| it.published.or(it.updated))
                .max(),
            is_secure: address.as_str().starts_with("https:"),
            bytes,
            findings,
            picture_origins: origins(pictures.map(|picture| picture.address.as_str())),
            media_origins: origins(media.map(|medium| medium.address.as_str())),
            problems,
        }
    }
}

impl Examined {
    /// Several feeds taken together: what a page must allow and load for all of them.
    pub fn together<'a>(feeds: impl Iterator<Item = &'a Examined>) -> Option<Examined> {
        let mut feeds = feeds.cloned();
        let mut all = feeds.next()?;
        for feed in feeds {
            all.headlines += feed.headlines;
            all.bytes += feed.bytes;
            all.newest = all.newest.max(feed.newest);
            for (known, more) in [
                (&mut all.picture_origins, feed.picture_origins),
                (&mut all.media_origins, feed.media_origins),
            ] {
                known.extend(more);
                known.sort();
                known.dedup();
            }
        }
        Some(all)
    }
}
