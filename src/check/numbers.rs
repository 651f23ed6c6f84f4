//! Numbers the claims of an edition: C1, C2 … are counted in the order of the file, and stay over
//! editions.
//!
//! A claim keeps the number that it had in the previous edition; new ones take those after the
//! highest that was ever given. So a number that was withdrawn is never given again. A claim is the
//! same if it has the same id, or if its id is all that changed in it.

use std::collections::{HashMap, HashSet, VecDeque};

use crate::diagnostics::Place;
use crate::load::{Claim, Document, Text};

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
    /// The id that it had in the previous edition, if that is another.
    formerly: Option<String>,
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
        let mut earlier = Earlier::of(previous, document);
        for claim in &document.claims {
            let numbered = match earlier.take(claim) {
                Some((place, before)) => self.numbered(place).map(|numbered| Numbered {
                    number: numbered.number,
                    formerly: (before.id != claim.id).then(|| before.id.value.clone()),
                }),
                None => None,
            };
            let numbered = numbered.unwrap_or_else(|| numbers.next());
            numbers.of_claims.push(numbered);
        }
        numbers
    }

    fn next(&mut self) -> Numbered {
        self.highest = self.highest.saturating_add(1);
        Numbered {
            number: self.highest,
            formerly: None,
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

    /// Returns the id that a claim had in the previous edition, if that is another.
    pub(in crate::check) fn formerly(&self, place: usize) -> Option<&str> {
        self.numbered(place)?.formerly.as_deref()
    }
}

/// The claims of the previous edition that the new one has not taken yet.
struct Earlier<'a> {
    by_id: HashMap<&'a str, (usize, &'a Claim)>,
    /// Those whose ids the new edition does not have, by their words.
    by_words: HashMap<Vec<&'a str>, VecDeque<Former<'a>>>,
}

struct Former<'a> {
    place: usize,
    claim: &'a Claim,
    nameless: Claim,
}

impl<'a> Earlier<'a> {
    fn of(previous: &'a Document, document: &'a Document) -> Self {
        let mut earlier = Self {
            by_id: HashMap::new(),
            by_words: HashMap::new(),
        };
        let kept = document.claims.iter().map(|claim| claim.id.as_str());
        let kept: HashSet<&str> = kept.collect();
        for (place, claim) in previous.claims.iter().enumerate() {
            earlier.by_id.entry(&claim.id).or_insert((place, claim));
            if !kept.contains(claim.id.as_str()) {
                let words = earlier.by_words.entry(words(claim)).or_default();
                words.push_back(Former {
                    place,
                    claim,
                    nameless: nameless(claim),
                });
            }
        }
        earlier
    }

    /// Takes the claim that a claim of the new edition was, with its place.
    fn take(&mut self, claim: &'a Claim) -> Option<(usize, &'a Claim)> {
        if let Some(found) = self.by_id.remove(claim.id.as_str()) {
            return Some(found);
        }
        let alike = self.by_words.get_mut(&words(claim))?;
        let sought = nameless(claim);
        let found = alike.iter().position(|former| former.nameless == sought)?;
        let found = alike.remove(found)?;
        self.by_id.remove(found.claim.id.as_str());
        Some((found.place, found.claim))
    }
}

fn words(claim: &Claim) -> Vec<&str> {
    claim.says.split_whitespace().collect()
}

/// Returns what makes two claims the same but for the id; of their words, spaces do not count.
fn nameless(claim: &Claim) -> Claim {
    let nothing = || Text {
        value: String::new(),
        place: Place::Placeholder,
    };
    Claim {
        id: nothing(),
        says: nothing(),
        ..claim.clone()
    }
}
