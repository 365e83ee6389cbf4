//! What became of checking an address.

use strillone::address::WebAddress;
use strillone_doctor::Finding;

use crate::examined::Examined;
use crate::words::{Words, filled};

/// What became of checking an address.
#[derive(Clone, Debug, PartialEq)]
pub enum Outcome {
    /// The answer is on its way.
    Waiting,
    /// The text is no address.
    NoAddress,
    /// It is a feed.
    Feed(Examined),
    /// It is a website that has these feeds; perhaps none.
    Website(Vec<WebAddress>),
    /// Something is there, but no other site may read it; these feeds of the same site may be
    /// read.
    NotReadable(Vec<WebAddress>),
    /// The server refuses with this status.
    Refused(u16),
    /// Nothing answers.
    Unreachable,
}

/// An address as it was written, and what became of it.
pub type Checked = (String, Outcome);

impl Outcome {
    /// Whether `address` is taken for that of a feed: it was read, or could be if its server
    /// answered, and let others read it.
    pub fn is_feed(&self, address: &str) -> bool {
        match self {
            Outcome::Feed(_) => true,
            Outcome::NotReadable(_) | Outcome::Refused(_) | Outcome::Unreachable => {
                !is_home(address)
            }
            Outcome::Waiting | Outcome::NoAddress | Outcome::Website(_) => false,
        }
    }

    /// Why a feed will not be shown on another site, if that is so.
    pub fn obstacle(&self, words: &Words) -> Option<String> {
        match self {
            Outcome::Feed(examined) => {
                let mut findings = examined.findings.iter().copied();
                let fatal = findings.find(|finding| finding.is_fatal())?;
                Some(words.finding(fatal).0.to_owned())
            }
            Outcome::NotReadable(_) => Some(words.finding(Finding::NotReadable).0.to_owned()),
            Outcome::Refused(status) => Some(filled(words.refused, &[&status.to_string()])),
            Outcome::Unreachable => Some(words.unreachable.to_owned()),
            Outcome::Waiting | Outcome::NoAddress | Outcome::Website(_) => None,
        }
    }
}

/// The feeds that are taken although they will not be shown on another site, and why.
pub fn obstacles(checked: &[Checked], words: &Words) -> Vec<(String, String)> {
    let taken = checked
        .iter()
        .filter(|(address, outcome)| outcome.is_feed(address));
    taken
        .filter_map(|(address, outcome)| Some((address.clone(), outcome.obstacle(words)?)))
        .collect()
}

/// Whether this is the address of a website rather than of something on it.
fn is_home(address: &str) -> bool {
    let (_, rest) = address.split_once("://").unwrap_or(("", address));
    rest.split_once('/').is_none_or(|(_, path)| path.is_empty())
}

#[cfg(test)]
mod tests {
    use strillone_doctor::Finding;

    use super::{Outcome, obstacles};
    use crate::examined::Examined;
    use crate::words::{ENGLISH, ITALIAN};

    fn feed(findings: &[Finding]) -> Outcome {
        Outcome::Feed(Examined {
            findings: findings.to_vec(),
            ..Examined::default()
        })
    }

    #[test]
    fn each_feed_that_will_not_be_shown_says_why() {
        let outcomes = [
            feed(&[Finding::NoPictures]),
            feed(&[Finding::Insecure]),
            Outcome::NotReadable(Vec::new()),
            Outcome::Refused(404),
            Outcome::Unreachable,
        ];
        let address = "https://a.example/feed.xml";
        let checked = outcomes.map(|outcome| (address.to_owned(), outcome));
        for words in [&ENGLISH, &ITALIAN] {
            let said = obstacles(&checked, words);
            assert!(said.iter().all(|(of, _)| of == address));
            let said: Vec<&str> = said.iter().map(|(_, why)| why.as_str()).collect();
            let wanted = [
                words.finding(Finding::Insecure).0,
                words.finding(Finding::NotReadable).0,
                &words.refused.replace("{}", "404"),
                words.unreachable,
            ];
            assert_eq!(said, wanted);
        }
    }

    #[test]
    fn a_website_is_not_taken_for_a_feed() {
        for outcome in [
            Outcome::Unreachable,
            Outcome::Refused(500),
            Outcome::NotReadable(Vec::new()),
        ] {
            assert!(!outcome.is_feed("https://a.example/"));
            assert!(!outcome.is_feed("a.example"));
            assert!(outcome.is_feed("https://a.example/feed"));
        }
        assert!(feed(&[]).is_feed("https://a.example/"));
        assert!(!Outcome::NoAddress.is_feed("nonsense/feed"));
    }
}
