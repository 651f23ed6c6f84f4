//! Sets behind a text what floats in the middle of its lines: the words before and after that are one line.

use std::ops::Range;

use super::super::transcripts::negates;
use super::asides::{Aside, Found};
use super::lines::{Drawn, Shown};
use super::turned::add;

/// What floats and has no more words may be of the line, and of no more letters the first ones of what follows.
const WORDS: usize = 3;
const LETTERS: usize = 2;

/// Sets what floats in the middle of a line behind the text, and notes where what may stand anywhere does.
pub(super) fn set_apart(found: &[Found], mut shown: Shown) -> Shown {
    let (floats, others): (Vec<&Found>, Vec<_>) =
        found.iter().partition(|found| found.kind == Aside::Floats);
    for found in others {
        shown.asides.extend([found.at.start, found.at.end]);
    }
    shown.asides.sort_unstable();
    if floats.is_empty() {
        return shown;
    }
    let mut moved = Moved::default();
    moved.set(&shown.text, 0..shown.text.len(), &floats);
    moved.finish(shown)
}

/// A text in which some of another stands elsewhere.
#[derive(Default)]
struct Moved {
    text: String,
    /// Parts of the other text, in the order of that one at the end, and where they stand now.
    parts: Vec<(Range<usize>, usize)>,
    breaks: Vec<usize>,
    /// Where something else begins or ends.
    edges: Vec<usize>,
    /// Where what floats negates, whatever it is of, and what may go on from it.
    asides: Vec<usize>,
    doubtful: Vec<Range<usize>>,
}

impl Moved {
    /// Writes a part of a text, what floats in it behind it.
    fn set(&mut self, text: &str, range: Range<usize>, floats: &[&Found]) {
        let (mut here, mut between, mut float_before) = (range.start, "", "");
        let mut behind = Vec::new();
        let mut rest = floats;
        while let Some((float, others)) = rest.split_first() {
            let inner = others.partition_point(|other| other.at.start < float.at.end);
            let (inner, after) = others.split_at(inner);
            let before = text.get(here..float.at.start).unwrap_or_default();
            self.part(
                text,
                here..here + before.trim_end().len(),
                between,
                float_before,
            );
            between = float.between.unwrap_or_default();
            let is_in_line = float.between.is_some();
            let words = text.get(float.at.clone()).filter(|_| is_in_line);
            float_before = words.unwrap_or_default();
            let next = text.get(float.at.end..range.end).unwrap_or_default();
            here = range.end - next.trim_start().len();
            behind.push((float.at.clone(), inner));
            rest = after;
        }
        self.part(text, here..range.end, between, float_before);
        for (at, inner) in behind {
            self.breaks.push(self.text.len());
            self.text.push('\n');
            self.edges.push(self.text.len());
            self.set(text, at, inner);
        }
    }

    /// Writes words, behind others of their line between which something floats.
    fn part(&mut self, text: &str, at: Range<usize>, between: &str, float: &str) {
        let words = text.get(at.clone()).unwrap_or_default();
        let Some(first) = words.chars().next() else {
            return;
        };
        let goes_on = between.is_empty() && self.text.ends_with(char::is_alphanumeric);
        self.text.push_str(between);
        let start = self.text.len();
        if float.split_whitespace().nth(WORDS).is_none() && negates(float) {
            self.asides.push(start);
        }
        if !goes_on && (1..=LETTERS).contains(&float.trim().chars().count()) {
            self.doubtful.push(start..start + first.len_utf8());
        }
        self.parts.push((at, self.text.len()));
        self.text.push_str(words);
    }

    fn finish(mut self, shown: Shown) -> Shown {
        self.parts.sort_by_key(|(at, _)| at.start);
        let moved = self.shown(shown);
        Shown {
            text: self.text,
            ..moved
        }
    }

    /// Returns where a place is that is within a part, and not at its beginning.
    fn within(&self, place: usize) -> Option<usize> {
        let after = self.parts.partition_point(|(at, _)| at.start <= place);
        let (at, to) = self.parts.get(after.checked_sub(1)?)?;
        let is_in = place < at.end && (place > at.start || place == 0);
        is_in.then(|| to + (place - at.start))
    }

    /// Returns where a place is, or the nearest one that is in the text.
    fn place(&self, place: usize) -> usize {
        let after = self.parts.partition_point(|(at, _)| at.start <= place);
        let part = after.checked_sub(1).and_then(|last| self.parts.get(last));
        part.map_or(0, |(at, to)| to + (place.min(at.end) - at.start))
    }

    fn places(&self, places: Vec<usize>) -> Vec<usize> {
        let mut places: Vec<usize> = places.into_iter().map(|place| self.place(place)).collect();
        places.sort_unstable();
        places
    }

    /// Returns where places are, and others that are in the text.
    fn places_and(&self, places: Vec<usize>, others: &[usize]) -> Vec<usize> {
        let mut places = self.places(places);
        places.extend(others);
        places.sort_unstable();
        places
    }

    /// Returns the parts of a range where they stand now.
    fn parts_of(&self, range: &Range<usize>) -> impl Iterator<Item = Range<usize>> {
        let first = self.parts.partition_point(|(at, _)| at.end <= range.start);
        let range = range.clone();
        let parts = self.parts.get(first..).unwrap_or_default().iter();
        let end = range.end;
        let parts = parts.take_while(move |(at, _)| at.start < end);
        parts.map(move |(at, to)| {
            let [start, end] = [at.start.max(range.start), at.end.min(range.end)];
            to + (start - at.start)..to + (end - at.start)
        })
    }

    fn ranges(&self, ranges: &[Range<usize>]) -> Vec<Range<usize>> {
        let parts = ranges.iter().flat_map(|range| self.parts_of(range));
        let mut ranges: Vec<Range<usize>> = parts.collect();
        ranges.sort_by_key(|range| range.start);
        ranges
    }

    /// Returns what is known of a text, where it stands now.
    fn shown(&self, shown: Shown) -> Shown {
        let inside = |place: &usize| self.within(*place);
        let mut breaks: Vec<usize> = shown.breaks.iter().filter_map(inside).collect();
        breaks.extend(&self.breaks);
        breaks.sort_unstable();
        let cases = shown.cases.iter();
        let cases = cases.flat_map(|(at, case)| self.parts_of(at).map(move |at| (at, *case)));
        let mut cases: Vec<_> = cases.collect();
        cases.sort_by_key(|(at, _)| at.start);
        let gaps = shown.gaps.iter();
        let mut gaps: Vec<_> = gaps
            .filter_map(|(at, gap)| Some((inside(at)?, *gap)))
            .collect();
        gaps.sort_unstable_by_key(|(at, _)| *at);
        let readings = shown.readings.into_iter();
        let mut readings: Vec<_> = readings
            .map(|(at, reading)| (self.place(at), reading))
            .collect();
        readings.sort_by_key(|(at, _)| *at);
        let drawn = shown.drawn.into_iter();
        let mut drawn: Vec<Drawn> = drawn
            .map(|drawn| Drawn {
                at: self.place(drawn.at),
                ..drawn
            })
            .collect();
        drawn.sort_by_key(|drawn| drawn.at);
        let mut doubtful = self.ranges(&shown.doubtful);
        add(&mut doubtful, self.doubtful.clone());
        let frames = shown.frames.into_iter().map(|(at, address)| {
            let last = self.place(at.end.saturating_sub(1));
            (self.place(at.start).min(last)..last + 1, address)
        });
        Shown {
            text: shown.text,
            breaks,
            struck: self.ranges(&shown.struck),
            cases,
            recased: self.ranges(&shown.recased),
            marks: self.places(shown.marks),
            raised: self.ranges(&shown.raised),
            readings,
            notes: self.ranges(&shown.notes),
            doubtful_notes: self.ranges(&shown.doubtful_notes),
            fields: self.ranges(&shown.fields),
            gaps,
            written: self.places(shown.written),
            left_out: self.places(shown.left_out),
            glued: self.places(shown.glued),
            drawn,
            pictures: self.places(shown.pictures),
            turned: self.ranges(&shown.turned),
            frames: frames.collect(),
            doubtful,
            unseen: self.ranges(&shown.unseen),
            unordered: self.places_and(shown.unordered, &self.edges),
            asides: self.places_and(shown.asides, &self.asides),
        }
    }
}
