//! Sets text in lines, as browsers do.

use std::ops::Range;

use super::asides::{Aside, Asides, LeftOut, Space};
use super::look::{Case, Gap};
use super::turned::turned;

/// What the text of a page is.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(in super::super) struct Page {
    /// What a reader sees: a line for each block, spaces as a browser sets them.
    pub(in super::super) shown: Shown,
    /// The hidden parts, each by itself, with [`BETWEEN`] between them.
    pub(in super::super) hidden: String,
    /// All parts, shown or hidden, in the order of the file.
    pub(in super::super) whole: String,
    /// What of them all may be left out of its line, in order.
    pub(in super::super) left_out: Vec<LeftOut>,
    /// What is shown, in the order of the file, if that is another.
    pub(in super::super) unmoved: Option<String>,
    /// Whether the page is too tangled, or its style sheets too large, to say what is shown.
    pub(in super::super) is_unread: bool,
}

/// Stands between hidden parts: a character for private use, which no quote is likely to have.
pub(super) const BETWEEN: char = '\u{E000}';

impl Page {
    /// Makes a page of plain text, all of which is shown.
    pub(in super::super) fn of_text(text: String) -> Self {
        Self {
            shown: Shown {
                doubtful: turned(&text),
                text,
                ..Shown::default()
            },
            ..Self::default()
        }
    }

    /// Makes a page of plain text, of which no reader sees some parts.
    pub(in super::super) fn of_text_without(text: String, unseen: Vec<Range<usize>>) -> Self {
        let mut page = Self::of_text(text);
        if !unseen.is_empty() {
            page.hidden = format!("{BETWEEN}{}", page.shown.text);
        }
        page.shown.unseen = unseen;
        page
    }

    /// Adds what is shown beside the page, and what is not.
    pub(in super::super) fn add(&mut self, [shown, hidden]: &[String; 2]) {
        let place = self.shown.text.len();
        self.shown.breaks.push(place);
        self.shown.text.extend(["\n", shown.trim_end()]);
        self.hidden.push(BETWEEN);
        self.hidden.push_str(hidden);
    }
}

/// What a reader sees of a page.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(in super::super) struct Shown {
    pub(in super::super) text: String,
    /// Where one block ends and another begins: the line breaks between them.
    pub(in super::super) breaks: Vec<usize>,
    /// What is struck out.
    pub(in super::super) struck: Vec<Range<usize>>,
    /// What is shown in other letters than it is written in.
    pub(in super::super) cases: Vec<(Range<usize>, Case)>,
    /// What is shown in other letters up to an end that only layout tells.
    pub(in super::super) recased: Vec<Range<usize>>,
    /// Where browsers set quote marks.
    pub(in super::super) marks: Vec<usize>,
    /// What is raised or lowered, as an exponent.
    pub(in super::super) raised: Vec<Range<usize>>,
    /// Readings over words, and where the words end.
    pub(in super::super) readings: Vec<(usize, String)>,
    /// The marks of footnotes.
    pub(in super::super) notes: Vec<Range<usize>>,
    /// What may be such a mark, or an exponent.
    pub(in super::super) doubtful_notes: Vec<Range<usize>>,
    /// What fields hold: a reader may take it for no word of the text.
    pub(in super::super) fields: Vec<Range<usize>>,
    /// Where words stand apart with no space between them.
    pub(in super::super) gaps: Vec<(usize, Gap)>,
    /// Where a style sheet writes words.
    pub(in super::super) written: Vec<usize>,
    /// Where it writes words in a line, or a bar hides some, which a quote would leave out.
    pub(in super::super) left_out: Vec<usize>,
    /// Where what it writes makes another word or number of the one beside it.
    pub(in super::super) glued: Vec<usize>,
    /// What is drawn besides the text: what style sheets write, and what may be pictures of letters.
    pub(in super::super) drawn: Vec<Drawn>,
    /// Where there are pictures of which no more is known: a large first letter may be one.
    pub(in super::super) pictures: Vec<usize>,
    /// What is shown turned around.
    pub(in super::super) turned: Vec<Range<usize>>,
    /// What stands in frames, and where their pages were; inner ones before those around them.
    pub(in super::super) frames: Vec<(Range<usize>, String)>,
    /// What is shown or not, as far as the page tells.
    pub(in super::super) doubtful: Vec<Range<usize>>,
    /// What of a plain text no reader sees, in order.
    pub(in super::super) unseen: Vec<Range<usize>>,
    /// Where something else may follow as it is read, or a formula is set in more than one line.
    pub(in super::super) unordered: Vec<usize>,
    /// Where what may stand anywhere begins or ends in the middle of a line.
    pub(in super::super) asides: Vec<usize>,
}

/// Words that are drawn at a place of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in super::super) struct Drawn {
    pub(in super::super) at: usize,
    pub(in super::super) words: String,
    /// Whether they stand before the next word, and not after the last.
    pub(in super::super) is_before: bool,
    /// Whether nothing parts them from the text before them, and after them.
    pub(in super::super) joins: [bool; 2],
}

impl Shown {
    /// Returns the text with a space in each gap.
    pub(super) fn set_apart(&self) -> String {
        let mut text = String::with_capacity(self.text.len() + self.gaps.len());
        let mut from = 0;
        for (at, _) in &self.gaps {
            text.push_str(self.text.get(from..*at).unwrap_or_default());
            text.push(' ');
            from = *at;
        }
        text.push_str(self.text.get(from..).unwrap_or_default());
        text
    }
}

/// Text in lines.
#[derive(Default)]
pub(super) struct Lines {
    pub(super) shown: Shown,
    space: Option<Space>,
    gap: Option<Gap>,
    /// How many quote marks open before the next word.
    opening: usize,
    pub(super) asides: Asides,
}

impl Lines {
    /// Ends a block, or begins one.
    pub(super) fn edge(&mut self) {
        self.space(Space::Block);
    }

    pub(super) fn line_break(&mut self) {
        self.space(Space::Line);
    }

    fn space(&mut self, space: Space) {
        self.space = self.space.max(Some(space));
        self.asides.space(space);
    }

    /// Begins what stands apart from the line that it is in.
    pub(super) fn begin_aside(&mut self, kind: Aside) {
        let before = (self.space, self.gap);
        self.asides.begin(kind, &self.shown.text, before);
    }

    /// Ends it. What has no words is as nothing.
    pub(super) fn end_aside(&mut self) {
        if let Some(before) = self.asides.end(&self.shown.text) {
            (self.space, self.gap) = before;
        }
    }

    /// Sets the next word apart from the last, if no space does.
    pub(super) fn gap(&mut self, gap: Gap) {
        self.gap = self.gap.max(Some(gap));
    }

    /// Notes what is drawn here besides the text.
    pub(super) fn draw(&mut self, words: &str, joins: [bool; 2]) {
        let at = self.shown.text.len();
        let is_apart = self.gap == Some(Gap::Surely);
        self.shown.drawn.push(Drawn {
            at,
            words: words.to_owned(),
            is_before: at == 0 || self.space.is_some(),
            joins: [joins[0] && !is_apart, joins[1]],
        });
    }

    pub(super) fn open_quote(&mut self) {
        self.opening += 1;
    }

    pub(super) fn close_quote(&mut self) {
        if self.opening > 0 {
            self.opening -= 1;
        } else {
            self.shown.marks.push(self.shown.text.len());
        }
    }

    /// Writes text; returns where it stands, without the spaces around it.
    pub(super) fn write(&mut self, text: &str, keeps_lines: bool) -> Range<usize> {
        let mut start = None;
        for c in text.chars() {
            match c {
                '\n' if keeps_lines => self.line_break(),
                ' ' | '\t' | '\n' | '\r' | '\x0C' => self.space(Space::Word),
                c => {
                    self.write_space();
                    start.get_or_insert(self.shown.text.len());
                    self.shown.text.push(c);
                }
            }
        }
        let end = self.shown.text.len();
        start.unwrap_or(end)..end
    }

    fn write_space(&mut self) {
        let at = self.shown.text.len();
        let gap = self.gap.take();
        self.asides.word();
        match self.space.take() {
            _ if at == 0 => {}
            None => self.shown.gaps.extend(gap.map(|gap| (at, gap))),
            Some(Space::Word) => self.shown.text.push(' '),
            Some(Space::Line) => self.shown.text.push('\n'),
            Some(Space::Block) => {
                self.shown.text.push('\n');
                self.shown.breaks.push(at);
            }
        }
        while self.opening > 0 {
            self.opening -= 1;
            self.shown.marks.push(self.shown.text.len());
        }
    }
}
