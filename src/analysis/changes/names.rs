//! Names claims when editions are compared.

use std::collections::BTreeMap;

use super::matching::Kept;
use crate::analysis::edition::Edition;
use crate::model::{Brief, ClaimId, Key};

/// What the claims of an edition are called: by their ids in the file. One that the other edition has
/// under another id is called by that.
pub(super) struct Names<'a> {
    pub(super) edition: &'a Edition,
    earlier: BTreeMap<ClaimId, &'a Key>,
}

impl<'a> Names<'a> {
    pub(super) fn of(edition: &'a Edition) -> Self {
        Self {
            edition,
            earlier: BTreeMap::new(),
        }
    }

    pub(super) fn brief(&self) -> &'a Brief {
        self.edition.brief()
    }

    /// Calls the claims that an old edition has, too, as they are called there.
    pub(super) fn with_earlier<C>(mut self, kept: &[Kept<ClaimId, C>], old: &'a Brief) -> Self {
        for kept in kept {
            let (before, after) = (&old.claim(kept.old).key, &self.brief().claim(kept.new).key);
            if before != after {
                self.earlier.insert(kept.new, before);
            }
        }
        self
    }

    pub(super) fn key(&self, id: ClaimId) -> &'a Key {
        let earlier = self.earlier.get(&id).copied();
        earlier.unwrap_or_else(|| &self.brief().claim(id).key)
    }
}
