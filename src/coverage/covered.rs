//! Cuts a snapshot into what claims rest on and what they do not.

use std::ops::Range;

use super::count::Count;
use crate::check::sentences_in;
use crate::evidence::{Snapshot, SnapshotFile};
use crate::model::{ClaimId, SourceId};

/// A place on which something rests, in code points.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rest {
    /// The place.
    pub at: Range<usize>,
    /// What rests on it.
    pub on: On,
}

/// What rests on a place.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum On {
    /// A claim.
    Claim(ClaimId),
    /// Nothing, by intent: the number of an item of `left_out`, from 0.
    LeftOut(usize),
}

/// A snapshot, and what rests on it.
#[derive(Clone, Debug)]
pub struct Covered {
    /// Its source.
    pub source: SourceId,
    /// Its file.
    pub file: SnapshotFile,
    /// What a reader sees of it.
    pub text: String,
    /// Its sentences, paragraph by paragraph, in order.
    pub paragraphs: Vec<Vec<Sentence>>,
    /// The whole text, cut where something else begins to rest on it.
    pub stretches: Vec<Stretch>,
}

/// A sentence of a snapshot.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sentence {
    /// Where it stands, in code points.
    pub at: Range<usize>,
    pub(crate) bytes: Range<usize>,
    /// How far it is covered.
    pub state: State,
    /// The claims that rest on it or on a part of it.
    pub claims: Vec<ClaimId>,
    /// The items of `left_out` that have it or a part of it.
    pub left_out: Vec<usize>,
}

/// How far a sentence is covered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    /// Claims rest on half of it or more, together with what is left out.
    Covered,
    /// Half of it or more is left out, and no claim rests on it.
    LeftOut,
    /// Less than half of it is covered.
    Partly,
    /// Nothing rests on it.
    Uncovered,
}

impl Sentence {
    /// Says what rests on it: claims, or that it is left out.
    pub(crate) fn margin(&self) -> String {
        let mut labels: Vec<String> = self.claims.iter().map(ToString::to_string).collect();
        if !self.left_out.is_empty() {
            labels.push("left out".to_owned());
        }
        labels.join(" ")
    }
}

impl State {
    /// Returns the word by which programs know it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Covered => "covered",
            Self::LeftOut => "left-out",
            Self::Partly => "partly",
            Self::Uncovered => "uncovered",
        }
    }

    /// Says whether nothing is to be done about it.
    pub fn is_settled(self) -> bool {
        matches!(self, Self::Covered | Self::LeftOut)
    }
}

/// A stretch of a snapshot.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stretch {
    /// Where it stands, in code points.
    pub at: Range<usize>,
    pub(crate) bytes: Range<usize>,
    /// What rests on it.
    pub kind: Kind,
}

/// What rests on a stretch.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A claim, or several.
    Claimed,
    /// It is left out.
    LeftOut,
    /// Nothing.
    Uncovered,
}

impl Kind {
    /// Returns the word by which programs know it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Claimed => "claimed",
            Self::LeftOut => "left-out",
            Self::Uncovered => "uncovered",
        }
    }
}

/// A sentence, and how many of its letters and digits have what.
struct Counted {
    sentence: Sentence,
    all: usize,
    claimed: usize,
    left_out: usize,
}

impl Covered {
    /// Cuts a snapshot of a source, whose language is known by its tag.
    pub fn new(
        source: SourceId,
        (snapshot, file): (&Snapshot, &SnapshotFile),
        language: &str,
        rests: &[Rest],
    ) -> Self {
        let text = snapshot.text();
        let length = text.chars().count();
        let mut stretches = stretches(length, rests);
        let paragraphs = sentences_in(text, language);
        let counts: Vec<usize> = paragraphs.iter().map(Vec::len).collect();
        let mut sentences: Vec<Counted> = paragraphs.into_iter().flatten().map(counted).collect();
        count(text, &mut stretches, &mut sentences);
        let mut sentences: Vec<Sentence> = sentences.into_iter().map(settled).collect();
        for rest in rests {
            let first = sentences.partition_point(|sentence| sentence.at.end <= rest.at.start);
            let overlapping = sentences.iter_mut().skip(first);
            for sentence in overlapping.take_while(|sentence| sentence.at.start < rest.at.end) {
                match rest.on {
                    On::Claim(id) => sentence.claims.push(id),
                    On::LeftOut(number) => sentence.left_out.push(number),
                }
            }
        }
        for sentence in &mut sentences {
            sentence.claims.sort_unstable();
            sentence.claims.dedup();
            sentence.left_out.sort_unstable();
            sentence.left_out.dedup();
        }
        let mut sentences = sentences.into_iter();
        let paragraphs = counts
            .into_iter()
            .map(|count| sentences.by_ref().take(count).collect());
        Self {
            source,
            file: file.clone(),
            text: text.to_owned(),
            paragraphs: paragraphs.collect(),
            stretches,
        }
    }

    /// Goes through its sentences.
    pub fn sentences(&self) -> impl Iterator<Item = &Sentence> {
        self.paragraphs.iter().flatten()
    }

    /// Returns how many of its sentences are covered.
    pub fn count(&self) -> Count {
        let settled = self.sentences().filter(|one| one.state.is_settled());
        Count {
            covered: settled.count(),
            all: self.sentences().count(),
        }
    }

    /// Returns a sentence in pieces, each with what rests on it.
    pub(crate) fn pieces(&self, sentence: &Sentence) -> Vec<(&str, Kind)> {
        let bytes = &sentence.bytes;
        let first = self
            .stretches
            .partition_point(|stretch| stretch.bytes.end <= bytes.start);
        let stretches = self.stretches.iter().skip(first);
        stretches
            .take_while(|stretch| stretch.bytes.start < bytes.end)
            .filter_map(|stretch| {
                let from = stretch.bytes.start.max(bytes.start);
                let to = stretch.bytes.end.min(bytes.end);
                Some((self.text.get(from..to)?, stretch.kind))
            })
            .collect()
    }
}

fn counted(bytes: Range<usize>) -> Counted {
    Counted {
        sentence: Sentence {
            at: 0..0,
            bytes,
            state: State::Uncovered,
            claims: Vec::new(),
            left_out: Vec::new(),
        },
        all: 0,
        claimed: 0,
        left_out: 0,
    }
}

/// Cuts a text of so many code points where something else begins to rest on it.
fn stretches(length: usize, rests: &[Rest]) -> Vec<Stretch> {
    let claimed = merged(rests, |on| matches!(on, On::Claim(_)));
    let left_out = merged(rests, |on| matches!(on, On::LeftOut(_)));
    let places = claimed.iter().chain(&left_out);
    let mut cuts: Vec<usize> = places
        .flat_map(|range| [range.start, range.end])
        .chain([0, length])
        .filter(|cut| *cut <= length)
        .collect();
    cuts.sort_unstable();
    cuts.dedup();
    let mut stretches: Vec<Stretch> = Vec::new();
    for (from, to) in cuts.iter().zip(cuts.iter().skip(1)) {
        let kind = match (holds(&claimed, *from), holds(&left_out, *from)) {
            (true, _) => Kind::Claimed,
            (false, true) => Kind::LeftOut,
            (false, false) => Kind::Uncovered,
        };
        match stretches.last_mut() {
            Some(last) if last.kind == kind => last.at.end = *to,
            _ => stretches.push(Stretch {
                at: *from..*to,
                bytes: 0..0,
                kind,
            }),
        }
    }
    stretches
}

/// Returns the places on which something of a kind rests, apart and in order.
fn merged(rests: &[Rest], is_of_kind: impl Fn(On) -> bool) -> Vec<Range<usize>> {
    let places = rests.iter().filter(|rest| is_of_kind(rest.on));
    let mut places: Vec<Range<usize>> = places.map(|rest| rest.at.clone()).collect();
    places.sort_unstable_by_key(|range| (range.start, range.end));
    let mut merged: Vec<Range<usize>> = Vec::new();
    for place in places.into_iter().filter(|place| !place.is_empty()) {
        match merged.last_mut() {
            Some(last) if place.start <= last.end => last.end = last.end.max(place.end),
            _ => merged.push(place),
        }
    }
    merged
}

fn holds(ranges: &[Range<usize>], at: usize) -> bool {
    let next = ranges.partition_point(|range| range.start <= at);
    let last = next.checked_sub(1).and_then(|last| ranges.get(last));
    last.is_some_and(|range| range.contains(&at))
}

/// Counts the letters and digits of sentences by what rests on them, in one pass, and finds the bytes of
/// stretches and the code points of sentences.
fn count(text: &str, stretches: &mut [Stretch], sentences: &mut [Counted]) {
    let (mut stretch, mut sentence) = (0, 0);
    for (at, (byte, c)) in text.char_indices().enumerate() {
        let end = byte + c.len_utf8();
        if stretches.get(stretch).is_some_and(|one| one.at.end <= at) {
            stretch += 1;
        }
        let mut kind = Kind::Uncovered;
        if let Some(one) = stretches.get_mut(stretch) {
            if one.at.start == at {
                one.bytes.start = byte;
            }
            one.bytes.end = end;
            kind = one.kind;
        }
        if sentences
            .get(sentence)
            .is_some_and(|one| one.sentence.bytes.end <= byte)
        {
            sentence += 1;
        }
        let Some(one) = sentences.get_mut(sentence) else {
            continue;
        };
        let bytes = &one.sentence.bytes;
        if !bytes.contains(&byte) {
            continue;
        }
        if bytes.start == byte {
            one.sentence.at.start = at;
        }
        one.sentence.at.end = at + 1;
        if c.is_alphanumeric() {
            one.all += 1;
            one.claimed += usize::from(kind == Kind::Claimed);
            one.left_out += usize::from(kind == Kind::LeftOut);
        }
    }
}

fn settled(counted: Counted) -> Sentence {
    let Counted {
        sentence,
        all,
        claimed,
        left_out,
    } = counted;
    let covered = claimed + left_out;
    let state = match (covered * 2 >= all, claimed > 0) {
        (true, true) => State::Covered,
        (true, false) => State::LeftOut,
        (false, _) if covered > 0 => State::Partly,
        (false, _) => State::Uncovered,
    };
    Sentence { state, ..sentence }
}

#[cfg(test)]
mod tests;
