//! The styles of a line: which are open, and which go on behind a block or another's end.

use super::RichTextBuilder;
use crate::address::LinkAddress;
use crate::feed::Inline;
use crate::feed::limits;
use crate::feed::rich_text::plain_line;

/// How often a style that is still open at the end of a line, or of a style around it, goes on
/// behind it. Without end it would let a small feed grow large.
pub(super) const CONTINUED: u8 = 8;

/// A style that is open on the line.
pub(super) struct OpenStyle {
    pub style: Style,
    pub children: Vec<Inline>,
    /// How often it may still go on.
    pub continued: u8,
}

/// How words are set off from those around them.
#[derive(Clone)]
pub(super) enum Style {
    Emphasis,
    Strong,
    Code,
    Link(LinkAddress),
}

impl RichTextBuilder {
    pub(super) fn open_style(&mut self, style: Style, continued: u8) {
        if self.styles.len() + self.containers.len() < limits::DEPTH {
            // The space before a style stands outside it.
            self.give_space();
            self.styles.push(OpenStyle {
                style,
                children: Vec::new(),
                continued,
            });
        }
    }

    /// Closes the innermost style of a kind. Those opened within it go on behind it.
    pub(super) fn close_style(&mut self, is_meant: fn(&Style) -> bool) {
        let Some(depth) = self.styles.iter().rposition(|open| is_meant(&open.style)) else {
            return;
        };
        for (style, continued) in self.close_styles(depth).into_iter().skip(1) {
            if let Some(continued) = continued.checked_sub(1) {
                self.open_style(style, continued);
            }
        }
    }

    /// Closes the styles from `depth` on and returns those that may be opened again.
    pub(super) fn close_styles(&mut self, depth: usize) -> Vec<(Style, u8)> {
        let mut closed = Vec::new();
        while self.styles.len() > depth {
            let Some(open) = self.styles.pop() else { break };
            closed.push((open.style.clone(), open.continued));
            if let Some(inline) = styled(open.style, open.children) {
                self.children().push(inline);
            }
        }
        closed.reverse();
        closed
    }
}

/// What a style makes of its children; nothing of none.
fn styled(style: Style, children: Vec<Inline>) -> Option<Inline> {
    if children.is_empty() {
        return None;
    }
    Some(match style {
        Style::Emphasis => Inline::Emphasis(children),
        Style::Strong => Inline::Strong(children),
        Style::Code => Inline::Code(plain_line(&children)),
        Style::Link(address) => Inline::Link { address, children },
    })
}
