//! Is this the same article? The one place that answers it, by these rules in this order.
//!
//! From one reading of a feed to the next:
//! 1. the same id, which is the publisher's own word;
//! 2. where the id is new, the same address;
//! 3. where both are new, the same title and date.
//!
//! Across feeds, where a plain id means nothing (RFC 4287 §8.4):
//! 1. the same address;
//! 2. the same id, if it is one for the whole world and both are of one site.
//!
//! What several items of one reading share identifies none of them: there are feeds of which
//! every item links to the front page. Which items of one reading are one article is for the
//! reader of feeds to say (`feed::identity`).

use super::address_fingerprint::fingerprint_of;
use super::fingerprint::{Fingerprint, Lookup};
use crate::feed::Item;

/// What an item can be recognised by, as fingerprints: comparing them costs the same however
/// long the texts are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Identity {
    /// Its id within its own feed.
    pub id: u64,
    /// Its address, but for what does not tell articles apart.
    pub address: Option<u64>,
    /// Its id, if that is one for the whole world.
    pub worldwide: Option<u64>,
    /// Its title and date, if it has both.
    pub wording: Option<u64>,
}

impl Identity {
    fn of(item: &Item) -> Identity {
        let is_address = item.id.starts_with("http://") || item.id.starts_with("https://");
        // RFC 4151, RFC 8141
        let is_name = item.id.starts_with("tag:") || item.id.starts_with("urn:");
        Identity {
            id: Fingerprint::of(&item.id),
            address: item
                .link
                .as_ref()
                .and_then(|link| fingerprint_of(link.as_str())),
            worldwide: match is_address {
                true => fingerprint_of(&item.id),
                false => is_name.then(|| Fingerprint::of(&item.id)),
            },
            wording: item
                .title
                .as_deref()
                .zip(item.published)
                .map(|(title, time)| {
                    let mut print = Fingerprint::default();
                    print.take(title.as_bytes());
                    print.take(&time.0.to_le_bytes());
                    print.finish()
                }),
        }
    }
}

/// What the items of one reading can be recognised by.
pub fn identities<'a>(items: impl Iterator<Item = &'a Item>) -> Vec<Identity> {
    let mut identities: Vec<Identity> = items.map(Identity::of).collect();
    forget_shared(&mut identities, |it| &mut it.address);
    forget_shared(&mut identities, |it| &mut it.worldwide);
    forget_shared(&mut identities, |it| &mut it.wording);
    identities
}

fn forget_shared(identities: &mut [Identity], mark: fn(&mut Identity) -> &mut Option<u64>) {
    let mut first = Lookup::with_room_for(identities.len());
    let mut is_shared = vec![false; identities.len()];
    for (index, identity) in identities.iter_mut().enumerate() {
        if let Some(known) = mark(identity).and_then(|print| first.insert(print, index)) {
            for index in [known, index] {
                is_shared
                    .get_mut(index)
                    .into_iter()
                    .for_each(|it| *it = true);
            }
        }
    }
    for (identity, _) in identities.iter_mut().zip(is_shared).filter(|(_, it)| *it) {
        *mark(identity) = None;
    }
}

/// For each item of a reading the index of the same article in the reading before, each of
/// which is the same as one at most.
pub fn recognise(new: &[Identity], known: &[Identity]) -> Vec<Option<usize>> {
    let marks: [fn(&Identity) -> Option<u64>; 3] =
        [|it| Some(it.id), |it| it.address, |it| it.wording];
    let mut found = vec![None; new.len()];
    let mut is_taken = vec![false; known.len()];
    for mark in marks {
        let mut lookup = Lookup::with_room_for(known.len());
        for (index, identity) in known.iter().enumerate() {
            if let Some(print) = mark(identity) {
                lookup.insert(print, index);
            }
        }
        for (identity, found) in new.iter().zip(&mut found).filter(|(_, it)| it.is_none()) {
            let index = mark(identity).and_then(|print| lookup.find(print));
            if let Some(index) = index
                && let Some(is_taken) = is_taken.get_mut(index).filter(|it| !**it)
            {
                *is_taken = true;
                *found = Some(index);
            }
        }
    }
    found
}
