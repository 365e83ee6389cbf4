//! Skips what is not looked at.

use super::Tokens;
use crate::feed::scan;

impl<'a> Tokens<'a> {
    /// Jumps behind the end tag `name` and returns what was before it; stays and returns
    /// `None` when there is none.
    pub fn skip_past_end(&mut self, name: &str) -> Option<&'a str> {
        let rest = self.rest();
        let mut from = 0;
        while let Some(at) = scan::find(rest.get(from..)?, "</") {
            let inner = from + at;
            from = inner + 2;
            let end = from + name.len();
            let found = rest
                .get(from..end)
                .is_some_and(|found| found.eq_ignore_ascii_case(name));
            let ends = rest
                .as_bytes()
                .get(end)
                .is_some_and(|byte| !byte.is_ascii_alphanumeric());
            if found && ends {
                let close = scan::position(rest, b'>', end)? - end;
                self.position += end + close + 1;
                return rest.get(..inner);
            }
        }
        None
    }

    /// Jumps to the end and returns what was before it.
    pub fn skip_to_end(&mut self) -> &'a str {
        let rest = self.rest();
        self.position = self.source.len();
        rest
    }
}
