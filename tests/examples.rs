//! What `docs/frameworks.md` shows is what the examples are.
#![allow(missing_docs)]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::{fs, path::Path};

#[test]
fn every_block_of_code_is_the_example_that_is_named_above_it() {
    let text = read("docs/frameworks.md");
    let blocks: Vec<&str> = text.split("\n```").collect();
    // What is before a block, the block, and what is between, in turn.
    let (pairs, _) = blocks.as_chunks::<2>();
    assert!(pairs.len() > 6, "{} blocks", pairs.len());
    for [before, block] in pairs {
        let (_, named) = before.rsplit_once("](../").expect("a link to an example");
        let (path, _) = named.split_once(')').unwrap();
        let (_language, code) = block.split_once('\n').unwrap();
        assert_eq!(format!("{code}\n"), read(path), "{path}");
    }
}

fn read(path: &str) -> String {
    fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(path)).expect(path)
}
