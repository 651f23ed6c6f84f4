//! Puts the letters that a PDF sets one by one into lines.

use std::ops::Range;

use super::super::presentation::without_ligatures;
use super::matrix::{Matrix, Spot, length};
use crate::characters::{is_left_to_right, is_right_to_left, is_unspaced_by_words};

/// A letter, in parts of its size, stands on the line that is no further off than this.
const SAME_LINE: f64 = 0.3;
/// What is set smaller is raised or lowered, and of the line, up to this.
const RAISED: f64 = 0.75;
/// What is set above or below its line is smaller than this part of it.
const SMALLER: f64 = 0.9;
/// A gap that is wider is a space.
const SPACE: f64 = 0.16;
/// A gap that is wider parts cells or columns.
const WIDE: f64 = 2.5;
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
}

/// Letters that stand beside one another.
#[derive(Clone, Debug)]
pub(super) struct Line {
    pub(super) text: String,
    pub(super) page: usize,
    way: Spot,
    /// How far along its direction it begins and ends, and how far to the side of it it stands.
    from: f64,
    to: f64,
    side: f64,
    size: f64,
    pub(super) is_hidden: bool,
    /// What is set above or below it; which of the two.
    pub(super) raised: Vec<(Range<usize>, bool)>,
    /// The last letter: where it begins and ends along the line.
    last: [f64; 2],
    /// Whether letters of scripts from right to left follow one another to the right.
    is_seen_order: bool,
    /// The letters from right to left that are set as one: they stand in the order in which they are read.
    several: Vec<Range<usize>>,
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
        }
    }
}

/// Returns how far a spot is along a direction, and to the side of it.
fn along((x, y): Spot, (ux, uy): Spot) -> (f64, f64) {
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
                Place::In if letter.text.is_empty() => return line.reach(&letter),
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
            raised: Vec::new(),
            last: [from, to],
            is_seen_order: false,
            several: Vec::new(),
        };
        line.keep_several(0);
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
        let is_again =
            (from - last_from).abs() < 0.1 * em && off < 0.1 * em && !letter.text.is_empty();
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
        let gap = if is_to_left {
            self.from - to
        } else {
            from - last_to
        };
        let is_turned =
            letter.text.contains(is_right_to_left) && self.text.contains(is_right_to_left);
        self.is_seen_order |= is_turned && !is_to_left;
        if let Some(mark) = self.accent(from) {
            self.text.pop();
            self.text.push_str(&letter.text);
            self.text.push(mark);
        } else {
            let ends = self.text.chars().next_back().unwrap_or(' ');
            let begins = letter.text.chars().next().unwrap_or(' ');
            let is_unspaced = is_unspaced_by_words(ends) && is_unspaced_by_words(begins);
            if gap > SPACE * em && !ends.is_whitespace() && !begins.is_whitespace() && !is_unspaced
            {
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
        self.text.push_str(&letter.text);
        self.keep_several(at);
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

    /// Returns the line in the order in which it is read.
    pub(super) fn in_order(&self) -> String {
        let mut text = self.text.clone();
        if self.is_seen_order {
            for range in &self.several {
                if let Some(set) = text.get(range.clone()) {
                    let turned: String = set.chars().rev().collect();
                    text.replace_range(range.clone(), &turned);
                }
            }
            return super::super::order::by_characters(&text);
        }
        text
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

#[cfg(test)]
mod tests {
    use std::fmt::Write as _;

    use super::super::tests::{found, with};
    use crate::evidence::{Media, Snapshot, SoughtQuote, find};
    use crate::model::{Check, Obstacle};

    /// Letters from right to left are set as they are seen; the ligature of lam and alef stands for both in
    /// the order in which they are read.
    #[test]
    fn ligatures_from_right_to_left_keep_their_order() {
        let codes = "a.ا b.ل d.ع e.م f.ن g.ت h.ب i.د j.أ";
        let codes = codes.split(' ').filter_map(|pair| pair.split_once('.'));
        let mut map = "1 begincodespacerange <00> <ff> endcodespacerange\n11 beginbfchar\n\
            <63> <06440623>\n<20> <0020>\n"
            .to_owned();
        for (code, letter) in codes {
            _ = write!(map, "<{:02x}> <", code.as_bytes()[0]);
            for unit in letter.encode_utf16() {
                _ = write!(map, "{unit:04x}");
            }
            map += ">\n";
        }
        map += "endbfchar";
        let objects = format!(
            "3 0 obj <</Type /Font /Subtype /Type1 /BaseFont /Helvetica /ToUnicode 900 0 R>> endobj\n\
             900 0 obj <</Length {}>> stream\n{map}\nendstream endobj\n",
            map.len()
        );
        let pdf = with(
            &["BT /F 12 Tf 72 700 Td (jihg fb baedca) Tj ET"],
            "",
            &objects,
        );
        assert_eq!(found(&pdf, "الأعمال لن تبدأ").0, Check::Exact);
    }

    /// What other programs write of such a PDF.
    #[test]
    fn ligatures_that_a_program_turned_make_nothing_absent() {
        let text = "قال مكتب الميناء إن األعمال لن تبدأ قبل أبريل.";
        let wanted = |text| SoughtQuote {
            text,
            edited: false,
            context: None,
            translated: false,
            is_passage: false,
        };
        let snapshot = Snapshot::read(text.as_bytes(), Media::Text);
        let [there, not] = ["إن الأعمال لن تبدأ قبل أبريل", "إن الأعمال تبدأ قبل أبريل"]
            .map(|quote| find(&snapshot, &[wanted(quote)]).remove(0));
        assert_eq!(
            (there.check, there.reason),
            (Check::CannotCheck, Some(Obstacle::OutOfOrder))
        );
        assert_eq!(not.check, Check::Absent);
    }
}
