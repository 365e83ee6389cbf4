//! Builds a rich text from the starts and ends of what HTML means, in whatever order they come.

mod containers;
mod styles;
mod words;

use containers::{Container, ContainerKind};
use styles::{CONTINUED, OpenStyle, Style};

use super::Picture;
use super::limits;
use super::{Block, Inline, RichText};
use crate::address::LinkAddress;

/// What an element is to a reader.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TagRole {
    /// A paragraph, or a part of the page that begins and ends one.
    Paragraph,
    Heading,
    /// What is said of a picture or a table beside it.
    Caption,
    List {
        ordered: bool,
    },
    ListItem,
    Quotation,
    Preformatted,
    Break,
    Emphasis,
    Strong,
    Code,
    Link,
    /// A picture, sound or film.
    Medium,
    /// A cell of a table: parted from the next by a space.
    Cell,
    /// Quotation marks around its text.
    Quote,
    /// Nothing of it is shown.
    Dropped,
    /// Its text is shown as if it were not marked up.
    Transparent,
}

impl TagRole {
    /// Whether an element of this kind holds text, of which it is only the form.
    pub fn holds_content(self) -> bool {
        !matches!(self, TagRole::Break | TagRole::Medium | TagRole::Dropped)
    }
}

/// How many lines a picture is as high as, at most.
const PICTURE_LINES: usize = 16;

/// A rich text in the making.
#[derive(Default)]
pub struct RichTextBuilder {
    /// The finished blocks that stand in nothing else.
    root: Vec<Block>,
    /// What is open around the line, the outermost first.
    containers: Vec<Container>,
    /// What stands on the line and in none of its styles.
    line: Vec<Inline>,
    /// The styles that are open on the line, the outermost first.
    styles: Vec<OpenStyle>,
    form: Form,
    space: Space,
    /// How many lines were begun.
    lines: usize,
}

/// What a line is.
#[derive(Clone, Copy, Default)]
enum Form {
    #[default]
    Paragraph,
    Heading,
    Caption,
}

/// What white space means next.
#[derive(Clone, Copy, Default, PartialEq, Eq)]
enum Space {
    /// Nothing, at the start of a line.
    #[default]
    Nothing,
    /// A space, once a word follows.
    Counts,
    /// Nothing more than the space that already waits.
    Waits,
}

impl RichTextBuilder {
    /// Begins an element.
    pub fn start(&mut self, role: TagRole) {
        match role {
            TagRole::Paragraph => self.end_line(),
            TagRole::Heading => self.begin_line(Form::Heading),
            TagRole::Caption => self.begin_line(Form::Caption),
            TagRole::List { ordered } => self.open(ContainerKind::List { ordered }),
            TagRole::Quotation => self.open(ContainerKind::Quotation),
            TagRole::ListItem => {
                self.close_item();
                let innermost = self.containers.last().map(|container| container.kind);
                if matches!(innermost, Some(ContainerKind::List { .. })) {
                    self.open(ContainerKind::ListItem);
                }
            }
            TagRole::Break => self.line_break(),
            TagRole::Emphasis => self.open_style(Style::Emphasis, CONTINUED),
            TagRole::Strong => self.open_style(Style::Strong, CONTINUED),
            TagRole::Code => self.open_style(Style::Code, CONTINUED),
            TagRole::Cell => self.wait_for_space(),
            TagRole::Quote => self.text("“"),
            TagRole::Link
            | TagRole::Medium
            | TagRole::Preformatted
            | TagRole::Dropped
            | TagRole::Transparent => {}
        }
    }

    /// Ends an element, if one of the kind is open.
    pub fn end(&mut self, role: TagRole) {
        match role {
            // A paragraph may be said to be a caption, by its class.
            TagRole::Paragraph if matches!(self.form, Form::Caption) => {
                self.begin_line(Form::Paragraph);
            }
            TagRole::Paragraph => self.end_line(),
            TagRole::Heading | TagRole::Caption => self.begin_line(Form::Paragraph),
            TagRole::List { .. } => self.close(|kind| matches!(kind, ContainerKind::List { .. })),
            TagRole::Quotation => self.close(|kind| kind == ContainerKind::Quotation),
            TagRole::ListItem => self.close_item(),
            TagRole::Break => self.line_break(),
            TagRole::Emphasis => self.close_style(|style| matches!(style, Style::Emphasis)),
            TagRole::Strong => self.close_style(|style| matches!(style, Style::Strong)),
            TagRole::Code => self.close_style(|style| matches!(style, Style::Code)),
            TagRole::Link => self.close_style(|style| matches!(style, Style::Link(_))),
            TagRole::Cell => self.wait_for_space(),
            TagRole::Quote => self.text("”"),
            TagRole::Medium | TagRole::Preformatted | TagRole::Dropped | TagRole::Transparent => {}
        }
    }

    /// Begins a link; links do not nest. One without an address is not marked up.
    pub fn open_link(&mut self, address: Option<LinkAddress>) {
        self.end(TagRole::Link);
        if let Some(address) = address {
            self.open_style(Style::Link(address), CONTINUED);
        }
    }

    /// Adds a picture to the line.
    pub fn picture(&mut self, picture: Picture) {
        if self.lines >= limits::LINES {
            return;
        }
        self.lines += PICTURE_LINES;
        self.give_space();
        self.children().push(Inline::Picture(picture));
        self.space = Space::Counts;
    }

    /// Adds a block of characters whose line ends count.
    pub fn preformatted(&mut self, mut text: String) {
        self.end_line();
        let room = limits::LINES.saturating_sub(self.lines);
        let lines = text.split_inclusive('\n').take(room);
        text.truncate(lines.map(str::len).sum());
        if !text.trim_ascii().is_empty() {
            self.lines += text.lines().count();
            self.blocks().push(Block::Preformatted(text));
        }
    }

    /// Ends everything that is still open.
    pub fn finish(mut self) -> RichText {
        self.end_line();
        while !self.containers.is_empty() {
            self.close_innermost();
        }
        RichText { blocks: self.root }
    }

    fn line_break(&mut self) {
        // The last line is that of the paragraph itself.
        if self.lines + 1 >= limits::LINES {
            return self.wait_for_space();
        }
        self.lines += 1;
        // No more than two in a row: a gap, not a way to push the next item off the screen.
        let children = self.children();
        let breaks = children
            .iter()
            .rev()
            .take_while(|child| matches!(child, Inline::Break));
        if breaks.take(2).count() < 2 {
            children.push(Inline::Break);
        }
        self.space = Space::Nothing;
    }

    fn begin_line(&mut self, form: Form) {
        self.end_line();
        self.form = form;
    }

    fn end_line(&mut self) {
        let reopened = self.close_styles(0);
        let mut line = std::mem::take(&mut self.line);
        while matches!(line.last(), Some(Inline::Break)) {
            line.pop();
        }
        let begin = line
            .iter()
            .take_while(|inline| matches!(inline, Inline::Break))
            .count();
        line.drain(..begin.min(line.len()));
        if !line.is_empty() && self.lines < limits::LINES {
            self.lines += 1;
            let block = match self.form {
                Form::Paragraph => Block::Paragraph(line),
                Form::Heading => Block::Heading(line),
                Form::Caption => Block::Caption(line),
            };
            self.blocks().push(block);
        }
        for (style, continued) in reopened {
            if let Some(continued) = continued.checked_sub(1) {
                self.open_style(style, continued);
            }
        }
        self.space = Space::Nothing;
    }

    fn children(&mut self) -> &mut Vec<Inline> {
        match self.styles.last_mut() {
            Some(open) => &mut open.children,
            None => &mut self.line,
        }
    }
}
