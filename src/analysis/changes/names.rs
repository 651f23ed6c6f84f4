//! Names claims when editions are compared.

use std::collections::{BTreeMap, BTreeSet};

use crate::analysis::edition::Edition;
use crate::model::{Brief, ClaimId, Key};

/// What the claims of an edition are called: by their ids in the file and by their labels. One that
/// the other edition has under another id or label is called alike in both.
pub(super) struct Names<'a> {
    pub(super) edition: &'a Edition,
    earlier: BTreeMap<ClaimId, &'a Key>,
    later: BTreeMap<ClaimId, ClaimId>,
    /// The labels that the other edition gives to claims.
    taken: BTreeSet<u32>,
}

impl<'a> Names<'a> {
    /// Names the claims of two editions, of which pairs are the same.
    pub(super) fn of_both(
        old: &'a Edition,
        new: &'a Edition,
        pairs: impl Iterator<Item = (ClaimId, ClaimId)>,
    ) -> [Self; 2] {
        let numbers = new.brief().claims().map(|(id, _)| id.number());
        let mut before = Self {
            taken: numbers.collect(),
            ..Self::of(old)
        };
        let mut after = Self::of(new);
        for (one, other) in pairs {
            before.later.insert(one, other);
            let key = &old.brief().claim(one).key;
            after.earlier.insert(other, key);
        }
        [before, after]
    }

    fn of(edition: &'a Edition) -> Self {
        Self {
            edition,
            earlier: BTreeMap::new(),
            later: BTreeMap::new(),
            taken: BTreeSet::new(),
        }
    }

    pub(super) fn brief(&self) -> &'a Brief {
        self.edition.brief()
    }

    pub(super) fn key(&self, id: ClaimId) -> &'a Key {
        let earlier = self.earlier.get(&id).copied();
        earlier.unwrap_or_else(|| &self.brief().claim(id).key)
    }

    /// Returns the labels of cited claims, in order: those of the new edition. A withdrawn claim of
    /// which another has the label now has its id, too.
    pub(super) fn cited(&self, claims: &[ClaimId]) -> String {
        let named = claims.iter().map(|id| match self.later.get(id) {
            Some(later) => (later.number(), later.to_string()),
            None if self.taken.contains(&id.number()) => {
                (id.number(), format!("{id} {}", self.brief().claim(*id).key))
            }
            None => (id.number(), id.to_string()),
        });
        let named: BTreeSet<(u32, String)> = named.collect();
        let labels: Vec<String> = named.into_iter().map(|(_, label)| label).collect();
        format!("({})", labels.join(", "))
    }
}
