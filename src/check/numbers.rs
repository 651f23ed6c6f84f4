//! Numbers the claims of an edition: C1, C2 … are counted in the order of the file, and stay over
//! editions.
//!
//! A claim keeps the number that it had in the previous edition; new ones take those after the
//! highest that was ever given. So a number that was withdrawn is never given again. A claim is the
//! same if its id is all that changed in it, else if the same voices say the same words, else if it has the
//! same id.

use std::collections::{BTreeSet, HashMap, VecDeque};
use std::hash::Hash;

use crate::load::{Claim, Document};

/// Of claims with the same words so many are looked through for one that differs in its id alone.
const MOST_LOOKED_AT: usize = 16;

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
        for place in places_before(&previous.claims, &document.claims) {
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

/// Finds the place that each claim had in the previous edition, if it was there. What people read is
/// compared before ids, which may be given anew.
fn places_before<'a>(previous: &'a [Claim], claims: &'a [Claim]) -> Vec<Option<usize>> {
    let mut matching = Matching {
        previous,
        claims,
        place_of: vec![None; claims.len()],
        is_alone: vec![true; previous.len()],
    };
    let id = |claim: &'a Claim| claim.id.as_str();
    matching.by(|claim| (id(claim), words(claim)), is_same_but_for_id);
    matching.by(words, is_same_but_for_id);
    let said = |claim| (words(claim), voices(claim));
    matching.by(|claim| (id(claim), said(claim)), |_, _| true);
    matching.by(said, |_, _| true);
    matching.by(|claim| (id(claim), words(claim)), |_, _| true);
    matching.by(id, |_, _| true);
    matching.place_of
}

struct Matching<'a> {
    previous: &'a [Claim],
    claims: &'a [Claim],
    place_of: Vec<Option<usize>>,
    is_alone: Vec<bool>,
}

impl<'a> Matching<'a> {
    /// Matches claims that are still alone, have the same key and are alike, the first with the first.
    fn by<K: Eq + Hash>(
        &mut self,
        key: impl Fn(&'a Claim) -> K,
        are_alike: impl Fn(&Claim, &Claim) -> bool,
    ) {
        let mut alone: HashMap<K, VecDeque<(usize, &Claim)>> = HashMap::new();
        for (place, claim) in self.previous.iter().enumerate() {
            if self.is_alone[place] {
                alone
                    .entry(key(claim))
                    .or_default()
                    .push_back((place, claim));
            }
        }
        for (claim, place_of) in self.claims.iter().zip(&mut self.place_of) {
            if place_of.is_none()
                && let Some(candidates) = alone.get_mut(&key(claim))
            {
                let mut near = candidates.iter().take(MOST_LOOKED_AT);
                let found = near.position(|(_, before)| are_alike(before, claim));
                let found = found.and_then(|found| candidates.remove(found));
                *place_of = found.map(|(place, _)| place);
                if let Some(place) = *place_of {
                    self.is_alone[place] = false;
                }
            }
        }
    }
}

fn words(claim: &Claim) -> Vec<&str> {
    claim.says.split_whitespace().collect()
}

fn voices(claim: &Claim) -> BTreeSet<&str> {
    claim.voice.iter().map(|voice| voice.as_str()).collect()
}

/// Says whether two claims of the same words, in which spaces do not count, differ in their ids alone.
fn is_same_but_for_id(before: &Claim, claim: &Claim) -> bool {
    let renamed = Claim {
        id: before.id.clone(),
        says: before.says.clone(),
        ..claim.clone()
    };
    renamed == *before
}
