//! Puts the letters that a PDF sets one by one into lines.

use std::ops::Range;

use super::super::presentation::without_ligatures;
use super::matrix::{Matrix, Spot, length};
use crate::characters::{is_left_to_right, is_right_to_left, is_unspaced_by_words};

/// A letter, in parts of its size, stands on the line that is no further off than this.
pub(super) const SAME_LINE: f64 = 0.3;
/// What is set smaller is raised or lowered, and of the line, up to this.
pub(super) const RAISED: f64 = 0.75;
/// What is set above or below its line is smaller than this part of it.
pub(super) const SMALLER: f64 = 0.9;
/// A gap that is wider is a space.
pub(super) const SPACE: f64 = 0.16;
/// A gap that is wider parts cells or columns.
pub(super) const WIDE: f64 = 2.5;
/// A space is no wider.
const WIDEST: f64 = 30.0;

/// A letter, or several that are set as one.
#[derive(Clone, Debug)]
pub(super) struct Letter {
    pub(super) text: String,
    /// Where it begins, and where the next would.
    pub(super) at: [Spot; 2],
    /// The direction in which its line runs.
    pub(super) way: Spot,
    pub(super) size: f64,
    pub(super) is_hidden: bool,
    /// Whether it may be hidden.
    pub(super) is_doubtful: bool,
    /// Whether a bar stands between it and the letter before.
    pub(super) is_behind_bar: bool,
}

/// Letters that stand beside one another.
#[derive(Clone, Debug)]
pub(super) struct Line {
    pub(super) text: String,
    pub(super) page: usize,
    pub(super) way: Spot,
    /// How far along its direction it begins and ends, and how far to the side of it it stands.
    pub(super) from: f64,
    pub(super) to: f64,
    pub(super) side: f64,
    pub(super) size: f64,
    pub(super) is_hidden: bool,
    /// Its letters that may be hidden.
    pub(super) doubtful: Vec<Range<usize>>,
    /// What is set above or below it; which of the two.
    pub(super) raised: Vec<(Range<usize>, bool)>,
    /// Wide gaps in it: before which byte, and from where to where along the line.
    pub(super) gaps: Vec<(usize, [f64; 2])>,
    /// Before which bytes of it bars stand in the place of words, or over them.
    pub(super) barred: Vec<usize>,
    /// The last letter: where it begins and ends along the line.
    last: [f64; 2],
    /// What is set in one go to the right; what follows stands left of it.
    pub(super) stretches: Vec<Stretch>,
    /// The letters from right to left that are set as one: they stand in the order in which they are read.
    pub(super) several: Vec<Range<usize>>,
    /// Between which letters others may stand as it is read.
    pub(super) unordered: Vec<usize>,
}

/// Letters that follow one another to the right.
#[derive(Clone, Copy, Debug)]
pub(super) struct Stretch {
    /// Its first byte.
    pub(super) start: usize,
    pub(super) from: f64,
    pub(super) to: f64,
}

/// Takes letters, and makes lines of them.
#[derive(Default)]
pub(super) struct Lines {
    pub(super) lines: Vec<Line>,
    pub(super) page: usize,
}

impl Letter {
    pub(super) fn new(text: String, size: f64, advance: Spot, at: Matrix, to_page: Matrix) -> Self {
        let all = at.then(to_page);
        let from = all.spot((0.0, 0.0));
        let (x, y) = all.way(advance);
        let along = if length(advance) > 0.0 {
            advance
        } else {
            (1.0, 0.0)
        };
        let way = all.way(along);
        let long = length(way);
        let way = if long > 0.0 {
            (way.0 / long, way.1 / long)
        } else {
            (1.0, 0.0)
        };
        Self {
            text,
            at: [from, (from.0 + x, from.1 + y)],
            way,
            size: length(all.way((0.0, size))),
            is_hidden: false,
            is_doubtful: false,
            is_behind_bar: false,
        }
    }
}

impl Letter {
    /// Returns about where the lower, the middle and the upper part of its middle are, up to the height of an x: what
    /// crosses a letter is over one of them, and what runs under it or above it over none.
    pub(super) fn body(&self) -> [Spot; 3] {
        let [from, to] = self.at;
        [0.1, 0.275, 0.45].map(|part| {
            let up = part * self.size;
            let x = f64::midpoint(from.0, to.0) - up * self.way.1;
            let y = f64::midpoint(from.1, to.1) + up * self.way.0;
            (x, y)
        })
    }
}

/// Returns how far a spot is along a direction, and to the side of it.
pub(super) fn along((x, y): Spot, (ux, uy): Spot) -> (f64, f64) {
    (x * ux + y * uy, y * ux - x * uy)
}

impl Lines {
    pub(super) fn push(&mut self, mut letter: Letter) {
        if letter.size <= 0.0 || !letter.size.is_finite() {
            return;
        }
        // A quote is taken from this text, and nobody writes ligatures.
        letter.text = without_ligatures(&letter.text);
        let page = self.page;
        if let Some(line) = self.lines.last_mut().filter(|line| line.page == page) {
            match line.place(&letter) {
                Place::In if letter.text.is_empty() => {
                    line.doubt(&letter, line.text.len());
                    return line.reach(&letter);
                }
                Place::Again => return,
                Place::In => return line.add(&letter),
                Place::Elsewhere => {}
            }
        }
        if letter.text.trim().is_empty() {
            return;
        }
        let (from, side) = along(letter.at[0], letter.way);
        let (to, _) = along(letter.at[1], letter.way);
        let mut line = Line {
            text: std::mem::take(&mut letter.text),
            page,
            way: letter.way,
            from,
            to,
            side,
            size: letter.size,
            is_hidden: letter.is_hidden,
            doubtful: Vec::new(),
            raised: Vec::new(),
            gaps: Vec::new(),
            barred: letter.is_behind_bar.then_some(0).into_iter().collect(),
            last: [from, to],
            stretches: vec![Stretch { start: 0, from, to }],
            several: Vec::new(),
            unordered: Vec::new(),
        };
        line.keep_several(0);
        line.doubt(&letter, 0);
        self.lines.push(line);
    }
}

enum Place {
    In,
    /// It was set before, to look bold.
    Again,
    Elsewhere,
}

impl Line {
    /// Says where a letter stands to the line.
    fn place(&self, letter: &Letter) -> Place {
        let (ux, uy) = self.way;
        let is_same_way = ux * letter.way.0 + uy * letter.way.1 > 0.99;
        if !is_same_way || letter.is_hidden != self.is_hidden {
            return Place::Elsewhere;
        }
        let (from, side) = along(letter.at[0], self.way);
        let (to, _) = along(letter.at[1], self.way);
        let off = (side - self.side).abs();
        let em = self.size.max(letter.size);
        let is_smaller = letter.size < SMALLER * self.size || self.size < SMALLER * letter.size;
        if off > SAME_LINE * em && !(is_smaller && off < RAISED * em) {
            return Place::Elsewhere;
        }
        let [last_from, last_to] = self.last;
        // A large first letter makes no small ones of its line the same.
        let close = 0.1 * letter.size;
        let is_again = (from - last_from).abs() < close && off < close && !letter.text.is_empty();
        if is_again && self.text.ends_with(&letter.text) && to > from {
            return Place::Again;
        }
        let gap = from - last_to;
        // What is justified has a space as wide as it likes.
        let widest = if self.text.ends_with(' ') {
            WIDEST
        } else {
            WIDE
        };
        let goes_on = gap <= widest * em && gap > -0.6 * em;
        if goes_on || is_accent_of(self, letter, from) || self.goes_left(letter, [from, to]) {
            Place::In
        } else {
            Place::Elsewhere
        }
    }

    fn add(&mut self, letter: &Letter) {
        let (from, side) = along(letter.at[0], self.way);
        let (to, _) = along(letter.at[1], self.way);
        let [last_from, last_to] = self.last;
        let em = self.size.max(letter.size);
        let is_to_left = from < last_from && self.goes_left(letter, [from, to]);
        if is_to_left {
            let start = self.text.len();
            self.stretches.push(Stretch { start, from, to });
        }
        if let Some(mark) = self.accent(from) {
            self.text.pop();
            let at = self.text.len();
            self.text.push_str(&letter.text);
            self.text.push(mark);
            self.doubt(letter, at);
        } else {
            let ends = self.text.chars().next_back().unwrap_or(' ');
            let begins = letter.text.chars().next().unwrap_or(' ');
            let is_unspaced = is_unspaced_by_words(ends) && is_unspaced_by_words(begins);
            let has_gap = !is_to_left && from - last_to > SPACE * em;
            if !is_to_left && from - last_to > WIDE * em {
                self.gaps.push((self.text.len(), [last_to, from]));
            }
            if has_gap && !ends.is_whitespace() && !begins.is_whitespace() && !is_unspaced {
                self.text.push(' ');
            }
            self.set(letter, side);
        }
        self.reach(letter);
    }

    /// Takes the room of a letter.
    fn reach(&mut self, letter: &Letter) {
        let (from, _) = along(letter.at[0], self.way);
        let (to, _) = along(letter.at[1], self.way);
        self.from = self.from.min(from);
        self.to = self.to.max(to);
        self.last = [from, to];
        if let Some(stretch) = self.stretches.last_mut() {
            stretch.to = stretch.to.max(to);
        }
    }

    /// Says whether a letter goes on to the left, as in scripts from right to left.
    fn goes_left(&self, letter: &Letter, [from, to]: [f64; 2]) -> bool {
        let gap = self.from - to;
        let em = self.size.max(letter.size);
        let is_of_script = letter.text.contains(is_right_to_left)
            || self.text.contains(is_right_to_left) && !letter.text.contains(is_left_to_right);
        is_of_script && from < self.from && gap <= WIDE * em && gap > -0.6 * em
    }

    /// Sets a letter, on the line or beside it.
    fn set(&mut self, letter: &Letter, side: f64) {
        let at = self.text.len();
        let off = side - self.side;
        if letter.size > self.size / SMALLER && off.abs() > 0.1 * letter.size && at <= 4 {
            // The line begins with what is raised.
            self.raised = vec![(0..at, off < 0.0)];
            (self.size, self.side) = (letter.size, side);
        } else if letter.size < SMALLER * self.size && off.abs() > 0.12 * self.size {
            let end = at + letter.text.len();
            match self.raised.last_mut() {
                Some((range, is_up)) if range.end == at && *is_up == (off > 0.0) => range.end = end,
                Some(_) | None => self.raised.push((at..end, off > 0.0)),
            }
        }
        if letter.is_behind_bar {
            self.barred.push(at);
        }
        self.text.push_str(&letter.text);
        self.keep_several(at);
        self.doubt(letter, at);
    }

    /// Notes that a letter, from a byte on, may be hidden; one that is set with the last is of it.
    fn doubt(&mut self, letter: &Letter, at: usize) {
        let last = self.text.char_indices().next_back();
        let at = last.map_or(0, |(last, _)| at.min(last));
        let end = self.text.len();
        let is_space = self.text.get(at..).is_none_or(|set| set.trim().is_empty());
        match self.doubtful.last_mut() {
            _ if !letter.is_doubtful || is_space => {}
            Some(before) if before.end >= at => before.end = end,
            Some(_) | None => self.doubtful.push(at..end),
        }
    }

    pub(super) fn doubt_all(&mut self) {
        self.doubtful.clear();
        self.doubtful.push(0..self.text.len());
    }

    pub(super) fn is_doubtful(&self) -> bool {
        !self.doubtful.is_empty()
    }

    /// Notes the letters that were set as one.
    fn keep_several(&mut self, at: usize) {
        let set = self.text.get(at..).unwrap_or_default();
        if set.contains(is_right_to_left) && set.chars().nth(1).is_some() {
            self.several.push(at..self.text.len());
        }
    }

    /// Returns the accent that stands over the letter which is set from here, if the last one is one.
    fn accent(&self, from: f64) -> Option<char> {
        let last = self.text.chars().next_back()?;
        let mark = combining(last)?;
        let [last_from, last_to] = self.last;
        (from < f64::midpoint(last_from, last_to)).then_some(mark)
    }

    /// Returns its height above the foot of the page, if it runs from left to right there.
    pub(super) fn height(&self) -> Option<f64> {
        (self.way.0 > 0.99).then_some(self.side)
    }

    pub(super) fn left(&self) -> f64 {
        self.from
    }

    pub(super) fn size(&self) -> f64 {
        self.size
    }

    /// Says whether another line is the same again, as where words are set twice to look bold.
    pub(super) fn is_again(&self, other: &Self) -> bool {
        let near = |a: f64, b: f64| (a - b).abs() < 0.15 * self.size;
        self.page == other.page
            && self.is_hidden == other.is_hidden
            && self.text == other.text
            && near(self.from, other.from)
            && near(self.side, other.side)
    }
}

fn is_accent_of(line: &Line, letter: &Letter, from: f64) -> bool {
    letter.text.starts_with(char::is_alphabetic) && line.accent(from).is_some()
}

/// Returns the mark over a letter that an accent by itself is.
fn combining(accent: char) -> Option<char> {
    Some(match accent {
        '`' => '\u{300}',
        '´' | '\u{2CA}' => '\u{301}',
        'ˆ' | '^' => '\u{302}',
        '˜' | '~' => '\u{303}',
        '¯' | 'ˉ' => '\u{304}',
        '˘' => '\u{306}',
        '˙' => '\u{307}',
        '¨' => '\u{308}',
        '˚' => '\u{30A}',
        '˝' => '\u{30B}',
        'ˇ' => '\u{30C}',
        '¸' => '\u{327}',
        '˛' => '\u{328}',
        _ => return None,
    })
}
