//! Which options stand together, and which are seldom needed.

use strillone::config::{OptionEntry, options};

/// Options that most pages leave as they are: folded away.
const RARE: [&str; 20] = [
    "proxy",
    "sort",
    "include",
    "exclude",
    "tags",
    "max-age",
    "upcoming",
    "columns",
    "lines",
    "speed",
    "direction",
    "kickers",
    "comments",
    "open",
    "follow-heading",
    "push",
    "link-query",
    "dir",
    "refresh",
    "loading",
];

/// The first step has the field for it.
const ELSEWHERE: &str = "feed";

/// A group of the option table.
pub struct Group {
    /// Its name in the table.
    pub name: &'static str,
    /// The options that most pages need.
    pub usual: Vec<OptionEntry>,
    /// The others.
    pub rare: Vec<OptionEntry>,
}

/// The groups, in the order of the table.
pub fn groups() -> Vec<Group> {
    let mut groups: Vec<Group> = Vec::new();
    for entry in options() {
        if entry.name == ELSEWHERE {
            continue;
        }
        let is_rare = RARE.contains(&entry.name);
        let is_new = groups.last().is_none_or(|last| last.name != entry.group);
        if is_new {
            groups.push(Group {
                name: entry.group,
                usual: Vec::new(),
                rare: Vec::new(),
            });
        }
        if let Some(group) = groups.last_mut() {
            let list = if is_rare {
                &mut group.rare
            } else {
                &mut group.usual
            };
            list.push(entry);
        }
    }
    groups
}
