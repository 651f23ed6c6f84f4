//! Reads a page as a text of its own, with the way back to the page.

use std::iter::Peekable;
use std::ops::Range;
use std::slice::Iter;

use super::super::finding::Finding;
use super::super::forms::Edit;
use super::super::html::{Case, Gap, Shown, plain};
use super::super::snapshot::Snapshot;
use super::letters::Letter;

/// Whether words in boxes side by side are read apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Apart {
    No,
    /// Where there is room between them.
    Surely,
    Yes,
}

/// How a writer sets what is raised or lowered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Sign {
    LeftOut,
    AsSet,
    Plain,
    /// Keyboards have ³, and no ₂.
    PlainIfLowered,
}

/// Says whether there is a space between two characters if there is room: none stands before a mark, nor
/// after one that opens.
pub(super) fn parts(last: char, next: char) -> bool {
    let opening: &[char] = &[
        '(', '[', '{', '“', '„', '«', '‹', '‘', '\'', '"', '-', '–', '—', '/',
    ];
    let opens = |c: char| opening.contains(&c);
    !opens(last) && (next.is_alphanumeric() || opens(next))
}

/// A text that a page can be read as.
pub(super) struct Reading {
    pub(super) snapshot: Snapshot,
    /// Code points of the text, and those of the page that they and what follows stand for.
    places: Vec<(usize, usize)>,
}

impl Reading {
    pub(super) fn of(text: String) -> Self {
        Self {
            snapshot: Snapshot::of_text(String::new(), text),
            places: Vec::new(),
        }
    }

    /// Reads a page with each `>` at the start of a line, as in rows of links.
    pub(super) fn with_marks(shown: &Shown) -> Self {
        Self {
            snapshot: Snapshot::with_marks(shown.text.clone()),
            places: Vec::new(),
        }
    }

    /// Reads a page without what it struck out.
    pub(super) fn without_struck(shown: &Shown, apart: Apart) -> Self {
        let mut struck = Passing::of(&shown.struck);
        let mut line = InLine::of(shown);
        Self::each(shown, apart, |byte, c, letters| {
            if !struck.has(byte) {
                letters.extend(line.read(byte, c));
            }
        })
    }

    /// Reads a page without what may not be shown, what may be the mark of a footnote, and what fields hold.
    pub(super) fn without_doubtful(shown: &Shown, apart: Apart) -> Self {
        let mut doubtful = Passing::of(&shown.doubtful);
        let mut notes = Passing::of(&shown.doubtful_notes);
        let mut fields = Passing::of(&shown.fields);
        let mut line = InLine::of(shown);
        Self::each(shown, apart, |byte, c, letters| {
            let is_left_out = doubtful.has(byte) || notes.has(byte) || fields.has(byte);
            if !is_left_out {
                letters.extend(line.read(byte, c));
            }
        })
    }

    /// Reads a page with a space wherever words stand apart.
    pub(super) fn set_apart(shown: &Shown, apart: Apart) -> Self {
        Self::each(shown, apart, |_, c, letters| letters.push(c))
    }

    /// Reads a page without the marks of its footnotes, and what is raised or lowered as writers set it
    /// that have no such letters.
    pub(super) fn in_line(shown: &Shown, apart: Apart) -> Self {
        let mut line = InLine::of(shown);
        Self::each(shown, apart, |byte, c, letters| {
            letters.extend(line.read(byte, c));
        })
    }

    /// Reads a page with the marks of its footnotes, and what else is raised or lowered, as writers may set them.
    pub(super) fn with_signs(shown: &Shown, apart: Apart, marks: Sign, others: Sign) -> Self {
        let mut line = InLine {
            marks,
            others,
            ..InLine::of(shown)
        };
        Self::each(shown, apart, |byte, c, letters| {
            letters.extend(line.read(byte, c));
        })
    }

    /// Reads a page with the readings over its words after them, as browsers copy them.
    pub(super) fn with_readings(shown: &Shown, apart: Apart) -> Self {
        let mut readings = shown.readings.iter().peekable();
        let mut line = InLine::of(shown);
        Self::each(shown, apart, |byte, c, letters| {
            letters.extend(line.read(byte, c));
            let end = byte + c.len_utf8();
            while let Some((_, reading)) = readings.next_if(|(place, _)| *place <= end) {
                letters.push_str(reading);
            }
        })
    }

    /// Reads a page in the letters and with the quote marks that browsers show.
    pub(super) fn as_shown(shown: &Shown, apart: Apart) -> Self {
        Self::in_cases(shown, apart, false)
    }

    /// Reads a page as it is shown in Greek and Turkish, where it does not say in which language it is: capitals of
    /// Greek have no accents, and that of `i` has its dot.
    pub(super) fn as_shown_there(shown: &Shown, apart: Apart) -> Self {
        Self::in_cases(shown, apart, true)
    }

    fn in_cases(shown: &Shown, apart: Apart, is_guess: bool) -> Self {
        let mut cases = shown.cases.iter().peekable();
        let mut marks = shown.marks.iter().peekable();
        let mut before = ' ';
        let mut line = InLine::of(shown);
        let last = marks.clone().filter(|mark| **mark >= shown.text.len());
        let end = "\"".repeat(last.count());
        Self::each_up_to(shown, apart, &end, |byte, c, letters| {
            while marks.next_if(|mark| **mark <= byte).is_some() {
                letters.push('"');
            }
            let Some(c) = line.read(byte, c) else {
                return;
            };
            while cases.next_if(|(at, _)| at.end <= byte).is_some() {}
            let case = cases.peek().filter(|(at, _)| at.contains(&byte));
            let letter = case.map(|(at, _)| {
                let text = shown.text.get(at.clone()).unwrap_or_default();
                Letter::at(text, byte - at.start, c)
            });
            match letter.zip(case.map(|(_, case)| case)) {
                Some((letter, Case::Upper(tongue))) => letter.capital(*tongue, is_guess, letters),
                Some((letter, Case::Lower(tongue))) => letter.small(*tongue, is_guess, letters),
                Some((_, Case::Capitals)) if !before.is_alphanumeric() && before != '’' => {
                    letters.extend(c.to_uppercase());
                }
                Some((_, Case::Capitals | Case::AsWritten)) | None => letters.push(c),
            }
            before = c;
        })
    }

    /// Reads a page with what is drawn in it besides its text, glued to the words beside it or apart.
    pub(super) fn with_drawn(shown: &Shown, apart: Apart) -> Self {
        let mut drawn = shown.drawn.iter().peekable();
        let mut waiting = String::new();
        Self::each(shown, apart, |byte, c, letters| {
            while let Some(one) = drawn.next_if(|one| one.at <= byte) {
                match apart {
                    Apart::No if one.is_before => waiting.push_str(&one.words),
                    Apart::No => letters.push_str(&one.words),
                    Apart::Surely | Apart::Yes => waiting.extend([" ", &one.words, " "]),
                }
            }
            if !c.is_whitespace() {
                letters.push_str(&std::mem::take(&mut waiting));
            }
            letters.push(c);
        })
    }

    /// Reads a page in small letters.
    pub(super) fn in_small_letters(shown: &Shown) -> Self {
        Self::each(shown, Apart::No, |_, c, letters| {
            letters.extend(c.to_lowercase());
        })
    }

    /// Reads a text without what is of its form alone.
    pub(super) fn edited(shown: &Shown, edits: Vec<Edit>) -> Self {
        let mut edits = edits.into_iter().peekable();
        Self::each(shown, Apart::No, |byte, c, letters| {
            while edits.next_if(|(at, _)| at.end <= byte).is_some() {}
            match edits.peek() {
                Some((at, instead)) if at.start == byte => letters.push_str(instead),
                Some((at, _)) if at.start < byte => {}
                Some(_) | None => letters.push(c),
            }
        })
    }

    /// Makes a text of what each character of a page is read as.
    fn each(shown: &Shown, apart: Apart, read: impl FnMut(usize, char, &mut String)) -> Self {
        Self::each_up_to(shown, apart, "", read)
    }

    /// Makes a text of what each character of a page is read as, and of what belongs to the last one.
    fn each_up_to(
        shown: &Shown,
        apart: Apart,
        end: &str,
        mut read: impl FnMut(usize, char, &mut String),
    ) -> Self {
        let mut text = String::with_capacity(shown.text.len());
        let (mut places, mut length) = (vec![(0, 0)], 0);
        let mut letters = String::new();
        let mut gaps = shown.gaps.iter().peekable();
        let mut last = ' ';
        for (page, (byte, c)) in shown.text.char_indices().enumerate() {
            letters.clear();
            if let Some((_, gap)) = gaps.next_if(|(at, _)| *at == byte)
                && (apart == Apart::Yes || apart == Apart::Surely && *gap == Gap::Surely)
                && parts(last, c)
            {
                letters.push(' ');
            }
            last = c;
            read(byte, c, &mut letters);
            let more = letters.chars().count();
            if more > 1 {
                // What browsers set before a character belongs to it; a mark before a space or another mark, to what it closes.
                let is_after = c.is_whitespace() || ",.;:!?)]".contains(c);
                let is_closed = is_after && letters.starts_with('"') && page > 0;
                let of = |index: usize| {
                    let closes = is_closed && index + 1 < more;
                    if closes { page - 1 } else { page }
                };
                places.extend((0..more).map(|index| (length + index, of(index))));
            }
            text.push_str(&letters);
            length += more;
            if more != 1 {
                places.push((length, page + 1));
            }
        }
        let after = places
            .last()
            .map_or(0, |(here, page)| page + (length - here));
        let last = after.saturating_sub(1);
        places.extend((0..end.chars().count()).map(|index| (length + index, last)));
        text.push_str(end);
        Self {
            places,
            ..Self::of(text)
        }
    }

    fn place(&self, code_point: usize) -> usize {
        let after = self.places.partition_point(|(here, _)| *here <= code_point);
        let known = after.checked_sub(1).and_then(|last| self.places.get(last));
        known.map_or(code_point, |(here, page)| page + (code_point - here))
    }

    /// Returns what was found where it stands in the page.
    pub(super) fn in_page(&self, mut finding: Finding, page: &Snapshot) -> Finding {
        for at in &mut finding.at {
            let start = self.place(at.start);
            let last = at.end.saturating_sub(1);
            *at = page.passage(start..self.place(last) + 1);
        }
        finding
    }
}

/// Reads what is raised or lowered as if it stood in its line, and leaves out the marks of footnotes.
struct InLine<'a> {
    shown: &'a Shown,
    raised: Passing<'a>,
    notes: Passing<'a>,
    marks: Sign,
    others: Sign,
}

impl<'a> InLine<'a> {
    fn of(shown: &'a Shown) -> Self {
        Self {
            shown,
            raised: Passing::of(&shown.raised),
            notes: Passing::of(&shown.notes),
            marks: Sign::LeftOut,
            others: Sign::Plain,
        }
    }

    fn read(&mut self, byte: usize, c: char) -> Option<char> {
        let sign = if self.notes.has(byte) {
            self.marks
        } else {
            self.others
        };
        let is_lowered = matches!(c, '₀'..='₎');
        match sign {
            Sign::LeftOut => return None,
            Sign::AsSet => return Some(c),
            Sign::PlainIfLowered if !is_lowered => return Some(c),
            Sign::PlainIfLowered | Sign::Plain => {}
        }
        let Some(at) = self.raised.at(byte) else {
            return Some(c);
        };
        // Beside a digit it would be one of the number.
        let (before, rest) = self.shown.text.split_at(at.start);
        let after = rest.get(at.len()..).unwrap_or_default();
        let set = rest.get(..at.len()).unwrap_or_default();
        let melts = before.ends_with(char::is_numeric) && !set.starts_with('[')
            || after.starts_with(char::is_numeric) && !set.ends_with(']');
        Some(if melts { c } else { plain(c) })
    }
}

/// Ranges in order that a reader passes by.
struct Passing<'a>(Peekable<Iter<'a, Range<usize>>>);

impl<'a> Passing<'a> {
    fn of(ranges: &'a [Range<usize>]) -> Self {
        Self(ranges.iter().peekable())
    }

    /// Returns the range that a byte is in; bytes are asked for in order.
    fn at(&mut self, byte: usize) -> Option<&'a Range<usize>> {
        while self.0.next_if(|at| at.end <= byte).is_some() {}
        self.0.peek().copied().filter(|at| at.contains(&byte))
    }

    fn has(&mut self, byte: usize) -> bool {
        self.at(byte).is_some()
    }
}
