//! The rooms of the house: a room uses those above it in the list of `src/lib.rs`, and never
//! one below it.

use std::{fs, path::Path};

use anyhow::{Context, Result, ensure};
use proc_macro2::{TokenStream, TokenTree};
use walkdir::WalkDir;

#[test]
fn no_room_uses_one_below_it() -> Result<()> {
    let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let rooms = declared(&fs::read_to_string(source.join("lib.rs"))?)?;
    let mut used = 0;
    for file in WalkDir::new(&source) {
        let file = file?;
        let place = file.path().strip_prefix(&source)?;
        let first = place.iter().next().and_then(|name| name.to_str());
        let room = first.unwrap_or_default().trim_end_matches(".rs");
        if place.extension().is_none_or(|extension| extension != "rs") || room == "lib" {
            continue;
        }
        let height = |room: &str| rooms.iter().position(|known| known == room);
        let own = height(room).with_context(|| format!("{room} is no room of lib.rs"))?;
        for other in uses(&fs::read_to_string(file.path())?)? {
            let Some(height) = height(&other) else {
                continue;
            };
            ensure!(height <= own, "{}: {room} uses {other}", place.display());
            used += usize::from(height < own);
        }
    }
    // The control: that there are uses to be found.
    ensure!(used > 100, "only {used} uses of other rooms were found");
    Ok(())
}

#[test]
fn uses_are_found_in_paths_lists_and_macros() -> Result<()> {
    let source = "
        use crate::time::Timestamp;
        use crate::{feed::{Item, read}, view};
        // crate::comment
        fn found() { println!(\"crate::text {}\", crate::config::LIMIT) }
    ";
    assert_eq!(uses(source)?, ["time", "feed", "view", "config"]);
    Ok(())
}

/// The modules that a source declares, in their order.
fn declared(source: &str) -> Result<Vec<String>> {
    let tokens: Vec<TokenTree> = tokens(source)?.into_iter().collect();
    let pairs = tokens.windows(2).filter_map(|pair| match pair {
        [TokenTree::Ident(word), TokenTree::Ident(name)] if word == "mod" => Some(name.to_string()),
        _ => None,
    });
    Ok(pairs.collect())
}

/// The first name of each path that begins with `crate::`.
fn uses(source: &str) -> Result<Vec<String>> {
    let mut found = Vec::new();
    collect(tokens(source)?, &mut found);
    Ok(found)
}

fn collect(tokens: TokenStream, found: &mut Vec<String>) {
    let mut tokens = tokens.into_iter().peekable();
    while let Some(token) = tokens.next() {
        match token {
            TokenTree::Ident(word) if word == "crate" => {
                while matches!(tokens.peek(), Some(TokenTree::Punct(it)) if it.as_char() == ':') {
                    tokens.next();
                }
                match tokens.next() {
                    Some(TokenTree::Ident(name)) => found.push(name.to_string()),
                    Some(TokenTree::Group(list)) => found.extend(first_names(list.stream())),
                    _ => {}
                }
            }
            TokenTree::Group(group) => collect(group.stream(), found),
            _ => {}
        }
    }
}

/// Of `feed::{Item, read}, view`: `feed` and `view`.
fn first_names(list: TokenStream) -> Vec<String> {
    let mut names = Vec::new();
    let mut begins = true;
    for token in list {
        match token {
            TokenTree::Ident(name) if begins => names.push(name.to_string()),
            TokenTree::Punct(it) if it.as_char() == ',' => {
                begins = true;
                continue;
            }
            _ => {}
        }
        begins = false;
    }
    names
}

fn tokens(source: &str) -> Result<TokenStream> {
    source
        .parse()
        .map_err(|error| anyhow::anyhow!("no Rust: {error}"))
}
