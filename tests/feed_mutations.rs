//! A short run of what `fuzz/` does at length: seeds with pieces changed, swapped and cut are
//! read without a panic, and what comes out keeps its promises.

#![allow(missing_docs, clippy::unwrap_used, clippy::indexing_slicing)]

mod support;

use strillone::feed::{RichText, limits};
use support::read_bytes;

const ROUNDS: usize = 3_000;

/// Marsaglia's xorshift: the same mutations at every run, so that a failure comes again.
struct Chance(u64);

impl Chance {
    fn below(&mut self, limit: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 % u64::try_from(limit.max(1)).unwrap()).unwrap()
    }
}

fn seeds() -> Vec<Vec<u8>> {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/fuzz/seeds");
    let mut files: Vec<_> = std::fs::read_dir(folder)
        .unwrap()
        .map(|file| file.unwrap().path())
        .collect();
    files.sort();
    // The fuzzer's first byte is no part of the document.
    files
        .iter()
        .map(|file| std::fs::read(file).unwrap()[1..].to_vec())
        .collect()
}

fn mutate(bytes: &mut Vec<u8>, other: &[u8], chance: &mut Chance) {
    const PIECES: [&[u8]; 12] = [
        b"<",
        b">",
        b"&",
        b"\"",
        b"]]>",
        b"<!--",
        b"<![CDATA[",
        b"</item>",
        b"<item>",
        b"\0",
        b"\xff",
        b"&#x",
    ];
    let at = chance.below(bytes.len() + 1);
    match chance.below(5) {
        0 => bytes.truncate(at),
        1 => {
            let end = (at + chance.below(20)).min(bytes.len());
            bytes.drain(at..end);
        }
        2 => {
            let piece = PIECES[chance.below(PIECES.len())];
            bytes.splice(at..at, piece.iter().copied());
        }
        3 => {
            let from = chance.below(other.len());
            let end = (from + chance.below(200)).min(other.len());
            bytes.splice(at..at, other[from..end].iter().copied());
        }
        _ => {
            if let Some(byte) = bytes.get_mut(at) {
                *byte = u8::try_from(chance.below(256)).unwrap();
            }
        }
    }
}

#[test]
fn mutated_feeds_are_read_and_what_is_read_keeps_its_promises() {
    let seeds = seeds();
    let mut chance = Chance(0x9E37_79B9_7F4A_7C15);
    for _ in 0..ROUNDS {
        let mut bytes = seeds[chance.below(seeds.len())].clone();
        for _ in 0..=chance.below(6) {
            let other = &seeds[chance.below(seeds.len())];
            mutate(&mut bytes, other, &mut chance);
        }
        let reading = read_bytes(&bytes);
        assert!(reading.problems.len() <= limits::PROBLEMS);
        for item in &reading.feed.items {
            assert!(!item.id.is_empty() && !item.headline().is_empty());
            let texts = [&item.summary, &item.content].into_iter().flatten();
            for text in texts {
                assert!(!text.is_empty());
                let _ = (RichText::plain_text(text), text.to_html());
            }
        }
    }
}
