//! Numbers the claims of an edition: C1, C2 … are counted in the order of the file, and stay over
//! editions.
//!
//! A claim keeps the number that it had in the previous edition; new ones take those after the
//! highest that was ever given. So a number that was withdrawn is never given again. A claim is the
//! same if its id is all that changed in it, else if the same voices say the same words, else if it has the
//! same id.

use std::collections::HashMap;

use super::markdown;
use crate::analysis::changes::{self, Matching, Seen};
use crate::load::{Claim, Document, Source, Text};
use crate::model::{ClaimId, OneOrMore, Prose};

/// The numbers of an edition's claims.
#[derive(Clone, Debug)]
pub struct Numbers {
    /// By claim, in the order of the file.
    of_claims: Vec<Numbered>,
    /// The highest that this edition or an earlier one gave.
    highest: u32,
}

#[derive(Clone, Debug)]
struct Numbered {
    number: u32,
    /// The id that it had in the previous edition, if it was there.
    before: Option<String>,
}

impl Numbers {
    /// Numbers the claims of an edition that follows none.
    pub fn of(document: &Document) -> Self {
        let mut numbers = Self::none();
        for _ in &document.claims {
            let number = numbers.next();
            numbers.of_claims.push(number);
        }
        numbers
    }

    /// Numbers the claims of the last of some editions, the first edition first.
    pub fn over<'a>(editions: impl Iterator<Item = &'a Document>) -> Self {
        let mut last: Option<(Self, &Document)> = None;
        for edition in editions {
            let numbers = match &last {
                Some((numbers, previous)) => numbers.then(previous, edition),
                None => Self::of(edition),
            };
            last = Some((numbers, edition));
        }
        last.map_or_else(Self::none, |(numbers, _)| numbers)
    }

    fn none() -> Self {
        Self {
            of_claims: Vec::new(),
            highest: 0,
        }
    }

    /// Numbers the claims of an edition that follows this one, which is that of `previous`.
    #[must_use]
    pub fn then(&self, previous: &Document, document: &Document) -> Self {
        let mut numbers = Self {
            of_claims: Vec::with_capacity(document.claims.len()),
            highest: self.highest,
        };
        for place in places_before(previous, document) {
            let kept = place.and_then(|place| {
                Some(Numbered {
                    number: self.numbered(place)?.number,
                    before: Some(previous.claims.get(place)?.id.value.clone()),
                })
            });
            let numbered = kept.unwrap_or_else(|| numbers.next());
            numbers.of_claims.push(numbered);
        }
        numbers
    }

    fn next(&mut self) -> Numbered {
        self.highest = self.highest.saturating_add(1);
        Numbered {
            number: self.highest,
            before: None,
        }
    }

    fn numbered(&self, place: usize) -> Option<&Numbered> {
        self.of_claims.get(place)
    }

    /// Returns the number of a claim by its place in the file, from 0.
    #[expect(
        clippy::expect_used,
        reason = "a claim under a number that is not its own would be untrue"
    )]
    pub(in crate::check) fn number(&self, place: usize) -> u32 {
        let numbered = self.numbered(place);
        numbered.expect("every claim has a number").number
    }

    /// Returns the id that a claim had in the previous edition, if it was there.
    pub(in crate::check) fn before(&self, place: usize) -> Option<&str> {
        self.numbered(place)?.before.as_deref()
    }
}

/// Finds the place that each claim had in the previous edition, if it was there.
fn places_before(previous: &Document, document: &Document) -> Vec<Option<usize>> {
    let (voices_before, voices) = (voices(previous), voices(document));
    let [marks_before, marks] = Matching::new(&voices_before, &voices)
        .by(|voice| voice, |voice| voice)
        .by_only(|(_, called)| called, |(_, called)| called)
        .by(|(id, _)| id, |(id, _)| id)
        .marks();
    let [seen_before, seen] = [seen(previous, &marks_before), seen(document, &marks)];
    changes::places_before(&seen_before, &seen, |before, place| {
        is_same_but_for_id(&previous.claims[before], &document.claims[place])
    })
}

/// What readers know a voice by: its name or description, and how many it is; of an outlet, its source.
type Called<'a> = [Option<&'a str>; 7];

/// Lists the voices: their ids, and what readers know them by.
fn voices(document: &Document) -> Vec<(&str, Called<'_>)> {
    let sources = document.sources.iter();
    let sources: HashMap<&str, &Source> = sources.map(|(id, one)| (id.as_str(), one)).collect();
    let voices = document.voices.iter().map(|(id, voice)| {
        let outlet = voice
            .outlet
            .as_ref()
            .and_then(|id| sources.get(id.as_str()));
        let called = [
            &voice.name,
            &voice.group,
            &voice.anonymous,
            &voice.described_as,
            &voice.writer,
            outlet.map_or(&None, |source| &source.publisher),
            outlet.map_or(&None, |source| &source.title),
        ];
        (
            id.as_str(),
            called.map(|words| words.as_ref().map(|words| words.as_str())),
        )
    });
    voices.collect()
}

fn seen<'a>(document: &'a Document, marks: &[usize]) -> Vec<Seen<'a>> {
    let voices = document.voices.iter().map(|(id, _)| id.as_str());
    let marks: HashMap<&str, usize> = voices.zip(marks.iter().copied()).collect();
    let mark = |voice: &Text| marks.get(voice.as_str()).copied();
    let claims = document.claims.iter().map(|claim| Seen {
        id: claim.id.as_str(),
        words: words(&claim.says),
        voices: claim.voice.iter().filter_map(mark).collect(),
    });
    claims.collect()
}

/// Returns the words by which a claim is known again. Whatever claims it cites, no citation is one of them.
fn words(says: &str) -> String {
    let any = ClaimId::new(0, 0);
    let marked = markdown::parse_with_table(says, &|_| Some(any)).ok();
    let prose = marked.and_then(|marked| {
        let parts = OneOrMore::new(marked.parts)?;
        Some(Prose::new(parts).with_table(marked.table).plain())
    });
    changes::known_words(prose.as_deref().unwrap_or(says))
}

/// Says whether two claims of the same words, as [`words`] has them, differ in their ids alone.
fn is_same_but_for_id(before: &Claim, claim: &Claim) -> bool {
    let renamed = Claim {
        id: before.id.clone(),
        says: before.says.clone(),
        ..claim.clone()
    };
    renamed == *before
}
