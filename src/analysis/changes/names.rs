//! Names claims when editions are compared.

use std::collections::{BTreeMap, BTreeSet};

use super::known::Known;
use crate::model::{Brief, ClaimId};

/// What the claims of an edition are called: by marks and by their labels. One that the other edition has,
/// whatever its id or label there, is called alike in both.
pub(super) struct Names<'a> {
    pub(super) known: &'a Known<'a>,
    /// By claim.
    marks: Vec<usize>,
    later: BTreeMap<ClaimId, ClaimId>,
    /// The labels that the other edition gives to claims.
    taken: BTreeSet<u32>,
}

impl<'a> Names<'a> {
    /// Names the claims of two editions by the marks of both and the pairs that are the same.
    pub(super) fn of_both(
        [old, new]: &'a [Known<'a>; 2],
        [old_marks, new_marks]: [Vec<usize>; 2],
        pairs: impl Iterator<Item = (ClaimId, ClaimId)>,
    ) -> [Self; 2] {
        let numbers = new.brief().claims().map(|(id, _)| id.number());
        [
            Self {
                known: old,
                marks: old_marks,
                later: pairs.collect(),
                taken: numbers.collect(),
            },
            Self {
                known: new,
                marks: new_marks,
                later: BTreeMap::new(),
                taken: BTreeSet::new(),
            },
        ]
    }

    pub(super) fn brief(&self) -> &'a Brief {
        self.known.brief()
    }

    pub(super) fn claim(&self, id: ClaimId) -> usize {
        self.marks[id.index()]
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
