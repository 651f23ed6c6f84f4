//! Restores the order in which a line of both directions is read from the one in which it is seen.
//!
//! Unicode's bidirectional algorithm (UAX #9) shows what is read, and has no inverse: where two texts are shown
//! alike, as “10 Windows” and “Windows 10” in Hebrew, the order is not certain. What is restored is shown again to
//! see whether it comes out as it was.

use std::ops::Range;

use unicode_bidi::{BidiClass as Class, BidiInfo, LTR_LEVEL, Level, RTL_LEVEL, bidi_class};

/// Signs that are mirrored where letters run to the left, and whether in a quote one is not the other.
const MIRRORED: &[(char, char, bool)] = &[
    ('(', ')', true),
    ('[', ']', true),
    ('{', '}', true),
    ('<', '>', true),
    ('≤', '≥', true),
    ('«', '»', false),
    ('‹', '›', false),
];

/// A sign that is mirrored where letters run to the left.
#[derive(Clone, Copy, Debug)]
pub(super) struct Bracket {
    /// The one that opens.
    pub(super) left: char,
    pub(super) other: char,
    pub(super) matters: bool,
}

impl Bracket {
    pub(super) fn of(c: char) -> Option<Self> {
        let mut all = MIRRORED.iter();
        let (left, right, matters) = *all.find(|(left, right, _)| *left == c || *right == c)?;
        let other = if c == left { right } else { left };
        Some(Self {
            left,
            other,
            matters,
        })
    }
}

/// Says whether a letter is one of those after which numbers are Arabic.
pub(super) fn is_arabic(c: char) -> bool {
    bidi_class(c) == Class::AL
}

/// Which way the paragraph of a line runs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Paragraph {
    /// To the right.
    Right,
    /// To the left; whether letters before the line are Arabic, as far as is known.
    Left { is_arabic: bool },
}

/// The order of a line that is seen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Order {
    /// Which of its pieces, counted from the left, is read when.
    pub(super) reading: Vec<usize>,
    /// Of each piece from the left, whether it runs to the left, so that brackets are mirrored.
    pub(super) is_turned: Vec<bool>,
    /// The pieces from the left of which the order is not certain.
    pub(super) unsure: Vec<Range<usize>>,
}

impl Order {
    /// Restores the order of pieces that are seen from left to right: characters, or several that are one.
    pub(super) fn of(pieces: &[&str], way: Paragraph) -> Self {
        let mut line = Seen {
            classes: classes(pieces),
            levels: vec![u8::from(way != Paragraph::Right); pieces.len()],
            unsure: Vec::new(),
            pieces,
        };
        match way {
            Paragraph::Right => line.in_line_to_right(),
            Paragraph::Left { is_arabic } => line.in_line_to_left(is_arabic),
        }
        Self {
            reading: shown(&line.levels),
            is_turned: line.levels.iter().map(|level| *level == 1).collect(),
            unsure: line.unsure,
        }
    }

    /// Says whether the pieces, read in this order, are shown as they are seen.
    pub(super) fn is_shown_so(&self, pieces: &[&str], way: Paragraph) -> bool {
        let (mut text, level) = match way {
            Paragraph::Right => ("a".to_owned(), LTR_LEVEL),
            Paragraph::Left { is_arabic: true } => ("ا".to_owned(), RTL_LEVEL),
            Paragraph::Left { is_arabic: false } => ("א".to_owned(), RTL_LEVEL),
        };
        let mut starts = vec![0];
        for piece in &self.reading {
            starts.push(text.len());
            text.push_str(pieces.get(*piece).unwrap_or(&""));
        }
        let levels = BidiInfo::new(&text, Some(level)).levels;
        let levels: Vec<Level> = starts
            .iter()
            .filter_map(|start| levels.get(*start).copied())
            .collect();
        let places = BidiInfo::reorder_visual(&levels).into_iter();
        // The letter before the line was set to read it by.
        let places = places.filter_map(|place| place.checked_sub(1));
        places
            .enumerate()
            .all(|(seen, read)| self.reading.get(read) == Some(&seen))
    }
}

/// Returns the order in which what has these levels is shown, or read: each is the other's inverse.
fn shown(levels: &[u8]) -> Vec<usize> {
    let levels: Vec<Level> = levels
        .iter()
        .filter_map(|level| Level::new(*level).ok())
        .collect();
    BidiInfo::reorder_visual(&levels)
}

fn classes(pieces: &[&str]) -> Vec<Class> {
    let of = |piece: &&str| {
        let mut classes = piece.chars().map(bidi_class);
        let is_letter = |class: &Class| matches!(class, Class::R | Class::AL);
        let first = classes.clone().next().unwrap_or(Class::ON);
        classes.find(is_letter).unwrap_or(first)
    };
    let mut classes: Vec<Class> = pieces.iter().map(of).collect();
    // A mark over a letter is of it: it stands left of it where letters run to the left.
    for index in (0..classes.len()).rev() {
        if classes[index] == Class::NSM {
            let next = classes.get(index + 1).copied();
            classes[index] = match next {
                Some(next @ (Class::R | Class::AL)) => next,
                Some(_) | None => index.checked_sub(1).map_or(Class::ON, |last| classes[last]),
            };
        }
    }
    classes
}

fn is_letter_to_left(class: Class) -> bool {
    matches!(class, Class::R | Class::AL)
}

struct Seen<'a> {
    pieces: &'a [&'a str],
    classes: Vec<Class>,
    levels: Vec<u8>,
    unsure: Vec<Range<usize>>,
}

impl Seen<'_> {
    fn class(&self, index: usize) -> Class {
        self.classes.get(index).copied().unwrap_or(Class::ON)
    }

    fn has(&self, at: Range<usize>, wanted: impl Fn(Class) -> bool) -> bool {
        at.into_iter().any(|index| wanted(self.class(index)))
    }

    fn set(&mut self, at: Range<usize>, level: u8) {
        if let Some(levels) = self.levels.get_mut(at) {
            levels.fill(level);
        }
    }

    fn in_line_to_left(&mut self, is_arabic: bool) {
        let all = 0..self.classes.len();
        let start = self.run_left(all.clone(), is_arabic);
        // After Arabic letters, numbers have other signs than at the beginning of a paragraph.
        if is_arabic && !start.is_empty() {
            let levels = self.levels.clone();
            self.set(start.clone(), 1);
            self.numbers(start.clone(), false);
            if self.levels != levels {
                self.levels = levels;
                self.unsure.push(start);
            }
        }
    }

    /// Sets the levels of what runs to the left; returns what stands right of its first letter, if that has no words.
    fn run_left(&mut self, all: Range<usize>, mut is_arabic: bool) -> Range<usize> {
        let (mut end, mut first) = (all.end, all.end..all.end);
        while end > all.start {
            let class = self.class(end - 1);
            if is_letter_to_left(class) {
                is_arabic = class == Class::AL;
                end -= 1;
                continue;
            }
            let mut start = end - 1;
            while start > all.start && !is_letter_to_left(self.class(start - 1)) {
                start -= 1;
            }
            if self.has(start..end, |class| class == Class::L) {
                self.words(start..end, is_arabic);
            } else {
                self.numbers(start..end, is_arabic);
                if end == all.end {
                    first = start..end;
                }
            }
            end = start;
        }
        first
    }

    /// Sets the levels of numbers and of their signs, with no letters among them.
    fn numbers(&mut self, all: Range<usize>, is_arabic: bool) {
        let kind = |index: usize| {
            let class = self.class(index);
            match (is_arabic, class) {
                (true, Class::EN) => Class::AN,
                (true, Class::ES | Class::ET) => Class::ON,
                _ => class,
            }
        };
        let (mut at, mut numbers) = (all.start, Vec::new());
        while at < all.end {
            let number = kind(at);
            if !matches!(number, Class::EN | Class::AN) {
                at += 1;
                continue;
            }
            let (mut start, mut end) = (at, at + 1);
            let joins = |sign| sign == Class::CS || number == Class::EN && sign == Class::ES;
            while end < all.end {
                if kind(end) == number {
                    end += 1;
                } else if end + 1 < all.end && joins(kind(end)) && kind(end + 1) == number {
                    end += 2;
                } else {
                    break;
                }
            }
            if number == Class::EN {
                while start > all.start && kind(start - 1) == Class::ET {
                    start -= 1;
                }
                while end < all.end && kind(end) == Class::ET {
                    end += 1;
                }
            }
            numbers.push(start..end);
            at = end;
        }
        for number in numbers {
            self.set(number, 2);
        }
    }

    /// Sets the levels of words that run to the right between such that run to the left, with their numbers.
    fn words(&mut self, all: Range<usize>, is_arabic: bool) {
        if self.has(all.clone(), |class| class == Class::AN) {
            self.numbers(all.clone(), is_arabic);
            self.unsure.push(all.clone());
        }
        let is_word = |index: &usize| self.class(*index) == Class::L;
        let is_number = |index: &usize| self.class(*index) == Class::EN;
        let (Some(first), Some(last)) = (all.clone().find(is_word), all.clone().rfind(is_word))
        else {
            return;
        };
        let start = (all.start..first).find(is_number).unwrap_or(first);
        let mut end = (last + 1..all.end).rfind(is_number).unwrap_or(last) + 1;
        let joins = |class| matches!(class, Class::EN | Class::ES);
        let mut is_unsure = self.has(start..first, |class| !is_of_number(class))
            || self.has(last + 1..end, |class| !joins(class))
            || start < first && end > last + 1;
        // A percent sign beside it may be of the number or of the line.
        let is_sign = |index: usize| all.contains(&index) && self.class(index) == Class::ET;
        is_unsure |= start < first && start.checked_sub(1).is_some_and(is_sign)
            || end > last + 1 && is_sign(end);
        while end > last + 1 && is_sign(end) {
            end += 1;
        }
        // “Nova (Ltd)” may be shown in Hebrew as “(Ltd) Nova” is.
        while end < all.end && self.closes(start, end) {
            end += 1;
        }
        is_unsure |= self.has_bracket(start..end);
        self.set(start..end, 2);
        if is_unsure {
            self.unsure.push(start..end);
        }
    }

    fn has_bracket(&self, at: Range<usize>) -> bool {
        let mut pieces = self.pieces.get(at).unwrap_or_default().iter();
        pieces.any(|piece| piece.contains(['(', ')', '[', ']', '{', '}']))
    }

    /// Says whether a bracket closes one that stands behind a place.
    fn closes(&self, start: usize, at: usize) -> bool {
        let count = |sign: &str| {
            let pieces = self.pieces.get(start..at).unwrap_or_default();
            pieces.iter().filter(|piece| **piece == sign).count()
        };
        [("(", ")"), ("[", "]"), ("{", "}")]
            .iter()
            .any(|(opens, closes)| {
                self.pieces.get(at) == Some(closes) && count(opens) > count(closes)
            })
    }

    fn in_line_to_right(&mut self) {
        let (mut at, all) = (0, self.classes.len());
        let turns = |class| is_letter_to_left(class) || class == Class::AN;
        let mut last_word = 0;
        while at < all {
            let class = self.class(at);
            if class == Class::L {
                last_word = at + 1;
            }
            if !turns(class) {
                at += 1;
                continue;
            }
            let next = (at..all).find(|index| self.class(*index) == Class::L);
            let next = next.unwrap_or(all);
            let end = (at..next)
                .rfind(|index| turns(self.class(*index)))
                .unwrap_or(at)
                + 1;
            self.set(at..end, 1);
            self.run_left(at..end, self.has(at..end, |class| class == Class::AL));
            let is_number = |index: &usize| self.class(*index) == Class::EN;
            let (first, last) = (
                (last_word..at).find(is_number).unwrap_or(at),
                (end..next).rfind(is_number).map_or(end, |last| last + 1),
            );
            let has = |wanted| self.has(at..end, |class| class == wanted);
            let mixes = has(Class::AN) && has(Class::EN) || self.has_bracket(at..end);
            if mixes {
                self.unsure.push(first..last);
            } else if (first, last) != (at, end) {
                // Wherever the numbers beside the letters are read, these stand in their order: but what is read before
                // the first of them, and after the last, is not known.
                let before = at.checked_sub(1).unwrap_or(end - 1);
                let after = if end < all { end } else { at };
                let beside = [before, after].map(|piece| piece..piece + 1);
                self.unsure.extend([first..at, end..last]);
                self.unsure.extend(beside);
            }
            at = next;
        }
    }
}

fn is_of_number(class: Class) -> bool {
    matches!(class, Class::EN | Class::ES | Class::CS | Class::ET)
}

#[cfg(test)]
mod tests;
