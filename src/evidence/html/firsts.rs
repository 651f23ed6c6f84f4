//! The first lines and letters of elements that style sheets show in a way of their own.

use std::ops::Range;

use super::lines::{Drawn, Shown};
use super::look::Case;
use super::turned::add;

/// What is known of the first words of an element.
#[derive(Clone, Copy, Debug)]
pub(super) struct First {
    /// Where it begins.
    pub(super) from: usize,
    /// Whether it stands aside: the first words of what is around it are others.
    pub(super) is_aside: bool,
    /// Whether it is a drawing, or a block that stands aside: either may be a large first letter.
    pub(super) is_drawing: bool,
    pub(super) line: Part,
    pub(super) letter: Part,
}

/// How a first line or letter is shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Part {
    pub(super) may_be_hidden: bool,
    /// In which letters, if in others than what is around it.
    pub(super) case: Option<Case>,
    /// Whether there is room behind it, or it is raised: a digit is of no number then.
    pub(super) is_apart: bool,
}

#[derive(Default)]
pub(super) struct Firsts {
    /// What stands aside, in order.
    asides: Vec<Range<usize>>,
    doubtful: Vec<Range<usize>>,
    recased: Vec<Range<usize>>,
}

impl Firsts {
    /// Notes the first words of an element that ends here.
    pub(super) fn end(&mut self, first: First, shown: &mut Shown) {
        let start = self.start(first.from, &shown.text);
        let words = shown.text.get(start..).unwrap_or_default();
        let line = start..start + words.find('\n').unwrap_or(words.len());
        let letter = letter(words);
        let next = words.get(letter..).and_then(|rest| rest.chars().next());
        let is_digit = words
            .get(..letter)
            .is_some_and(|words| words.ends_with(char::is_numeric));
        let is_of_number = is_digit && next.is_some_and(char::is_numeric);
        let letter = start..start + letter;
        if first.line.may_be_hidden {
            self.doubtful.push(line);
        } else if first.line.case.is_some() {
            self.recased.push(line);
        }
        if first.letter.may_be_hidden || first.letter.is_apart && is_of_number {
            self.doubtful.push(letter);
        } else if let Some(case) = first.letter.case {
            recase(&mut shown.cases, letter, case);
        }
        if first.is_drawing {
            draw(first.from, shown);
        }
        if first.is_aside {
            let at = first.from..shown.text.len();
            while self
                .asides
                .pop_if(|aside| aside.start >= at.start)
                .is_some()
            {}
            self.asides.push(at);
        }
    }

    /// Returns where the first line of an element begins: behind what stands aside of it.
    fn start(&self, from: usize, text: &str) -> usize {
        let before = self.asides.partition_point(|aside| aside.end <= from);
        let mut asides = self.asides.iter().skip(before);
        let mut at = from;
        loop {
            let words = text.get(at..).unwrap_or_default().trim_start();
            at = text.len() - words.len();
            match asides.next() {
                Some(aside) if aside.start <= at => at = at.max(aside.end),
                Some(_) | None => return at,
            }
        }
    }

    /// Notes all that may be hidden, and what is shown in other letters up to an end that only layout tells.
    pub(super) fn finish(self, shown: &mut Shown) {
        let is_any = |at: &Range<usize>| !at.is_empty();
        add(
            &mut shown.doubtful,
            self.doubtful.into_iter().filter(is_any).collect(),
        );
        add(
            &mut shown.recased,
            self.recased.into_iter().filter(is_any).collect(),
        );
    }
}

/// Notes what a drawing shows, if that may be a first letter of what follows.
fn draw(from: usize, shown: &mut Shown) {
    let words = shown.text.get(from..).unwrap_or_default().trim();
    if !words.is_empty() && words.chars().count() <= MOST_OF_A_DRAWING {
        let words = words.to_owned();
        let at = shown.text.len();
        let is_before = true;
        shown.drawn.push(Drawn {
            at,
            words,
            is_before,
            joins: [false; 2],
        });
    }
}

/// A first letter has so many marks beside it at most.
const MOST_OF_A_DRAWING: usize = 3;

/// Returns the length of the first letter of a text, with the marks beside it.
fn letter(words: &str) -> usize {
    let is_end = |c: char| c.is_whitespace() || c.is_alphanumeric();
    let letter = words.find(char::is_alphanumeric).unwrap_or_default();
    let mut after = words.char_indices().filter(|(at, _)| *at > letter);
    let end = after.find(|(_, c)| is_end(*c));
    end.map_or(words.len(), |(at, _)| at)
}

/// Notes that text is shown in letters of its own, whatever those around it are.
fn recase(cases: &mut Vec<(Range<usize>, Case)>, at: Range<usize>, case: Case) {
    let from = cases.partition_point(|(other, _)| other.end <= at.start);
    let to = cases.partition_point(|(other, _)| other.start < at.end);
    let before = cases.get(from..to).and_then(<[_]>::first).cloned();
    let after = cases.get(from..to).and_then(<[_]>::last).cloned();
    let before = before.map(|(other, case)| (other.start..at.start, case));
    let after = after.map(|(other, case)| (at.end..other.end, case));
    let all = before.into_iter().chain([(at, case)]).chain(after);
    let all: Vec<_> = all.filter(|(at, _)| !at.is_empty()).collect();
    cases.splice(from..to, all);
}
