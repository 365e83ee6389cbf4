//! The arrows of the house: a room uses those above it in the list of `src/lib.rs`, and never one
//! below it; and no module uses one that uses it, but parents and their children do.

use std::{collections::HashMap, fs, path::Path};

use anyhow::{Context, Result, ensure};
use petgraph::{algo::tarjan_scc, graphmap::DiGraphMap};
use proc_macro2::{TokenStream, TokenTree};
use walkdir::WalkDir;

/// A path as a source writes it, such as `crate::time::Timestamp`.
type Written = Vec<String>;

/// What a module names of others.
#[derive(Debug, Default, PartialEq)]
struct Names {
    used: Vec<Written>,
    /// What it passes on by `pub use`.
    exported: Vec<Written>,
}

#[test]
fn no_room_uses_one_below_it() -> Result<()> {
    let house = House::read()?;
    let rooms = declared(&fs::read_to_string(source().join("lib.rs"))?)?;
    let height = |module: &str| {
        let room = module.split("::").next();
        rooms
            .iter()
            .position(|known| Some(known.as_str()) == room)
            .with_context(|| format!("{module} is in no room of lib.rs"))
    };
    let mut used = 0;
    for (module, other) in house.uses() {
        let (own, height) = (height(&module)?, height(&other)?);
        ensure!(height <= own, "{module} uses {other}");
        used += usize::from(height < own);
    }
    // The control: that there are uses to be found.
    ensure!(used > 100, "only {used} uses of other rooms were found");
    Ok(())
}

#[test]
fn no_module_uses_one_that_uses_it() -> Result<()> {
    let uses = House::read()?.uses();
    ensure!(uses.len() > 300, "only {} uses were found", uses.len());
    assert_eq!(circles(&uses), Vec::<Vec<&str>>::new());
    Ok(())
}

#[test]
fn circles_are_found_across_re_exports() -> Result<()> {
    let modules = [
        ("feed", "mod text; mod types; pub use types::{Item, Feed};"),
        ("feed::text", "use super::Item; use super::types;"),
        ("feed::types", "use crate::feed::text::line;"),
        ("feed::types::hints", "use crate::feed::types::Feed;"),
    ];
    let uses = House::of(modules)?.uses();
    assert_eq!(circles(&uses), [["feed::text", "feed::types"]]);
    Ok(())
}

#[test]
fn uses_are_found_in_paths_lists_and_macros() -> Result<()> {
    let source = "
        pub use types::Item;
        use crate::{feed::{Item, read as reader}, view};
        use super::text;
        // crate::comment
        fn found(self) { println!(\"crate::text {}\", crate::config::LIMIT) }
    ";
    let found = Names::of(source)?;
    let used = found.used.iter().map(|path| path.join("::"));
    assert_eq!(
        used.collect::<Vec<_>>(),
        [
            "crate::feed::Item",
            "crate::feed::read",
            "crate::view",
            "super::text",
            "crate::config::LIMIT"
        ]
    );
    assert_eq!(found.exported, [["types", "Item"]]);
    Ok(())
}

/// The modules of a crate by their paths, such as `feed::types`.
struct House(HashMap<String, Names>);

impl House {
    fn read() -> Result<House> {
        let mut modules = HashMap::new();
        for file in WalkDir::new(source()) {
            let file = file?;
            let place = file.path().strip_prefix(source())?;
            if place.extension().is_none_or(|it| it != "rs") || place == Path::new("lib.rs") {
                continue;
            }
            let module = place.with_extension("").display().to_string();
            let names = Names::of(&fs::read_to_string(file.path())?)?;
            modules.insert(module.replace('/', "::"), names);
        }
        Ok(House(modules))
    }

    fn of<const COUNT: usize>(modules: [(&str, &str); COUNT]) -> Result<House> {
        let modules = modules.map(|(module, source)| Ok((module.to_owned(), Names::of(source)?)));
        Ok(House(modules.into_iter().collect::<Result<_>>()?))
    }

    /// Which module uses which other one.
    fn uses(&self) -> Vec<(String, String)> {
        let modules = self.0.iter();
        let mut uses: Vec<_> = modules
            .flat_map(|(module, names)| {
                let found = names.used.iter().filter_map(|path| self.home(module, path));
                found.map(|other| (module.clone(), other))
            })
            .filter(|(module, other)| module != other)
            .collect();
        uses.sort();
        uses.dedup();
        uses
    }

    /// The module in which something is at home that `module` names by `path`.
    fn home(&self, module: &str, path: &[String]) -> Option<String> {
        let mut full: Vec<&str> = match path.first()?.as_str() {
            "crate" => Vec::new(),
            _ => module.split("::").collect(),
        };
        for step in path {
            match step.as_str() {
                "crate" | "self" => {}
                "super" => {
                    full.pop();
                }
                name => full.push(name),
            }
        }
        let is_module = |steps: &[&str]| self.0.contains_key(&steps.join("::"));
        let mut name = None;
        while !is_module(&full) {
            name = Some(full.pop()?);
        }
        let home = full.join("::");
        let exported = self.0.get(&home)?.exported.iter();
        let mut exported = exported.filter(|path| {
            let child = path.first().map(|first| format!("{home}::{first}"));
            is_rooted(path) || child.is_some_and(|child| self.0.contains_key(&child))
        });
        match exported.find(|path| path.last().map(String::as_str) == name && path.len() > 1) {
            Some(path) => self.home(&home, path),
            None => Some(home),
        }
    }
}

/// Groups of modules each of which leads back to itself, but by way of a parent or a child.
fn circles(uses: &[(String, String)]) -> Vec<Vec<&str>> {
    let is_within = |inner: &str, outer: &str| {
        let rest = inner.strip_prefix(outer);
        rest.is_some_and(|rest| rest.starts_with("::"))
    };
    let between = uses
        .iter()
        .filter(|(one, other)| !is_within(one, other) && !is_within(other, one))
        .map(|(one, other)| (one.as_str(), other.as_str()));
    let graph: DiGraphMap<&str, ()> = DiGraphMap::from_edges(between);
    let mut circles = tarjan_scc(&graph);
    circles.retain(|circle| circle.len() > 1);
    circles.iter_mut().for_each(|circle| circle.sort_unstable());
    circles
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

impl Names {
    fn of(source: &str) -> Result<Names> {
        let mut names = Names::default();
        names.collect(tokens(source)?);
        Ok(names)
    }

    fn collect(&mut self, tokens: TokenStream) {
        let tokens: Vec<TokenTree> = tokens.into_iter().collect();
        let mut rest = tokens.as_slice();
        let mut is_public = false;
        while let Some((token, after)) = rest.split_first() {
            let from_here = rest;
            rest = after;
            match token {
                TokenTree::Ident(word) if word == "pub" => {
                    is_public = true;
                    continue;
                }
                TokenTree::Ident(word) if word == "use" => {
                    let paths = branches(rest);
                    let kept = |path: &Written| is_public || is_rooted(path);
                    let list = match is_public {
                        true => &mut self.exported,
                        false => &mut self.used,
                    };
                    list.extend(paths.into_iter().filter(kept));
                    // Its paths are taken; what follows the semicolon comes next.
                    let end = rest.iter().position(is(';')).unwrap_or(rest.len());
                    rest = rest.split_at(end).1;
                }
                TokenTree::Ident(_) => {
                    let mut paths = branches(from_here);
                    paths.retain(|path| is_rooted(path) && path.len() > 1);
                    self.used.extend(paths);
                }
                TokenTree::Group(group) => self.collect(group.stream()),
                _ => {}
            }
            // `pub(crate) use`
            is_public &= matches!(token, TokenTree::Group(_));
        }
    }
}

fn is_rooted(path: &Written) -> bool {
    let first = path.first().map(String::as_str);
    matches!(first, Some("crate" | "super" | "self"))
}

/// The paths that begin here: of `feed::{Item, read as reader}`, `feed::Item` and `feed::read`.
fn branches(tokens: &[TokenTree]) -> Vec<Written> {
    let mut path = Written::new();
    let mut rest = tokens;
    loop {
        match rest {
            [TokenTree::Ident(name), after @ ..] => {
                path.push(name.to_string());
                rest = after;
            }
            [TokenTree::Group(list), ..] if !path.is_empty() => {
                let list: Vec<TokenTree> = list.stream().into_iter().collect();
                let within = list.split(is(',')).flat_map(branches);
                return within.map(|end| [path.clone(), end].concat()).collect();
            }
            _ => return Vec::from([path]),
        }
        match rest {
            [one, two, after @ ..] if is(':')(one) && is(':')(two) => rest = after,
            _ => return Vec::from([path]),
        }
    }
}

fn is(wanted: char) -> impl Fn(&TokenTree) -> bool {
    move |token| matches!(token, TokenTree::Punct(it) if it.as_char() == wanted)
}

fn source() -> std::path::PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("src")
}

fn tokens(source: &str) -> Result<TokenStream> {
    source
        .parse()
        .map_err(|error| anyhow::anyhow!("no Rust: {error}"))
}
