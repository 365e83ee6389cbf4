//! How a server lets other sites read a feed: the sections of `docs/cors.md`.

const CORS: &str = include_str!("../../docs/cors.md");

/// A server, and the lines for it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mend {
    /// The name of the server.
    pub server: &'static str,
    /// What to write.
    pub lines: &'static str,
}

/// The mends, in the order of the document: of each section its title and its last block of
/// lines.
pub fn mends() -> Vec<Mend> {
    let sections = CORS.split("\n## ").skip(1);
    let mends = sections.filter_map(|section| {
        let (server, text) = section.split_once('\n')?;
        let block = text.split("```").skip(1).step_by(2).last()?;
        let (_, lines) = block.split_once('\n')?;
        Some(Mend {
            server,
            lines: lines.trim_end(),
        })
    });
    mends.collect()
}

#[cfg(test)]
mod tests {
    use super::mends;

    #[test]
    fn every_server_has_its_lines() {
        let mends = mends();
        for name in [
            "WordPress",
            "Apache",
            "nginx",
            "Caddy",
            "Netlify",
            "Cloudflare",
            "S3",
        ] {
            let found = mends.iter().find(|mend| mend.server.contains(name));
            assert!(found.is_some_and(|mend| mend.lines.len() > 20), "{name}");
        }
        let wordpress = mends.iter().find(|mend| mend.server == "WordPress");
        assert!(wordpress.is_some_and(|mend| mend.lines.contains("wp_headers")));
    }
}
