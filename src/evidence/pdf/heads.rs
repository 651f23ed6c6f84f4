//! Tells the running heads, feet and footnotes of pages from their text: what stands between the end of one page and
//! the beginning of the next, and is no part of either.

use std::collections::BTreeMap;

use super::lines::Line;

/// Heads and feet have so many rows at most.
const MOST_ROWS: usize = 3;
/// Rows are on one height that differ by so many points at most.
const ROW: f64 = 3.0;
/// Heads of left and right pages may differ.
const NEXT: [usize; 2] = [1, 2];
/// A footnote is set smaller than this part of the size that most letters have.
const NOTE: f64 = 0.93;

/// What a line is known by, as head or foot: its words without numbers, and its first number.
struct Mark {
    words: String,
    number: Option<usize>,
    height: f64,
    index: usize,
}

/// Says of each line whether it is a running head or foot, the number of its page, or of a footnote.
pub(super) fn are_apart(lines: &[Line]) -> Vec<bool> {
    let mut pages: BTreeMap<usize, Vec<Mark>> = BTreeMap::new();
    for (index, line) in lines.iter().enumerate().filter(|(_, line)| !line.is_hidden) {
        if let Some(height) = line.height() {
            let mark = Mark::of(&line.text, height, index);
            pages.entry(line.page).or_default().push(mark);
        }
    }
    for marks in pages.values_mut() {
        marks.sort_by(|one, other| other.height.total_cmp(&one.height));
    }
    let mut are_apart = heads(&pages, lines.len());
    let body = size_of_body(lines);
    for marks in pages.values() {
        let mut from_foot = marks.iter().rev().filter(|mark| !are_apart[mark.index]);
        let notes: Vec<usize> = from_foot
            .by_ref()
            .map_while(|mark| (lines[mark.index].size() < NOTE * body).then_some(mark.index))
            .collect();
        // Where all is as small, nothing is a note.
        if from_foot.next().is_some() {
            for note in notes {
                are_apart[note] = true;
            }
        }
    }
    are_apart
}

fn heads(pages: &BTreeMap<usize, Vec<Mark>>, lines: usize) -> Vec<bool> {
    let mut are_heads = vec![false; lines];
    let outer = pages.iter().map(|(page, marks)| (*page, outer(marks)));
    let outer: BTreeMap<usize, Vec<&Mark>> = outer.collect();
    for (page, marks) in &outer {
        for next in NEXT {
            let there = outer.get(&(page + next)).map(Vec::as_slice);
            let there = there.unwrap_or_default();
            for one in marks {
                for other in there.iter().filter(|other| is_again(one, other, next)) {
                    are_heads[one.index] = true;
                    are_heads[other.index] = true;
                }
            }
        }
    }
    are_heads
}

/// Returns the size that most letters have.
fn size_of_body(lines: &[Line]) -> f64 {
    let mut letters: BTreeMap<u64, (usize, f64)> = BTreeMap::new();
    for line in lines.iter().filter(|line| !line.is_hidden) {
        let size = (line.size() * 2.0).round();
        let of_size = letters.entry(size.to_bits()).or_insert((0, size / 2.0));
        of_size.0 += line.text.len();
    }
    let most = letters.into_values().max_by_key(|(letters, _)| *letters);
    most.map_or(0.0, |(_, size)| size)
}

impl Mark {
    fn of(text: &str, height: f64, index: usize) -> Self {
        let words = text
            .chars()
            .filter(|c| !c.is_numeric() && !c.is_whitespace());
        let words: String = words.collect();
        let bare = text.trim_matches(|c: char| !c.is_alphanumeric());
        let (words, number) = match roman(bare) {
            Some(number) => (String::new(), Some(number)),
            None => (words, number(text)),
        };
        Self {
            words,
            number,
            height,
            index,
        }
    }
}

/// Says whether a line of a page is that of a page so many further on, but for the number.
fn is_again(one: &Mark, other: &Mark, pages: usize) -> bool {
    let is_there = (one.height - other.height).abs() <= ROW && one.words == other.words;
    let has_words = one.words.contains(char::is_alphabetic);
    // A number alone may be of a sentence.
    let counts = one
        .number
        .zip(other.number)
        .is_some_and(|(one, other)| one + pages == other);
    is_there && (has_words || counts)
}

/// Returns the first and last rows of a page, from head to foot.
fn outer(marks: &[Mark]) -> Vec<&Mark> {
    let mut rows = Vec::with_capacity(marks.len());
    let (mut row, mut last) = (0_usize, f64::INFINITY);
    for mark in marks {
        if last - mark.height > ROW {
            row += 1;
            last = mark.height;
        }
        rows.push(row);
    }
    let marks = marks.iter().zip(rows);
    let marks = marks.filter(|(_, at)| *at <= MOST_ROWS || at + MOST_ROWS > row);
    marks.map(|(mark, _)| mark).collect()
}

/// Returns the first number of a text.
fn number(text: &str) -> Option<usize> {
    let digits = text.trim_start_matches(|c: char| !c.is_ascii_digit());
    let digits = digits.split(|c: char| !c.is_ascii_digit()).next()?;
    digits.parse().ok()
}

/// Reads a number that is written in small Roman letters.
fn roman(text: &str) -> Option<usize> {
    let value = |c| {
        Some(match c {
            'i' => 1,
            'v' => 5,
            'x' => 10,
            'l' => 50,
            'c' => 100,
            _ => return None,
        })
    };
    let values: Vec<usize> = text.chars().map(value).collect::<Option<_>>()?;
    let all: usize = values.iter().sum();
    let taken: usize = values
        .windows(2)
        .filter_map(|pair| (pair[0] < pair[1]).then_some(pair[0]))
        .sum();
    all.checked_sub(2 * taken).filter(|number| *number > 0)
}
