//! Any piece of a document, repeated → a feed, in steps that grow with its size and no faster.
//!
//! The first two bytes say where the piece begins and ends. It is read at one size and at four
//! times that; the steps are counted, not timed, so that the fuzzer finds the dear input by
//! itself and finds it again.

#![no_main]

use libfuzzer_sys::fuzz_target;
use strillone::feed::{self, Document, work};
use strillone::host::Native;

/// Bytes of the shorter document: enough for what grows with the square to outweigh the rest.
const SIZE: usize = 8_192;

fn steps(head: &[u8], piece: &[u8], tail: &[u8], size: usize) -> u64 {
    let times = size / piece.len();
    let bytes = [head, &piece.repeat(times), tail].concat();
    let before = work::steps();
    let document = Document {
        bytes: &bytes,
        ..Document::default()
    };
    feed::read(document, &Native);
    work::steps() - before
}

fuzz_target!(|data: &[u8]| {
    let [begin, end, text @ ..] = data else {
        return;
    };
    let at = |place: &u8| text.len() * usize::from(*place) / 256;
    let (begin, end) = (at(begin).min(at(end)), at(begin).max(at(end)));
    let (head, rest) = text.split_at(begin);
    let (piece, tail) = rest.split_at(end - begin);
    if piece.is_empty() {
        return;
    }
    let (few, many) = (
        steps(head, piece, tail, SIZE),
        steps(head, piece, tail, SIZE * 4),
    );
    // Four times as much and a constant, where the square would be sixteen times as much.
    assert!(many <= few * 8 + 200_000, "{few} steps, then {many}");
});
