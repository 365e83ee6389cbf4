//! A short run of what `fuzz/` does at length: seeds with pieces changed, swapped and cut are
//! read without a panic, and what comes out keeps its promises. Mutations that fail are reduced to
//! those that are needed to fail.

#![allow(missing_docs, clippy::unwrap_used, clippy::indexing_slicing)]

#[path = "common/chance.rs"]
mod chance;
mod support;

use chance::{Chance, with_choices};
use strillone::feed::{RichText, limits};
use support::read_bytes;

const ROUNDS: u32 = 3_000;

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
    with_choices(ROUNDS, 1..40, |mut chance| {
        let mut bytes = seeds[chance.below(seeds.len())].clone();
        while !chance.is_used_up() {
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
    });
}
